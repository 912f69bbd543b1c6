"""What is pledged to all creditors together, added up once a question, and beside it what one plan would change.

A plan is held against those of all other debts; that of its own debt is taken off the sums, so that a case of many
debts costs no more than as many cases of one.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from negotiation_docs.facts import Case
from negotiation_docs.figures.fen import add, subtract
from negotiation_docs.figures.household_month import Budget
from negotiation_docs.figures.pledges import Lump, Pledge, Shortfall, laid_by, monthly_totals, shortfalls
from negotiation_docs.figures.promised import pledged
from negotiation_docs.question import worked_out_once

Months = Mapping[tuple[int, int], Decimal]
"""(year, month) → 元."""


@worked_out_once
def _standing(case: Case) -> Mapping[str, Pledge]:
    """{debt id: pledge} of what takes of the borrower's own means."""
    return {each.debt: each for each in pledged(case) if not each.carried}


@worked_out_once
def _months(case: Case) -> Months:
    return monthly_totals(_standing(case).values(), case.dated)


@worked_out_once
def _days(case: Case) -> Mapping[date, int]:
    return laid_by(_standing(case).values(), case.dated)


@worked_out_once
def _lumps(case: Case) -> dict[str, tuple[Lump, ...]]:
    """Of every debt, in the order of the file: an earlier one is served first."""
    standing = _standing(case)
    return {debt.id: standing[debt.id].lumps() if debt.id in standing else () for debt in case.debts}


@worked_out_once
def _months_of(own: Pledge, today: date) -> Months:
    return monthly_totals([own], today)


def months_beside(case: Case, debt: str) -> Months:
    """What the months of all other debts than ``debt`` (its id) take of the borrower's own means."""
    months, own = dict(_months(case)), _standing(case).get(debt)
    for month, payment in (_months_of(own, case.dated) if own else {}).items():
        months[month] = subtract(months[month], payment)
    return months


def together(case: Case, own: Pledge, others: Months) -> Months:
    """``others`` and the months of ``own``."""
    months = dict(others)
    for month, payment in _months_of(own, case.dated).items():
        months[month] = add(months[month], payment) if month in months else payment
    return months


def short(case: Case, own: Pledge, month: Budget) -> tuple[Shortfall, ...]:
    """The lump sums of ``own`` that nothing reaches, in place of what is pledged on its debt."""
    if not any(not lump.source and lump.due >= case.dated for lump in own.lumps()):
        return ()
    days = dict(_days(case))
    if standing := _standing(case).get(own.debt):
        for day, fen in laid_by([standing], case.dated).items():
            days[day] -= fen
            if not days[day]:
                del days[day]
    for day, fen in laid_by([own], case.dated).items():
        days[day] = days.get(day, 0) + fen
    lumps = (lump for each in (_lumps(case) | {own.debt: own.lumps()}).values() for lump in each)
    found = shortfalls(lumps, days, month.disposable, month.realisable, case.dated)
    return tuple(each for each in found if each.lump.debt == own.debt)
