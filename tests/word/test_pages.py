"""Page furniture: what stays together, what starts a page, numbers, boxes, blanks and places."""

import re

import pytest
from msgspec.structs import replace

from negotiation_docs.tree import (
    Description,
    DescriptionList,
    DescriptionRole,
    ItemList,
    ListItem,
    Paper,
    Role,
    Section,
    SectionRole,
)
from negotiation_docs.writers.docx import to_docx
from negotiation_docs.writers.style import LOOKS
from tests.make import trees
from tests.make.letters import english, letter
from tests.make.samples import PAPERS
from tests.make.sheets import plan
from tests.make.tables import budget_table
from tests.make.trees import heading, paragraph, signoff
from tests.read.docx import W, paragraphs, parts, property_of, styles, val, words, xml


def document(*blocks) -> bytes:
    return to_docx(Paper("test", "标题", "zh-CN", blocks))


def kept(data: bytes, text: str) -> bool:
    return property_of(data, text, "keepNext") is not None


LONG = "这一段话比一行长得多，所以它自己就有两行以上，不需要再带上前一段。" * 2


def test_the_closing_block_holds_together_to_its_last_line():
    data = document(paragraph(LONG), signoff())
    assert all(kept(data, text) for text in ("此致", "敬礼", "申请人"))
    assert not kept(data, "2026年11月21日")


def test_the_closing_block_takes_the_paragraph_before_it_along():
    data = document(paragraph("前面的一段。" + LONG), paragraph("后面的一段。" + LONG), signoff())
    assert kept(data, "后面的一段")
    assert not kept(data, "前面的一段")


def test_a_one_line_paragraph_before_the_closing_block_takes_another_along():
    data = document(paragraph("前面的一段。" + LONG), paragraph("短。"), signoff())
    assert kept(data, "短。")
    assert kept(data, "前面的一段")


def test_a_heading_is_kept_with_its_text():
    data = to_docx(letter())
    assert all(kept(data, text) for text in ("困难情况说明", "一、账户情况", "每月收支"))


def test_widows_and_orphans_are_controlled_everywhere():
    assert xml(to_docx(letter()), "word/styles.xml").find(f".//{W}pPrDefault//{W}widowControl") is not None


def test_a_receipt_stands_under_a_cut_line_and_never_splits():
    data = document(Section((heading("回执", 2), paragraph("内容。" + LONG), paragraph("完")), SectionRole.RECEIPT))
    assert paragraphs(data)[0] == ("cut", "")
    assert styles(data)["cut"].find(f"{W}pPr/{W}pBdr/{W}top").get(f"{W}val") == "dashed"
    assert kept(data, "内容")
    assert property_of(data, "内容", "keepLines") is not None
    assert not kept(data, "完")


def test_a_page_break_section_starts_its_page_by_a_style():
    data = document(paragraph("前"), Section((heading("附件一", 1),), SectionRole.PAGE_BREAK))
    assert property_of(data, "附件一", "pageBreakBefore") is not None
    assert property_of(data, "前", "pageBreakBefore") is None


def test_a_table_that_starts_a_page_has_a_break_before_it():
    data = document(paragraph("前"), Section((replace(budget_table(), caption=()),), SectionRole.PAGE_BREAK))
    assert [key for key, _ in paragraphs(data)][1] == "page"


def test_a_variant_is_based_on_the_style_it_varies():
    data = document(paragraph(LONG), signoff())
    key = paragraphs(data)[0][0]
    assert val(styles(data)[key].find(f"{W}basedOn")) == "body"
    assert val(styles(data)[key].find(f"{W}name")) == "文书正文（与下段同页）"


