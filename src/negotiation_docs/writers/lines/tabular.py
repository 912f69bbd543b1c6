"""Figures in columns: every digit as wide as a zero, so that units stand below units whatever the digits are.

The Song of the packaged fonts has a narrow 1 and no tabular figures of its own (no ``tnum``); the other digits differ
by less than a hundredth of an em.
"""

from __future__ import annotations

import re

from negotiation_docs.writers.lines.linebreak import Line, Piece

_DIGITS = str.maketrans("123456789", "000000000")


def evened(text: str) -> str:
    """A text as wide in any font as ``text`` is with tabular figures."""
    return text.translate(_DIGITS)


def tabular(line: Line) -> Line:
    """A line that ends at the right edge of its cell, every 1 in the middle of a zero's width."""
    if "1" not in line.text or len(line.pieces) != 1:
        return line
    piece = line.pieces[0]
    room = (piece.font.advance("0") - piece.font.advance("1")) * piece.size / 2000
    if room <= 0:
        return line
    kerns = dict(piece.kerns)
    places = [found.start() for found in re.finditer("1", piece.text)]
    for at in places:
        kerns[at] = kerns.get(at, 0.0) + room
        kerns[at + 1] = kerns.get(at + 1, 0.0) + room
    kerns.pop(len(piece.text), None)  # behind the last digit there is nothing to move
    wider = 2 * room * len(places)
    spaced = Piece(piece.font, piece.size, piece.text, piece.spacing, tuple(sorted(kerns.items())))
    return Line(line.text, line.x - wider, line.width + wider, (spaced,))
