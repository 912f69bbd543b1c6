"""A judge that never objects proves nothing: each one is shown files that were spoiled on purpose."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from tests.conformance.judges import integrity, needed, open_xml_sdk, openxml_audit, page_validation, verapdf
from tests.conformance.test_docx_conformance import strays
from tests.conformance.test_pdf_conformance import syntax_errors, wrong_widths
from tests.read.some import some

pytestmark = pytest.mark.check


def no_tags(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def no_embedded_font(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile", "/FontFile2", "/FontFile3"):
                if key in each:
                    del each[key]


def untagged_words(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.contents_add(b"BT 1 0 0 1 100 100 Tm ET 100 100 50 50 re f")


PDF_DEFECTS = (no_tags, no_language, no_output_intent, no_metadata, no_embedded_font, untagged_words)


@pytest.fixture(scope="module")
def spoiled_pdfs(one_letter, tmp_path_factory) -> dict[Callable, Path]:
    folder = tmp_path_factory.mktemp("spoiled")
    files = {}
    for spoil in PDF_DEFECTS:
        with pikepdf.open(one_letter[".pdf"]) as pdf:
            spoil(pdf)
            files[spoil] = folder / f"{spoil.__name__}.pdf"
            pdf.save(files[spoil])
    return files


@pytest.mark.parametrize(("judge", "blind"), [(verapdf, None), (page_validation, no_language)])
def test_a_judge_of_pdf_objects_to_every_spoiled_file(spoiled_pdfs, judge, blind):
    findings = judge([file for spoil, file in spoiled_pdfs.items() if spoil is not blind])
    assert [file.stem for file, found in some(findings.items()) if not found] == []


def test_a_wrong_glyph_width_is_found(one_letter):
    with pikepdf.open(one_letter[".pdf"]) as pdf:
        font = next(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/W" in each)
        font.W = pikepdf.Array([font.W[0], pikepdf.Array([123])])
        spoiled = one_letter[".pdf"].with_suffix(".widths")
        pdf.save(spoiled)
    data = spoiled.read_bytes()
    spoiled.unlink()
    assert wrong_widths(data)


def test_a_garbled_stream_is_noticed_by_qpdf(one_letter):
    data = bytearray(one_letter[".pdf"].read_bytes())
    assert syntax_errors(bytes(data)) == []
    at = data.index(b"stream", len(data) // 3) + 60
    data[at : at + 8] = bytes(8)
    assert syntax_errors(bytes(data))


def test_verapdf_does_not_pass_a_file_that_is_no_pdf(tmp_path):
    file = tmp_path / "text.pdf"
    file.write_text("not a PDF")
    assert verapdf([file])[file]


def unknown_element(parts: dict[str, bytes]) -> None:
    _replace(parts, "word/document.xml", b"</w:body>", b"<w:nonsense/></w:body>")


def wrong_order(parts: dict[str, bytes]) -> None:
    _replace(parts, "word/document.xml", b"<w:pPr>", b"<w:r/><w:pPr>")


def wrong_value(parts: dict[str, bytes]) -> None:
    _replace(parts, "word/document.xml", b"</w:sectPr>", b"<w:textDirection w:val='sideways'/></w:sectPr>")


def lost_part(parts: dict[str, bytes]) -> None:
    del parts["word/styles.xml"]


DOCX_DEFECTS = (unknown_element, wrong_order, wrong_value)


@pytest.mark.parametrize("judge", [open_xml_sdk, openxml_audit])
def test_a_judge_of_docx_objects_to_every_spoiled_file(one_letter, tmp_path, judge):
    files = [_spoiled_docx(one_letter[".docx"], tmp_path, spoil) for spoil in DOCX_DEFECTS]
    assert [file.stem for file, found in some(judge(files).items()) if not found] == []


def test_a_lost_part_is_found(one_letter, tmp_path):
    file = _spoiled_docx(one_letter[".docx"], tmp_path, lost_part)
    assert integrity([file])[file]


def three_pages_more(parts: dict[str, bytes]) -> None:
    page = b'<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    _replace(parts, "word/document.xml", b"<w:body>", b"<w:body>" + 3 * page)


def test_a_document_of_other_length_is_noticed(one_letter, tmp_path):
    file = _spoiled_docx(one_letter[".docx"], tmp_path, three_pages_more)
    assert strays({file: one_letter[".pdf"]}, tmp_path)


def test_a_missing_judge_fails_instead_of_passing():
    with pytest.raises(pytest.fail.Exception, match="missing"):
        needed("a-judge-that-nobody-has")


def _replace(parts: dict[str, bytes], name: str, old: bytes, new: bytes) -> None:
    assert old in parts[name]
    parts[name] = parts[name].replace(old, new, 1)


def _spoiled_docx(source: Path, folder: Path, spoil: Callable[[dict[str, bytes]], None]) -> Path:
    with zipfile.ZipFile(source) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    spoil(parts)
    target = folder / f"{spoil.__name__}.docx"
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return target
