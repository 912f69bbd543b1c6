"""From blocks to a flat flow: which paragraphs and tables follow each other, and what holds them together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from msgspec import Struct, field

from negotiation_docs.tree import (
    Block,
    DescriptionList,
    Heading,
    Inline,
    ItemList,
    ListItem,
    Paper,
    Paragraph,
    Role,
    Section,
    SectionRole,
    Table,
    plain,
)
from negotiation_docs.writers import keeping
from negotiation_docs.writers.tables.columns import text_em, widths

CUT_LINE = "cut"  # the key of the furniture line above a receipt
HEADINGS = ("h1", "h2", "h3")
ONE_LINE_EM = 30  # a paragraph shorter than this is surely one line in every look


class Line(Struct):
    """One paragraph: its style's key, its words, and what holds it."""

    key: str
    content: tuple[Inline, ...] = ()
    label: str = ""
    box: bool = False
    keep: bool = False  # with the next one
    whole: bool = False  # not split
    new_page: bool = False
    latin: bool = False
    bullet: bool = False
    spaced: bool = False  # stands below a table
    apart: bool = False  # stands above a list of names and values
    centred: bool = False
    long: bool = False  # to be signed with a long name
    part: bool = False  # begins a translation
    foreign: bool = False  # in a receipt, signed by the other side


class Grid(Struct):
    """One table; its caption is a :class:`Line` before it."""

    table: Table
    keep: bool = False  # its last row with what follows
    whole: bool = False  # all rows on one page
    new_page: bool = False
    latin: bool = False
    base: str = ""  # the key of its cells' style, if it is not the table's own
    known: dict[float, tuple[float, ...]] = field(default_factory=dict)

    def shares(self, measure_em: float) -> tuple[float, ...]:
        """The columns' shares of a measure in em of the cells' type, worked out once."""
        key = round(measure_em, 3)
        if key not in self.known:
            self.known[key] = widths(self.table, measure_em)
        return self.known[key]


class Pairs(Struct):
    """A list of names and values."""

    listed: DescriptionList
    keep: bool = False
    whole: bool = False
    new_page: bool = False
    latin: bool = False


Piece = Line | Grid | Pairs


def translated(piece: Piece) -> bool:
    """Whether a translation begins here."""
    return isinstance(piece, Line) and piece.part


def flow(paper: Paper) -> list[Piece]:
    """The pieces of a paper in reading order, keeps and page breaks decided."""
    pieces = _pieces(paper.blocks, [])
    for above, piece in pairwise(pieces):
        if not isinstance(above, Line) and isinstance(piece, Line) and piece.key != CUT_LINE:
            piece.spaced = True
        if isinstance(above, Line) and isinstance(piece, Pairs) and above.key not in HEADINGS:
            above.apart = True
    return pieces


def _pieces(blocks: Iterable[Block], done: list[Piece]) -> list[Piece]:
    """Append the pieces of ``blocks`` to ``done`` (a closing block reaches back to what stands before it)."""
    for block in blocks:
        if isinstance(block, Heading):
            done.append(Line(f"h{block.level}", block.content))
        elif isinstance(block, Paragraph):
            if keeping.clings(block) and done:
                done[-1].keep = True
            box = block.role is Role.CHECKBOX
            done.append(Line(block.role, block.content, box=box, keep=keeping.announces(block), long=block.long))
        elif isinstance(block, ItemList):
            done += [_item(item) for item in block.items]
        elif isinstance(block, DescriptionList):
            done.append(Pairs(block))
        elif isinstance(block, Table):
            if block.caption:
                done.append(Line("caption", block.caption))
            done.append(Grid(block))
        else:
            _section(block, done)
    return done


def _item(item: ListItem) -> Line:
    return Line("item", item.content, item.label, box=item.checkbox, bullet=not (item.label or item.checkbox))


def _section(section: Section, done: list[Piece]) -> None:
    own = _pieces(section.blocks, [])
    if not own:
        return
    role = section.role
    if role is SectionRole.PAGE_BREAK:
        own[0].new_page = True
    if keeping.whole(role):
        _hold(own)
    if role is SectionRole.SIGNOFF:
        _keep_with_text(done)
    elif role is SectionRole.RECEIPT:
        own.insert(0, Line(CUT_LINE))
        for piece in own:
            if isinstance(piece, Line):
                piece.foreign = True
                piece.centred = piece.key in HEADINGS  # a slip's heading is its title
    if section.lang and not section.lang.startswith("zh"):
        _in_english(own, translation=role is SectionRole.PAGE_BREAK)
    done += own


def _in_english(own: list[Piece], *, translation: bool) -> None:
    """Mark the pieces of a section in English; one that begins a page is a translation of what stands before it."""
    for piece in own:
        piece.latin = True
    first = own[0]
    if translation and isinstance(first, Line):
        first.part = True


def _hold(own: list[Piece]) -> None:
    """Chain the pieces of a section so that a page never parts them."""
    for piece in own:
        piece.keep = piece.whole = True
    own[-1].keep = False


def _keep_with_text(done: list[Piece]) -> None:
    """Make some lines of what stands before a closing block move with it.

    Widow control takes as many of a longer paragraph along; a one-line paragraph needs that before it too.
    """
    for at, piece in enumerate(reversed(done[-keeping.LINES :])):
        if not isinstance(piece, Line):
            piece.keep = piece.keep or not at  # beyond a line, what a table gives is settled already
            return
        piece.keep = True
        words = piece.label + plain(piece.content)
        if "\n" in words or text_em(words) > ONE_LINE_EM:
            return
