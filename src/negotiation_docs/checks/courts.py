"""法律文书: until when something must be done, what is left when the day has passed, and dates that cannot be right."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import Place
from negotiation_docs.facts import Case, ClaimItem, CourtPaper, Debt, Stage
from negotiation_docs.figures.fen import total
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.law.court_days import court_days
from negotiation_docs.law.limits import Limit, code_of, limits

_BESIDES = frozenset({ClaimItem.TOTAL, ClaimItem.COURT_FEES})  # the fees of the court are no part of what is sued for


def _court(case: Case, debt: Debt) -> Iterator[Found]:
    for day in court_days(case, debt):
        if day.opens and debt.litigation:
            yield found("litigation", stage=debt.litigation.stage.label, when=day.told, advice=day.advice)


def _stop(case: Case, debt: Debt) -> Iterator[Found]:
    """What admits a debt that is at court becomes evidence there: the borrower has to know before."""
    del case
    if debt.litigation:
        yield found("litigation", stage=debt.litigation.stage.label)


def _unanswered(case: Case, debt: Debt) -> Iterator[Found]:
    """An order stands in full unless its items are objected to: first that is decided on, then anything else."""
    del case
    suit = debt.litigation
    if suit is None or suit.stage is not Stage.PAYMENT_ORDER:
        return
    items = [claim for claim in suit.claims if claim.item is not ClaimItem.TOTAL]
    if not items or any(claim.answer is None for claim in items):
        yield found("litigation", "claims")


def _paper(case: Case, debt: Debt) -> Iterator[Found]:
    for day in court_days(case, debt):
        if "papers" in day.place:
            yield found(*day.place, paper=day.paper.label, when=day.told, advice=day.advice)


def _hearing(case: Case, debt: Debt) -> Iterator[Found]:
    for day in court_days(case, debt):
        if "hearing" in day.place:
            yield found(*day.place, paper=day.paper.label, when=day.told, advice=day.advice)


def _days(case: Case, debt: Debt) -> Iterator[tuple[Place, Limit]]:
    """Each paper with its place."""
    for number, limit in enumerate(limits(case, debt.litigation) if debt.litigation else (), start=-1):
        yield ("litigation",) if limit.opens else ("litigation", "papers", number), limit


def _received_later(case: Case, debt: Debt) -> Iterator[Found]:
    for place, limit in _days(case, debt):
        if limit.received and limit.received > case.dated:
            days = {"received": chinese_date(limit.received), "dated": chinese_date(case.dated)}
            yield found(*place, "received", **days)


def _deadline_before(case: Case, debt: Debt) -> Iterator[Found]:
    for place, limit in _days(case, debt):
        if limit.received and limit.stated and limit.stated < limit.received:
            days = {"stated": chinese_date(limit.stated), "received": chinese_date(limit.received)}
            yield found(*place, "deadline", **days)


def _deadline_late(case: Case, debt: Debt) -> Iterator[Found]:
    """The court cannot lengthen the days of a payment order."""
    for place, limit in _days(case, debt):
        fixed = limit.paper is CourtPaper.PAYMENT_ORDER and limit.latest
        if fixed and limit.stated and limit.stated > fixed:
            days = {"stated": chinese_date(limit.stated), "day": chinese_date(fixed), "days": limit.rule.days}
            yield found(*place, "deadline", **days)


def _hearing_before(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    suit = debt.litigation
    if suit and suit.hearing and suit.received and _day(suit.hearing) < suit.received:
        days = {"hearing": chinese_date(_day(suit.hearing)), "received": chinese_date(suit.received)}
        yield found("litigation", "hearing", **days)


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _case_number(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    suit = debt.litigation
    code = code_of(suit.case_number) if suit and suit.case_number else None
    if suit and code and suit.stage not in code[1]:
        stages = "、".join(stage.label for stage in code[1])
        yield found("litigation", "case_number", code=code[0], stage=suit.stage.label, stages=stages)


def _claims_sum(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    claims = debt.litigation.claims if debt.litigation else ()
    stated = {place: claim for place, claim in enumerate(claims) if claim.item is ClaimItem.TOTAL and claim.amount}
    parts = [claim.amount for claim in claims if claim.item not in _BESIDES]
    fees = [claim.amount for claim in claims if claim.item is ClaimItem.COURT_FEES and claim.amount]
    known: list[Decimal] = [part for part in parts if part is not None]
    for place, claim in stated.items():
        sums_to = (total(known), total((*known, *fees)))
        if known and len(known) == len(parts) and claim.amount not in sums_to:
            sums = {"sum": amount(sums_to[0]), "total": amount(claim.amount or total(()))}
            yield found("litigation", "claims", place, "amount", **sums)


RULES: tuple[Rule, ...] = (
    DebtRule("debt.court", _court),
    DebtRule("litigation", _stop),
    DebtRule("court.unanswered", _unanswered),
    DebtRule("court.paper", _paper),
    DebtRule("court.hearing", _hearing),
    DebtRule("court.received_later", _received_later),
    DebtRule("court.deadline_before", _deadline_before),
    DebtRule("court.deadline_late", _deadline_late),
    DebtRule("court.hearing_before", _hearing_before),
    DebtRule("court.case_number", _case_number),
    DebtRule("court.claims_sum", _claims_sum),
)
