"""What a claim at court says beside the borrower's own papers: billed, paid since, waived in writing, and differences.

Only for reading beside the claim; nothing of it answers for the borrower.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Action, Case, Claim, ClaimItem, Debt, DebtPart, Litigation, Payment, Stage
from negotiation_docs.figures.fen import ZERO, total

_PARTS: Final[Mapping[ClaimItem, tuple[DebtPart, ...]]] = {
    ClaimItem.PRINCIPAL: (DebtPart.PRINCIPAL,),
    ClaimItem.INTEREST: (DebtPart.INTEREST, DebtPart.PENALTY, DebtPart.FEES),
    ClaimItem.TOTAL: tuple(DebtPart),
}
_WITHOUT_FEES: Final = frozenset({Action.FINANCIAL_LOAN, Action.PRIVATE_LENDING})
"""Their forms ask of 期内利息、复利、罚息; the row of a card names 手续费 as well."""
_PENALTIES: Final = ("违约金", "罚息", "滞纳金")
_LESSENED: Final = frozenset({ClaimItem.PRINCIPAL, ClaimItem.TOTAL})


class BesideClaim(Struct, frozen=True):
    """元 beside one claim. ``rest`` is what of it is not admitted, where a part is.

    ``billed`` is what the lender's own papers list for the same, on the day ``as_of``; ``over`` how much more is
    claimed, 0 if not. ``paid`` was paid after that day. ``waived`` was waived in writing (``confirmed``), 0 if nothing.
    """

    rest: Decimal | None = None
    billed: Decimal | None = None
    as_of: date | None = None
    over: Decimal = ZERO
    paid: Decimal = ZERO
    waived: Decimal = ZERO
    confirmed: date | None = None


def parts_of(debt: Debt, claim: Claim) -> tuple[DebtPart, ...]:
    """The parts of the balance that ``claim`` is about; none where it is about something else.

    Fees are compared once: with the interest, or, where the form or the plaintiff keeps them apart, with another claim
    of the very same sum.
    """
    if claim.item is ClaimItem.INTEREST and _penalty_elsewhere(debt, claim):
        return (DebtPart.INTEREST,)
    if not _apart(debt.litigation):
        return _PARTS.get(claim.item, ())
    if claim.item is ClaimItem.OTHER:
        return (DebtPart.FEES,) if claim.amount and claim.amount == debt.balance.fees else ()
    parts = _PARTS.get(claim.item, ())
    return tuple(part for part in parts if part is not DebtPart.FEES) if claim.item is ClaimItem.INTEREST else parts


def _penalty_elsewhere(debt: Debt, claim: Claim) -> bool:
    """Whether another claim carries the penalty: it says so, or just the interest of the bill is admitted of this."""
    others = [one for one in debt.litigation.claims if one.item is ClaimItem.OTHER] if debt.litigation else []
    named = any(word in (one.reason or "") for one in others for word in _PENALTIES)
    return named or (bool(others) and claim.admitted is not None and claim.admitted == debt.balance.interest)


def _apart(suit: Litigation | None) -> bool:
    """Whether fees are no part of the interest that is claimed."""
    if suit is None or (suit.stage is Stage.SUED and suit.cause is Action.CREDIT_CARD):
        return False
    named = suit.stage is Stage.SUED and suit.cause in _WITHOUT_FEES
    return named or any(claim.item is ClaimItem.OTHER for claim in suit.claims)


def beside(case: Case, debt: Debt, claim: Claim) -> BesideClaim:
    """What the file tells beside ``claim``; of a claim that is admitted in full, and of one without a sum, nothing."""
    if claim.amount is None or not claim.objected:
        return BesideClaim()
    rest = claim.amount - claim.admitted if claim.admitted is not None else None
    parts = parts_of(debt, claim)
    if not parts:
        return BesideClaim(rest)
    listed = [] if debt.balance.reckoned else [debt.balance.part(part) for part in parts]
    known = [sum_ for sum_ in listed if sum_ is not None]
    billed = total(known) if known and len(known) == len(listed) else None
    waived, confirmed = _waived(case, debt, parts)
    return BesideClaim(
        rest=rest,
        billed=billed,
        as_of=debt.balance.as_of,
        over=max(ZERO, claim.amount - billed) if billed is not None else ZERO,
        paid=paid_since(case, debt) if claim.item in _LESSENED else ZERO,
        waived=waived,
        confirmed=confirmed,
    )


def paid_since(case: Case, debt: Debt) -> Decimal:
    """元 that were paid after the day of the balance, up to the day of the papers."""
    return total(payment.amount for payment in payments_since(case, debt))


def payments_since(case: Case, debt: Debt) -> tuple[Payment, ...]:
    """The payments after the day of the balance, up to the day of the papers."""
    told = debt.balance.as_of
    return tuple(one for one in debt.payments if one.date <= case.dated and (told is None or one.date > told))


def _waived(case: Case, debt: Debt, parts: tuple[DebtPart, ...]) -> tuple[Decimal, date | None]:
    """What the creditor waived in writing of these parts, and when; an oral word is no proof."""
    if debt.agreement is None or debt.agreement.confirmed is None or not debt.confirmed_by(case.dated):
        return ZERO, None
    waive = debt.agreement.in_force.waive
    waived = total(waive.part(part) for part in parts) if waive else ZERO
    return waived, debt.agreement.confirmed.date if waived else None
