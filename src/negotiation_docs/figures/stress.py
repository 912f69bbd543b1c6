"""A stress test of what is proposed: less income, none of a kind, a month without pay; what stays unpaid first."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.dates import months_between
from negotiation_docs.figures.fen import half_up, to_fen, to_yuan
from negotiation_docs.figures.household_month import Budget
from negotiation_docs.figures.promised import pledged
from negotiation_docs.figures.rows import Row
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.notebook import table
from negotiation_docs.question import question, worked_out_once

Name = Literal["income_less", "irregular_gone", "own_income_only", "month_without_pay"]
LABELS: dict[Name, str] = {
    "income_less": "收入减少一成",
    "irregular_gone": "没有不稳定的收入",
    "own_income_only": "只有本人的收入",
    "month_without_pay": "有一个月没有收入",
}
LESS = 10  # the tenth part of the income
_Payment = tuple[str, Row, int]  # debt, row, 分 out of own means


class Unpaid(Struct, frozen=True):
    """The first payment that could not be made: of which ``debt``, its ``period`` (0 = down payment), ``short`` 元.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> first = next(one.unpaid for one in nd.stress(case) if one.unpaid)
    >>> first.debt, first.due.isoformat(), first.short
    ('bank1', '2026-12-25', Decimal('1440.35'))
    """

    debt: str
    period: int
    due: date
    payment: Decimal
    short: Decimal


class Scenario(Struct, frozen=True):
    """One bad turn by ``name``; ``unpaid`` is None where every payment can still be made.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> print(next(iter(nd.stress(case))))
    收入减少一成时，各期仍能按时还款
    """

    name: Name
    unpaid: Unpaid | None

    @property
    def label(self) -> str:
        """What happens, in Chinese."""
        return LABELS[self.name]

    @property
    def outcome(self) -> str:
        """What comes of it, in Chinese."""
        if self.unpaid is None:
            return "各期仍能按时还款"
        which = f"第{self.unpaid.period}期" if self.unpaid.period else "首付款"
        return f"{chinese_date(self.unpaid.due)}的{which}还差{amount(self.unpaid.short)}元"

    def __str__(self) -> str:
        return f"{self.label}时，{self.outcome}"


class Stress(Struct, frozen=True):
    """The scenarios that apply, iterable; irregular income and that of others are left out where the file has none.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.stress(case).withstands
    False
    """

    scenarios: tuple[Scenario, ...]

    def __iter__(self) -> Iterator[Scenario]:
        return iter(self.scenarios)

    @property
    def withstands(self) -> bool:
        """Whether no scenario leaves a payment unpaid."""
        return all(scenario.unpaid is None for scenario in self.scenarios)

    def _repr_html_(self) -> str:
        return table("ll", ("情形", "结果"), [(each.label, each.outcome) for each in self.scenarios])


class _Turn(Struct, frozen=True):
    """A bad turn in 分: what each month leaves, and what is missing once."""

    name: Name
    monthly: int
    once: int = 0


@told
@question
@in_our_context
def stress(case: Case, debt: str | None = None) -> Stress:
    """What becomes of the plans with less income, without the irregular part or that of others, after a month of none.

    From the day of the finances on, realisable assets and each month's surplus accumulate, and the payments of all
    debts are made in order of their days; what has a source of its own needs nothing. ``debt`` (an id) limits the
    answer to the payments of that debt, and is empty where there are none. Income that was not stated, or a debt that
    is not there, is a FactsError.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> [(each.label, each.outcome) for each in nd.stress(case)][-1]
    ('有一个月没有收入', '2026年12月25日的第1期还差1,440.35元')
    """
    found = _found(case)
    if debt is None:
        return Stress(tuple(Scenario(name, next(iter(unpaid.values()), None)) for name, unpaid in found.unpaid.items()))
    wanted = case.debt(debt).id
    unpaid = found.unpaid if wanted in found.paying else {}
    return Stress(tuple(Scenario(name, first.get(wanted)) for name, first in unpaid.items()))


class _Found(Struct, frozen=True):
    """The debts that are ``paying`` anything, and what of each stays ``unpaid`` first in each bad turn, in order."""

    paying: Collection[str]
    unpaid: Mapping[Name, Mapping[str, Unpaid]]


@worked_out_once
def _found(case: Case) -> _Found:
    """For all debts at once: what becomes of one does not hang on which of them is asked about."""
    month = budget(case)
    since = (case.finances.as_of if case.finances else None) or case.dated
    payments = sorted(_payments(case, since), key=lambda payment: payment[1].due)
    turns = _turns(month) if payments else ()
    return _Found(
        frozenset(debt for debt, *_ in payments),
        {turn.name: _first_unpaid(payments, turn, month, since) for turn in turns},
    )


def _turns(month: Budget) -> Iterator[_Turn]:
    left, income = to_fen(month.disposable), to_fen(month.income)
    yield _Turn("income_less", left - half_up(Fraction(income, LESS)))
    if month.irregular_income:
        yield _Turn("irregular_gone", left - to_fen(month.irregular_income))
    if month.own_income != month.income:
        yield _Turn("own_income_only", to_fen(month.own_disposable))
    yield _Turn("month_without_pay", left, income)


def _payments(case: Case, since: date) -> Iterator[_Payment]:
    for pledge in pledged(case):
        yield from ((pledge.debt, row, fen) for row, fen in pledge.from_own_means() if row.due >= since)


def _first_unpaid(payments: Iterable[_Payment], turn: _Turn, month: Budget, since: date) -> dict[str, Unpaid]:
    """The first payment of each debt that stays unpaid, in order; what stays unpaid is not made up for."""
    found: dict[str, Unpaid] = {}
    paid, months = 0, set[tuple[int, int]]()
    for debt, row, fen in payments:
        months.add((row.due.year, row.due.month))
        elapsed = max(months_between(since, row.due), len(months))
        short = fen + paid + turn.once - to_fen(month.realisable) - turn.monthly * elapsed
        if short <= 0:
            paid += fen
        elif debt not in found:
            found[debt] = Unpaid(debt, row.period, row.due, to_yuan(fen), to_yuan(min(short, fen)))
    return found
