"""What a DOCX says is what the tree says, whatever the facts hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negotiation_docs.errors import OutputError
from negotiation_docs.tree import Paper, Paragraph, Role, Text
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.style import LOOKS
from tests.make.samples import PAPERS
from tests.make.trees import paragraph
from tests.read.docx import paragraphs, words, xml
from tests.read.words import squeeze


def paper(*texts: str) -> Paper:
    return Paper("test", "标题", "zh-CN", tuple(Paragraph((Text(text),)) for text in texts))


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
@pytest.mark.parametrize("sample", PAPERS.values(), ids=PAPERS)
def test_the_words_of_the_document_are_the_words_of_the_tree(sample, look):
    assert squeeze(words(xml(to_docx(sample(), look)))) == squeeze(sample().text)


def test_every_role_and_every_kind_of_block_is_written():
    every = Paper("test", "标题", "zh-CN", tuple(paragraph(role.value, role) for role in Role))
    assert [said.strip("\xa0 ") for _, said in paragraphs(to_docx(every)) if said] == [role.value for role in Role]


@pytest.mark.parametrize(
    "hostile",
    [
        "& < > \" ' {{7*7}} {% x %}",
        "<img src=/etc/hostname> ** # |",
        "</w:t></w:r></w:p><w:p/>",
        "]]> &amp; &#x41; &lt;",
        "𬭎 䶮 㛃 欧阳𬭎",
        "“引号”‘单引号’——破折号……省略号·间隔号",
        "emoji 🙂 and é ß Ω",
        "  white   space at both ends  ",
    ],
)
def test_hostile_words_arrive_letter_for_letter(hostile):
    assert paragraphs(to_docx(paper(hostile)))[0][1] == hostile


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), min_size=1))
def test_any_text_arrives_letter_for_letter(text):
    assert paragraphs(to_docx(paper(text)))[0][1] == text


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_xml_cannot_carry_is_refused_by_name(character):
    with pytest.raises(OutputError, match=f"U\\+{ord(character):04X}"):
        to_docx(paper(f"一{character}二"))


def test_ten_thousand_characters_in_one_paragraph_arrive():
    text = "长" * 10_000
    assert paragraphs(to_docx(paper(text)))[0][1] == text


def test_a_line_break_stays_in_its_paragraph():
    document = xml(to_docx(Paper("test", "标题", "zh-CN", (paragraph("甲|乙"),))))
    namespace = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
    assert len(document.findall(".//w:br", namespace)) == 1
    assert len(document.findall(".//w:p", namespace)) == 1
