"""Every font is in the file once, as a small valid subset from which each character extracts as itself."""

from __future__ import annotations

import io
import threading
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
import reportlab

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers.fonts.opened import FontChain, FontFace, face, prepare
from negotiation_docs.writers.lines.linebreak import Run, break_lines
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from tests.read.elsewhere import printed_elsewhere
from tests.typesetting import pages

TEXT = "欧阳𬭎尚欠本金86,421.37元——已逾期93日……“恳请”《协商》；Wi-Fi、⼀一，zhou@example.com"
VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def page(*texts, chain=None):
    return pages.page_of([break_lines([Run(text, chain or face("song"), 12)], 1000)[0] for text in texts])


def extracted(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        return "".join(char["text"] for char in opened.pages[0].chars)


def test_every_character_extracts_as_itself_above_ffff_and_two_drawn_alike():
    assert extracted(page(TEXT)) == TEXT


def test_a_code_is_the_character_itself_and_a_rare_one_has_a_number_no_text_holds():
    codes = DocumentFonts().codes(face("song").primary)
    assert codes.encode("本A𬭎𫖯𬭎") == "672c0041d800d801d800"
    assert codes.codes == {"A": 0x41, "本": 0x672C, "𫖯": 0xD801, "𬭎": 0xD800}


def test_a_dash_of_two_ems_is_one_glyph_that_extracts_as_two_characters():
    with pdfplumber.open(io.BytesIO(page("——"))) as opened:
        (dash,) = opened.pages[0].chars
    assert dash["text"] == "——"
    assert dash["width"] == pytest.approx(24)


def test_a_font_is_embedded_once_however_many_lines_use_it():
    (font,) = pages.fonts_of(page(*[TEXT] * 5))
    assert font.encoding == "/Identity-H"
    assert font.kind == "/CIDFontType0"


def test_the_subset_is_named_by_its_characters():
    names = [pages.fonts_of(page(text))[0].name for text in ("甲乙", "乙甲", "甲乙丙", "甲丙")]
    assert names[0] == names[1]
    assert len(set(names)) == 3
    assert all(name[6] == "+" and name[:6].isupper() for name in names)


def test_widths_in_the_file_are_those_of_the_font_program():
    cff_lib = pytest.importorskip("fontTools.cffLib")
    (font,) = pages.fonts_of(page(TEXT))
    program = cff_lib.CFFFontSet()
    program.decompile(io.BytesIO(font.program), None)
    (top,) = program.topDictIndex
    said = {int(name.removeprefix("cid")): 1000 for name in top.charset[1:]}
    assert len(said) == len(set(TEXT))  # the dash of two ems is one
    for first, group in zip(font.widths[::2], font.widths[1::2], strict=True):
        said.update({first + step: width for step, width in enumerate(group)})
    for cid, width in said.items():
        outline = top.CharStrings[f"cid{cid:05d}"]
        outline.decompile()
        outline.calcBounds(top.CharStrings)  # executes the outline, which finds its width
        assert getattr(outline, "width", 1000) == width


def test_the_same_text_gives_the_same_bytes_whatever_was_set_before():
    first = page(TEXT)
    page("完全不同的文字：先把别的轮廓读进来", "再来一些")
    assert page(TEXT) == first


def test_a_fresh_font_and_a_warm_one_give_the_same_bytes():
    path = face("song").primary.path
    warm = FontFace(path)
    warm.charstrings("一丁七万丈三上下不与丐丑专且世丘丙业丛东欧阳尚欠本金元已逾期日恳请协商")
    assert page(TEXT, chain=FontChain(warm)) == page(TEXT, chain=FontChain(FontFace(path)))


def test_six_threads_give_the_same_bytes():
    results = []
    threads = [threading.Thread(target=lambda: results.append(page(TEXT))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 6
    assert set(results) == {page(TEXT)}


def test_another_process_gives_the_same_bytes():
    code = (
        "import hashlib; from tests.typesetting import test_embedding as t;"
        "print(hashlib.sha256(t.page(t.TEXT)).hexdigest())"
    )
    digests = {printed_elsewhere(code, "-X", f"utf8={mode}") for mode in (0, 1)}
    assert len(digests) == 1


def test_a_truetype_font_is_embedded_with_its_own_map():
    pdf = page("Repayment plan 1,440.35", chain=FontChain(FontFace(VERA)))
    (font,) = pages.fonts_of(pdf)
    assert font.kind == "/CIDFontType2"
    assert font.glyph_map[:2] == b"\0\0"
    assert font.program[:4] == b"\0\1\0\0"
    assert extracted(pdf) == "Repayment plan 1,440.35"


def test_two_fonts_in_a_line_are_two_subsets():
    line = break_lines([Run("正文", face("song"), 12), Run("强调", face("hei"), 12)], 400)[0]
    fonts = pages.fonts_of(pages.page_of([line]))
    assert len(fonts) == 2
    assert {font.name[7:] for font in fonts} == {"NotoSerifSC-Regular", "NotoSansSC-Regular"}


def test_three_hundred_and_fifty_characters_stay_below_a_hundred_kilobytes():
    text = "".join(chr(0x4E00 + 7 * step) for step in range(350))
    (font,) = pages.fonts_of(page(text))
    assert font.packed < 100_000


def test_a_code_is_never_given_to_a_character_the_font_lacks():
    with pytest.raises(MissingGlyphs, match="U\\+1F600"):
        DocumentFonts().codes(face("song").primary).encode("😀")


def test_a_font_of_other_units_keeps_its_widths_and_its_scale(tmp_path):
    builder = pytest.importorskip("fontTools.fontBuilder")
    pens = pytest.importorskip("fontTools.pens.t2CharStringPen")
    pen = pens.T2CharStringPen(1228, None)
    pen.moveTo((100, 0))
    pen.lineTo((1100, 0))
    pen.lineTo((1100, 1400))
    pen.closePath()
    outline = pen.getCharString()
    font = builder.FontBuilder(2048, isTTF=False)
    font.setupGlyphOrder([".notdef", "A"])
    font.setupCharacterMap({ord("A"): "A"})
    font.setupCFF("Made-Up", {"FullName": "Made Up"}, {".notdef": outline, "A": outline}, {})
    font.setupHorizontalMetrics({".notdef": (1228, 0), "A": (1228, 100)})
    font.setupHorizontalHeader(ascent=1600, descent=-400)
    font.setupNameTable({"familyName": "Made Up", "styleName": "Regular", "psName": "Made-Up"})
    font.setupOS2(sTypoAscender=1600, sTypoDescender=-400, sCapHeight=1400)
    font.setupPost()
    path = tmp_path / "made-up.otf"
    font.save(path)
    pdf = page("AA", chain=FontChain(FontFace(path)))
    (embedded,) = pages.fonts_of(pdf)
    assert embedded.widths == [ord("A"), [600]]
    assert extracted(pdf) == "AA"
    program = pytest.importorskip("fontTools.cffLib").CFFFontSet()
    program.decompile(io.BytesIO(embedded.program), None)
    assert program.topDictIndex[0].FontMatrix == pytest.approx([1 / 2048, 0, 0, 1 / 2048, 0, 0])


def test_pikepdf_finds_nothing_wrong_with_the_file():
    with pikepdf.open(io.BytesIO(page(TEXT))) as opened:
        assert opened.check_pdf_syntax() == []


def test_reading_outlines_ahead_changes_no_byte():
    path = face("hei").primary.path
    prepared = FontFace(path)
    prepared.prepare("本人因公司裁员失业收入中断无法按期归还贷款恳请贵行理解并同意重新协商元整")
    assert page(TEXT, chain=FontChain(prepared)) == page(TEXT, chain=FontChain(FontFace(path)))


def test_prepared_fonts_hold_every_character_of_gb_2312():
    prepare()
    font = face("song").primary
    held = len(font._charstrings)
    assert held > 6_700
    font.charstrings("啊齄还款")
    assert len(font._charstrings) == held
