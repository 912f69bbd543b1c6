"""The line breaker obeys the table of rules on thousands of paragraphs, and the judge can find fault."""

from __future__ import annotations

import random

import pytest

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers.fonts.opened import APOSTROPHE, FontChain, FontFace, face
from negotiation_docs.writers.fonts.opentype import FontFile
from negotiation_docs.writers.lines.linebreak import Run, break_lines, text_width
from tests.make import paragraphs
from tests.read import breaks

SONG = face("song")


def lines_of(text, measure, size=12.0, **options):
    return break_lines([Run(text, SONG, size)], measure, **options)


def texts(text, measure, **options):
    return [line.text for line in lines_of(text, measure, **options)]


def samples(seed, count):
    chance = random.Random(seed)
    return [paragraphs.draw(chance) for _ in range(count)]


@pytest.mark.parametrize("seed", range(8))
def test_no_line_breaks_a_rule_at_any_width_from_narrow_cell_to_body(seed):
    found = []
    for sample in samples(seed, 300):
        lines = lines_of(sample.text, sample.measure, sample.size, indent=sample.indent)
        found += breaks.faults(sample, [line.text for line in lines], SONG.primary)
    assert found == []


def test_every_line_keeps_within_its_measure_and_full_lines_reach_its_edge():
    ragged = 0
    count = 0
    for sample in samples(99, 200):
        lines = lines_of(sample.text, sample.measure, sample.size, indent=sample.indent)
        for number, line in enumerate(lines):
            indent = 0 if number else sample.indent
            assert line.width <= sample.measure - indent + 1e-3
            assert breaks.ink_end(line) <= sample.measure + 1e-3
            assert breaks.ink_end(line) == pytest.approx(indent + line.width, abs=1e-3)
            wide = sample.measure >= 12 * sample.size  # a narrower one often holds a single figure
            count += wide
            ragged += wide and number < len(lines) - 1 and line.width < sample.measure - indent - 1e-3
    assert ragged < 0.1 * count  # only where a token was pushed out and too few characters are left to spread


def test_the_pieces_hold_exactly_the_text_of_their_line():
    for sample in samples(7, 100):
        for line in lines_of(sample.text, sample.measure, sample.size, indent=sample.indent):
            assert breaks.drawn_text(line) == line.text


def test_the_judge_finds_the_faults_of_lines_cut_by_counting():
    kinds = set()
    for sample in samples(3, 60):
        step = max(int(sample.measure / sample.size), 1)
        cut = [sample.text[at : at + step] for at in range(0, len(sample.text), step)]
        for fault in breaks.faults(sample, cut, SONG.primary):
            kinds.add(
                next(kind for kind in ("starts with", "ends with", "though it fits", "marked place") if kind in fault)
            )
        assert breaks.faults(sample, cut[:-1], SONG.primary)[0] == "the lines joined are not the input"
    assert kinds == {"starts with", "ends with", "though it fits", "marked place"}


def test_a_comma_is_never_first_on_a_line():
    first, second = texts("一二三四五六七八九十，甲乙丙丁", 120)
    assert first[-1] != "十" or second[0] != "，"
    assert second[0] != "，"


def test_an_opening_bracket_is_never_last_on_a_line():
    assert texts("一二三四五六七八九（甲乙丙丁）", 120)[0] == "一二三四五六七八九"


def test_an_amount_stays_with_its_unit():
    for measure in range(90, 200, 5):
        for line in texts("本金人民币86421.37元整，利息3912.08元", measure)[:-1]:
            assert not line.endswith(("86421.", "86421.37", "3912.08", "3", "8"))


def test_the_number_of_an_entry_never_stands_at_the_end_of_a_line():
    assert texts("附件：1.居民身份证　2.解除劳动合同证明书", 11 * 12)[1].startswith("2.解除")
    for ems in range(4, 30):
        for line in texts("附件：1.身份证　2.证明书（1页）　3.第70条说明　12.《合同》", ems * 12):
            assert not line.rstrip("　").endswith((".", "1", "2", "3"))


def test_the_gap_between_entries_stays_unseen_at_the_end_of_a_line():
    for ems in range(4, 30):
        lines = texts("附件：1.身份证　2.证明书（1页）　3.第70条说明　12.《合同》", ems * 12)
        assert not any(line.startswith("　") for line in lines)
    assert texts("　　本人", 60) == ["　　本人"]  # an indent that a borrower typed is kept


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("还款记录及全部凭证见附件12，请查收", "附件12"),
        ("本人的联系方式如下。电子邮箱：zhou@example.com", "电子邮箱：zhou"),
        ("手机：13800138000　地址：北京市东城区示例街道", "地址：北京"),
        ("附件：1.居民身份证（复印件1份，1页）", "复印件1份，1页"),
    ],
)
@pytest.mark.parametrize("align", ["left", "justify"])
def test_what_reads_as_one_is_not_parted(text, pair, align):
    for ems in range(16, 30):
        assert any(pair in line for line in texts(text, ems * 12, align=align))


