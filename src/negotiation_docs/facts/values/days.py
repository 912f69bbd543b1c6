"""The door for days and times: 2026-11-21, 2026年11月21日, a time to the minute where a talk needs one, and a month
where nobody knows the day."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo

_DAY = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号])")
_MONTH = re.compile(r"([0-9]{4})(?:[-/.]([0-9]{1,2})|\s*年\s*([0-9]{1,2})\s*月份?)")
_SHORT = re.compile(
    r"([0-9]{2})(?:([-/.])([0-9]{1,2})\2([0-9]{1,2})|\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*[日号])"
)
_TIME = re.compile(r"(?:T|\s*)([0-9]{1,2})(?:[:：]([0-9]{2})(?::[0-9]{2})?|时(?:([0-9]{1,2})分)?)")
_EXAMPLE = "请写成 2026-11-21 或 2026年11月21日"
_TIME_EXAMPLE = "请写成 2026-11-18 14:20"
_NEXT_CENTURY = 50  # of two digits: 26 is 2026, 88 is 1988
_BEIJING = timezone(timedelta(hours=8))


class Month(date):
    """A month of which nobody told the day: its first or its last day, so that it compares; written 2026年3月."""

    __slots__ = ()

    def isoformat(self) -> str:
        """``2026-03``."""
        return f"{self.year:04d}-{self.month:02d}"

    __str__ = isoformat


def today() -> date:
    """The day in Beijing: the letters are dated and their periods run where they are read."""
    return datetime.now(_BEIJING).date()


def parse_day(value: object) -> date:
    """A calendar day of the years 1900 to 2199; raises pydantic's custom error in Chinese."""
    if isinstance(value, datetime):
        raise refusal("date", "这里只写日期，不写时间", _EXAMPLE)
    if isinstance(value, date) and not isinstance(value, Month):
        return _in_range(value)
    if not isinstance(value, str):
        raise refusal("date", "应是日期", _EXAMPLE)
    text = value.strip()
    found = _DAY.fullmatch(text)
    if found is None:
        raise refusal("date", f"看不懂日期“{echo(text)}”", _likely(text) or f"年月日都要写全；{_EXAMPLE}")
    return _day(found, text)


def _likely(text: str) -> str:
    """What a year of two digits most likely means; nobody guesses for the borrower."""
    found = _SHORT.fullmatch(text)
    if found is None:
        return ""
    year, month, day = (int(part) for part in found.groups() if part is not None and part not in "-/.")
    try:
        likely = date(year + (2000 if year < _NEXT_CENTURY else 1900), month, day)
    except ValueError:
        return ""
    return f"年份要写四位；是不是 {likely.isoformat()}？"


def parse_day_or_month(value: object, *, last: bool) -> date:
    """A day, or a :class:`Month`, which stands for its first day, or its ``last``."""
    if isinstance(value, Month):
        return _month(value.year, value.month, last=last)
    found = _MONTH.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return parse_day(value)
    year, month = (int(part) for part in found.groups() if part is not None)
    try:
        there = _month(year, month, last=last)
    except ValueError:
        raise refusal("date", f"没有这个月：“{echo(value)}”", "请核对年份和月份") from None
    return _in_range(there)


def written(day: date) -> str:
    """As a case file writes it, ``2026-03-31`` or ``2026-03``."""
    return day.isoformat()


def _month(year: int, month: int, *, last: bool) -> Month:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return Month(year, month, monthrange(year, month)[1] if last else 1)


def parse_moment(value: object) -> date:
    """A day, or a day with a time (then a naive :class:`datetime`, local to the talk)."""
    if isinstance(value, datetime):
        _in_range(value)
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if not isinstance(value, str):
        return parse_day(value)
    text = value.strip()
    found = _DAY.match(text)
    if found is None or found.end() == len(text):
        return parse_day(text)
    clock = _TIME.fullmatch(text, found.end())
    if clock is None:
        raise refusal("datetime", f"看不懂时间“{echo(text)}”", _TIME_EXAMPLE)
    day = _day(found, text)
    try:
        return datetime(day.year, day.month, day.day, int(clock[1]), int(clock[2] or clock[3] or 0))  # noqa: DTZ001  as told
    except ValueError:
        raise refusal("datetime", f"没有这个时刻：“{echo(text)}”", _TIME_EXAMPLE) from None


def _day(found: re.Match[str], text: str) -> date:
    year, month, day = (int(part) for part in found.groups() if part is not None and part not in "-/.")
    try:
        there = date(year, month, day)
    except ValueError:
        raise refusal("date", f"没有这一天：“{echo(text)}”", "请核对月份和日期") from None
    return _in_range(there)


def _in_range(day: date) -> date:
    if not 1900 <= day.year <= 2199:
        raise refusal("date", f"年份“{day.year}”不在1900年至2199年之间", "请核对年份")
    return day


_DAY_SCHEMA = {"type": "string", "description": "日期，如 2026-11-21 或 2026年11月21日"}
_MOMENT_SCHEMA = {"type": "string", "description": "日期，可加时间，如 2026-11-18 14:20"}

_MONTH_SCHEMA = {"type": "string", "description": "日期，不知道哪一天的只写年月，如 2026-03 或 2026年3月"}

Day = Annotated[date, Door(parse_day, _DAY_SCHEMA)]
"""A calendar day."""
Moment = Annotated[date, Door(parse_moment, _MOMENT_SCHEMA)]
"""A day, or a :class:`datetime` when the time was stated."""
Since = Annotated[date, Door(partial(parse_day_or_month, last=False), _MONTH_SCHEMA, write=written)]
"""A day or a :class:`Month`, from which something lasts."""
Until = Annotated[date, Door(partial(parse_day_or_month, last=True), _MONTH_SCHEMA, write=written)]
"""A day or a :class:`Month`, until which something lasts."""
