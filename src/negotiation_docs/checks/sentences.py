"""Free text: how it continues the sentence, figures the file already holds, forbidden words, overlong sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial

from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Rule, found
from negotiation_docs.checks.texts import FreeText, case_texts, debt_texts
from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.law.phrases import forbidden, suspected

_SUBJECT = re.compile(r"本人|我们?|申请人|借款人|持卡人")
_DATE = re.compile(r"(?:自从?|从|于|在)?(?:19|20)\d\d\s*(?:年|-)\s*\d{1,2}")
_SUM = re.compile(r"(?<![\d.])(\d[\d,]*(?:\.\d+)?)\s*(万?)元")
_COUNT = re.compile(r"(?<![\d.第])(\d+(?:\.\d+)?)\s*(期|%)")
_OVERDUE = re.compile(r"逾期\s*\d+\s*[天日]")  # counted by the program, from the due date to the day of the balance
_LONGEST = 60  # characters a clerk takes in at one reading

Test = Callable[[Case, Debt | None, FreeText], Iterator[dict[str, object]]]


def _subject(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case, debt
    if text.continues and (match := next(filter(None, map(_SUBJECT.match, text.text.split("\n"))), None)):
        yield {"word": match.group()}


def _date(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case, debt
    if text.continues and not text.spoken and any(map(_DATE.match, text.text.split("\n"))):
        yield {}


def _full_stop(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case, debt
    for paragraph in text.text.split("\n"):
        if paragraph[-1:] in "。．.；;，,、":
            yield {"mark": paragraph[-1:]}
            return


def _figure(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    if text.spoken or text.quoted:
        return
    yield from ({"amount": days} for days in _OVERDUE.findall(text.text))
    sums, counts = _SUM.findall(text.text), _COUNT.findall(text.text)
    known = {*_sums(case, skip="debts"), *(_sums(debt) if debt else ())} if sums or counts else set()
    for digits, wan in sums:
        if (value := Decimal(digits.replace(",", "")) * (10000 if wan else 1)) and value in known:
            yield {"amount": f"{digits}{wan}元"}
    for digits, unit in counts:
        periods = debt.proposal.periods if debt and debt.proposal else None
        if (unit == "期" and digits == str(periods)) or (unit == "%" and Decimal(digits) / 100 in known):
            yield {"amount": f"{digits}{unit}"}


def _sums(facts: Facts, skip: str = "") -> Iterator[Decimal]:
    """Every amount of money below a model."""
    for name, value in facts:
        if name == skip:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Facts):
                yield from _sums(one)
            elif isinstance(one, Decimal):
                yield one


def _phrase(group: str, case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case
    if text.quoted:
        return
    for phrase in forbidden(text.text, debt.creditor.kind.value if debt else None, group=group):
        yield {"phrase": echo(phrase.phrase), "why": phrase.message, "better": phrase.better}


def _long(case: Case, debt: Debt | None, text: FreeText) -> Iterator[dict[str, object]]:
    del case, debt
    longest = max(map(len, re.split(r"[。；！？\n]", text.text)))
    if longest > _LONGEST:
        yield {"count": longest, "most": _LONGEST}


def _in_case(test: Test, case: Case) -> Iterator[Found]:
    for text in case_texts(case):
        yield from (found(*text.loc, **values) for values in test(case, None, text))


def _in_debt(test: Test, case: Case, debt: Debt) -> Iterator[Found]:
    for text in debt_texts(debt):
        yield from (found(*text.loc, **values) for values in test(case, debt, text))


def _phrases_in_case(group: str, case: Case) -> Iterator[Found]:
    if suspected([text.text for text in case_texts(case)], group=group):
        yield from _in_case(partial(_phrase, group), case)


def _phrases_in_debt(group: str, case: Case, debt: Debt) -> Iterator[Found]:
    if suspected([text.text for text in debt_texts(debt)], debt.creditor.kind.value, group=group):
        yield from _in_debt(partial(_phrase, group), case, debt)


def everywhere(rule: str, test: Test) -> tuple[Rule, Rule]:
    """One test on the texts of the case and on those of each debt."""
    return CaseRule(rule, partial(_in_case, test)), DebtRule(rule, partial(_in_debt, test))


RULES: tuple[Rule, ...] = (
    *everywhere("text.subject", _subject),
    *everywhere(
        "text.date",
        _date,
    ),
    *everywhere("text.full_stop", _full_stop),
    *everywhere(
        "text.figure",
        _figure,
    ),
    CaseRule("text.law", partial(_phrases_in_case, "law")),
    DebtRule("text.law", partial(_phrases_in_debt, "law")),
    CaseRule("text.tone", partial(_phrases_in_case, "tone")),
    DebtRule("text.tone", partial(_phrases_in_debt, "tone")),
    *everywhere("text.long", _long),
)
