"""No page but the last is left more than a third empty, whatever the paper, the look and the language."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.writers.pages.fitting import composed
from negotiation_docs.writers.style import A4, LOOKS
from tests.read.some import some

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "examples").rglob("*.yaml"))
MOST = 0.35


def papers(path):
    case = nd.load(path)
    for debt in case.debts:
        for kind in nd.kinds():
            for lang in ("zh", "en", "zh+en"):
                try:
                    yield f"{kind.name} {debt.id} {lang}", nd.render(kind.name, case, debt=debt.id, lang=lang).paper
                except nd.FactsError:
                    continue


def holes(paper, look):
    """How much of each page but the last is empty; where a translation begins, the page before it may end anywhere."""
    capacity = A4[1] - look.top - look.bottom
    _, pages = composed(paper, look)
    for page, following in pairwise(pages):
        strip, top = page.placed[-1]
        if not following.placed[0][0].fresh:
            yield 1 - (top + strip.height) / capacity


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_no_page_but_the_last_is_more_than_a_third_empty(path, look):
    found = {name: hole for name, paper in some(list(papers(path))) for hole in holes(paper, look) if hole > MOST}
    assert found == {}
