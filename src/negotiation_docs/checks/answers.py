"""What was answered at court beside what the papers admit: the same debt, told to two readers."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.facts import REDUCTIONS, Answer, Case, Claim, ClaimItem, Debt
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.sued import paid_since, parts_of
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.law.restarts import DECIDED


def _answered(debt: Debt) -> Iterator[tuple[int, Claim, Decimal]]:
    """The answered claims about parts of the balance, with what was admitted of each, in 元.

    That the whole sum is disputed says nothing where its parts are answered by themselves.
    """
    suit = debt.litigation
    claims = suit.claims if suit and suit.stage not in DECIDED else ()
    in_parts = any(claim.answer for claim in claims if parts_of(debt, claim) and claim.item is not ClaimItem.TOTAL)
    for place, claim in enumerate(claims):
        whole = claim.item is ClaimItem.TOTAL and claim.answer is Answer.DISPUTE and in_parts
        if parts_of(debt, claim) and claim.amount is not None and claim.answer is not None and not whole:
            of_part = claim.admitted if claim.answer is Answer.PARTLY else ZERO
            yield place, claim, claim.amount if claim.answer is Answer.ADMIT else of_part or ZERO


def _told(debt: Debt, claim: Claim, *, undisputed: bool) -> list[Decimal | None]:
    parts = (part for part in parts_of(debt, claim) if not (undisputed and debt.balance.is_disputed(part)))
    return [debt.balance.part(part) for part in parts]


def _disputed(case: Case, debt: Debt) -> Iterator[Found]:
    """A letter that admits what the answer disputes is read out in court; payments since the bill are told in both.

    Where limitation is raised no paper admits anything: there is nothing to bring into line.
    """
    paid = paid_since(case, debt)
    for place, claim, admitted in _answered(debt) if not debt.limitation_raised else ():
        told = total(sum_ for sum_ in _told(debt, claim, undisputed=True) if sum_ is not None)
        if claim.answer is not Answer.ADMIT and told - paid > admitted:
            sums = {"claimed": amount(claim.amount or ZERO), "admitted": amount(admitted), "balance": amount(told)}
            yield found("litigation", "claims", place, "answer", item=claim.item.label, **sums)


def _beyond_bill(debt: Debt) -> Decimal:
    """What is admitted of costs and other claims, in 元: part of the total, and on no bill."""
    claims = debt.litigation.claims if debt.litigation else ()
    others = [one for one in claims if not parts_of(debt, one) and one.item is not ClaimItem.COURT_FEES]
    sums = ((one.amount if one.answer is Answer.ADMIT else one.admitted) for one in others)
    return total(sum_ for sum_ in sums if sum_ is not None)


def _over_bill(case: Case, debt: Debt) -> Iterator[Found]:
    """An admission binds, also one of more than the borrower's own bill says."""
    del case
    for place, claim, admitted in _answered(debt):
        billed = _told(debt, claim, undisputed=False)
        known = [sum_ for sum_ in billed if sum_ is not None]
        beyond = _beyond_bill(debt) if claim.item is ClaimItem.TOTAL else ZERO
        if len(known) == len(billed) and admitted - beyond > total(known):
            sums = {"admitted": amount(admitted), "balance": amount(total(known))}
            yield found("litigation", "claims", place, "answer", item=claim.item.label, **sums)


def _paid(case: Case, debt: Debt) -> Iterator[Found]:
    """An admission of the whole gives away what was paid since the bill."""
    paid, as_of = paid_since(case, debt), debt.balance.as_of
    if not paid or as_of is None:
        return
    for place, claim, admitted in _answered(debt):
        billed = _told(debt, claim, undisputed=False)
        known = total(sum_ for sum_ in billed if sum_ is not None)
        lessened = claim.item in (ClaimItem.PRINCIPAL, ClaimItem.TOTAL)
        if lessened and None not in billed and known - paid < admitted <= known:
            told = {"as_of": chinese_date(as_of), "admitted": amount(admitted), "paid": amount(paid)}
            yield found("litigation", "claims", place, "answer", item=claim.item.label, **told)


