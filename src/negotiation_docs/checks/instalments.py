"""还款方案: days that can be met, the limits of 第七十条 for cards, and whether the promise can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Commitment, Debt, Method, Proposal
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.promised import agreed_instead
from negotiation_docs.figures.proposals import proposed
from negotiation_docs.figures.spoken import CARD_PERIODS
from negotiation_docs.figures.stress import stress
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.creditors import profile
from negotiation_docs.standing import standing


def _plans(case: Case, debt: Debt) -> Iterator[tuple[tuple[str, ...], Proposal]]:
    """The plan and its alternative, with where they stand."""
    if debt.proposal is None:
        return
    yield ("proposal",), debt.proposal
    if debt.proposal.alternative is not None:
        yield ("proposal", "alternative"), proposed(case, debt, alternative=True)


def _past(case: Case, debt: Debt) -> Iterator[Found]:
    if not standing(case, debt).negotiating:
        return
    for where, plan in _plans(case, debt):
        if plan.first_due and plan.first_due < case.dated and plan.settlement is None:
            if len(where) > 1 and debt.proposal and plan.first_due == debt.proposal.first_due:
                continue
            yield found(*where, "first_due", first=chinese_date(plan.first_due), dated=chinese_date(case.dated))


def _settlement_past(case: Case, debt: Debt) -> Iterator[Found]:
    settlement = debt.proposal.settlement if debt.proposal else None
    if settlement and settlement.pay_by < case.dated and standing(case, debt).negotiating:
        yield found("proposal", "settlement", "pay_by", day=chinese_date(settlement.pay_by))


_IN_INSTALMENTS = ("alternative", "down_payment", "steps", "first_due", "pay_day_reason", "pause_charges")
"""What of a proposal 一次性结清申请 does not tell."""


def _instead(case: Case, debt: Debt) -> Iterator[Found]:
    """A plan beside one payment: 一次性结清申请 and 还款计划 each tell one request."""
    plan = debt.proposal
    if plan is None or plan.settlement is None or not standing(case, debt).negotiating:
        return
    for name in _IN_INSTALMENTS:
        same_day = name == "first_due" and plan.first_due == plan.settlement.pay_by  # nothing is lost
        if getattr(plan, name) and not same_day:
            yield found("proposal", name, what=Proposal.model_fields[name].title)


def _down_payment_past(case: Case, debt: Debt) -> Iterator[Found]:
    down = debt.proposal.down_payment if debt.proposal else None
    if down and down.date < case.dated and standing(case, debt).negotiating:
        yield found("proposal", "down_payment", "date", day=chinese_date(down.date))


def _before_reply(case: Case, debt: Debt) -> Iterator[Found]:
    """Money that is to be paid before the creditor has to answer, whichever payment comes first."""
    plan, agreement = debt.proposal, debt.agreement
    if not (plan and agreement and agreement.reply_by) or not standing(case, debt).negotiating:
        return
    down, once = plan.down_payment, plan.settlement
    payments = (
        (("settlement", "pay_by"), "付款期限", once.pay_by if once else None),
        (("down_payment", "date"), "首付款日期", down.date if down else None),
        (("first_due",), "首期还款日", plan.first_due if once is None else None),
    )
    for place, what, day in payments:
        if day and day <= agreement.reply_by:
            yield found("proposal", *place, what=what, first=chinese_date(day), by=chinese_date(agreement.reply_by))
            return


def _expired(case: Case, debt: Debt) -> Iterator[Found]:
    plan = debt.proposal
    if plan and plan.valid_until and plan.valid_until < case.dated and standing(case, debt).negotiating:
        yield found("proposal", "valid_until", day=chinese_date(plan.valid_until))


def _card(debt: Debt) -> bool:
    """A card plan in instalments; one payment needs no agreement under 第七十条."""
    return profile(debt.creditor.kind).card and debt.proposal is not None and not debt.proposal.paid_at_once


def _no_promise(case: Case, debt: Debt) -> Iterator[Found]:
    if _card(debt) and Commitment.NO_NEW_CARDS not in case.choices.commitments:
        yield found("proposal")


def _card_term(case: Case, debt: Debt) -> Iterator[Found]:
    if not _card(debt) or (debt.confirmed_by(case.dated) and agreed_instead(case, debt) is not None):
        return  # what was proposed is asked for no more
    start, named = _agreed_by(case, debt)
    for where, plan in _plans(case, debt):
        periods = plan.periods or sum(step.periods for step in plan.steps or ())
        if periods > CARD_PERIODS:
            yield found(*where, "periods", periods=periods, limit=f"{CARD_PERIODS}期")
        elif plan.first_due and periods and _last_due(plan, plan.first_due, periods) > add_months(start, CARD_PERIODS):
            yield found(*where, "periods", periods=periods, limit=f"{named}起五年")


def _last_due(plan: Proposal, first_due: date, periods: int) -> date:
    return add_months(first_due, (periods - 1) * plan.every.months)


def _agreed_by(case: Case, debt: Debt) -> tuple[date, str]:
    """From which day the five years run: of the written word, else the last on which the offer may still be taken."""
    agreement, plan = debt.agreement, debt.proposal
    if agreement and agreement.confirmed:
        return agreement.confirmed.date, "书面确认之日"
    stated = plan.valid_until if plan else None
    until = stated if stated and stated >= case.dated else add_months(case.dated, 1)
    return until, f"达成协议之日（至迟{chinese_date(until)}）"


def _bullet_day(case: Case, debt: Debt) -> Iterator[Found]:
    """One payment at the end of the periods falls later than the day that is called the first."""
    if not standing(case, debt).negotiating:
        return
    for where, plan in _plans(case, debt):
        if plan.method is Method.BULLET and plan.settlement is None and plan.first_due and (plan.periods or 1) > 1:
            day = _last_due(plan, plan.first_due, plan.periods or 1)
            days = {"day": chinese_date(day), "first": chinese_date(plan.first_due)}
            yield found(*where, "periods", periods=plan.periods, **days)


def _interest_beside(case: Case, debt: Debt) -> Iterator[Found]:
    """A plan without interest that asks for no pause leaves the contract's interest running beside it; said once."""
    rate = debt.contract.annual_rate
    bears_none = rate == 0 or (rate is None and profile(debt.creditor.kind).private)  # 民法典680: not agreed, none due
    if bears_none or not standing(case, debt).negotiating:
        return
    for where, plan in _plans(case, debt):
        free = plan.method is not None and plan.settlement is None and not plan.annual_rate
        if free and not plan.pauses_charges:
            yield found(*where, "pause_charges")
            return


