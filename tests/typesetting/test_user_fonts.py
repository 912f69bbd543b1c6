"""Users may bring fonts of their own; what those lack comes from the packaged ones, and bad ones are refused."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pdfplumber
import pytest
import reportlab

from negotiation_docs.errors import OutputError
from negotiation_docs.writers import userfonts
from negotiation_docs.writers.fonts import FontChain, FontFace, face
from negotiation_docs.writers.linebreak import Run, break_lines
from negotiation_docs.writers.userfonts import chains, user_font

from . import pages

VERA = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A system on which only the Vera family is installed."""
    for name in ("Vera.ttf", "VeraBd.ttf", "VeraIt.ttf"):
        shutil.copy(VERA.with_name(name), tmp_path / name)
    monkeypatch.setattr(userfonts, "_folders", lambda: [tmp_path, tmp_path / "nowhere"])
    userfonts._installed.cache_clear()
    yield tmp_path
    userfonts._installed.cache_clear()


def test_a_font_is_found_by_its_path():
    assert user_font(VERA).has("A")
    assert user_font(str(VERA)) is user_font(VERA)


def test_a_font_is_found_by_its_family_name_in_its_regular_weight(installed):
    assert user_font("bitstream vera sans").path == installed / "Vera.ttf"
    assert user_font("BitstreamVeraSans-Bold").path == installed / "VeraBd.ttf"


def test_what_the_users_font_lacks_comes_from_the_packaged_one():
    made = chains({"song": VERA, "hei": [VERA]})
    assert made["song"].faces == (user_font(VERA), *face("song").faces)
    assert made["fangsong"].faces == face("song").faces
    assert made["hei"].missing("Plan还款") == []


def test_a_font_that_is_not_installed_is_refused_by_name(installed):
    with pytest.raises(OutputError, match="找不到字体“方正小标宋”"):
        user_font("方正小标宋")


def test_a_font_file_that_is_not_there_is_refused_without_its_folders():
    with pytest.raises(OutputError, match=r"找不到字体文件“secret\.ttf”"):
        user_font("/home/somebody/secret.ttf")


def test_a_file_that_is_no_font_is_refused(tmp_path):
    (tmp_path / "letter.ttf").write_text("not a font", encoding="utf-8")
    with pytest.raises(OutputError, match="不是可用的字体文件"):
        user_font(tmp_path / "letter.ttf")


@pytest.mark.parametrize(
    ("bits", "allowed"), [(0, True), (2, False), (4, True), (8, True), (0x100, False), (0x200, False)]
)
def test_a_font_whose_licence_forbids_embedding_is_refused(tmp_path, bits, allowed):
    data = bytearray(VERA.read_bytes())
    tables = int.from_bytes(data[4:6], "big")
    records = [data[12 + 16 * row : 28 + 16 * row] for row in range(tables)]
    start = next(int.from_bytes(record[8:12], "big") for record in records if record[:4] == b"OS/2")
    data[start + 8 : start + 10] = bits.to_bytes(2, "big")
    path = tmp_path / f"licence{bits}.ttf"
    path.write_bytes(data)
    if allowed:
        assert user_font(path).has("A")
    else:
        with pytest.raises(OutputError, match="不允许嵌入"):
            user_font(path)


def test_a_variable_font_is_set_in_its_regular_weight(tmp_path):
    builder = pytest.importorskip("fontTools.fontBuilder")
    pens = pytest.importorskip("fontTools.pens.ttGlyphPen")
    variations = pytest.importorskip("fontTools.ttLib.tables.TupleVariation")
    pen = pens.TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((400, 0))
    pen.lineTo((400, 700))
    pen.closePath()
    glyph = pen.glyph()
    font = builder.FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "A"])
    font.setupCharacterMap({ord("A"): "A"})
    font.setupGlyf({".notdef": glyph, "A": glyph})
    font.setupHorizontalMetrics({".notdef": (500, 0), "A": (500, 0)})
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Vary", "styleName": "Regular", "psName": "Vary"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    font.setupPost()
    font.setupFvar([("wght", 100, 100, 900, "Weight")], [])
    wider = variations.TupleVariation(
        {"wght": (0, 1, 1)}, [(0, 0), (800, 0), (800, 0), (0, 0), (800, 0), (0, 0), (0, 0)]
    )
    font.setupGvar({".notdef": [], "A": [wider]})
    path = tmp_path / "vary.ttf"
    font.save(path)
    variable = FontFace(path)
    assert variable.advance("A") == 500 + 300  # 400 is three eighths of the way from 100 to 900
    pdf = pages.page_of(break_lines([Run("AA", FontChain(variable), 12)], 400))
    (embedded,) = pages.fonts_of(pdf)
    assert embedded.widths == [1, [800]]
    assert b"fvar" not in embedded.program
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert "".join(char["text"] for char in opened.pages[0].chars) == "AA"
