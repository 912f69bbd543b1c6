"""What proposed schedules ask of a month and of a day: monthly payments and lump sums over all debts of a borrower."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.figures.dates import add_months, months_between
from negotiation_docs.figures.fen import add, to_fen, to_yuan
from negotiation_docs.figures.rows import Row, Schedule


class Lump(Struct, frozen=True):
    """A sum of ``amount`` 元 due on one day, outside the monthly payments, out of ``source`` (empty: own means).

    ``gap``: it is the interest of a late start, which the first instalment bears.
    """

    debt: str
    due: date
    amount: Decimal
    source: str = ""
    gap: bool = False


class Pledge(Struct, frozen=True):
    """One debt's proposed ``schedule``; ``first_due`` is the day before any holiday shift, ``source`` as in Lump.

    ``carried``: somebody else pays it, so that it takes nothing of the borrower's own means.
    """

    debt: str
    schedule: Schedule
    first_due: date
    source: str = ""
    carried: bool = False

    def monthly(self) -> dict[tuple[int, int], Decimal]:
        """(year, month) → 元 out of that month's income; a holiday shift does not move a payment to another month.

        An instalment of a longer interval is laid by in equal parts over the months since the one before.
        """
        every, parts = self.schedule.every, self.parts()
        first, number = self.first_due.year * 12 + self.first_due.month - 1, self.schedule.instalments[0].period
        months = {}
        for period, part in parts.items():
            for back in range(every):
                year, month = divmod(first + (period - number) * every - back, 12)
                months[year, month + 1] = part
        return months

    def parts(self) -> dict[int, Decimal]:
        """{period: 元} that an instalment, less what of it is a lump sum, takes of each month of its interval."""
        lumps, every = {row.period: fen for row, fen in self._lumps()}, self.schedule.every
        parts = {}
        for row in self.schedule.instalments:
            lump = lumps.get(row.period)
            payment = to_yuan(to_fen(row.payment) - lump) if lump else row.payment
            parts[row.period] = payment if every == 1 else to_yuan(-(-to_fen(payment) // every))
        return parts

    def lumps(self) -> tuple[Lump, ...]:
        """Down payment, settlement, single payment, interest of a late start, final principal, charges at the end."""
        schedule = self.schedule
        late = schedule.instalments[0] if schedule.gap_interest and schedule.periods > 1 else None
        return tuple(Lump(self.debt, row.due, to_yuan(fen), self.source, gap=row is late) for row, fen in self._lumps())

    def _lumps(self) -> Iterator[tuple[Row, int]]:
        """The rows that are not, or not only, a monthly payment, with the 分 that are not."""
        schedule = self.schedule
        if schedule.down_payment:
            yield schedule.down_payment, to_fen(schedule.down_payment.payment)
        last = schedule.rows[-1]
        if schedule.periods == 1:
            yield last, to_fen(last.payment)
            return
        if schedule.gap_interest:
            yield schedule.instalments[0], to_fen(schedule.gap_interest)
        fen = 0 if schedule.instalments[0].charges else to_fen(last.charges)
        if schedule.method == "interest_first":
            fen += to_fen(last.principal)
        if fen:
            yield last, fen

    def from_own_means(self) -> Iterator[tuple[Row, int]]:
        """Every payment with its 分, less what is paid out of a source of its own."""
        if self.carried:
            return
        elsewhere = {row.period: fen for row, fen in self._lumps()} if self.source else {}
        for row in self.schedule.rows:
            if fen := to_fen(row.payment) - elsewhere.get(row.period, 0):
                yield row, fen

    def laid_by(self) -> Iterator[tuple[date, int]]:
        """(day, 分) of what the instalments take out of the months, without lumps.

        One of a longer interval is laid by in equal parts on its day of each month since the one before.
        """
        lumps = {row.period: fen for row, fen in self._lumps()}
        every = self.schedule.every
        for row in () if self.carried else self.schedule.instalments:
            part, odd = divmod(to_fen(row.payment) - lumps.get(row.period, 0), every)
            for back in range(every):
                if fen := part + (0 if back else odd):
                    yield add_months(row.due, -back), fen


def monthly_totals(pledges: Iterable[Pledge], today: date) -> dict[tuple[int, int], Decimal]:
    """(year, month) → 元 of all debts together, from the month of ``today`` on, in order of time."""
    months: dict[tuple[int, int], Decimal] = {}
    for pledge in pledges:
        for month, payment in pledge.monthly().items():
            months[month] = add(months[month], payment) if month in months else payment
    return {month: months[month] for month in sorted(months) if month >= (today.year, today.month)}


class Shortfall(Struct, frozen=True):
    """A lump sum that assets and savings up to its day do not reach; ``available`` in 元, never below 0."""

    lump: Lump
    available: Decimal


def laid_by(pledges: Iterable[Pledge], today: date) -> dict[date, int]:
    """{day: 分} of what the instalments of all take out of the months from ``today`` on, without lumps."""
    days: dict[date, int] = {}
    for pledge in pledges:
        for day, fen in pledge.laid_by():
            if day >= today:
                days[day] = days.get(day, 0) + fen
    return days


def shortfalls(
    lumps: Iterable[Lump], laid: Mapping[date, int], disposable: Decimal, assets: Decimal, today: date
) -> tuple[Shortfall, ...]:
    """Lump sums beyond ``assets`` plus what the instalments, ``laid`` by days, leave of ``disposable`` since ``today``.

    Each 元 serves once: an earlier lump leaves less for a later one, of several on a day the first is served first. A
    lump with a source needs no own means.
    """
    ahead_of = sorted((lump for lump in lumps if not lump.source and lump.due >= today), key=lambda lump: lump.due)
    left = _left_over({**{lump.due: 0 for lump in ahead_of}, **laid}, to_fen(disposable), today)
    days = [day for day, _ in left]
    spared: dict[date, int] = {}  # by the day of a lump, on which many may fall
    spent, missing = 0, []
    for lump in ahead_of:
        if lump.due not in spared:
            ahead = left[bisect_left(days, lump.due) : bisect_right(days, add_months(lump.due, 1))]
            spared[lump.due] = min(fen for _, fen in ahead)
        available = max(0, to_fen(assets) + spared[lump.due] - spent)
        if to_fen(lump.amount) > available:
            missing.append(Shortfall(lump, to_yuan(available)))
        spent += to_fen(lump.amount)
    return tuple(missing)


def _left_over(laid: Mapping[date, int], disposable: int, today: date) -> list[tuple[date, int]]:
    """(day, 分) that the instalments have left by each day, those of the day itself taken off.

    A month in which something falls due has its surplus by then, else an instalment itself could not be paid. The next
    month's instalments may still need what a day leaves, so a lump looks a month ahead.
    """
    months, rest, found = set[tuple[int, int]](), 0, []
    for day in sorted(laid):
        months.add((day.year, day.month))
        rest -= laid[day]
        found.append((day, disposable * max(months_between(today, day), len(months)) + rest))
    return found
