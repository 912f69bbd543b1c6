"""Makes a table of prose lower: moves room from columns that do without it to those whose lines make rows tall.

Columns are shared out by what each of them wants (:mod:`shares`), and none of them knows that a row is as high as its
tallest cell. Where that leaves a narrow column of many lines beside a broad one of a few words, room goes to the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import permutations, repeat
from typing import Final

Texts = tuple[tuple[float, ...], ...]  # of a row's cells, each with the widths of its lines in em
_Column = Callable[[float], tuple[float, ...]]  # the lines that each cell of a column takes in a width

_STEPS: Final = (4.0, 2.0, 1.0)  # em that go from a column to another
_RAGGED: Final = 0.5  # em that a line of several leaves empty, on average
_WRAP: Final = 0.2  # of a row's line for each line of a cell: of ways that are as low, the one that breaks least
_WORTH: Final = 0.9  # of the height: for less columns are not moved, so that tables of a kind look alike
_ROWS: Final = 60  # a table of more rows is one of figures


def lowered(shares: list[float], floor: Sequence[float], rows: Sequence[Texts]) -> list[float]:
    """The columns' widths in em, with the same sum, that make the rows lowest; ``shares`` where little is won.

    No column that is wider than its ``floor`` falls below it.
    """
    if not rows or len(rows) > _ROWS:
        return shares
    columns = [_column(cells) for cells in zip(*rows, strict=True)]
    found, before = list(shares), _height(shares, columns)
    height = before
    for step in _STEPS:
        while True:
            tries = [(_height(tried, columns), tried) for tried in _moved(found, floor, step)]
            least, tried = min(tries, default=(height, found))
            if least >= height:
                break
            height, found = least, tried
    return found if height <= _WORTH * before else shares


def _moved(shares: list[float], floor: Sequence[float], step: float) -> Iterator[list[float]]:
    for source, target in permutations(range(len(shares)), 2):
        if shares[source] - step >= floor[source]:
            tried = list(shares)
            tried[source] -= step
            tried[target] += step
            yield tried


def _column(cells: Sequence[tuple[float, ...]]) -> _Column:
    @cache  # a column is tried in a few widths, and in each of them beside many widths of the others
    def lines(width: float) -> tuple[float, ...]:
        return tuple(sum(map(_lines, cell, repeat(width))) for cell in cells)

    return lines


def _height(shares: Sequence[float], columns: Sequence[_Column]) -> float:
    """The height of the rows in lines, and a little for every line of a cell."""
    height = 0.0
    for lines in zip(*(column(share) for column, share in zip(columns, shares, strict=True)), strict=True):
        height += max(lines) + _WRAP * sum(lines)
    return height


def _lines(text: float, width: float) -> float:
    """How many lines a text of some em is likely to take in a column: parts of lines tell which way leads on."""
    return 1.0 if text <= width else max(text / max(width - _RAGGED, 1.0), 1.0) + 0.5
