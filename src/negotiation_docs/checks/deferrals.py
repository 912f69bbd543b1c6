"""延期: asked for before it falls due, of something that is still open, to a month that can pay it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from itertools import accumulate

from negotiation_docs.checks.rule import DebtRule, Found, Rule, found
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Month
from negotiation_docs.figures.deferral import deferred, over_before
from negotiation_docs.figures.deferred_month import DeferredMonth, deferred_month
from negotiation_docs.figures.governing import governing
from negotiation_docs.figures.granted import granted
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.standing import standing


def _late(case: Case, debt: Debt) -> Iterator[Found]:
    """By the day of the instalment itself; only where none is told, by the day on which a holiday begins."""
    asked, put = debt.deferral, deferred(case, debt)
    if asked is None or granted(debt):
        return
    if asked.start and asked.start < case.dated:
        yield found("deferral", "from", what="原还款日", day=chinese_date(asked.start))
    if asked.holiday is None:
        return
    start, first = asked.holiday.start, put.first if put else None
    if first and first.due < case.dated:
        what = f"暂缓期间内{f'第{first.period}期' if first.period else '首付款'}的还款日"
        yield found("deferral", "holiday", "from", what=what, day=chinese_date(first.due))
    elif start < (case.dated.replace(day=1) if first else _this(case, start)):
        yield found("deferral", "holiday", "from", what="暂缓的起点", day=chinese_date(start))


def _this(case: Case, day: date) -> date:
    """The day of the papers; beside a month its first day, as the payment of that month may still lie ahead."""
    return case.dated.replace(day=1) if isinstance(day, Month) else case.dated


def _ended(case: Case, debt: Debt) -> Iterator[Found]:
    last, asked = over_before(case, debt), debt.deferral
    if last is not None and asked is not None:
        by = "书面确认的方案" if governing(case, debt).planned else "原合同"
        called = by == "原合同" and last == debt.contract.accelerated
        what = (
            f"对方已宣布全部欠款{chinese_date(last)}提前到期" if called else f"{by}的最后一期{chinese_date(last)}到期"
        )
        yield found("deferral", *(("holiday", "from") if asked.holiday else ("from",)), what=what)


def _paid(case: Case, debt: Debt) -> Iterator[Found]:
    put = deferred(case, debt)
    if put and put.paid and not put.amount and debt.deferral and not granted(debt):
        yield found("deferral", "instalment", period=debt.deferral.instalment)


def _differs(case: Case, debt: Debt) -> Iterator[Found]:
    """A day that is not that of the instalment; beside a plan that was confirmed, an amount that is not, too."""
    asked, terms = debt.deferral, governing(case, debt)
    row = next((each for each in terms.rows if asked and each.period == asked.instalment), None)
    if asked is None or row is None:
        return
    by = "书面确认的方案" if terms.planned else "原合同"
    if asked.start and asked.start != row.due:
        day, stated = chinese_date(row.due), chinese_date(asked.start)
        yield found("deferral", "from", period=row.period, by=by, plan=f"{day}到期", stated=stated)
    if terms.planned and asked.amount is not None and not row.is_of(asked.amount):
        sum_, stated = amount(row.payment), amount(asked.amount)
        yield found("deferral", "amount", period=row.period, by=by, plan=f"{sum_}元", stated=f"{stated}元")


def _between(case: Case, debt: Debt) -> Iterator[Found]:
    """What falls due after the balance and before what is put off is in no paper; a payment since may be that one."""
    put, balance, terms = deferred(case, debt), debt.balance, governing(case, debt)
    if put is None or not balance.past_due or balance.as_of is None or terms.planned:
        return
    if any(paid.date > balance.as_of for paid in debt.payments):
        return
    begins = put.first.due if put.first else put.start
    open_rows = [row for row in terms.rows if debt.due and row.due >= debt.due]
    for row, owed in zip(open_rows, accumulate(row.payment for row in open_rows), strict=True):
        if balance.as_of < row.due < begins and owed > balance.past_due:
            day, as_of = chinese_date(row.due), chinese_date(balance.as_of)
            yield found("deferral", day=day, period=row.period, sum=amount(row.payment), as_of=as_of)


def _unaffordable(case: Case, debt: Debt) -> Iterator[Found]:
    with suppress(FactsError):  # a request to defer needs no budget
        month = deferred_month(case, debt)
        if month and not month.payable:
            yield found("deferral", "to", day=chinese_date(month.day), asked=_asked(month), means=_means(month))


def _beside_plan(case: Case, debt: Debt) -> Iterator[Found]:
    """The letter of hardship asks for the plan alone; under a plan in force one instalment may well be put off."""
    if debt.deferral is not None and debt.proposal is not None and standing(case, debt).negotiating:
        yield found("deferral")


def _asked(month: DeferredMonth) -> str:
    if not month.besides:
        return f"须还{amount(month.sum)}元"
    besides = f"连同当月各笔债务其他应还的{amount(month.besides)}元"
    return f"须还{amount(month.sum)}元，{besides}，共{amount(month.together)}元"


def _means(month: DeferredMonth) -> str:
    if month.disposable > 0:
        return f"超过每月可用于偿还的{amount(month.disposable)}元"
    return f"而每月收支相抵后余{amount(month.disposable)}元，没有可用于偿还的余额"


RULES: tuple[Rule, ...] = (
    DebtRule("deferral.late", _late),
    DebtRule("deferral.ended", _ended),
    DebtRule("deferral.paid", _paid),
    DebtRule("deferral.differs", _differs),
    DebtRule("deferral.between", _between),
    DebtRule("deferral.unaffordable", _unaffordable),
    DebtRule("deferral.beside_plan", _beside_plan),
)
