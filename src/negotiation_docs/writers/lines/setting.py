"""Sets the characters of one line: squeezes or spreads them, aligns them, and cuts them into pieces for the PDF."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from negotiation_docs.lazy import lazy
from negotiation_docs.writers.fonts.face import APOSTROPHE, DASH
from negotiation_docs.writers.lines.line import Line, Piece, aligned
from negotiation_docs.writers.lines.measured import Measured, Stretch
from negotiation_docs.writers.lines.spreading import Spreading
from negotiation_docs.writers.lines.squeeze import squeezable, squeeze
from negotiation_docs.writers.style import Align

_SHORT = 3  # groups up to this many tight boundaries stay in their piece and cancel its spacing by kerns
_TIGHT = re.compile(b"\0+")


class _Cut(Struct, frozen=True, gc=False):
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

    @lazy
    def spreading(self) -> Spreading:
        """Where the lines of the paragraph may spread."""
        return Spreading(self._p)

    def line(self, start: int, end: int, narrower: float, *, first: bool) -> Line:
        """Set the characters from ``start`` up to ``end`` as a line, ``narrower`` pt less wide than they are."""
        p = self._p
        stop = p.visible(start, end)
        width = p.extent(start, end) - narrower
        indent = self._indent if first else 0.0
        room = self._measure - indent
        kerns = self._kerns(start, stop)
        spread = 0.0
        if narrower > 0:
            rest = squeeze(kerns, squeezable(p, start, end), narrower)
            spread = self._tighten(kerns, rest, stop - start - 1)
        elif self._align == "justify" and end < len(p.text):
            spread = self.spreading.spread(start, stop, room - width, kerns)
            width = room if spread else width
        x = indent + p.pull(start, stop) + aligned(self._align, room - width)
        text = p.text[start:end]
        pieces = tuple(self._pieces(_Cut(start, end, stop, spread, kerns)))
        for drawn, said in ((DASH, "——"), (APOSTROPHE, "’")):
            text = text.replace(drawn, said) if drawn in text else text
        return Line(text, x, width, pieces)

    @staticmethod
    def _tighten(kerns: dict[int, float], rest: float, boundaries: int) -> float:
        """Take ``rest`` pt from a line's boundaries: how much from each. What is squeezed already comes no closer."""
        squeezed = [at for at, room in kerns.items() if room < 0]
        if boundaries <= len(squeezed):
            return -rest / max(boundaries, 1)
        spread = -rest / (boundaries - len(squeezed))
        for at in squeezed:
            kerns[at] -= spread
        return spread

    def _kerns(self, start: int, stop: int) -> dict[int, float]:
        """The kerns strictly inside a line, by boundary."""
        keys = self._kerned[bisect_left(self._kerned, start + 1) : bisect_left(self._kerned, stop)]
        return {key: self._p.kerns[key] for key in keys}

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
        for match in _TIGHT.finditer(self.spreading.loose, max(left, cut.start + 1), min(right, cut.stop)):
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
