"""The picture of a signature: on the borrower's line only, and only its pixels."""

import io

import pytest
from PIL import Image

from negotiation_docs.errors import OutputError
from negotiation_docs.tree import Paper, Role, Section, SectionRole
from negotiation_docs.writers.docx import to_docx
from tests.make.letters import letter
from tests.make.trees import paragraph, signoff
from tests.read.docx import W, faults, parts, words, xml

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def picture(kind: str = "PNG", **options) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "navy").save(out, kind, **options)
    return out.getvalue()


RECEIPT = Section((paragraph("经办人：", Role.SIGNATURE), paragraph("复核人：", Role.SIGNATURE)), SectionRole.RECEIPT)


def drawn_at(data: bytes) -> list[str]:
    return [words(p) for p in xml(data).iter(f"{W}p") if p.find(f".//{A}blip") is not None]


def test_the_picture_stands_on_the_first_line_that_is_not_in_a_receipt():
    paper = Paper("test", "标题", "zh-CN", (RECEIPT, signoff(), paragraph("共同借款人：", Role.SIGNATURE)))
    data = to_docx(paper, signature=picture())
    assert drawn_at(data) == ["申请人（签名）："]
    assert faults(data) == []


def test_a_paper_without_a_line_of_ones_own_carries_no_picture():
    data = to_docx(Paper("test", "标题", "zh-CN", (RECEIPT,)), signature=picture())
    assert drawn_at(data) == []
    assert not [name for name in parts(data) if "media" in name]


def test_no_picture_is_set_by_default():
    assert drawn_at(to_docx(letter())) == []


def test_the_picture_keeps_its_proportions_within_the_line():
    extent = xml(to_docx(letter(), signature=picture())).find(f".//{A}ext")
    width, height = int(extent.get("cx")), int(extent.get("cy"))
    assert abs(width / height - 3) < 0.01
    assert width <= 110 * 12700


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_only_the_pixels_of_the_picture_are_kept(kind):
    exif = Image.Exif()
    exif[0x010E] = "taken at home by Zhou"
    data = to_docx(letter(), signature=picture(kind, exif=exif))
    embedded = parts(data)[f"word/media/signature.{kind.lower()}"]
    assert b"Zhou" not in embedded
    with Image.open(io.BytesIO(embedded)) as image:
        image.load()
        assert image.size == (300, 100)


def test_a_picture_goes_onto_a_letterhead_too():
    data = to_docx(letter(), base=to_docx(letter()), signature=picture())
    assert drawn_at(data) == ["申请人（签名）："]
    assert "word/media/signature.png" in parts(data)


def test_anything_but_a_picture_is_refused():
    with pytest.raises(OutputError, match="签名图片"):
        to_docx(letter(), signature=b"<svg/>")
