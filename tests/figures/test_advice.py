"""An adviser's thresholds, each on its very edge: what is said a 分 above is not said at it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from negotiation_docs.figures.advice import Asked, cautions, leaning
from negotiation_docs.figures.household_month import Budget

PLACE = ("debts", 0, "proposal")


def month(income: str = "1000.00", irregular: str = "0.00") -> Budget:
    """Nothing is spent, so that all of the income is left."""
    zero = Decimal("0.00")
    regular = Decimal(income) - Decimal(irregular)
    return Budget(Decimal(income), regular, zero, zero, zero, zero, irregular_income=Decimal(irregular))


def told(monthly: str, together: str, share: str = "5000.00") -> list[str]:
    asked = Asked(Decimal(monthly), Decimal(together))
    return [problem.rule for problem in cautions(PLACE, month(), asked, Decimal(share))]


@pytest.mark.parametrize(
    ("monthly", "together", "share", "rules"),
    [
        ("500.00", "500.00", "500.00", []),
        ("500.01", "500.01", "500.00", ["plan.over_share"]),
        ("850.00", "850.00", "850.00", []),
        ("850.01", "850.01", "850.01", ["plan.no_reserve"]),
        ("0.00", "900.00", "500.00", []),
        ("0.01", "900.00", "500.00", ["plan.no_reserve"]),
    ],
)
def test_a_plan_is_cautioned_above_its_share_and_above_85_percent_and_not_at_them(monthly, together, share, rules):
    assert told(monthly, together, share) == rules


@pytest.mark.parametrize(
    ("monthly", "together", "irregular", "warned"),
    [
        ("800.00", "800.00", "300.00", True),
        ("0.00", "800.00", "300.00", False),
        ("0.01", "800.00", "300.00", True),
        ("750.00", "750.00", "300.00", False),
        ("750.01", "750.01", "300.00", True),
        ("850.00", "850.00", "300.00", True),
        ("850.01", "850.01", "300.00", False),  # of which the other rule warns
        ("800.00", "800.00", "200.00", False),  # regular income is 800.00
        ("800.01", "800.01", "200.00", True),
    ],
)
def test_a_plan_leans_on_irregular_income_only_between_75_and_85_percent(monthly, together, irregular, warned):
    asked = Asked(Decimal(monthly), Decimal(together))
    assert [each.rule for each in leaning(PLACE, month(irregular=irregular), asked)] == ["plan.irregular"] * warned


def test_what_is_left_of_regular_income_is_what_is_left_less_the_irregular_part():
    assert month("1000.00", "300.00").regular_disposable == Decimal("700.00")


@pytest.mark.parametrize(("income", "nothing"), [("0.00", True), ("0.01", False), ("-0.01", True)])
def test_nothing_is_left_at_zero_and_below(income, nothing):
    assert month(income).nothing_left is nothing
