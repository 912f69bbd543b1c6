"""Fits a paper to its pages: by the leading, then the height of rows, to the fewest pages, then the fullest last one.

Lines may stand a little wider or closer than the look says, rows a little closer (``Look.leadings`` and ``Look.rows``);
if that is not enough, less space is left between blocks.
"""

from __future__ import annotations

from itertools import pairwise

from negotiation_docs.tree import Paper
from negotiation_docs.writers.pages.compose import Composer
from negotiation_docs.writers.pages.galley import Galley, Strip
from negotiation_docs.writers.pages.pagebreaks import AS_IT_IS, Cut, Fit, PageBreaker
from negotiation_docs.writers.pages.paginate import PageOfStrips, filled, laid, too_tall
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.picture import Picture
from negotiation_docs.writers.style import Look

_SPARING = (0.5, 0.7)  # of the space between blocks


def composed(paper: Paper, look: Look, picture: Picture | None = None) -> tuple[Node, list[PageOfStrips]]:
    """The structure tree and the pages; long narrow tables stand in two blocks where that saves a page."""
    composer = Composer(paper, look, picture)
    pages = fitted(composer.galley, look)
    if composer.narrow and len(pages) > 1:
        other = Composer(paper, look, picture, in_two_blocks=True)
        fewer = fitted(other.galley, look)
        if len(fewer) < len(pages):
            return other.root, fewer
    return composer.root, pages


def fitted(galley: Galley, look: Look) -> list[PageOfStrips]:
    """The pages of a paper, its strips set as high as suits them best; what begins a new page is fitted by itself."""
    strips = galley.strips
    if not strips or too_tall(strips, galley.capacity):
        return filled(strips, galley.capacity)
    starts = [0, *[at for at, strip in enumerate(strips) if strip.fresh and at], len(strips)]
    parts = [strips[start:end] for start, end in pairwise(starts)]
    return [page for part in parts for page in _fitted(part, galley.capacity, look)]


def _fitted(strips: list[Strip], capacity: float, look: Look) -> list[PageOfStrips]:
    fit, cut = _best(PageBreaker(strips, capacity), look)
    if fit != AS_IT_IS:
        more = {"": 0.0, "line": fit.leading, "row": fit.row}
        for strip in strips:
            strip.height += more[strip.flexible]
            strip.above *= 1 - fit.sparing
        for block in dict.fromkeys([strip.block for strip in strips]):
            block.stretch(fit.leading, fit.row)
    return laid(strips, cut)


def _best(breaker: PageBreaker, look: Look) -> tuple[Fit, Cut]:
    """The best of all fits, and the way to cut with it."""
    loosest = Fit(look.leadings[0])
    if breaker.least(loosest) == 1:
        return loosest, breaker.cut(loosest)
    tight = [Fit(look.leadings[-1], row) for row in (look.rows if breaker.has_rows else (0.0,))]
    tight += [Fit(look.leadings[-1], tight[-1].row, sparing) for sparing in _SPARING]
    least = breaker.least(tight[-1])
    tries: list[tuple[Fit, Cut]] = []
    for fit in tight:
        tries.append((fit, breaker.cut(fit)))
        if (tries[-1][1].pages, tries[-1][1].holes) == (least, 0):
            break  # no tighter one can do better
    fewest = min([(cut.pages, cut.holes) for _, cut in tries])
    found = next(entry for entry in tries if (entry[1].pages, entry[1].holes) == fewest)
    row, sparing = found[0].row, found[0].sparing
    for leading in look.leadings[:-1]:
        fit = Fit(leading, row, sparing)
        if breaker.least(fit) <= fewest[0]:
            found = min(found, (fit, breaker.cut(fit)), key=_judged)
    return found


def _judged(entry: tuple[Fit, Cut]) -> float:
    """The less the better: pages, then holes, then what is empty of the last page."""
    _, cut = entry
    return cut.cost + cut.rest * cut.rest
