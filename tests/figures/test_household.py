"""What a line of the household comes to a month."""

from __future__ import annotations

from datetime import date

import pytest

from negotiation_docs.facts import Actual, Expense, Income
from negotiation_docs.figures.household import monthly, months_of


@pytest.mark.parametrize(
    ("every", "amount", "a_month"),
    [
        ("month", "100.00", "100.00"),
        ("week", "300.00", "1300.00"),  # 52 weeks a year
        ("week", "0.03", "0.13"),
        ("quarter", "100.00", "33.33"),
        ("half_year", "100.00", "16.67"),
        ("year", "100.00", "8.33"),
    ],
)
def test_a_line_by_the_week_quarter_or_year_is_brought_to_the_month_half_up(every, amount, a_month):
    facts = {"name": "项目", "amount": amount, "every": every}
    assert str(monthly(Expense.model_validate(facts))) == a_month
    assert str(monthly(Income.model_validate(facts))) == a_month


def test_what_the_months_really_brought_is_averaged_half_up():
    actual = {"from": "2026-11", "amounts": ["100.00", "200.00", "200.01"]}
    assert str(monthly(Income.model_validate({"name": "工资", "actual": actual}))) == "166.67"


def test_the_real_amounts_are_of_so_many_months_from_the_first_across_the_year():
    found = months_of(Actual.model_validate({"from": "2026-11", "amounts": ["1.00"] * 3}))
    assert found == (date(2026, 11, 1), date(2027, 1, 1))
    assert months_of(Actual.model_validate({"from": "2026-11", "amounts": ["1.00"]}))[1] == date(2026, 11, 1)
