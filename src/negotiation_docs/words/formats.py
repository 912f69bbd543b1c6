"""The filters that templates write figures and dates with, one table per language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from negotiation_docs.figures.wording import amount, chinese_date, percent, rmb_upper
from negotiation_docs.figures.wording_en import english_date

Filter = Callable[..., Any]


def _figure(value: Decimal | str) -> str:
    """``86,421.37``; a placeholder of a draft passes through."""
    return value if isinstance(value, str) else amount(value)


def _money(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{amount(value)}元"


def _money_en(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"RMB {amount(value)}"


def _rmb(value: Decimal | str) -> str:
    return value if isinstance(value, str) else rmb_upper(value)


def _percent(value: Decimal | str) -> str:
    return value if isinstance(value, str) else percent(value)


def _date(value: date | str) -> str:
    return value if isinstance(value, str) else chinese_date(value)


def _date_en(value: date | str) -> str:
    return value if isinstance(value, str) else english_date(value)


def _iso(value: date | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _date_after(value: date, start: date) -> str:
    """The end of a span: without its year when the start has the same one (2026年7月8日至9月30日)."""
    return f"{value.month}月{value.day}日" if value.year == start.year else chinese_date(value)


def _date_since(value: date, previous: date | None) -> str:
    """A date in a row of dates: without its year when the one before had it already."""
    return _date_after(value, previous) if previous is not None else chinese_date(value)


def _date_since_en(value: date, previous: date | None) -> str:
    return english_date(value) if previous is None or previous.year != value.year else english_date(value)[:-5]


def _moment(value: date) -> str:
    """``2026年11月18日14时20分``, ``20时``, or the date alone where no time was noted."""
    if isinstance(value, datetime) and (value.hour or value.minute):
        minutes = f"{value.minute:02d}分" if value.minute else ""
        return f"{chinese_date(value)}{value.hour}时{minutes}"
    return chinese_date(value)


def _moment_en(value: date) -> str:
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{english_date(value)} at {value.hour:02d}:{value.minute:02d}"
    return english_date(value)


def _listed(values: Sequence[str]) -> str:
    """甲、乙和丙."""
    *head, last = values
    return f"{'、'.join(head)}和{last}" if head else last


def _listed_en(values: Sequence[str]) -> str:
    *head, last = values
    return f"{', '.join(head)} and {last}" if head else last


def _either(values: Sequence[str]) -> str:
    """甲、乙或者丙."""
    *head, last = values
    return f"{'、'.join(head)}或者{last}" if head else last


def _either_en(values: Sequence[str]) -> str:
    *head, last = values
    return f"{', '.join(head)} or {last}" if head else last


def _ordinal(day: int) -> str:
    """``25th``."""
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _sentence(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def _joined(values: Sequence[object], separator: str) -> str:
    return separator.join(str(value) for value in values)


def _staff(agent: str) -> str:
    """A person at the lender: 工号6035 becomes 工号6035的工作人员, a name stands by itself."""
    return f"{agent}的工作人员" if agent.startswith("工号") else agent


FILTERS: Mapping[str, Mapping[str, Filter]] = {
    "zh": {
        "money": _money,
        "figure": _figure,
        "rmb": _rmb,
        "percent": _percent,
        "date": _date,
        "isodate": _iso,
        "date_after": _date_after,
        "date_since": _date_since,
        "moment": _moment,
        "listed": _listed,
        "either": _either,
        "joined": _joined,
        "staff": _staff,
    },
    "en": {
        "money": _money_en,
        "figure": _figure,
        "rmb": _rmb,
        "percent": _percent,
        "date": _date_en,
        "isodate": _iso,
        "date_since": _date_since_en,
        "moment": _moment_en,
        "listed": _listed_en,
        "either": _either_en,
        "joined": _joined,
        "ordinal": _ordinal,
        "sentence": _sentence,
    },
}
