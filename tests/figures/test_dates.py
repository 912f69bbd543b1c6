"""Due dates."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.dates import Calendar, add_months, due_dates, months_between
from tests.make.plans import vectors

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize("name", [name for name in vectors("dates") if name != "deferred"])
def test_each_due_date_is_counted_from_the_first(name):
    case = vectors("dates")[name]
    calendar = Calendar(case["shift"])
    days = due_dates(date.fromisoformat(case["first_due"]), len(case["dates"]), calendar, anchor=case.get("anchor"))
    assert [day.isoformat() for day in days] == case["dates"]


def test_a_deferral_keeps_the_day_of_the_month():
    case = vectors("dates")["deferred"]
    first = date.fromisoformat(case["first_due"])
    days = due_dates(add_months(first, case["months"]), 3, anchor=first.day)
    assert [day.isoformat() for day in days] == case["dates"]


@given(DAYS, st.integers(1, 120))
def test_due_dates_agree_with_dateutil_and_strictly_increase(first_due, periods):
    from dateutil.relativedelta import relativedelta

    days = due_dates(first_due, periods)
    assert list(days) == [first_due + relativedelta(months=month) for month in range(periods)]
    assert all(earlier < later for earlier, later in pairwise(days))


@given(DAYS, st.sampled_from(["next", "previous", "modified_next"]))
def test_a_moved_date_is_a_working_day(first_due, shift):
    calendar = Calendar(shift, holidays={first_due + timedelta(days=1)}, workdays={first_due + timedelta(days=3)})
    for plain, moved in zip(due_dates(first_due, 12), due_dates(first_due, 12, calendar), strict=True):
        assert calendar.is_working(moved)
        assert moved == plain if calendar.is_working(plain) else moved != plain
        if shift == "modified_next":
            assert moved.month == plain.month


def test_holidays_and_make_up_workdays_of_the_user_count():
    spring = Calendar("next", holidays={date(2027, 2, 8)}, workdays={date(2027, 2, 20)})
    assert spring.move(date(2027, 2, 6)) == date(2027, 2, 9)
    assert spring.move(date(2027, 2, 20)) == date(2027, 2, 20)


def test_endless_holidays_are_a_mistake_with_a_hint():
    closed = {date(2027, 1, 1) + timedelta(days=day) for day in range(400)}
    with pytest.raises(FactsError, match="请检查放假日"):
        due_dates(date(2027, 3, 1), 1, Calendar("next", holidays=closed))


def test_two_instalments_never_fall_on_one_day():
    closed = {date(2027, 2, 15) + timedelta(days=day) for day in range(40)}
    with pytest.raises(FactsError, match="同一天"):
        due_dates(date(2027, 2, 20), 2, Calendar("next", holidays=closed))


@pytest.mark.parametrize(
    ("calendar", "periods", "message"), [(Calendar("later"), 3, "节假日处理方式"), (Calendar(), 0, "期数")]
)
def test_unknown_shifts_and_empty_terms_are_refused(calendar, periods, message):
    with pytest.raises(FactsError, match=message):
        due_dates(date(2027, 1, 31), periods, calendar)


def test_dates_past_the_calendar_are_refused():
    with pytest.raises(FactsError, match="期数过多"):
        add_months(date(9999, 12, 1), 1)


@given(DAYS, st.integers(0, 200))
def test_months_between_counts_whole_months(day, months):
    later = add_months(day, months)
    assert months_between(day, later) == months
    assert months_between(day, later - timedelta(days=1)) == max(0, months - 1)
    assert months_between(later + timedelta(days=1), day) == 0
