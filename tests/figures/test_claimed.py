"""What a creditor claims, beside 24 % a year over the days it is claimed for."""

from __future__ import annotations

import pytest

from negotiation_docs.figures.claimed import beside_24
from tests.make.debts import CARD, debt, household


def compared(**facts: object):
    return beside_24(household(debt(CARD, **facts)).debts[0])


def test_a_card_is_compared_from_its_due_day():
    found = compared()
    assert (found.days, str(found.claimed), str(found.limit)) == (93, "5172.08", "5284.73")
    assert found.excess == 0


def test_a_loan_in_instalments_was_last_settled_a_month_earlier():
    loan = {"creditor": {"name": "示例银行", "kind": "bank_loan"}, "contract": {"periods": 36}}
    assert compared(**loan).days == 93 + 31


def test_what_is_not_known_is_not_counted_and_without_a_day_nothing_is_compared():
    assert str(compared(balance={"interest": None}).claimed) == "1260.00"
    assert compared(balance={"interest": None, "penalty": None, "fees": None}) is None


@pytest.mark.parametrize("facts", [{"due": None}, {"balance": {"as_of": None}}, {"due": "2026-11-21"}])
def test_without_days_there_is_no_comparison(facts):
    assert compared(**facts) is None
