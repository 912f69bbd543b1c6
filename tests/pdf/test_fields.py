"""A slip that comes back can be filled in on a screen; what is to be done by hand is told to who cannot see it."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest
from PIL import Image

from negotiation_docs.tree import Role, Section, SectionRole
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import LOOKS
from tests.make.samples import PAPERS
from tests.make.sheets import receipt
from tests.make.trees import fingerprint, heading, items, paper, paragraph, signoff
from tests.read.pdf import structure
from tests.read.some import some
from tests.read.typing import fields, filled


def slip(look="personal", **options):
    return to_pdf(paper(heading("题", 1), receipt(), **options), LOOKS[look])


def told(data):
    """What the places to fill in are, in the order they are heard: their words, or the name of their field."""
    return [each.source.get("Field", each.source["Alt"]) for each in structure(data).all("Form")]


@pytest.mark.parametrize("look", LOOKS)
def test_a_slip_has_a_field_for_every_box_and_for_the_date(look):
    found = fields(slip(look))
    assert [each.words for each in found.values()] == [
        "同意上述内容，按此执行",
        "部分同意，修改意见：",
        "不同意，原因：",
        "日期：",
    ]
    assert list(found) == ["tick1", "tick2", "tick3", "date4"]


def test_an_empty_field_shows_nothing_over_the_box_that_is_drawn():
    data = slip()
    found = fields(data)
    assert [(each.state, each.shown) for each in found.values()] == [*[("/Off", "")] * 3, ("", "/Tx BMC EMC")]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        drawn = re.findall(r"n ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re S", pdf.pages[0].Contents.read_bytes().decode())
    corners = [tuple(float(each) for each in some(numbers)[:2]) for numbers in drawn]
    assert corners == [pytest.approx(each.rect[:2], abs=0.01) for each in list(found.values())[:3]]


def test_a_box_is_ticked_by_a_click_and_again_empty_by_another():
    data = filled(slip(), "tick2")
    assert [each.state for each in fields(data).values()] == ["/Off", "/Yes", "/Off", ""]
    assert fields(data)["tick2"].shown.endswith("S")
    assert fields(filled(data, "tick2"))["tick2"].state == "/Off"


def test_a_date_is_typed_in_a_font_that_the_file_holds():
    typed = fields(filled(slip(), "date4", "2026-12-01"))["date4"]
    assert typed.value == "2026-12-01"
    assert [font[7:] for font in typed.fonts] == ["NotoSerifSC-Regular"]
    assert "\0".join("2026-12-01") in typed.shown


def test_nothing_is_left_to_the_viewer_and_nothing_runs():
    with pikepdf.open(io.BytesIO(slip())) as pdf:
        assert set(pdf.Root.AcroForm.keys()) == {"/Fields", "/DR"}
        assert len(pdf.Root.AcroForm.Fields) == 4
        for each in some(pdf.pages[0].obj.Annots):
            assert not {"/A", "/AA"} & set(each.keys())
            assert each.F == 4
            assert each.P.objgen == pdf.pages[0].obj.objgen
        for widget in some(pdf.Root.AcroForm.Fields):
            assert widget.AP.keys() == {"/N"}


def test_a_paper_without_a_slip_has_no_form():
    with pikepdf.open(io.BytesIO(to_pdf(PAPERS["letter"]()))) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert not any("/Annots" in page.obj for page in some(pdf.pages))


def test_fields_are_heard_where_they_stand():
    words = [each.tag for each in structure(slip()).all("Sect")[0].walk() if each.tag in {"P", "Form"}]
    assert words == ["P", "P", "Form", "P", "Form", "Form", "P", "Form", "Form", "P", "Form", "P", "Form"]
    assert told(slip()) == [
        "tick1",
        "tick2",
        "留待填写的空白",
        "tick3",
        "留待填写的空白",
        "留待签名或盖章的空白",
        "date4",
    ]


def test_what_is_to_be_done_by_hand_is_told():
    listed = items("收入证明", ordered=False, checkbox=True)
    blocks = (listed, paragraph("其他：", Role.CHECKBOX), signoff(), fingerprint())
    assert told(to_pdf(paper(heading("题", 1), *blocks))) == [
        "未勾选的方框",
        "未勾选的方框",
        "留待填写的空白",
        "留待签名或盖章的空白",
        "留待签名或盖章的空白",
        "按指印处",
    ]


def test_it_is_told_in_the_language_of_its_section():
    english = Section((paragraph("Agreed.", Role.CHECKBOX), paragraph("Signature:", Role.SIGNATURE)), lang="en")
    assert told(to_pdf(paper(heading("题", 1), paragraph("同意", Role.CHECKBOX), english))) == [
        "未勾选的方框",
        "Box to tick",
        "Blank for a signature or stamp",
    ]


def test_a_line_with_a_signature_on_it_is_no_blank():
    out = io.BytesIO()
    Image.new("RGB", (30, 10), "navy").save(out, "PNG")
    data = to_pdf(paper(heading("题", 1), signoff()), signature=out.getvalue())
    assert told(data) == []
    assert [each.source["Alt"] for each in structure(data).all("Figure")] == ["签名"]


def test_a_slip_over_two_sections_numbers_its_fields_through():
    again = Section((paragraph("收到", Role.CHECKBOX),), SectionRole.RECEIPT)
    assert list(fields(to_pdf(paper(heading("题", 1), receipt(), again)))) == [
        "tick1",
        "tick2",
        "tick3",
        "date4",
        "tick5",
    ]