def test_the_footer_counts_pages_with_fields_that_hold_a_result():
    footer = xml(to_docx(plan()), "word/footer1.xml")
    assert words(footer) == "第1页 共2页"
    assert [code.text.strip() for code in footer.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert words(xml(to_docx(plan(), LOOKS["gb9704"]), "word/footer1.xml")) == "— 1 —"
    assert words(xml(to_docx(english()), "word/footer1.xml")) == "Page 1 of 1"


@pytest.mark.parametrize(("sample", "single"), [(english(), True), (plan(), False)])
def test_a_single_page_carries_no_number(sample, single):
    assert (xml(to_docx(sample)).find(f".//{W}titlePg") is not None) == single


def test_a_draft_of_one_page_is_marked_on_its_first_page():
    data = to_docx(replace(english(), draft=True))
    kinds = [header.get(f"{W}type") for header in xml(data).iter(f"{W}headerReference")]
    assert {"default", "first"} <= set(kinds)


def test_a_check_box_is_a_named_control_that_holds_a_plain_character():
    item = ItemList((ListItem("", trees.words("同意"), checkbox=True),), ordered=False)
    data = document(paragraph("不同意", Role.CHECKBOX), item)
    assert [said.strip() for _, said in paragraphs(data)] == ["不同意", "同意"]
    controls = list(xml(data).iter(f"{W}sdt"))
    assert [val(control.find(f"{W}sdtPr/{W}alias")) for control in controls] == ["不同意", "同意"]
    assert ["".join(control.itertext()) for control in controls] == ["□", "□"]
    content = parts(data)["word/document.xml"].decode()
    assert content.count("<w14:checkbox>") == 2
    assert "<w:sym " not in content
    assert re.findall(r'State w14:val="(\w+)"', content)[:2] == ["2611", "25A1"]
    ids = [val(element) for element in xml(data).iter(f"{W}id")]
    assert len(set(ids)) == len(ids) == 2


def test_a_signature_line_ends_in_an_underlined_blank():
    data = document(paragraph("申请人（签名）：", Role.SIGNATURE))
    blank = xml(data).findall(f".//{W}r")[-1]
    assert val(blank.find(f"{W}rPr/{W}rStyle")) == "blank"
    assert words(blank).strip("\xa0") == ""
    assert styles(data)["blank"].find(f"{W}rPr/{W}u") is not None


def test_a_name_already_printed_leaves_no_blank():
    data = document(paragraph("申请人：周启明", Role.SIGNATURE), paragraph("签收日期：", Role.DATE))
    assert [said.count("\xa0") > 0 for _, said in paragraphs(data)] == [False, True]


def test_an_alternative_that_ends_in_a_colon_has_a_rule_to_write_on():
    data = document(paragraph("不同意，理由：", Role.CHECKBOX), paragraph("同意", Role.CHECKBOX))
    assert [p.find(f"{W}r/{W}tab") is not None for p in xml(data).iter(f"{W}p")] == [True, False]
    stop = property_of(data, "不同意", "tabs")[0]
    assert (val(stop), stop.get(f"{W}leader"), stop.get(f"{W}pos")) == ("right", "underscore", "8880")


def test_an_unnumbered_item_has_a_drawn_bullet():
    data = document(ItemList((ListItem("", trees.words("一项")),), ordered=False))
    assert xml(data).find(f".//{W}sym").get(f"{W}char") == "F0B7"
    assert paragraphs(data)[0][1].strip() == "一项"


def test_the_numbers_of_gb9704_stand_at_the_outer_edge():
    data = to_docx(plan(), LOOKS["gb9704"])
    kinds = {reference.get(f"{W}type") for reference in xml(data).iter(f"{W}footerReference")}
    assert kinds == {"default", "even"}
    made = styles(data)
    assert [val(made[key].find(f"{W}pPr/{W}jc")) for key in ("page_number", "page_number_even")] == ["right", "left"]
    assert xml(data, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


def test_a_note_stays_with_what_it_explains():
    assert kept(document(paragraph("正文。" + LONG), paragraph("注：", Role.NOTE)), "正文")


def test_neighbours_without_space_between_them_share_a_style():
    data = document(paragraph("附件：1.甲", Role.ATTACHMENTS), paragraph("2.乙", Role.ATTACHMENTS), signoff())
    assert [key for key, _ in paragraphs(data)][:2] == ["attachments-k"] * 2
    assert property_of(data, "附件", "contextualSpacing") is not None


def test_attachments_hang_below_the_first_name():
    indent = property_of(document(paragraph("附件：1.甲", Role.ATTACHMENTS)), "附件", "ind")
    assert [indent.get(f"{W}{side}") for side in ("leftChars", "hangingChars")] == ["600", "400"]


def test_english_attachments_hang_below_the_first_number():
    told = replace(english(), blocks=(paragraph("Attachments: 1. Card", Role.ATTACHMENTS), signoff()))
    indent = property_of(to_docx(told), "Attachments", "ind")
    assert indent.get(f"{W}leftChars") == indent.get(f"{W}hangingChars") == "560"


def test_the_english_title_of_a_bilingual_paper_is_not_spaced_as_the_chinese_one():
    styled = styles(to_docx(PAPERS["bilingual"]()))
    spacings = [int(val(styled[key].find(f"{W}rPr/{W}spacing"))) for key in ("h1", "h1-e")]
    assert spacings[0] > spacings[1] == 0


def test_the_heading_of_a_receipt_is_centred():
    data = document(Section((heading("回执", 2), paragraph("内容")), SectionRole.RECEIPT))
    assert val(property_of(data, "回执", "jc")) == "center"


def test_english_papers_follow_latin_habits():
    data = to_docx(english())
    assert val(property_of(data, "I, ZHOU", "jc")) == "left"
    assert property_of(data, "I, ZHOU", "ind").get(f"{W}firstLine") == "0"
    assert property_of(data, "1.Reply", "ind").get(f"{W}hangingChars") == "160"
    assert 'string="DRAFT"' in parts(to_docx(replace(english(), draft=True)))["word/header1.xml"].decode()


def test_a_fingerprint_has_a_place_of_25_millimetres():
    data = document(paragraph("申请人（签名并按指印）：", Role.FINGERPRINT))
    words_beside, square = xml(data).iter(f"{W}tc")
    height = xml(data).find(f".//{W}trHeight")
    sides = (int(square.find(f"{W}tcPr/{W}tcW").get(f"{W}w")), int(height.get(f"{W}val")))
    assert [round(side / 1440 * 25.4) for side in sides] == [25, 25]
    assert "".join(square.itertext()) == "指印"
    assert words(words_beside).startswith("申请人（签名并按指印）：")
    assert xml(document(paragraph("申请人（签名）：", Role.SIGNATURE))).find(f".//{W}tc") is None


def test_the_date_stands_beside_the_place_of_the_fingerprint():
    data = document(paragraph("申请人（签名并按指印）：", Role.FINGERPRINT), paragraph("2026年11月21日", Role.DATE))
    assert words(next(xml(data).iter(f"{W}tc"))).endswith("2026年11月21日")


def test_the_contacts_stay_with_the_place_of_the_fingerprint():
    pairs = DescriptionList((Description(trees.words("手机"), trees.words("13800138000")),), DescriptionRole.CONTACT)
    signed = signoff("申请人（签名并按指印）：", Role.FINGERPRINT)
    data = document(Section((*signed.blocks, pairs), SectionRole.SIGNOFF))
    before = xml(data).findall(f".//{W}tbl")[1].getprevious()
    assert val(before.find(f"{W}pPr/{W}pStyle")) == "note-k"
