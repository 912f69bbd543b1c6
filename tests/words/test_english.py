"""Dates, amounts, counts and lists of the English papers: Babel's rules in our own patterns."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from decimal import Context, Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.figures.wording import amount
from negotiation_docs.words.english import (
    english_count,
    english_date,
    english_list,
    english_money,
    english_ordinal,
)
from negotiation_docs.words.formats import FILTERS

ENGLISH = FILTERS["en"]


def test_dates_are_british_and_spelt_out():
    assert english_date(date(2026, 11, 21)) == "21 November 2026"
    assert [english_date(date(2027, month, 1)).split()[1] for month in range(1, 13)] == [
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ]


def test_a_time_of_day_stands_behind_the_day_where_one_was_noted():
    assert ENGLISH["moment"](datetime(2026, 11, 18, 14, 5)) == "18 November 2026 at 14:05"  # noqa: DTZ001
    assert ENGLISH["moment"](datetime(2026, 11, 18)) == "18 November 2026"  # noqa: DTZ001
    assert ENGLISH["moment"](date(2026, 11, 18)) == "18 November 2026"


def test_in_a_row_of_dates_the_year_is_said_once():
    assert ENGLISH["date_since"](date(2026, 11, 18), date(2026, 10, 12)) == "18 November"
    assert ENGLISH["date_since"](date(2027, 1, 2), date(2026, 10, 12)) == "2 January 2027"
    assert ENGLISH["date_since"](date(2026, 11, 18), None) == "18 November 2026"
    assert ENGLISH["date_after"](date(2026, 9, 30), date(2026, 7, 8)) == "30 September 2026"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Decimal("86421.37"), "RMB 86,421.37"),
        (Decimal(1800), "RMB 1,800.00"),
        (0, "RMB 0.00"),
        (Decimal("-1.5"), "RMB -1.50"),
        (Decimal("1234567890.10"), "RMB 1,234,567,890.10"),
    ],
)
def test_amounts_are_in_rmb_with_two_decimals(value, words):
    assert english_money(value) == words


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_english_amounts_are_the_figures_of_the_tables(value):
    assert english_money(value) == f"RMB {amount(value)}"


def test_a_third_decimal_is_refused_and_never_rounded():
    with pytest.raises(ValueError, match="金额"):
        english_money(Decimal("0.125"))


def test_a_narrow_decimal_context_of_the_host_changes_no_figure():
    with localcontext(Context(prec=4)):
        assert english_money(Decimal("86421.37")) == "RMB 86,421.37"


@pytest.mark.parametrize(
    ("number", "what", "words"),
    [
        (1, "page", "1 page"),
        (3, "page", "3 pages"),
        (0, "day", "0 days"),
        (1, "day", "1 day"),
        (1, "open_point", "open point"),
        (2, "open_point", "2 open points"),
    ],
)
def test_what_is_counted_has_its_plural(number, what, words):
    assert english_count(number, what) == words


def test_days_of_the_month_have_their_endings():
    assert [english_ordinal(day) for day in (1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 25, 31)] == (
        ["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "22nd", "23rd", "25th", "31st"]
    )


def test_a_list_ends_in_and_or_or_without_a_comma_before_it():
    assert english_list(["a"]) == "a"
    assert english_list(["a", "b"]) == "a and b"
    assert english_list(["a", "b", "c"]) == "a, b and c"
    assert ENGLISH["either"](["a", "b", "c"]) == "a, b or c"
    assert english_list(["{0}", "%s", "c"]) == "{0}, %s and c"
    with pytest.raises(ValueError, match="nothing"):
        english_list([])


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(0, 10**9))
def test_no_unusual_blank_gets_in(day, fen):
    text = english_date(day) + english_money(Decimal(fen).scaleb(-2)) + english_ordinal(day.day)
    assert text.isascii()


def test_both_languages_have_the_same_filters():
    assert FILTERS["zh"].keys() == FILTERS["en"].keys()


def test_a_chinese_paper_does_not_wait_for_babel():
    program = (
        "import sys, negotiation_docs as nd\n"
        "case = nd.load('examples/zhou.yaml')\n"
        "nd.render('hardship_letter', case).to_pdf()\n"
        "assert 'babel' not in sys.modules\n"
        "nd.render('hardship_letter', case, lang='en')\n"
        "assert 'babel' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def test_a_day_that_is_not_told_is_never_written_as_today():
    with pytest.raises(TypeError, match="现在是 NoneType"):
        english_date(None)  # type: ignore[arg-type]
