"""The door for interest rates: whatever form the contract or a person uses, kept as the nominal rate per year."""

import re
from decimal import Decimal
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.facts.values.ourcontext import in_our_context

_NUMBER = r"[0-9]+(?:\.[0-9]+)?"
_SPOKEN = rf"{_NUMBER}|[零〇一二三四五六七八九十两点]+"
_FORM = re.compile(
    r"(?:(?P<period>[年月日])(?:化)?(?:利率|利息|息)?(?:为|是|：|:)?)?\s*"
    rf"(?:(?P<number>{_NUMBER})\s*(?P<sign>[%％‰])?"
    rf"|(?P<base>[百千万]分之|[千万])(?P<parts>{_SPOKEN})|(?P<told>{_SPOKEN})\s*(?P<unit>[分厘])"
    r"(?:(?<=分)(?P<also>[1-9一二两三四五六七八九])厘?)?)"
)
_PER_YEAR = {"年": 1, "月": 12, "日": 365}
_SIGNS = {"%": 100, "％": 100, "‰": 1000}
_BASES = {"百": 100, "千": 1000, "万": 10000}
_UNITS = {("年", "分"): 10, ("年", "厘"): 100, ("月", "分"): 100, ("月", "厘"): 1000}
_NUMERALS = {numeral: digit for digit, numeral in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_LONGEST = 40  # characters: no contract words a rate at greater length
_LIMIT = Decimal(10)
_EXAMPLE = "请写成 0.18、18%、月1.5% 或 日万分之五"


@in_our_context
def parse_rate(value: object) -> Decimal:
    """A nominal rate per year (0.18 = 18%), ``0 ≤ rate ≤ 10``; raises pydantic's custom error in Chinese.

    ``日万分之五`` counts 365 days, ``月1.5%`` and ``月息2分`` twelve months, without compounding: 18.25%, 18%, 24%;
    ``月息1分5厘`` is one and a half 分: 18%.
    万分之, 千分之, ‰, 分 and 厘 mean nothing without 年, 月 or 日, and nobody guesses which.
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
    found = _FORM.fullmatch(text) if len(text) <= _LONGEST else None
    if found is None:
        raise refusal("rate", f"看不懂利率“{echo(text)}”", _EXAMPLE)
    period, unit = found["period"], found["unit"]
    vague = unit or found["sign"] == "‰" or (found["base"] and not found["base"].startswith("百"))
    if vague and period is None:
        raise refusal("rate_period", f"利率“{echo(text)}”没有写明是年、月还是日", _readings(found, text))
    if unit and (period, unit) not in _UNITS:
        raise refusal("rate", f"日利率“{echo(text)}”说法不一", "请按合同写成 日万分之几，如 日万分之五")
    if not (unit or found["base"] or found["sign"]):
        if period:
            raise refusal("rate", f"利率“{echo(text)}”没有写百分号", _EXAMPLE)
        return _bare(Decimal(found["number"]))
    return _yearly(found, period or "年", text)


def _yearly(found: re.Match[str], period: str, text: str) -> Decimal:
    """What the rate of a ``period`` is a year, without compounding."""
    if found["also"]:
        if "." in found["told"] or "点" in found["told"]:
            raise refusal("rate", f"看不懂利率“{echo(text)}”", _EXAMPLE)
        fens, tenths = _spoken(found["told"], text), _spoken(found["also"], text)
        return (fens / _UNITS[period, "分"] + tenths / _UNITS[period, "厘"]) * _PER_YEAR[period]
    if found["unit"]:
        return _spoken(found["told"], text) * _PER_YEAR[period] / _UNITS[period, found["unit"]]
    if found["base"]:
        return _spoken(found["parts"], text) * _PER_YEAR[period] / _BASES[found["base"][0]]
    return Decimal(found["number"]) * _PER_YEAR[period] / _SIGNS[found["sign"]]


def _readings(found: re.Match[str], text: str) -> str:
    """Every way in which a rate without its period can be meant, with what it comes to a year."""
    periods = [period for period in _PER_YEAR if found["unit"] is None or (period, found["unit"]) in _UNITS]
    ways = [f"{period}{echo(text)}（每年{_percent(_yearly(found, period, text))}）" for period in periods]
    return f"请在前面写上年、月或日：{'、'.join(ways)}"


def _percent(rate: Decimal) -> str:
    return f"{(rate * 100).normalize():f}%"


def _bare(rate: Decimal) -> Decimal:
    if not rate.is_finite() or rate < 0:
        raise refusal("rate", "利率不能小于零", _EXAMPLE)
    if int(rate.as_tuple().exponent) < -_LONGEST:  # 1e-999999999 has a milliard of noughts
        raise refusal("rate", "利率的小数位太多", _EXAMPLE)
    if rate >= 1:
        said = echo(rate)
        if rate == 1:
            raise refusal("rate_percent", f"利率“{said}”没有百分号，可能是1%，也可能是100%", "请写 1% 或 100%")
        raise refusal("rate_percent", f"利率“{said}”大于1又没有百分号", f"如果是{said}%，请把百分号写上")
    return rate


def _spoken(text: str, whole: str) -> Decimal:
    """``5``, ``五``, ``十八``, ``二十四`` or ``一点五``."""
    if text[0] in "0123456789":
        return Decimal(text)
    number, point, fraction = text.partition("点")
    tens, ten, ones = number.rpartition("十")
    try:
        if ten:
            number = f"{_NUMERALS[tens] if tens else 1}{_NUMERALS[ones] if ones else 0}"
        else:
            number = "".join(str(_NUMERALS[numeral]) for numeral in number)
        decimals = "".join(str(_NUMERALS[numeral]) for numeral in fraction)
        return Decimal(f"{number}.{decimals}" if point else number)
    except (KeyError, ArithmeticError):
        raise refusal("rate", f"看不懂利率“{echo(whole)}”", _EXAMPLE) from None


Rate = Annotated[
    Decimal,
    Door(
        parse_rate, {"type": ["string", "number"], "description": "年利率，如 0.18、18%、月1.5%、月息2分、日万分之五"}
    ),
]
"""A nominal rate per year: 0.18 is 18%."""
