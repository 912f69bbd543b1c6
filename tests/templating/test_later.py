"""Parts of a view that wait until a template names them."""

from __future__ import annotations

import pytest

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.templating.later import Later
from negotiation_docs.templating.templates import render_template
from negotiation_docs.tree import lines


@pytest.fixture
def template(tmp_path):
    folder = tmp_path / "zh"
    folder.mkdir()

    def written(text: str):
        (folder / "memo.html").write_text(f"<h1>甲</h1>{text}", encoding="utf-8")
        return tmp_path

    return written


def test_what_no_template_names_is_never_worked_out(template):
    def fail() -> str:
        raise AssertionError("nobody asked")

    assert list(lines(render_template("memo", "zh", {"sum": Later(fail)}, folder=template("<p>乙</p>")))) == [
        "甲",
        "乙",
    ]


def test_it_is_worked_out_once_however_often_it_is_named(template):
    asked = []
    view = {"sum": Later(lambda words: asked.append(words) or words, "九十元")}
    text = "{% macro again() %}{{ sum }}{% endmacro %}<p>{{ sum }}{% if sum %}{{ again() }}{% endif %}</p>"
    assert list(lines(render_template("memo", "zh", view, folder=template(text)))) == ["甲", "九十元九十元"]
    assert asked == ["九十元"]


def test_what_it_finds_wrong_with_the_facts_reaches_the_caller(template):
    def refuse() -> str:
        raise FactsError([Problem("error", "debts[0]", "缺少本金", "", "plan")])

    with pytest.raises(FactsError, match="缺少本金"):
        render_template("memo", "zh", {"sum": Later(refuse)}, folder=template("<p>{{ sum }}</p>"))