_TOTALLED = frozenset({ClaimItem.PRINCIPAL, ClaimItem.INTEREST, ClaimItem.ENFORCEMENT_COSTS, ClaimItem.EARLY_REPAYMENT})
"""What the total is made of; that all of it is due now is part of it, too."""


def _whole(case: Case, debt: Debt) -> Iterator[Found]:
    """Who admits the total, or more of it than of its parts, has admitted what is objected to there (证据规定 3)."""
    del case
    suit = debt.litigation
    claims = suit.claims if suit and suit.stage not in DECIDED else ()
    summed = [claim for claim in claims if claim.item in _TOTALLED or (claim.item is ClaimItem.OTHER and claim.amount)]
    parts = "、".join(claim.item.label for claim in summed if claim.objected)
    admitted = total(
        sum_
        for one in claims
        if one.item is not ClaimItem.TOTAL
        and (sum_ := one.amount if one.answer is Answer.ADMIT else one.admitted) is not None
    )
    for place, claim in enumerate(claims if parts else ()):
        beyond = claim.admitted is not None and claim.admitted > admitted
        if claim.item is ClaimItem.TOTAL and (claim.answer is Answer.ADMIT or beyond):
            told = f"认可{amount(claim.admitted)}元" if claim.admitted is not None else "写了“确认”"
            yield found("litigation", "claims", place, "answer", parts=parts, told=told)


def _early(case: Case, debt: Debt) -> Iterator[Found]:
    """Who contests that all of it fell due, and admits all of it, has admitted what is not due yet."""
    del case
    suit, due = debt.litigation, debt.balance.past_due
    contested = any(
        claim.item is ClaimItem.EARLY_REPAYMENT and claim.objected for claim in (suit.claims if suit else ())
    )
    if due is None or not contested:
        return
    for place, claim, admitted in _answered(debt):
        if claim.item is ClaimItem.PRINCIPAL and admitted > due:
            sums = {"admitted": amount(admitted), "due": amount(due)}
            yield found("litigation", "claims", place, "answer", **sums)


def _barred(case: Case, debt: Debt) -> Iterator[Found]:
    """Who raises limitation admits nothing, and has taken no risk of it."""
    del case
    suit = debt.litigation
    if suit is None or not suit.raise_limitation:
        return
    for place, claim in enumerate(suit.claims):
        if claim.answer in (Answer.ADMIT, Answer.PARTLY):
            told = {"where": "诉讼请求", "what": f"{claim.item.label}“{claim.answer.label}”"}
            yield found("litigation", "claims", place, "answer", **told)
    if debt.limitation_risk_accepted:
        yield found("limitation_risk_accepted", where="债务里", what="“已知悉时效风险”")


def _reduced(case: Case, debt: Debt) -> Iterator[Found]:
    """Who admits the charges in full has nothing left for the court to reduce."""
    del case
    suit = debt.litigation
    asked = [one.label for one in REDUCTIONS if suit and suit.stage not in DECIDED and one in suit.requests]
    for place, claim in enumerate(suit.claims if suit and asked else ()):
        if claim.item is ClaimItem.INTEREST and claim.answer is Answer.ADMIT:
            yield found("litigation", "claims", place, "answer", item=claim.item.label, asked="、".join(asked))


RULES: tuple[Rule, ...] = (
    DebtRule("court.claim_disputed", _disputed),
    DebtRule("court.claim_over_bill", _over_bill),
    DebtRule("court.claim_paid", _paid),
    DebtRule("court.total_admits", _whole),
    DebtRule("court.claim_not_due", _early),
    DebtRule("court.admits_barred", _barred),
    DebtRule("court.admits_reduced", _reduced),
)
