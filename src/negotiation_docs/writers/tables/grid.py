"""The geometry of a table: its rules, and how far figures move so that decimal points align."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from negotiation_docs.tree import RowRole, Table, plain
from negotiation_docs.writers.lines.tabular import evened
from negotiation_docs.writers.style import Look

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


def ledger(
    rows: Sequence[tuple[tuple[float, ...], float, float, str, RowRole]], look: Look
) -> list[tuple[float, Rule]]:
    """The rules of a 三线表 with their widths, for rows ``(edges, top, height, group, role)`` that stand together.

    Heavy ones above and below, one under the head and above the foot, a hairline above each sum.
    """
    rules: list[tuple[float, Rule]] = []
    before = ""
    for edges, top, _, group, role in rows:
        width = look.heavy_rule if not before else look.rule if group != before else 0.0
        if not width and role is RowRole.SUM:
            width = look.hairline
        if width:
            rules.append((width, (edges[0], top, edges[-1], top)))
        before = group
    edges, top, height, _, _ = rows[-1]
    return [*rules, (look.heavy_rule, (edges[0], top - height, edges[-1], top - height))]


_FIGURE = re.compile(r"[-−+￥¥]*[\d,]*\d((?:\.\d+)?\D{0,2})")


@lru_cache(maxsize=1024)  # asked twice for each figure, and the figures of a column repeat
def fraction(text: str) -> str | None:
    """What stands behind the units of a figure, its digits as zeros: ``.00`` of ``86,421.37``; None for words."""
    found = _FIGURE.fullmatch(text)
    return evened(found[1]) if found else None


Tail = tuple[int, bool, str | None]  # a column, whether in the bolder face of sums, and what stands behind the units


def decimal_shifts(table: Table, width: Callable[[str, bool], float]) -> dict[Tail, float]:
    """How far each column's figures stand from its right edge in pt; ``width`` measures a tail in either face.

    Empty where all figures of a column end alike, which then simply are flush right.
    """
    tails: list[set[tuple[bool, str]]] = [set() for _ in range(table.columns)]
    for rows, foot in ((table.body, False), (table.foot, True)):
        for row in rows:
            column, strong = 0, foot or row.role is RowRole.SUM
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
