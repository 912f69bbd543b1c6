"""Breaks runs of Chinese text into lines and places every character, by the rules of W3C CLREQ at level GB.

The page composer uses it like this (lengths in pt, x from the left edge of the measure)::

    lines = break_lines([Run(text, face("song"), 12)], 432, indent=24, align="justify")
    fonts = DocumentFonts()                    # fontembed: one per document
    writer = TextWriter(fonts)                 # textops: one per page, it remembers font and spacing
    operators = writer.line(lines[0], x, y)    # "1 0 0 0.25 x y Tm /T1 48 Tf … TJ", to stand between BT and ET
    fonts.add_to(canvas._doc)                  # before canvas.save(): writes the subsets

The texts of all lines joined are the input, always. Justified paragraphs are broken as a whole (:mod:`totalfit`), what
is ragged line by line (:mod:`breaker`). The order at an overflow is that of CLREQ: first squeeze what is adjustable to
take the next characters in, then push them out to the next line and spread the rest.
"""

from __future__ import annotations

from collections.abc import Sequence

from negotiation_docs.writers.lines.breaker import TOLERANCE, Breaker
from negotiation_docs.writers.lines.charclass import Level
from negotiation_docs.writers.lines.line import Line, Piece, plain_line
from negotiation_docs.writers.lines.measured import Measured, Run
from negotiation_docs.writers.lines.setting import Setter
from negotiation_docs.writers.lines.totalfit import TotalFit
from negotiation_docs.writers.style import Align

__all__ = ["Level", "Line", "Piece", "Run", "break_lines", "text_width"]


def break_lines(
    runs: Sequence[Run], measure: float, *, indent: float = 0.0, align: Align = "justify", level: Level = "gb"
) -> list[Line]:
    """Set ``runs`` as one paragraph of ``measure`` pt with its first line indented by ``indent`` pt.

    Raises :class:`MissingGlyphs` for a character that the fonts cannot draw. Text must hold no line breaks.
    """
    if len(runs) == 1 and (line := plain_line(runs[0], measure, indent, align)):
        return [line]
    runs = [run for run in runs if run.text]
    if not runs:
        return []
    paragraph = Measured(runs)
    setter = Setter(paragraph, measure, indent, align)
    length = len(paragraph.text)
    if paragraph.extent(0, length) <= measure - indent + TOLERANCE:
        return [setter.line(0, length, 0.0, first=True)]
    breaker = Breaker(paragraph, measure, level, spread=align == "justify")
    if align == "justify":
        ends = TotalFit(paragraph, breaker, setter.spreading, measure - indent, measure).ends()
    else:
        ends = breaker.ends(measure - indent)
    starts = [0, *[end for end, _ in ends]]
    return [
        setter.line(start, end, squeeze, first=not start) for start, (end, squeeze) in zip(starts, ends, strict=False)
    ]


def text_width(runs: Sequence[Run]) -> float:
    """The width in pt of ``runs`` on one line, its ends trimmed as a line's are; for columns and decimal points."""
    if len(runs) == 1 and (line := plain_line(runs[0])):
        return line.width
    runs = [run for run in runs if run.text]
    if not runs:
        return 0.0
    paragraph = Measured(runs)
    return paragraph.extent(0, len(paragraph.text))
