"""Days, times and rates come in by their own doors."""

import pickle
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from negotiation_docs.facts.values.days import Month, parse_day, parse_day_or_month, parse_moment
from negotiation_docs.facts.values.rate import parse_rate
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.words.english import english_date
from tests.make.least import loaded


def refused(read, value):
    with pytest.raises(PydanticCustomError) as caught:
        read(value)
    return caught.value.context["message"]


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_is_read_in_all_ways_of_writing_it(day):
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"{day.year}年{day.month}月{day.day}日") == day
    assert parse_day(f"{day.year}/{day.month}/{day.day}") == day
    assert parse_day(f"{day.year}.{day.month:02}.{day.day:02}") == day
    assert parse_day(f" {day.year}年{day.month:02}月{day.day:02}日 ") == day
    assert parse_day(f"{day.year}年{day.month}月{day.day}号") == day
    assert parse_day(day) == day


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("2026-02-29", "没有这一天：“2026-02-29”"),
        ("2026-13-01", "没有这一天：“2026-13-01”"),
        ("2026年11月", "看不懂日期“2026年11月”"),
        ("11-21", "看不懂日期“11-21”"),
        ("2026/11-21", "看不懂日期“2026/11-21”"),
        ("26-11-21", "看不懂日期“26-11-21”"),
        (Month(2026, 11, 1), "应是日期"),
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
        ("年千分之五", "0.005"),
        ("日息万五", "0.1825"),
        ("月息2分", "0.24"),
        ("月息二分", "0.24"),
        ("月息1分5厘", "0.18"),
        ("月息一分五", "0.18"),
        ("年息1分2厘", "0.12"),
        ("月息15厘", "0.18"),
        ("年息1分", "0.1"),
        ("年百分之十八", "0.18"),
        ("百分之二十四点五", "0.245"),
        ("月利息千分之十五", "0.18"),
        ("百分之十", "0.1"),
        ("0", "0"),
        (0, "0"),
        (Decimal("0.24"), "0.24"),
    ],
)
def test_a_rate_means_what_it_is_per_year(written, a_year):
    assert parse_rate(written) == Decimal(a_year)


@given(st.decimals(0, Decimal("0.999999"), places=6))
def test_a_rate_and_its_per_cent_are_the_same(rate):
    assert parse_rate(str(rate)) == parse_rate(f"{rate * 100}%") == parse_rate(rate) == rate


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("18", "利率“18”大于1又没有百分号"),
        (18, "利率“18”大于1又没有百分号"),
        ("1.01", "利率“1.01”大于1又没有百分号"),
        ("1", "利率“1”没有百分号，可能是1%，也可能是100%"),
        (1, "利率“1”没有百分号，可能是1%，也可能是100%"),
        ("月1.5", "利率“月1.5”没有写百分号"),
        ("万分之五", "利率“万分之五”没有写明是年、月还是日"),
        ("千分之五", "利率“千分之五”没有写明是年、月还是日"),
        ("5‰", "利率“5‰”没有写明是年、月还是日"),
        ("2分", "利率“2分”没有写明是年、月还是日"),
        ("万五", "利率“万五”没有写明是年、月还是日"),
        ("日息5厘", "日利率“日息5厘”说法不一"),
        ("月" + "1" * 100_000 + "%", "看不懂利率“月111********************…”"),
        ("高利贷", "看不懂利率“高利贷”"),
        ("日万分之点", "看不懂利率“日万分之点”"),
        ("-5%", "看不懂利率“-5%”"),
        (Decimal(-1), "利率不能小于零"),
        (Decimal("1e-999999999"), "利率的小数位太多"),
        (Decimal("0e-999999999"), "利率的小数位太多"),
        ("日50%", "年利率超过1000%，请核对"),
        (0.18, "利率不能用浮点数"),
        (True, "应是利率"),
        (None, "应是利率"),
    ],
)
def test_what_is_no_rate_is_refused_with_its_reason(written, message):
    assert refused(parse_rate, written) == message


def test_a_rate_without_its_period_is_answered_with_every_reading():
    with pytest.raises(PydanticCustomError) as caught:
        parse_rate("万分之五")
    assert caught.value.context["hint"] == (
        "请在前面写上年、月或日：年万分之五（每年0.05%）、月万分之五（每年0.6%）、日万分之五（每年18.25%）"
    )


@pytest.mark.parametrize(("written", "likely"), [("26-11-21", "2026-11-21"), ("88年4月12日", "1988-04-12")])
def test_a_year_of_two_digits_is_answered_with_the_likely_date(written, likely):
    with pytest.raises(PydanticCustomError) as caught:
        parse_day(written)
    assert caught.value.context["hint"] == f"年份要写四位；是不是 {likely}？"


@pytest.mark.parametrize("written", ["2026-03", "2026年3月", "2026/3", "2026.03", " 2026年03月 "])
def test_a_month_stands_for_its_first_or_its_last_day_and_is_written_as_a_month(written):
    first, last = (parse_day_or_month(written, last=last) for last in (False, True))
    assert (date(first.year, first.month, first.day), date(last.year, last.month, last.day)) == (
        date(2026, 3, 1),
        date(2026, 3, 31),
    )
    assert {str(first), last.isoformat()} == {"2026-03"}
    assert chinese_date(first) == chinese_date(last) == "2026年3月"
    assert english_date(first) == "March 2026"
    assert parse_day_or_month("2026-03-31", last=False) == date(2026, 3, 31)
    assert not isinstance(parse_day_or_month("2026-03-31", last=True), Month)


@pytest.mark.parametrize("written", ["2026-13", "2026年0月", "1899-12"])
def test_what_is_no_month_is_refused(written):
    with pytest.raises(PydanticCustomError):
        parse_day_or_month(written, last=False)


def test_a_month_compares_and_survives_pickling_and_json():
    case = loaded(hardship=[{"cause": "illness", "since": "2026-03", "until": "2026-05", "evidence": []}])
    cause = case.hardship[0]
    assert cause.since < date(2026, 3, 2) < cause.until
    assert str(pickle.loads(pickle.dumps(cause.since))) == "2026-03"
    dumped = case.model_dump(mode="json", by_alias=True, exclude_unset=True)["hardship"][0]
    assert (dumped["since"], dumped["until"]) == ("2026-03", "2026-05")
