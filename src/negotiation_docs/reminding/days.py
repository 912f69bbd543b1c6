"""The other days ahead: what the steps name, what a complaint sets, and what a good adviser would look at again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.complaints import complaint_days
from negotiation_docs.law.creditors import profile
from negotiation_docs.reminding.noted import Noted
from negotiation_docs.steps.step import NextSteps, Step

NOT_ADVICE: Final = "这是提示，不是法律意见，期限以文书所载和收到的日期为准；可拨打12348（法律援助）"
_ELSEWHERE: Final = frozenset({"instalment", "unconfirmed_instalment", "goes_on", "enclosure", "review"})
"""Steps whose days are noted as instalments, with their letter, or with the reviews."""
_QUARTER: Final = 3
_AHEAD: Final = 4
_RECORDED: Final = 2
"""Months after which a settlement should stand in the record; a rule of thumb, no law."""


def of_steps(steps: NextSteps, debt: str | None) -> Iterator[Noted]:
    """The steps of one debt (None: of all) that have a day, today or later."""
    for step in steps.of(debt):
        if step.by is not None and step.by >= steps.dated and step.kind not in _ELSEWHERE:
            yield _of_step(step, step.by)


def _of_step(step: Step, day: date) -> Noted:
    own = f"{step.debt or 'case'}.{step.kind}"
    return Noted(
        kind=step.kind,
        mark=step.id.removeprefix(own).lstrip("."),
        day=day,
        title=step.what,
        about=f"{step.why}。{NOT_ADVICE}" if step.advice else step.why,
        advice=step.advice,
    )


def of_complaint(case: Case, debt: Debt) -> Iterator[Noted]:
    """The days that a complaint sets, as advice."""
    for each in complaint_days(case, debt):
        if each.day >= case.dated:
            since = f"{chinese_date(each.talk.day)}起第{each.span.days}日（按沟通记录的日期推算）"
            yield Noted(
                kind="superior" if each.talk.outcome.value == "refused" else "complaint",
                mark=f"{each.talk.day.isoformat()}.{each.span.days}",
                day=each.day,
                title=each.span.what,
                about=f"{since}。{each.span.why}（{each.law}）。{NOT_ADVICE}",
                advice=True,
            )


def reviews(case: Case, others: Iterable[Noted]) -> Iterator[Noted]:
    """A look at income and expenses each quarter and at the credit report each year, until the last day noted.

    At least for a year, from the day of review that the file names, or three months after its figures; none once
    everything is settled.
    """
    if all(debt.settled_by(case.dated) for debt in case.debts):
        return
    last = max((one.day for one in others), default=case.dated)
    told = set[int]()
    for number, day in enumerate(_quarters(case)):
        if number >= _AHEAD and day > last:
            break
        yield Noted(
            kind="review",
            mark=f"{day.year}Q{(day.month - 1) // _QUARTER + 1}",
            day=day,
            title="复核收支：按最近一个月更新收入和支出",
            about="更新案件文件里的收支情况，再看方案还合不合适；变化大的，在下一期之前和对方商量",
        )
        if day.year not in told:
            told.add(day.year)
            yield Noted(
                kind="credit_report",
                mark=str(day.year),
                day=day,
                title="查询信用报告，核对记载",
                about="每年可以免费查询两次（《征信业管理条例》第十七条）；记载有误的，可以自己提出异议，不必请人代办",
            )


def after_settlement(case: Case, debt: Debt) -> Iterator[Noted]:
    """Two months after the settlement: whether the credit record tells it."""
    if debt.settled is None or debt.settled > case.dated or not profile(debt.creditor.kind).reports_credit:
        return
    day = add_months(debt.settled, _RECORDED)
    if day >= case.dated:
        about = f"{chinese_date(debt.settled)}结清；没有更新的，请对方更新，也可以提出异议"
        yield Noted(kind="credit_report", mark="settled", day=day, title="看信用报告有没有更新为已结清", about=about)


def _quarters(case: Case) -> Iterator[date]:
    """Every third month from the review that the file names, today or later."""
    finances = case.finances
    named = finances.review if finances else None
    known = finances.as_of if finances and finances.as_of else case.dated
    start, months = (named, 0) if named else (known, _QUARTER)
    while (day := add_months(start, months)) < case.dated:
        months += _QUARTER
    while day.year < date.max.year - 1:
        yield day
        months += _QUARTER
        day = add_months(start, months)
