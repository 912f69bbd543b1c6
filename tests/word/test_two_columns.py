"""A long narrow schedule stands in two columns of the page in Word, in a section of its own."""

from __future__ import annotations

import pytest

from negotiation_docs.tree import SectionRole
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.docxfile.twocolumns import GAP, going_on, in_two_columns
from negotiation_docs.writers.style import A4, LOOKS
from tests.make.trees import head, heading, paper, paragraph, row, section, table
from tests.read.docx import W, property_of, val, words, xml
from tests.read.some import some


def schedule(count, *more):
    rows = (row(str(n), "2027-01-25", "1,440.35", "9.00", *more, numbers=(2, 3)) for n in range(1, count + 1))
    return table(head("期次", "还款日", "应还金额（元）", "剩余本金（元）", *more), *rows, caption="附表")


def sections(made, look="personal"):
    return list(xml(to_docx(made, LOOKS[look])).iter(f"{W}sectPr"))


@pytest.mark.parametrize("look", LOOKS)
def test_the_schedule_is_the_second_of_three_sections_and_the_only_one_in_two_columns(look):
    letter, columns, rest = sections(paper(heading("题", 1), schedule(60), paragraph("后文")), look)
    counts = [each.find(f"{W}cols").get(f"{W}num") for each in (letter, columns, rest)]
    assert counts == [None, "2", None]
    assert letter.find(f"{W}type") is None
    assert [val(each.find(f"{W}type")) for each in (columns, rest)] == ["continuous"] * 2


def test_all_sections_are_of_one_page_and_have_the_footers_of_the_first():
    found = sections(paper(heading("题", 1), schedule(60)))
    assert len({(each.find(f"{W}pgSz").get(f"{W}w"), each.find(f"{W}pgMar").get(f"{W}left")) for each in found}) == 1
    assert found[0].find(f"{W}footerReference") is not None
    assert found[1].find(f"{W}footerReference") is None


@pytest.mark.parametrize("look", LOOKS)
def test_the_table_has_half_the_measure_and_its_rows_once_and_in_order(look):
    body = xml(to_docx(paper(heading("题", 1), schedule(60)), LOOKS[look]))
    made = body.find(f".//{W}tbl")
    width = int(made.find(f"{W}tblPr/{W}tblW").get(f"{W}w"))
    measure = round((A4[0] - LOOKS[look].left - LOOKS[look].right) * 20)
    assert 2 * width + GAP == pytest.approx(measure, abs=3)
    numbers = [words(next(iter(each.iter(f"{W}tc")))) for each in some(list(made.iter(f"{W}tr")))]
    assert numbers == ["期次", *map(str, range(1, 61))]


def test_the_schedule_begins_a_page_with_its_caption():
    data = to_docx(paper(heading("题", 1), paragraph("前文"), schedule(60)))
    assert property_of(data, "附表", "pageBreakBefore") is not None


def test_a_translation_counts_its_own_pages_and_keeps_its_schedule_in_one_column():
    english = section(heading("Plan", 1), schedule(60), role=SectionRole.PAGE_BREAK, lang="en")
    found = sections(paper(heading("题", 1), schedule(60), english))
    assert [each.find(f"{W}cols").get(f"{W}num") for each in found] == [None, None]


def test_what_follows_goes_on_on_the_same_page_as_no_first_one():
    assert going_on('<w:sectPr><w:type w:val="oddPage"/><w:pgSz/><w:titlePg/></w:sectPr>') == (
        '<w:sectPr><w:type w:val="continuous"/><w:pgSz/></w:sectPr>'
    )
    found = sections(paper(heading("题", 1), schedule(60), paragraph("后文"), schedule(60)))
    assert [each.find(f"{W}type") is not None for each in found] == [False, True, True, True, True]


@pytest.mark.parametrize("made", [schedule(24), schedule(60, "备注")], ids=["short", "wide"])
def test_what_fits_a_page_or_is_wide_stays_in_one_column(made):
    assert len(sections(paper(heading("题", 1), made))) == 1


def test_a_document_without_section_properties_keeps_its_table_as_it_is():
    assert in_two_columns("<w:tbl/>", "</w:body></w:document>") == "<w:tbl/>"
