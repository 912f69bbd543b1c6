"""What one debt gets of the month in proportion, beside a reckoning by hand."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.pro_rata import pro_rata
from tests.make.debts import CARD, FINANCE, FRIEND, debt, household


def test_a_share_is_the_surplus_times_the_principal_over_all_principals():
    case = household(debt(CARD, proposal=None), FINANCE, FRIEND)
    told = pro_rata(case, "finance")
    assert (told.disposable, told.principal, told.together) == (
        Decimal("2350.00"),
        Decimal("23000.00"),
        Decimal("117521.37"),
    )
    assert told.debts == 3
    assert told.share == nd.allocation(case)["finance"]
    assert abs(Fraction(told.share) - Fraction("2350") * 23000 / Fraction("117521.37")) < Fraction("0.01")
    assert not told.levelled


def test_where_a_share_would_be_more_than_its_debt_the_product_no_longer_tells_it_and_that_is_said():
    small = debt(FRIEND, balance={"principal": "100.00"})
    case = household(
        debt(CARD, proposal=None, balance={"principal": "2000.00", "interest": None, "penalty": None}), small
    )
    told = {name: pro_rata(case, name) for name in ("bank1", "friend")}
    assert told["friend"].share == Decimal("100.00")
    assert told["bank1"].levelled
    assert told["friend"].levelled


@pytest.mark.parametrize(
    "debts", [(CARD,), (CARD, debt(FINANCE, balance={"principal": None}))], ids=["alone", "the other is not known"]
)
def test_one_known_debt_shares_with_nobody(debts):
    assert pro_rata(household(*debts), "bank1") is None


def test_of_nothing_nothing_is_shared():
    case = household(CARD, FINANCE, finances={"income": [], "essentials": [{"name": "房租", "amount": "900"}]})
    assert pro_rata(case, "bank1") is None


def test_income_that_is_not_stated_is_an_error():
    with pytest.raises(nd.FactsError):
        pro_rata(household(CARD, FINANCE, finances=None), "bank1")
