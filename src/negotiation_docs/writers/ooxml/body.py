"""document.xml: the flow of a paper as paragraphs and tables, everything formatted by named styles."""

from __future__ import annotations

from negotiation_docs.writers.ooxml.flow import CUT_LINE, Grid, Line, Piece
from negotiation_docs.writers.ooxml.furniture import (
    CUT_PARAGRAPH,
    NEW_PAGE_PARAGRAPH,
    PLACE_PARAGRAPH,
    SIGNATURE_BLANK,
    check_box,
)
from negotiation_docs.writers.ooxml.inline import run, runs
from negotiation_docs.writers.ooxml.names import KEEP, LATIN, PAGE, WHOLE, text_styles, variant_id
from negotiation_docs.writers.ooxml.tables import TableWriter
from negotiation_docs.writers.style import Look


class Body:
    """Builds the body of one paper; afterwards ``variants`` holds the style variants it used."""

    def __init__(self, look: Look, measure: int, picture: str = "") -> None:
        self.look = look
        self.measure = measure  # twips
        self.picture = picture  # the drawing of the signature, for the first signature line
        self.variants: set[tuple[str, str]] = set()
        self.boxes = 0

    def xml(self, pieces: list[Piece]) -> str:
        """All paragraphs and tables. Two tables never touch and none ends the body: Word would join or repair them."""
        parts: list[str] = []
        after_table = False
        for piece in pieces:
            if isinstance(piece, Grid):
                if piece.new_page or after_table:
                    parts.append(NEW_PAGE_PARAGRAPH if piece.new_page else self._gap())
                parts.append(self._grid(piece))
            else:
                parts.append(self._line(piece))
            after_table = isinstance(piece, Grid)
        if after_table:
            parts.append(self._gap())
        return "".join(parts)

    def style(self, key: str, flags: str) -> str:
        """The id of a style variant, noted for styles.xml."""
        if flags:
            if KEEP in flags and text_styles(self.look)[key].keep_next:
                flags = flags.replace(KEEP, "")
            if flags:
                self.variants.add((key, flags))
        return variant_id(key, flags)

    def box(self) -> str:
        """The next check box."""
        self.boxes += 1
        return check_box(self.boxes)

    def _grid(self, piece: Grid) -> str:
        writer = TableWriter(piece.table, self.look, self.measure, style=self.style, box=self.box)
        return writer.xml(LATIN if piece.latin else "", whole=piece.whole, keep=piece.keep)

    def _line(self, line: Line) -> str:
        if line.key == CUT_LINE:
            return CUT_PARAGRAPH
        flags = KEEP * line.keep + WHOLE * line.whole + PAGE * line.new_page + LATIN * line.latin
        before = PLACE_PARAGRAPH if line.key == "fingerprint" else ""
        start = f'<w:p><w:pPr><w:pStyle w:val="{self.style(line.key, flags)}"/></w:pPr>'
        box = self.box() if line.box else ""
        words = run(line.label) + runs(line.content)
        return f"{before}{start}{box}{words}{self._ink(line)}</w:p>"

    def _ink(self, line: Line) -> str:
        """What follows the words of a signature line: the picture on the borrower's first one, else a blank."""
        if line.key not in ("signature", "fingerprint"):
            return ""
        if self.picture and not line.foreign:
            picture, self.picture = self.picture, ""
            return picture
        return SIGNATURE_BLANK

    def _gap(self) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{self.style("note", "")}"/></w:pPr></w:p>'
