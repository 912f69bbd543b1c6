"""What a place is filled with, in the words in which the papers write money, days and choices; text, never markup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from negotiation_docs.authoring.word.lookup import Lookup
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.views.records import RATES
from negotiation_docs.words.formats import FILTERS

_UNITS: Final = ("元", "%")
_MIXED: Final = "，。；、"


class Unfit(ValueError):  # noqa: N818 - a way of writing and what it is asked to write
    """A way of writing that is not for such a value."""


def worded(lookup: Lookup, found: Sequence[object], lang: str) -> str:
    """The words of what was found. Raises Unfit where it cannot be written as the lookup asks."""
    said, way = FILTERS[lang], lookup.way
    joining = way in ("listed", "either")
    texts = [_one(lookup, value, lang) if joining or not way else _by(way, value, lang) for value in found]
    if len(texts) == 1:
        return texts[0]
    if not joining and any(mark in text for text in texts for mark in _MIXED):
        return "；".join(texts)
    return str(said[way if joining else "listed"](texts))


def _by(way: str, value: object, lang: str) -> str:
    wanted = _WANTED.get(way)
    if wanted is not None and not isinstance(value, wanted):
        raise Unfit
    return str(FILTERS[lang][way](value))


_WANTED: Final = {
    "money": Decimal, "figure": Decimal, "rmb": Decimal, "percent": Decimal, "date": date, "isodate": date,
    "moment": date, "stamp": date, "label": Choice, "staff": str,
}  # fmt: skip


def _one(lookup: Lookup, value: object, lang: str) -> str:
    """A value by its type, as a template writes it most often."""
    match value:
        case bool():
            raise Unfit
        case Choice():
            way = "label"
        case Decimal():
            way = "percent" if _is_rate(lookup) else "money"
        case datetime():
            way = "moment"
        case date():
            way = "date"
        case str() | int():
            return str(value)
        case _:
            raise Unfit
    return str(FILTERS[lang][way](value))


def _is_rate(lookup: Lookup) -> bool:
    last = str(lookup.steps[-1])
    return last in RATES or last.endswith(("_rate", "_1y", "_suit"))


def without_unit(words: str, following: str) -> str:
    """``words`` without the unit that the letter has behind the place itself: 【欠款】元, 【年利率】%."""
    return next((words.removesuffix(unit) for unit in _UNITS if following.startswith(unit)), words)
