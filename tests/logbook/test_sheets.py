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
from negotiation_docs.writers.sheets import from_csv, from_xlsx, to_csv, to_xlsx
from tests.packaging.snippets import ROOT

CELLS = st.text(
    st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("=+-@'＝,\";"), min_size=1, max_size=20
).filter(str.strip)  # rows of blanks are no rows
DANGEROUS = ("=1+1", "+1", "-1", "@SUM(A1)", "＝1", "'=1", '=HYPERLINK("http://x","y")')


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), min_size=1, max_size=5))
def test_every_table_comes_back_from_csv(rows):
    assert from_csv(to_csv(rows)) == rows


@given(st.lists(CELLS, min_size=2, max_size=5))
def test_every_table_comes_back_from_xlsx(cells):
    assert from_xlsx(to_xlsx([["a"] * len(cells), cells], "表")) == [["a"] * len(cells), cells]


@pytest.mark.parametrize("cell", DANGEROUS)
def test_no_cell_is_a_formula(cell):
    (row,) = to_csv([[cell]]).decode("utf-8-sig").splitlines()
    assert row.lstrip('"').startswith("'")
    sheet = openpyxl.load_workbook(io.BytesIO(to_xlsx([[cell]], "表"))).active
    assert (sheet["A1"].data_type, sheet["A1"].value) == ("s", cell)


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
    sound = to_xlsx([["a"]], "表")
    for name, content, told in (
        ("xl/workbook.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><workbook/>', "DTD"),
        ("xl/workbook.xml", '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>'.encode("utf-16"), "编码"),
        ("xl/media/big.bin", b"\0" * 60_000_000, "50兆字节"),
    ):
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(sound)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
            for part in old.namelist():
                if part != name:
                    new.writestr(part, old.read(part))
            new.writestr(name, content)
        with pytest.raises(OutputError, match=told):
            from_xlsx(out.getvalue())


def test_a_workbook_saved_as_csv_by_its_name_only_is_told():
    with pytest.raises(OutputError, match="CSV"):
        from_csv(to_xlsx([["a"]], "表"))


def test_without_the_extra_the_command_that_brings_it_is_named(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "openpyxl", None)
    with pytest.raises(OutputError, match=r"negotiation-docs\[sheets\]"):
        to_xlsx([["a"]], "表")
