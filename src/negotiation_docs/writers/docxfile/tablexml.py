"""A table as XML: fixed columns, repeated header rows, rows that never split."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from negotiation_docs.tree import Cell, Row
from negotiation_docs.writers import keeping
from negotiation_docs.writers.docxfile.estimate import page_height, table_height
from negotiation_docs.writers.docxfile.flow import Grid
from negotiation_docs.writers.docxfile.runs import runs
from negotiation_docs.writers.docxfile.stylenames import KEEP, TABLES
from negotiation_docs.writers.style import Look
from negotiation_docs.writers.tables.columns import cell_style

_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"


class TableWriter:
    """Writes one table; ``style`` registers a style variant and gives its id, ``box`` draws a check box."""

    def __init__(
        self, grid: Grid, look: Look, measure: int, *, style: Callable[[str, str], str], box: Callable[[], str]
    ) -> None:
        self.grid, self.look = grid, look
        self.table = table = grid.table
        self.style = style
        self.box = box
        self.base = cell_style(table)
        em = look.styles[self.base].size * 20  # twips
        edges = [0, *(round(edge * measure) for edge in accumulate(grid.shares(measure / em)))]
        self.edges = edges
        self.openings: dict[tuple[int, int, str, str], str] = {}
        self.measure = measure

    def xml(self, flags: str, *, whole: bool, keep: bool) -> str:
        """The table; ``whole`` chains all its rows, ``keep`` chains the last one to what follows."""
        table = self.table
        grid = "".join(
            f'<w:gridCol w:w="{right - left}"/>' for left, right in zip(self.edges, self.edges[1:], strict=False)
        )
        kept = keeping.rows(table)
        if whole or self._is_small():
            kept = [True] * len(kept)
        kept[-1] = keep
        parts = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLES[self.base][0]}"/><w:tblW w:w="{self.measure}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        ]
        heads, ends = len(table.head), len(table.head) + len(table.body)
        for at, (row, with_next) in enumerate(zip(table.rows, kept, strict=True)):
            chained = KEEP + flags if with_next else flags
            self._row(parts, row, _HEAD_ROW if at < heads else _ROW, chained, strong=at >= ends)
        parts.append("</w:tbl>")
        return "".join(parts)

    def _is_small(self) -> bool:
        room = keeping.SMALL * page_height(self.look)
        return table_height(self.grid, self.look, room) <= room

    def _row(self, parts: list[str], row: Row, opening: str, flags: str, *, strong: bool) -> None:
        parts.append(opening)
        head = opening is _HEAD_ROW
        at = 0
        for cell in row.cells:
            kind = _kind(cell, head=head)
            key = (at, cell.colspan, kind, flags)
            start = self.openings.get(key) or self._opening(key)
            box = self.box() if cell.checkbox else ""
            text = runs(cell.content, strong=strong or (cell.header and not head))
            parts.append(f"{start}{box}{text}</w:p></w:tc>")
            at += cell.colspan
        parts.append("</w:tr>")

    def _opening(self, key: tuple[int, int, str, str]) -> str:
        """What stands before a cell's text, made once for each column, style and span."""
        at, span, kind, flags = key
        base = self.base if not kind else kind if self.base == "cell" else f"dense-{kind}"
        width = self.edges[at + span] - self.edges[at]
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        made = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{self.style(base, flags)}"/></w:pPr>'
        )
        self.openings[key] = made
        return made


def _kind(cell: Cell, *, head: bool) -> str:
    """Which of the cell styles a cell has; empty for plain text."""
    if cell.number:
        return "head-number" if head else "number"
    if head:
        return "head"
    return "center" if cell.center or cell.header else ""
