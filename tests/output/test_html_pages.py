"""The HTML writer: the same words as the tree, escaped, self-contained, with furniture drawn by the style sheet."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from msgspec import Struct

from negotiation_docs import tree
from negotiation_docs.tree import Paper, Text
from negotiation_docs.writers.css import stylesheet
from negotiation_docs.writers.html import WRITERS, fragment, to_html
from negotiation_docs.writers.style import LOOKS
from tests.make.nodes import HOSTILE, paper
from tests.read.words import squeeze


class Body(HTMLParser):
    """The text between <body> tags, and every tag and attribute."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.open: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in ("br", "meta"):
            self.open.append(tag)
        self.inside = self.inside or tag == "body"

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.inside:
            self.words.append(data)


@pytest.mark.parametrize("draft", [False, True])
def test_the_words_of_the_page_are_the_words_of_the_tree(draft):
    page = Body(to_html(paper(draft=draft)))
    assert squeeze("".join(page.words)) == squeeze(paper().text)
    assert page.open == []


def test_blanks_of_a_fact_stay_and_are_shown():
    assert ">甲   乙<" in to_html(paper()).replace("<br>", ">").replace("<strong>", "<")
    assert "white-space:pre-wrap" in to_html(paper())


def test_a_fact_is_escaped():
    html = to_html(paper())
    assert "<img" not in html
    assert "&amp; &lt; &gt; \" ' &lt;img src=/etc/hostname&gt;" in html
    assert HOSTILE in "".join(Body(html).words)


def test_a_page_loads_nothing_and_runs_nothing():
    page = Body(to_html(paper(draft=True)))
    assert {tag for tag, _ in page.tags} <= {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "article",
        "dl",
        "div",
        "dt",
        "dd",
        "h1",
        "h2",
        "h3",
        "p",
        "ol",
        "ul",
        "li",
        "span",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "strong",
        "br",
        "section",
    }
    assert {name for _, attributes in page.tags for name in attributes} <= {
        "lang", "charset", "name", "content", "class", "colspan", "role",
    }  # fmt: skip
    css = stylesheet(LOOKS["personal"])
    assert "url(" not in css
    assert "@import" not in css
    assert "<" not in css


def test_the_page_names_its_language_and_that_of_a_translation():
    html = to_html(paper())
    assert '<html lang="zh-CN">' in html
    assert '<section lang="en">' in html


def test_a_draft_is_marked_by_the_style_sheet_in_its_language():
    assert '<article class="nd-paper draft" lang="en">' in to_html(paper(draft=True, lang="en"))
    css = stylesheet(LOOKS["personal"])
    assert '.draft:lang(zh)::before{content:"草稿"' in css
    assert '.draft:lang(en)::before{content:"DRAFT"' in css


def test_roles_and_cells_carry_their_classes():
    html = to_html(paper())
    for expected in (
        '<p class="signature">', '<p class="fingerprint">', '<li class="checkbox">', '<th class="number">',
        '<td class="box">', '<td class="center">', '<td colspan="2">', '<section class="receipt">',
        '<section class="page-break">', '<ol role="list">',
    ):  # fmt: skip
        assert expected in html


def test_every_rule_of_a_fragment_is_confined_to_the_paper():
    css = re.sub(r"@page\{[^}]*\}|@media[^{]*\{((?:[^{}]*\{[^}]*\})*)\}", r"\1", stylesheet(LOOKS["personal"]))
    selectors = [part for rule in re.findall(r"([^{}]+)\{", css) for part in rule.split(",")]
    assert len(selectors) > 40
    assert all(selector.startswith(".nd-paper") for selector in selectors)
    assert fragment(paper()).startswith("<style>")


@pytest.mark.parametrize("look", LOOKS)
def test_every_role_has_a_rule_in_every_look(look):
    css = stylesheet(LOOKS[look])
    for role in tree.Role:
        assert (".nd-paper p{" if role is tree.Role.BODY else f".nd-paper p.{role.value}{{") in css.replace(
            ",.nd-paper dl.contact dd{", "{"
        )


def test_the_same_paper_gives_the_same_page():
    assert to_html(paper()) == to_html(paper())


def test_every_node_of_the_tree_has_a_writer():
    own = [kind for kind in vars(tree).values() if isinstance(kind, type) and kind.__module__ == tree.__name__]
    nodes = {kind for kind in own if issubclass(kind, Struct) and kind is not Paper}
    assert set(WRITERS) == nodes


def test_an_unknown_node_is_a_loud_error():
    stranger = Paper("x", "x", "zh-CN", (object(),))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="the HTML writer has no rule for object"):
        to_html(stranger)
    assert to_html(Paper("x", "x", "zh-CN", (tree.Paragraph((Text("甲"),)),)))


def test_a_narrow_screen_parts_no_day_in_a_table_and_sets_no_short_heading_one_character_below_the_other():
    def cell(words: str, *, header: bool = False) -> tree.Cell:
        return tree.Cell((Text(words),), header=header)

    head = tree.Row((cell("序号", header=True), cell("对方答复和承诺", header=True)))
    table = tree.Table((), (head,), (tree.Row((cell("2026-11-16 09:40"), cell("期限2026-11-23"))),))
    html = to_html(Paper("x", "表", "zh-CN", (table,)))
    assert '<th class="whole">序号</th><th>对方答复和承诺</th>' in html
    assert '<td><span class="whole">2026-11-16</span> 09:40</td>' in html
    assert '<td>期限<span class="whole">2026-11-23</span></td>' in html
    assert ".whole{white-space:nowrap}" in html
