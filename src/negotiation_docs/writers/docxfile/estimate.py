"""How many pages a paper has: a guess without fonts, for the number a single page does not carry and for the count."""

from __future__ import annotations

from math import ceil, inf

from negotiation_docs.tree import DescriptionRole, plain
from negotiation_docs.writers.docxfile.flow import CUT_LINE, Grid, Line, Pairs, Piece, translated
from negotiation_docs.writers.style import A4, Look
from negotiation_docs.writers.tables.beside import (
    FIGURE_ABOVE,
    FIGURE_BELOW,
    FIGURE_PADDING,
    UNDER_RULE,
    ContactGrid,
    figure_shares,
)
from negotiation_docs.writers.tables.columns import cell_style, text_em

_BORDER = 1.0  # of a row, pt


def pages(pieces: list[Piece], look: Look) -> list[int]:
    """How many pages ``pieces`` most likely fill in ``look``: the paper, and its translation if there is one."""
    whole = page_height(look)
    counts, room = [1], whole
    for piece in pieces:
        if translated(piece):
            counts.append(1)
            room = whole
        elif piece.new_page:
            counts[-1] += 1
            room = whole
        room -= _height(piece, look)
        while room < 0:
            counts[-1] += 1
            room += whole
    return counts


def _height(piece: Piece, look: Look) -> float:
    if isinstance(piece, Grid):
        return table_height(piece, look)
    return _pairs(piece, look) if isinstance(piece, Pairs) else _line(piece, look)


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


def _line(line: Line, look: Look) -> float:
    """The height of a paragraph in pt."""
    if line.key == CUT_LINE:
        return 30.0
    style = look.styles[line.key]
    measure = look.measure / style.size
    pieces = (line.label + plain(line.content)).split("\n")
    wrapped = sum(max(1, ceil((text_em(piece) + style.indent) / measure)) for piece in pieces)
    return wrapped * style.leading + style.before + style.after


def table_height(grid: Grid, look: Look, room: float = inf) -> float:
    """The height of a table in pt, counted no further than ``room``."""
    table = grid.table
    style = look.styles[cell_style(table)]
    if len(table.rows) * style.leading > room:
        return room + 1
    measure = look.measure / style.size
    columns = [share * measure - 2 * look.cell_padding / style.size for share in grid.shares(measure)]
    height = 0.0
    for row in table.rows:
        at, wrapped = 0, 1
        for cell in row.cells:
            wrapped = max(wrapped, ceil(text_em(plain(cell.content)) / sum(columns[at : at + cell.colspan])))
            at += cell.colspan
        height += wrapped * style.leading + look.cell_padding + _BORDER
    return height
