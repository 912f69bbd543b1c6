"""Pages as pictures: as many as the paper has, of the width asked for, with ink on them."""

from __future__ import annotations

import io

import pytest
from PIL import Image

import negotiation_docs as nd
from tests.packaging.snippets import ROOT

PAPER = nd.render("hardship_letter", nd.load(ROOT / "examples/zhou.yaml"))


def test_every_page_is_a_picture_of_that_width_and_shape():
    pictures = [Image.open(io.BytesIO(data)) for data in nd.pages(PAPER.to_pdf(), 800)]
    assert len(pictures) == 2
    assert {(one.format, one.width) for one in pictures} == {("PNG", 800)}
    assert all(abs(one.height / one.width - 297 / 210) < 0.01 for one in pictures)
    assert all(one.getextrema() == (0, 255) for one in pictures)


def test_what_cannot_be_drawn_is_said():
    with pytest.raises(nd.OutputError, match="打不开"):
        nd.pages(b"no PDF")
    with pytest.raises(nd.OutputError, match="密码"):
        nd.pages(PAPER.to_pdf(password="geheim"))
    with pytest.raises(nd.OutputError, match="宽度"):
        nd.pages(PAPER.to_pdf(), 0)


def test_without_the_extra_the_command_that_brings_it_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(nd.OutputError, match=r"negotiation-docs\[pictures\]"):
        nd.pages(PAPER.to_pdf())


def pdf(width: float, height: float, pages: int = 1) -> bytes:
    kids = " ".join(f"{number + 3} 0 R" for number in range(pages))
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]>>endobj"
    head = (
        f"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[{kids}]/Count {pages}>>endobj"
    )
    return "\n".join(
        [head, *(f"{number + 3} 0 obj{page}" for number in range(pages)), "trailer<</Root 1 0 R>>"]
    ).encode()


def test_a_page_that_would_fill_the_memory_is_not_drawn():
    assert len(nd.pages(pdf(200, 300, 2), 100)) == 2
    for tall in (pdf(1, 14_400), pdf(0.001, 14_400)):
        with pytest.raises(nd.OutputError, match="过长"):
            nd.pages(tall)
    with pytest.raises(nd.OutputError, match="超过200页"):
        nd.pages(pdf(200, 300, 201), 10)


def test_a_damaged_page_is_said_and_not_a_raw_error():
    """A page that is no dictionary, which every PDFium refuses; one of another type the older draw as it is."""
    damaged = pdf(200, 300).replace(b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 300]>>endobj", b"null endobj")
    with pytest.raises(nd.OutputError, match="损坏"):
        nd.pages(damaged)
