"""Cut a galley into pages: as few and as full as the strips' wishes to stay together allow."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from negotiation_docs.writers.pages.galley import Block, Strip
from negotiation_docs.writers.pages.pagebreaks import SLACK, Cut, PageBreaker


class PageOfStrips(Struct):
    """What stands on one page: strips with the distance of their top edge from the top of the text area."""

    resumed: Block | None = None  # the table that continues here and repeats its head
    placed: list[tuple[Strip, float]] = field(default_factory=list)


def paginate(strips: list[Strip], capacity: float) -> list[PageOfStrips]:
    """Pages no taller than ``capacity`` pt. A strip taller than a page is split by its block, or runs over."""
    if not strips or too_tall(strips, capacity):
        return filled(strips, capacity)
    return laid(strips, PageBreaker(strips, capacity).cut())


def too_tall(strips: Sequence[Strip], capacity: float) -> bool:
    """Whether some strip fits no page, so that where it is split depends on what stands before it."""
    return any(strip.height > capacity - strip.block.resumption(strip.index) + SLACK for strip in strips)


def laid(strips: Sequence[Strip], cut: Cut) -> list[PageOfStrips]:
    """The pages of a galley that is cut so."""
    starts = (0, *cut.ends)
    return [_page(strips[start:end]) for start, end in zip(starts, cut.ends, strict=False)]


def _page(strips: Sequence[Strip]) -> PageOfStrips:
    page = PageOfStrips()
    offset = 0.0
    for strip in strips:
        if strip.between and not page.placed:
            continue
        if page.placed:
            offset += strip.above
        else:
            offset = strip.block.resumption(strip.index)
            page.resumed = strip.block if offset else None
        page.placed.append((strip, offset))
        offset += strip.height
    return page


def filled(strips: Sequence[Strip], capacity: float) -> list[PageOfStrips]:
    """Pages filled one after the other, strips that are too tall for one split on the way."""
    waiting = list(strips[::-1])  # the next strip last, so that a split strip is cheap to put back
    pages = []
    while waiting:
        pages.append(_fill(waiting, capacity))
    return pages or [PageOfStrips()]


def numbered(pages: Sequence[PageOfStrips], lang: str) -> list[tuple[str, int, int]]:
    """For each page its language, its number and how many there are, counted within its part of the paper."""
    starts = [0]
    langs = [lang]
    for at, page in enumerate(pages):
        part = page.placed[0][0].part if at and page.placed else ""
        if part:
            starts.append(at)
            langs.append(part)
    found = []
    for of, start, end in zip(langs, starts, [*starts[1:], len(pages)], strict=True):
        found += [(of, at - start + 1, end - start) for at in range(start, end)]
    return found


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
        if top + strip.height > capacity + SLACK:
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
