"""The door for days and times: 2026-11-21, 2026年11月21日, and a time to the minute where a talk needs one."""

import re
from datetime import date, datetime, timedelta, timezone
from typing import Annotated

from negotiation_docs.facts.values.door import Door
from negotiation_docs.facts.values.fault import refusal
from negotiation_docs.facts.values.masking import echo

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})-([0-9]{1,2})|\s*年\s*([0-9]{1,2})\s*月\s*([0-9]{1,2})\s*日)")
_TIME = re.compile(r"(?:T|\s*)([0-9]{1,2})(?:[:：]([0-9]{2})(?::[0-9]{2})?|时(?:([0-9]{1,2})分)?)")
_EXAMPLE = "请写成 2026-11-21 或 2026年11月21日"
_TIME_EXAMPLE = "请写成 2026-11-18 14:20"
_BEIJING = timezone(timedelta(hours=8))


def today() -> date:
    """The day in Beijing: the letters are dated and their periods run where they are read."""
    return datetime.now(_BEIJING).date()


def parse_day(value: object) -> date:
    """A calendar day of the years 1900 to 2199; raises pydantic's custom error in Chinese."""
    if isinstance(value, datetime):
        raise refusal("date", "这里只写日期，不写时间", _EXAMPLE)
    if isinstance(value, date):
        return _in_range(value)
    if not isinstance(value, str):
        raise refusal("date", "应是日期", _EXAMPLE)
    text = value.strip()
    found = _DAY.fullmatch(text)
    if found is None:
        raise refusal("date", f"看不懂日期“{echo(text)}”", f"年月日都要写全；{_EXAMPLE}")
    return _day(found, text)


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
    year, month, day = (int(part) for part in found.groups() if part is not None)
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

Day = Annotated[date, Door(parse_day, _DAY_SCHEMA)]
"""A calendar day."""
Moment = Annotated[date, Door(parse_moment, _MOMENT_SCHEMA)]
"""A day, or a :class:`datetime` when the time was stated."""
