"""Tables: rows whole, tails never alone, figures on their points, tall rows cut at a line."""

import io
import re

import pdfplumber
import pikepdf
import pytest

from negotiation_docs.tree import Row, RowRole, Table, TableRole
from negotiation_docs.writers.pages.galley import Galley
from negotiation_docs.writers.pages.paginate import paginate
from negotiation_docs.writers.pages.paragraphs import Place
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import LOOKS
from negotiation_docs.writers.tables.cells import Slot, TableSetter, continued
from negotiation_docs.writers.tables.columns import widths
from negotiation_docs.writers.tables.grid import Ruled, decimal_shifts, fraction, rules
from tests.make.samples import PAPERS
from tests.make.trees import cell, head, heading, paper, paragraph, row, table
from tests.read.pdf import read, spoken, structure
from tests.read.some import some
from tests.read.words import squeeze

LOOK = LOOKS["personal"]
PLACE = Place(LOOK.left, LOOK.measure)


def strips_of(table):
    again = continued("", LOOK, PLACE, english=False)
    return TableSetter(table, LOOK, LOOK.styles["cell"], PLACE).strips(Node("Table"), again)


def rows_a_page(table, capacity=200.0):
    galley = Galley(capacity)
    galley.append(strips_of(table))
    return [len(page.placed) for page in paginate(galley.strips, capacity)]


def simple(count, foot=()):
    return Table((), head("期次", "金额"), tuple(row(str(n), "1.00", numbers=(1,)) for n in range(count)), foot)


@pytest.mark.parametrize("count", range(8, 30))
def test_a_table_never_ends_with_two_rows_alone(count):
    *_, last = rows_a_page(simple(count))
    assert last >= 3


def test_the_total_takes_three_rows_along():
    total = (row("合计", "9.00", numbers=(1,)),)
    tails = [rows_a_page(simple(count, total))[-1] for count in range(12, 30)]
    assert min(tails) >= 4


def test_the_heading_of_a_group_stays_with_its_first_row():
    group = Row((cell("二、困难情况", header=True, colspan=2),))
    for before in range(4, 12):
        rows = (*simple(before).body, group, *simple(6).body)
        table = Table((), head("期次", "金额"), rows)
        starts = [sum(rows_a_page(table)[: index + 1]) for index in range(len(rows_a_page(table)))]
        assert before + 2 not in starts  # head, then so many rows: the group's heading would end the page


def test_a_row_taller_than_a_page_is_cut_and_loses_no_word():
    tall = Row((cell("说明"), cell("文字很多，" * 900), cell("甲" * 300)))
    made = paper(
        heading("题", 1), Table((), head("项目", "内容", "备注"), (row("一", "短", "短"), tall, row("二", "短", "短")))
    )
    data = to_pdf(made)
    assert squeeze(spoken(data)) == squeeze(made.text)
    cells = structure(data).all("TR")[2].kids
    assert len({page for page, _ in cells[1].marks}) >= 3
    assert len({page for page, _ in cells[0].marks}) == 1


def test_a_tall_rows_parts_stay_inside_the_text_area():
    tall = Row((cell("说明"), cell("文字很多，" * 900)))
    data = to_pdf(paper(heading("题", 1), Table((), head("项目", "内容"), (tall,))))
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            levels = re.findall(rb"[\d.]+ ([\d.]+) [ml]\b", page.Contents.read_bytes())
            assert min(map(float, levels)) >= LOOK.bottom - 0.01


def test_cells_of_a_row_read_from_left_to_right():
    table = structure(to_pdf(PAPERS["evidence"]())).all("Table")[0]
    marks = [mark for element in table.walk() for mark in element.marks]
    assert marks == sorted(marks)


@pytest.mark.parametrize(
    ("text", "tail"), [("86,421.37", ".00"), ("12", ""), ("18.5%", ".0%"), ("60期", "期"), ("-3", "")]
)
def test_the_fraction_is_what_stands_from_the_point_on(text, tail):
    assert fraction(text) == tail


@pytest.mark.parametrize("text", ["待核对", "", "2026.11.21", "见附件1.2", "约3.5万至4.5万"])
def test_words_have_no_fraction(text):
    assert fraction(text) is None


def test_figures_with_fewer_decimals_stand_further_left():
    table = Table((), head("项目", "比例"), (row("甲", "61.35", numbers=(1,)), row("乙", "5", numbers=(1,))))
    assert decimal_shifts(table, lambda text, strong: 6.0 * len(text)) == {(1, False, ""): 18.0}


@pytest.mark.parametrize("name", ["要点和本人承诺", "对方答复和承诺事项", "Receipt no.", "Form and quantity"])
def test_a_head_of_several_lines_stands_even_and_no_word_of_it_is_cut(name):
    setter = TableSetter(table(head(name), row("一")), LOOK, LOOK.styles["cell"], PLACE)
    (cell,) = setter.table.head[0].cells
    for measure in range(44, 78, 3):
        lines = setter._lines(cell, Slot("TH", "", 100.0, 100.0 + measure, 0, strong=True))
        assert "".join(line.text for line in lines).replace(" ", "") == name.replace(" ", "")
        assert all(line.x >= 0 and line.x + line.width <= measure + 0.01 for line in lines)
        if len(lines) > 1 and not name.isascii():
            assert min(len(line.text) for line in lines) >= 2


