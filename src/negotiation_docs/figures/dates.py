"""Due dates: the anchor day is kept for every month (民法典202), and a holiday moves one date, never the others."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Set as AbstractSet
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct, field

from negotiation_docs.figures.fen import wrong

SHIFTS = ("none", "next", "previous", "modified_next")
SHORTEST_MONTH = 28
LONGEST_HOLIDAY = 60  # days searched for a working day before the user's holidays are taken for a mistake


class Calendar(Struct, frozen=True):
    """How a due date that falls on a day off moves: ``shift`` none | next | previous | modified_next.

    Days off are Saturdays, Sundays and ``holidays``, except ``workdays`` (调休上班日).
    """

    shift: str = "none"
    holidays: AbstractSet[date] = field(default_factory=frozenset)
    workdays: AbstractSet[date] = field(default_factory=frozenset)

    def is_working(self, day: date) -> bool:
        """Whether banks work on ``day``."""
        return day in self.workdays or (day.weekday() < 5 and day not in self.holidays)

    def move(self, day: date) -> date:
        """``day`` moved by the rule; ``modified_next`` goes back when the next working day is in another month."""
        if self.shift == "none":
            return day
        if self.shift == "previous":
            return self._search(day, -1)
        later = self._search(day, 1)
        crosses_month = self.shift == "modified_next" and later.month != day.month
        return self._search(day, -1) if crosses_month else later

    def _search(self, day: date, step: int) -> date:
        for distance in range(LONGEST_HOLIDAY):
            candidate = day + timedelta(days=step * distance)
            if self.is_working(candidate):
                return candidate
        raise wrong(("holidays",), f"{day.isoformat()}前后{LONGEST_HOLIDAY}日内没有工作日", "请检查放假日是否填写有误")


AS_WRITTEN = Calendar()


def add_months(day: date, months: int, anchor: int | None = None) -> date:
    """``months`` later on the same day of the month, or on its last day where the month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        raise wrong(("periods",), "期数过多，日期超出可表示的范围", "请减少期数")
    wanted = anchor or day.day
    last = wanted if wanted <= SHORTEST_MONTH else monthrange(year, month + 1)[1]
    return date(year, month + 1, min(wanted, last))


@lru_cache(maxsize=256)  # a batch is full of plans from the same first day
def _regular(first_due: date, periods: int, every: int, anchor: int | None) -> tuple[date, ...]:
    return tuple([add_months(first_due, period * every, anchor) for period in range(periods)])


def due_dates(
    first_due: date, periods: int, calendar: Calendar = AS_WRITTEN, *, every: int = 1, anchor: int | None = None
) -> tuple[date, ...]:
    """The due dates of ``periods`` instalments, ``every`` so many months, each computed from ``first_due``.

    ``anchor`` is the day of the month to keep where it is not that of ``first_due`` (31 = the last day).
    Dates that would not strictly increase are a FactsError.
    """
    if calendar.shift not in SHIFTS:
        raise wrong(("holiday_shift",), f"不认识的节假日处理方式“{calendar.shift}”", f"可选：{'、'.join(SHIFTS)}")
    if periods < 1:
        raise wrong(("periods",), "期数须为1或以上的整数")
    days = _regular(first_due, periods, every, anchor)
    if calendar.shift == "none":
        return days
    days = tuple(map(calendar.move, days))
    if any(later <= earlier for earlier, later in pairwise(days)):
        raise wrong(("holidays",), "节假日顺延后，相邻两期落在同一天", "请检查放假日是否填写有误")
    return days


def months_between(earlier: date, later: date) -> int:
    """Whole months from ``earlier`` to ``later`` (0 when ``later`` is not later)."""
    months = (later.year - earlier.year) * 12 + later.month - earlier.month
    if months > 0 and add_months(earlier, months) > later:
        months -= 1
    return max(0, months)