def test_a_label_parts_from_its_date_only_where_the_line_would_stay_ragged_otherwise():
    text = "以上金额如与贵行系统记录不一致，请提供明细，以核对结果为准（数据来源：2026年11月信用卡电子账单）。"
    ends = {line[-1] for ems in range(20, 40) for line in texts(text, ems * 12)[:-1]}
    assert "：" in ends
    for ems in range(20, 40):
        assert not any(line.endswith("：") for line in texts(text, ems * 12, align="left"))


def test_copies_wider_than_a_cell_part_before_their_figure_and_not_within_it():
    assert texts("复印件1份，1页", 4.2 * 12, align="left") == ["复印件", "1份，1页"]
    assert texts("复印件12份，3页", 3.4 * 12, align="left") == ["复印件", "12份，", "3页"]


def test_a_code_is_not_cut_while_it_fits():
    lines = texts("合同编号HT20260101ABCDEF已逾期", 130)
    assert any("HT20260101ABCDEF" in line for line in lines)


def test_squeezing_takes_a_character_in_before_anything_is_pushed_out():
    # Ten ems and a half: the last 十 and its comma come in because two commas give half an em.
    assert texts("一，二，三四五六七八，甲乙丙丁", 120)[0] == "一，二，三四五六七八，"


def test_where_nothing_is_spread_a_character_is_pushed_out_rather_than_the_line_squeezed():
    text = "一，二，三，四五六七八九十，甲乙丙丁，戊己庚辛"
    assert texts(text, 12 * 12 + 6)[0] == "一，二，三，四五六七八九十，"
    assert texts(text, 12 * 12 + 6, align="left")[0] == "一，二，三，四五六七八九"


def test_a_run_of_instalments_is_not_broken_where_nothing_is_spread_for_it():
    text = "每月25日还款，第1至59期每期1,440.35元"
    for ems in range(8, 20):
        assert any("第1至59期" in line for line in texts(text, ems * 12, align="left"))
        broken = texts(text, ems * 12)
        assert any("第1至59期" in line for line in broken) or any(line.endswith("第1") for line in broken)


def test_sentence_marks_are_squeezed_only_after_the_others():
    (line,) = [line for line in lines_of("一。二，三四五六七八甲，乙丙丁戊", 120) if line.text.startswith("一")]
    kerns = dict(line.pieces[0].kerns)
    assert kerns.get(2, 0.0) > kerns.get(4, -1.0)


def test_a_mark_at_the_end_of_a_line_takes_half_an_em():
    line = lines_of("一二三四五六七八九，甲乙", 114)[0]
    assert line.text == "一二三四五六七八九，"
    assert line.width == pytest.approx(114)
    assert all(piece.spacing == 0 for piece in line.pieces)


def test_an_opening_mark_at_the_start_of_a_line_is_pulled_in_by_half_an_em():
    (line,) = lines_of("（甲）乙", 200)
    assert line.x == pytest.approx(-6)


@pytest.mark.parametrize(
    ("text", "ems"), [("甲》，乙", 3.5), ("甲）。乙", 3.5), ("甲）（乙", 3.5), ("甲：“乙", 3.5), ("甲，乙", 3)]
)
def test_two_marks_side_by_side_take_one_and_a_half_ems(text, ems):
    assert text_width([Run(text, SONG, 12)]) == pytest.approx(ems * 12)


@pytest.mark.parametrize("text", ["甲）》乙", "甲。”乙", "甲《（乙"])
@pytest.mark.parametrize("spacing", [0.0, -0.22])
def test_two_tall_marks_open_to_one_side_keep_a_hair_more_whatever_the_spacing(text, spacing):
    # A spacing below nothing is given back where the two meet: three of the four characters are followed by it.
    assert text_width([Run(text, SONG, 12, spacing)]) == pytest.approx(3.5 * 12 + 12 / 50 + 3 * spacing)


@pytest.mark.parametrize("word", ["ETC", "Wi-Fi", "A4", "no. GD-2024-0617-08"])
def test_gaps_of_at_most_a_quarter_em_stand_on_both_sides_of_a_word_between_chinese(word):
    (line,) = lines_of(f"用{word}整", 400)
    rooms = [room for piece in line.pieces for _, room in piece.kerns]
    assert len(rooms) == 2
    assert all(0 < room <= 3 for room in rooms)


