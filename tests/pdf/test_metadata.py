"""What a file says about itself: what kind of paper it is, how it conforms, and nothing about a person."""

import io
import re

import pikepdf
import pytest
from tests.pdf.builders import PAPERS, heading, paper, paragraph
from tests.pdf.reading import read, squeeze

from negotiation_docs.errors import MissingGlyphs, OutputError
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.pdffile.icc import srgb_profile


@pytest.fixture(scope="module")
def letter():
    return to_pdf(PAPERS["letter"]())


def opened(data, **kind):
    return pikepdf.open(io.BytesIO(data), **kind)


def test_the_title_is_the_kind_of_paper_and_viewers_show_it(letter):
    with opened(letter) as pdf:
        assert str(pdf.docinfo.Title) == "困难情况说明"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.MarkInfo.Marked


def test_metadata_holds_no_author_and_no_date(letter):
    with opened(letter) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/Creator"}
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "周启明" not in xmp
    assert not re.search(r"Date|dc:creator|20\d\d-\d\d", xmp)


def test_the_file_claims_pdf_a_2a_and_pdf_ua_1(letter):
    with opened(letter) as pdf:
        xmp = pdf.Root.Metadata.read_bytes().decode()
        intent = pdf.Root.OutputIntents[0]
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes() == srgb_profile()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in xmp
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp


def test_a_title_with_markup_is_written_as_text():
    data = to_pdf(paper(heading("甲", 1), title="A&B <甲>"))
    with opened(data) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == "A&B <甲>"
        assert str(pdf.docinfo.Title) == "A&B <甲>"


def test_the_identifier_is_the_digest_of_the_content(letter):
    with opened(letter) as one, opened(to_pdf(PAPERS["plan"]())) as other:
        first, second = one.trailer.ID
        assert bytes(first) == bytes(second) != bytes(other.trailer.ID[0])


def test_nothing_but_streams_stands_outside_object_streams(letter):
    assert set(re.findall(rb"\d+ 0 obj\s*<<.*?>>\s*(\w+)", letter, re.DOTALL)) == {b"stream"}
    assert letter.startswith(b"%PDF-1.7\n")


def test_only_embedded_fonts_are_named(letter):
    with opened(letter) as pdf:
        for page in pdf.pages:
            for _, font in page.obj.Resources.Font.items():  # noqa: PERF102  # values() is younger than the floor
                assert "/FontFile3" in font.DescendantFonts[0].FontDescriptor


def test_a_password_encrypts_with_aes_256_and_drops_the_archive_claim():
    data = to_pdf(PAPERS["letter"](), password="合同2026")
    with pytest.raises(pikepdf.PasswordError):
        opened(data)
    with opened(data, password="合同2026") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "pdfaid:part" not in xmp
    assert "pdfuaid:part" in xmp
    assert squeeze(read(data, "合同2026").text) == squeeze(PAPERS["letter"]().text)


def test_an_empty_password_is_refused():
    with pytest.raises(OutputError, match="密码不能为空"):
        to_pdf(PAPERS["rare"](), password="")


def test_a_missing_pikepdf_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pikepdf", None)
    with pytest.raises(OutputError, match=r"pip install 'negotiation-docs\[encrypt\]'"):
        to_pdf(PAPERS["rare"](), password="geheim")


def test_a_character_that_no_font_has_is_refused_by_name():
    with pytest.raises(MissingGlyphs, match="🙂"):
        to_pdf(paper(heading("甲", 1), paragraph("好🙂")))
