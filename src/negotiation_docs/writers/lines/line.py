"""Lines as they are set, and the short way to those in which there is nothing to decide.

A :class:`Line` knows its source ``text``, where it begins (``x``), its ``width`` as set and its ``pieces``; a
:class:`Piece` is a stretch of one font, size and character spacing with its ``kerns``: ``(index, pt)`` is room before
character ``index`` of the piece's text, on top of the spacing (negative where marks are squeezed). Pieces follow each
other without a gap. In ``Piece.text`` a dash of two ems is the one character ``DASH``, the ’ of an
English word ``APOSTROPHE``.
"""

from __future__ import annotations

import re
from math import inf

from msgspec import Struct

from negotiation_docs.writers.fonts.face import FontFace
from negotiation_docs.writers.lines.measured import Run
from negotiation_docs.writers.style import Align

_PLAIN = re.compile("[!-~]+(?: [!-~]+)*|[一-鿿]+|[0-9]{1,4}年[0-9]{1,2}月[0-9]{1,2}日|第[0-9]+期")


class Piece(Struct, frozen=True, gc=False):
    """A stretch of a line in one font; ``spacing`` pt follow each character."""

    font: FontFace
    size: float
    text: str
    spacing: float = 0.0
    kerns: tuple[tuple[int, float], ...] = ()


class Line(Struct, frozen=True, gc=False):
    """One line: its part of the source text, its place and width in pt as set, its pieces from left to right."""

    text: str
    x: float
    width: float
    pieces: tuple[Piece, ...]


def plain_line(run: Run, measure: float = inf, indent: float = 0.0, align: Align = "left") -> Line | None:
    """The one line of a text in which nothing closes up, opens or breaks; ``None`` for any other.

    Most cells of a table are such: a figure, a date, a few Chinese characters.
    """
    text = run.text
    if not _PLAIN.fullmatch(text) or len(run.font.faces) > 1:
        return None
    face = run.font.primary
    width = sum(map(face.widths(run.size, run.spacing).__getitem__, text))
    left_over = measure - indent - width
    if left_over < 0:
        return None
    x = indent if align in {"justify", "left"} else indent + aligned(align, left_over)
    return Line(text, x, width, (Piece(face, run.size, text, run.spacing),))


def aligned(align: Align, left_over: float) -> float:
    """How far a line with room left over moves to the right."""
    return left_over if align == "right" else left_over / 2 if align == "center" else 0.0
