"""A change of the agreed plan, from its first instalment to its last: what is left, lacking, paid already and borne."""

from __future__ import annotations

from typing import Any

import pytest

from negotiation_docs.figures.rows import Schedule
from negotiation_docs.figures.schedule import changed_schedule
from tests.make.debts import CARD, debt, household

CONFIRMED = {"reached": "2026-08-01", "terms": {"plan": True}, "confirmed": {"date": "2026-08-02", "channel": "sms"}}
OWED = {"as_of": "2026-08-10", "principal": "1000.00", "interest": "50.00", "penalty": "0.00", "fees": "0.00"}
TEN = {"method": "interest_free", "periods": 10, "first_due": "2026-09-10", "remaining_charges": "spread"}
"""100.00 元 and 5.00 元 of charges on each 10th; the letters are of 2026-11-21."""


def changed(change: dict[str, Any], *payments: tuple[str, str], **plan: Any) -> Schedule:
    facts = debt(
        CARD | {"proposal": TEN | plan},
        balance=OWED,
        agreement=CONFIRMED,
        payments=[{"date": day, "amount": amount} for day, amount in payments],
        change=change,
    )
    return changed_schedule(household(facts))


def ends(found: Schedule) -> tuple[int, str, int, str, str]:
    first, last = found.rows[0], found.rows[-1]
    return first.period, first.due.isoformat(), last.period, last.due.isoformat(), str(found.total)


def test_a_change_may_begin_with_the_very_first_instalment_and_with_the_very_last():
    whole = changed({"from_instalment": 1, "periods": 20})
    assert ends(whole) == (1, "2026-09-10", 20, "2028-04-10", "1050.00")
    assert str(whole.first) == "52.50"
    last = changed({"from_instalment": 10, "periods": 2})
    assert ends(last) == (10, "2027-06-10", 11, "2027-07-10", "105.00")


@pytest.mark.parametrize(
    ("arrears", "total"), [(None, "737.00"), ("spread", "947.00"), ({"pay_by": "2026-12-01"}, "735.00")]
)
def test_what_earlier_instalments_lack_is_spread_unless_it_has_a_day_of_its_own(arrears, total):
    # the first lacks 2.00 of 105.00, nothing is recorded on the two after it; from the fourth on 735.00 are left
    found = changed({"from_instalment": 4, "arrears": arrears}, ("2026-09-10", "103.00"))
    assert str(found.total) == total


@pytest.mark.parametrize(
    ("change", "total", "charges"),
    [
        ({}, "832.00", "35.00"),  # 840.00 less 3.00 of principal and the 5.00 of charges that were paid before them
        ({"waive": {"interest": "50.00"}}, "797.00", "0.00"),  # of what is waived nothing is left to take off
    ],
)
def test_what_was_paid_ahead_is_taken_off_the_principal_and_the_charges_that_are_left(change, total, charges):
    found = changed({"from_instalment": 3, **change}, ("2026-09-10", "210.00"), ("2026-10-09", "8.00"))
    assert (str(found.total), str(sum(row.charges for row in found))) == (total, charges)


RATED = {"method": "equal_principal", "annual_rate": "0.12", "remaining_charges": None}


def test_instalments_after_a_change_bear_the_interest_of_one_month_each():
    found = changed({"from_instalment": 3, "first_due": "2026-12-10"}, **RATED)
    assert [str(row.interest) for row in found.rows[:2]] == ["8.00", "7.00"]


@pytest.mark.parametrize(
    ("start", "interest"),
    [
        (3, "16.04"),  # 800.00 for the 61 days since the second instalment, which bore the interest up to its own day
        (2, "26.93"),  # 900.00 for the 91 days since the first
        (1, "40.11"),  # 1,000.00 for the 122 days since the balance
    ],
)
def test_a_single_payment_after_a_change_bears_no_interest_that_earlier_instalments_bore(start, interest):
    found = changed({"from_instalment": start, "method": "bullet", "first_due": "2026-12-10"}, **RATED)
    assert [(row.period, str(row.interest)) for row in found] == [(start, interest)]


@pytest.mark.parametrize(
    ("stated", "due"),
    [
        ({"first_due": "2026-12-10"}, "2026-12-10"),
        ({"first_due": "2026-12-10", "periods": 2}, "2027-01-10"),
        ({}, "2027-06-10"),  # the last day of the agreed plan
    ],
)
def test_a_single_payment_after_a_change_falls_on_the_day_that_was_stated(stated, due):
    found = changed({"from_instalment": 3, "method": "bullet", **stated}, **RATED)
    assert [(row.period, row.due.isoformat()) for row in found] == [(3, due)]
