"""Penalties, deferral interest, the 24 % comparison and shares of a whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from negotiation_docs.figures.charges import (
    COURT_RATE,
    compared_with,
    deferral_interest,
    interest_by_days,
    penalty,
    share,
)
from negotiation_docs.figures.wording import percent


@pytest.mark.parametrize(("base", "rate", "amount"), [("15000", "0.0005", "697.50"), ("8000", "0.00065", "483.60")])
def test_penalty_interest_runs_by_the_day(base, rate, amount):
    assert str(penalty(Decimal(base), Decimal(rate), 93)) == amount


@pytest.mark.parametrize(
    ("principal", "rate", "months", "amount"), [("36000", "0.09", 3, "810.00"), ("12345.67", "0.15", 2, "308.64")]
)
def test_a_deferral_bears_simple_interest(principal, rate, months, amount):
    assert str(deferral_interest(Decimal(principal), Decimal(rate), months)) == amount


@pytest.mark.parametrize(("basis", "limit", "excess"), [(365, "917.26", "550.24"), (360, "930.00", "537.50")])
def test_the_comparison_names_its_basis(basis, limit, excess):
    found = compared_with(Decimal(15000), COURT_RATE, 93, Decimal("1467.50"), basis)
    assert (found.basis, str(found.limit), str(found.excess)) == (basis, limit, excess)


def test_charges_below_the_comparison_leave_no_excess():
    assert compared_with(Decimal(15000), COURT_RATE, 93, Decimal("900.00")).excess == 0


def test_a_waiver_is_shown_as_a_share_of_the_whole():
    assert percent(share(Decimal("1260.00"), Decimal("91593.45")), 2) == "1.38%"
    assert share(Decimal(1), Decimal(0)) == 0


@pytest.mark.parametrize(
    "compute",
    [
        lambda: penalty(Decimal(1), Decimal(1), -1),
        lambda: deferral_interest(Decimal(1), Decimal(1), -1),
        lambda: interest_by_days(Decimal(1), Decimal(1), 1, 364),
    ],
)
def test_negative_times_and_odd_bases_are_refused(compute):
    with pytest.raises(ValueError, match="不能为负数"):
        compute()
