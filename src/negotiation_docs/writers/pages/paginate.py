"""Cut a galley into pages: as full as the strips' wishes to stay together allow."""

from __future__ import annotations

from msgspec import Struct, field

from negotiation_docs.writers.pages.galley import Block, Strip

_SLACK = 0.01  # pt; sums of leadings are not exact


class PageOfStrips(Struct):
    """What stands on one page: strips with the distance of their top edge from the top of the text area."""

    resumed: Block | None = None  # the table that continues here and repeats its head
    placed: list[tuple[Strip, float]] = field(default_factory=list)


def paginate(strips: list[Strip], capacity: float) -> list[PageOfStrips]:
    """Pages no taller than ``capacity`` pt. A strip taller than a page is split by its block, or runs over."""
    waiting = strips[::-1]  # the next strip last, so that a split strip is cheap to put back
    pages = []
    while waiting:
        pages.append(_fill(waiting, capacity))
    return pages or [PageOfStrips()]


def _fill(waiting: list[Strip], capacity: float) -> PageOfStrips:
    """Take one page's strips off ``waiting``."""
    first = waiting[-1]
    offset = first.block.resumption(first.index)
    page = PageOfStrips(first.block if offset else None)
    placed = page.placed
    while waiting:
        strip = waiting[-1]
        if placed and strip.fresh:
            return page
        if strip.between and not placed:
            waiting.pop()
            continue
        top = offset + strip.above if placed else offset
        if top + strip.height > capacity + _SLACK:
            if strip.height > capacity - strip.block.resumption(strip.index) and _cut(waiting, capacity - top):
                continue
            if placed:
                _give_back(placed, waiting)
                return page
        placed.append((strip, top))
        offset = top + strip.height
        waiting.pop()
    return page


def _cut(waiting: list[Strip], room: float) -> bool:
    """Replace the next strip by two parts, the first of which fits into ``room``."""
    parts = waiting[-1].block.split(waiting[-1], room)
    if parts is None:
        return False
    waiting[-1:] = reversed(parts)
    return True


def _give_back(placed: list[tuple[Strip, float]], waiting: list[Strip]) -> None:
    """Hand back the last strips if they must stay with what did not fit, unless the whole page would go."""
    kept = len(placed)
    while kept and placed[kept - 1][0].keep:
        kept -= 1
    if kept:
        waiting += [strip for strip, _ in reversed(placed[kept:])]
        del placed[kept:]
