"""Our bases: shipped as the style table says, opened by an office program, taken back as a letterhead."""

import io
from pathlib import Path

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.docxfile.base import BASES, LANGUAGES, own_base
from negotiation_docs.writers.docxfile.build import build
from negotiation_docs.writers.docxfile.letterhead import prepare
from negotiation_docs.writers.style import LOOKS
from tests.make.letters import english, letter
from tests.make.samples import everything
from tests.read.docx import W, faults, parts, styles, val, words, xml
from tests.read.words import squeeze

EACH = pytest.mark.parametrize(("look", "lang"), [(look, lang) for look in LOOKS for lang in LANGUAGES])
BY_ITSELF = pytest.mark.parametrize(("look", "lang"), [(look, lang) for look in LOOKS for lang in ("zh", "en")])
PAPERS = {"zh": everything(), "en": english()}


@EACH
def test_what_is_shipped_is_what_the_style_table_says(look, lang):
    shipped, built = parts(own_base(LOOKS[look], lang)), parts(build(LOOKS[look], lang))
    assert shipped.keys() == built.keys()
    differing = [name for name in shipped if shipped[name] != built[name]]
    assert differing == [], "run python -m negotiation_docs.writers.docxfile.rebuild"


def test_every_shipped_file_is_a_base():
    assert {path.name for path in BASES.iterdir()} == {f"{look}.{lang}.docx" for look in LOOKS for lang in LANGUAGES}


@EACH
def test_a_base_is_prepared_already(look, lang):
    shipped = own_base(LOOKS[look], lang)
    with_python_docx, measure = prepare(shipped, shipped)
    assert parts(with_python_docx) == parts(shipped)
    assert abs(measure - LOOKS[look].measure * 20) < 1


@EACH
def test_a_base_carries_neither_clock_nor_author_nor_leftovers(look, lang):
    shipped = own_base(LOOKS[look], lang)
    assert faults(shipped) == []
    everything = b"".join(parts(shipped).values())
    assert not [name for name in parts(shipped) if "thumbnail" in name or "customXml" in name or "app.xml" in name]
    assert b"python-docx" not in everything
    assert b"rsid" not in everything
    assert b"dcterms:created" not in everything
    assert xml(shipped, "docProps/core.xml").tag.endswith("/metadata/core-properties}coreProperties")


@EACH
def test_a_person_sees_the_place_of_the_words_and_the_styles_in_chinese(look, lang):
    opened = docx.Document(io.BytesIO(own_base(LOOKS[look], lang)))
    assert [paragraph.text for paragraph in opened.paragraphs if paragraph.text] == ["【正文】"]
    shown = [style.name for style in opened.styles if style.quick_style and not style.hidden]
    assert {"文书标题", "文书正文", "落款签名", "文书表格", "强调"} <= set(shown)


def edited(look: str, lang: str) -> bytes:
    """A base as it comes back from Word: larger type, a name in the header, ids of Word's own."""
    opened = docx.Document(io.BytesIO(own_base(LOOKS[look], lang)))
    opened.styles["文书正文"].font.size = Pt(15)
    opened.sections[0].header.paragraphs[0].text = "某某法律援助中心"
    ids = {style.style_id: f"a{number}" for number, style in enumerate(opened.styles) if not style.builtin}
    for root in (opened.styles.element, opened.element, opened.sections[0].footer._element):
        for each in root.iter(*(f"{W}{name}" for name in ("style", "pStyle", "basedOn", "next"))):
            name = f"{W}styleId" if each.tag == f"{W}style" else f"{W}val"
            each.set(name, ids.get(each.get(name), each.get(name)))
    out = io.BytesIO()
    opened.save(out)
    return out.getvalue()


@BY_ITSELF
def test_a_base_changed_in_word_comes_back_as_a_letterhead(look, lang):
    paper = PAPERS[lang]
    data = to_docx(paper, LOOKS[look], base=edited(look, lang))
    assert squeeze(words(xml(data))) == squeeze(paper.text)
    assert faults(data) == []
    opened = docx.Document(io.BytesIO(data))
    assert opened.styles["文书正文"].font.size == Pt(15)
    assert opened.sections[0].header.paragraphs[0].text == "某某法律援助中心"
    names = [style.name for style in opened.styles]
    assert len(names) == len(set(names))


def test_an_english_section_keeps_western_type_on_a_letterhead():
    data = to_docx(everything(), base=edited("personal", "zh"))
    opened = docx.Document(io.BytesIO(data))
    paragraph = next(each for each in opened.paragraphs if each.text.startswith("This is a translation"))
    assert paragraph.style.base_style.font.name == "Times New Roman"


def test_a_style_of_another_name_under_one_of_our_ids_stays_what_it_is():
    opened = docx.Document()
    opened.styles.add_style("body", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(40)
    opened.sections[0].header.paragraphs[0].text = "信头"
    opened.sections[0].header.paragraphs[0].style = opened.styles["body"]
    out = io.BytesIO()
    opened.save(out)
    made_of = docx.Document(io.BytesIO(to_docx(letter(), base=out.getvalue())))
    assert made_of.sections[0].header.paragraphs[0].style.font.size == Pt(40)
    assert {paragraph.style.name for paragraph in made_of.paragraphs} >= {"文书正文"}
    assert made_of.styles["文书正文"].font.size == Pt(12)


def test_what_is_drawn_in_english_is_british():
    made_of = styles(to_docx(english()))
    assert {val(style.find(f"{W}rPr/{W}lang")) for style in made_of.values()} <= {"en-GB", ""}
    assert "en-US" not in (Path(BASES).parent / "skeleton/settings.xml").read_text(encoding="utf-8")
