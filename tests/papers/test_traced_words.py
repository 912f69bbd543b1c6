"""Every figure, name and word of a paper is the case file's, computed from it, the citation table's or a template's."""

from __future__ import annotations

from pathlib import Path

import pytest

import negotiation_docs as nd
from tests.make.proposals import three_lenders
from tests.make.variants import loaded, made, paper, papers_of, variants
from tests.papers.tracing import Traces, untraced_figures, untraced_words

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))


def strange(document: nd.Document, traces: Traces) -> list[str]:
    found = []
    for text in (document.text, document.short):
        found += untraced_figures(text, traces) + untraced_words(text, traces)
    return found


def traces_of(name: str) -> Traces:
    case = loaded(name)
    return Traces(case, case.debts[0])


@pytest.mark.parametrize("name", sorted(variants()))
def test_nothing_in_a_paper_of_any_variant_comes_from_nowhere(name):
    traces = traces_of(name)
    for kind, lang, document in made(name, "zh", "en"):
        assert strange(document, traces) == [], (kind, lang)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_in_a_paper_of_an_example_comes_from_nowhere(path, lang):
    case = nd.load(path)
    papers = papers_of(case, lang)
    assert len(papers) >= 2
    traces = {debt.id: Traces(case, debt) for debt in case.debts}
    for (debt, kind), document in papers.items():
        assert strange(document, traces[debt]) == [], (debt, kind)


def test_nothing_in_a_paper_to_one_of_three_lenders_comes_from_nowhere():
    case = three_lenders()
    traces = {debt.id: Traces(case, debt) for debt in case.debts}
    for lang in ("zh", "en"):
        papers = papers_of(case, lang)
        assert {debt for debt, _ in papers} == {debt.id for debt in case.debts}
        for (debt, kind), document in papers.items():
            assert strange(document, traces[debt]) == [], (debt, kind)


@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("21,600.00元", "21,600.01元"),
        ("逾期71日", "逾期72日"),
        ("分36期", "分35期"),
        ("每期600.00元", "每期600.10元"),
        ("2026年12月25日", "2026年12月26日"),
        ("每月25日", "每月24日"),
        ("附件3", "附件9"),
        ("连续17期", "连续18期"),
        ("共2人", "共3人"),
        ("伍分", "陆分"),
        ("4页", "5页"),
    ],
)
def test_a_changed_figure_is_noticed(true, false):
    letter = paper("creditor-bank_card", "hardship_letter", "zh")
    assert letter is not None
    assert true in letter.text
    assert untraced_figures(letter.text.replace(true, false), traces_of("creditor-bank_card")) != []


@pytest.mark.parametrize(
    ("lang", "added"),
    [
        ("zh", "本人任职于海淀华联商厦。"),
        ("zh", "王小明可以作证。"),
        ("en", "My wife Xiaomei agrees."),
        ("en", "王小明"),
    ],
)
def test_an_invented_name_is_noticed(lang, added):
    document = paper("creditor-bank_card", "hardship_letter", lang)
    assert document is not None
    assert untraced_words(document.text + added, traces_of("creditor-bank_card")) != []
