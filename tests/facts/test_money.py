"""Money comes in by one door: exact, in 人民币, to the 分."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from negotiation_docs.facts.values.money import parse_money, parse_positive_money
from tests.make.least import case_with, only_problem


def refused(value):
    with pytest.raises(PydanticCustomError) as caught:
        parse_money(value)
    return caught.value.context["message"]


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("86421.37", "86421.37"),
        ("86,421.37", "86421.37"),
        ("86，421.37", "86421.37"),
        ("86421.37元", "86421.37"),
        ("86421.37 元", "86421.37"),
        ("人民币86421.37元整", "86421.37"),
        ("¥1,000", "1000.00"),
        ("￥1,000", "1000.00"),
        ("1.2万元", "12000.00"),
        ("1.234567万", "12345.67"),
        ("0.5亿元", "50000000.00"),
        ("１８００．５", "1800.50"),
        ("0", "0.00"),
        ("0.00", "0.00"),
        (" 5 ", "5.00"),
        (1800, "1800.00"),
        (Decimal("1800.5"), "1800.50"),
        (Decimal("1E+3"), "1000.00"),
        (Decimal("-0"), "0.00"),
    ],
)
def test_an_amount_is_read_as_people_write_it(written, yuan):
    amount = parse_money(written)
    assert str(amount) == yuan


@given(st.integers(0, 10**12 - 1))
def test_every_amount_below_ten_billion_yuan_survives_each_way_of_writing_it(cents):
    amount = Decimal(cents).scaleb(-2)
    for written in (str(amount), f"{amount:,.2f}", f"{amount}元", f"¥{amount}", amount):
        assert parse_money(written) == amount


@given(st.decimals(0, 10**6, places=3).filter(lambda amount: amount % Decimal("0.01")))
def test_a_third_decimal_is_never_rounded_away(amount):
    assert "小数超过两位" in refused(str(amount))
    assert "小数超过两位" in refused(amount)


@given(st.text(max_size=12) | st.text("0123456789.,，元万亿￥¥-+ eE零", max_size=6))
@example("1.2万元")
@example("86,421.37元")
def test_any_other_text_is_refused_and_never_guessed(text):
    try:
        amount = parse_money(text)
    except PydanticCustomError:
        return
    assert amount >= 0
    shown = "".join(character for character in unicodedata.normalize("NFKC", text) if character.isdigit())
    assert shown, text
    assert "".join(map(str, amount.normalize().as_tuple().digits)).strip("0") == shown.strip("0"), text


def test_a_float_is_refused_with_a_hint():
    assert only_problem(case_with(debt={"balance": {"principal": 86421.37}})) == (
        "debts[0].balance.principal",
        "金额不能用浮点数，浮点数存不准分",
        '请写成文字 "86421.37" 或 Decimal("86421.37")；JSON 用 nd.loads 读取',
    )


@pytest.mark.parametrize(
    ("written", "currency"),
    [
        ("$100", "美元"),
        ("100 USD", "美元"),
        ("HK$100", "港元"),
        ("100港币", "港元"),
        ("€100", "欧元"),
        ("100英镑", "英镑"),
        ("NT$100", "新台币"),
        ("1000日元", "日元"),
        ("S$100", "新加坡元"),
        ("1 USDT", "虚拟货币"),
    ],
)
def test_another_currency_is_refused_by_name(written, currency):
    assert refused(written) == f"金额是{currency}，这里只收人民币"


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("abc", "看不懂金额“abc”"),
        ("1,2345.67", "看不懂金额“1,2345.67”"),
        ("1.", "看不懂金额“1.”"),
        (".5", "看不懂金额“.5”"),
        ("1e5", "看不懂金额“1e5”"),
        ("约5000", "看不懂金额“约5000”"),
        ("伍仟元", "看不懂金额“伍仟元”"),
        ("-5.00", "金额不能是负数：“-5.00”"),
        (-5, "金额不能是负数：“-5”"),
        ("100亿", "金额达到或超过一百亿元，请核对"),
        (True, "应是金额"),
        (None, "应是金额"),
        (["5"], "应是金额"),
        (Decimal("NaN"), "应是金额"),
        (Decimal("Infinity"), "应是金额"),
        ("6222020000000007x", "看不懂金额“622*********0007x”"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(written, message):
    assert refused(written) == message


def test_a_payment_of_nothing_is_no_payment():
    with pytest.raises(PydanticCustomError) as caught:
        parse_positive_money("0.00")
    assert caught.value.context["message"] == "金额应大于零"
