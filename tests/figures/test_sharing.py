"""A sum shared out to the 分."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.figures.fen import to_yuan
from negotiation_docs.figures.sharing import shared, shares

FEN = st.integers(0, 10**8).map(to_yuan)
WEIGHTS = st.dictionaries(st.sampled_from("abcdefg"), FEN, min_size=1).filter(lambda weights: any(weights.values()))


@pytest.mark.parametrize(
    ("total", "weights", "expected"),
    [
        ("2350.00", ["86421.37", "23000.00", "8100.00"], ["1728.11", "459.92", "161.97"]),
        ("100.00", ["500", "500", "500"], ["33.34", "33.33", "33.33"]),
        ("0.01", ["1", "1"], ["0.01", "0.00"]),
        ("-400.00", ["1", "1"], ["0.00", "0.00"]),
        ("100.00", ["0", "1"], ["0.00", "100.00"]),
    ],
)
def test_shares_are_in_proportion_and_the_odd_fen_go_by_remainder(total, weights, expected):
    parts = shares(Decimal(total), {str(place): Decimal(weight) for place, weight in enumerate(weights)})
    assert [str(part) for part in parts.values()] == expected


def test_a_share_above_its_cap_is_given_to_the_others():
    weights = {"a": Decimal(10), "b": Decimal(80), "c": Decimal(10)}
    assert shares(Decimal(100), weights, {"b": Decimal(3), "c": Decimal(2)}) == {"a": 95, "b": 3, "c": 2}
    assert shares(Decimal(100), weights, {"b": Decimal(30)}) == {"a": 35, "b": 30, "c": 35}


def test_what_all_caps_together_cannot_take_stays_unshared():
    parts = shares(Decimal(100), {"a": Decimal(1), "b": Decimal(9)}, {"a": Decimal(5), "b": Decimal(20)})
    assert parts == {"a": 5, "b": 20}


def test_nobody_to_share_with_is_no_error():
    assert shares(Decimal(100), {}) == {}
    assert shares(Decimal(100), {"a": Decimal(0)}) == {"a": 0}


@given(FEN, WEIGHTS)
def test_shares_sum_to_the_total_and_are_fair_to_a_fen(total, weights):
    parts = shares(total, weights)
    assert sum(parts.values()) == total
    whole = sum(weights.values())
    assert all(abs(parts[key] - total * weight / whole) < Decimal("0.01") for key, weight in weights.items())


@given(FEN, WEIGHTS, st.dictionaries(st.sampled_from("abcdefg"), FEN))
def test_no_share_is_above_its_cap_and_nothing_is_lost(total, weights, caps):
    parts = shares(total, weights, caps)
    taking = [key for key, weight in weights.items() if weight]
    assert all(parts[key] <= caps.get(key, total) for key in parts)
    if all(key in caps for key in taking):
        total = min(total, sum(caps[key] for key in taking))
    assert sum(parts.values()) == total


@given(FEN, WEIGHTS, st.dictionaries(st.sampled_from("abcdefg"), FEN))
def test_caps_are_told_only_where_they_change_a_share(total, weights, caps):
    told = shared(total, weights, caps)
    assert (told.parts, told.uncapped) == (shares(total, weights, caps), shares(total, weights))
    assert told.capped is any(told.uncapped[key] > cap for key, cap in caps.items() if key in weights)
    whole = sum(weights.values())
    floors = sum(int(total * 100 * weight / whole) for weight in weights.values())
    assert 0 <= told.odd < len(weights)
    assert told.odd == int(total * 100) - floors


def test_a_share_of_nothing_but_an_odd_fen_is_not_called_capped():
    told = shared(Decimal("0.02"), dict.fromkeys("abc", Decimal(1)), dict.fromkeys("abc", Decimal(1)))
    assert told.parts == {"a": Decimal("0.01"), "b": Decimal("0.01"), "c": 0}
    assert (told.capped, told.odd) == (False, 2)


def test_what_was_rounded_down_is_told_and_of_nothing_nothing():
    three = dict.fromkeys("abc", Decimal("1.00"))
    assert shared(Decimal("10.00"), three, {}).odd == 1  # 1,000 分 less three times 333
    assert shared(Decimal("0.00"), three, {}).odd == 0
    assert shared(Decimal("-5.00"), three, {}).odd == 0
    assert shared(Decimal("10.00"), dict.fromkeys("abc", Decimal("0.00")), {}).odd == 0
