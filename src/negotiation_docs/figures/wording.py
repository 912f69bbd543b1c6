"""Amounts, rates and dates as Chinese letters write them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from negotiation_docs.arguments import told
from negotiation_docs.errors import ArgumentError
from negotiation_docs.facts import Currency, Month
from negotiation_docs.figures.fen import exact, half_up, to_fen
from negotiation_docs.figures.rmb import rmb_upper

__all__ = ["amount", "chinese_date", "chinese_numeral", "chinese_numeral_date", "overdue_days", "percent", "rmb_upper"]

NUMERALS = "〇一二三四五六七八九"  # U+3007: 编号与年份用〇，不用零 (GB/T 15835-2011)


def amount(value: Decimal | int) -> str:
    """元 with two decimals and separators, no unit: ``86,421.37``. More than two decimals is a ValueError."""
    text = f"{value:,f}" if type(value) is Decimal else ""
    if text[-3:-2] == "." and text[0] != "-":  # nearly all there is: two decimals already
        return text
    fen = to_fen(value)
    yuan, cents = divmod(abs(fen), 100)
    return f"{'-' if fen < 0 else ''}{yuan:,}.{cents:02d}"


def minor_units(currency: Currency) -> int:
    """How many decimals amounts of ``currency`` have (CLDR): two of most, none of 日元 and 韩元."""
    from babel.numbers import get_currency_precision  # noqa: PLC0415 - Babel loads slowly, and few owe foreign money

    return get_currency_precision(currency.value)


def foreign_amount(value: Decimal, currency: Currency) -> str:
    """An amount of a foreign currency with the decimals it has, no unit: ``120.35`` 美元, ``12,035`` 日元.

    One that has more of them than the currency stands as it was stated, to the 分 of it.
    """
    places = minor_units(currency)
    return f"{value:,.{places}f}" if value == round(value, places) else amount(value)


def percent(value: Decimal | int | Fraction, places: int | None = None) -> str:
    """A share of 1 as a percentage: 0.1825 → ``18.25%``; with ``places`` rounded half up, without them exact."""
    share = value if isinstance(value, Fraction) else Fraction(exact(value, "比例"))
    if places is None:
        places = _exact_places(share * 100)
    scaled = half_up(share * 100 * 10**places)
    whole, part = divmod(abs(scaled), 10**places)
    return f"{'-' if scaled < 0 else ''}{whole}{f'.{part:0{places}d}' if places else ''}%"


def _exact_places(share: Fraction) -> int:
    """How many decimals write ``share`` exactly; at most six."""
    return next((places for places in range(6) if (share * 10**places).denominator == 1), 6)


@told
def chinese_date(day: date) -> str:
    """``2026年11月21日``: Arabic figures, 月日不编虚位 (GB/T 9704 7.3.5.4); of a month no day: ``2026年11月``.

    >>> import negotiation_docs as nd
    >>> from datetime import date
    >>> nd.chinese_date(date(2026, 11, 21))
    '2026年11月21日'
    """
    if isinstance(day, Month):
        return f"{day.year}年{day.month}月"
    return f"{day.year}年{day.month}月{day.day}日"


def chinese_moment(value: date) -> str:
    """``2026年11月18日14时20分``, ``20时``, or the date alone where no time was noted."""
    if not isinstance(value, datetime) or not (value.hour or value.minute):
        return chinese_date(value)
    minutes = f"{value.minute:02d}分" if value.minute else ""
    return f"{chinese_date(value)}{value.hour}时{minutes}"


def chinese_numeral_date(day: date) -> str:
    """``二〇二六年十一月二十一日`` (GB/T 15835-2011: 〇 in years)."""
    year = "".join(NUMERALS[int(digit)] for digit in f"{day.year}")
    return f"{year}年{chinese_numeral(day.month)}月{chinese_numeral(day.day)}日"


def chinese_numeral(number: int) -> str:
    """1 to 99 in Chinese numerals: ``二十一``. Raises ValueError beyond."""
    if not 0 < number < 100:
        raise ArgumentError("一至九十九以外的数不这样写")
    tens, units = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, f"{NUMERALS[tens]}十")
    return head + (NUMERALS[units] if units else "")


def overdue_days(due: date, as_of: date) -> int:
    """Days past ``due`` on ``as_of``; the due day itself is not counted (民法典201), never below 0."""
    return max(0, (as_of - due).days)
