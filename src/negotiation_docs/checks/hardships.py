"""The borrower's situation: reachable, with causes in a possible order of time that say what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator

from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Cause, Channel, Debt, Sex
from negotiation_docs.figures.wording import chinese_date

_MOST_WORDS = 500  # of the borrower's own: with the account, the budget and the request they fill two pages


_REACHED_BY = {
    Channel.PHONE: "phone",
    Channel.SMS: "phone",
    Channel.WECHAT: "wechat",
    Channel.EMAIL: "email",
    Channel.LETTER: "address",
}


def _unreachable(case: Case) -> Iterator[Found]:
    for channel in case.borrower.contact_by:
        wanted = _REACHED_BY.get(channel)
        if wanted and getattr(case.borrower, wanted) is None:
            label = type(case.borrower).model_fields[wanted].title
            yield found("borrower", wanted, channel=channel.label, label=label)


def _no_id_number(case: Case) -> Iterator[Found]:
    if case.borrower.id_number is None and case.borrower.id_document is None:
        yield found("borrower", "id_number")


def _differs(case: Case) -> Iterator[Found]:
    """Court forms print what the number of the document holds: another sex or day in the file would be silent."""
    person = case.borrower
    if person.held is None:
        return
    born, male = person.held
    sex = Sex.MALE if male else Sex.FEMALE
    if person.sex is not None and person.sex is not sex:
        yield found("borrower", "sex", label="性别", told=person.sex.label, held=sex.label)
    if person.born is not None and person.born != born:
        yield found("borrower", "born", label="出生日期", told=chinese_date(person.born), held=chinese_date(born))


def _future(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.since and cause.since > case.dated:
            yield found("hardship", place, "since", since=chinese_date(cause.since), dated=chinese_date(case.dated))


def _order(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.since and cause.until and cause.until < cause.since:
            yield found("hardship", place, "until")


def _after_default(case: Case, debt: Debt) -> Iterator[Found]:
    days = [cause.since for cause in case.hardship if cause.since]
    if debt.due and days and len(days) == len(case.hardship) and min(days) > debt.due and not case.oversight_only:
        yield found("due", since=chinese_date(min(days)), due=chinese_date(debt.due))


def _unnamed(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.cause is Cause.OTHER and cause.statement is None:
            yield found("hardship", place, "statement")


def _no_statement(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.statement is None and cause.cause is not Cause.OTHER:
            yield found("hardship", place, "statement", cause=cause.cause.label)


def _medical(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.medical_detail and cause.cause not in (Cause.ILLNESS, Cause.ACCIDENT):
            yield found("hardship", place, "medical_detail", cause=cause.cause.label)


def _too_long(case: Case) -> Iterator[Found]:
    count = sum(len(cause.statement or "") for cause in case.hardship) + sum(map(len, case.measures))
    if count > _MOST_WORDS:
        yield found("hardship", count=count, most=_MOST_WORDS)


def _told_twice(case: Case) -> Iterator[Found]:
    """Papers tell causes and updates one after the other: the same words in both would stand there twice."""
    for place, update in enumerate(case.updates):
        said = _bare(update.statement)
        for cause in case.hardship:
            known = _bare(cause.statement or "")
            if known and (said in known or known in said):
                yield found("updates", place, "statement", cause=cause.cause.label)


def _bare(words: str) -> str:
    """``words`` without marks and spaces, and without the 本人 or 我 they begin with."""
    return re.sub(r"^(?:本人|我)", "", re.sub(r"[\W_]", "", words))


RULES: tuple[Rule, ...] = (
    CaseRule("borrower.unreachable", _unreachable),
    CaseRule("borrower.id_number", _no_id_number),
    CaseRule("borrower.differs", _differs),
    CaseRule("hardship.future", _future),
    CaseRule("hardship.order", _order),
    CaseRule("hardship.unnamed", _unnamed),
    CaseRule("hardship.statement", _no_statement),
    CaseRule("hardship.medical", _medical),
    CaseRule("hardship.too_long", _too_long),
    CaseRule("update.twice", _told_twice),
    DebtRule("hardship.after_default", _after_default),
)
