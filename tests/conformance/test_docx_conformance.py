"""DOCX files open in strict readers, and lay out to as many pages as their PDF."""

from __future__ import annotations

import pikepdf
import pytest
from judges import against, integrity, libreoffice, open_xml_sdk, openxml_audit

pytestmark = pytest.mark.check


def test_the_open_xml_sdk_finds_no_error(papers):
    assert not against(open_xml_sdk(papers.docx))


def test_openxml_audit_finds_no_error(papers):
    assert not against(openxml_audit(papers.docx))


def test_no_reference_inside_a_package_is_broken(papers):
    assert not against(integrity(papers.docx))


def test_libreoffice_needs_as_many_pages_as_the_pdf_give_or_take_one(papers, tmp_path):
    strays = {}
    for docx, laid_out in libreoffice(papers.docx, tmp_path).items():
        assert laid_out.exists(), f"LibreOffice could not open {docx.name}"
        counts = (page_count(laid_out), page_count(docx.with_suffix(".pdf")))
        if abs(counts[0] - counts[1]) > 1:
            strays[docx.name] = counts
    assert strays == {}


def page_count(file) -> int:
    with pikepdf.open(file) as pdf:
        return len(pdf.pages)
