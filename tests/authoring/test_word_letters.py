"""A Word letter of one's own is filled in its places and nowhere else, by looking up and never by running anything."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import pairwise
from random import Random

import docx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.authoring.word import lookup, vocabulary
from negotiation_docs.authoring.word.marks import CODE
from tests.make import damaged
from tests.make.spoiled import spoiled
from tests.make.word_letters import ATTACHED, box, field, letter, parts, repacked, runs, saved, told
from tests.packaging.snippets import ROOT, blocks
from tests.read.some import some

ZHOU = nd.load(ROOT / "examples/zhou.yaml")
WORDS = re.compile(rb'(<w:t)(?: xml:space="preserve")?(>)[^<]*')
STRANGE = st.text("<&>\"'{}%【】姓 \u3000é𠮷", min_size=1, max_size=8)


def filled(data: bytes, case: nd.Case = ZHOU, **options: object) -> bytes:
    return nd.fill_word(data, case, **options).data


def refused(data: bytes, case: nd.Case = ZHOU, **options: object) -> str:
    with pytest.raises(nd.NegotiationDocsError) as caught:
        nd.fill_word(data, case, **options)
    return str(caught.value)


def rules(data: bytes) -> set[str]:
    return {problem.rule for problem in nd.word_template(data).problems}


def everywhere() -> bytes:
    """A letter with places in every story, split over runs, beside things that are none of our business."""
    document = docx.Document(
        io.BytesIO(
            letter(
                "尊敬的【债权人】：",
                header="【姓名】的来信",
                inner=[runs("本人【", "姓", "名】，尾号【卡号尾号】"), box("【电话】")],
            )
        )
    )
    document.sections[0].footer.paragraphs[0].text = "第1页　{{ 姓名 }}"
    table = document.add_table(2, 2)
    table.style = "Table Grid"
    table.cell(1, 1).paragraphs[0].add_run("欠款【欠款】元").bold = True
    document.core_properties.author = "某律师"
    return saved(document)


def test_every_byte_outside_the_places_stays():
    before = everywhere()
    old, new = parts(before), parts(filled(before))
    assert list(map(str, sorted(old))) == sorted(new)
    changed = {name for name in old if old[name] != new[name]}
    assert changed == {"word/document.xml", "word/header1.xml", "word/footer1.xml"}
    for name in some(changed):
        assert WORDS.sub(rb"\1\2", old[name]) == WORDS.sub(rb"\1\2", new[name]), name


def test_places_are_filled_in_paragraphs_tables_headers_footers_and_text_boxes():
    document = docx.Document(io.BytesIO(filled(everywhere())))
    words = "".join(parts(filled(everywhere()))["word/document.xml"].decode().split())
    assert document.paragraphs[0].text == "尊敬的示例银行股份有限公司信用卡中心："
    assert document.paragraphs[1].text == "本人周启明，尾号4021"
    assert document.sections[0].header.paragraphs[0].text == "周启明的来信"
    assert document.sections[0].footer.paragraphs[0].text == "第1页　周启明"
    assert document.tables[0].cell(1, 1).text == "欠款91,593.45元"
    assert words.count("13800138000") == 2, "once for Word, once for older programs"
    assert "【" not in words


BRACKETS = ("【", "】", "{{", "}}")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 30), max_size=6).map(sorted), STRANGE)
def test_however_the_words_are_cut_into_runs_only_the_places_change(cuts, around):
    while any(bracket in around for bracket in BRACKETS):  # what is taken out of {}}{ leaves one behind
        for bracket in BRACKETS:
            around = around.replace(bracket, "")
    assume(not CODE.search(f"{around}【"))  # an instruction of other programs is refused; {【% becomes one here
    text = f"a【姓名】b{around}【卡号尾号】c"
    ends = [0, *(cut for cut in cuts if cut < len(text)), len(text)]
    pieces = [text[start:end] for start, end in pairwise(ends)]
    escaped = [piece.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for piece in pieces]
    before = letter(inner=[runs(*escaped)])
    after = filled(before)
    assert told(after) == text.replace("【姓名】", "周启明").replace("【卡号尾号】", "4021")
    assert WORDS.sub(rb"\1\2", parts(before)["word/document.xml"]) == WORDS.sub(
        rb"\1\2", parts(after)["word/document.xml"]
    )


def test_the_words_take_the_run_of_what_stood_between_the_brackets():
    after = docx.Document(io.BytesIO(filled(letter(inner=[runs("甲【", "姓名", "】乙")]))))
    assert [run.text for run in after.paragraphs[0].runs] == ["甲", "周启明", "乙"]


@settings(max_examples=20, deadline=None)
@given(STRANGE)
def test_what_the_case_says_is_text_and_never_markup(name):
    case = ZHOU.replace(borrower=ZHOU.borrower.model_copy(update={"name": name}))
    assert told(filled(letter("甲【姓名】乙"), case)) == f"甲{name}乙"


def test_a_text_of_two_paragraphs_breaks_the_line():
    case = spoiled({"debts[0].dispute": {"actual": "第一段 \n第二段 <b>", "shown": "甲", "item": "乙"}})
    after = filled(letter("甲【实际情况】乙"), case)
    assert told(after) == "甲第一段\n第二段 <b>乙"
    assert len(docx.Document(io.BytesIO(after)).paragraphs) == 1


def test_every_cause_is_told_and_every_paragraph_of_it():
    one = {"since": "2026-08-01", "evidence": []}
    first, second = {"cause": "unemployment", "statement": "甲一\n甲二"}, {"cause": "illness", "statement": "乙"}
    case = spoiled({"hardship": [{**one, **first}, {**one, **second}]})
    assert told(filled(letter("【困难原因】：【情况说明】"), case)) == "失业和疾病：甲一、甲二和乙"


def test_the_same_letter_and_facts_give_the_same_bytes():
    assert filled(everywhere()) == filled(everywhere())
    assert filled(everywhere(), draft=True) == filled(everywhere(), draft=True)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("【欠款】", "91,593.45元"),
        ("【欠款】元", "91,593.45元"),
        ("【欠款：大写】", "玖万壹仟伍佰玖拾叁元肆角伍分"),
        ("【欠款（大写）】", "玖万壹仟伍佰玖拾叁元肆角伍分"),
        ("【欠款大写】", "玖万壹仟伍佰玖拾叁元肆角伍分"),
        ("【卡号后4位】", "4021"),
        ("【欠款|数字】", "91,593.45"),
        ("【日期】", "2026年11月21日"),
        ("【日期：短日期】", "2026-11-21"),
        ("【年】年【月】月【日】日", "2026年11月21日"),
        ("【年利率】%", "18.25%"),
        ("【 姓　名 】", "周启明"),
        ("【applicant.name】", "周启明"),
        ("{{ applicant.name }}", "周启明"),
        ("{{姓名}}", "周启明"),
        ("【姓名］", "周启明"),
        ("〔姓名〕", "周启明"),
        ("[姓名]", "周启明"),
        ("<姓名>", "周启明"),
        ("［balance.parts[利息].amount］", "3,912.08元"),
        ("【困难原因】", "失业"),
        ("【budget.essential_lines.name】", "房租、伙食、水电、通讯和交通"),
        ("【还款方式】", "免息等额分期"),
        ("【facts.debt.proposal.method】", "免息等额分期"),
    ],
)
def test_a_value_is_written_as_our_papers_write_it(place, words):
    if "[利息]" in place:
        assert told(filled(letter("【x】"), places={"【x】": place.strip("［］")})) == words
    elif "essential_lines" in place:
        names = [line.name for line in ZHOU.finances.essentials]
        assert told(filled(letter(place))) == "和".join(("、".join(names[:-1]), names[-1]))
    else:
        assert told(filled(letter(place))) == words


@pytest.mark.parametrize("words", ["国办发〔2026〕5号", "[1]", "<b>", "（2026）京01民初1号", "见{附件}", "«信»"])
def test_what_only_looks_like_a_place_stays(words):
    data = letter("【姓名】", words)
    assert told(filled(data)).splitlines()[1] == words
    assert [place.written for place in nd.word_template(data).places] == ["【姓名】"]


def test_a_place_to_sign_is_left_empty_and_what_is_no_place_stays():
    data = letter("申请人：【签名】。", "【重要提示】【姓名】")
    names = {"【签名】": "留白", "【重要提示】": "照印", "【姓名】": "姓名"}
    assert nd.word_template(data).places[0].name == "留白"
    assert told(filled(data, places=names)) == f"申请人：{8 * '　'}。\n【重要提示】周启明"


def test_all_that_is_not_known_is_told_at_once_with_what_is_near():
    said = refused(letter("【客户经里】【联系电活】【姓名】"))
    assert "正文第1段：不知道“【客户经里】”填什么" in said
    assert "不知道“【联系电活】”填什么\n  → 是不是 联系电话、" in said
    assert "【姓名】”" not in said


def test_a_word_of_two_meanings_is_not_guessed():
    (place,) = nd.word_template(letter("【减免本金】")).places
    assert place.name == ""
    assert {"facts.debt.proposal.waive.principal", "facts.debt.agreement.terms.waive.principal"} & set(place.near)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("applicant.nam", "“applicant”没有“nam”这一项\n  → 是不是 name？"),
        ("aplicant.name", "没有“aplicant”这个名称\n  → 是不是 applicant？"),
        ("applicant", "“applicant”是一组资料，要写到里面的一项"),
        ("creditor.kind", "“creditor.kind”是程序用的英文名"),
        ("creditor.loan", "“creditor.loan”只有是和否"),
        ("applicant.name.upper", "“applicant.name”没有更细的项目"),
        ("applicant.__class__", "“applicant”没有“__class__”这一项"),
        ("facts.debt.acount", "案件文件里没有“debt.acount”这项事实"),
        ("facts.borrower.phone", "案件文件"),
        ("姓明", "没有“姓明”这个名称\n  → 是不是 姓名"),
        ("dated|大写", "“【x】”的内容不能写成“大写”"),
        ("姓名 + 姓名", "没有“姓名 + 姓名”这个名称"),
        ("''.join(a)", "这个名称"),
        ("", "不知道“【x】”填什么"),
    ],
)
def test_a_wrong_name_is_answered_with_what_there_is(name, said):
    assert said in refused(letter("【x】"), places={"【x】": name})


def test_a_place_that_is_gone_is_told():
    assert "没有“【性名】”这个空" in refused(letter("【姓名】"), places={"【姓名】": "姓名", "【性名】": "姓名"})


RECORDED = '<w:ins w:id="1" w:author="a"><w:r><w:t>新</w:t></w:r></w:ins>'
HINT = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOUND = '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a"/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>'
BOUND_LATER = BOUND.replace("w:dataBinding", "w15:dataBinding xmlns:w15='urn:later'")
MATH = (
    '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    "<m:r><m:t>【姓名】</m:t></m:r></m:oMath>"
)
CHART = '<c:v xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart">【姓名】</c:v>'.encode()
NUMBERED = (
    b'<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:lvlText w:val="%s"/>'
    b"</w:numbering>"
)
PLACE = runs("【姓名】")


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        ("word.none", letter("没有空")),
        ("word.unclosed", letter("【姓名")),
        ("word.unclosed", letter("姓名】")),
        ("word.unclosed", letter("{{ 姓名")),
        ("word.unclosed", letter(inner=["<w:r><w:t>【姓</w:t><w:tab/><w:t>名】</w:t></w:r>"])),
        ("word.code", letter("{% for a in b %}【姓名】{% endfor %}")),
        ("word.code", letter("{%tr for a in b %}")),
        ("word.place_unknown", letter("{{ ''.__class__.__mro__ }}")),
        ("word.place_unknown", letter("{{ 姓名() }}")),
        ("word.changes", letter(inner=[RECORDED + PLACE])),
        ("word.changes", letter(inner=["<w:r><w:rPr><w:rPrChange w:id='1'/></w:rPr></w:r>" + PLACE])),
        ("word.field", letter(inner=[field("DOCPROPERTY Name", "【姓名】")])),
        ("word.field", letter(inner=['<w:fldSimple w:instr="AUTHOR">' + PLACE + "</w:fldSimple>"])),
        ("word.field", letter(inner=[field("MACROBUTTON NoMacro 【姓名】", "")])),
        ("word.control", letter(inner=[HINT.format(PLACE)])),
        ("word.control", letter(inner=[BOUND.format(PLACE)])),
        ("word.control", letter(inner=[BOUND_LATER.format(PLACE)])),
        ("word.drawn", letter(inner=[MATH + PLACE])),
        ("word.drawn", letter(inner=["<w:r><w:pict><v:textpath string='【姓名】'/></w:pict></w:r>" + PLACE])),
        ("word.drawn", repacked(letter("【姓名】"), {"word/charts/chart1.xml": CHART})),
        ("word.drawn", repacked(letter("【姓名】"), {"word/numbering.xml": NUMBERED % "【姓名】".encode()})),
        ("word.drawn", letter(inner=["<w:r><w:drawing><a:t>【姓名】</a:t></w:drawing></w:r>" + PLACE])),
        ("word.fetches", letter(inner=[field("INCLUDETEXT c:\\\\a.txt", "x") + PLACE])),
        ("word.fetches", letter(inner=[field("DDEAUTO cmd", "x") + PLACE])),
        ("word.embeds", letter(inner=[PLACE, '<w:altChunk r:id="rId1"/>'])),
        ("word.embeds", repacked(letter("【姓名】"), {"word/embeddings/oleObject1.bin": b"x"})),
        ("word.embeds", repacked(letter("【姓名】"), {"word/activeX/activeX1.xml": b"<x/>"})),
        ("word.signed", repacked(letter("【姓名】"), {"_xmlsignatures/sig1.xml": b"<x/>"})),
    ],
)
def test_what_cannot_be_filled_is_refused_in_clear_words(rule, data):
    problems = {problem.rule: problem for problem in nd.word_template(data).problems}
    assert problems[rule].severity == "error"
    assert problems[rule].message in refused(data)


def test_brackets_around_the_number_of_a_list_are_no_place():
    data = repacked(letter("【姓名】"), {"word/numbering.xml": NUMBERED % "【%1】".encode()})
    assert told(filled(data)) == "周启明"


@pytest.mark.parametrize(("part", "end"), [
    ("_rels/.rels", b"</Relationships>"),
    ("word/_rels/document.xml.rels", b"</Relationships>"),
    ("[Content_Types].xml", b"</Types>"),
])  # fmt: skip
def test_a_comment_between_what_a_package_lists_does_no_harm(part, end):
    data = letter("【姓名】")
    data = repacked(data, {part: parts(data)[part].replace(end, b"<!-- a --><?b c?>" + end)})
    assert told(filled(data)) == "周启明"
    assert nd.render("hardship_letter", ZHOU).to_docx(base=data)


@pytest.mark.parametrize("depth", [200, 90_000])
def test_a_letter_nested_deeper_than_any_is_refused(depth):
    deep = NUMBERED.partition(b"<w:lvlText")[0].replace(b"w:numbering", b"w:hdr") + b"<w:sdt><w:p>" * depth
    data = repacked(letter("【姓名】"), {"word/header9.xml": deep + b"</w:p></w:sdt>" * depth + b"</w:hdr>"})
    with pytest.raises(nd.OutputError, match="读不出来"):
        nd.word_template(data)
    with pytest.raises(nd.OutputError, match="读不出来"):
        nd.fill_word(data, ZHOU, draft=True)


def test_words_that_would_fill_the_memory_are_not_put_into_a_letter():
    """A letter of 60 KB may have half a million places, each of which takes a list as long as the case."""
    incomes = "".join(f"    - {{name: {'工资' * 45}{number}, amount: 1.00, regular: false}}\n" for number in range(200))
    facts = (ROOT / "examples/zhou.yaml").read_text("utf-8").replace("  income:\n", f"  income:\n{incomes}", 1)
    assert "超过200万个" in refused(letter("【facts.finances.income.name】" * 200), nd.loads(facts))


def test_a_letter_of_more_different_places_than_any_is_refused():
    assert len(nd.word_template(letter("".join(f"【空{number}】" for number in range(1000)))).places) == 1000
    with pytest.raises(nd.OutputError, match="超过1000个"):
        nd.word_template(letter("".join(f"【空{number}】" for number in range(1001))))


def code(number: int) -> str:
    begins, _, _ = field("FORMTEXT", "x").partition("x</w:t></w:r>")
    return (
        (begins + "x</w:t></w:r>") * number
        + "<w:r><w:t>x</w:t></w:r>" * number
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' * number
    )


@pytest.mark.parametrize("inner", [
    lambda number: PLACE * number,
    lambda number: runs("【姓名】" * number),
    lambda number: PLACE + code(number),
])  # fmt: skip
def test_twice_the_places_or_fields_of_a_line_are_twice_the_work(inner):
    once, twice = (lines_of_work(partial(filled, letter(inner=[inner(number)]))) for number in (200, 400))
    assert twice < 2.4 * once


def lines_of_work(done: Callable[[], object]) -> int:
    """How many lines of our own code are run, a turn of a generator or a loop counted each time."""
    ran = 0

    def count(frame: object, event: str, _: object) -> object:
        nonlocal ran
        ran += event == "line"
        return count if "/word/" in frame.f_code.co_filename else None

    before = sys.gettrace()
    sys.settrace(count)
    try:
        done()
    finally:
        sys.settrace(before)
    return ran


@pytest.mark.parametrize("shown", [field('HYPERLINK "https://example.com"', "【姓名】"), field("FORMTEXT", "【姓名】")])
def test_a_field_whose_words_stay_can_be_filled(shown):
    assert "周启明" in parts(filled(letter(inner=[shown])))["word/document.xml"].decode()


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        ("word.blank", letter("【姓名】____")),
        ("word.law", letter("【姓名】依据《民法典》第五百四十三条")),
        ("word.said", letter("【姓名】逾期未答复视为同意")),
        ("word.comments", repacked(letter("【姓名】"), {"word/comments.xml": b"<x/>"})),
    ],
)
def test_what_should_be_looked_at_is_told_and_does_not_stop(rule, data):
    done = nd.fill_word(data, ZHOU)
    assert rule in {problem.rule for problem in done.problems}
    assert rule in rules(data)


@pytest.mark.parametrize("target", [b"https://example.com/a.dotm", rb"\\host\a.dotm", b"file://host/a.dotm"])
def test_a_template_on_the_net_is_refused_and_one_on_the_disk_is_not(target):
    name = "word/_rels/settings.xml.rels"
    assert "word.remote" in rules(repacked(letter("【姓名】"), {name: ATTACHED % target}))
    assert rules(repacked(letter("【姓名】"), {name: ATTACHED % b"file:///C:/Users/a/Normal.dotm"})) == set()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no file at all", "Word 文件不是完好的 DOCX"),
        (b"\xd0\xcf\x11\xe0" + b"0" * 99, "旧的 .doc 格式，或者设了打开密码"),
        (repacked(letter("【姓名】"), {"word/vbaProject.bin": b"x"}), "带有宏"),
        (repacked(letter("【姓名】"), {"word/x.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "实体声明"),
        (repacked(letter("【姓名】"), {"word/header9.xml": b"<w:hdr "}), "读不出来"),
        (repacked(letter("【姓名】"), {"Word/Document.xml": b"<a/>"}), "不是完好的 DOCX"),
    ],
)
def test_a_file_that_is_none_to_open_is_refused(data, said):
    with pytest.raises(nd.OutputError, match=said):
        nd.word_template(data)


def test_what_is_missing_is_told_all_at_once_where_it_belongs():
    case = ZHOU.replace(borrower=ZHOU.borrower.model_copy(update={"email": None}))
    with pytest.raises(nd.FactsError) as caught:
        nd.fill_word(letter("【邮箱】【延期至】【姓名】"), case)
    told = {problem.path.replace("债务[0].", "debts[0]."): problem for problem in caught.value.problems}
    assert set(told) == {"borrower.email", "debts[0].deferral"}
    assert "“【邮箱】”没有可填的" in told["borrower.email"].message
    assert "延期申请" in told["debts[0].deferral"].message


def test_a_draft_shows_what_is_missing_and_marks_every_page():
    case = ZHOU.replace(borrower=ZHOU.borrower.model_copy(update={"email": None}))
    done = docx.Document(io.BytesIO(filled(letter("【邮箱】【姓名】", header="【姓名】"), case, draft=True)))
    assert done.paragraphs[0].text == "【待填：电子邮箱】周启明"
    assert [each.text for each in done.sections[0].header.paragraphs] == ["周启明", "草稿"]


def unaffordable() -> nd.Case:
    return spoiled({"debts[0].proposal.periods": "6"})


def test_a_letter_that_prints_a_plan_is_held_to_what_can_be_paid():
    assert told(filled(letter("【姓名】"), unaffordable())) == "周启明"
    with pytest.raises(nd.UnaffordablePlan):
        nd.fill_word(letter("【期数】"), unaffordable())


def test_a_letter_on_an_old_debt_is_stopped_unless_it_only_asks():
    case = spoiled({"debts[0].due": "2023-01-01"})
    assert "诉讼时效" in refused(letter("【姓名】"), case)
    like = b"\xe4\xbd\x9c\xe7\x94\xa8: account_statement_request\n" + "空:\n  【姓名】: 姓名\n".encode()
    assert told(filled(letter("【姓名】"), case, places=like)) == "周启明"
    assert told(filled(letter("【姓名】"), case, acknowledge=["limitation"])) == "周启明"


def test_of_several_debts_one_has_to_be_named():
    several = nd.load(ROOT / "examples/lin.yaml")
    assert "编号" in refused(letter("【债权人】"), several) or "debt" in refused(letter("【债权人】"), several)
    for debt in some(several.debts):
        assert told(filled(letter("【债权人】"), several, debt=debt.id)) == debt.creditor.name


def test_the_file_of_places_says_nothing_of_anybody_and_can_be_read_again():
    template = nd.word_template(everywhere(), ZHOU)
    assert "周启明" not in template.mapping
    assert "13800138000" not in repr(template)
    again = filled(everywhere(), places=template.mapping.encode())
    assert again == filled(everywhere())
    assert "周启明" not in repr(nd.fill_word(everywhere(), ZHOU))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (b"\xff\xfe", "不是 UTF-8 编码"),
        ("空:\n  【姓名】: [姓名]\n".encode(), "“【姓名】”只写一个名称"),
        ("别的: 1\n空:\n  【姓名】: 姓名\n".encode(), "没有“别的”这一项"),
        (b"a: 1\n", "没有写“空:”"),
        ("空:\n  【姓名】: *a\n".encode(), "对照表"),
        ("作用: 困难情况说名\n空:\n  【姓名】: 姓名\n".encode(), "是不是 困难情况说明"),
    ],
)
def test_a_file_of_places_that_is_written_wrongly_is_refused(written, said):
    assert said in refused(letter("【姓名】"), places=written)


def test_the_words_of_clerks_lead_to_data_that_there_is():
    words = [word for each in some(vocabulary._table().values()) for word in each]
    assert sorted(words) == sorted(set(words)), "one word, one name"
    for word in some(words):
        asked = lookup.read(word)
        assert asked is not None, word
        assert lookup.wrong(asked) is None, word
        assert lookup.meaning_of(asked), word


def test_no_word_is_one_of_the_catalogue_that_means_something_else():
    for word, path in some(vocabulary._single().items()):
        asked = lookup.read(path)
        assert asked is not None, path
        assert lookup.wrong(asked) is None, (word, path)


def test_the_page_lists_the_words_of_clerks():
    page = (ROOT / "docs/word-letters.zh.md").read_text(encoding="utf-8")
    for path, words in some(vocabulary._table().items()):
        assert f"| {'、'.join(words)} | `{path}` |" in page


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_letter_is_filled_or_refused_and_nothing_else(seed):
    chance, data = Random(seed), everywhere()
    whole = chance.random() < 0.5
    part = chance.choice(("word/document.xml", "word/header1.xml", "word/_rels/document.xml.rels"))
    spoilt = damaged.damaged(data if whole else parts(data)[part], chance)
    with suppress(nd.NegotiationDocsError):
        filled(spoilt if whole else repacked(data, {part: spoilt}), draft=chance.random() < 0.5)


def test_the_file_of_places_on_the_page_fills_a_letter():
    (example,) = blocks("docs/word-letters.zh.md", "yaml")
    places = re.findall(r"【[^】]+】", example)
    after = told(filled(letter(*places), places=example.encode())).splitlines()
    assert after == ["周启明", "玖万壹仟伍佰玖拾叁元肆角伍分", "工号6035", "3,912.08元", 8 * "\u3000", "【重要提示】"]
