"""A table as XML: fixed columns, repeated header rows, rows that never split."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate

from negotiation_docs.tree import Cell, Row, RowRole, TableRole, plain
from negotiation_docs.writers import keeping
from negotiation_docs.writers.docxfile.estimate import page_height, row_lines, table_height
from negotiation_docs.writers.docxfile.flow import Grid
from negotiation_docs.writers.docxfile.runs import runs
from negotiation_docs.writers.docxfile.stylenames import KEEP, TABLES
from negotiation_docs.writers.docxfile.xml import escape
from negotiation_docs.writers.style import Look
from negotiation_docs.writers.tables.columns import cell_style
from negotiation_docs.writers.tables.told import told

_HEAD_ROW = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
_FEW = 40  # rows: those of a longer table are instalments, of a line or two


class TableWriter:
    """Writes one table; ``style`` registers a style variant and gives its id, ``box`` draws a check box."""

    def __init__(
        self, grid: Grid, look: Look, measure: int, *, style: Callable[[str, str], str], box: Callable[[str], str]
    ) -> None:
        self.grid, self.look = grid, look
        self.table = table = grid.table
        self.style = style
        self.box = box
        self.base = grid.base or cell_style(table)
        em = look.styles[self.base].size * 20  # twips
        edges = [0, *(round(edge * measure) for edge in accumulate(grid.shares(measure / em)))]
        self.edges = edges
        self.openings: dict[tuple[int, int, str, str, bool], str] = {}
        self.measure = measure

    def xml(self, flags: str, *, whole: bool, keep: bool) -> str:
        """The table; ``whole`` chains all its rows, ``keep`` chains the last one to what follows."""
        table = self.table
        grid = "".join(
            f'<w:gridCol w:w="{right - left}"/>' for left, right in zip(self.edges, self.edges[1:], strict=False)
        )
        kept = [True] * len(table.rows) if whole or self._is_small() else self._kept(closing=keep)
        kept[-1] = keep
        parts = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLES[self.base, table.role][0]}"/>'
            f'<w:tblW w:w="{self.measure}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{self._look()}{self._told()}'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        ]
        heads, ends = len(table.head), len(table.head) + len(table.body)
        for at, (row, with_next) in enumerate(zip(table.rows, kept, strict=True)):
            chained = KEEP + flags if with_next else flags
            self._row(parts, row, _HEAD_ROW if at < heads else _ROW, chained, strong=at >= ends)
        parts.append("</w:tbl>")
        return "".join(parts)

    def _kept(self, *, closing: bool) -> list[bool]:
        """For each row whether it stays with the next; a tall one stands for itself."""
        kept, heads = keeping.rows(self.table, closing=closing), len(self.table.head)
        if len(kept) > _FEW:
            return kept
        lines = row_lines(self.grid, self.look)
        return [keep and (at < heads or lines[at] < keeping.TALL) for at, keep in enumerate(kept)]

    def _is_small(self) -> bool:
        room = keeping.HOLE * page_height(self.look)
        return table_height(self.grid, self.look, room) <= room

    def _row(self, parts: list[str], row: Row, opening: str, flags: str, *, strong: bool) -> None:
        parts.append(opening)
        head, total = opening is _HEAD_ROW, strong or row.role is RowRole.SUM
        ruled = row.role is RowRole.SUM and row is not self.table.body[0] and self.table.role is TableRole.LEDGER
        at = 0
        for cell in row.cells:
            kind = self._kind(cell, head=head) or ("part" if row.role is RowRole.PART and not at else "")
            key = (at, cell.colspan, kind, flags, ruled)
            start = self.openings.get(key) or self._opening(key)
            box = self.box(self._called(cell, row, at)) if cell.checkbox else ""
            text = runs(cell.content, strong=self._strong(cell, at, total=total) or (cell.header and not head))
            parts.append(f"{start}{box}{text}</w:p></w:tc>")
            at += cell.colspan
        parts.append("</w:tr>")

    def _kind(self, cell: Cell, *, head: bool) -> str:
        """Which of the cell styles a cell has; empty for plain text."""
        if cell.number:
            return "head-number" if head else "number"
        if head:
            return "head-left" if self.table.role is TableRole.LEDGER and not cell.center else "head"
        return "center" if cell.center or cell.header else ""

    def _strong(self, cell: Cell, at: int, *, total: bool) -> bool:
        """Whether a cell of a row of sums is one: what is noted beside a sum in a ledger is not."""
        return total and (cell.number or at == 0 or self.table.role is not TableRole.LEDGER)

    def _called(self, cell: Cell, row: Row, at: int) -> str:
        """What a box is called: its words, or those of its column's head and of the first words of its row."""
        own = plain(cell.content)
        if own:
            return own
        head = plain(self.table.head[0].cells[at].content) if self.table.head and self.table.head[0].cells[at:] else ""
        words = [plain(other.content) for other in row.cells if other is not cell]
        return f"{head} {next(filter(str.strip, words[1:]), '')}"

    def _look(self) -> str:
        """Which rows and columns are headings or sums; programs that read a table aloud ask this too."""
        foot = int(bool(self.table.foot))
        return (
            f'<w:tblLook w:val="{0x06A0 + 0x40 * foot:04X}" w:firstRow="1" w:lastRow="{foot}" w:firstColumn="1"'
            ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        )

    def _told(self) -> str:
        """What the table is, for who cannot see it: its caption, and the heads of its columns."""
        caption = plain(self.table.caption).replace("\n", " ")
        title = f'<w:tblCaption w:val="{escape(caption)}"/>' if caption else ""
        said = told(self.table)
        return title + (f'<w:tblDescription w:val="{escape(said)}"/>' if said else "")

    def _opening(self, key: tuple[int, int, str, str, bool]) -> str:
        """What stands before a cell's text, made once for each column, style and span."""
        at, span, kind, flags, ruled = key
        base = self.base if not kind else kind if self.base == "cell" else f"dense-{kind}"
        width = self.edges[at + span] - self.edges[at]
        spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
        rule = f'<w:top w:val="single" w:sz="{max(2, round(self.look.hairline * 8))}" w:space="0" w:color="auto"/>'
        borders = f"<w:tcBorders>{rule}</w:tcBorders>" if ruled else ""
        made = (
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{borders}</w:tcPr>'
            f'<w:p><w:pPr><w:pStyle w:val="{self.style(base, flags)}"/></w:pPr>'
        )
        self.openings[key] = made
        return made
