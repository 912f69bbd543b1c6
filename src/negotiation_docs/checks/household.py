"""收支情况: complete, of the day, nothing counted twice, no other debt preferred to those under negotiation."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.checks.rule import CaseRule, Found, Rule, found
from negotiation_docs.facts import Case, OtherDebt
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.household import monthly
from negotiation_docs.figures.wording import amount, chinese_date

_STALE = 92  # days; a budget older than a quarter no longer speaks for the month of the letter


def _future(case: Case) -> Iterator[Found]:
    finances = case.finances
    if finances and finances.as_of and finances.as_of > case.dated:
        yield found("finances", "as_of", as_of=chinese_date(finances.as_of), dated=chinese_date(case.dated))


def _stale(case: Case) -> Iterator[Found]:
    finances = case.finances
    if finances and finances.as_of and (days := (case.dated - finances.as_of).days) > _STALE:
        yield found("finances", "as_of", days=days)


def _no_day(case: Case) -> Iterator[Found]:
    if case.finances and case.finances.income and case.finances.as_of is None:
        yield found("finances", "as_of")


def _income_unproved(case: Case) -> Iterator[Found]:
    for place, line in enumerate((case.finances and case.finances.income) or ()):
        if monthly(line) and not line.evidence:
            yield found("finances", "income", place, "evidence", name=echo(line.name))


def _no_essentials(case: Case) -> Iterator[Found]:
    finances = case.finances
    if finances and finances.income and not finances.essentials:
        yield found("finances", "essentials")


def _twice(case: Case) -> Iterator[Found]:
    names = {debt.creditor.name for debt in case.debts}
    for place, other in enumerate(_others(case)):
        if other.creditor in names:
            yield found("finances", "other_debts", place, "creditor")


def _preferred(case: Case) -> Iterator[Found]:
    for place, other in enumerate(_others(case)):
        if not other.priority and other.monthly:
            yield found("finances", "other_debts", place, "priority", monthly=amount(other.monthly))


def _overdue(case: Case) -> Iterator[Found]:
    for place, other in enumerate(_others(case)):
        if other.overdue:
            yield found("finances", "other_debts", place, "overdue")


def _over_balance(case: Case) -> Iterator[Found]:
    for place, other in enumerate(_others(case)):
        if other.balance is not None and other.monthly > other.balance:
            yield found("finances", "other_debts", place, "monthly", balance=amount(other.balance))


def _unclassed(case: Case) -> Iterator[Found]:
    for place, asset in enumerate((case.finances and case.finances.assets) or ()):
        if asset.category is None:
            yield found("finances", "assets", place, "class", name=echo(asset.name))


def _support_twice(case: Case) -> Iterator[Found]:
    """Support is what one lives on without income; beside an income line of the same source or sum it counts twice."""
    finances = case.finances
    for place, one in enumerate(finances.support if finances else ()):
        for line in (finances.income if finances else None) or ():
            if one.source in line.name or monthly(line) == one.amount:
                yield found("finances", "support", place, name=echo(line.name))


def _others(case: Case) -> tuple[OtherDebt, ...]:
    return case.finances.other_debts if case.finances else ()


RULES: tuple[Rule, ...] = (
    CaseRule("finances.future", _future),
    CaseRule("finances.stale", _stale),
    CaseRule("finances.no_day", _no_day),
    CaseRule("finances.income_unproved", _income_unproved),
    CaseRule("finances.no_essentials", _no_essentials),
    CaseRule("finances.twice", _twice),
    CaseRule("finances.over_balance", _over_balance),
    CaseRule("finances.preferred", _preferred),
    CaseRule("finances.other_overdue", _overdue),
    CaseRule("finances.support_twice", _support_twice),
    CaseRule("finances.unclassed", _unclassed),
)
