"""Styles: Chinese names, fonts in every slot, the measures of both looks, all from the one style table."""

import pytest
from msgspec.structs import replace

from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.docxfile.base import own_base
from negotiation_docs.writers.docxfile.stylenames import text_styles
from negotiation_docs.writers.style import LOOKS
from tests.make.letters import english, letter
from tests.make.samples import everything
from tests.read.docx import W, parts, property_of, styles, val, xml
from tests.read.some import some

LETTER = letter()


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_every_style_of_the_look_is_a_word_style_under_its_chinese_name(look):
    made = styles(own_base(look, "zh"))
    for key, style in some(text_styles(look).items()):
        assert val(made[key].find(f"{W}name")) == style.name
        assert val(made[key].find(f"{W}rPr/{W}sz")) == str(round(style.size * 2))
        assert made[key].find(f"{W}pPr/{W}spacing").get(f"{W}line") == str(int(style.leading * 20 + 0.001))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_a_line_of_text_grows_with_what_is_higher_and_a_row_of_figures_does_not(look):
    made = styles(to_docx(everything(), look))
    rules = {key: val(style.find(f"{W}pPr/{W}spacing"), "lineRule") for key, style in made.items()}
    assert {rules[key] for key in ("body", "item", "signature", "fingerprint", "note", "body-e")} == {"atLeast"}
    assert {rules[key] for key in ("cell", "number", "dense", "page_number")} == {"exact"}


def test_no_two_styles_share_a_name_or_an_id():
    made = xml(to_docx(everything()), "word/styles.xml").findall(f"{W}style")
    names = [val(style.find(f"{W}name")) for style in made]
    assert len(set(names)) == len(names)
    assert len({style.get(f"{W}styleId") for style in made}) == len(made)


def test_digits_of_chinese_text_are_set_in_a_western_face_with_no_gap_around_them():
    fonts = styles(to_docx(LETTER))["body"].find(f"{W}rPr/{W}rFonts")
    assert {fonts.get(f"{W}{slot}") for slot in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
    assert fonts.get(f"{W}eastAsia") == "宋体"
    gap = xml(to_docx(LETTER), "word/styles.xml").find(f"{W}docDefaults//{W}autoSpaceDN")
    assert val(gap) == "0"
    assert fonts.get(f"{W}hint") == "eastAsia"


def test_english_text_is_set_in_a_western_face_and_keeps_its_quotation_marks():
    fonts = styles(to_docx(english()))["body"].find(f"{W}rPr/{W}rFonts")
    assert (fonts.get(f"{W}ascii"), fonts.get(f"{W}hint")) == ("Times New Roman", "default")


def test_an_english_section_of_a_chinese_paper_has_its_own_styles():
    data = to_docx(everything())
    assert val(property_of(data, "This is a translation", "rFonts", "rPr"), "ascii") == "Times New Roman"
    assert val(property_of(data, "This is a translation", "ind"), "firstLine") == "0"


def test_each_font_has_stand_ins_for_machines_without_it():
    table = xml(to_docx(LETTER), "word/fontTable.xml")
    fonts = {font.get(f"{W}name"): val(font.find(f"{W}altName")) for font in table}
    assert "SimSun" in fonts["宋体"]
    assert "SimHei" in fonts["黑体"]
    assert all(fonts.values())


def test_the_first_line_is_indented_by_characters_with_a_fallback_in_points():
    indent = styles(to_docx(LETTER))["body"].find(f"{W}pPr/{W}ind")
    assert (indent.get(f"{W}firstLineChars"), indent.get(f"{W}firstLine")) == ("200", "480")


@pytest.mark.parametrize(("name", "characters", "em"), [("personal", 37, 240), ("gb9704", 28, 320 - 5)])
def test_a_line_holds_as_many_characters_as_the_look_decides(name, characters, em):
    section = xml(to_docx(LETTER, LOOKS[name])).find(f".//{W}sectPr")
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    measure = int(page.get(f"{W}w")) - int(margins.get(f"{W}left")) - int(margins.get(f"{W}right"))
    assert measure // em == characters


def test_the_page_of_gb9704_holds_22_lines():
    section = xml(own_base(LOOKS["gb9704"], "zh")).find(f".//{W}sectPr")
    page, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    height = int(page.get(f"{W}h")) - int(margins.get(f"{W}top")) - int(margins.get(f"{W}bottom"))
    assert height // int(section.find(f"{W}docGrid").get(f"{W}linePitch")) == 22
    assert section.find(f"{W}docGrid").get(f"{W}type") == "lines"


def test_a_letter_declares_no_grid_of_lines():
    """LibreOffice sets tables taller by it, and needs a page more for some papers."""
    assert xml(to_docx(LETTER)).find(f".//{W}sectPr/{W}docGrid").get(f"{W}type") is None


def test_chinese_line_rules_are_on():
    data = to_docx(LETTER)
    settings = xml(data, "word/settings.xml")
    assert val(settings.find(f"{W}characterSpacingControl")) == "compressPunctuation"
    no_start, no_end = val(settings.find(f"{W}noLineBreaksBefore")), val(settings.find(f"{W}noLineBreaksAfter"))
    assert set("，。、；：？！）》〉”’】〕』」·％／") <= set(no_start)
    assert set("（《〈“‘【〔『「￥／") <= set(no_end)
    defaults = xml(data, "word/styles.xml").find(f".//{W}pPrDefault/{W}pPr")
    assert defaults.find(f"{W}kinsoku") is not None
    assert val(defaults.find(f"{W}overflowPunct")) == "0"


def test_the_language_is_chinese_and_nothing_is_japanese():
    data = to_docx(LETTER)
    language = xml(data, "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert language.get(f"{W}eastAsia") == "zh-CN"
    assert b"ja-JP" not in b"".join(parts(data).values())


def test_headings_are_headings_to_a_program_that_knows_only_words_own():
    made = styles(to_docx(LETTER))
    parents = [val(made[val(made[key].find(f"{W}basedOn"))].find(f"{W}name")) for key in ("h1", "h2", "h3")]
    assert parents == ["heading 1", "heading 2", "heading 3"]


def test_a_changed_look_changes_the_document():
    look = LOOKS["personal"]
    larger = replace(look, styles={**look.styles, "body": replace(look.styles["body"], size=15)})
    assert val(styles(to_docx(LETTER, larger))["body"].find(f"{W}rPr/{W}sz")) == "30"
    assert val(styles(to_docx(LETTER, look))["body"].find(f"{W}rPr/{W}sz")) == "24"
