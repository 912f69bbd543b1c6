"""A long narrow schedule stands in two blocks where that saves a page, and is still read as one list."""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest

from negotiation_docs.writers import keeping
from negotiation_docs.writers.pages.fitting import composed
from negotiation_docs.writers.pages.pairedtable import PairedTable
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import LOOKS
from tests.make.trees import cell, head, heading, paper, paragraph, row, signoff, table
from tests.read.pdf import spoken, structure
from tests.read.some import some
from tests.read.words import squeeze

LOOK = LOOKS["personal"]


def schedule(count, columns=4, words=""):
    heads = ("期次", "还款日", "应还金额（元）", "剩余本金（元）", "备注")[:columns]
    rows = (
        row(*(str(n), f"2027-01-{n % 28 + 1:02}", f"1,{n:03}.35", f"{n:,}.00", words)[:columns], numbers=(2, 3))
        for n in range(1, count + 1)
    )
    total = row(*("合计", "", "86,421.37", "", "")[:columns], numbers=(2,))
    return table(head(*heads), *rows, caption="附表", foot=(total,))


def plan(count, before=8, **kind):
    return paper(heading("还款计划", 1), *[paragraph("文" * 30)] * before, signoff(), schedule(count, **kind))


def blocks(made, look=LOOK):
    """How many pages a paper takes, and whether its schedule stands in two blocks."""
    _, pages = composed(made, look)
    return len(pages), any(isinstance(strip.block, PairedTable) for page in pages for strip, _ in page.placed)


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize(("count", "before"), [(36, 8), (44, 8), (54, 2), (72, 8), (121, 8), (360, 8)])
def test_every_row_is_read_once_and_in_order(look, count, before):
    made = plan(count, before)
    data = to_pdf(made, look)
    assert blocks(made, look)[1]
    assert squeeze(spoken(data)) == squeeze(made.text)
    marks = [mark for element in structure(data).all("Table")[0].walk() for mark in element.marks]
    assert marks == sorted(marks)


def test_on_each_page_the_list_goes_down_on_the_left_and_on_at_the_right():
    seen = 0
    with pdfplumber.open(io.BytesIO(to_pdf(plan(150)))) as pdf:
        for page in pdf.pages[1:]:
            middle = page.width / 2
            left, right = (
                [int(n) for n in re.findall(r"^(\d+) 2027", page.crop(box).extract_text(), re.MULTILINE)]
                for box in ((0, 0, middle, page.height), (middle, 0, page.width, page.height))
            )
            both = left + right
            assert both == list(range(both[0], both[0] + len(both)))
            assert len(left) - len(right) in {0, 1, 2}  # the sum is no number
            seen = both[-1]
    assert seen == 150


def test_both_blocks_have_a_head_on_every_page_and_the_tree_has_one():
    data = to_pdf(plan(150))
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in some(pdf.pages[1:]):
            assert page.extract_text().count("还款日") == 2
    assert len(structure(data).all("THead")) == 1


def test_a_schedule_stands_in_one_block_where_two_save_no_page():
    shapes = [blocks(plan(count)) for count in (24, 36, 48, 60, 72)]
    assert shapes == [(1, True), (1, True), (2, False), (2, False), (2, True)]


@pytest.mark.parametrize("made", [schedule(60, columns=5), schedule(23)])
def test_what_is_wide_or_short_is_never_split_so(made):
    assert not keeping.narrow(made)


def test_rows_of_two_lines_keep_a_table_in_one_block():
    wide = table(
        head("期次", "说明"),
        *(row(str(n), cell("很长的说明" * 12)) for n in range(60)),
    )
    assert keeping.narrow(wide)
    assert not blocks(paper(heading("题", 1), wide))[1]
