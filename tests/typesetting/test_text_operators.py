"""Lines become few and short operators, and extraction reads words, not gaps."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from negotiation_docs.writers.fonts.opened import face
from negotiation_docs.writers.lines.linebreak import Run, break_lines
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from negotiation_docs.writers.pdffile.operators import TextWriter, number
from tests.typesetting import pages

SONG = face("song")
DARK = face("hei", dark=True)


def operators(text, measure=400.0, **options):
    writer = TextWriter(DocumentFonts())
    return [writer.line(line, 80, 700) for line in break_lines([Run(text, SONG, 12)], measure, **options)]


def said(text):
    (line,) = operators(text)
    spans = re.findall(r"/Span<</ActualText<feff([0-9a-f]+)>>>BDC", line)
    return [bytes.fromhex(each).decode("utf-16-be") for each in spans]


def test_a_plain_line_is_one_string():
    assert operators("甲乙甲") == ["25 Tz 1 0 0 0.25 80 700 Tm /T1 48 Tf 0 Tc <75324e597532>Tj"]


def test_darkened_type_is_set_as_it_is_and_what_follows_narrow_again():
    writer = TextWriter(DocumentFonts())
    shown = [writer.line(break_lines([Run("甲乙", chain, 12)], 400)[0], 0, 0) for chain in (DARK, SONG, DARK)]
    assert ["100 Tz 1 0 0 1 0 0 Tm" in each and " 12 Tf" in each and "2 Tr" in each for each in shown] == [
        True,
        False,
        True,
    ]
    assert "25 Tz 1 0 0 0.25 0 0 Tm" in shown[1]
    assert "0 Tr" in shown[1]


def test_font_and_spacing_are_set_only_when_they_change():
    writer = TextWriter(DocumentFonts())
    (line,) = break_lines([Run("甲乙", SONG, 12)], 400)
    assert "Tf" in writer.line(line, 0, 0)
    assert "Tf" not in writer.line(line, 0, 0)
    writer.reset()
    assert "Tf" in writer.line(line, 0, 0)


def test_squeezed_marks_move_what_follows_them():
    assert operators("甲》，乙")[0].endswith("[<7532300b>500<ff0c4e59>]TJ")


def test_only_the_characters_beside_a_gap_say_what_they_are():
    assert said("本人居住地址在B座的三层") == ["在B座"]
    assert said("本人用ETC付款，之后") == ["用E", "C付"]
    assert said("共60期") == [], "round figures there is no gap"
    assert said("在 B 座") == [], "a blank that is typed is no gap"


def test_gaps_that_follow_each_other_are_in_one_span_and_the_line_goes_on_in_its_place():
    (line,) = operators("自2024年3月起在B市C区居住")
    assert [text for text in said("自2024年3月起在B市C区居住") if len(text) > 2] == ["在B市C区"]
    assert " Td " in line


def test_a_character_above_the_basic_plane_is_in_no_span():
    assert said("欧阳𬭎A次") == ["A次"]
    assert said("欧阳𬭎在A市") == ["在A市"]


def test_characters_that_a_reader_would_find_in_the_wrong_place_are_in_no_span():
    assert said("邮箱：lin") == [], "the mark's middle lies where the letter begins"


def test_a_line_without_gaps_says_nothing_twice():
    assert said("本人因失业") == []


def test_a_line_spread_by_a_hair_says_nothing_twice():
    assert "ActualText" not in operators("一二三四五六七八九十甲乙丙丁戊", 120.5)[0]


@pytest.mark.parametrize(
    ("value", "text"), [(0.0, "0"), (-0.0001, "0"), (12.0, "12"), (1.23456, "1.235"), (-0.5, "-0.5")]
)
def test_numbers_are_as_short_as_pdf_allows(value, text):
    assert number(value) == text


def test_the_operators_place_every_character_where_the_line_says():
    text = "截至2026年11月20日，尚欠本金86,421.37元、利息3,912.08元，已逾期93日。因“公司裁员”失业——目前收入仅4,800.00元"
    lines = break_lines([Run(text, SONG, 12)], 300, indent=24)
    # PDFium puts the spacing behind the last character of a string too, as the standard says; pdfplumber does not.
    shown = pypdfium2.PdfDocument(pages.page_of(lines))[0].get_textpage()
    boxes = [
        shown.get_charbox(at, loose=True) for at in range(shown.count_chars()) if shown.get_text_range(at, 1).strip()
    ]
    for number_, line in enumerate(lines[:-1]):
        last = max(left for left, bottom, _, top in boxes if bottom < 782 - 24 * number_ < top)
        half = 6 if line.text[-1] in "，。、”" else 0
        assert last + 12 - half == pytest.approx(80 + 300, abs=0.05)
