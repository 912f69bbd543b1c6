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
