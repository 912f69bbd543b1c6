"""What was paid on each instalment: the oldest is served first, and today is not over."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.facts import Payment
from negotiation_docs.figures.performance import Performance, performance, performed
from negotiation_docs.figures.plans import PlanTerms, plan
from tests.make.cases import with_debt
from tests.make.performed import CONFIRMED

DAYS = (date(2026, 9, 10), date(2026, 10, 10), date(2026, 11, 10))
THREE = plan(PlanTerms(Decimal("300.00"), "interest_free", 3, DAYS[0]))


def paid(day: str, amount: str, ref: str = "") -> Payment:
    return Payment.model_validate({"date": day, "amount": amount, **({"ref": ref} if ref else {})})


def told(found: Performance) -> list[tuple[str, str, bool, bool]]:
    return [(str(row.paid), str(row.open), row.met, row.short) for row in found.rows]


def test_payments_fill_the_oldest_instalment_first_and_what_is_over_goes_to_the_next():
    payments = [paid("2026-10-01", "70.00", "B"), paid("2026-09-10", "80.00", "A")]
    found = performed(THREE, payments, date(2026, 10, 20))
    assert told(found) == [("100.00", "0.00", True, False), ("50.00", "50.00", False, True)]
    assert [row.refs for row in found.rows] == [("A", "B"), ("B",)]
    assert (str(found.paid), str(found.left), str(found.whole)) == ("150.00", "150.00", "300.00")


def test_one_payment_may_fill_several_instalments():
    found = performed(THREE, [paid("2026-09-01", "250.00")], date(2026, 9, 1))
    assert told(found) == [("100.00", "0.00", True, False)] * 2 + [("50.00", "50.00", False, True)]
    assert found.coming is not None
    assert found.coming.row.due == DAYS[2], "the next that is not paid in full"


def test_an_instalment_due_today_is_coming_and_over_tomorrow():
    today = performed(THREE, [], DAYS[1])
    assert told(today) == [("0.00", "100.00", False, False)]
    assert today.coming is not None
    assert today.coming.row.due == DAYS[1]
    tomorrow = performed(THREE, [], date(2026, 10, 11))
    assert len(tomorrow.rows) == 2
    assert tomorrow.coming is not None
    assert tomorrow.coming.row.due == DAYS[2]


def test_after_the_last_instalment_none_is_coming_and_too_much_leaves_nothing():
    found = performed(THREE, [paid("2026-09-10", "350.00")], date(2026, 9, 11))
    assert (found.coming, str(found.left), str(found.paid)) == (None, "0.00", "350.00")
    assert all(row.met for row in found.rows)
    assert performed(THREE, [], date(2026, 11, 11)).coming is None


@given(st.lists(st.integers(1, 15_000), max_size=6), st.dates(date(2026, 9, 1), date(2026, 12, 1)))
def test_what_is_paid_and_what_is_open_are_the_plan_and_nothing_is_served_out_of_turn(fen, today):
    payments = [paid("2026-09-01", str(Decimal(each) / 100)) for each in fen]
    found = performed(THREE, payments, today)
    served = sum(row.paid for row in found.rows)
    assert served == min(sum(each.amount for each in payments), found.whole)
    assert found.left == found.whole - served
    assert [row.row.period for row in found.rows] == list(range(1, len(found.rows) + 1))
    assert all(row.paid + row.open == row.row.payment for row in found.rows)
    unmet = [row for row in found.rows if not row.met]
    assert all(not row.paid for row in unmet[1:]), "a later instalment waits for an earlier one"


def kept(*days: str, **debt: Any) -> Performance | None:
    agreement = {"reached": "2026-11-16", "terms": {"plan": True}, "confirmed": CONFIRMED}
    payments = [{"date": day, "amount": "10.00"} for day in days]
    facts = with_debt(agreement=agreement, payments=payments, **debt) | {"dated": "2026-12-20"}
    case = nd.load(facts)
    return performance(case, case.debts[0])


@pytest.mark.parametrize(
    ("day", "counts"), [("2026-11-15", False), ("2026-11-16", True), ("2026-12-20", True), ("2026-12-21", False)]
)
def test_payments_count_from_the_day_of_the_talk_to_the_day_of_the_papers(day, counts):
    found = kept(day)
    assert found is not None
    assert str(found.paid) == ("10.00" if counts else "0.00")


def test_without_an_agreement_a_plan_in_it_or_figures_nothing_is_performed():
    without = nd.load(with_debt(agreement=None))
    assert performance(without, without.debts[0]) is None
    silent = nd.load(with_debt(agreement={"reached": "2026-11-16", "terms": {"pause_charges": True}}))
    assert performance(silent, silent.debts[0]) is None
    assert kept(proposal={"method": "equal_payment", "periods": 12, "first_due": "2026-12-25"}) is None, "no rate"
