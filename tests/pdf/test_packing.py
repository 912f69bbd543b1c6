"""Objects are packed into few streams, and a reader finds every one of them again."""

from __future__ import annotations

import io
import struct
import zlib

import pikepdf
import pytest

from negotiation_docs.writers.pdffile import archive
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.pack import cross_reference
from tests.pdf.srgb_profile import srgb_profile


def blank_page() -> PdfFile:
    file = PdfFile()
    file.add_page((595, 842), b"BT ET", {})
    return file


@pytest.mark.parametrize("count", [1, 255, 256, 257, 1000])
def test_a_thousand_packed_objects_are_read_back_from_a_few_streams(count):
    def elements(first: int) -> list[str]:
        kids = " ".join(f"{first + number} 0 R" for number in range(1, count))
        return [f"<</Kept[{kids}]>>", *[f"<</Value {number}>>" for number in range(1, count)]]

    data = blank_page().assemble(elements)
    assert data.count(b"/ObjStm") == -(-count // 256)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [int(each.Value) for each in pdf.Root.StructTreeRoot.Kept] == list(range(1, count))
        assert pdf.trailer.ID[0] == pdf.trailer.ID[1]


def test_entries_tell_where_objects_stand_even_beyond_sixteen_megabytes():
    stream = cross_reference(7, 300, [70_000_000, 80_000_000, 90_000_000])
    entries = list(struct.iter_unpack(">BIB", zlib.decompress(stream.content)))
    packed = [(2, 307, index) for index in range(256)] + [(2, 308, index) for index in range(44)]
    assert entries == packed + [(1, offset, 0) for offset in (70_000_000, 80_000_000, 90_000_000)]
    assert stream.dictionary["Index"] == "[7 303]"


def test_a_file_of_twenty_megabytes_is_whole():
    file = blank_page()
    reference = file.add_stream(bytes(20 << 20), level=0)
    file.Catalog["Kept"] = reference
    data = file.assemble(lambda first: ["<</Type/StructTreeRoot>>"])
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert len(pdf.Root.Kept.read_bytes()) == 20 << 20
        assert pdf.Root.StructTreeRoot.Type == "/StructTreeRoot"


def test_a_file_without_tags_is_a_plain_file():
    data = blank_page().assemble()
    assert b"ObjStm" not in data
    assert data.count(b"xref\n0 ") == 1
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []


@pytest.mark.parametrize("level", [0, 2])
def test_a_stream_that_ends_in_a_line_break_keeps_its_last_byte(level):
    file = blank_page()
    file.Catalog["Kept"] = file.add_stream(b"ends in CR\r", level=level)
    with pikepdf.open(io.BytesIO(file.assemble())) as pdf:
        assert pdf.Root.Kept.read_bytes() == b"ends in CR\r"


def test_the_colour_profile_is_the_one_made_from_the_published_numbers():
    assert archive.srgb_profile() == srgb_profile()
