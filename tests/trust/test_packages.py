"""A stranger's DOCX or XLSX is a ZIP file: entries that lie about themselves are refused, and unpack to nothing."""

from __future__ import annotations

import contextlib
import io
import tracemalloc
import zipfile
from functools import cache
from random import Random

import pytest

import negotiation_docs as nd
from negotiation_docs.errors import OutputError
from negotiation_docs.tables.blank import blank
from negotiation_docs.tables.cells import awaited
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.sheets import from_xlsx, to_xlsx
from tests.make.damaged import PAPER, letterheads
from tests.make.packages import BOMB, LIES


def as_letterhead(data: bytes, _) -> None:
    to_docx(PAPER, base=data)


def as_log(data: bytes, _) -> None:
    from_xlsx(data)


def as_people(data: bytes, folder) -> None:
    path = folder / "people.xlsx"
    path.write_bytes(data)
    with contextlib.suppress(nd.FactsError):
        list(nd.read_table(path))


@cache
def sound(way: str) -> tuple[bytes, str]:
    """A package that is taken, and the name of one of its entries."""
    if way == "letterhead":
        return letterheads()[0], "word/document.xml"
    return (to_xlsx([["甲"]], "表"), "xl/worksheets/sheet1.xml") if way == "log" else (blank(), "xl/styles.xml")


WAYS = {"letterhead": as_letterhead, "log": as_log, "people": as_people}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("lie", LIES)
def test_an_entry_that_lies_is_refused_and_fills_no_memory(way, lie, tmp_path):
    data, name = sound(way)
    WAYS[way](data, tmp_path)
    lying = LIES[lie](data, name)
    tracemalloc.start()
    try:
        with pytest.raises(OutputError, match=r"不是完好的 DOCX|不是 XLSX 表格"):
            WAYS[way](lying, tmp_path)
        assert tracemalloc.get_traced_memory()[1] < BOMB / 4
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("lie", LIES)
def test_counting_the_rows_of_a_table_for_a_bar_unpacks_nothing_that_is_refused(lie, tmp_path):
    data, name = sound("people")
    path = tmp_path / "people.xlsx"
    path.write_bytes(data)
    assert awaited(path) is not None
    path.write_bytes(LIES[lie](data, name))
    tracemalloc.start()
    try:
        assert awaited(path) is None
        assert tracemalloc.get_traced_memory()[1] < BOMB / 4
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("way", WAYS)
def test_any_field_of_a_directory_may_hold_any_number(way, tmp_path):
    data, _ = sound(way)
    chance, begin = Random(way), data.rfind(b"PK\5\6")
    first = data.index(b"PK\1\2")
    refused = 0
    for _ in range(150):
        made = bytearray(data)
        at = chance.choice([chance.randrange(first, begin), chance.randrange(begin, len(data)), chance.randrange(30)])
        made[at : at + 1] = bytes([chance.choice([0, 1, 9, 12, 14, 93, 95, 127, 128, 255])])
        try:
            WAYS[way](bytes(made), tmp_path)
        except OutputError:
            refused += 1
    assert refused


def test_a_package_that_an_office_program_packs_in_its_own_way_is_read():
    """Stored and deflated entries, a file before the first, a comment behind the last."""
    data, _ = sound("log")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        new.comment = b"packed by hand"
        for number, name in enumerate(old.namelist()):
            new.writestr(name, old.read(name), zipfile.ZIP_DEFLATED if number % 2 else zipfile.ZIP_STORED)
    assert from_xlsx(b"#!/bin/sh\n" + out.getvalue()) == [["甲"]]
