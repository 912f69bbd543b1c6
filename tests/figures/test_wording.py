"""Amounts and dates in words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.figures.fen import half_up, to_fen, to_yuan
from negotiation_docs.figures.wording import (
    amount,
    chinese_date,
    chinese_numeral,
    chinese_numeral_date,
    overdue_days,
    percent,
    rmb_upper,
)
from tests.make.plans import vectors

DIGITS = {word: value for value, word in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"拾": 10, "佰": 100, "仟": 1000}


def read_back(words: str) -> int:
    """分 that ``words`` say: an independent reading, section by section."""
    whole, _, cents = words.rpartition("元")
    jiao, _, fen = cents.rpartition("角")
    digits = [DIGITS.get(part.strip("零分整"), 0) if part.strip("零分整") else 0 for part in (jiao, fen)]
    return read_number(whole) * 100 + digits[0] * 10 + digits[1]


def read_number(words: str) -> int:
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit in words:
            upper, lower = words.rsplit(unit, 1)
            return read_number(upper) * size + read_number(lower)
    value = digit = 0
    for character in words:
        if character in UNITS:
            value += digit * UNITS[character]
            digit = 0
        else:
            digit = DIGITS[character]
    return value + digit


@pytest.mark.parametrize(("figures", "words"), vectors("rmb").items())
def test_an_amount_is_written_as_the_payment_rules_write_it(figures, words):
    assert rmb_upper(Decimal(figures)) == words


@given(st.integers(0, 10**12))
def test_every_amount_in_words_reads_back_as_itself(fen):
    words = rmb_upper(to_yuan(fen))
    assert read_back(words) == fen
    assert "零零" not in words
    assert words.endswith(("元整", "角", "分"))


@given(st.integers(0, 10**12), st.integers(0, 10**12))
def test_two_amounts_never_share_their_words(one, other):
    assert (rmb_upper(to_yuan(one)) == rmb_upper(to_yuan(other))) == (one == other)


def test_zheng_follows_jiao_only_when_asked():
    assert rmb_upper(Decimal("1409.5"), zheng_after_jiao=True) == "壹仟肆佰零玖元伍角整"
    assert rmb_upper(Decimal("1409.5")) == "壹仟肆佰零玖元伍角"
    assert rmb_upper(Decimal("0.05"), zheng_after_jiao=True) == "伍分"


def test_a_negative_amount_says_so():
    assert rmb_upper(Decimal("-400.00")) == "负肆佰元整"
    assert rmb_upper(Decimal("-0.00")) == "零元整"


@pytest.mark.parametrize("value", [Decimal("1.999"), Decimal("0.001"), Decimal("NaN"), Decimal("Infinity"), 10**16])
def test_what_cannot_be_written_exactly_is_refused(value):
    with pytest.raises(ValueError, match="金额"):
        rmb_upper(value)


@pytest.mark.parametrize("value", [86421.37, "86421.37", None, True])
def test_only_decimals_and_integers_are_money(value):
    with pytest.raises(TypeError, match="Decimal"):
        rmb_upper(value)


def test_trailing_zeros_beyond_the_fen_are_no_third_decimal():
    assert rmb_upper(Decimal("10.0500")) == "壹拾元零伍分"


@given(st.integers(-(10**15), 10**15))
def test_fen_and_yuan_are_the_same_money(fen):
    assert to_fen(to_yuan(fen)) == fen
    assert to_yuan(fen) * 100 == fen
    assert str(to_yuan(fen)).split(".")[1].isdigit()


@pytest.mark.parametrize(
    ("value", "rounded"), [("1/2", 1), ("-1/2", -1), ("49/100", 0), ("3/2", 2), ("5/2", 3), ("-7/3", -2)]
)
def test_halves_are_rounded_away_from_zero(value, rounded):
    assert half_up(Fraction(value)) == rounded


def test_amounts_have_separators_and_two_decimals():
    assert amount(Decimal("86421.37")) == "86,421.37"
    assert amount(0) == "0.00"
    assert amount(Decimal(-400)) == "-400.00"
    assert amount(Decimal(1234567)) == "1,234,567.00"


def test_percentages_are_exact_unless_places_are_asked_for():
    assert percent(Decimal("0.1825")) == "18.25%"
    assert percent(Decimal("0.18")) == "18%"
    assert percent(0) == "0%"
    assert percent(Fraction(126000, 9159345), 2) == "1.38%"
    assert percent(Decimal("-0.005"), 0) == "-1%"
    assert percent(Fraction(1, 3)) == "33.333333%"


@pytest.mark.parametrize(
    ("day", "arabic", "numerals"),
    [
        (date(2026, 11, 21), "2026年11月21日", "二〇二六年十一月二十一日"),
        (date(2026, 1, 5), "2026年1月5日", "二〇二六年一月五日"),
        (date(2030, 10, 10), "2030年10月10日", "二〇三〇年十月十日"),
        (date(2027, 2, 28), "2027年2月28日", "二〇二七年二月二十八日"),
    ],
)
def test_dates_have_no_leading_zeros_and_years_the_round_zero(day, arabic, numerals):
    assert chinese_date(day) == arabic
    assert chinese_numeral_date(day) == numerals


def test_numbers_of_chapters_go_on_past_ten():
    assert [chinese_numeral(number) for number in (1, 9, 10, 11, 13, 20, 21, 99)] == [
        "一",
        "九",
        "十",
        "十一",
        "十三",
        "二十",
        "二十一",
        "九十九",
    ]
    for number in (0, 100):
        with pytest.raises(ValueError, match="一至九十九"):
            chinese_numeral(number)


@pytest.mark.parametrize(
    ("due", "as_of", "days"),
    [
        (date(2026, 8, 20), date(2026, 11, 21), 93),
        (date(2024, 2, 29), date(2024, 3, 1), 1),
        (date(2026, 8, 20), date(2026, 8, 20), 0),
        (date(2026, 8, 20), date(2026, 8, 1), 0),
    ],
)
def test_the_due_day_itself_is_not_overdue(due, as_of, days):
    assert overdue_days(due, as_of) == days
