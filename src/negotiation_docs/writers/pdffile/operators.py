"""Lines of type as PDF text operators: whole runs of codes at a time, font and spacing only where they change."""

from __future__ import annotations

from functools import lru_cache

from negotiation_docs.writers.lines.line import Line, Piece
from negotiation_docs.writers.pdffile.embedding import DocumentFonts, FontCodes

_DIGITS = 4  # hexadecimal digits of a code
_TAKEN_FOR_SPACE = 0.09  # em: from a tenth on, poppler and others extract a gap as a space


class TextWriter:
    """Writes lines into one content stream; knows the font and spacing that the stream has set so far.

    Make one for each content stream, or call :meth:`reset` after anything that changes or restores text state (``Q``).
    """

    def __init__(self, fonts: DocumentFonts) -> None:
        self._fonts = fonts
        self.reset()

    def reset(self) -> None:
        """Forget what the stream has set: the next line sets everything."""
        self._codes: FontCodes | None = None
        self._size: float | None = None
        self._spacing: float | None = None
        self._stroke = 0.0

    def line(self, line: Line, x: float, y: float) -> str:
        """The operators that show a line, its measure beginning at ``x`` and its baseline at ``y`` (pt).

        They belong between ``BT`` and ``ET``, and set the text matrix themselves.
        """
        pieces = line.pieces
        inked = self._shown(pieces[0]) if len(pieces) == 1 else " ".join(map(self._shown, pieces))
        shown = f"1 0 0 1 {number(x + line.x)} {number(y)} Tm {inked}"
        for piece in pieces:
            if (piece.kerns or piece.spacing) and _has_gap(piece):
                return _said(line.text, shown)
        return shown

    def _shown(self, piece: Piece) -> str:
        codes, state = self._codes, ""
        if codes is None or codes.face is not piece.font.plain or self._size != piece.size:
            codes = self._codes = self._fonts.codes(piece.font)
            self._size = piece.size
            state = f"/{codes.name} {number(piece.size)} Tf "
        if self._spacing != piece.spacing:
            self._spacing = piece.spacing
            state += f"{number(piece.spacing)} Tc "
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
            array.append(str(whole := round(exact)))
            rest = exact - whole  # carried on: a line of many kerns still ends where it should
            done = at
        return f"{state}[{''.join(array)}<{digits[done:]}>]TJ"


def _has_gap(piece: Piece) -> bool:
    """Whether some room in a piece is so wide that readers of the file would take it for a space."""
    most = _TAKEN_FOR_SPACE * piece.size - piece.spacing
    return most < 0 or (bool(piece.kerns) and any(room > most for _, room in piece.kerns))


def _said(text: str, operators: str) -> str:
    """The operators, with the text that they stand for: extraction then does not guess at spaces from gaps."""
    return f"/Span<</ActualText<feff{text.encode('utf-16-be').hex()}>>>BDC {operators} EMC"


@lru_cache(maxsize=4096)  # cells of a table stand below and beside each other
def number(value: float) -> str:
    """A number as PDF wants it: no exponent, no more digits than a thousandth of a point."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text