def _settles(case: Case, debt: Debt) -> Iterator[Found]:
    """Terms of instalments in an alternative that is one payment."""
    other = debt.proposal.alternative if debt.proposal else None
    if other is None or other.settlement is None or not standing(case, debt).negotiating:
        return
    for name in ("periods", *_IN_INSTALMENTS):
        if name in other.model_fields_set:
            yield found("proposal", "alternative", name, what=Proposal.model_fields[name].title)


def _no_pay_day_reason(case: Case, debt: Debt) -> Iterator[Found]:
    del case
    if debt.proposal and not debt.proposal.pay_day_reason and not debt.proposal.paid_at_once:
        yield found("proposal", "pay_day_reason")


def _stress(case: Case, debt: Debt) -> Iterator[Found]:
    if debt.proposal is None or not standing(case, debt).negotiating:  # signed by then
        return
    with suppress(FactsError):  # told as what is missing
        tested = stress(case, debt.id)
        if not tested.withstands:
            yield found("proposal", scenarios="；".join(map(str, tested)))


RULES: tuple[Rule, ...] = (
    DebtRule("plan.no_new_cards", _no_promise),
    DebtRule("plan.card_term", _card_term),
    DebtRule("plan.past", _past),
    DebtRule("plan.before_reply", _before_reply),
    DebtRule("plan.no_reason", _no_pay_day_reason),
    DebtRule("plan.expired", _expired),
    DebtRule("plan.bullet_day", _bullet_day),
    DebtRule("plan.interest_beside", _interest_beside),
    DebtRule("plan.stress", _stress),
    DebtRule("plan.down_payment_past", _down_payment_past),
    DebtRule("plan.settlement_past", _settlement_past),
    DebtRule("plan.settlement_alternative", _instead),
    DebtRule("plan.alternative_settles", _settles),
)
