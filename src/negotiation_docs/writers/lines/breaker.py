"""Finds where the lines of a paragraph end: first squeeze what is adjustable, then push out (CLREQ 先挤进，后推出)."""

from __future__ import annotations

from bisect import bisect_right

from negotiation_docs.writers.lines.breakplaces import inner_places
from negotiation_docs.writers.lines.charclass import LEVELS, Level, line_ends
from negotiation_docs.writers.lines.measured import Measured
from negotiation_docs.writers.lines.squeeze import squeezable

TOLERANCE = 1e-6
_WORTH_SQUEEZING = 0.5  # em: less room than this left at a line's end is better spread than filled by squeezing
_WORTH_IN_RAGGED = 3  # em: the same where nothing is spread: an uneven edge is quieter than uneven marks
_TIGHTENING = 0.04  # em a character: a figure this much too wide for a narrow cell is better set tight than cut
_FEW = 4  # characters: marks included, a last line of fewer may hold a single character
WIDE = 12  # em: from this measure on, the last line of a paragraph gets two characters at least …
_COMPANY = 3  # em: … if the line before it need not spread by more than this
_HORIZON = 4  # measures: how far ahead what may not be broken is looked at

Ends = list[tuple[int, float]]
"""Where each line ends, and by how much its marks must be squeezed for it (pt)."""


class Breaker:
    """Finds the end of each line of a paragraph on its own; ``breaks`` has a byte a character, 1 where one may end."""

    def __init__(self, paragraph: Measured, measure: float, level: Level, *, spread: bool = True) -> None:
        self._p = paragraph
        self._measure = measure
        self._ragged = not spread and measure >= WIDE * paragraph.em  # in a narrow cell every character counts
        self._rules = rules = LEVELS[level]
        self._length = len(paragraph.text)
        self.breaks = line_ends(paragraph.classes, paragraph.solid, rules)

    def ends(self, first: float) -> Ends:
        """The ends that the lines find one after the other; the first has ``first`` pt of room."""
        found = [self.end_of_line(0, first)]
        while found[-1][0] < self._length:
            found.append(self.end_of_line(found[-1][0], self._measure))
        return found

    def end_of_line(self, start: int, room: float) -> tuple[int, float]:
        """Where the line that begins at ``start`` ends, and by how much its marks must be squeezed for it (pt)."""
        p, breaks, length = self._p, self.breaks, self._length
        room += TOLERANCE
        limit = bisect_right(p.places, p.places[start] + room, start + 1) - 1
        fits, over = start, self._next(max(limit, start + 1))
        while p.extent(start, over) <= room:
            if over == length:  # marks cut at the line's end let in a little more than the widths say
                return length, 0.0
            fits, over = over, self._next(over + 1)
        over = self._horizon(start, over)
        if fits == start:
            fits = max(breaks.rfind(1, start + 1, over), start)
            while fits > start and p.extent(start, fits) > room:  # marks of an odd font may need room at a line's end
                fits = max(breaks.rfind(1, start + 1, fits), start)
        left, excess = room - p.extent(start, fits), p.extent(start, over) - room
        if left > self._worth(over) and excess <= self._give(start, over, alone=fits == start):
            return over, excess
        if fits == start or self._too_wide(fits, over):
            return self._inside(start, fits, over, room), 0.0
        return self._in_company(start, fits, room), 0.0

    def _worth(self, over: int) -> float:
        """From how much room left at the line's end (pt) on it is better to squeeze in what ends at ``over``."""
        ragged = self._ragged and over < self._length  # to save a last line is worth it in any case
        return (_WORTH_IN_RAGGED if ragged else _WORTH_SQUEEZING) * self._p.em

    def _horizon(self, start: int, over: int) -> int:
        """``over``, or a nearer place when it is many lines away: the work for a line does not grow with the text."""
        p = self._p
        furthest = p.places[start] + _HORIZON * (self._measure + p.em)
        return over if p.places[over] <= furthest else bisect_right(p.places, furthest, start + 1, over)

    def _in_company(self, start: int, fits: int, room: float) -> int:
        """The break ``fits``, or the one before it where a single character would be left alone on the last line."""
        p = self._p
        if self._length - fits > _FEW or len(p.classes[fits:].rstrip("CMUES")) > 1 or self._measure < WIDE * p.em:
            return fits
        earlier = self.breaks.rfind(1, start + 1, fits)
        near = earlier > start and room - p.extent(start, earlier) <= _COMPANY * p.em
        return earlier if near else fits

    def _too_wide(self, start: int, end: int) -> bool:
        """Whether what may not be broken fits no line, not even squeezed."""
        p = self._p
        if p.places[end] - p.places[start] <= self._measure:
            return False
        return p.extent(start, end) > self._measure + self._give(start, end, alone=True) + TOLERANCE

    def _give(self, start: int, end: int, *, alone: bool) -> float:
        """By how much a line of these characters can be made narrower, in pt.

        Its marks can be squeezed; what stands ``alone`` in its line and cannot be broken is set a little tighter too.
        """
        p = self._p
        marks = 0.0
        for mark in squeezable(p, start, end):
            marks += mark.most
        return marks + (_TIGHTENING * p.em * (end - start - 1) if alone else 0.0)

    def _next(self, at: int) -> int:
        """The first place from ``at`` on where a line may end."""
        found = self.breaks.find(1, at)
        return self._length if found < 0 else found

    def _inside(self, start: int, fits: int, over: int, room: float) -> int:
        """The break inside what is wider than a whole line; at least one character always goes."""
        p = self._p
        for place in reversed(inner_places(p, fits, over, self._measure, self._rules)):
            if p.extent(start, place) <= room:
                return place
        if fits > start:
            return fits
        end = start + 1
        while end + 1 < over and p.extent(start, end + 1) <= room:
            end += 1
        return end
