"""A last day that may be one of a public holiday, in years with and without their list of days off."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from negotiation_docs.law import feasts
from negotiation_docs.law.feasts import perhaps_off, perhaps_worked


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


WORKED = [
    "2019-12-29", "2020-01-19", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10", "2021-02-07",
    "2021-02-20", "2021-04-25", "2021-05-08", "2021-09-18", "2021-09-26", "2021-10-09", "2022-01-29", "2022-04-02",
    "2022-04-24", "2022-05-07", "2022-10-08", "2022-10-09", "2023-01-28", "2023-04-23", "2023-05-06", "2023-06-25",
    "2023-10-07", "2023-10-08", "2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11", "2024-09-14",
    "2024-09-29", "2024-10-12", "2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11", "2026-01-04",
    "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10",
]  # fmt: skip
"""Weekends that were worked for a holiday."""


@pytest.mark.parametrize("day", WORKED)
def test_every_weekend_that_was_worked_may_have_been(day):
    assert perhaps_worked(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-10-03", "2026-05-02", "2026-11-21", "2026-07-18", "2026-10-12", "2026-08-02"])
def test_days_of_the_week_holidays_and_other_weekends_are_not_worked_for_one(day):
    assert not perhaps_worked(date.fromisoformat(day))
