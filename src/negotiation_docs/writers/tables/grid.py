"""The geometry of a table: its rules, and how far figures move so that decimal points align."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from negotiation_docs.tree import Table, plain
from negotiation_docs.writers.lines.tabular import evened

Rule = tuple[float, float, float, float]  # from x, y to x, y


def grid(rows: Sequence[tuple[tuple[float, ...], float, float]]) -> list[Rule]:
    """The rules of rows that stand below each other: ``(edges, top, height)`` each.

    Verticals run through rows with the same edges, so that a plain table has one line per column.
    """
    rules: list[Rule] = []
    start = 0
    for index, (edges, top, height) in enumerate(rows):
        rules.append((edges[0], top, edges[-1], top))
        last = index + 1 == len(rows)
        if last or rows[index + 1][0] != edges:
            upper, lower = rows[start][1], top - height
            rules += [(x, upper, x, lower) for x in edges]
            start = index + 1
        if last:
            rules.append((edges[0], lower, edges[-1], lower))
    return rules


_FIGURE = re.compile(r"[-−+￥¥]*[\d,]*\d((?:\.\d+)?\D{0,2})")


@lru_cache(maxsize=1024)  # asked twice for each figure, and the figures of a column repeat
def fraction(text: str) -> str | None:
    """What stands behind the units of a figure, its digits as zeros: ``.00`` of ``86,421.37``; None for words."""
    found = _FIGURE.fullmatch(text)
    return evened(found[1]) if found else None


Tail = tuple[int, bool, str | None]  # a column, whether in the foot's bolder face, and what stands behind the units


def decimal_shifts(table: Table, width: Callable[[str, bool], float]) -> dict[Tail, float]:
    """How far each column's figures stand from its right edge in pt; ``width`` measures a tail in either face.

    Empty where all figures of a column end alike, which then simply are flush right.
    """
    tails: list[set[tuple[bool, str]]] = [set() for _ in range(table.columns)]
    for rows, strong in ((table.body, False), (table.foot, True)):
        for row in rows:
            column = 0
            for cell in row.cells:
                if cell.number and not cell.header:
                    tail = fraction(plain(cell.content))
                    if tail is not None:
                        tails[column].add((strong, tail))
                column += cell.colspan
    shifts: dict[Tail, float] = {}
    for column, found in enumerate(tails):
        measured = {(column, *tail): width(tail[1], tail[0]) for tail in found}
        widest = max(measured.values(), default=0.0)
        shifts.update({tail: widest - size for tail, size in measured.items() if widest - size > 0.01})
    return shifts
