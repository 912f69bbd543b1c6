"""The door for interest rates: whatever form the contract uses, kept as the nominal rate per year."""

import re
from decimal import Decimal
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo

_FORM = re.compile(
    r"(?:(?P<period>[年月日])(?:化)?(?:利率|息)?(?:为|是|：|:)?)?\s*"
    r"(?:(?P<number>[0-9]+(?:\.[0-9]+)?)\s*(?P<sign>[%％‰])?|(?P<base>[百千万])分之(?P<parts>[0-9]+(?:\.[0-9]+)?|[零〇一二三四五六七八九十两点]+))"
)
_PER_YEAR = {"年": 1, "月": 12, "日": 365}
_SIGNS = {"%": 100, "％": 100, "‰": 1000}
_BASES = {"百": 100, "千": 1000, "万": 10000}
_NUMERALS = {numeral: digit for digit, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_LIMIT = Decimal(10)
_EXAMPLE = "请写成 0.18、18%、月1.5% 或 日万分之五"


def parse_rate(value: object) -> Decimal:
    """A nominal rate per year (0.18 = 18%), ``0 ≤ rate ≤ 10``; raises pydantic's custom error in Chinese.

    ``日万分之五`` counts 365 days, ``月1.5%`` twelve months, without compounding: 18.25% and 18% a year.
    """
    if isinstance(value, float):
        raise refusal("rate_float", "利率不能用浮点数", '请写成文字 "18%" 或 Decimal("0.18")')
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        raise refusal("rate", "应是利率", _EXAMPLE)
    rate = _from_text(value.strip()) if isinstance(value, str) else _bare(Decimal(value))
    if rate > _LIMIT:
        raise refusal("rate_limit", "年利率超过1000%，请核对", _EXAMPLE)
    return rate


def _from_text(text: str) -> Decimal:
    found = _FORM.fullmatch(text)
    if found is None:
        raise refusal("rate", f"看不懂利率“{echo(text)}”", _EXAMPLE)
    times = _PER_YEAR[found["period"] or "年"]
    if found["base"]:
        return _parts(found["parts"], text) * times / _BASES[found["base"]]
    if found["sign"]:
        return Decimal(found["number"]) * times / _SIGNS[found["sign"]]
    if found["period"]:
        raise refusal("rate", f"利率“{echo(text)}”没有写百分号", _EXAMPLE)
    return _bare(Decimal(found["number"]))


def _bare(rate: Decimal) -> Decimal:
    if not rate.is_finite() or rate < 0:
        raise refusal("rate", "利率不能小于零", _EXAMPLE)
    if rate > 1:
        raise refusal("rate_percent", f"利率“{echo(rate)}”大于1又没有百分号", f"如果是{echo(rate)}%，请把百分号写上")
    return rate


def _parts(text: str, whole: str) -> Decimal:
    if text[0] in "0123456789":
        return Decimal(text)
    number, _, fraction = text.partition("点")
    if number == "十":
        number = "一零"
    try:
        digits = "".join(str(_NUMERALS[numeral]) for numeral in number)
        decimals = "".join(str(_NUMERALS[numeral]) for numeral in fraction)
        return Decimal(f"{digits}.{decimals}" if decimals else digits)
    except (KeyError, ArithmeticError):
        raise refusal("rate", f"看不懂利率“{echo(whole)}”", _EXAMPLE) from None


Rate = Annotated[
    Decimal,
    Door(parse_rate, {"type": ["string", "number"], "description": "年利率，如 0.18、18%、月1.5%、日万分之五"}),
]
"""A nominal rate per year: 0.18 is 18%."""
