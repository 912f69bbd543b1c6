"""What a claim at court says beside the borrower's own papers: billed, paid since, waived in writing, and differences.

Only for reading beside the claim; nothing of it answers for the borrower.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Answer, Case, Claim, ClaimItem, Debt, DebtPart
from negotiation_docs.figures.fen import ZERO, total

PARTS: Final[Mapping[ClaimItem, tuple[DebtPart, ...]]] = {
    ClaimItem.PRINCIPAL: (DebtPart.PRINCIPAL,),
    ClaimItem.INTEREST: (DebtPart.INTEREST, DebtPart.PENALTY, DebtPart.FEES),
    ClaimItem.TOTAL: tuple(DebtPart),
}
"""What a claim is about; “利息等” of the courts' forms holds penalty and fees as well."""


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


def beside(case: Case, debt: Debt, claim: Claim) -> BesideClaim:
    """What the file tells beside ``claim``; of a claim that is admitted in full, and of one without a sum, nothing."""
    if claim.amount is None or claim.answer not in (Answer.DISPUTE, Answer.PARTLY):
        return BesideClaim()
    rest = claim.amount - claim.admitted if claim.admitted is not None else None
    parts = PARTS.get(claim.item)
    if parts is None:
        return BesideClaim(rest)
    listed = [debt.balance.part(part) for part in parts]
    known = [sum_ for sum_ in listed if sum_ is not None]
    billed = total(known) if len(known) == len(listed) else None
    waived, confirmed = _waived(case, debt, parts)
    return BesideClaim(
        rest=rest,
        billed=billed,
        as_of=debt.balance.as_of,
        over=max(ZERO, claim.amount - billed) if billed is not None else ZERO,
        paid=ZERO if claim.item is ClaimItem.INTEREST else paid_since(case, debt),
        waived=waived,
        confirmed=confirmed,
    )


def paid_since(case: Case, debt: Debt) -> Decimal:
    """元 that were paid after the day of the balance, up to the day of the papers."""
    told = debt.balance.as_of
    paid = (one for one in debt.payments if one.date <= case.dated and (told is None or one.date > told))
    return total(payment.amount for payment in paid)


def _waived(case: Case, debt: Debt, parts: tuple[DebtPart, ...]) -> tuple[Decimal, date | None]:
    """What the creditor waived in writing of these parts, and when; an oral word is no proof."""
    if debt.agreement is None or debt.agreement.confirmed is None or not debt.confirmed_by(case.dated):
        return ZERO, None
    waive = debt.agreement.in_force.waive
    waived = total(waive.part(part) for part in parts) if waive else ZERO
    return waived, debt.agreement.confirmed.date if waived else None
