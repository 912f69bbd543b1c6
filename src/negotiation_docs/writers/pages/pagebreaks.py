"""Where the pages of a galley end: of all ways to cut it, the one with the fewest pages, then the fewest holes.

What stays together by force stands on the strips (``keep``). What is only better kept together has a cost: a page left
empty at its foot, a table in two parts of which one is short.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from heapq import heappop, heappush
from itertools import accumulate
from math import ceil, inf
from typing import cast

from msgspec import Struct

from negotiation_docs.writers import keeping
from negotiation_docs.writers.pages.galley import Strip

SLACK = 0.01  # pt; sums of leadings are not exact
_PAGE = 1000.0
_FORCED = 100.0  # where what must stay together is taller than a page
_EMPTY = 0.35  # of a page: what leaves more of it empty costs most
_TOO_EMPTY = 20.0
_AT_MOST = 0.4  # of a page: no larger hole is considered where there is another place
_ROWS = 3.0  # for a part of a table with no row at all; less for one that is nearly long enough


class Fit(Struct, frozen=True, gc=False):
    """How strips are set to fit their pages: by how many pt lines and rows are higher, what share of the space goes."""

    leading: float = 0.0
    row: float = 0.0
    sparing: float = 0.0


AS_IT_IS = Fit()


class Cut(Struct, frozen=True, gc=False):
    """One way to cut: where each page ends, what that costs, and how much of the last page is empty."""

    ends: tuple[int, ...]
    cost: float
    rest: float

    @property
    def pages(self) -> int:
        return len(self.ends)

    @property
    def holes(self) -> int:
        """How many pages are too empty, at least."""
        return int((self.cost - _PAGE * len(self.ends)) // _TOO_EMPTY)

    @property
    def limit(self) -> float:
        """What a cut with fewer pages, or as many and fewer holes, costs less than."""
        return _PAGE * self.pages + _TOO_EMPTY * self.holes


class Rows(Struct, frozen=True, gc=False):
    """The strips of one table, from ``start`` up to ``end``; the first of its body; where what leads to it starts.

    ``wanted``: how many rows a part had better have.
    """

    start: int
    body: int
    end: int
    lead: int
    wanted: int


class PageBreaker:
    """Cuts one galley, at any leading: what does not depend on that is looked at once."""

    def __init__(self, strips: Sequence[Strip], capacity: float) -> None:
        self._strips, self._capacity = strips, capacity
        self._heights = list(accumulate([strip.above + strip.height for strip in strips], initial=0.0))
        self._lines = list(accumulate([strip.flexible == "line" for strip in strips], initial=0))
        self._rows = list(accumulate([strip.flexible == "row" for strip in strips], initial=0))
        self._spare = list(accumulate([strip.above for strip in strips], initial=0.0))
        self._open = [not strip.keep for strip in strips]  # whether a page may end after it
        self._fresh = [at for at, strip in enumerate(strips) if strip.fresh and at]
        self._tables: dict[int, Rows] = {}  # by the strip that a further part begins with
        self._find_tables()
        self._ends, self._sparing = self._heights, 0.0
        self._dropped = max((self._falls_away(at) for at in range(len(strips))), default=0.0)
        self._tallest = max((strip.height for strip in strips), default=0.0)
        self._most = capacity  # of the galley that one page can take

    def _find_tables(self) -> None:
        start = 0
        strips, count = self._strips, len(self._strips)
        while start < count:
            block, end = strips[start].block, start + 1
            while end < count and strips[end].block is block:
                end += 1
            heads = block.head()
            if heads is not None and end - start > 1:
                lead = start
                while lead and not self._open[lead - 1]:
                    lead -= 1
                body = start + heads
                rows = Rows(start, body, end, lead, min(keeping.ROWS, (end - body) // 2))
                self._tables.update(dict.fromkeys(range(start + 1, end), rows))
            start = end

    def _falls_away(self, at: int) -> float:
        """How much of the height before the strip at ``at`` is not set where a page begins with it."""
        strip = self._strips[at]
        if not strip.between or at + 1 == len(self._strips):
            return strip.above
        return strip.above + strip.height + self._strips[at + 1].above

    @property
    def has_rows(self) -> bool:
        """Whether anything depends on how high rows are."""
        return self._rows[-1] > 0

    def least(self, fit: Fit) -> int:
        """A number of pages that no way to cut can be below."""
        height = self._heights[-1] + fit.leading * self._lines[-1] + fit.row * self._rows[-1]
        height -= fit.sparing * self._spare[-1]
        return max(1, ceil((height - self._strips[0].above * (1 - fit.sparing) - SLACK) / self._capacity))

    def cut(self, fit: Fit = AS_IT_IS) -> Cut:
        """The best way to cut."""
        return cast("Cut", self.cheaper(fit, inf))  # there always is one

    def cheaper(self, fit: Fit, below: float) -> Cut | None:
        """The best way to cut, if it costs less than ``below``.

        A page is left out that costs more than all of another way would, even if nothing were empty after it.
        """
        self._set(fit)
        count = len(self._strips)
        most = min(below, self._greedy()) + SLACK
        best: dict[int, tuple[float, int]] = {0: (0.0, -1)}
        waiting = [0]
        while waiting:
            start = heappop(waiting)
            if start == count:
                break
            so_far = best[start][0] + _PAGE
            if so_far + _PAGE * (self._pages_left(start) - 1) > most:
                continue
            for end, cost in self._pages_from(start):
                known = best.get(end)
                if known is None:
                    heappush(waiting, end)
                if known is None or so_far + cost < known[0]:
                    best[end] = (so_far + cost, start)
        if count not in best or best[count][0] >= below:
            return None
        places: list[int] = []
        at = count
        while at > 0:
            places.append(at)
            at = best[at][1]
        start = places[1] if len(places) > 1 else 0
        rest = 1 - (self._ends[count] - self._base(start)) / self._capacity
        return Cut(tuple(places[::-1]), best[count][0], rest)

    def _set(self, fit: Fit) -> None:
        """Where each strip ends if all are set so."""
        leading, row, ends = fit.leading, fit.row, self._heights
        if leading or row:
            triples = zip(ends, self._lines, self._rows, strict=True)
            ends = [height + leading * lines + row * rows for height, lines, rows in triples]
        self._sparing = fit.sparing
        if fit.sparing:
            ends = [height - fit.sparing * spare for height, spare in zip(ends, self._spare, strict=True)]
        self._ends = ends
        more = max(leading, row, 0.0)
        self._most = max(self._capacity, self._tallest + more) + self._dropped + more + SLACK

    def _greedy(self) -> float:
        """What it costs to fill every page: one way of all, found at once."""
        at, spent, count = 0, 0.0, len(self._strips)
        while at < count:
            at, cost = self._pages_from(at, first=True)[0]
            spent += _PAGE + cost
        return spent

    def _pages_left(self, start: int) -> int:
        """A number of pages that no way to cut what begins with ``start`` can be below."""
        return max(1, ceil((self._ends[-1] - self._base(start)) / self._most))

    def _base(self, start: int) -> float:
        """The height of the galley at the top edge of a page that begins with ``start``."""
        strip = self._strips[start]
        if strip.between:
            start += 1
            if start == len(self._strips):
                return self._ends[start]
            strip = self._strips[start]
        return self._ends[start] + strip.above * (1 - self._sparing) - strip.block.resumption(strip.index)

    def _pages_from(self, start: int, *, first: bool = False) -> list[tuple[int, float]]:
        """Where a page that begins with ``start`` may end, the fullest first, and what each end costs."""
        base, count, ends = self._base(start), len(self._strips), self._ends
        full = bisect_right(ends, base + self._capacity + SLACK) - 1
        if self._fresh:
            at = bisect_right(self._fresh, start)
            if at < len(self._fresh) and self._fresh[at] <= full:
                return [(self._fresh[at], 0.0)]
        if full >= count:
            return [(count, 0.0)]
        found = self._ends_of(start, base, full, first=first)
        return found or [(max(full, start + 1), _FORCED)]

    def _ends_of(self, start: int, base: float, full: int, *, first: bool) -> list[tuple[int, float]]:
        """Where a page may end that has room up to the strip ``full``; if asked, the ``first`` such end alone."""
        ends, found = self._ends, list[tuple[int, float]]()
        smallest, seen, whole = 0.0, None, False
        for end in range(full, start, -1):
            if not self._open[end - 1]:
                continue
            hole = 1 - (ends[end] - base) / self._capacity
            if not found:
                smallest = hole
            elif first or hole > _AT_MOST:
                break
            cost, rows = _hole(hole, smallest), self._tables.get(end)
            if rows is not None:
                if rows is not seen:
                    seen, whole = rows, self._better_whole(rows, start, base)
                if whole:
                    continue
                cost += _parts(rows, start, end)
            found.append((end, cost))
        return found

    def _better_whole(self, rows: Rows, start: int, base: float) -> bool:
        """Whether a table that fits a page leaves a hole so small when it begins the next one that it is not split."""
        ends = self._ends
        if rows.lead <= start or ends[rows.end] - ends[rows.lead] > self._capacity + SLACK:
            return False
        return 1 - (ends[rows.lead] - base) / self._capacity <= keeping.HOLE


def _hole(hole: float, smallest: float) -> float:
    """What it costs to leave a share of a page empty, of which ``smallest`` had to be: nobody sees why more is left."""
    cost = 2 * hole - smallest
    if hole > keeping.HOLE:
        cost += 20 * (hole - keeping.HOLE)
    return cost + _TOO_EMPTY if hole > _EMPTY else cost


def _parts(rows: Rows, start: int, end: int) -> float:
    """What it costs to split a table so: both parts had better have some rows."""
    wanted, cost = rows.wanted, 0.0
    if end - start >= wanted and end - rows.body >= wanted and rows.end - end >= wanted:
        return cost
    for part in (end - max(rows.body, start), rows.end - end):
        if part < wanted:
            cost += _ROWS * (1 - part / wanted) ** 2
    return cost
