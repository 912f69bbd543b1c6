"""Sets the characters of one line: squeezes or spreads them, aligns them, and cuts them into pieces for the PDF.

A :class:`Line` knows its source ``text``, where it begins (``x``), its ``width`` as set and its ``pieces``; a
:class:`Piece` is a stretch of one font, size and character spacing with its ``kerns``: ``(index, pt)`` is room before
character ``index`` of the piece's text, on top of the spacing (negative where marks are squeezed). Pieces follow each
other without a gap. In ``Piece.text`` a dash of two ems is the one character ``DASH``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from math import inf
from typing import NamedTuple

from negotiation_docs.writers.charclass import ALL, between, unpacked
from negotiation_docs.writers.fonts import DASH, FontFace
from negotiation_docs.writers.measured import LATIN_GAP, WIDEST_GAP, Measured, Run, Stretch
from negotiation_docs.writers.style import Align

_WIDEST = 0.5  # em: a line that would have to spread by more than this is left ragged
_LATE = "。？！"  # marks that end a sentence are squeezed only when the others do not suffice
_SHORT = 3  # groups up to this many tight boundaries stay in their piece and cancel its spacing by kerns
_TIGHT = re.compile(b"\0+")
_PLAIN = re.compile("[!-~]+(?: [!-~]+)*|[一-鿿]+|[0-9]{1,4}年[0-9]{1,2}月[0-9]{1,2}日|第[0-9]+期")


class Piece(NamedTuple):
    """A stretch of a line in one font; ``spacing`` pt follow each character."""

    font: FontFace
    size: float
    text: str
    spacing: float = 0.0
    kerns: tuple[tuple[int, float], ...] = ()


class Line(NamedTuple):
    """One line: its part of the source text, its place and width in pt as set, its pieces from left to right."""

    text: str
    x: float
    width: float
    pieces: tuple[Piece, ...]


class Squeeze(NamedTuple):
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
            found.append(Squeeze(boundary, abs(blank), text[at] in _LATE))
    return found


class _Cut(NamedTuple):
    """What is being set: characters ``start`` to ``end``, seen up to ``stop``, by how much and where they move."""

    start: int
    end: int
    stop: int
    spread: float
    kerns: dict[int, float]


class Setter:
    """Sets the lines of one paragraph."""

    def __init__(self, paragraph: Measured, measure: float, indent: float, align: Align) -> None:
        self._p = paragraph
        self._measure, self._indent, self._align = measure, indent, align
        self._kerned = list(paragraph.kerns)

    @cached_property
    def _loose(self) -> bytes:
        """One byte a character: 1 where a justified line may spread before it."""
        letters = self._p.classes
        spread = between(letters, "HWCE", "HWO") | between(letters, "S", ALL.replace("S", ""))
        spread |= between(letters, "H", "L") | between(letters, "LU", "H")
        return unpacked(spread & ~int.from_bytes(self._p.solid, "big"), len(letters))

    def line(self, start: int, end: int, squeeze: float, *, first: bool) -> Line:
        """Set the characters from ``start`` up to ``end`` as a line, ``squeeze`` pt narrower than they are."""
        p = self._p
        stop = p.visible(start, end)
        width = p.extent(start, end) - squeeze
        indent = self._indent if first else 0.0
        room = self._measure - indent
        kerns = self._kerns(start, stop)
        spread = 0.0
        if squeeze > 0:
            rest = _squeeze(kerns, squeezable(p, start, end), squeeze)
            spread = -rest / max(stop - start - 1, 1)
        elif self._align == "justify" and end < len(p.text):
            spread = self._spread(start, stop, room - width, kerns)
            width = room if spread else width
        x = indent + p.pull(start, stop) + _aligned(self._align, room - width)
        text = p.text[start:end]
        pieces = tuple(self._pieces(_Cut(start, end, stop, spread, kerns)))
        return Line(text.replace(DASH, "——") if DASH in text else text, x, width, pieces)

    def _kerns(self, start: int, stop: int) -> dict[int, float]:
        """The kerns strictly inside a line, by boundary."""
        keys = self._kerned[bisect_left(self._kerned, start + 1) : bisect_left(self._kerned, stop)]
        return {key: self._p.kerns[key] for key in keys}

    def _spread(self, start: int, stop: int, room: float, kerns: dict[int, float]) -> float:
        """How far the loose characters of a line move apart to take up ``room``; 0 when it stays ragged.

        Gaps between scripts open with the rest, but to a quarter em at most: ``kerns`` holds them back.
        """
        points = self._loose.count(1, start + 1, stop)
        most = (WIDEST_GAP - LATIN_GAP) * self._p.em
        if room <= 0 or not points:
            return 0.0
        spread = room / points
        if spread > most:
            gaps = [at for at, kern in kerns.items() if kern > 0]
            spread = (room - len(gaps) * most) / max(points - len(gaps), 1)
            if points == len(gaps) or spread > _WIDEST * self._p.em:
                return 0.0
            for at in gaps:
                kerns[at] -= spread - most
        return spread

    def _pieces(self, cut: _Cut) -> Iterator[Piece]:
        for part in self._p.stretches:
            left, right = max(part.start, cut.start), min(part.end, cut.end)
            if left < right and cut.spread > 0:
                yield from self._spread_pieces(part, left, right, cut)
            elif left < right:
                yield self._piece(part, left, right, cut.spread, cut.kerns)

    def _spread_pieces(self, part: Stretch, left: int, right: int, cut: _Cut) -> Iterator[Piece]:
        """Pieces of a spread line: long words and figures apart from the rest, short groups held together."""
        spread, kerns = cut.spread, cut.kerns
        words = []
        for match in _TIGHT.finditer(self._loose, max(left, cut.start + 1), min(right, cut.stop)):
            first, last = match.span()
            if first == left or last - first <= _SHORT:
                for boundary in range(first, last):
                    kerns[boundary] = kerns.get(boundary, 0.0) - spread
            else:
                words.append((first - 1, last - 1))
        done = left
        for first, last in words:
            if done < first:
                yield self._piece(part, done, first, spread, kerns)
            yield self._piece(part, first, last, 0.0, kerns)
            done = last
        yield self._piece(part, done, right, spread, kerns)

    def _piece(self, part: Stretch, left: int, right: int, spread: float, kerns: dict[int, float]) -> Piece:
        inside = tuple(sorted([(at - left, kern) for at, kern in kerns.items() if left <= at < right])) if kerns else ()
        return Piece(part.face, part.size, self._p.text[left:right], part.spacing + spread, inside)


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
    x = indent if align in {"justify", "left"} else indent + _aligned(align, left_over)
    return Line(text, x, width, (Piece(face, run.size, text, run.spacing),))


def _aligned(align: Align, left_over: float) -> float:
    """How far a line with room left over moves to the right."""
    return left_over if align == "right" else left_over / 2 if align == "center" else 0.0


def _squeeze(kerns: dict[int, float], marks: list[Squeeze], room: float) -> float:
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
