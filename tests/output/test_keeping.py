"""What a page break never parts is decided once, and PDF and DOCX carry out the same."""

import io

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_docs.tree import Cell, Paper, Paragraph, Role, Row, Section, SectionRole, Table, Text
from negotiation_docs.writers import keeping
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.pages.compose import Composer
from negotiation_docs.writers.pages.fitting import fitted
from negotiation_docs.writers.pages.tablestrips import TableBlock
from negotiation_docs.writers.style import LOOKS


def row(text: str = "甲", span: int = 1) -> Row:
    if span == 2:
        return Row((Cell((Text(text),), colspan=2),))
    return Row((Cell((Text(text),)), Cell((Text("乙"),))))


def table(body: int, foot: int = 0, groups: tuple[int, ...] = ()) -> Table:
    rows = tuple(row(span=2 if at in groups else 1) for at in range(body))
    return Table((), (row("栏"),), rows, (row("合计"),) * foot)


def paragraph(text: str, role: Role = Role.BODY) -> Paragraph:
    return Paragraph((Text(text),), role)


def in_pdf(made: Table, look: str) -> list[bool]:
    composer = Composer(Paper("test", "标题", "zh-CN", (made,)), LOOKS[look])
    return [strip.keep for strip in composer.galley.strips if isinstance(strip.block, TableBlock)]


def in_docx(made: Table, look: str) -> list[bool]:
    opened = docx.Document(io.BytesIO(to_docx(Paper("test", "标题", "zh-CN", (made,)), LOOKS[look])))
    return [_holds(opened, element) for element in opened.element.body.iter(qn("w:tr"))]


def _holds(opened, tr) -> bool:
    paragraph = docx.text.paragraph.Paragraph(next(tr.iter(qn("w:p"))), opened)
    style = paragraph.style
    while style is not None and style.paragraph_format.keep_with_next is None:
        style = style.base_style
    return style is not None and bool(style.paragraph_format.keep_with_next)


def test_head_and_ends_of_a_table_and_the_headings_of_its_groups_hold_to_what_follows():
    held = [at for at, keep in enumerate(keeping.rows(table(20, foot=1, groups=(9,)))) if keep]
    assert held == [0, 1, 10, 18, 19, 20]  # head, first row; the group's heading; three rows before the foot
    assert keeping.rows(table(1)) == [True, False]


def test_more_rows_of_a_long_table_hold_to_its_head():
    assert keeping.rows(table(24))[:8] == [True] * 6 + [False] * 2


@pytest.mark.parametrize(("body", "foot", "taken"), [(20, 0, 2), (20, 1, 2), (4, 0, 2), (3, 0, 1), (3, 1, 1)])
def test_a_closing_block_takes_two_rows_with_it_and_no_more(body, foot, taken):
    kept = keeping.rows(table(body, foot), closing=True)
    assert kept[-taken - 1 :] == [False, *[True] * (taken - 1), False]


@pytest.mark.parametrize("look", LOOKS)
@settings(max_examples=40, deadline=None)
@given(body=st.integers(13, 40), foot=st.integers(0, 2), group=st.integers(0, 39))
def test_the_same_rows_of_a_table_that_may_split_hold_together_in_pdf_and_docx(look, body, foot, group):
    made = table(body, foot, groups=(group,))
    assert in_pdf(made, look) == in_docx(made, look)


@pytest.mark.parametrize("look", LOOKS)
def test_a_row_of_many_lines_stands_for_itself_in_both(look):
    tall = [row("甲" * 40 * lines) for lines in (1, 1, 9, 9, 9)]
    made = Table((), (row("栏"),), tuple(tall), ())
    assert in_pdf(made, look) == in_docx(made, look)
    assert in_pdf(made, look)[-3:] == [False] * 3


@pytest.mark.parametrize("look", LOOKS)
def test_a_short_paragraph_between_a_table_and_the_closing_block_goes_with_it_alone(look):
    sign = Section((paragraph("签名：", Role.SIGNATURE),), SectionRole.SIGNOFF)
    blocks = (Table((), (row("栏"),), tuple(row("甲" * 400) for _ in range(3)), ()), paragraph("以上据实记录。"), sign)
    paper = Paper("test", "标题", "zh-CN", blocks)
    strips = Composer(paper, LOOKS[look]).galley.strips
    last = max(at for at, strip in enumerate(strips) if isinstance(strip.block, TableBlock))
    assert [strip.keep for strip in strips[last : last + 2]] == [False, True]
    opened = docx.Document(io.BytesIO(to_docx(paper, LOOKS[look])))
    assert not any(_holds(opened, element) for element in list(opened.element.body.iter(qn("w:tr")))[-1:])


@pytest.mark.parametrize("look", LOOKS)
def test_a_table_up_to_a_quarter_of_a_page_is_whole_in_both(look):
    wholes = [all(in_docx(table(body), look)[:-1]) for body in range(1, 20)]
    assert wholes == sorted(wholes, reverse=True)  # whole up to a number of rows, and not beyond
    largest = wholes.index(False)
    assert largest > 4
    for lines in range(30):
        paper = Paper("test", "标题", "zh-CN", (*[paragraph("文")] * lines, table(largest)))
        pages = fitted(Composer(paper, LOOKS[look]).galley, LOOKS[look])
        assert sum(any(isinstance(strip.block, TableBlock) for strip, _ in page.placed) for page in pages) == 1


@pytest.mark.parametrize(
    ("text", "role", "held"),
    [
        ("收支如下：", Role.BODY, True),
        ("As follows: ", Role.BODY, True),
        ("收支如下。", Role.BODY, False),
        ("不同意，理由：", Role.CHECKBOX, False),
    ],
)
def test_words_that_announce_something_stay_with_it(text, role, held):
    assert keeping.announces(paragraph(text, role)) == held
    blocks = (paragraph(text, role), paragraph("后文"))
    paper = Paper("test", "标题", "zh-CN", blocks)
    assert Composer(paper, LOOKS["personal"]).galley.strips[0].keep == held
    opened = docx.Document(io.BytesIO(to_docx(paper)))
    assert bool(opened.paragraphs[0].style.paragraph_format.keep_with_next) == held


def test_small_print_clings_to_what_it_explains():
    assert keeping.clings(paragraph("注：含尾差。", Role.NOTE))
    assert not keeping.clings(paragraph("正文"))
    assert not keeping.clings(table(1))


def test_sections_that_stay_whole_are_those_that_say_so():
    assert {role for role in SectionRole if keeping.whole(role)} == {
        SectionRole.KEEP,
        SectionRole.SIGNOFF,
        SectionRole.RECEIPT,
    }
