"""The geometry of a table: its rules, and how far figures move so that decimal points align."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from negotiation_docs.tree import RowRole, Table, TableRole, plain
from negotiation_docs.writers.lines.tabular import evened
from negotiation_docs.writers.style import Look

Rule = tuple[float, float, float, float]  # from x, y to x, y


class Ruled(Struct, frozen=True):
    """A row as its rules see it: where it begins and ends, its top edge and height (pt), what it belongs to and is.

    ``edges`` are the x of the sides of its cells, which only a form rules.
    """

    left: float
    right: float
    top: float
    height: float
    group: str  # THead, TBody or TFoot
    role: RowRole = RowRole.PLAIN
    edges: tuple[float, ...] = ()


def rules(
    rows: Sequence[Ruled], look: Look, role: TableRole, *, above: str = "", closed: bool = True
) -> dict[float, list[Rule]]:
    """The rules of rows that stand below each other, by their width; only those of a form part columns.

    Heavy ones above and below the table, one under the head and above the foot, hairlines between rows, of a ledger
    only above sums. ``above`` is the group of what stands above them already; ``closed`` rules off below the last.
    """
    if role is TableRole.FORM:
        return {look.rule: list(_around(rows))}
    found: dict[float, list[Rule]] = {}
    for row in rows:
        plain_rows = role is not TableRole.LEDGER or row.role is RowRole.SUM
        inner = look.hairline if plain_rows else 0.0
        width = look.heavy_rule if not above else look.rule if row.group != above else inner
        if width:
            found.setdefault(width, []).append((row.left, row.top, row.right, row.top))
        above = row.group
    if closed:
        last = rows[-1]
        bottom = last.top - last.height
        found.setdefault(look.heavy_rule, []).append((last.left, bottom, last.right, bottom))
    return found


def _around(rows: Sequence[Ruled]) -> Iterator[Rule]:
    """The rules around every cell of a form."""
    for row in rows:
        bottom = row.top - row.height
        yield row.left, row.top, row.right, row.top
        yield from ((x, row.top, x, bottom) for x in row.edges)
    last = rows[-1]
    yield last.left, last.top - last.height, last.right, last.top - last.height


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
