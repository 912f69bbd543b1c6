"""Fits a paper to its pages: by the leading, then the height of rows, to the fewest pages, then the fullest last one.

Lines may stand a little wider or closer than the look says, rows a little closer (``Look.leadings`` and ``Look.rows``);
if that is not enough, less space is left between blocks.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from negotiation_docs.tree import Paper
from negotiation_docs.writers.pages.compose import Composer
from negotiation_docs.writers.pages.galley import Galley, Strip
from negotiation_docs.writers.pages.pagebreaks import AS_IT_IS, Cut, Fit, PageBreaker
from negotiation_docs.writers.pages.paginate import PageOfStrips, filled, laid, too_tall
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.picture import Picture
from negotiation_docs.writers.style import Look

_SPARING = (0.5, 0.7)  # of the space between blocks
_LAST = ((-3.5, 0.7), (-3.5, 0.8))  # pt of a row, of the space: what a last few lines are not to take a page for
_ROOMY = (1.0, 2.0, 3.0)  # pt more for a row, where a page is too empty that no closer lines help


class _Part(Struct, frozen=True):
    """Strips from the start of a page to the next forced one, with the best fit and cut for them."""

    strips: list[Strip]
    fit: Fit
    cut: Cut


def composed(paper: Paper, look: Look, picture: Picture | None = None) -> tuple[Node, list[PageOfStrips]]:
    """The structure tree and the pages; long narrow tables stand in two blocks where that saves a page."""
    composer = Composer(paper, look, picture)
    galley = composer.galley
    if not galley.strips or too_tall(galley.strips, galley.capacity):
        return composer.root, filled(galley.strips, galley.capacity)
    parts = _parts(galley, look)
    if composer.narrow and _count(parts) > 1:
        turned = [table for table in composer.narrow if table.turn(galley)]
        fewer = _parts(galley, look)
        if _count(fewer) < _count(parts):
            parts = fewer
        else:
            for table in turned:
                table.turn(galley)
    return composer.root, _laid(parts)


def fitted(galley: Galley, look: Look) -> list[PageOfStrips]:
    """The pages of a galley, its strips set as high as suits them best; what begins a new page is fitted by itself."""
    if not galley.strips or too_tall(galley.strips, galley.capacity):
        return filled(galley.strips, galley.capacity)
    return _laid(_parts(galley, look))


def _parts(galley: Galley, look: Look) -> list[_Part]:
    strips = galley.strips
    starts = [0, *[at for at, strip in enumerate(strips) if strip.fresh and at], len(strips)]
    own = [strips[start:end] for start, end in pairwise(starts)]
    return [_Part(part, *_best(PageBreaker(part, galley.capacity), look)) for part in own]


def _count(parts: list[_Part]) -> int:
    return sum(part.cut.pages for part in parts)


def _laid(parts: list[_Part]) -> list[PageOfStrips]:
    """The pages, the strips set as the fits have them."""
    for part in parts:
        if part.fit == AS_IT_IS:
            continue
        more = {"": 0.0, "line": part.fit.leading, "row": part.fit.row}
        for strip in part.strips:
            strip.height += more[strip.flexible]
            strip.above *= 1 - part.fit.sparing
        for block in dict.fromkeys([strip.block for strip in part.strips]):
            block.stretch(part.fit.leading, part.fit.row)
    return [page for part in parts for page in laid(part.strips, part.cut)]


def _best(breaker: PageBreaker, look: Look) -> tuple[Fit, Cut]:
    """The best of all fits, and the way to cut with it."""
    loosest = Fit(look.leadings[0])
    if breaker.least(loosest) == 1:
        return loosest, breaker.cut(loosest)
    tight = [Fit(look.leadings[-1], row) for row in (look.rows if breaker.has_rows else (0.0,))]
    tight += [Fit(look.leadings[-1], tight[-1].row, sparing) for sparing in _SPARING]
    tight += [Fit(look.leadings[-1], row if breaker.has_rows else 0.0, sparing) for row, sparing in _LAST]
    least = breaker.least(tight[-1])
    found = tight[0], breaker.cut(tight[0])
    for fit in tight[1:]:
        if (found[1].pages, found[1].holes) == (least, 0):
            break  # no tighter one can do better
        found = _fewer(breaker, fit, *found)
    row, sparing, most = found[0].row, found[0].sparing, found[1].pages
    for leading in look.leadings[:-1]:
        fit = Fit(leading, row, sparing)
        if breaker.least(fit) <= most and (cut := breaker.cheaper(fit, _judged(*found))):
            found = min(found, (fit, cut), key=lambda entry: _judged(*entry))
    return _roomier(breaker, *found) if found[1].holes and breaker.has_rows else found


def _fewer(breaker: PageBreaker, fit: Fit, known: Fit, cut: Cut) -> tuple[Fit, Cut]:
    """``fit`` if it makes fewer pages, or as many with fewer holes; else what is known."""
    found = breaker.cheaper(fit, cut.limit)
    return (fit, found) if found else (known, cut)


def _roomier(breaker: PageBreaker, fit: Fit, cut: Cut) -> tuple[Fit, Cut]:
    """The same with higher rows, as little as fills the pages that are too empty; as it was where nothing does."""
    for row in _ROOMY:
        wider, found = _fewer(breaker, Fit(fit.leading, row), fit, cut)
        if found is not cut:
            return wider, found
    return fit, cut


def _judged(_: Fit, cut: Cut) -> float:
    """The less the better: pages, then holes, then what is empty of the last page."""
    return cut.cost + cut.rest * cut.rest
