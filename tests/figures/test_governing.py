"""What governs a debt: bounds of its instalments, and what is known of a plan that cannot be computed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.governing import Governing, Instalment, governing, principal_then, within
from tests.make.performed import in_plan


def test_a_confirmed_plan_that_cannot_be_computed_governs_all_the_same():
    facts = in_plan(0)
    facts["debts"][0]["balance"]["principal"] = None
    case = nd.load(facts, draft=True)
    assert governing(case, case.debts[0]) == Governing(planned=True, rows=(), annual_rate=None)


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [("2027-06-25", "2027-06-26", 7), ("2027-06-26", "2027-07-25", None), ("2027-06-26", "2027-07-26", 8)],
)
def test_a_span_begins_with_its_first_day_and_ends_before_its_last(start, end, period):
    case = nd.load(in_plan(6))
    found = within(case, case.debts[0], date.fromisoformat(start), date.fromisoformat(end))
    assert [one.period for one in found] == ([period] if period else [])


def left(day: str, dated: str = "2027-06-10", paid: int = 6, more: str = "") -> Decimal | None:
    """Principal on ``day`` of 36 times 600.00 without interest."""
    facts = in_plan(paid)
    facts["dated"] = facts["finances"]["as_of"] = dated
    if more:
        facts["debts"][0]["payments"].append({"date": "2027-06-05", "amount": more})
    case = nd.load(facts)
    return principal_then(case, case.debts[0], date.fromisoformat(day))


def test_an_instalment_of_the_day_itself_is_still_in_the_principal():
    assert left("2027-06-25") == Decimal("18000.00")
    assert left("2027-06-26") == Decimal("17400.00")


def test_only_an_instalment_that_is_over_and_paid_in_part_is_known_to_lack_something():
    assert left("2027-07-01", paid=5) == Decimal("17400.00"), "nothing is recorded on the sixth: taken as paid"
    assert left("2027-07-01", paid=5, more="100.00") == Decimal("17900.00"), "the sixth lacks 500.00"
    assert left("2027-07-01", more="100.00") == Decimal("17400.00"), "the seventh is not over yet"
    assert left("2027-07-01", dated="2027-06-25", more="100.00") == Decimal("17400.00"), "it is over tomorrow"
    assert left("2027-07-01", dated="2027-06-26", more="100.00") == Decimal("17900.00")


def test_a_stated_amount_within_five_fen_is_that_instalment():
    row = Instalment(1, date(2026, 12, 25), Decimal("600.00"), Decimal("100.00"), None)
    assert [row.is_of(Decimal(sum_)) for sum_ in ("600.05", "599.95", "600.06", "599.94")] == [True, True, False, False]
    assert row.is_of(Decimal("500.05"))
    assert not row.is_of(Decimal("500.06"))
