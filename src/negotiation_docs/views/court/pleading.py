"""What both answers to a court print beside a claim or a fact: proof, payments, charges, the person's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Case, Claim, ClaimItem, Debt, FactAnswer, FactItem, Litigation, Payment
from negotiation_docs.figures.sued import BesideClaim, beside, parts_of, payments_since
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt, in_order, numbered
from negotiation_docs.views.receipts import ToldPayments, proved_payments, told_elsewhere, told_payments, vouchers_of
from negotiation_docs.words.voice import Voice

_LAW: Final = re.compile(
    "民法典|法(?=[第0-9》])|诉讼法|诉讼时效|合同法|合同编|解释|条例|办法|规定(?=[》（第0-9])|"
    "《[^《》]*(?:通知|意见|批复|规则)》|法律规定|LPR|贷款市场报价利率"
)
_PARTED: Final = re.compile("[；;。]")


class Answered(Struct, frozen=True):
    """What stands beside a claim that is answered; ``admitted`` is what of it is, where a part is objected to.

    ``counted``: the charges that the bill lists for it, where it is about charges. ``told``: the payments that it is
    about, beside the person's own words on them.
    """

    title: str
    claimed: Decimal | None
    admitted: Decimal | None
    reason: str
    figures: BesideClaim
    counted: tuple[str, ...]
    backing: Backing
    told: ToldPayments


def statement(suit: Litigation, voice: Voice) -> tuple[str, ...]:
    """The person's free statement, line by line."""
    return tuple(voice.say(line) for line in (suit.statement or "").split("\n") if line.strip())


def basis(told: str, voice: Voice) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is relied on, of the contract and of the law: clause by clause, as the file's own words tell them apart."""
    parts = [
        part
        for line in told.split("\n")
        for part in ([line] if voice.lang != "zh" and voice.translated(line) else _PARTED.split(line))
        if part.strip()
    ]
    found = [(voice.say(part.strip()), _LAW.search(part)) for part in parts]
    return tuple(text for text, law in found if not law), tuple(text for text, law in found if law)


def counted(debt: Debt, claim: Claim, penalty: str, voice: Voice) -> tuple[str, ...]:
    """The charges of the bill that a claim to interest is compared with, in words."""
    if claim.item is not ClaimItem.INTEREST:
        return ()
    parts = parts_of(debt, claim)
    return tuple(voice.part(part.value, penalty) for part in [one for one in parts if debt.balance.part(one)] or parts)


def figures_beside(case: Case, debt: Debt, claim: Claim) -> BesideClaim:
    """What stands beside ``claim``; who raises limitation says nothing of what would be owed."""
    told = beside(case, debt, claim)
    return BesideClaim(told.rest) if debt.limitation_raised else told


def payments_told(debt: Debt) -> tuple[Payment, ...]:
    """The payments to tell a court of; none where limitation is raised, because a payment acknowledges the debt."""
    return () if debt.limitation_raised else debt.payments


def beside_fact(fact: FactAnswer, debt: Debt, exhibits: Mapping[str, Exhibit]) -> tuple[Backing, ToldPayments]:
    """What stands behind an answer about facts; that on what was repaid tells each payment, if objected to."""
    if fact.item is not FactItem.REPAID or not fact.objected:
        return backing(fact.evidence, exhibits), ToldPayments()
    payments = payments_told(debt)
    return proved_payments(told_payments(payments, fact.reason or ""), payments, fact.evidence, exhibits, summing=False)


def beside_claim(case: Case, debt: Debt, claim: Claim, exhibits: Mapping[str, Exhibit]) -> tuple[Backing, ToldPayments]:
    """The same for a claim that payments since the bill lessen; one paper tells them one by one once."""
    if not figures_beside(case, debt, claim).paid:
        return backing(claim.evidence, exhibits), ToldPayments()
    payments = payments_since(case, debt)
    tell = told_elsewhere if _is_told(case, debt, claim) else told_payments
    return proved_payments(tell(payments, claim.reason or ""), payments, claim.evidence, exhibits, summing=True)


def _is_told(case: Case, debt: Debt, claim: Claim) -> bool:
    """Whether the row on what was repaid, or a claim before this one, tells the payments one by one."""
    suit = debt.litigation
    claims = suit.claims if suit else ()
    before = claims[: claims.index(claim)] if claim in claims else ()
    return _objects_repaid(debt) or any(figures_beside(case, debt, one).paid for one in before)


def _objects_repaid(debt: Debt) -> bool:
    return any(
        fact.item is FactItem.REPAID and fact.objected for fact in (debt.litigation.facts if debt.litigation else ())
    )


def court_exhibits(case: Case, debt: Debt, voice: Voice) -> Mapping[str, Exhibit]:
    """The evidence that the answers name, numbered by itself: a court gets no more than that."""
    suit = debt.litigation
    answers: Sequence[Claim | FactAnswer] = (*suit.claims, *suit.facts) if suit else ()
    wanted = {name for one in answers for name in one.evidence}
    if _objects_repaid(debt):
        wanted |= set(vouchers_of(payments_told(debt)))
    elif suit and any(figures_beside(case, debt, claim).paid for claim in suit.claims):
        wanted |= set(vouchers_of(payments_since(case, debt)))
    items = [one for one in for_debt(case, debt) if one.id in wanted]
    return numbered(items, in_order(items, 0), voice)
