"""Breaks a whole paragraph at once, so that its lines are as even as can be (after Knuth and Plass, 1981).

Every line has a cost: little for squeezed marks, more and steeply for room spread between characters, most for a line
that stays ragged. Of all ways through the paragraph the cheapest is taken. The greedy way gives a bound: what has cost
as much already is followed no further, and a paragraph that is even enough as it is needs no search at all.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import accumulate, compress

from negotiation_docs.writers.lines.breaker import TOLERANCE, WIDE, Breaker, Ends
from negotiation_docs.writers.lines.measured import Measured
from negotiation_docs.writers.lines.spreading import EVEN, Spreading
from negotiation_docs.writers.lines.squeeze import squeezable
from negotiation_docs.writers.lines.tokens import partings

_TENTH = 0.1  # em a place: a line spread by so much costs 1; by twice as much, 16
_SQUEEZED = 0.02  # for a line whose marks all give what they can
_RAGGED = 24.0  # and 1 more for each em left over
_PARTED = 10.0  # for a date, a run or a code that is parted at a line's end
_LONELY = 3.0  # for a last line of a single character
_EASY = 0.02  # a line: with no more the greedy breaks are kept


class TotalFit:
    """Finds the ends of the lines of one justified paragraph; ``first`` and ``measure`` are the room its lines have."""

    def __init__(
        self, paragraph: Measured, breaker: Breaker, spreading: Spreading, first: float, measure: float
    ) -> None:
        self._p, self._breaker, self._spreading = paragraph, breaker, spreading
        self._first, self._measure = first, measure
        self._length = len(paragraph.text)
        self._parted: frozenset[int] = frozenset()
        self._wide = measure >= WIDE * paragraph.em

    def ends(self) -> Ends:
        """The best ends; dates, runs and codes are parted only where a line would stay ragged otherwise."""
        found, cost = self._whole()
        if cost >= _RAGGED and (extra := partings(self._p.text)):
            self._parted = frozenset(extra)
            self._prepare(extra)
            found, cost = self._search(cost) or (found, cost)
        return found

    def stays_ragged_whole(self) -> bool:
        """Whether some line of the paragraph stays ragged as long as nothing is parted at a cost."""
        return self._whole()[1] >= _RAGGED

    def _whole(self) -> tuple[Ends, float]:
        """The best ends with every date, run and code kept whole, and what they cost."""
        found = self._breaker.ends(self._first)
        cost = self.cost(found)
        if len(found) == 1 or cost <= _EASY * len(found):
            return found, cost
        self._prepare()
        return self._search(cost) or (found, cost)

    def cost(self, ends: Ends) -> float:
        """What some way through the paragraph costs."""
        p, total, start = self._p, 0.0, 0
        for end, narrower in ends:
            room = self._measure if start else self._first
            give = sum([mark.most for mark in squeezable(p, start, end)]) if narrower else 0.0
            left = room - p.extent(start, end)
            total += self._line(start, end, narrower, left, give)
            start = end
        return total

    def _line(self, start: int, end: int, narrower: float, left: float, give: float) -> float:
        """The cost of one line: ``narrower`` than it is, of at most ``give`` pt, or with ``left`` pt to spread."""
        p = self._p
        cost = _PARTED if end in self._parted else 0.0
        if narrower > 0:
            cost += _SQUEEZED * (narrower / give) ** 2 if give else _RAGGED
        if end == self._length:
            alone = self._wide and len(p.classes[start:].rstrip("CMUES")) <= 1
            return cost + (_LONELY if alone and start else 0.0)
        if narrower > 0 or left <= EVEN:
            return cost
        places = self._spreading.places(start, p.visible(start, end))
        spread = left / places if places else left
        if spread > self._spreading.limit + TOLERANCE or not places:
            return cost + _RAGGED + left / p.em
        return cost + (spread / (_TENTH * p.em)) ** 4

    def _prepare(self, extra: Sequence[int] = ()) -> None:
        """Work out, for every place where a line may end, ``extra`` ones too, what its width and squeeze depend on."""
        p, breaks = self._p, bytearray(self._breaker.breaks)
        for at in extra:
            breaks[at] = 1
        self._ends = ends = [*compress(range(self._length), breaks), self._length]
        self._rights = [p.right(end) for end in ends]
        steps = [0.0] * (self._length + 1)
        for mark in squeezable(p, 0, self._length):
            steps[mark.at] = mark.most
        self._given = list(accumulate(steps))

    def _search(self, bound: float) -> tuple[Ends, float] | None:
        """The cheapest way, if there is one that costs less than ``bound``; starts are taken from first to last."""
        best: dict[int, tuple[float, int, float]] = {0: (0.0, -1, 0.0)}
        waiting = [0]
        while waiting:
            start = heappop(waiting)
            if start == self._length:
                break
            so_far = best[start][0]
            for end, narrower, cost in self._lines_from(start, bound - so_far):
                total = so_far + cost
                known = best.get(end)
                if total >= bound or (known and known[0] <= total):
                    continue
                if known is None:
                    heappush(waiting, end)
                best[end] = (total, start, narrower)
        if self._length not in best:
            return None
        found: Ends = []
        at = self._length
        while at:
            _, before, narrower = best[at]
            found.append((at, narrower))
            at = before
        return found[::-1], best[self._length][0]

    def _lines_from(self, start: int, bound: float) -> list[tuple[int, float, float]]:
        """The lines that may begin at ``start``: end, squeeze, cost; the ragged one only where there is no other."""
        p, ends, rights, given = self._p, self._ends, self._rights, self._given
        room = self._measure if start else self._first
        pulled = p.pull(start, self._length)
        edge = p.places[start] - pulled + room + TOLERANCE
        over = bisect_right(rights, edge, bisect_right(ends, start))
        found: list[tuple[int, float, float]] = []
        for at in range(over, len(ends)):
            end, excess = ends[at], rights[at] - edge
            give = given[p.visible(start, end) - 1] - given[start]
            if excess > give:
                break
            found.append((end, excess, self._line(start, end, excess, 0.0, give)))
        limit = self._spreading.limit
        first = bisect_right(ends, start)
        for at in range(over - 1, first - 1, -1):
            end, left = ends[at], edge - rights[at]
            cost = self._line(start, end, 0.0, left, 0.0)
            if found and (cost >= _RAGGED or cost > bound):
                break
            found.append((end, 0.0, cost))
            if left > limit * max(self._spreading.places(start, end), 1):
                break
        if not found:
            end, narrower = self._breaker.end_of_line(start, room)
            left = room - p.extent(start, end)
            found.append((end, narrower, self._line(start, end, narrower, left, 0.0)))
        return found
