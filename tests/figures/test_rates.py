"""Annualised rates, both ways of saying them, against a second implementation."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negotiation_docs.errors import ArgumentError
from negotiation_docs.figures.rates import annual_rate, xirr

RANDOM_FLOWS = 300


@pytest.mark.parametrize(
    ("received", "payments", "expected"),
    [
        ("12000", ["1090.00"] * 12, ("0.0135137354", "0.16216482", "0.17477762")),
        ("9400", ["1747.50"] * 6, ("0.0321323719", "0.38558846", "0.46158741")),
    ],
)
def test_the_rate_follows_from_the_cash_in_hand(received, payments, expected):
    rate = annual_rate(Decimal(received), map(Decimal, payments))
    assert (str(round(rate.monthly, 10)), str(round(rate.nominal, 8)), str(round(rate.effective, 8))) == expected


def test_money_given_back_without_interest_has_no_rate():
    rate = annual_rate(Decimal(1200), [Decimal(100)] * 12)
    assert (rate.monthly, rate.nominal, rate.effective) == (0, 0, 0)


def test_less_given_back_than_received_is_a_negative_rate():
    assert annual_rate(100, [0, 50]).monthly == Decimal("-0.292893218813")


@given(
    st.integers(10**6, 10**9),
    st.lists(st.integers(0, 10**8), min_size=1, max_size=72).filter(any),
)
def test_the_rate_discounts_the_payments_to_the_cash(received, payments):
    import pyxirr

    assume(sum(payments) > received // 10)
    rate = annual_rate(received, payments)
    worth = sum(float(paid) / (1 + float(rate.monthly)) ** month for month, paid in enumerate(payments, start=1))
    assert worth == pytest.approx(received, rel=1e-6)
    other = pyxirr.irr([-received, *payments])
    if other is not None and sum(payments) > received:
        assert float(rate.monthly) == pytest.approx(other, rel=1e-6, abs=1e-9)


@pytest.mark.parametrize(
    ("received", "payments"), [(0, [10]), (-5, [10]), (100, []), (100, [0, 0]), (100, [50, -1, 80])]
)
def test_cash_that_is_no_loan_is_refused(received, payments):
    with pytest.raises(ValueError, match="到手金额须大于0元"):
        annual_rate(received, payments)


def test_a_rate_beyond_belief_is_a_slip_of_the_pen():
    with pytest.raises(ValueError, match="利率过高"):
        annual_rate(1, [10**9])


def test_a_float_is_no_money():
    with pytest.raises(TypeError, match="Decimal"):
        annual_rate(12000.0, [Decimal(1090)])


def random_flows(random: Random) -> list[tuple[date, Decimal]]:
    start = date(2024, 1, 1) + timedelta(days=random.randint(0, 700))
    received = Decimal(random.randint(100_000, 9_000_000)).scaleb(-2)
    periods = random.randint(1, 48)
    paid = received * random.randint(60, 190) / 100 / periods
    days = sorted(random.sample(range(20, 2000), periods))
    payments = [
        (start + timedelta(days=day), -(paid * random.randint(50, 150) / 100).quantize(Decimal("0.01"))) for day in days
    ]
    return [(start, received), *payments]


def test_dated_flows_agree_with_pyxirr():
    import pyxirr

    random = Random(20261121)
    compared = 0
    for _ in range(RANDOM_FLOWS):
        flows = random_flows(random)
        expected = pyxirr.xirr([day for day, _ in flows], [float(amount) for _, amount in flows])
        if expected is None or not -0.99 < expected < 10_000:
            continue
        assert float(xirr(flows)) == pytest.approx(expected, abs=1e-7, rel=1e-7)
        compared += 1
    assert compared > RANDOM_FLOWS * 0.9


def test_the_direction_of_the_flows_does_not_matter():
    flows = [(date(2026, 1, 1), Decimal(10000)), (date(2027, 1, 1), Decimal(-11000))]
    assert xirr(flows) == xirr([(day, -amount) for day, amount in flows]) == Decimal("0.1")
    assert xirr(reversed(flows)) == Decimal("0.1")


def test_flows_with_one_sign_or_several_answers_are_refused():
    with pytest.raises(ValueError, match="既有收入也有支出"):
        xirr([(date(2026, 1, 1), 100), (date(2027, 1, 1), 50)])
    twice = [(date(2021, 1, 1), -100), (date(2022, 1, 1), 230), (date(2023, 1, 1), -132)]
    with pytest.raises(ValueError, match="没有唯一"):
        xirr(twice)
    with pytest.raises(ValueError, match="合理范围内没有"):
        xirr([(date(2026, 1, 1), 1), (date(2026, 1, 2), -(10**9))])
    with pytest.raises(ValueError, match="合理范围内没有"):
        xirr([(date(1, 1, 1), 1), (date(9999, 12, 31), -1)])


def test_the_highest_rate_that_is_believed_is_a_thousandfold_a_month():
    assert annual_rate(1, [1001]).monthly == 1000
    with pytest.raises(ValueError, match="利率过高"):
        annual_rate(1, [1001, 1])


YEAR = (date(2026, 1, 1), date(2027, 1, 1))


@pytest.mark.parametrize("sign", [1, -1])
@pytest.mark.parametrize(
    ("received", "paid", "rate"),
    [("100.00", "50.00", "-0.5"), ("100.00", "100.00", "0.0"), ("100.00", "105.00", "0.05"), ("0.10", "0.11", "0.1")],
)
def test_round_rates_and_small_sums_have_one_rate_too(sign, received, paid, rate):
    flows = zip(YEAR, (sign * Decimal(received), -sign * Decimal(paid)), strict=True)
    assert xirr(flows) == Decimal(rate)


def test_a_rate_by_dates_has_ten_decimals():
    third = xirr(zip(YEAR, (Decimal("3.00"), Decimal("-4.00")), strict=True))
    assert third == Decimal("0.3333333333")


def test_a_loss_too_small_to_be_told_is_nothing_without_a_sign():
    assert not annual_rate(10**13, [10**13 - 1]).monthly.is_signed()


def test_a_sum_of_one_on_the_way_is_no_answer():
    half = xirr(zip(YEAR, (Decimal("111.00"), Decimal("-55.55")), strict=True))
    assert half == Decimal("-0.4995495495"), "at -0.495, halfway in the search, 1.00 is left"


@pytest.mark.parametrize("flow", [1, None, (), (date(2026, 1, 1),), ("2026-01-01", 1), (date(2026, 1, 1), "1")])
def test_flows_that_are_none_are_refused_also_where_they_come_one_by_one(flow):
    for flows in ([flow], iter([flow])):
        with pytest.raises(ArgumentError, match="flows"):
            xirr(flows)
    assert xirr(iter([(date(2026, 1, 1), 100), (date(2027, 1, 1), -110)])) == Decimal("0.1")
