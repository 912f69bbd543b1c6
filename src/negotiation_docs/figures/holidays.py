"""Public holidays from the optional package chinesecalendar, for the years it really covers, and warnings past them."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import date

from msgspec import Struct

from negotiation_docs.arguments import told
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, HolidayShift
from negotiation_docs.figures.dates import Calendar

RULE = "plan.holidays"


class PublicHolidays(Struct, frozen=True):
    """Days off and make-up workdays (调休上班日) of the ``covered`` years, and one warning for the others.

    As a string it is the two lines of a case file that hold these days.

    >>> import negotiation_docs as nd
    >>> print(nd.public_holidays([2026]))  # doctest: +SKIP
    """

    holidays: frozenset[date]
    workdays: frozenset[date]
    covered: frozenset[int]
    problems: tuple[Problem, ...]

    @told
    def calendar(self, shift: str) -> Calendar:
        """A calendar with these days."""
        return Calendar(shift, self.holidays, self.workdays)

    def __str__(self) -> str:
        lines = (("holidays", self.holidays), ("workdays", self.workdays))
        return "\n".join(f"{name}: [{', '.join(day.isoformat() for day in sorted(days))}]" for name, days in lines)


@told
def public_holidays(years: Iterable[int]) -> PublicHolidays:
    """What chinesecalendar knows of ``years``; nothing is guessed for a year whose arrangement is not published.

    Never used by itself: the same facts must give the same dates whether the package is installed or not. Put the
    days into the case's ``holidays`` and ``workdays``. Raises ModuleNotFoundError with the command that installs it.

    >>> import negotiation_docs as nd
    >>> nd.public_holidays([2026]).problems  # doctest: +SKIP
    """
    try:
        from chinese_calendar import constants  # noqa: PLC0415  # an extra
    except ModuleNotFoundError as error:
        raise ModuleNotFoundError('没有安装节假日数据，请运行 pip install "negotiation-docs[holidays]"') from error
    wanted = frozenset(years)
    covered = wanted & {day.year for day in constants.holidays}
    return PublicHolidays(
        frozenset(day for day in constants.holidays if day.year in covered),
        frozenset(day for day in constants.workdays if day.year in covered),
        covered,
        _unknown(wanted - covered),
    )


def holiday_problems(case: Case, days: Iterable[date], shift: HolidayShift) -> tuple[Problem, ...]:
    """A warning that names the years of ``days`` in which a shift is asked for and the case names no holidays."""
    if shift is HolidayShift.NONE:
        return ()
    known = {day.year for day in case.holidays}
    return _unknown({day.year for day in days} - known)


def _unknown(years: AbstractSet[int]) -> tuple[Problem, ...]:
    if not years:
        return ()
    message = f"{_spoken(years)}没有放假日资料，只按周六、周日调整还款日"
    hint = "放假安排公布后填写放假日和调休上班日，再核对还款日"
    return (Problem("warning", ("holidays",), message, hint, RULE, trait="offers"),)


def _spoken(years: AbstractSet[int]) -> str:
    """``2026年、2028年至2031年``."""
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return "、".join(f"{run[0]}年至{run[-1]}年" if len(run) > 1 else f"{run[0]}年" for run in runs)
