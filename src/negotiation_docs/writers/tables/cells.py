"""Sets a table's cells in lines and its rows in boxes, with figures on their decimal points."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from msgspec import Struct, field
from msgspec.structs import replace

from negotiation_docs.tree import Cell, Inline, Row, RowRole, Table, TableRole, plain
from negotiation_docs.writers import keeping
from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.line import aligned
from negotiation_docs.writers.lines.linebreak import Line, Run, break_lines, text_width
from negotiation_docs.writers.lines.tabular import tabular
from negotiation_docs.writers.pages.controls import Hand
from negotiation_docs.writers.pages.furniture import BOX_EM
from negotiation_docs.writers.pages.galley import Strip
from negotiation_docs.writers.pages.paragraphs import Place, TextBlock, baseline_drop, segments
from negotiation_docs.writers.pages.tablestrips import CellBox, RowBox, TableBlock
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import Align, Look, TextStyle
from negotiation_docs.writers.tables.columns import widths
from negotiation_docs.writers.tables.grid import decimal_shifts, fraction

_EVEN = (0.55, 0.65, 0.75, 0.85)  # of the measure, for a head of several lines
_WORD = re.compile("[0-9A-Za-z]{2}")
_PADDED_SIZE = 10.5  # pt; the look's cell padding is meant for type of this size


def continued(caption: str, look: Look, place: Place, *, english: bool, form: bool = False) -> TextBlock:
    """The line above a table that goes on: its caption with 续表 behind, or 续表 alone; none above a form."""
    style = look.styles["caption"]
    if form:  # what is official has no line of ours above it
        return TextBlock(Node("Caption"), style, place.left, [], hand=Hand(english))
    chinese = f"{caption}（续表）" if caption else "续表"
    text = f"{caption} (continued)".strip() if english else chinese
    lines = break_lines(
        [Run(text, fonts.face(style.face, look, dark=style.dark), style.size)], place.measure, align="center"
    )
    return TextBlock(Node("Caption"), style, place.left, lines, hand=Hand(english))


class Slot(Struct):
    """Where cells of one kind stand in one column: the x of their words, how they are tagged, and those set so far.

    ``right`` is the x where their measure ends, ``box`` that of a check box before words, ``lone_box`` of one without.
    """

    tag: str
    attributes: str
    left: float
    right: float
    column: int
    box: float = 0.0
    lone_box: float = 0.0
    total: bool = False
    strong: bool = False
    known: dict[tuple[Inline, ...], list[Line]] = field(default_factory=dict)  # equal cells are set once


class TableSetter:
    """Sets one table over the whole measure: knows its columns' edges and where their decimal points stand."""

    def __init__(self, table: Table, look: Look, style: TextStyle, place: Place) -> None:
        self.table, self.look, self.style = table, look, style
        self.side = look.cell_padding * style.size / _PADDED_SIZE
        self.header = replace(style, face=look.strong, dark=True)
        shares = widths(table, place.measure / style.size)
        self.edges = tuple(accumulate([share * place.measure for share in shares], initial=place.left))
        self.chains = (fonts.face(style.face, look), fonts.face(look.strong, look, dark=True))
        self.slots: dict[tuple[int, str, RowRole, bool, bool, bool, bool, int], Slot] = {}
        self.shifts = decimal_shifts(table, self._width)

    def _width(self, text: str, strong: bool) -> float:
        return text_width([Run(text, self.chains[strong], self.style.size)])

    def strips(self, node: Node, continued: TextBlock, *, closing: bool = False) -> list[Strip]:
        """A strip a row, under the Table element; ``continued`` stands above them on further pages.

        ``closing`` says whether a closing block follows.
        """
        table, heads = self.table, len(self.table.head)
        block = TableBlock(self.look, self.style, continued, table.role, heads=heads, drop=baseline_drop(self.style))
        for tag, rows in (("THead", table.head), ("TBody", table.body), ("TFoot", table.foot)):
            if rows:
                group = node.child(tag)
                block.rows += [self._row(row, group.child("TR"), tag) for row in rows]
        kept = zip(block.rows, keeping.rows(table, closing=closing), strict=True)
        tall = keeping.TALL * self.style.leading + self.look.cell_padding
        strips = [Strip(block, at, row.height, keep=keep and row.height < tall) for at, (row, keep) in enumerate(kept)]
        for strip in strips[heads:]:
            strip.flexible = "row"
        for strip in strips[:heads]:
            strip.keep = True
        return strips

    def on_one_line(self, rows: Sequence[Row]) -> bool:
        """Whether some rows of the body have room without a second line in any cell."""
        node = Node("TR")
        return all(len(cell.lines) <= 1 for row in rows for cell in self._row(row, node, "TBody").cells)

    def _row(self, row: Row, node: Node, group: str) -> RowBox:
        """Set one row under its TR element."""
        cells, ends, column = [], [0], 0
        for cell in row.cells:
            cells.append(self._cell(cell, column, group, row.role))
            column += cell.colspan
            ends.append(column)
        node.kids += [cell.node for cell in cells]
        edges = self.edges if len(ends) == len(self.edges) else tuple([self.edges[end] for end in ends])
        lines = max([1, *[len(cell.lines) for cell in cells]])
        height = lines * self.style.leading + self.look.cell_padding
        return RowBox(cells, edges, height, group, row.role)

    def _cell(self, cell: Cell, column: int, group: str, role: RowRole) -> CellBox:
        key = (column, group, role, cell.header, cell.number, cell.center, cell.checkbox, cell.colspan)
        slot = self.slots.get(key)
        if slot is None:
            slot = self.slots[key] = self._slot(cell, column, group, role)
        content = cell.content
        lines = slot.known.get(content)
        if lines is None:
            lines = slot.known[content] = self._lines(cell, slot)
        return CellBox(Node(slot.tag, slot.attributes), lines, slot.left, slot.box if content else slot.lone_box)

    def _slot(self, cell: Cell, column: int, group: str, role: RowRole) -> Slot:
        left = self.edges[column] + self.side
        right = self.edges[column + cell.colspan] - self.side
        if role is RowRole.PART and column == 0:
            left += self.style.size
        # What a row is about stands in its first cell; a screen reader says it before every figure of the row.
        spans = self.table.role is TableRole.FORM and cell.colspan > 1
        heading = cell.header or (column == 0 and group != "THead" and not cell.checkbox and not spans)
        attributes = _attributes(cell, group, heading=heading)
        slot = Slot("TH" if heading else "TD", attributes, left, right, column)
        if cell.checkbox:
            slot.box = slot.lone_box = left
            slot.left += BOX_EM * self.style.size
            if cell.center:
                slot.lone_box = (left + right - self.style.size) / 2
        slot.total = group == "TFoot" or role is RowRole.SUM
        slot.strong = cell.header or group != "TBody" or role is RowRole.SUM  # the head, row headings and 合计
        if self.table.role is TableRole.LEDGER and slot.total:  # what is noted beside a sum is no sum
            slot.strong = cell.number or column == 0
        return slot

    def _lines(self, cell: Cell, slot: Slot) -> list[Line]:
        right = slot.right
        if self.shifts and cell.number and not cell.header:
            right -= self.shifts.get((slot.column, slot.total, fraction(plain(cell.content))), 0.0)
        align, lines = self._alignment(cell), []
        for runs in segments(cell.content, self.header if slot.strong else self.style, self.look):
            broken = break_lines(runs, right - slot.left, align=align)
            lines += _even(broken, runs, right - slot.left, align) if cell.header and len(broken) > 1 else broken
        return [tabular(line) for line in lines] if cell.number else lines

    def _alignment(self, cell: Cell) -> Align:
        """Figures right, heads and short words in the middle; a ledger's heads stand over its words."""
        if cell.number:
            return "right"
        heads = cell.header and self.table.role is not TableRole.LEDGER
        return "center" if heads or cell.center else "left"


def _even(lines: list[Line], runs: Sequence[Run], measure: float, align: Align) -> list[Line]:
    """The lines of a head as even as they can be in as many: its last character never stands alone below the others."""
    for share in _EVEN:
        narrow = measure * share
        tried = break_lines(runs, narrow, align=align)
        parted = any(_WORD.fullmatch(line.text[-1] + after.text[0]) for line, after in pairwise(tried))
        if len(tried) <= len(lines) and not parted:
            return [replace(line, x=line.x + aligned(align, measure - narrow)) for line in tried]
    return lines


def _attributes(cell: Cell, group: str, *, heading: bool) -> str:
    """What the cell's element says about its place in the table."""
    if cell.colspan == 1 and not heading:
        return ""
    span = f"/ColSpan {cell.colspan}" if cell.colspan > 1 else ""
    if heading:
        return f"/A<</O/Table/Scope/{'Column' if group == 'THead' else 'Row'}{span}>>"
    return f"/A<</O/Table{span}>>"
