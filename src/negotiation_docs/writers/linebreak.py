"""Breaks runs of Chinese text into lines and places every character, by the rules of W3C CLREQ at level GB.

The page composer uses it like this (lengths in pt, x from the left edge of the measure)::

    lines = break_lines([Run(text, face("song"), 12)], 432, indent=24, align="justify")
    fonts = DocumentFonts()                    # fontembed: one per document
    writer = TextWriter(fonts)                 # textops: one per page, it remembers font and spacing
    operators = writer.line(lines[0], x, y)    # "1 0 0 1 x y Tm /T1 12 Tf … TJ", to stand between BT and ET
    fonts.add_to(canvas._doc)                  # before canvas.save(): writes the subsets

A :class:`Line` knows its source ``text`` (the texts of all lines joined are the input, always), its ``width`` after
squeezing and its ``pieces``; a :class:`Piece` is a stretch of one font, size and character spacing with its ``kerns``:
``(index, pt)`` is extra room before character ``index`` of ``Piece.text`` (negative where marks are squeezed).
Pieces follow each other without gap: only the first one's ``x`` needs a ``Tm``. In ``Piece.text`` a dash of two ems
is the one character ``DASH`` (its glyph is unbroken and extracts as two U+2014).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from negotiation_docs.writers.fonts import FontChain, FontFace
from negotiation_docs.writers.style import Align


@dataclass(frozen=True, slots=True)
class Run:
    """Characters to be set in one font at ``size`` pt; ``spacing`` pt is added to every full-width character."""

    text: str
    font: FontChain
    size: float
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line in one font; ``x`` from the left edge of the measure, ``spacing`` after each character."""

    x: float
    font: FontFace
    size: float
    text: str
    spacing: float = 0.0
    kerns: tuple[tuple[int, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its part of the source text, its width in pt as set, and its pieces from left to right."""

    text: str
    width: float
    pieces: tuple[Piece, ...]


def break_lines(
    runs: Sequence[Run], measure: float, *, indent: float = 0.0, align: Align = "justify", level: str = "gb"
) -> list[Line]:
    """Set ``runs`` as one paragraph of ``measure`` pt with its first line indented by ``indent`` pt."""
    raise NotImplementedError


def text_width(runs: Sequence[Run]) -> float:
    """The width in pt of ``runs`` on one line (marks squeezed, ends not trimmed), for columns and decimal points."""
    raise NotImplementedError
