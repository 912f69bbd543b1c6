"""Users may bring fonts of their own; what those lack comes from the packaged ones, and bad ones are refused."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pdfplumber
import pikepdf
import pytest
import reportlab
import yaml

import negotiation_docs as nd
from negotiation_docs.coverage import check
from negotiation_docs.errors import MissingGlyphs, OutputError
from negotiation_docs.tree import Heading, Paper, Paragraph, Text
from negotiation_docs.writers.fonts import chosen as userfonts
from negotiation_docs.writers.fonts.chosen import chains, user_font
from negotiation_docs.writers.fonts.opened import FontChain, FontFace, face, missing
from negotiation_docs.writers.lines.linebreak import Run, break_lines
from tests.typesetting import pages

ZHOU = Path(__file__).parents[2] / "examples" / "zhou.yaml"
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
    assert made["hei"].missing("Plan还款") == []


def test_a_rare_character_needs_a_font_in_one_face_only():
    made = chains({"宋体": VERA})
    assert made["fangsong"].faces == (*face("song").faces, user_font(VERA))
    assert missing("Ł") == ["Ł"]
    assert missing("Ł", made) == []


def test_a_face_nobody_knows_is_refused_with_those_there_are():
    with pytest.raises(OutputError, match="没有“隶书”这种字体；可用：song 宋体"):
        chains({"隶书": VERA})


def test_a_letter_is_set_in_the_fonts_given_for_its_faces():
    letter = nd.render("hardship_letter", nd.load(ZHOU), fonts={"song": VERA})
    assert "BitstreamVeraSans-Roman" in fonts_in(letter.to_pdf())
    assert "BitstreamVeraSans-Roman" not in fonts_in(letter.to_pdf(fonts={"kai": VERA}))
    assert letter.to_pdf() == letter.to_pdf()
    packaged = nd.render("hardship_letter", nd.load(ZHOU))
    assert packaged.to_pdf(fonts={"song": VERA}) == letter.to_pdf()
    assert packaged.to_docx() == letter.to_docx()


def test_a_letter_with_a_character_only_the_users_font_has_is_written_in_every_format(tmp_path):
    case = zhou_with("Ł")
    with pytest.raises(MissingGlyphs, match="Ł"):
        nd.render("hardship_letter", case)
    letter = nd.render("hardship_letter", case, fonts={"song": VERA})
    with pdfplumber.open(io.BytesIO(letter.to_pdf("gb9704"))) as pdf:
        assert "Ł" in "".join(page.extract_text() for page in pdf.pages)
    assert "Ł" in letter.save(tmp_path / "letter.txt").read_text(encoding="utf-8")


def test_the_checks_name_a_character_no_font_has_unless_the_users_font_has_it():
    case = zhou_with("Ł")
    stops = [one for one in nd.check(case) if one.severity == "error"]
    assert [(one.rule, one.path) for one in stops] == [("text.undrawable", "measures[0]")]
    assert [one for one in nd.check(case, fonts={"hei": VERA}) if one.severity == "error"] == []


def zhou_with(char: str) -> nd.Case:
    data = yaml.load(ZHOU.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    data["measures"] = [f"已联系{char}先生"]
    return nd.load(data)


def fonts_in(pdf: bytes) -> set[str]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        every = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary)]
        return {str(each.FontName).partition("+")[2] for each in every if each.get("/Type") == "/FontDescriptor"}


def test_a_font_that_is_not_installed_is_refused_by_name(installed):
    with pytest.raises(OutputError, match="找不到字体“方正小标宋”"):
        user_font("方正小标宋")


def test_a_number_that_is_no_figure_names_no_font_of_a_collection():
    with pytest.raises(OutputError, match="找不到字体"):
        user_font("simsun.ttc#²")


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
    assert embedded.widths == [ord("A"), [800]]
    assert b"fvar" not in embedded.program
    with pdfplumber.open(io.BytesIO(pdf)) as opened:
        assert "".join(char["text"] for char in opened.pages[0].chars) == "AA"


@pytest.mark.parametrize("char", ["\0", "\u202e", "\ud800"])
def test_a_character_that_cannot_be_seen_is_named_by_its_code_alone(char):
    """One that turns the direction of a line would do so in the message, and half a character cannot be logged."""
    paper = Paper("own", "甲", "zh-CN", (Heading(1, (Text(f"甲{char}"),)), Paragraph((Text(f"乙{char}"),))))
    with pytest.raises(MissingGlyphs, match=rf"（U\+{ord(char):04X}）") as caught:
        check(paper)
    assert str(caught.value).isprintable()
