"""How many pages a paper has: a guess without fonts, for the number a single page does not carry and for the count."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, inf

from msgspec import Struct

from negotiation_docs.tree import DescriptionRole, plain
from negotiation_docs.writers import keeping
from negotiation_docs.writers.docxfile.fits import AS_IT_IS, Fit
from negotiation_docs.writers.docxfile.flow import CUT_LINE, Grid, Line, Pairs, Piece, translated
from negotiation_docs.writers.docxfile.stylenames import above_list
from negotiation_docs.writers.style import A4, Look, TextStyle, english_style
from negotiation_docs.writers.tables.beside import (
    FIGURE_ABOVE,
    FIGURE_BELOW,
    FIGURE_PADDING,
    UNDER_RULE,
    ContactGrid,
    figure_shares,
)
from negotiation_docs.writers.tables.columns import cell_style, text_em

_BORDER = 0.5  # of a row, pt
_CUT = 30.0  # pt, the line above a slip
_SQUARE = 71.0  # pt, the place of a fingerprint
_ASCII_EM = 0.5
_ROWS_TOGETHER = 3  # the head of a table and two rows


class Extent(Struct, frozen=True, gc=False):
    """What one piece takes of a page; ``lines`` of text, ``rows`` and their lines may be closer, ``space`` shrink."""

    fixed: float  # pt, lines and rows as the look has them included
    lines: int = 0
    rows: int = 0
    space: float = 0.0  # pt, above and below
    begins: str = ""  # "page", or "part" for a translation
    keep: bool = False  # stays on the page of what follows
    first: float = 1.0  # the share of it that stands together at the end of a page
    cells: int = 0  # lines in rows

    def height(self, fit: Fit) -> float:
        """In pt."""
        closer = self.lines * fit.leading + self.rows * fit.row + self.cells * fit.cell
        return self.fixed + closer + self.space * (1 - fit.sparing)


def extents(pieces: list[Piece], look: Look, *, latin: bool) -> list[Extent]:
    """What each piece takes in ``look``; ``latin`` for a paper in English."""
    return [_extent(piece, look, latin=latin) for piece in pieces]


def pages(found: list[Extent], look: Look, fit: Fit = AS_IT_IS, *, share: float = 1.0) -> list[int]:
    """How many pages they most likely fill: the paper, and its translation if there is one.

    ``share`` is how much of each page may be counted on.
    """
    whole = share * page_height(look)
    counts, room = [1], whole
    for group in _together(found):
        if group[0].begins == "part":
            counts.append(1)
            room = whole
        heights = [extent.height(fit) for extent in group]
        held = sum(heights[:-1]) + heights[-1] * group[-1].first
        if group[0].begins == "page" or room < held <= whole:
            counts[-1] += 1
            room = whole
        room -= sum(heights)
        while room < 0:
            counts[-1] += 1
            room += whole
    return counts


def _together(found: list[Extent]) -> Iterator[list[Extent]]:
    """Pieces that stay on one page, each group with the piece that it is kept with."""
    group: list[Extent] = []
    for extent in found:
        if extent.begins and group:
            yield group
            group = []
        group.append(extent)
        if not extent.keep:
            yield group
            group = []
    if group:
        yield group


def _extent(piece: Piece, look: Look, *, latin: bool) -> Extent:
    begins = "part" if translated(piece) else "page" if piece.new_page else ""
    if isinstance(piece, Grid):
        wrapped, count = row_lines(piece, look), len(piece.table.rows)
        height = _rows_height(piece, look, wrapped)
        small = piece.whole or height <= keeping.HOLE * page_height(look)
        first = 1.0 if small else min(1.0, _ROWS_TOGETHER / count)
        cells = sum(wrapped) if cell_style(piece.table) == "cell" else 0
        return Extent(height, rows=count, begins=begins, keep=piece.keep and small, first=first, cells=cells)
    if isinstance(piece, Pairs):
        return Extent(_pairs(piece, look), begins=begins, keep=piece.keep)
    if piece.key == CUT_LINE:
        return Extent(_CUT, begins=begins)
    style = english_style(look.styles[piece.key]) if latin or piece.latin else look.styles[piece.key]
    running = style.size == look.styles["body"].size
    lines = _lines(piece, style, look)
    height = max(lines * style.leading, _SQUARE - style.leading if piece.key == "fingerprint" else 0.0)
    space, first = style.before + style.after, min(1.0, keeping.LINES / lines)
    space += above_list(piece.key, look) if piece.apart else 0.0
    keep = piece.keep or style.keep_next
    return Extent(height, lines if running else 0, space=space, begins=begins, keep=keep, first=first)


def _lines(line: Line, style: TextStyle, look: Look) -> int:
    """How many lines a paragraph has."""
    measure = look.measure / (style.size + look.char_spacing)
    pieces = (line.label + plain(line.content)).split("\n")
    return sum(max(1, ceil((_em(piece) + style.indent) / measure)) for piece in pieces)


def _em(text: str) -> float:
    """The width of running text, whose digits and Latin letters are half as wide as Chinese characters."""
    return len(text) - (1 - _ASCII_EM) * len(text.encode("ascii", "ignore"))


def _pairs(piece: Pairs, look: Look) -> float:
    """The height of a list of names and values in pt."""
    if piece.listed.role is DescriptionRole.CONTACT:
        return len(ContactGrid(piece.listed, look, look.measure).rows) * look.styles["contact"].leading + UNDER_RULE
    values, labels = look.styles["figure"], look.styles["figure_label"]
    measure = look.measure / values.size
    height = 0
    for pair, share in zip(piece.listed.pairs, figure_shares(piece.listed, look), strict=True):
        room = share * measure - 1.5 * FIGURE_PADDING / values.size
        height = max(height, sum(max(1, ceil(text_em(line) / room)) for line in plain(pair.content).split("\n")))
    return height * values.leading + labels.leading + FIGURE_ABOVE + FIGURE_BELOW


def page_height(look: Look) -> float:
    """The height of the text area in pt."""
    return A4[1] - look.top - look.bottom


def table_height(grid: Grid, look: Look, room: float = inf) -> float:
    """The height of a table in pt, counted no further than ``room``."""
    if len(grid.table.rows) * look.styles[cell_style(grid.table)].leading > room:
        return room + 1
    return _rows_height(grid, look, row_lines(grid, look))


def _rows_height(grid: Grid, look: Look, lines: list[int]) -> float:
    """The height of rows of so many lines, in pt."""
    style = look.styles[cell_style(grid.table)]
    return sum(lines) * style.leading + len(lines) * (look.cell_padding + _BORDER)


def row_lines(grid: Grid, look: Look) -> list[int]:
    """How many lines each row of a table has."""
    style = look.styles[cell_style(grid.table)]
    measure = look.measure / style.size
    columns = [share * measure - 2 * look.cell_padding / style.size for share in grid.shares(measure)]
    found = []
    for row in grid.table.rows:
        at, wrapped = 0, 1
        for cell in row.cells:
            width = sum(columns[at : at + cell.colspan])
            wrapped = max(wrapped, sum(max(1, ceil(text_em(line) / width)) for line in plain(cell.content).split("\n")))
            at += cell.colspan
        found.append(wrapped)
    return found