@pytest.mark.parametrize(
    "text",
    [
        "共60期整",
        "尾号4021，",
        "附件2和附件3",
        "在22:00至次日8:00之间",
        "按3.5与4.5计",
        "XF20250302号",
        "（ETC）扣款",
        "：ETC扣",
    ],
)
def test_round_figures_and_beside_marks_there_is_no_gap_on_either_side(text):
    (line,) = lines_of(text, 400)
    assert all(room <= 0 for piece in line.pieces for _, room in piece.kerns)


@pytest.mark.parametrize(
    "text", ["93日", "2026年11月21日", "第12条", "（86,421.37元）", "，5，", "￥5.00", "18%", "周*远", '"甲"乙']
)
def test_no_gap_stands_inside_dates_figures_articles_or_beside_marks(text):
    (line,) = lines_of(text, 400)
    assert all(room <= 0 for piece in line.pieces for _, room in piece.kerns)


def test_gaps_between_scripts_never_exceed_a_quarter_em_in_spread_lines():
    for sample in samples(11, 150):
        for line in lines_of(sample.text, sample.measure, sample.size, indent=sample.indent):
            for piece in line.pieces:
                for index, room in piece.kerns:
                    if room > 0:
                        assert room + max(piece.spacing, 0) * bool(index) <= sample.size / 4 + 1e-6


@pytest.mark.parametrize("measure", range(118, 132))
def test_no_gap_opens_beside_a_character_above_the_basic_plane(measure):
    line = lines_of("本人欧阳𬭎，于昨日在贵公司办理信用贷款", measure)[0]
    assert line.width <= measure + 1e-6
    for piece in line.pieces:
        kerns = dict(piece.kerns)
        beside = [at for at in range(1, len(piece.text)) if "𬭎" in piece.text[at - 1 : at + 1]]
        assert all(abs(piece.spacing + kerns.get(at, 0.0)) < 1e-6 for at in beside)


def test_the_last_line_is_not_spread():
    line = lines_of("一二三四五六七八九十甲乙丙丁戊己庚", 125)[-1]
    assert line.width == pytest.approx(12 * len(line.text))


def test_no_single_character_is_left_alone_on_the_last_line():
    text = "一二三四五六七八九十甲乙丙丁戊己庚。"
    assert texts(text, 16 * 12) == ["一二三四五六七八九十甲乙丙丁戊", "己庚。"]


def test_lines_are_spread_between_chinese_characters_but_not_inside_a_figure():
    line = lines_of("截至今日尚欠本金合计86,421.37元并愿意按期归还本息", 202)[0]
    figure = next(piece for piece in line.pieces if "86,421.3" in piece.text)
    assert figure.spacing == 0
    assert line.pieces[0].spacing > 0
    assert line.width == pytest.approx(202)


def test_a_two_em_dash_is_one_unbroken_glyph_and_two_characters_of_text():
    (line,) = lines_of("失业——收入中断", 400)
    assert line.text == "失业——收入中断"
    assert line.width == pytest.approx(8 * 12)


def test_dates_wider_than_the_line_break_after_year_and_month():
    assert texts("2026年11月21日", 60, align="left") == ["2026年", "11月21日"]


def test_a_figure_wider_than_the_line_parts_from_its_unit_before_it_is_cut():
    assert texts("12,345,678.90万元", 84, align="left") == ["12,345,678.90", "万元"]


def test_an_address_wider_than_the_line_breaks_after_its_marks():
    lines = texts("zhou.mingyuan@example.com", 90, align="left")
    assert all(line[-1] in "@._" for line in lines[:-1])


def test_a_figure_a_little_too_wide_for_a_narrow_cell_is_set_tighter_instead_of_cut():
    lines = lines_of("金86,421.37元、利息", 60, 10.5)
    (figure,) = [line for line in lines if "86,421.37元、" in line.text]
    assert figure.width == pytest.approx(60, abs=1e-3)


def test_spaces_between_words_collapse_at_line_ends_and_stay_in_the_text():
    text = "The borrower asks the lender for a repayment plan of sixty months and for nothing else at this time"
    lines = lines_of(text, 300)
    assert "".join(line.text for line in lines) == text
    assert all(line.text.endswith(" ") for line in lines[:-1])
    assert all(line.width == pytest.approx(300) for line in lines[:-1])


@pytest.mark.parametrize("word", ["party’s", "borrower's", "don’t"])
def test_an_apostrophe_parts_no_word(word):
    for measure in range(80, 200, 3):
        assert sum(word in line for line in texts(f"he wrote of the other {word} reply in one word", measure)) == 1


def test_straight_quotation_marks_stay_with_the_word_they_enclose():
    for measure in range(30, 120, 7):
        for line in texts('甲乙丙"abc"丁戊己', measure)[:-1]:
            assert not line.endswith(('"', "a", "ab", "abc")) or line.endswith('abc"')


