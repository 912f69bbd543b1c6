"""Old parsers read the files: all but the structure tree is found by a plain cross-reference table."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PIL import Image

from negotiation_docs.writers.pdf import to_pdf
from tests.make.samples import PAPERS
from tests.pdf.old_parser import Table


def signed() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 10), "navy").save(out, "JPEG")
    return to_pdf(PAPERS["letter"](), signature=out.getvalue())


MADE = {**{name: (lambda name=name: to_pdf(PAPERS[name]())) for name in PAPERS}, "signed": signed}


@pytest.mark.parametrize("name", MADE)
def test_pages_contents_fonts_and_pictures_are_reached_through_the_table_alone(name):
    data = MADE[name]()
    table = Table(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = table.pages()
        assert len(pages) == len(pdf.pages)
        for old, new in zip(pages, pdf.pages, strict=True):
            assert table.get(old["Contents"]).data == new.Contents.read_bytes()
            resources = table.get(old["Resources"])
            fonts = table.get(resources["Font"])
            assert {f"/{key}" for key in fonts} == set(new.obj.Resources.Font.keys())
            for key, font in fonts.items():
                (descendant,) = table.get(font)["DescendantFonts"]
                program = table.get(table.get(table.get(descendant)["FontDescriptor"])["FontFile3"]).data
                theirs = new.obj.Resources.Font[f"/{key}"].DescendantFonts[0].FontDescriptor.FontFile3
                assert program == theirs.read_bytes()
            pictures = table.get(resources.get("XObject", {}))
            assert {key: table.get(picture).raw for key, picture in pictures.items()} == {
                key[1:]: picture.read_raw_bytes() for key, picture in new.obj.Resources.get("/XObject", {}).items()
            }


@pytest.mark.parametrize("name", MADE)
def test_only_the_structure_tree_is_named_in_vain(name):
    table = Table(MADE[name]())
    found, missing = table.reached([table.trailer["Root"], table.trailer["Info"]])
    assert missing == {table.get(table.trailer["Root"])["StructTreeRoot"].number}
    assert found == set(table.offsets), "the table lists nothing that nobody names"


def test_the_outline_and_the_information_are_read_without_tags():
    table = Table(to_pdf(PAPERS["letter"]()))
    outlines = table.get(table.get(table.trailer["Root"])["Outlines"])
    assert table.get(outlines["First"])["Title"]
    assert table.get(table.trailer["Info"])["Producer"] == b"negotiation-docs"


def test_a_parser_of_today_finds_every_element_beside_the_table():
    data = to_pdf(PAPERS["rows360"]())
    listed = Table(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        numbers = {each.objgen[0] for each in pdf.objects}
        dictionaries = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        elements = {each.objgen[0] for each in dictionaries if "/S" in each and "/P" in each}
    assert len(elements) > 2160
    assert not elements & set(listed.offsets)
    assert max(numbers) + 1 == listed.trailer["Size"]
    assert data.count(b"%%EOF") == 2
