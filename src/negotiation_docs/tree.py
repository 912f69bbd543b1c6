"""The frozen tree every writer reads: what a paper says, in order, without any look.

Only these nodes exist; a writer covers all of them (a test proves it). List numbers are text in the tree, so that
every format says the same. Signature blanks, fingerprint places, drawn check boxes, page numbers, repeated table
headers and draft marks are furniture that writers add from the roles; they are never part of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from msgspec import Struct


class Role(StrEnum):
    """What a paragraph is for; the style table gives each role one look. Values are the HTML class names."""

    BODY = "body"
    SALUTATION = "salutation"  # 称谓: flush left
    CLOSING = "closing"  # 此致: indented two characters
    REGARDS = "regards"  # 敬礼！: flush left
    SIGNATURE = "signature"  # 申请人（签名）：; the writer leaves a blank for ink
    FINGERPRINT = "fingerprint"  # as SIGNATURE, with a place of 25 × 25 mm for the fingerprint
    DATE = "date"  # 落款日期
    NOTE = "note"  # small print under a table or a translation mark
    ATTACHMENTS = "attachments"  # 附件说明 (the line 附件： and its names)
    CONTACT = "contact"  # 联系方式块
    CHECKBOX = "checkbox"  # an empty box for the reader to tick, then the text


class Text(Struct, frozen=True, gc=False):
    """A run of characters; ``strong`` is set in 黑体."""

    text: str
    strong: bool = False


class LineBreak(Struct, frozen=True, gc=False):
    """``<br>``: a new line in the same paragraph."""


Inline = Text | LineBreak


class Heading(Struct, frozen=True, gc=False):
    """``h1`` (the title, level 1), ``h2`` 一、 and ``h3`` （一）."""

    level: int
    content: tuple[Inline, ...]


class Paragraph(Struct, frozen=True, gc=False):
    """``p`` with its role."""

    content: tuple[Inline, ...]
    role: Role = Role.BODY
    long: bool = False  # of a line to sign: a name of more than four characters has to fit


class ListItem(Struct, frozen=True, gc=False):
    """``li``: ``label`` is its number as printed (``1.``), empty in an unnumbered list."""

    label: str
    content: tuple[Inline, ...]
    checkbox: bool = False


class ItemList(Struct, frozen=True, gc=False):
    """``ol`` (labels 1. 2. …) or ``ul`` (labels empty)."""

    items: tuple[ListItem, ...]
    ordered: bool


class DescriptionRole(StrEnum):
    """What a list of names and values is for. Values are the HTML class names."""

    FIGURES = "figures"  # 要点: the strip of key figures under the salutation, side by side
    CONTACT = "contact"  # 联系方式: under a hairline, two beside each other


class Description(Struct, frozen=True, gc=False):
    """``dt`` and its ``dd``: what is told, and what it is."""

    term: tuple[Inline, ...]
    content: tuple[Inline, ...]


class DescriptionList(Struct, frozen=True, gc=False):
    """``dl``: names with their values, read one pair after the other."""

    pairs: tuple[Description, ...]
    role: DescriptionRole


class Cell(Struct, frozen=True, gc=False):
    """``td`` or ``th``; ``number`` cells are right-aligned on the decimal point, ``center`` cells are centred."""

    content: tuple[Inline, ...]
    header: bool = False
    number: bool = False
    center: bool = False
    checkbox: bool = False
    colspan: int = 1


class RowRole(StrEnum):
    """What a row is among the others. Values are the HTML class names; plain rows have none."""

    PLAIN = ""
    SUM = "sum"  # the sum of the parts below it, in 黑体 under a hairline
    PART = "part"  # indented by one character


class Row(Struct, frozen=True, gc=False):
    """``tr``."""

    cells: tuple[Cell, ...]
    role: RowRole = RowRole.PLAIN


class TableRole(StrEnum):
    """How a table is ruled. Values are the HTML class names; plain tables have none."""

    PLAIN = ""
    LEDGER = "ledger"  # 三线表: sums with their parts below, no rules between the columns
    FORM = "form"  # a form as courts lay it out: ruled around every cell, names left of what is filled in


class Table(Struct, frozen=True, gc=False):
    """``table``: ``head`` rows repeat on each page, ``foot`` rows (合计) stand once at the end."""

    caption: tuple[Inline, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]
    foot: tuple[Row, ...] = ()
    role: TableRole = TableRole.PLAIN

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows in reading order."""
        return self.head + self.body + self.foot

    @property
    def columns(self) -> int:
        """The number of columns (every row spans the same number; the markup parser checks it)."""
        return sum(cell.colspan for cell in self.rows[0].cells)


class SectionRole(StrEnum):
    """Why blocks stand together. Values are the HTML class names; plain sections have none."""

    PLAIN = ""
    KEEP = "keep"  # not split over pages if it fits on one
    SIGNOFF = "signoff"  # 此致 … date: never alone on a page, keeps two lines of text with it
    RECEIPT = "receipt"  # 回执: never splits; a cut line above it
    PAGE_BREAK = "page-break"  # starts on a new page


class Section(Struct, frozen=True, gc=False):
    """``section``: blocks that belong together. ``lang`` differs from the paper's only inside a bilingual paper."""

    blocks: tuple[Block, ...]
    role: SectionRole = SectionRole.PLAIN
    lang: str = ""


Block = Heading | Paragraph | ItemList | DescriptionList | Table | Section


class Paper(Struct, frozen=True):
    """The root: one finished paper. ``title`` is the kind's title and carries no personal data (file metadata).

    ``dated`` is the 落款日期, which its files name as the day they were made.
    """

    kind: str
    title: str
    lang: str  # BCP 47: zh-CN or en
    blocks: tuple[Block, ...]
    draft: bool = False
    dated: date | None = None

    @property
    def text(self) -> str:
        """The words, one block or table row a line, cells separated by tabs."""
        return "\n".join(lines(self.blocks))

    def __repr__(self) -> str:
        """Not its words: they are personal data, and reprs end up in logs."""
        return f"<Paper {self.kind} {self.lang}, {len(self.blocks)} blocks>"


def plain(content: tuple[Inline, ...]) -> str:
    """The characters of some inline content; a line break is a newline."""
    if len(content) == 1 and isinstance(content[0], Text):  # nearly all there is
        return content[0].text
    return "".join(item.text if isinstance(item, Text) else "\n" for item in content)


def lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The text of blocks, line by line, in reading order."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield plain(block.content)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield item.label + plain(item.content)
        elif isinstance(block, DescriptionList):
            for pair in block.pairs:
                yield f"{plain(pair.term)}\t{plain(pair.content)}"
        elif isinstance(block, Table):
            if block.caption:
                yield plain(block.caption)
            for row in block.rows:
                yield "\t".join(plain(cell.content) for cell in row.cells)
        else:
            yield from lines(block.blocks)
