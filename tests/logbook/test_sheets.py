"""The log as a table: nothing in it is a formula, all of it comes back, and strangers' files are bounded."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.errors import OutputError
from negotiation_docs.tables import workbook
from negotiation_docs.writers import sheets
from negotiation_docs.writers.sheets import MOST_COLUMNS, MOST_ROWS, from_csv, from_xlsx, to_csv, to_xlsx
from tests.packaging.snippets import ROOT

CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@'＝,\";"), min_size=1, max_size=20
).filter(str.strip)  # rows of blanks are no rows
DANGEROUS = ("\n=1", "=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", '=HYPERLINK("http://x","y")')


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_every_table_comes_back_from_csv(rows):
    assert from_csv(to_csv(rows)) == rows


@given(st.lists(CELLS, min_size=2, max_size=5))
def test_every_table_comes_back_from_xlsx(cells):
    assert from_xlsx(to_xlsx([["a"] * len(cells), cells], "表")) == [["a"] * len(cells), cells]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_no_cell_is_a_formula(cell):
    row = to_csv([[cell]]).decode("utf-8-sig")
    assert row.lstrip('"').startswith("'")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([[cell]], "表"))).active
    assert (sheet["A1"].data_type, sheet["A1"].value) == ("s", cell)


def test_a_cell_that_a_workbook_would_cut_off_is_refused_and_csv_holds_it():
    """Of 32,768 characters openpyxl writes 32,767 and says nothing."""
    whole = "附" * 32_767
    assert from_xlsx(to_xlsx([["a"], [whole]], "表")) == [["a"], [whole]]
    with pytest.raises(OutputError, match=r"\.csv"):
        to_xlsx([["a"], [f"{whole}件"]], "表")
    assert from_csv(to_csv([["a"], [f"{whole}件"]])) == [["a"], [f"{whole}件"]]


def test_csv_is_what_excel_takes_for_utf_8_and_what_it_saves_is_read():
    assert to_csv([["要点"]]).startswith(b"\xef\xbb\xbf")
    assert from_csv("时间;要点\r\n2026/11/20;还款\r\n".encode("gb18030")) == [["时间", "要点"], ["2026/11/20", "还款"]]


def test_days_and_yes_and_no_that_excel_made_of_cells_are_read_as_words():
    book = openpyxl.Workbook()
    moment, midnight = datetime.fromisoformat("2026-11-20 09:30"), datetime.fromisoformat("2026-11-20")
    book.active.append([moment, midnight, True, 4021, 4021.0, None, "x"])
    out = io.BytesIO()
    book.save(out)
    assert from_xlsx(out.getvalue()) == [["2026-11-20 09:30", "2026-11-20", "是", "4021", "4021", "", "x"]]


def test_the_same_talks_give_the_same_bytes():
    log = nd.contact_log(nd.load(ROOT / "examples/zhou.yaml"))
    assert log.to_xlsx() == log.to_xlsx()
    assert log.to_csv() == log.to_csv()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"text", to_csv([["a"]])])
def test_what_is_no_workbook_is_refused(data):
    with pytest.raises(OutputError):
        from_xlsx(data)


def test_a_workbook_with_a_dtd_or_of_monstrous_size_is_refused():
    for name, content, told in (
        ("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>', "DTD"),
        ("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'.encode("utf-16"), "编码"),
        ("xl/other.XML", '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'.encode("utf-16"), "编码"),
        ("xl/book.dat", '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'.encode("utf-16"), "编码"),
        ("xl/media/big.bin", b"\0" * 60_000_000, "50兆字节"),
    ):
        with pytest.raises(OutputError, match=told):
            from_xlsx(_with({name: content}))


def test_a_workbook_of_more_formats_than_any_is_refused_before_they_are_read(monkeypatch, tmp_path):
    """Twenty kilobytes held 400,000 of them, each an object for openpyxl, wherever the file says that they lie."""
    monkeypatch.setattr(sheets, "MOST_BESIDE", 3000)
    monkeypatch.setattr(workbook, "MOST_BESIDE", 3000)
    many, cells = b"<a:xf/><c:font/>" * 2000, b'<x:row><c r="A1"/><v>1</v><is><t>' * 2000
    assert (sheets.beside_cells(many), sheets.beside_cells(cells)) == (4000, 0)
    book = _with({"xl/other.dat": many})
    with pytest.raises(OutputError, match="格式"):
        from_xlsx(book)
    (tmp_path / "a.xlsx").write_bytes(book)
    with pytest.raises(OutputError, match="格式"):
        nd.read_table(tmp_path / "a.xlsx")
    assert from_xlsx(_with({"xl/other.dat": cells}))


def _with(parts: dict[str, bytes]) -> bytes:
    """A sound workbook with ``parts`` in place of its own."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(to_xlsx([["a"]], "表"))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part not in parts:
                new.writestr(part, old.read(part))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("read", [lambda rows: from_csv(to_csv(rows)), lambda rows: from_xlsx(to_xlsx(rows, "表"))])
def test_a_table_of_more_rows_or_columns_than_any_log_is_refused(read):
    for rows in ([["a"]] * (MOST_ROWS + 2), [["a"] * (MOST_COLUMNS + 1)]):
        with pytest.raises(OutputError, match="最多5000行、100列"):
            read(rows)
    assert len(read([["a"] * 3] * MOST_ROWS)) == MOST_ROWS


@pytest.mark.parametrize("rows", [5, 500])
def test_one_long_text_that_thousands_of_cells_share_is_counted_in_each(rows):
    space = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'"
    words, row = "字" * 1000, "<c t='s'><v>0</v></c>" * 20
    sheet = f"<worksheet {space}><sheetData>{f'<row>{row}</row>' * rows}</sheetData></worksheet>"
    strings = f"<sst {space}><si><t>{words}</t></si></sst>"
    with zipfile.ZipFile(io.BytesIO(to_xlsx([["a"]], "表"))) as sound:
        types = sound.read("[Content_Types].xml").decode()
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    more = f"<Override PartName='/xl/sharedStrings.xml' ContentType='{kind}'/></Types>"
    parts = {"[Content_Types].xml": types.replace("</Types>", more)}
    parts |= {"xl/sharedStrings.xml": strings, "xl/worksheets/sheet1.xml": sheet}
    shared = _with({name: content.encode() for name, content in parts.items()})
    if rows == 5:
        assert from_xlsx(shared) == [[words] * 20] * 5
        return
    with pytest.raises(OutputError, match="文字最多500万字"):
        from_xlsx(shared)


def test_a_workbook_saved_as_csv_by_its_name_only_is_told():
    with pytest.raises(OutputError, match="CSV"):
        from_csv(to_xlsx([["a"]], "表"))


def test_without_the_extra_the_command_that_brings_it_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(OutputError, match=r"negotiation-docs\[sheets\]"):
        to_xlsx([["a"]], "表")
