"""A set table in a PDF: a strip a row, thin rules, the head repeated on each page, tall rows cut at a line."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from negotiation_docs.tree import RowRole, TableRole
from negotiation_docs.writers.lines.linebreak import Line
from negotiation_docs.writers.pages.furniture import BOX_DROP
from negotiation_docs.writers.pages.galley import Block, Placed, Strip
from negotiation_docs.writers.pages.paragraphs import TextBlock, baseline_drop
from negotiation_docs.writers.pdffile.ink import REPEATED, Ink, Set
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import Look, TextStyle
from negotiation_docs.writers.tables.grid import Ruled, rules


class CellBox(Struct, eq=False):
    """A set cell: its element, its lines and the x of their measure."""

    node: Node
    lines: list[Line]
    x: float
    box_x: float = 0.0  # of a check box before the first line; 0 for none


class RowBox(Struct, eq=False):
    """A set row. ``edges`` are the x of its cells' sides, from left to right."""

    cells: list[CellBox]
    edges: tuple[float, ...]
    height: float
    group: str = "TBody"
    role: RowRole = RowRole.PLAIN


class TableBlock(Block):
    """The rows of one table, and what is repeated where it continues."""

    look: Look
    style: TextStyle
    continued: TextBlock  # 续表, above the repeated head
    role: TableRole = TableRole.PLAIN
    rows: list[RowBox] = field(default_factory=list)
    heads: int = 0
    drop: float = 0.0  # from the top of a line to its baseline

    def head(self) -> int | None:
        return self.heads

    def resumption(self, index: int) -> float:
        if index < self.heads or index == 0:
            return 0.0
        above = self.continued.style.leading * len(self.continued.lines)
        return above + sum(row.height for row in self.rows[: self.heads])

    def stretch(self, leading: float, row: float) -> None:
        for one in self.rows[self.heads :]:
            one.height += row

    def resume(self, ink: Ink, top: float) -> None:
        """Repeat caption and head, as furniture: the words stand in the tree once."""
        lines: list[Set] = []
        style = self.continued.style
        for line in self.continued.lines:
            lines.append((line, self.continued.left, top - baseline_drop(style)))
            top -= style.leading
        self.repeat_head(ink, top, lines)

    def repeat_head(self, ink: Ink, top: float, lines: list[Set]) -> None:
        """Draw the head as furniture, with the ``lines`` above it."""
        placed = []
        for index in range(self.heads):
            placed.append((index, top))
            top -= self.rows[index].height
        self._draw_rules(ink, placed, closed=False)
        for index, level in placed:
            for cell in self.rows[index].cells:
                lines += self._lines(cell, self.rows[index], level)
        ink.furniture_text(REPEATED, lines)

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        resumed = bool(placed) and placed[0][0] >= self.heads > 0
        self._draw_rules(ink, placed, above="THead" if resumed else "")
        for index, top in placed:
            row = self.rows[index]
            level = top - (row.height - self.style.leading) / 2 - self.drop
            for cell in row.cells:
                if len(cell.lines) == 1 and not cell.box_x:  # nearly all of them
                    ink.text(cell.node, [(cell.lines[0], cell.x, level)])
                    continue
                lines = self._lines(cell, row, top)
                if cell.box_x:
                    baseline = lines[0][2] if lines else top - row.height / 2 - BOX_DROP * self.style.size
                    self.continued.hand.box(ink, cell.node, cell.box_x, baseline, self.style.size)
                if lines:
                    ink.text(cell.node, lines)

    def split(self, strip: Strip, room: float) -> tuple[Strip, Strip] | None:
        """Cut a row taller than a page at a line; both parts keep two lines of its tallest cell."""
        row = self.rows[strip.index]
        padding = self.look.cell_padding
        count = int((room - padding) // self.style.leading)
        if count < 2 or max(len(cell.lines) for cell in row.cells) - count < 2:
            return None
        upper, lower = row, replace(row, cells=[replace(cell, lines=cell.lines[count:]) for cell in row.cells])
        lower.height = row.height - count * self.style.leading
        upper.cells = [replace(cell, lines=cell.lines[:count]) for cell in row.cells]
        upper.height = count * self.style.leading + padding
        for cell in lower.cells:
            cell.box_x = 0.0
        self.rows.append(lower)
        rest = Strip(self, len(self.rows) - 1, lower.height, 0.0, strip.keep)
        return Strip(self, strip.index, upper.height, strip.above), rest

    def _lines(self, cell: CellBox, row: RowBox, top: float) -> list[Set]:
        """A cell's lines, in the middle of its row."""
        leading, lines = self.style.leading, cell.lines
        level = top - (row.height - leading * len(lines)) / 2 - self.drop
        return [(line, cell.x, level - leading * number) for number, line in enumerate(lines)]

    def _draw_rules(self, ink: Ink, placed: Sequence[Placed], *, above: str = "", closed: bool = True) -> None:
        rows = [
            Ruled(row.edges[0], row.edges[-1], top, row.height, row.group, row.role, row.edges)
            for row, top in [(self.rows[index], top) for index, top in placed]
        ]
        if rows:
            with ink.furniture() as canvas:
                for width, lines in rules(rows, self.look, self.role, above=above, closed=closed).items():
                    canvas.setLineWidth(width)
                    canvas.lines(lines)
