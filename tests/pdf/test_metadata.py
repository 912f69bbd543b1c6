"""What a file says about itself: what kind of paper it is, how it conforms, and nothing about a person."""

import io
import re
from datetime import date

import pikepdf
import pytest
from msgspec.structs import replace

from negotiation_docs.errors import MissingGlyphs, OutputError
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.pdffile.archive import srgb_profile
from tests.make.samples import PAPERS
from tests.make.trees import heading, paper, paragraph
from tests.read.pdf import read
from tests.read.some import some
from tests.read.words import squeeze


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


def test_metadata_holds_no_author_and_without_a_date_no_date(letter):
    with opened(letter) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title", "/Producer", "/Creator"}
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "周启明" not in xmp
    assert not re.search(r"Date|dc:creator|20\d\d-\d\d", xmp)


def test_the_dates_of_the_file_are_the_date_of_the_paper():
    dated = replace(PAPERS["letter"](), dated=date(2026, 11, 21))
    with opened(to_pdf(dated)) as pdf:
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20261121000000+08'00'"
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert re.findall(r"<xmp:(\w+)Date>([^<]*)<", xmp) == [
        (name, "2026-11-21T00:00:00+08:00") for name in ("Create", "Modify", "Metadata")
    ]


def bookmarks(data):
    with opened(data) as pdf, pdf.open_outline() as outline:
        pages = [page.obj.objgen for page in pdf.pages]

        def told(items):
            return [(item.title, pages.index(item.destination[0].objgen), told(item.children)) for item in items]

        return told(outline.root)


def test_bookmarks_are_the_headings_in_their_order_and_depth(letter):
    headings = ("一、账户情况", "二、逾期原因", "三、目前的收支", "四、请求")
    assert bookmarks(letter) == [("困难情况说明", 0, [(heading, 0, []) for heading in headings])]


def test_a_bookmark_leads_to_the_page_and_the_height_of_its_heading():
    data = to_pdf(PAPERS["bilingual"]())
    (_, _, _), (title, page, children) = bookmarks(data)
    assert (title, page) == ("Statement of Financial Hardship", 1)
    assert children == [("1. The account", 1, [])]
    with opened(data) as pdf, pdf.open_outline() as outline:
        assert float(outline.root[1].destination[3]) > float(outline.root[1].children[0].destination[3]) > 600


def test_levels_that_a_paper_skips_are_closed_up_and_a_paper_without_headings_has_no_outline():
    skipping = paper(heading("甲", 3), paragraph("文"), heading("乙", 1), heading("丙", 3))
    assert bookmarks(to_pdf(skipping)) == [("甲", 0, []), ("乙", 0, [("丙", 0, [])])]
    with opened(to_pdf(paper(paragraph("文")))) as pdf:
        assert "/Outlines" not in pdf.Root


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


def test_only_embedded_fonts_are_named(letter):
    with opened(letter) as pdf:
        for page in pdf.pages:
            for _, font in some(page.obj.Resources.Font.items()):  # values() is younger than the floor
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


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("合同２０２６", "合同2026"),  # full width
        ("e\u0301te\u0301", "\xe9t\xe9"),  # decomposed, as macOS hands over file names
        ("春\u3000天\u00ad", "春 天"),  # an ideographic space, a soft hyphen
        ("ﬁ①", "fi1"),
        ("𬭎", "𬭎"),
        ("א2026א", "א2026א"),
    ],
)
def test_a_password_opens_the_file_however_it_was_typed(typed, meant):
    with opened(to_pdf(PAPERS["rare"](), password=typed), password=meant) as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("", "密码不能为空"),
        ("\u00ad", "密码不能为空"),
        ("a\x07b", "不能使用的字符"),
        ("א2026", "从右向左"),
        ("אaא", "从右向左"),
        ("长" * 43, "不能超过127字节"),
    ],
)
def test_a_password_of_no_use_is_refused(password, told):
    with pytest.raises(OutputError, match=told) as caught:
        to_pdf(PAPERS["rare"](), password=password)
    assert not password or password not in str(caught.value)


def test_a_missing_pikepdf_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pikepdf", None)
    with pytest.raises(OutputError, match=r'pip install "negotiation-docs\[encrypt\]"'):
        to_pdf(PAPERS["rare"](), password="geheim")


def test_a_character_that_no_font_has_is_refused_by_name():
    with pytest.raises(MissingGlyphs, match="🙂"):
        to_pdf(paper(heading("甲", 1), paragraph("好🙂")))
