"""Full-width marks that can be squeezed to take more characters into a line, by half an em each (CLREQ)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec import Struct

from negotiation_docs.writers.lines.measured import Measured

_LEANING = 0.04  # em that a mark keeps before a letter, whose ink begins where its own half ends
_RARE = (
    0.12  # em kept beside a character above U+FFFF, which would be found in the middle of the mark: no span may hold it
)
_LATE = "。？！"  # marks that end a sentence are squeezed only when the others do not suffice


class Squeeze(Struct, frozen=True, gc=False):
    """A mark that can give room: up to ``most`` pt at the boundary before character ``at``."""

    at: int
    most: float
    late: bool


def squeezable(paragraph: Measured, start: int, end: int) -> list[Squeeze]:
    """The marks of a line that can still be squeezed; those at its ends or beside another mark already are."""
    text, kerns, blanks = paragraph.text, paragraph.kerns, paragraph.blanks
    last = paragraph.visible(start, end) - 1
    marks = paragraph.marks
    found = []
    for at in marks[bisect_left(marks, start) : bisect_right(marks, last)]:
        blank = blanks[at]
        boundary = at + 1 if blank > 0 else at
        if start < boundary <= last and kerns.get(boundary, 0.0) >= 0:
            beside = text[boundary if blank > 0 else boundary - 1]
            kept = _RARE if beside > "\uffff" else _LEANING if paragraph.classes[boundary] == "L" else 0.0
            found.append(Squeeze(boundary, abs(blank) - kept * paragraph.em, text[at] in _LATE))
    return found


def squeeze(kerns: dict[int, float], marks: list[Squeeze], room: float) -> float:
    """Take ``room`` pt out of the marks, first of those within sentences, then of those that end them.

    Returns what is left to take when all are squeezed.
    """
    for late in (False, True):
        share = [mark for mark in marks if mark.late is late]
        total = sum(mark.most for mark in share)
        if not total:
            continue
        part = min(room / total, 1.0)
        for mark in share:
            kerns[mark.at] = kerns.get(mark.at, 0.0) - mark.most * part
        room -= total * part
    return max(room, 0.0)
