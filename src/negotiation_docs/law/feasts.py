"""When the last day of a time limit may fall on a public holiday, or on a weekend that is worked for one.

The fixed ones and 春节 by their weeks; 端午 and 中秋 follow the moon: their days stand in ``data/feasts.json``, and for
a year that is not there, all the weeks in which they can fall. The State Council names the days off each November.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

_DATA: Final = Path(__file__).parent / "data" / "feasts.json"
_DayOfYear = tuple[int, int]
_WEEKS: Final = (((1, 1), (1, 3)), ((1, 21), (2, 28)), ((4, 4), (4, 6)), ((5, 1), (5, 5)), ((10, 1), (10, 8)))
"""元旦, 春节, 清明, 劳动节, 国庆."""
_MOONS: Final = (((5, 27), (6, 25)), ((9, 7), (10, 6)))
"""The first and last day on which 端午 and 中秋 fall in any year of this century."""
_AROUND: Final = timedelta(days=2)
_WORKED: Final = (
    ((1, 1), (1, 5)), ((1, 11), (3, 8)), ((4, 1), (4, 8)), ((4, 22), (5, 12)), ((9, 17), (10, 13)), ((12, 28), (12, 31))
)  # fmt: skip
"""Where the weekends lie that were worked for one of these since 2019 (调休上班日), with some days to spare."""
_NEVER: Final = (((1, 1), (1, 1)), ((5, 1), (5, 2)), ((10, 1), (10, 6)))
"""Days that are off in every year."""
_WORKED_AROUND: Final = timedelta(days=4)


class _File(Struct, forbid_unknown_fields=True):
    checked: str
    about: str
    days: dict[str, tuple[date, date]]


def perhaps_off(day: date) -> bool:
    """Whether ``day`` may be one of a public holiday, as far as can be told without the year's list of days off."""
    return any(first <= day <= last for first, last in _spans(day.year))


def perhaps_worked(day: date) -> bool:
    """Whether ``day``, on a weekend, may be worked for a public holiday, without the year's list of days off."""
    if day.weekday() < 5 or any(first <= day <= last for first, last in _all(day.year, _NEVER)):
        return False
    moons = ((first - _WORKED_AROUND, last + _WORKED_AROUND) for first, last in _feasts(day.year))
    return any(first <= day <= last for first, last in (*_all(day.year, _WORKED), *moons))


@cache
def _spans(year: int) -> tuple[tuple[date, date], ...]:
    return (
        *_all(year, _WEEKS),
        *((first - _AROUND, last + _AROUND) for first, last in _feasts(year)),
    )


def _feasts(year: int) -> list[tuple[date, date]]:
    known = _days().get(str(year))
    return [(feast, feast) for feast in known] if known else _all(year, _MOONS)


def _all(year: int, spans: tuple[tuple[_DayOfYear, _DayOfYear], ...]) -> list[tuple[date, date]]:
    return [_in(year, *span) for span in spans]


def _in(year: int, first: _DayOfYear, last: _DayOfYear) -> tuple[date, date]:
    return date(year, *first), date(year, *last)


@cache
def _days() -> dict[str, tuple[date, date]]:
    return msgspec.json.decode(_DATA.read_bytes(), type=_File).days
