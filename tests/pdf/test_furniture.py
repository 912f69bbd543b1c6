"""Furniture: seen on the page, never part of the words."""

import io
import re

import pikepdf
import pytest
from PIL import Image

from negotiation_docs.errors import OutputError
from negotiation_docs.tree import Paragraph, Role, Row, Table
from negotiation_docs.writers.fonts.opened import face
from negotiation_docs.writers.lines.linebreak import Run, text_width
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import LOOKS, MM
from tests.make.samples import PAPERS
from tests.make.sheets import receipt
from tests.make.trees import cell, fingerprint, head, heading, items, paper, paragraph, signoff, words
from tests.read.lines import printed
from tests.read.pdf import read, structure
from tests.read.some import some
from tests.read.words import squeeze

RECTANGLE = re.compile(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S")
SEGMENT = re.compile(r"([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l")


def content(data, page=0):
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return pdf.pages[page].Contents.read_bytes().decode("latin-1")


def furniture(data):
    return [[squeeze(text) for text in page if text] for page in read(data).artifacts]


def picture(kind, colour=(0, 0, 255, 128)):
    out = io.BytesIO()
    image = Image.new("RGBA" if kind == "PNG" else "RGB", (200, 80), colour[: 4 if kind == "PNG" else 3])
    image.save(out, kind)
    return out.getvalue()


def test_pages_are_numbered_when_there_are_several():
    assert [page[-1] for page in furniture(to_pdf(PAPERS["plan"]()))] == ["第1页共2页", "第2页共2页"]
    assert furniture(to_pdf(PAPERS["rare"]())) == [["指印"]]


def test_the_look_of_the_standard_numbers_pages_between_dashes_at_the_outer_edge():
    data = to_pdf(PAPERS["letter"](), LOOKS["gb9704"])
    assert [page[-1] for page in furniture(data)] == ["—1—", "—2—"]
    starts = [float(re.findall(r"1 0 0 [\d.]+ ([\d.]+) [\d.]+ Tm", content(data, page))[-1]) for page in (0, 1)]
    assert starts[0] > 400
    assert starts[1] < 110


def test_english_papers_are_numbered_in_english():
    body = [paragraph("The bank is asked to agree to the plan. " * 20) for _ in range(5)]
    data = to_pdf(paper(heading("Plan", 1), *body, lang="en"))
    assert furniture(data)[0] == ["Page1of2"]


@pytest.mark.parametrize(("lang", "mark"), [("zh-CN", "草稿"), ("en", "DRAFT")])
def test_a_draft_says_so_across_every_page_behind_the_words(lang, mark):
    body = [paragraph("文" * 200) for _ in range(8)]
    data = to_pdf(paper(heading("题", 1), *body, lang=lang, draft=True))
    pages = furniture(data)
    assert len(pages) == 2
    assert all(page[0] == mark for page in pages)
    assert content(data).startswith("/Artifact<</Type/Pagination/Subtype/Watermark>>BDC")


def test_a_final_paper_carries_no_draft_mark():
    assert not any("草稿" in text for page in some(furniture(to_pdf(PAPERS["plan"]()))) for text in some(page))


def test_a_box_is_drawn_for_each_alternative_to_tick():
    table = Table((), head("项目", "核对"), (Row((cell("甲"), cell("", checkbox=True, center=True))),))
    data = to_pdf(paper(heading("题", 1), paragraph("同意", Role.CHECKBOX), items("一", "二", checkbox=True), table))
    boxes = [found for found in RECTANGLE.findall(content(data)) if found[2] == found[3]]
    assert len(boxes) == 4
    assert "☐" not in read(data).text


def test_an_alternative_that_asks_for_words_has_a_rule_to_the_margin():
    data = to_pdf(paper(heading("题", 1), paragraph("不同意，原因：", Role.CHECKBOX)))
    (start, _, end, _) = (float(number) for number in SEGMENT.findall(content(data))[0])
    assert end == pytest.approx(LOOKS["personal"].left + LOOKS["personal"].measure, abs=0.01)
    assert start < 220


def test_the_fingerprint_has_a_place_of_25_mm_beside_the_signature():
    data = to_pdf(paper(heading("题", 1), paragraph("文"), fingerprint()))
    ((x, y, width, height),) = [map(float, found) for found in RECTANGLE.findall(content(data))]
    assert (width, height) == (pytest.approx(25 * MM, abs=0.01),) * 2
    assert x + width <= LOOKS["personal"].left + LOOKS["personal"].measure
    assert y > LOOKS["personal"].bottom


def test_a_signature_without_fingerprint_has_a_blank_only():
    data = to_pdf(paper(heading("题", 1), paragraph("文"), signoff()))
    assert not RECTANGLE.findall(content(data))
    assert len(SEGMENT.findall(content(data))) == 1


def test_a_name_already_printed_needs_no_blank():
    data = to_pdf(paper(heading("题", 1), paragraph("申请人：周启明（电子版，签名页另附）", Role.SIGNATURE)))
    assert not SEGMENT.findall(content(data))


def test_the_date_ends_where_the_line_to_sign_on_ends():
    data = to_pdf(paper(heading("题", 1), paragraph("文"), signoff()))
    ((_, _, end, _),) = [map(float, found) for found in SEGMENT.findall(content(data))]
    start = float(re.findall(r"1 0 0 [\d.]+ ([\d.]+) [\d.]+ Tm", content(data))[-1])
    assert start + text_width([Run("2026年11月21日", face("song"), 12)]) == pytest.approx(end, abs=0.01)


def test_a_line_to_sign_on_takes_a_name_of_four_characters_in_ink():
    data = to_pdf(paper(heading("题", 1), paragraph("文"), signoff()))
    ((start, _, end, _),) = [map(float, found) for found in SEGMENT.findall(content(data))]
    assert end - start > 100


def test_the_line_is_longer_for_a_longer_name():
    data = to_pdf(paper(heading("题", 1), Paragraph(words("申请人（签名）："), Role.SIGNATURE, long=True)))
    ((start, _, end, _),) = [map(float, found) for found in SEGMENT.findall(content(data))]
    assert end - start > 160


def test_the_line_for_a_longer_name_leaves_the_words_before_it_on_one_line():
    said = words("申请人（签名并按指印）：")
    data = to_pdf(paper(heading("题", 1), Paragraph(said, Role.FINGERPRINT, long=True)), LOOKS["gb9704"])
    assert [lines for _, lines in printed(data)][1] == ["申请人（签名并按指印）："]


def test_the_place_of_the_fingerprint_says_what_it_is_for():
    assert furniture(to_pdf(paper(heading("题", 1), paragraph("文"), fingerprint()))) == [["指印"]]
    assert furniture(to_pdf(paper(heading("Letter", 1), fingerprint(), lang="en"))) == [["Fingerprint"]]


def test_a_slip_has_a_cut_line_unless_it_begins_a_page():
    dashed = "[4 3] 0 d"
    assert dashed in content(to_pdf(paper(heading("题", 1), paragraph("文"), receipt())))
    pushed = to_pdf(paper(heading("题", 1), *[paragraph("文" * 180) for _ in range(5)], receipt()))
    assert dashed not in content(pushed, 1)
    assert "回执" in squeeze(read(pushed).pages[1][0])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_signature_picture_stands_on_the_line_as_a_figure_with_a_name(kind):
    data = to_pdf(PAPERS["rare"](), signature=picture(kind))
    (figure,) = structure(data).all("Figure")
    assert figure.source["Alt"] == "签名"
    with pikepdf.open(io.BytesIO(data)) as pdf:
        image = pdf.pages[0].Resources.XObject.Signature
        assert (image.Width, image.Height) == (200, 80)
        assert "/SMask" not in image
    assert squeeze(read(data).text) == squeeze(PAPERS["rare"]().text)


def test_without_a_picture_there_is_no_figure():
    assert not structure(to_pdf(PAPERS["rare"]())).all("Figure")


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\nbroken", b"<svg/>"])
def test_a_picture_that_cannot_be_read_is_refused(data):
    with pytest.raises(OutputError, match="签名图片无法读取"):
        to_pdf(PAPERS["rare"](), signature=data)


def test_only_the_applicants_own_line_is_signed_with_the_picture():
    data = to_pdf(paper(heading("题", 1), paragraph("文"), fingerprint(), receipt()), signature=picture("PNG"))
    assert len(structure(data).all("Figure")) == 1


@pytest.mark.parametrize("following", [Role.DATE, Role.BODY])
def test_the_place_for_the_fingerprint_never_touches_the_words_below(following):
    after = [paragraph("2026年11月21日", Role.DATE)] if following is Role.DATE else []
    label = paragraph("申请人（签名并按指印）：", Role.FINGERPRINT)
    data = to_pdf(paper(heading("题", 1), label, *after, paragraph("文" * 80)))
    ((_, bottom, _, _),) = [map(float, found) for found in RECTANGLE.findall(content(data))]
    next_baseline = float(re.findall(r"1 0 0 [\d.]+ [\d.]+ ([\d.]+) Tm", content(data))[-2])
    assert next_baseline + 0.88 * 12 <= bottom
