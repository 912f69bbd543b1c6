"""The public Document: what it shows, what it hides, and what it refuses to be made of."""

from __future__ import annotations

import dataclasses
import subprocess
import sys

import pytest

from negotiation_docs.document import Document
from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.tree import Heading, Paper, Paragraph, Section, Text


def made_of(*blocks) -> Document:
    return Document(Paper("hardship_letter", "困难情况说明", "zh-CN", blocks))


def test_its_words_are_the_words_of_the_tree(paper):
    document = Document(paper, lambda: "您好")
    assert document.text == paper.text
    assert (document.kind, document.title, document.lang) == ("hardship_letter", "困难情况说明", "zh-CN")
    assert document.short == "您好"
    assert document.html.startswith("<!DOCTYPE html>")


def test_its_repr_holds_nothing_of_the_facts():
    document = made_of(Paragraph((Text("周启明"),)))
    assert repr(document) == "<Document hardship_letter zh-CN, 1 blocks>"
    assert repr(document.paper) == "<Paper hardship_letter zh-CN, 1 blocks>"


def test_it_shows_itself_in_a_notebook(paper):
    assert Document(paper)._repr_html_().startswith("<style>.nd-paper.nd-paper.nd-paper{")


def test_it_is_frozen(paper):
    with pytest.raises(dataclasses.FrozenInstanceError):
        Document(paper).short = "改"  # type: ignore[misc]


def test_both_binary_formats_are_the_same_bytes_twice(paper):
    first, second = Document(paper), Document(paper)
    assert first.to_pdf() == second.to_pdf()
    assert first.to_docx() == second.to_docx()


@pytest.mark.parametrize(
    ("blocks", "place"),
    [
        ((Paragraph((Text("甲"),)), Paragraph((Text("周\U000e0041"),))), "第2段"),
        ((Heading(2, (Text("一、申请人"),)), Paragraph((Text("周\U000e0041"),))), "“一、申请人”之后第1段"),
        ((Section((Heading(2, (Text("二"),)), Paragraph((Text("\U000e0041"),)))),), "“二”之后第1段"),
        ((Heading(1, (Text("题\U000e0041"),)),), "标题中"),
    ],
)
def test_a_character_no_font_has_is_named_with_its_place_and_nothing_around_it(blocks, place):
    with pytest.raises(MissingGlyphs) as caught:
        made_of(*blocks)
    assert str(caught.value) == (
        f"字体中没有这些字符，无法打印：（U+E0041）在{place}。请改用其他写法，或者选用有这些字的字体"
    )


@pytest.mark.parametrize("text", ["欧阳𬭎", "䶮㛃𫖮𣲘喆堃昇祎", "——“”‘’…·￥", "①②③%‰²", "Zhou Qiming, é ü"])
def test_names_and_marks_of_real_letters_are_covered(text):
    assert made_of(Paragraph((Text(text),))).text == text


def test_importing_it_loads_no_writer():
    code = (
        "import sys, negotiation_docs.document as d;"
        "print([m for m in sys.modules if 'reportlab' in m or 'docx' in m or 'uharfbuzz' in m or 'jinja2' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
