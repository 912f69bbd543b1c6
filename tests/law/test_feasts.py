"""A last day that may be one of a public holiday, in years with and without their list of days off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from negotiation_docs.law import feasts
from negotiation_docs.law.feasts import perhaps_off


@pytest.mark.parametrize("day", ["2026-06-19", "2026-09-25", "2031-06-24", "2033-09-08", "2028-10-01", "2035-02-08"])
def test_a_feast_of_the_calendar_may_be_off(day):
    assert perhaps_off(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-06-10", "2026-08-20", "2026-11-30", "2031-06-05", "2033-09-28"])
def test_an_ordinary_day_is_not(day):
    assert not perhaps_off(date.fromisoformat(day))


def test_the_days_off_lie_around_the_feast():
    feast = date(2027, 6, 9)
    assert [perhaps_off(feast + timedelta(days)) for days in (-3, -2, 0, 2, 3)] == [False, True, True, True, False]


def test_a_year_after_the_table_is_answered_by_the_weeks_that_any_year_has():
    """Doubt ends in a sentence and not in silence: nobody may take a holiday for a working day."""
    after = max(map(int, feasts._days())) + 1
    assert perhaps_off(date(after, 6, 10))
    assert perhaps_off(date(after, 9, 15))
    assert not perhaps_off(date(after, 7, 15))


def test_every_feast_of_the_table_lies_in_the_weeks_of_any_year():
    for year, days in feasts._days().items():
        for day, (first, last) in zip(days, feasts._MOONS, strict=True):
            assert day.year == int(year)
            assert first <= (day.month, day.day) <= last
