"""Text arrives as it was typed, or is refused by name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from negotiation_docs.facts.values.prose import BLANKS, one_line, prose
from tests.make.least import case_with, loaded, only_problem

HOSTILE = [
    "& < > \" ' {{7*7}} {% x %}",
    "<img src=/etc/hostname>",
    "** # | _ ` ~ \\ $x$ %s %(a)s",
    "{message} {0} {",
    "𬭎𠮷😀",
    "=HYPERLINK(1)",
    "../../etc/passwd",
    "周　启明·ABC",
    "null?",
    "否",
    "0012",
    "1234.10",
    "x" * 100,
]

FILLERS = "\u115f\u1160\u3164\uffa0"  # letters that nobody sees, which are refused


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_arrives_verbatim(text):
    assert loaded(borrower={"name": text}).borrower.name == text
    assert loaded(measures=[text]).measures == (text,)


def test_a_statement_may_be_ten_thousand_characters_long():
    text = "困" * 10_000
    assert loaded(hardship=[{"cause": "illness", "statement": text}]).hardship[0].statement == text


def test_what_is_too_long_is_refused_with_both_numbers():
    assert only_problem(case_with(borrower={"name": "周" * 101})) == (
        "borrower.name",
        "共101个字符，最多100个",
        "请写得短一些",
    )
    assert only_problem(case_with(measures=["停" * 501]))[1] == "共501个字符，最多500个"
    assert (
        only_problem(case_with(updates=[{"date": "2026-01-01", "statement": "长" * 20_001}]))[0]
        == "updates[0].statement"
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("周\x0b启明", "第2个字符是U+000B（控制字符），文书里不能使用"),
        ("周启明\x00", "第4个字符是U+0000（控制字符），文书里不能使用"),
        ("\x1f周启明", "第1个字符是U+001F（控制字符），文书里不能使用"),
        ("周\x85启明", "第2个字符是U+0085（控制字符），文书里不能使用"),
        ("周\t启明", "第2个字符是U+0009（制表符），文书里不能使用"),
        ("周\u200b启明", "第2个字符是U+200B（零宽字符），文书里不能使用"),
        ("周启明\ufeff", "第4个字符是U+FEFF（零宽字符），文书里不能使用"),
        ("\u202e明启周", "第1个字符是U+202E（文字方向控制符），文书里不能使用"),
        ("周\u2067启明", "第2个字符是U+2067（文字方向控制符），文书里不能使用"),
        ("葛\U000e0100", "第2个字符是U+E0100（异体字选择符），文书里不能使用"),
        ("❤\ufe0f", "第2个字符是U+FE0F（异体字选择符），文书里不能使用"),
        ("周\xad启明", "第2个字符是U+00AD（看不见的字符），文书里不能使用"),
        ("周\ud800启明", "第2个字符是U+D800（残缺的字符编码），文书里不能使用"),
        ("周\ufffe启明", "第2个字符是U+FFFE（不是字符的编码），文书里不能使用"),
        ("周\uffff启明", "第2个字符是U+FFFF（不是字符的编码），文书里不能使用"),
        ("周\U0002ffff启明", "第2个字符是U+2FFFF（不是字符的编码），文书里不能使用"),
        ("周\ufffd启明", "第2个字符是U+FFFD（替换符，多为编码转换出错留下的），文书里不能使用"),
    ],
)
def test_a_character_that_nobody_sees_is_refused_by_name(text, message):
    path, told, hint = only_problem(case_with(borrower={"name": text}))
    assert (path, told) == ("borrower.name", message)
    assert hint in ("请删除这个字符，最好把这一处重新输入一遍", "请改用空格")


@given(st.text(max_size=60))
def test_no_character_is_lost_on_the_way_in(text):
    try:
        read = one_line(text, longest=60)
    except PydanticCustomError:
        return
    assert read == unicodedata.normalize("NFC", text.strip(BLANKS))


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"]), min_size=1, max_size=3))
def test_no_invisible_character_slips_in(text):
    with pytest.raises(PydanticCustomError):
        one_line(f"甲{text}乙", longest=60)


def test_composed_and_decomposed_letters_are_the_same():
    assert loaded(borrower={"name": "Ame\u0301lie"}).borrower.name == "Amélie"


@pytest.mark.parametrize("text", ["甲\n乙", "甲\r乙", "甲\r\n乙", "甲\u2028乙"])
def test_a_line_break_in_a_one_line_field_is_an_error(text):
    expected = ("borrower.address", "只能写一行，不能换行", "请把内容写在同一行")
    assert only_problem(case_with(borrower={"name": "周启明", "address": text})) == expected


def test_a_line_break_in_a_statement_starts_a_new_paragraph():
    hardship = loaded(hardship=[{"cause": "illness", "statement": " 甲\r\n\n  乙\n"}]).hardship[0]
    assert hardship.statement == "甲\n乙"
    assert hardship.paragraphs == ("甲", "乙")


@given(
    st.lists(
        st.text(st.characters(categories=["Lo", "Nd", "Po"], exclude_characters=FILLERS), min_size=1, max_size=9),
        min_size=1,
        max_size=5,
    )
)
def test_paragraphs_survive_in_order(paragraphs):
    assert prose("\n\n".join(paragraphs), longest=999) == unicodedata.normalize("NFC", "\n".join(paragraphs))


def test_numbers_given_as_python_ints_are_text_where_text_is_asked_for():
    assert loaded(debt={"account": 4021}).debts[0].account == "4021"


@pytest.mark.parametrize(
    ("value", "message"), [(True, "应是一段文字"), (["甲"], "应是一段文字"), ({"a": "b"}, "应是一段文字")]
)
def test_what_is_no_text_is_refused(value, message):
    assert only_problem(case_with(borrower={"name": value}))[:2] == ("borrower.name", message)