def test_columns_that_end_alike_need_no_shift():
    assert decimal_shifts(simple(3), lambda text, strong: 6.0 * len(text)) == {}


def ruled(group: str, top: float, role: RowRole = RowRole.PLAIN) -> Ruled:
    return Ruled(0, 20, top, 10, group, role)


def heights(role: TableRole, *rows: Ruled, **where) -> dict[float, list[float]]:
    """Where the rules of each width stand."""
    return {width: [rule[1] for rule in found] for width, found in rules(rows, LOOK, role, **where).items()}


def test_a_table_stands_between_heavy_rules_with_hairlines_between_its_rows_and_none_between_columns():
    rows = ruled("THead", 100), ruled("TBody", 90), ruled("TBody", 80), ruled("TFoot", 70)
    assert heights(TableRole.PLAIN, *rows) == {LOOK.heavy_rule: [100, 60], LOOK.rule: [90, 70], LOOK.hairline: [80]}
    assert all(rule[1] == rule[3] for found in rules(rows, LOOK, TableRole.PLAIN).values() for rule in found)


def test_a_ledger_has_hairlines_above_its_sums_alone():
    sums = ruled("TBody", 90, RowRole.SUM), ruled("TBody", 80, RowRole.PART), ruled("TBody", 70, RowRole.SUM)
    assert heights(TableRole.LEDGER, ruled("THead", 100), *sums)[LOOK.hairline] == [70]


def test_a_form_is_ruled_around_every_cell():
    whole = Ruled(0, 20, 100, 10, "TBody", edges=(0, 20))
    parted = Ruled(0, 20, 90, 10, "TBody", edges=(0, 6, 20))
    assert rules((whole, parted), LOOK, TableRole.FORM) == {
        LOOK.rule: [
            (0, 100, 20, 100), (0, 100, 0, 90), (20, 100, 20, 90),
            (0, 90, 20, 90), (0, 90, 0, 80), (6, 90, 6, 80), (20, 90, 20, 80),
            (0, 80, 20, 80),
        ]
    }  # fmt: skip


def test_the_columns_of_a_form_are_as_wide_whatever_is_filled_in():
    def filled(text):
        return Table((), (), (row("1.对本金有无异议", text),), role=TableRole.FORM)

    assert widths(filled("无□"), 41.1) == widths(filled("账单所列与原告主张不一致。" * 30), 41.1) == (0.29, 0.71)


def test_a_form_that_goes_on_has_no_line_of_ours_above_it():
    rows = tuple(row(f"{number}.对本金有无异议", "有☑|异议内容：数额不对|证据1") for number in range(40))
    data = to_pdf(paper(heading("民事答辩状", 1), Table((), (), rows, role=TableRole.FORM)))
    found = read(data)
    assert len(found.artifacts) > 1
    assert not any("续表" in text for page in found.artifacts for text in page)


def test_where_a_table_continues_the_rule_under_its_head_is_drawn_once():
    assert heights(TableRole.PLAIN, ruled("THead", 100), closed=False) == {LOOK.heavy_rule: [100]}
    assert heights(TableRole.PLAIN, ruled("TBody", 90), above="THead") == {LOOK.rule: [90], LOOK.heavy_rule: [80]}


def characters(data):
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return pdf.pages[0].chars


def test_decimal_points_stand_below_each_other_on_the_page():
    figures = ("1,440.35", "11.1", "7", "111,111.11", "9.999")
    rows = tuple(row("甲", text, numbers=(1,)) for text in figures)
    total = (row("合计", "2,222.22", numbers=(1,)),)
    chars = characters(to_pdf(paper(heading("题", 1), Table((), head("项目", "金额"), rows, total))))
    points = [char["x0"] for char in chars if char["text"] == "."]
    assert len(points) == 5
    assert max(points) - min(points) < 0.25  # the foot's point is of another face


def test_digits_stand_below_digits_though_the_fonts_one_is_narrow():
    figures = ("2,222.22", "1,111.11", "2,121.12", "9,999.99")
    chars = characters(to_pdf(paper(heading("题", 1), simple_of(figures))))
    digits = [char for char in chars if char["text"].isdigit() or char["text"] in ".,"]
    columns = [[(char["x0"] + char["x1"]) / 2 for char in digits[place::8]] for place in range(8)]
    assert all(max(middles) - min(middles) < 0.35 for middles in columns)


def simple_of(figures):
    return Table((), head("项目", "金额"), tuple(row("甲", text, numbers=(1,)) for text in figures))


def test_text_of_a_repeated_head_is_drawn_on_each_page():
    pages = read(to_pdf(PAPERS["rows360"]())).artifacts
    assert all(any("期次" in text for text in page) for page in some(pages[1:]))


@pytest.mark.parametrize("lines", range(20, 30))
def test_words_that_end_in_a_colon_stand_on_the_page_of_their_table(lines):
    body = [paragraph("文" * 20) for _ in range(lines)]
    made = paper(heading("题", 1), *body, paragraph("每月收支如下："), simple(4))
    (page,) = (page for page in read(to_pdf(made)).pages if any("如下" in text for text in page))
    assert "金额" in page
    assert len([text for text in page if text == "1.00"]) == 4
