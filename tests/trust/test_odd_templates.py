"""A template that says nothing, or has in its title what no file can hold, is told so, in every format the same."""

from __future__ import annotations

from pathlib import Path

import pytest

import negotiation_docs as nd
from negotiation_docs.errors import TemplateError

ZHOU = Path(__file__).parents[2] / "examples" / "zhou.yaml"
HEAD = "---\ntitle: {title}\norder: 5\naudience: creditor\nneeds: []\ntraits: []\n---\n{body}"


def rendered(folder: Path, title: str, body: str) -> nd.Document:
    (folder / "zh").mkdir()
    (folder / "zh" / "own.html").write_text(HEAD.format(title=title, body=body), encoding="utf-8")
    return nd.render("own", nd.load(ZHOU), templates=folder)


@pytest.mark.parametrize(
    "body",
    [
        "",
        " \n",
        "<p></p>",
        "<ul></ul>",
        '<section class="keep"></section>',
        "<p>&#32;</p>",
        "<p>{% if false %}x{% endif %}</p>",
    ],
)
def test_a_paper_without_a_word_is_an_error_of_its_template(tmp_path, body):
    with pytest.raises(TemplateError, match="《说明》一个字也没有"):
        rendered(tmp_path, "说明", body)


@pytest.mark.parametrize("title", [r'"a\x01b"', r'"a\u2028b"', r'"a\u202eb"', r'"a\nb"'])
def test_a_title_with_characters_that_nobody_sees_is_refused_by_its_line(tmp_path, title):
    with pytest.raises(TemplateError, match="第2行：这一行里有看不见的字符或控制字符"):
        rendered(tmp_path, title, "<h1>x</h1>")


def test_any_other_title_is_kept(tmp_path):
    document = rendered(tmp_path, '"<&>　\U0002cb4e"', "<h1>x</h1>")
    assert document.to_pdf()[:5] == b"%PDF-"
    assert document.to_docx()[:2] == b"PK"
