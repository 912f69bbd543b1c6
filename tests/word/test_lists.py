"""Lists of names and values: the strip of key figures, and the contacts under their rule."""

import pytest

from negotiation_docs.tree import Description, DescriptionList, DescriptionRole, LineBreak, Role, Text, plain
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.style import LOOKS
from negotiation_docs.writers.tables.beside import DISTANCE, whole_words
from tests.make.trees import paper, paragraph, signoff
from tests.read.docx import W, property_of, xml


def listed(role: DescriptionRole, **pairs: str) -> DescriptionList:
    return DescriptionList(tuple(Description((Text(term),), (Text(said),)) for term, said in pairs.items()), role)


STRIP = listed(DescriptionRole.FIGURES, 账户="信用卡", 欠款="15,528.39元")
CONTACTS = listed(DescriptionRole.CONTACT, 手机号码="13300133000", 电子邮箱="tang@example.com")


@pytest.mark.parametrize(
    ("value", "room", "lines"),
    [
        ("截至2026年7月18日", 8, ["截至", "2026年7月18日"]),
        ("20期，每期751.46元", 8, ["20期，每期", "751.46元"]),
        ("合同编号HJ20250618-0277", 10, ["合同编号", "HJ20250618-0277"]),
        ("合同编号HJ20250618-0277", 14, ["合同编号HJ20250618-0277"]),
        ("至2031年12月28日", 9.5, ["至", "2031年12月28日"]),
        ("至2031年12月28日", 10, ["至2031年12月28日"]),
        ("HJ20250618-0277", 4, ["HJ20250618-0277"]),
        ("from 28 December 2026", 9, ["from ", "28 December 2026"]),
        ("核查更正并书面答复", 4, ["核查更正", "并书面答", "复"]),
        ("", 4, [""]),
    ],
)
def test_a_value_parts_where_no_date_figure_or_code_is_cut(value, room, lines):
    assert plain(whole_words((Text(value, strong=True),), room)).split("\n") == lines


def test_line_ends_that_a_value_has_and_its_strong_words_stay():
    value = (Text("1,198.18元", strong=True), LineBreak(), Text("原定2026年5月20日"))
    assert whole_words(value, 20) == value


def test_the_strip_of_a_docx_is_parted_so():
    narrow = listed(DescriptionRole.FIGURES, **{f"账户{at}": "合同编号HJ20250618-0277" for at in range(4)})
    (strip,) = xml(to_docx(paper(narrow, signoff()))).iter(f"{W}tbl")
    lines = [text.text for text in strip.iter(f"{W}t")]
    assert lines.count("合同编号") == lines.count("HJ20250618-0277") == len(list(strip.iter(f"{W}br"))) == 4


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_room_stands_between_a_list_and_the_words_above_it_as_in_the_pdf(look):
    above = paragraph("抄送：示例易借", Role.CONTACT)
    data = to_docx(
        paper(paragraph("尊敬的示例银行：", Role.SALUTATION), STRIP, paragraph("正文。"), above, CONTACTS), look
    )

    def after(text: str) -> float:
        return int(property_of(data, text, "spacing").get(f"{W}after", "0")) / 20

    assert after("尊敬的示例银行：") == pytest.approx(DISTANCE, abs=0.05)
    assert after("抄送：示例易借") == pytest.approx(look.styles["contact"].before, abs=0.05)
    assert after("正文。") == 0
