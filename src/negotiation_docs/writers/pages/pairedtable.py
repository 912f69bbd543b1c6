"""A long narrow table in two blocks beside each other: one list, read down the left block of a page, then the right.

A strip is a row of both blocks. Which rows stand in it depends on how many strips share its page: the first half of
their rows is on the left.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import field
from msgspec.structs import replace

from negotiation_docs.writers.pages.galley import Placed, Strip
from negotiation_docs.writers.pages.tablestrips import RowBox, TableBlock
from negotiation_docs.writers.pdffile.ink import Ink

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
