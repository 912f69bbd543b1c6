"""The filters by which templates put figures, days and choices into words: the same names in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from operator import index
from typing import Any, Final

from negotiation_docs.facts import Currency
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.figures.wording import amount, chinese_date, chinese_moment, foreign_amount, percent, rmb_upper
from negotiation_docs.words.english import (
    DAY,
    MOMENT,
    english_count,
    english_date,
    english_list,
    english_money,
    english_ordinal,
)
from negotiation_docs.words.lexicon import lexicon

Filter = Callable[..., Any]


def _figure(value: Decimal | str) -> str:
    """``86,421.37``; a placeholder of a draft passes through, here and below."""
    return value if isinstance(value, str) else amount(value)


def _money(value: Decimal | str) -> str:
    return value if isinstance(value, str) else f"{amount(value)}元"


def _money_en(value: Decimal | str) -> str:
    return value if isinstance(value, str) else english_money(value)


def _units(value: Decimal | str, currency: Currency) -> str:
    return value if isinstance(value, str) else foreign_amount(value, currency)


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


def _stamp(value: date | str) -> str:
    """``2026-11-18 14:20``, for tables; the day alone where no time was noted."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}" if _timed(value) else value.date().isoformat()
    return _iso(value)


def _date_after(value: date, start: date) -> str:
    """The end of a span: without its year when the start has the same one (2026年7月8日至9月30日)."""
    return chinese_date(value).removeprefix(f"{start.year}年")


def _date_after_en(value: date, start: date) -> str:
    """With its year in any case: in English that stands with the last day (8 July to 30 September 2026)."""
    return english_date(value)


def _date_since(value: date, previous: date | None) -> str:
    """A date in a row of dates: without its year when the one before had it already."""
    return _date_after(value, previous) if previous is not None else chinese_date(value)


def _date_since_en(value: date, previous: date | None) -> str:
    return english_date(value, DAY) if previous is not None and previous.year == value.year else english_date(value)


def _timed(value: date) -> bool:
    return isinstance(value, datetime) and bool(value.hour or value.minute)


def _moment_en(value: date) -> str:
    return english_date(value, MOMENT) if _timed(value) else english_date(value)


def _listed(values: Sequence[str]) -> str:
    """甲、乙和丙; 以及 where a part has a 和 of its own."""
    *head, last = values
    join = "以及" if any("和" in value for value in values) else "和"
    return f"{'、'.join(head)}{join}{last}" if head else last


def _either(values: Sequence[str]) -> str:
    """甲、乙或者丙."""
    *head, last = values
    return f"{'、'.join(head)}或者{last}" if head else last


def _either_en(values: Sequence[str]) -> str:
    return english_list(values, "or")


def _counted(number: int, what: str) -> str:
    return lexicon("zh").counts[what]["other"].format(n=index(number))


def _ordinal(number: int) -> str:
    return lexicon("zh").ordinals["other"].format(n=index(number))


def _label(choice: Choice) -> str:
    return lexicon("zh").label(choice)


def _label_en(choice: Choice) -> str:
    return lexicon("en").label(choice)


def _sentence(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def _named_en(name: str) -> str:
    """A court or an office inside a sentence: ``the People's Court of …``, article or none in the file."""
    return name if not name[:1].isascii() or name.lower().startswith("the ") else f"the {name}"


def _staff_en(agent: str) -> str:
    """``staff number 6035``, also where the file has the number alone."""
    return f"staff number {agent}" if agent.isdecimal() else agent


def _as_it_is(text: str) -> str:
    return text


def _staff(agent: str) -> str:
    """A person at the lender: 工号6035, or 6035 alone, becomes 工号6035的工作人员, a name stands by itself."""
    if agent.isdecimal():
        return f"工号{agent}的工作人员"
    return f"{agent}的工作人员" if agent.startswith("工号") else agent


_BOTH: Final[Mapping[str, tuple[Filter, Filter]]] = {
    "money": (_money, _money_en),
    "figure": (_figure, _figure),
    "units": (_units, _units),
    "rmb": (_rmb, _rmb),
    "percent": (_percent, _percent),
    "date": (_date, _date_en),
    "isodate": (_iso, _iso),
    "stamp": (_stamp, _stamp),
    "date_after": (_date_after, _date_after_en),
    "date_since": (_date_since, _date_since_en),
    "moment": (chinese_moment, _moment_en),
    "listed": (_listed, english_list),
    "either": (_either, _either_en),
    "counted": (_counted, english_count),
    "ordinal": (_ordinal, english_ordinal),
    "label": (_label, _label_en),
    "sentence": (_as_it_is, _sentence),
    "staff": (_staff, _staff_en),
    "named": (_as_it_is, _named_en),
}
FILTERS: Final[Mapping[str, Mapping[str, Filter]]] = {
    lang: {name: pair[place] for name, pair in _BOTH.items()} for place, lang in enumerate(("zh", "en"))
}
"""Language → name → filter."""


def counted(lang: str, number: int, what: str) -> str:
    """``3页``, ``3 pages``: ``what`` is a member of the list ``counts``."""
    return str(FILTERS[lang]["counted"](number, what))
