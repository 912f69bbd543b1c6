"""Bundles with scans of every kind, as independent readers see them."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pypdfium2
import pytest

import negotiation_docs as nd
from tests.conformance.judges import against, pdfjs, poppler, verapdf
from tests.make import scans
from tests.make.crowd import crowd
from tests.pictures.photos import photo, saved

pytestmark = pytest.mark.check

FILES = {"b.png": scans.png(), "c.jpg": photo(6), "d.png": saved(scans.chat(180)), "a.pdf": scans.loaded_pdf()}


@pytest.fixture(scope="module")
def bound(tmp_path_factory):
    """A bundle of pictures, and one with pages of a PDF among them."""
    folder = tmp_path_factory.mktemp("bundles")
    pictures = nd.bundle(scans.with_files("b.png", "c.jpg", "d.png"), files=FILES).save(folder / "pictures.pdf")
    mixed = nd.bundle(scans.with_files(*FILES), files=FILES).save(folder / "mixed.pdf")
    return pictures, mixed


def test_a_bundle_of_pictures_is_archival_and_accessible(bound):
    assert not against(verapdf([bound[0]]))


def test_a_file_of_many_letters_for_a_printer_is_archival_and_accessible(tmp_path):
    with ThreadPoolExecutor(1) as thread:
        made = list(nd.mail_house(crowd(12), ["hardship_letter", "evidence_list"], out=tmp_path, executor=thread))
    assert {one.state for one in made} == {"made"}
    assert not against(verapdf([tmp_path / "letters-0001.pdf"]))


@pytest.mark.parametrize("read", [pdfjs, poppler])
def test_every_reader_opens_every_page(bound, read):
    for file, pages in read([*bound]).items():
        assert len([page for page in pages if page.strip()]) == len(pypdfium2.PdfDocument(file))
        assert "附件4第1页共8页" in "".join("".join(pages).split())
