"""What `make docs` has built leads to every page, shows every paper, and finds Chinese words."""

from __future__ import annotations

import html
import json
import re

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT
from tests.read.some import some

pytestmark = pytest.mark.recipes

SITE = ROOT / "build/docs"


def read(page: str) -> str:
    path = SITE / f"{page}.html"
    assert path.exists(), "make docs builds the site first"
    return html.unescape(path.read_text(encoding="utf-8"))


def test_the_gallery_shows_every_paper_by_its_name():
    page = read("docs/gallery.zh").partition("gallery docutils")[2]
    for kind in nd.kinds():
        title = kind.titles["zh"]
        assert f'alt="《{title}》第一页"' in page
        assert re.search(rf'guide/{kind.name}\.zh\.html"><span class="doc">{re.escape(title)}</span>', page), title
        assert (SITE / "_images" / f"{kind.name}.png").stat().st_size > 5_000


def test_the_margin_names_pages_by_the_words_of_the_front_page():
    (margin,) = re.findall(r'<div class="sidebar-tree">(.*?)</div>', read("docs/index"), re.DOTALL)
    for words in ("写出第一份文书", "十分钟：从逾期到书面确认", "API reference", "困难情况说明"):
        assert f">{words}</a>" in margin, words


def test_every_public_name_has_its_place_in_the_reference():
    page = read("docs/api")
    for name in some(nd.__all__):
        assert f'id="negotiation_docs.{name}"' in page, name


def test_chinese_words_are_found_by_their_pairs():
    index = (SITE / "searchindex.js").read_text(encoding="utf-8")
    terms = json.loads(index.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    assert {"还款", "款计", "计划", "担保"} <= terms.keys()
    script = (SITE / "_static/language_data.js").read_text(encoding="utf-8")
    assert "function splitQuery(" in script  # a `const` would clash with that of Sphinx
    assert "window.Stemmer = EnglishStemmer" in script


def test_lines_of_a_source_join_as_chinese_does():
    assert "示例人物都是虚构的。点图放大" in read("docs/gallery.zh")
    assert "validates and checks\nthem" in read("docs/performance")


def test_nothing_is_fetched_from_elsewhere():
    for page in some(SITE.rglob("*.html")):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"<(?:script|link|img)[^>]+(?:src|href)=\"(?:https?:)?//", text), page
