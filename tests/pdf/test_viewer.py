"""Someone who points at a word in PDFium, selects, copies or searches it gets what is seen (Chrome, Edge, Android)."""

from __future__ import annotations

from random import Random

import pytest

from negotiation_docs.tree import Role
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.pdffile import spans
from negotiation_docs.writers.style import LOOKS
from tests.make.samples import PAPERS
from tests.make.trees import head, heading, paper, paragraph, row, table
from tests.read.some import some
from tests.read.viewer import blanks, drawn, misread, unfound, viewers

# The mark across a draft lies over its words. 360 rows are more of what 60 rows show.
MATRIX = [(name, look) for name in PAPERS if name not in {"draft", "rows360"} for look in LOOKS]
MARKS = "，。、；：？！）》〉”’】〕」』（《〈“‘【〔「『"
LETTERS = "本人在A市B区C路租住，微信号码abc，用ETC付款，欧阳𬭎在D市E区做IT工作，使用PC和APP，到F站坐G线，"

SAID = (
    "本人欧阳𬭎，",
    "于2025年9月3日在贵公司办理小额信用贷款（合同编号XD20250903A017），",
    "尚欠本金86,421.37元、利息3,912.08元，",
    "欧阳𬭎（借款人）",
    "与欧阳𬭎、张三、“示例平台”（APP）",
    "使用微信ABC和ETC付款，",
    "（卡号尾号4021）。",
    "自2026年12月25日起分60期，每期1,440.35元（最后一期1,440.42元）；",
    "依据《民法典》第六百七十六条，",
    "𬭎某用APP与欧阳𬭎ABC核对：",
    "已付8期，",
    "3人，",
    "请于15日内答复。",
    "附件2《流水》（2页）",
)


@pytest.mark.parametrize(("name", "look"), MATRIX)
def test_every_character_is_found_where_it_is_drawn_and_every_figure_selects_as_itself(name, look):
    assert misread(to_pdf(PAPERS[name](), LOOKS[look])) == []


@pytest.mark.parametrize(("name", "look"), MATRIX)
def test_phrases_are_found_also_where_they_are_broken_over_lines(name, look):
    words = PAPERS[name]()
    assert unfound(to_pdf(words, LOOKS[look]), words.text) == []


@pytest.mark.parametrize(("name", "look"), MATRIX)
def test_a_copy_has_no_blank_that_the_paper_does_not_have(name, look):
    words = PAPERS[name]()
    for viewer in some(viewers(to_pdf(words, LOOKS[look]))):
        assert blanks(viewer.copied, words.text) == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_line_full_of_gaps_is_read_as_it_is_seen(look):
    made = paper(heading("题", 1), *[paragraph(LETTERS[at:] + LETTERS) for at in range(0, 40, 5)])
    data = to_pdf(made, LOOKS[look])
    assert misread(data) == []
    assert unfound(data, made.text) == []
    assert sum(viewer.copied.count("𬭎") for viewer in viewers(data)) == made.text.count("𬭎")


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("seed", [2, 12, 19])
def test_lines_of_figures_brackets_and_rare_names_are_read_as_they_are_seen_however_they_fall(look, seed):
    """Figures are narrow and marks close up, so that the shares of a span over them are uneven and it ends early."""
    some_of = Random(seed)
    told = ["".join(some_of.choices(SAID, k=14))[some_of.randrange(12) :] for _ in range(25)]
    made = paper(heading("题", 1), *map(paragraph, told))
    data = to_pdf(made, LOOKS[look])
    assert misread(data) == []
    assert unfound(data, made.text) == []
    assert [each for viewer in some(viewers(data)) for each in blanks(viewer.copied, made.text)] == []


@pytest.mark.parametrize("look", LOOKS)
def test_a_mark_that_ends_a_span_is_told_from_one_that_follows_closely(look):
    told = "本人向您借款10,000.00元（2025年5月6日借条）。这笔借款应于2026年5月6日归还，截至2026年11月21日已逾期，"
    made = paper(heading("题", 1), *[paragraph(told[at:] + told) for at in range(len(told))])
    assert misread(to_pdf(made, LOOKS[look])) == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("role", [Role.BODY, Role.NOTE])
def test_of_any_two_marks_side_by_side_each_is_found_at_its_place(look, role):
    pairs = [[f"甲{one}{other}乙" for other in MARKS] for one in MARKS]
    made = paper(heading("题", 1), *[paragraph("".join(words), role) for words in pairs])
    assert misread(to_pdf(made, LOOKS[look])) == []


@pytest.mark.parametrize("look", LOOKS)
def test_an_apostrophe_and_a_mark_in_a_tight_cell_are_found_before_the_letter_behind_them(look):
    told = "五个工作日内文件：rec_1116.m4a、a.b，c"
    cells = [row(told[at:] + told, "spouse’s", "the plaintiff’s claim; borrower’s lt’s") for at in range(len(told))]
    made = paper(heading("题", 1), paragraph("The lender’s lt’s."), table(head("一", "二", "三"), *cells))
    assert misread(to_pdf(made, LOOKS[look])) == []


def test_a_character_above_the_basic_plane_is_two_units_in_one_place_and_is_selected_and_copied_whole():
    data = to_pdf(paper(heading("题", 1), paragraph("本人欧阳𬭎现在租住。")))
    (viewer,), (places,) = viewers(data), drawn(data)
    one, place, after = (places[at] for at in (4, 5, 6))
    assert place.char == viewer.pointed(place) == "𬭎"
    assert viewer.units(place) == [0xD872, 0xDF4E]
    assert viewer.selected(one, after) == "阳𬭎现"
    assert "本人欧阳𬭎现在租住。" in viewer.copied


def test_a_span_over_a_whole_line_would_be_noticed(monkeypatch):
    made = paper(heading("题", 1), paragraph(LETTERS), paragraph("电话138", Role.CONTACT))
    monkeypatch.setattr(spans, "_even", lambda *_: True)
    monkeypatch.setattr(spans, "_mistaken", lambda *_: True)
    monkeypatch.setattr(spans, "_WIDE", -1.0)
    data = to_pdf(made)
    assert misread(data)
    assert unfound(data, made.text)


def test_a_blank_that_is_read_and_not_written_would_be_noticed():
    assert blanks("尚欠 本金 1.00元\n本 人", "尚欠本金1.00元\n本 人") == ["尚欠␣本金", "本金␣1.00"]


def test_what_is_drawn_is_read_by_something_that_knows_no_span():
    places = drawn(to_pdf(paper(heading("题", 1), paragraph("在A市"))))
    assert "".join(place.char for place in places[0]) == "题在A市"
