"""Objects are packed into few streams, and a reader finds every one of them again."""

from __future__ import annotations

import io

import pikepdf
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.writers.pdffile.objects import PdfFile, text_string
from negotiation_docs.writers.pdffile.pack import _predicted


@given(st.lists(st.binary(min_size=5, max_size=5), min_size=1, max_size=40))
def test_each_entry_of_the_cross_reference_is_its_difference_from_the_one_above(rows):
    above = [bytes(5), *rows]
    wanted = b"".join(
        b"\2" + bytes((new - old) % 256 for new, old in zip(row, before, strict=True))
        for row, before in zip(rows, above, strict=False)
    )
    assert _predicted(b"".join(rows)) == wanted


def test_a_thousand_objects_are_read_back_from_a_few_streams():
    file = PdfFile()
    file.add_page((595, 842), b"BT ET", {})
    wanted = [f"<</Value {number}/Text {text_string('第' + str(number) + '项')}>>" for number in range(1000)]
    first = file.reserve(len(wanted))
    file.put(first, wanted)
    file.catalog["Kept"] = f"[{' '.join(f'{first + number} 0 R' for number in range(1000))}]"
    data = file.assemble()
    assert data.count(b"/Type/ObjStm") == 4
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert [int(each.Value) for each in pdf.Root.Kept] == list(range(1000))
        assert str(pdf.Root.Kept[999].Text) == "第999项"
        assert pdf.trailer.ID[0] == pdf.trailer.ID[1]


def test_a_stream_that_ends_in_a_line_break_keeps_its_last_byte():
    file = PdfFile()
    reference = file.add_stream("", b"ends in CR\r")
    file.catalog["Kept"] = reference
    file.add_page((595, 842), b"", {})
    with pikepdf.open(io.BytesIO(file.assemble())) as pdf:
        assert pdf.Root.Kept.read_bytes() == b"ends in CR\r"
