"""The galley: a paper set in strips, each a line of text or a table row, before it is cut into pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from negotiation_docs.tree import SectionRole
from negotiation_docs.writers import keeping
from negotiation_docs.writers.style import TextStyle

if TYPE_CHECKING:
    from negotiation_docs.writers.pdffile.ink import Ink

Placed = tuple[int, float]  # a strip's index in its block, and the y of its top edge


class Block(Struct, eq=False):
    """What strips belong to: a paragraph, a table, a piece of furniture. It draws those of its strips on a page."""

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        """Draw the strips that stand together on one page, from the top."""
        raise NotImplementedError

    def resumption(self, index: int) -> float:
        """The height of what is repeated above strip ``index`` where a page begins with it."""
        return 0.0

    def resume(self, ink: Ink, top: float) -> None:
        """Draw what is repeated at the top of a further page."""

    def head(self) -> int | None:
        """How many of its strips are the head of a table; None for what is no table."""
        return None

    def stretch(self, leading: float, row: float) -> None:
        """Set lines ``leading`` and rows ``row`` pt higher, as far as they can be."""

    def split(self, strip: Strip, room: float) -> tuple[Strip, Strip] | None:
        """Cut a strip that is taller than a page, the first part no taller than ``room``; None if it can't be."""
        return None


class Strip(Struct, eq=False, gc=False):
    """One line or row: never split unless its block can. Heights in pt."""

    block: Block
    index: int
    height: float
    above: float = 0.0  # space above, dropped at the top of a page
    keep: bool = False  # stays on one page with the next strip
    fresh: bool = False  # begins a new page
    part: str = ""  # begins a part of the paper with page numbers of its own, in this language
    between: bool = False  # only between two others: left out at the top of a page
    flexible: Literal["", "line", "row"] = ""  # whether it may be set a little higher or lower, to fit the pages


class Galley:
    """The strips of a paper in order, with the space between its blocks, for pages of ``capacity`` pt."""

    def __init__(self, capacity: float) -> None:
        self.capacity = capacity
        self.strips: list[Strip] = []
        self._space = 0.0  # wanted below the last block
        self._style = ""  # the name of the last paragraph's style

    def add(self, strips: Sequence[Strip], style: TextStyle) -> None:
        """Append a paragraph's strips, with the space that its style wants above and below."""
        if style.contextual and style.name == self._style:
            strips[0].above = 0.0
        self.append(strips, after=style.after)
        self._style = style.name

    def append(self, strips: Sequence[Strip], *, after: float = 0.0) -> None:
        """Append other strips. Space below a block is space above the next one, whatever that is."""
        strips[0].above += self._space
        self.strips += strips
        self._space, self._style = after, ""

    def keep_with_last(self) -> None:
        """Keep what comes next on the page of what stands last."""
        if self.strips:
            self.strips[-1].keep = True

    def bind(self, start: int, role: SectionRole) -> None:
        """Give the strips from ``start`` on the wishes of a section about pages."""
        own = self.strips[start:]
        if own and role is SectionRole.PAGE_BREAK:
            own[0].fresh = True
        if keeping.whole(role) and _height(own) <= self.capacity:
            _glue(own)
        if own and start and role is SectionRole.SIGNOFF:
            block = self.strips[start - 1].block
            most = keeping.LINES if block.head() is None else 1  # which rows a table gives is settled already
            taken = sum(strip.block is block for strip in self.strips[max(start - most, 0) : start])
            _glue(self.strips[start - taken : start + 1])


def _height(strips: Sequence[Strip]) -> float:
    return sum(strip.above + strip.height for strip in strips)


def _glue(strips: Sequence[Strip]) -> None:
    """Keep each of these strips with the next."""
    for strip in strips[:-1]:
        strip.keep = True


def glue_ends(strips: Sequence[Strip]) -> None:
    """Keep the first lines of a paragraph together, and the last (widows and orphans)."""
    last = len(strips) - 1
    for index in {*range(min(keeping.LINES - 1, last)), *range(max(last - keeping.LINES + 1, 0), last)}:
        strips[index].keep = True


def by_block(placed: Iterable[tuple[Strip, float]]) -> Iterable[tuple[Block, list[Placed]]]:
    """The strips of one page, those of one block that follow each other taken together."""
    block: Block | None = None
    group: list[Placed] = []
    for strip, top in placed:
        if strip.block is not block and block is not None:
            yield block, group
            group = []
        block = strip.block
        group.append((strip.index, top))
    if block is not None:
        yield block, group