@pytest.mark.parametrize("whole", ["RMB 86,421.37", "21 November 2026", "2. Payslips", "no. GD-2024-0617-08"])
def test_english_amounts_numbers_and_dates_are_not_broken_at_their_spaces(whole):
    for measure in range(110, 200, 7):
        lines = texts(f"I owe you {whole} and I pay {whole} later", measure, align="left")
        assert sum(line.count(whole) for line in lines) == 2


def test_levels_differ_at_solidus_and_dash():
    solidus = "一二三四五六七八九／甲乙丙"
    assert texts(solidus, 120, level="basic")[0].endswith("／")
    assert not texts(solidus, 120)[0].endswith("／")
    dash = "一二三四五六七八九十——甲乙丙"
    assert texts(dash, 120)[1].startswith("——")
    assert not texts(dash, 120, level="strict")[1].startswith("——")


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("right", 64), ("center", 32)])
def test_lines_are_placed_by_their_alignment(align, x):
    (line,) = lines_of("甲乙丙", 100, align=align)
    assert line.x == pytest.approx(x)


def test_runs_of_two_fonts_break_as_one_text():
    hei = face("hei")
    runs = [Run("一二三四五六七八九", SONG, 12), Run("，甲乙", hei, 12), Run("丙丁戊", SONG, 12)]
    lines = break_lines(runs, 114)
    assert [line.text for line in lines] == ["一二三四五六七八九，", "甲乙丙丁戊"]
    assert [piece.font for piece in lines[0].pieces] == [SONG.primary, hei.primary]


def test_a_character_no_font_has_is_refused_by_name():
    with pytest.raises(MissingGlyphs, match="U\\+1F600"):
        lines_of("你好😀", 100)


def test_nothing_is_lost_and_nothing_hangs_on_ten_thousand_marks():
    for mark in ("）", "（", "…", "a", "—", "1", " ", "％"):
        text = mark * 10_000
        assert "".join(texts(text, 100)) == text


@pytest.mark.parametrize("measure", [-5, 0, 1, 5, 11, 13, 24])
def test_a_measure_narrower_than_a_character_still_ends(measure):
    text = "（甲乙）86,421.37元，a b——"
    lines = lines_of(text, measure, indent=24)
    assert "".join(line.text for line in lines) == text


@pytest.mark.parametrize("indent", [0, 24])
@pytest.mark.parametrize(
    "text", [" 本人2026年7月8日起失业，月收入1,440.35元。", "  a" + "甲" * 60 + "。", "  （一）" + "乙" * 40 + "。"]
)
def test_blanks_at_the_beginning_of_a_paragraph_are_kept_at_any_width(text, indent):
    for measure in range(60, 320, 12):
        assert "".join(texts(text, measure, indent=indent)) == text


def test_a_date_in_english_that_is_wider_than_its_cell_parts_at_its_blanks():
    lines = break_lines([Run("28 November 2032", face("hei"), 12)], 70, align="left")
    assert "".join(line.text for line in lines).replace(" ", "") == "28November2032"
    assert all(line.text.strip() in ("28", "November", "28 November", "November 2032", "2032") for line in lines)


def test_an_apostrophe_within_an_english_word_leaves_no_hole_and_a_quotation_mark_keeps_its_width():
    (apostrophe,) = lines_of("the lender’s", 400)
    (quoted,) = lines_of("the lender’ s", 400)
    assert apostrophe.text == "the lender’s"
    assert SONG.primary.slack("’") == 500  # the font's mark is as wide as a Chinese character; it has a narrow one, too
    assert SONG.primary.advance(APOSTROPHE) < 300
    space = text_width([Run("a b", SONG, 12.0)]) - text_width([Run("ab", SONG, 12.0)])
    narrower = SONG.width("’", 12.0) - SONG.width(APOSTROPHE, 12.0)
    hair = 12.0 / 50  # the letter before it may lean over it
    assert quoted.width - apostrophe.width == pytest.approx(narrower + space - hair, abs=1e-3)


def test_where_a_font_has_no_narrow_apostrophe_its_blank_half_is_taken_out(monkeypatch):
    monkeypatch.setattr(FontFile, "apostrophe", lambda _: 0)
    bare = FontChain(FontFace(SONG.primary.path))
    space = text_width([Run("a b", bare, 12.0)]) - text_width([Run("ab", bare, 12.0)])
    closed, quoted = (text_width([Run(text, bare, 12.0)]) for text in ("the lender’s", "the lender’ s"))
    hair = 12.0 / 50  # without it a viewer finds the letter behind where the apostrophe stands
    assert quoted - closed == pytest.approx(6.0 + space - hair, abs=1e-3)
