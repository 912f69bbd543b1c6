"""A long narrow table in two blocks beside each other: one list, read down the left block of a page, then the right.

A strip is a row of both blocks. Which rows stand in it depends on how many strips share its page: the first half of
their rows is on the left.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from negotiation_docs.tree import Table
from negotiation_docs.writers.pages.galley import Galley, Placed, Strip
from negotiation_docs.writers.pages.paragraphs import Place, TextBlock
from negotiation_docs.writers.pages.tablestrips import RowBox, TableBlock
from negotiation_docs.writers.pdffile.ink import Ink
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import Look, TextStyle
from negotiation_docs.writers.tables.cells import TableSetter

GUTTER = 14.0  # pt between the blocks
_LEAST = 2  # strips that stay together at either end


class PairedTable(TableBlock):
    """The rows of a table as they stand in the left block, and ``twins``, the same rows in the right one."""

    twins: list[TableBlock] = field(default_factory=list)

    def stretch(self, leading: float, row: float) -> None:
        TableBlock.stretch(self, leading, row)
        for twin in self.twins:
            twin.stretch(leading, row)

    def resume(self, ink: Ink, top: float) -> None:
        TableBlock.resume(self, ink, top)
        top -= self.continued.style.leading * len(self.continued.lines)
        self._head_on_the_right(ink, top)

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        heads = [(index, top) for index, top in placed if index < self.heads]
        body = placed[len(heads) :]
        if heads:
            self._head_on_the_right(ink, heads[0][1])
        first = self.heads + 2 * (body[0][0] - self.heads) if body else 0
        TableBlock.draw(self, ink, [*heads, *[(first + at, top) for at, (_, top) in enumerate(body)]])
        second = first + len(body)
        right = [(second + at, top) for at, (_, top) in enumerate(body) if second + at < len(self.rows)]
        for twin in self.twins:
            twin.draw(ink, right)

    def _head_on_the_right(self, ink: Ink, top: float) -> None:
        for twin in self.twins:
            twin.repeat_head(ink, top, [])


class NarrowTable(Struct, eq=False):
    """A long narrow table in a galley, which may be set in one block or in two.

    ``kids`` of the elements under ``node`` stand before its rows; ``strips`` are those in the galley.
    """

    table: Table
    node: Node
    kids: int
    look: Look
    styles: tuple[TextStyle, ...]  # of its cells, the first with which a row has room in half the measure is taken
    continued: TextBlock
    strips: list[Strip]
    other: tuple[list[Strip], list[Node | int]] | None = None  # strips and elements as they were before

    def turn(self, galley: Galley) -> bool:
        """Set the table in two blocks, or in one again; whether that could be done."""
        rows = self.node.kids[self.kids :]
        del self.node.kids[self.kids :]
        if self.other is None:
            strips = self._in_two_blocks()
            if strips is None:
                self.node.kids += rows
                return False
            strips[0].above = self.strips[0].above
            strips[-1].keep = self.strips[-1].keep
            strips[0].fresh = self.strips[0].fresh
        else:
            strips, kids = self.other
            self.node.kids += kids
        at = galley.strips.index(self.strips[0])
        galley.strips[at : at + len(self.strips)] = strips
        self.strips, self.other = strips, (self.strips, rows)
        return True

    def _in_two_blocks(self) -> list[Strip] | None:
        half = (self.look.measure - GUTTER) / 2
        for style in self.styles:
            setter = TableSetter(self.table, self.look, style, Place(self.look.left, half))
            if setter.on_one_line((self.table.body[0], self.table.body[-1], *self.table.foot)):
                strips = paired(setter.strips(self.node, self.continued), half + GUTTER)
                if strips is not None:
                    return strips
                del self.node.kids[self.kids :]
        return None


def paired(single: Sequence[Strip], shift: float) -> list[Strip] | None:
    """The strips of a set table in two blocks, the right one ``shift`` pt further; None if some row is of two lines."""
    block = single[0].block
    if not isinstance(block, TableBlock):
        return None
    if max(len(cell.lines) for row in _body(block) for cell in row.cells) > 1:
        return None
    right = replace(block, rows=[_moved(row, shift) for row in block.rows])
    made = PairedTable(
        block.look, block.style, block.continued, block.role, block.rows, block.heads, block.drop, twins=[right]
    )
    count = -(-len(_body(block)) // 2)
    heads = [Strip(made, at, row.height, keep=True) for at, row in enumerate(block.rows[: block.heads])]
    ends = {*range(_LEAST - 1), *range(count - _LEAST, count - 1)}
    return heads + [
        Strip(made, block.heads + at, block.rows[-1].height, keep=at in ends, flexible="row") for at in range(count)
    ]


def _body(block: TableBlock) -> list[RowBox]:
    return block.rows[block.heads :]


def _moved(row: RowBox, shift: float) -> RowBox:
    """The same row, of the same elements, further right."""
    cells = [replace(cell, x=cell.x + shift) for cell in row.cells]
    return replace(row, cells=cells, edges=tuple([edge + shift for edge in row.edges]))
