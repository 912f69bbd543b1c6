"""The examples that ship: each core paper in at least four of them, and packs that keep to themselves."""

from __future__ import annotations

import stat
from itertools import product
from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.cli import main
from tests.make.needed import NEEDED
from tests.make.schedule import share
from tests.make.variants import LANGS, READ, papers_of
from tests.read.lines import broken_rules, printed
from tests.read.some import some
from tests.read.words import docx_text, html_text, squeeze
from tests.shipped import ALL, COURT, ENCLOSED, KINDS, having

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
STORIES = sorted((Path(__file__).parents[2] / "examples").glob("*/*.yaml"))
MOST = 24  # papers of one example that are written as files, of all its lenders together
FULL = [path for path in EXAMPLES if path.stem in ("zhou", "ouyang")]


def makes(path: Path, kind: str, lang: str) -> bool:
    case = nd.load(path)
    for debt in case.debts:
        try:
            nd.render(kind, case, debt.id, lang, acknowledge=READ)
        except nd.FactsError:
            continue
        return True
    return False


@pytest.mark.parametrize(("kind", "lang"), list(product(KINDS, LANGS)))
def test_several_examples_make_each_paper(kind, lang):
    """Those of a talk that is under way are made by most; of the others, one shows what they are like."""
    apart = having("shares", "disputes", "appoints", "declares", "complains", "seeks_aid", "binds")
    under_way = find(kind).is_due("agreed") and kind not in (*apart, *COURT, *NEEDED)
    assert sum(makes(path, kind, lang) for path in (*EXAMPLES, *STORIES)) >= (4 if under_way else 1)


@pytest.mark.parametrize("path", FULL, ids=lambda path: path.stem)
def test_the_pack_of_an_example_is_its_papers_in_both_formats_for_the_owner_alone(path, tmp_path):
    (debt,) = nd.load(path).debts
    assert main(["pack", str(path), "-o", str(tmp_path)]) == 0
    files = sorted((tmp_path / debt.id).iterdir())
    due = [kind for kind in ALL if kind.is_due("agreed") and makes(path, kind.name, "zh")]
    assert len(due) >= 4
    names = sorted(f"{kind.number:03}-{kind.title()}" for kind in due)
    assert [file.name for file in files] == [f"{name}{suffix}" for name in names for suffix in (".docx", ".pdf")]
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    before = {file: file.read_bytes() for file in files}
    assert main(["pack", str(path), "-o", str(tmp_path)]) == 0, "the same files again are no conflict"
    assert {file: file.read_bytes() for file in files} == before


def test_the_two_examples_of_the_demo_differ_in_everything_that_shapes_a_letter():
    zhou, ouyang = (nd.load(path) for path in sorted(FULL, reverse=True))
    assert (zhou.debts[0].creditor.kind, ouyang.debts[0].creditor.kind) == ("bank_card", "microloan")
    assert ouyang.borrower.name == "欧阳𬭎"
    assert {cause.cause for cause in ouyang.hardship} == {"illness", "reduced_income"}
    assert {item.status for item in ouyang.evidence} == {"attached", "pending", "unavailable"}
    assert zhou.debts[0].proposal.method != ouyang.debts[0].proposal.method


@pytest.mark.parametrize("look", ["personal", "gb9704"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_paper_to_every_lender_says_the_same_in_all_formats_in_lines_that_break_no_rule(path, look):
    papers = list(papers_of(nd.load(path), enclose=ENCLOSED).items())
    for place, document in share(papers, EXAMPLES.index(path), MOST):
        words = squeeze(document.text)
        assert squeeze(html_text(document.html)) == words, place
        assert squeeze(docx_text(document.to_docx(look))) == words, place
        elements = some(printed(document.to_pdf(look)))
        assert squeeze("".join(line for _, lines in elements for line in lines)) == words, place
        assert [fault for tag, lines in elements for fault in broken_rules(tag, lines)] == [], place
