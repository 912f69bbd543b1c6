"""Dates, lists, counts and amounts as English papers write them, by Babel in patterns of our own.

Of the locale only names and rules are used (months, plurals, how a list ends), never its default formats, which would
print ``CN¥`` and narrow no-break spaces. Babel is imported with the first English figure: a Chinese paper does not
wait for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Context, Decimal, localcontext
from functools import cache
from operator import index
from typing import TYPE_CHECKING

from negotiation_docs.arguments import told
from negotiation_docs.facts import Month
from negotiation_docs.figures.fen import to_fen, to_yuan
from negotiation_docs.words.lexicon import lexicon

if TYPE_CHECKING:
    from babel import Locale
    from babel.numbers import NumberPattern

DATE = "d MMMM y"
DAY = "d MMMM"
MOMENT = "d MMMM y 'at' HH:mm"
MONEY = "'RMB' #,##0.00;'RMB' -#,##0.00"
EXACT = Context(prec=40)


@cache
def _british() -> Locale:
    from babel import Locale  # noqa: PLC0415 - see above

    return Locale("en", "GB")


@cache
def _money() -> NumberPattern:
    from babel.numbers import parse_pattern  # noqa: PLC0415

    return parse_pattern(MONEY)


@told
def english_date(day: date, pattern: str = DATE) -> str:
    """``21 November 2026``, or by another ``pattern`` of CLDR; of a month no day: ``November 2026``."""
    from babel.dates import format_date, format_datetime  # noqa: PLC0415

    if isinstance(day, Month):
        pattern = pattern.removeprefix("d ")
    timed = isinstance(day, datetime)
    return format_datetime(day, pattern, locale=_british()) if timed else format_date(day, pattern, locale=_british())


def english_money(value: Decimal | int) -> str:
    """``RMB 86,421.37``; more than two decimals is a ValueError, so that Babel has nothing to round."""
    with localcontext(EXACT):  # Babel works in the context of the thread, which may be the host's and too narrow
        return str(_money().apply(to_yuan(to_fen(value)), _british()))


def english_list(values: Sequence[str], last: str = "standard") -> str:
    """``a, b and c``; with ``or`` as ``last``, ``a, b or c``. An empty list is a ValueError."""
    from babel.lists import format_list  # noqa: PLC0415

    if not values:
        raise ValueError("nothing to list")
    *head, final = values
    few = [", ".join(head), final] if head else [final]  # Babel would write the whole list anew for each item
    return format_list(few, "or" if last == "or" else "standard", _british())


def english_count(number: int, what: str) -> str:
    """``1 page``, ``3 pages``: ``what`` is a member of the list ``counts``."""
    return lexicon("en").counts[what][_british().plural_form(index(number))].format(n=number)


def english_ordinal(number: int) -> str:
    """``25th``."""
    return lexicon("en").ordinals[_british().ordinal_form(index(number))].format(n=number)
