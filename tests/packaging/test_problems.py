"""Every problem has its page: what it finds, why, an example that makes it, and what to write instead."""

from __future__ import annotations

import json

import pytest

import negotiation_docs as nd
from negotiation_docs.checks.rule import loading_words, word_words
from negotiation_docs.guide import problems as told
from negotiation_docs.guide.manual import problem_pages
from negotiation_docs.guide.problems import problems
from tests.make.explained import NO_EXAMPLE, SPOILT, TEXTS, examples, in_word
from tests.make.explained import problems as found_in
from tests.packaging.snippets import ROOT
from tests.read.some import some

PAGES = ROOT / "docs/problems"
CASES = {**SPOILT, **{rule: text for rule, text in TEXTS.items() if text}}


@pytest.mark.parametrize("rule", sorted(CASES))
def test_each_problem_of_reading_has_a_case_that_makes_it(rule):
    assert rule in {problem.rule for problem in found_in(CASES[rule])}


@pytest.mark.parametrize(
    ("rule", "ask"),
    [
        ("path", lambda: nd.load("a: 1\nb: 2")),
        ("file_missing", lambda: nd.load("nowhere.yaml")),
        ("file_unreadable", lambda: nd.load(ROOT)),
        ("file_size", lambda: nd.loads("a" * 1_000_001)),
        ("encoding", lambda: nd.loads("周启明".encode("gbk"))),
        ("debt_id", lambda: nd.load(ROOT / "examples/zhou.yaml").debt("nowhere")),
    ],
)
def test_what_is_no_fact_of_a_file_is_made_too(rule, ask):
    with pytest.raises(nd.FactsError) as caught:
        ask()
    assert [problem.rule for problem in caught.value.problems] == [rule]


@pytest.mark.parametrize("rule", sorted(word_words()))
def test_each_problem_of_a_word_letter_has_a_letter_that_makes_it(rule):
    assert in_word(rule).rule == rule


def test_no_problem_of_reading_is_without_a_case():
    assert set(loading_words()) == set(CASES) | NO_EXAMPLE


def test_the_examples_are_what_the_cases_make():
    kept = json.loads((ROOT / "src/negotiation_docs/guide/data/examples.json").read_text(encoding="utf-8"))
    assert kept == examples(), "run: python -m tests.make.explained > src/negotiation_docs/guide/data/examples.json"
    assert set(problems()) - set(kept) <= NO_EXAMPLE | {"more", "text.undrawable", "law.out_of_force"}


def test_the_pages_are_fresh_and_none_is_left_over():
    made = problem_pages()
    assert {path.name for path in PAGES.iterdir()} == set(made), (
        "run: python -m negotiation_docs.guide.manual docs/guide"
    )
    for name, page in some(made.items()):
        assert (PAGES / name).read_text(encoding="utf-8") == page, name


@pytest.mark.parametrize("rule", sorted(problems()))
def test_a_page_says_what_why_and_what_to_do(rule):
    guide = nd.explain(rule)
    assert guide.rule == rule
    titles = [part.title for part in guide.parts]
    assert titles[:2] == ["发现什么", "为什么"]
    assert "怎么办" in titles or not problems()[rule].hint
    assert "{" not in "".join(line for part in guide.parts if part.title != "例子" for line in part.lines)
    assert "。。" not in guide.text


def test_every_reason_is_used():
    used = {told._reason(rule) for rule in some(problems())}
    assert set(told._reasons().values()) - used == set()


def test_no_example_shows_a_number_of_anybody():
    text = (ROOT / "src/negotiation_docs/guide/data/examples.json").read_text(encoding="utf-8")
    assert "110101199001011238" not in text
    assert "6222021234567894" not in text
