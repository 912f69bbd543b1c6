"""How wide each column of a table is, decided from its cells' text alone, the same for every format.

Widths are thought of in em of the cells' type: a Han character is 1 em, an ASCII character 0.63 em (half an em and the
gaps that office programs add between Han and digits). Each column has three: ``natural`` (nothing wraps), ``comfort``
(figures, dates and short labels stay whole, prose and long headers wrap) and ``floor`` (only what may never be broken
stays whole); :mod:`columnshares` shares the measure out by them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from negotiation_docs.tree import Cell, Row, Table, TableRole, plain
from negotiation_docs.writers.tables.lower import Texts, lowered
from negotiation_docs.writers.tables.shares import Column, share_out

ASCII_EM = 0.63
PADDING_EM = 0.77  # both sides together; 2 × 4 pt of 10.5 pt type
BOX_EM = 1.5  # a drawn check box and the gap after it
LABEL_EM = 10.0  # a text up to this long is a label and stays on one line if it can
HEADER_EM = 5.0  # a header up to this long stays on one line if it can
TOKEN_CAP_EM = 16.0  # an address or a code longer than this may be broken
SAMPLE = 40  # rows of a long table looked at in full; figures are looked at in all rows
DENSE_COLUMNS = 8
FORM_COLUMNS, FORM_SHARE = 2, 0.29  # a form of names and what is filled in: the same widths whatever that is

_TOKEN = re.compile(r"(?:RMB )?[!-~]+(?:[年月日元期分天次个号条％℃][!-~]*)*")
_FIGURE = re.compile(r"[0-9.,:-]+")  # with no Han beside it, nothing opens a gap inside
_DIGIT_EM, _POINT_EM = 0.56, 0.37  # of a figure: its digits, and the marks between them
# The widths of Latin letters in the broadest of the packaged faces: 0.63 em is right for words, not for each of them.
_LETTERS = {
    "ijl": 0.35, "ftI": 0.41, "rsz": 0.5, "acegvxyJ": 0.57, "bdkopqFLPSZ": 0.65, "hnuBETY": 0.69, "ACKRVX": 0.74,
    "DGOQ": 0.77, "wHNU": 0.86, "mM": 0.98, "W": 1.06,
}  # fmt: skip
_LETTER_EM = {letter: em for letters, em in _LETTERS.items() for letter in letters}


def cell_style(table: Table) -> str:
    """The key of the cells' style in a look: ``dense`` from eight columns on, else ``cell``."""
    return "dense" if table.columns >= DENSE_COLUMNS else "cell"


def text_em(text: str) -> float:
    """The width of some text in em, good enough to share out a measure."""
    return len(text) - (1 - ASCII_EM) * len(text.encode("ascii", "ignore"))


def widths(table: Table, measure_em: float) -> tuple[float, ...]:
    """The columns' shares of the measure, summing to 1.

    ``measure_em`` is the table's whole width in em of the cells' type (432 pt of 10.5 pt type: 41.1). Looks at the
    head, the foot, every figure and a sample of the body's other cells; cells that span columns do not count.
    """
    if table.role is TableRole.FORM and table.columns == FORM_COLUMNS:
        return FORM_SHARE, 1 - FORM_SHARE
    columns = [Column() for _ in range(table.columns)]
    for row in table.head:
        _see(columns, row, head=True)
    for row in _sample(table.body):
        _see(columns, row)
    if len(table.body) > SAMPLE:
        _see_figures(columns, table.body)
    for row in table.foot:
        _see(columns, row)
    measure = max(measure_em - PADDING_EM * len(columns), 1.0)
    shares = share_out(columns, measure)
    if sum(column.natural for column in columns) > measure:
        shares = lowered(shares, [column.floor for column in columns], _texts(table))
    padded = [share + PADDING_EM for share in shares]
    total = sum(padded)
    return tuple(share / total for share in padded)


def _texts(table: Table) -> list[Texts]:
    """Of every row whose cells are columns, the widths in em of the lines that its texts have of themselves."""
    return [
        tuple(tuple(map(text_em, plain(cell.content).split("\n"))) for cell in row.cells)
        for row in table.rows
        if len(row.cells) == table.columns
    ]


def _sample(rows: tuple[Row, ...]) -> Iterable[Row]:
    """All rows of a short table; of a long one both ends and evenly spaced rows between."""
    if len(rows) <= SAMPLE:
        return rows
    edge = SAMPLE // 4
    step = max(1, (len(rows) - 2 * edge) // (SAMPLE - 2 * edge))
    return (*rows[:edge], *rows[edge:-edge:step], *rows[-edge:])


def _see_figures(columns: list[Column], rows: tuple[Row, ...]) -> None:
    """The longest figure of each column over all rows, so that the sample never makes one wrap."""
    regular = [row.cells for row in rows if len(row.cells) == len(columns)]
    for at, cell in enumerate(regular[0] if regular else ()):
        if cell.number:
            longest = max((plain(cells[at].content) for cells in regular if cells[at].number), key=len)
            whole = text_em(longest)
            columns[at].take(whole, whole, whole)


def _see(columns: list[Column], row: Row, *, head: bool = False) -> None:
    at = 0
    for cell in row.cells:
        if cell.colspan == 1:
            columns[at].take(*_wishes(cell, head=head))
        at += cell.colspan


def _wishes(cell: Cell, *, head: bool) -> tuple[float, float, float]:
    """The natural, comfortable and least width of one cell in em."""
    text = plain(cell.content)
    box = BOX_EM if cell.checkbox else 0.0
    if cell.number and not head:
        whole = text_em(text)
        return whole, whole, whole
    token = longest_token(text)
    natural = max([token, *(text_em(line) for line in text.split("\n"))])
    limit = HEADER_EM if head else LABEL_EM
    comfort = natural if natural <= limit or token >= natural - 1 else max(token, limit / 2)
    if head and natural > limit:
        comfort = max(token, natural / 2 if natural <= 2 * limit else limit)
    return natural + box, comfort + box, max(token, min(natural, 2.0)) + box


def longest_token(text: str) -> float:
    """The width in em of the longest figure, date, code or Latin word, which should not be parted."""
    return min(max(map(_token_em, _TOKEN.findall(text)), default=0.0), TOKEN_CAP_EM)


def _token_em(token: str) -> float:
    if _FIGURE.fullmatch(token):
        marks = sum(map(token.count, ".,:-"))
        return (len(token) - marks) * _DIGIT_EM + marks * _POINT_EM
    letters = [_LETTER_EM[letter] for letter in token if letter in _LETTER_EM]
    return text_em(token) + max(0.0, sum(letters) - ASCII_EM * len(letters))
