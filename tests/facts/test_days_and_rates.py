"""Days, times and rates come in by their own doors."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from negotiation_docs.facts.values.days import parse_day, parse_moment
from negotiation_docs.facts.values.rate import parse_rate


def refused(read, value):
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    return caught.value.context["message"]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_both_ways_of_writing_it(day):
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.year}年{day.month}月{day.day}日") == day
    assert parse_day(f" {day.year}年{day.month:02}月{day.day:02}日 ") == day
    assert parse_day(day) == day


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2026-02-29", "没有这一天：“2026-02-29”"),
        ("2026-13-01", "没有这一天：“2026-13-01”"),
        ("2026年11月", "看不懂日期“2026年11月”"),
        ("11-21", "看不懂日期“11-21”"),
        ("2026/11/21", "看不懂日期“2026/11/21”"),
        ("20261121", "看不懂日期“20****21”"),
        ("去年", "看不懂日期“去年”"),
        ("0026-11-21", "年份“26”不在1900年至2199年之间"),
        ("2026-11-21 10:05", "看不懂日期“2026-11-21 10:05”"),
        (datetime(2026, 11, 21, 1), "这里只写日期，不写时间"),  # noqa: DTZ001
        (20261121, "应是日期"),
        (None, "应是日期"),
    ],
)
def test_what_is_no_day_is_refused_with_its_reason(written, message):
    assert refused(parse_day, written) == message


@pytest.mark.parametrize(
    "written", ["2026-11-18 14:20", "2026-11-18T14:20", "2026年11月18日14:20", "2026年11月18日14时20分"]
)
def test_a_talk_may_carry_its_time(written):
    assert parse_moment(written) == datetime(2026, 11, 18, 14, 20)  # noqa: DTZ001


def test_a_talk_without_a_time_keeps_only_its_day():
    moment = parse_moment("2026-11-18")
    assert moment == date(2026, 11, 18)
    assert not isinstance(moment, datetime)
    assert parse_moment("2026年11月18日9时") == datetime(2026, 11, 18, 9)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2026-11-18 25:00", "没有这个时刻：“2026-11-18 25:00”"),
        ("2026-11-18 下午", "看不懂时间“2026-11-18 下午”"),
        ("2026-02-30 10:00", "没有这一天：“2026-02-30 10:00”"),
        ("昨天", "看不懂日期“昨天”"),
    ],
)
def test_what_is_no_time_is_refused_with_its_reason(written, message):
    assert refused(parse_moment, written) == message


@pytest.mark.parametrize(
    ("written", "a_year"),
    [
        ("0.18", "0.18"),
        ("18%", "0.18"),
        ("18％", "0.18"),
        ("年利率18%", "0.18"),
        ("年化18.25%", "0.1825"),
        ("月1.5%", "0.18"),
        ("月利率1.5%", "0.18"),
        ("月息15‰", "0.18"),
        ("日万分之五", "0.1825"),
        ("日利率万分之5", "0.1825"),
        ("日0.05%", "0.1825"),
        ("日万分之三点五", "0.12775"),
        ("千分之五", "0.005"),
        ("百分之十", "0.1"),
        ("0", "0"),
        (0, "0"),
        (Decimal("0.24"), "0.24"),
    ],
)
def test_a_rate_means_what_it_is_per_year(written, a_year):
    assert parse_rate(written) == Decimal(a_year)


@given(st.decimals(0, 1, places=6))
def test_a_rate_and_its_per_cent_are_the_same(rate):
    assert parse_rate(str(rate)) == parse_rate(f"{rate * 100}%") == parse_rate(rate) == rate


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("18", "利率“18”大于1又没有百分号"),
        (18, "利率“18”大于1又没有百分号"),
        ("1.01", "利率“1.01”大于1又没有百分号"),
        ("月1.5", "利率“月1.5”没有写百分号"),
        ("高利贷", "看不懂利率“高利贷”"),
        ("日万分之点", "看不懂利率“日万分之点”"),
        ("-5%", "看不懂利率“-5%”"),
        (Decimal(-1), "利率不能小于零"),
        ("日50%", "年利率超过1000%，请核对"),
        (0.18, "利率不能用浮点数"),
        (True, "应是利率"),
        (None, "应是利率"),
    ],
)
def test_what_is_no_rate_is_refused_with_its_reason(written, message):
    assert refused(parse_rate, written) == message
