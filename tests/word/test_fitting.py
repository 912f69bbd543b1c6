"""A DOCX takes as few pages as the PDF: lines, rows and space give way a little where that saves one."""

from __future__ import annotations

import io
import re

import docx
import pytest

from negotiation_docs.tree import Paper, Role, Table
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.style import LOOKS
from tests.make.trees import head, heading, paragraph, row, signoff, table
from tests.read.docx import W, faults, property_of, styles, val, words, xml

LINE = "这是一行三十七个字左右的正文，用来数一页能放下多少行，数到最后一行为止。"


def letter(paragraphs: int, *tables: Table) -> Paper:
    return Paper("test", "标题", "zh-CN", (heading("标题", 1), *[paragraph(LINE)] * paragraphs, *tables, signoff()))


def leading(data: bytes) -> int:
    """Of running text, in twips; the grid of the lines agrees."""
    line = int(val(styles(data)["body"].find(f"{W}pPr/{W}spacing"), "line"))
    assert int(val(xml(data).find(f".//{W}docGrid"), "linePitch")) == line
    return line


def counted(data: bytes) -> int:
    return int(re.findall(r"共(\d+)页", words(xml(data, "word/footer1.xml")))[0])


def test_a_paper_that_fits_its_pages_is_set_as_the_look_says():
    assert leading(to_docx(letter(3))) == LOOKS["personal"].styles["body"].leading * 20


def test_lines_stand_closer_where_that_saves_a_page():
    found = [(count, to_docx(letter(count))) for count in range(8, 40)]
    closer = [data for _, data in found if leading(data) < 440]
    assert closer
    pages = [counted(data) for _, data in found]
    assert pages == sorted(pages)
    assert {1, 2} <= set(pages)


def test_lines_in_rows_stand_closer_where_nothing_else_saves_a_page():
    rows = [row(str(number), LINE * 2) for number in range(24)]
    found = [to_docx(letter(1, table(head("序号", "说明"), *rows[:count]))) for count in range(6, 24)]
    lines = [int(val(styles(data)["cell"].find(f"{W}pPr/{W}spacing"), "line")) for data in found]
    assert set(lines) == {300, 273}
    assert all(leading(data) == 420 for data, line in zip(found, lines, strict=True) if line == 273)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_day_below_a_table_takes_its_last_rows_along(look):
    day = paragraph("2026年11月21日", Role.DATE)
    rows = [*[row("1", "一")] * 14, row("2", "末")]
    paper = Paper("test", "标题", "zh-CN", (heading("标题", 1), table(head("序号", "说明"), *rows), day))
    assert property_of(to_docx(paper, look), "末", "keepNext") is not None


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_fit_changes_values_of_styles_and_formats_nothing_by_hand(look):
    assert [fault for count in range(8, 30, 3) for fault in faults(to_docx(letter(count), look))] == []


def test_the_styles_of_a_letterhead_are_left_as_they_are():
    out = io.BytesIO()
    docx.Document().save(out)
    for count in range(8, 40, 2):
        body = styles(to_docx(letter(count), base=out.getvalue()))["body"]
        assert val(body.find(f"{W}pPr/{W}spacing"), "line") == "440"
