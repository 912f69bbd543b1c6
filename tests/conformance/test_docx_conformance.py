"""DOCX files open in strict readers, and lay out to as many pages as their PDF."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest

from tests.conformance.judges import against, integrity, libreoffice, open_xml_sdk, openxml_audit

pytestmark = pytest.mark.check


def test_the_open_xml_sdk_finds_no_error(papers):
    assert not against(open_xml_sdk(papers.docx))


def test_openxml_audit_finds_no_error(papers):
    assert not against(openxml_audit(papers.docx))


def test_no_reference_inside_a_package_is_broken(papers):
    assert not against(integrity(papers.docx))


def test_libreoffice_needs_as_many_pages_as_the_pdf_give_or_take_one(papers, tmp_path):
    assert strays({docx: docx.with_suffix(".pdf") for docx in papers.docx}, tmp_path) == {}


def strays(pairs: Mapping[Path, Path], folder: Path) -> dict[str, tuple[int, int]]:
    """The DOCX files that LibreOffice lays out to more pages, or fewer, than their PDF: by more than one a language."""
    found = {}
    for docx, laid_out in libreoffice(list(pairs), folder).items():
        assert laid_out.exists(), f"LibreOffice could not open {docx.name}"
        counts = (page_count(laid_out), page_count(pairs[docx]))
        parts = 1 + docx.stem.split("-").count("zh+en")  # a translation begins a page of its own
        if abs(counts[0] - counts[1]) > parts:
            found[docx.name] = counts
    return found


def page_count(file: Path) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)
