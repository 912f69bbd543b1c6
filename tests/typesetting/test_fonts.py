"""Fonts say what they can draw and how wide it is; what no font has is named, the same for every format."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import reportlab

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers.fonts.opened import APOSTROPHE, DASH, FontChain, FontFace, face, missing
from negotiation_docs.writers.fonts.ticked import BOX, TICKED
from negotiation_docs.writers.lines.linebreak import Run, break_lines

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
SONG = face("song").primary


@pytest.mark.parametrize("char", "䶮𬭎㛃𫖮𣲘喆堃昇祎")
def test_rare_characters_of_names_are_in_both_packaged_fonts(char):
    assert missing(char) == []


def test_missing_characters_are_named_once_and_in_order():
    assert missing("甲😀乙\u2610😀丙") == ["😀", "\u2610"]


def test_a_ticked_box_is_drawn_from_the_empty_one_as_wide_and_with_more_ink():
    for name in ("song", "hei"):
        font = face(name).primary
        assert font.advance(TICKED) == font.advance(BOX) == 1000
        _, empty, full = font.charstrings([BOX, TICKED])
        assert len(full) > len(empty)
        assert full.endswith(empty[-20:])


def test_a_font_of_another_kind_leaves_the_ticked_box_to_one_that_can_draw_it():
    assert not FontFace(VERA).has(TICKED)
    assert FontChain(FontFace(VERA), SONG).find(TICKED) is SONG


def test_line_ends_and_tabs_of_a_papers_text_are_no_missing_characters():
    assert missing("甲\n乙\t丙") == []


def test_the_placeholder_of_the_dash_is_not_a_character_one_may_write():
    assert missing(DASH) == [DASH]
    assert missing(APOSTROPHE) == [APOSTROPHE]
    assert SONG.glyph(DASH) != 0


def test_fangsong_and_kai_are_set_in_song_and_emphasis_in_hei():
    assert face("fangsong") is face("song") is face("kai")
    assert face("hei") is not face("song")


def test_chinese_characters_are_one_em_wide_and_the_dash_two():
    assert SONG.width("元", 12) == 12
    assert SONG.width(DASH, 12) == 24


def test_full_width_marks_know_which_half_is_blank():
    assert all(SONG.slack(mark) == 500 for mark in "，。、；：？！）》〉”’】〕」』")
    assert all(SONG.slack(mark) == -500 for mark in "（《〈“‘【〔「『")
    assert all(SONG.slack(mark) == 0 for mark in "元—…a1,")


def test_spacing_is_added_to_every_character():
    assert SONG.widths(16, -0.22)["元"] == pytest.approx(15.78)


def test_a_chain_falls_back_to_the_next_font_within_a_line():
    vera = FontFace(VERA)
    chain = FontChain(vera, SONG)
    (line,) = break_lines([Run("按Plan还款", chain, 12)], 400)
    assert [(piece.font, piece.text) for piece in line.pieces] == [(SONG, "按"), (vera, "Plan"), (SONG, "还款")]
    assert line.width > vera.width("Plan", 12) + 36  # and the gaps between scripts


def test_what_no_font_of_a_chain_has_is_refused_by_name_and_code_point():
    chain = FontChain(FontFace(VERA))
    with pytest.raises(MissingGlyphs, match="“还”（U\\+8FD8）"):
        break_lines([Run("还款", chain, 12)], 400)
    with pytest.raises(MissingGlyphs, match="U\\+1F600"):
        break_lines([Run("甲😀", FontChain(FontFace(VERA), SONG), 12)], 400)


def test_one_font_measures_the_same_from_many_threads():
    fresh = FontFace(SONG.path)
    text = "本人因公司裁员失业收入中断无法按期归还贷款恳请贵行理解并同意重新协商" * 20
    widths = []
    threads = [threading.Thread(target=lambda: widths.append(fresh.width(text, 12))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert widths == [len(text) * 12] * 6
