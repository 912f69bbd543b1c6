"""A plan that bears interest and begins late: the first instalment carries the interest of all the days until then."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.plans import PlanTerms, plan
from tests.make.debts import CARD, debt, household

LENT = Decimal("30000.00")
RATE = Decimal("0.12")
AS_OF = date(2026, 11, 21)


def begun(first_due: date, **terms: object) -> PlanTerms:
    method = terms.pop("method", "equal_payment")
    return PlanTerms(LENT, str(method), 12, first_due, RATE, start=AS_OF, **terms)


def test_ten_months_before_the_first_instalment_bear_interest_by_days():
    found = plan(begun(date(2027, 9, 25)))
    assert str(found.instalments[0].interest) == "3037.81"  # 30,000 × 12 % × 308 / 365
    assert str(found.gap_interest) == "2737.81"
    assert {str(row.payment) for row in found.instalments[1:-1]} == {"2665.46"}
    assert found.principal == LENT


def test_a_month_or_less_before_the_first_instalment_is_a_month():
    for day in (date(2026, 12, 1), date(2026, 12, 21)):
        assert str(plan(begun(day)).instalments[0].interest) == "300.00"
        assert plan(begun(day)).gap_interest == 0


def test_a_first_year_or_quarter_that_is_shorter_bears_a_whole_period_of_interest():
    """The rate per period is the year's times months / 12; only what is longer than an interval is counted by days."""
    year = plan(begun(date(2027, 10, 21), every=12, method="equal_principal"))
    assert str(year.instalments[0].interest) == "3600.00"
    assert year.gap_interest == 0
    assert str(plan(begun(date(2027, 1, 10), every=3)).instalments[0].interest) == "900.00"


def test_a_down_payment_lowers_the_interest_from_its_day_on():
    down = (Decimal("10000.00"), date(2027, 3, 1))  # 100 days on 30,000, then 208 on 20,000
    assert str(plan(begun(date(2027, 9, 25), down_payment=down)).instalments[0].interest) == "2353.97"


def test_without_interest_a_late_start_costs_nothing():
    terms = PlanTerms(LENT, "interest_free", 12, date(2027, 9, 25), start=AS_OF)
    assert plan(terms).interest == 0


METHODS = ["equal_payment", "equal_principal", "interest_first"]


@given(days=st.integers(32, 900), periods=st.integers(2, 60), method=st.sampled_from(METHODS))
def test_only_the_first_instalment_differs_and_by_the_interest_of_the_days(days, periods, method):
    first_due = AS_OF + timedelta(days=days)
    late = plan(PlanTerms(LENT, method, periods, first_due, RATE, start=AS_OF))
    usual = plan(PlanTerms(LENT, method, periods, first_due, RATE))
    exact = Fraction(LENT * 100) * Fraction(RATE) * days / 365
    assert abs(Fraction(late.instalments[0].interest) * 100 - exact) <= Fraction(1, 2)
    assert late.gap_interest == late.instalments[0].payment - usual.instalments[0].payment
    assert late.instalments[1:] == usual.instalments[1:]


@pytest.mark.parametrize(
    ("first_due", "income", "affordable"),
    [
        ("2027-09-25", "6763.67", True),  # ten months of 913.67 reach
        ("2026-12-25", "6763.67", False),  # one does not
        ("2026-12-25", "6799.01", True),  # 34 days instead of a month cost 35.34 more
        ("2026-12-25", "6799.00", False),
    ],
)
def test_the_interest_of_a_late_start_has_to_be_saved_for(first_due, income, affordable):
    terms = {"method": "equal_payment", "annual_rate": "0.12", "periods": 40, "first_due": first_due}
    balance = {"principal": "30000.00", "interest": "0.00", "penalty": "0.00"}
    facts = debt(CARD, balance=balance, proposal=terms | {"alternative": None, "waive": None})
    finances = {
        "income": [{"name": "工资", "amount": income}],
        "essentials": [{"name": "生活", "amount": "5850.00"}],
    }
    found = affordability(household(facts, finances=finances))
    assert str(found.monthly) == "913.67"
    assert found.affordable is affordable
