"""Plain text: readable in a mail, with furniture in characters."""

from __future__ import annotations

import re

import pytest

from negotiation_docs.tree import Cell, LineBreak, Paper, Paragraph, Row, Section, SectionRole, Table, TableRole, Text
from negotiation_docs.writers.text import WRITERS, to_text
from tests.make.nodes import paper


def squeeze(text: str) -> str:
    return re.sub(r"[\s□＿•-]+", "", text)


def test_a_text_file_has_the_words_of_the_tree_and_its_furniture():
    text = to_text(paper())
    assert squeeze(text).replace("：", "") == squeeze(paper().text).replace("：", "")  # a colon parts name and value
    assert "□ 角色checkbox" in text
    assert "角色signature＿＿＿＿＿＿" in text
    assert "2. 第二" in text.replace("□ ", "")
    assert "• 点" in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_the_columns_of_a_table_stand_under_each_other():
    def row(*words: str) -> Row:
        return Row((Cell((Text(words[0]),)), Cell((Text(words[1]),), number=True)))

    table = Table((Text("表"),), (row("项目", "金额（元）"),), (row("房租", "1,800.00"), row("交通通讯", "350.00")))
    assert to_text(Paper("x", "x", "zh-CN", (table,))) == (
        "表\n项目      金额（元）\n房租        1,800.00\n交通通讯      350.00\n"
    )


def test_a_form_tells_below_each_question_what_was_filled_in():
    asked = Cell((Text("1.对本金有无异议"),))
    filled = Cell((Text("无□　有☑"), LineBreak(), Text("异议内容：数额不对")))
    form = Table((), (), (Row((Cell((Text("答辩事项"),), colspan=2),)), Row((asked, filled))), role=TableRole.FORM)
    assert to_text(Paper("x", "x", "zh-CN", (form,))) == (
        "答辩事项\n1.对本金有无异议\n  无□　有☑\n  异议内容：数额不对\n"
    )


def test_a_receipt_is_cut_off_by_a_line():
    slip = Section((Paragraph((Text("回执"),)),), SectionRole.RECEIPT)
    text = to_text(Paper("x", "x", "zh-CN", (Paragraph((Text("正文"),)), slip)))
    assert text.splitlines()[0] == "正文"
    assert text.splitlines()[2] == " ".join("-" * 30)
    assert text.splitlines()[3] == "回执"


@pytest.mark.parametrize(("lang", "mark"), [("zh-CN", "【草稿】"), ("en", "[DRAFT]")])
def test_a_draft_says_so_at_the_top(lang, mark):
    assert to_text(paper(draft=True, lang=lang)).splitlines()[0] == mark
    assert mark not in to_text(paper(lang=lang))


def test_every_block_has_a_writer_and_an_unknown_one_is_a_loud_error():
    names = {"Heading", "Paragraph", "ItemList", "DescriptionList", "Table", "Section"}
    assert {kind.__name__ for kind in WRITERS} == names
    with pytest.raises(TypeError, match="the text writer has no rule for object"):
        to_text(Paper("x", "x", "zh-CN", (object(),)))  # type: ignore[arg-type]
