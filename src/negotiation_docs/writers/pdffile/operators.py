"""Lines of type as PDF text operators: whole runs of codes at a time, font and spacing only where they change."""

from __future__ import annotations

from functools import lru_cache

from negotiation_docs.writers.lines.line import Line, Piece
from negotiation_docs.writers.pdffile.embedding import DocumentFonts, FontCodes
from negotiation_docs.writers.pdffile.spans import Part, parts, whole

_DIGITS = 4  # hexadecimal digits of a code
_NARROW = 4
"""Type is set four times as large, as much narrower, and as much lower: it looks the same.

But pdf.js, which knows no ``ActualText``, takes a gap for a space from a tenth of the size on, and means the size
before it is made narrower: nothing within a line is as wide as a tenth of four times the type. Darkened type is set as
it is where it has no gaps, since pdf.js would make its outline narrower, too.
"""


class TextWriter:
    """Writes lines into one content stream; knows the font and spacing that the stream has set so far.

    Make one for each content stream, or call :meth:`reset` after anything that changes or restores text state (``Q``).
    """

    def __init__(self, fonts: DocumentFonts) -> None:
        self._fonts = fonts
        self.reset()

    def reset(self) -> None:
        """Forget what the stream has set: the next line sets everything."""
        self._scale = 0
        self._codes: FontCodes | None = None
        self._size: float | None = None
        self._spacing: float | None = None
        self._stroke = 0.0

    def line(self, line: Line, x: float, y: float) -> str:
        """The operators that show a line, its measure beginning at ``x`` and its baseline at ``y`` (pt).

        They belong between ``BT`` and ``ET``, and set the text matrix themselves.
        """
        pieces = line.pieces
        cut = [Part(pieces[0])] if whole(pieces) else list(parts(pieces))
        dark = any(piece.font.stroke for piece in pieces) and not any(part.said for part in cut)
        begin = self._begin(1 if dark else _NARROW, f"{number(x + line.x)} {number(y)}")
        shown, before = [], 0.0
        for part in cut:
            moved = f"{number(part.x - before)} 0 Td " if part.x != before else ""
            before = part.x
            inked = moved + self._shown(part.piece)
            shown.append(self._said(part.piece, inked) if part.said else inked)
        return begin + " ".join(shown)

    def _begin(self, scale: int, place: str) -> str:
        """Where a line begins, and how narrow its type is."""
        state = ""
        if self._scale != scale:
            self._scale = scale
            self._size = self._spacing = None
            state = f"{100 // scale} Tz "
        return f"{state}1 0 0 {1 / scale:g} {place} Tm "

    def _shown(self, piece: Piece) -> str:
        codes, state = self._codes, ""
        if codes is None or codes.face is not piece.font.plain or self._size != piece.size:
            codes = self._codes = self._fonts.codes(piece.font)
            self._size = piece.size
            state = f"/{codes.name} {number(self._scale * piece.size)} Tf "
        if self._spacing != piece.spacing:
            self._spacing = piece.spacing
            state += f"{number(self._scale * piece.spacing)} Tc "
        stroke = piece.font.stroke * piece.size
        if self._stroke != stroke:
            self._stroke = stroke
            state += f"2 Tr {number(stroke)} w " if stroke else "0 Tr "
        digits = codes.encode(piece.text)
        if not piece.kerns:
            return f"{state}<{digits}>Tj"
        array = []
        done, rest = 0, 0.0
        for index, room in piece.kerns:
            at = index * _DIGITS
            if at > done:
                array.append(f"<{digits[done:at]}>")
            exact = rest - room * 1000 / piece.size
            array.append(str(rounded := round(exact)))
            rest = exact - rounded  # carried on: a line of many kerns still ends where it should
            done = at
        return f"{state}[{''.join(array)}<{digits[done:]}>]TJ"

    def _said(self, piece: Piece, operators: str) -> str:
        """The operators, with the text that they stand for: extraction then does not guess at spaces from gaps.

        What spreads the line is off where the span ends: poppler then lets the last character reach to the next.
        """
        if piece.spacing > 0:
            self._spacing = 0.0
            operators += " 0 Tc"
        return f"/Span<</ActualText<feff{piece.text.encode('utf-16-be').hex()}>>>BDC {operators} EMC"


@lru_cache(maxsize=4096)  # cells of a table stand below and beside each other
def number(value: float) -> str:
    """A number as PDF wants it: no exponent, no more digits than a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
