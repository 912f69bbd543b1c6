"""A list of names and values as XML: a table, of one row for the strip of figures, of two pairs a row for contacts."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate, pairwise

from negotiation_docs.tree import Description, DescriptionRole, Inline, plain
from negotiation_docs.writers.docxfile.flow import Pairs
from negotiation_docs.writers.docxfile.runs import runs
from negotiation_docs.writers.docxfile.stylenames import KEEP, LISTS
from negotiation_docs.writers.docxfile.xml import escape, twips
from negotiation_docs.writers.style import Look
from negotiation_docs.writers.tables.beside import FIGURE_PADDING, ContactGrid, figure_shares, whole_words

_ROW = "<w:tr><w:trPr><w:cantSplit/></w:trPr>"


def list_xml(piece: Pairs, look: Look, measure: int, style: Callable[[str, str], str]) -> str:
    """The table of a list, ``measure`` twips wide; ``style`` registers a style variant and gives its id."""
    writer = _Writer(piece, look, measure, style)
    return writer.figures() if piece.listed.role is DescriptionRole.FIGURES else writer.contact()


class _Writer:
    def __init__(self, piece: Pairs, look: Look, measure: int, style: Callable[[str, str], str]) -> None:
        self.piece, self.look, self.measure, self.style = piece, look, measure, style

    def figures(self) -> str:
        shares = figure_shares(self.piece.listed, self.look)
        edges = [0, *(round(edge * self.measure) for edge in accumulate(shares))]
        size = self.look.styles["figure"].size
        cells = []
        for share, span, pair in zip(shares, pairwise(edges), self.piece.listed.pairs, strict=True):
            room = (share * self.measure / 20 - 1.5 * FIGURE_PADDING) / size
            whole = Description(pair.term, whole_words(pair.content, room))
            cells.append(self._cell(list(span), *self._pair("figure", whole, keep=self.piece.keep)))
        return self._table(edges, [cells])

    def contact(self) -> str:
        grid = ContactGrid(self.piece.listed, self.look, self.measure / 20)
        label, half = twips(grid.label), twips(grid.half)
        edges = [0, label, half, half + label, self.measure]
        rows = []
        for row in grid.rows:
            cells, keep = [], self.piece.keep or row is not grid.rows[-1]
            for at, pair in enumerate(row):
                end = 4 if len(row) == 1 else 2 * at + 2
                name, value = self._pair("contact", pair, keep=keep)
                cells.append(self._cell(edges[2 * at : 2 * at + 2], name))
                cells.append(self._cell(edges[2 * at + 1 : end + 1], value))
            rows.append(cells)
        return self._table(edges, rows)

    def _pair(self, kind: str, pair: Description, *, keep: bool) -> tuple[str, str]:
        """Name and value; ``keep`` holds their row to what follows (one paragraph of a row is enough for that)."""
        value = "figure" if kind == "figure" else "contact_value"
        return self._words(f"{kind}_label", pair.term, keep=keep), self._words(value, pair.content, keep=keep)

    def _words(self, key: str, content: tuple[Inline, ...], *, keep: bool) -> str:
        flags = KEEP if keep else ""
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style(key, flags)}"/></w:pPr>{runs(content)}</w:p>'

    def _cell(self, edges: list[int], *paragraphs: str) -> str:
        span = f'<w:gridSpan w:val="{len(edges) - 1}"/>' if len(edges) > 2 else ""
        width = f'<w:tcW w:w="{edges[-1] - edges[0]}" w:type="dxa"/>'
        return f"<w:tc><w:tcPr>{width}{span}</w:tcPr>{''.join(paragraphs)}</w:tc>"

    def _told(self) -> str:
        """What the table is, for who cannot see it: the names of what it tells."""
        names = [plain(pair.term) for pair in self.piece.listed.pairs]
        separator = ", " if names[0].isascii() else "、"
        return f'<w:tblDescription w:val="{escape(separator.join(names))}"/>'

    def _table(self, edges: list[int], rows: list[list[str]]) -> str:
        grid = "".join(f'<w:gridCol w:w="{right - left}"/>' for left, right in pairwise(edges))
        written = "".join(f"{_ROW}{''.join(cells)}</w:tr>" for cells in rows)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{LISTS[self.piece.listed.role][0]}"/>'
            f'<w:tblW w:w="{self.measure}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{self._told()}</w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{written}</w:tbl>"
        )
