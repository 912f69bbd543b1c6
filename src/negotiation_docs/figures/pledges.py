"""What proposed schedules ask of a month and of a day: monthly payments and lump sums over all debts of a borrower."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negotiation_docs.figures.dates import add_months, months_between
from negotiation_docs.figures.money import to_fen, to_yuan
from negotiation_docs.figures.rows import Row, Schedule

PAID_AT_ONCE = ("bullet", "settlement")


@dataclass(frozen=True, slots=True)
class Lump:
    """A sum of ``amount`` 元 due on one day, outside the monthly payments; ``funded`` if its source is stated."""

    debt: str
    due: date
    amount: Decimal
    funded: bool = False


@dataclass(frozen=True, slots=True)
class Pledge:
    """One debt's proposed ``schedule``; ``first_due`` is the day before any holiday shift, ``funded`` as in Lump."""

    debt: str
    schedule: Schedule
    first_due: date
    funded: bool = False

    def monthly(self) -> dict[tuple[int, int], Decimal]:
        """(year, month) → 元 out of that month's income; a holiday shift does not move a payment to another month."""
        months = {}
        for row in self.schedule.instalments:
            due = add_months(self.first_due, row.period - 1)
            months[due.year, due.month] = to_yuan(to_fen(row.payment) - self._lump_fen(row))
        return months

    def lumps(self) -> tuple[Lump, ...]:
        """Down payment, settlement, single payment, final principal of interest_first, charges due at the very end."""
        sums = ((row, self._lump_fen(row)) for row in self.schedule)
        return tuple(Lump(self.debt, row.due, to_yuan(fen), self.funded) for row, fen in sums if fen)

    def _lump_fen(self, row: Row) -> int:
        """分 of ``row`` that are not a monthly payment."""
        schedule = self.schedule
        if row.period == 0 or schedule.periods == 1 or schedule.method in PAID_AT_ONCE:
            return to_fen(row.payment)
        if row is not schedule.rows[-1]:
            return 0
        charges = 0 if schedule.instalments[0].charges else to_fen(row.charges)
        return charges + (to_fen(row.principal) if schedule.method == "interest_first" else 0)


def monthly_totals(pledges: Iterable[Pledge], today: date) -> dict[tuple[int, int], Decimal]:
    """(year, month) → 元 of all debts together, from the month of ``today`` on, in order of time."""
    months: Counter[tuple[int, int]] = Counter()
    for pledge in pledges:
        for month, payment in pledge.monthly().items():
            months[month] += to_fen(payment)
    return {month: to_yuan(months[month]) for month in sorted(months) if month >= (today.year, today.month)}


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A lump sum that assets and savings up to its day do not reach; ``available`` in 元, never below 0."""

    lump: Lump
    available: Decimal


def shortfalls(pledges: Iterable[Pledge], disposable: Decimal, assets: Decimal, today: date) -> tuple[Shortfall, ...]:
    """Lump sums beyond ``assets`` plus what is left over of ``disposable`` in the whole months from ``today``.

    Each 元 serves once: an earlier lump leaves less for a later one. A funded lump needs nothing of the borrower's.
    """
    known = tuple(pledges)
    monthly = monthly_totals(known, today)
    lumps = (lump for pledge in known for lump in pledge.lumps() if not lump.funded and lump.due >= today)
    spent, missing = 0, []
    for lump in sorted(lumps, key=lambda lump: lump.due):
        until = (lump.due.year, lump.due.month)
        paid = sum(to_fen(payment) for month, payment in monthly.items() if month < until)
        saved = to_fen(disposable) * months_between(today, lump.due) - paid
        available = max(0, to_fen(assets) + saved - spent)
        if to_fen(lump.amount) > available:
            missing.append(Shortfall(lump, to_yuan(available)))
        spent += to_fen(lump.amount)
    return tuple(missing)
