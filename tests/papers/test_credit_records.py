"""不良信息情况说明 on a record that is true; 征信投诉申请单 once an objection was refused or not answered in time."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import DENIED, MADE, RECORD
from tests.make.cases import CREDITORS, with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(kind: str, name: str, lang: str = "zh") -> str:
    return nd.render(kind, loaded(name), lang=lang).text


def refused(kind: str, **facts: Any) -> nd.Problem:
    with pytest.raises(nd.FactsError) as caught:
        nd.render(kind, nd.load(with_debt(**{"agreement": None, **facts})))
    (problem,) = caught.value.problems
    return problem


def test_the_statement_says_that_the_record_is_true_and_asks_for_no_correction():
    text = made("credit_statement", "record-true")
    assert "的记载为：2026年9月逾期。该项记载属实，本人不申请更正" in text
    for word in ("修复", "删除", "洗白", "异议", "更正并"):
        assert word not in text


def test_it_gives_one_cause_and_how_things_stand():
    text = made("credit_statement", "record-true")
    assert "2026年6月30日，本人所在门店停业后没有固定收入（见附件2）。" in text
    assert "自2026年9月10日起逾期，尚未还清" in text
    settled = made("credit_statement", "record-true-centre")
    assert "当月因住院没有按时还款（见附件2）。" in settled
    assert "已于2026年11月10日全部结清" in settled
    assert "门店停业" not in settled, "one cause"


def test_nothing_unrelated_travels_along():
    text = made("credit_statement", "record-true-centre")
    assert "附件：1.居民身份证（复印件1份，1页）\n2.欠款账单（复印件1份，2页）" in text
    for other in ("银行流水", "每月", "收入扣除"):
        assert other not in text


def test_the_rule_is_quoted_once_and_the_centre_is_addressed_by_its_name():
    text = made("credit_statement", "record-true-centre")
    assert text.splitlines()[1] == "中国人民银行征信中心："
    assert text.count("《征信业管理条例》第十六条第二款") == 1


def test_a_wrong_record_is_no_matter_for_a_statement():
    problem = refused("credit_statement", dispute=RECORD)
    assert problem.path == "debts[0].dispute.kind"
    assert "《征信异议申请》" in problem.hint


def test_the_strip_of_the_statement():
    assert strip(nd.render("credit_statement", loaded("record-true"))) == {
        "账户": "信用卡\n卡号尾号7716",
        "信息": "2026年9月逾期",
        "信用报告": "2026111500012345\n2026年11月15日查询",
        "请求": "记载本说明",
    }


def test_the_complaint_has_the_fields_of_a_form():
    lines = made("credit_complaint", "objection-denied").splitlines()
    assert lines[1] == "中国人民银行示例省分行："
    for row in (
        "投诉人\t顾清和，公民身份号码110101199001011237",
        "被投诉机构\t示例银行股份有限公司信用卡中心",
        "信用报告\t编号2026111500012345，2026年11月15日查询",
        "有异议的数据项\t2026年3月还款状态",
        "报告记载\t2026年3月逾期",
    ):
        assert row in lines


def test_the_answer_is_told_in_its_words_or_that_none_has_come():
    assert "2026年11月5日，答复为：经核查记录无误，不予更正。" in made("credit_complaint", "objection-denied")
    assert "至2026年11月21日已32日，投诉人没有收到书面答复。" in made("credit_complaint", "objection-late")


def test_against_the_centre_it_is_the_centre_that_is_named():
    assert "被投诉机构\t中国人民银行征信中心" in made("credit_complaint", "objection-centre").splitlines()


def test_it_asks_for_a_check_and_threatens_nobody():
    text = made("credit_complaint", "objection-late")
    assert "请核查示例银行股份有限公司信用卡中心对上述异议的处理" in text
    for word in ("违法", "赔偿", "处罚", "必须", "工作日"):
        assert word not in text


def test_within_the_days_for_an_answer_it_waits():
    recent = {**MADE, "at": "2026-11-10 10:00"}
    problem = refused("credit_complaint", dispute=RECORD, contacts=[recent])
    assert problem.path == "debts[0].contacts[0].at"
    assert "20日的核查期限" in problem.message


def test_without_an_objection_or_a_branch_it_says_what_is_missing():
    assert refused("credit_complaint", dispute=RECORD, contacts=[{**MADE, "sent": []}]).path == "debts[0].contacts"
    nobody = {**RECORD, "branch": None}
    assert refused("credit_complaint", dispute=nobody, contacts=[MADE, DENIED]).path == "debts[0].dispute.branch"
    case = nd.load(with_debt(dispute=nobody, contacts=[MADE, DENIED], agreement=None))
    assert "【待填：人民银行分支机构】" in nd.render("credit_complaint", case, draft=True).text


def test_a_true_record_is_no_matter_for_a_complaint():
    true = {"kind": "statement", "shown": "2026年9月逾期"}
    assert refused("credit_complaint", dispute=true, contacts=[MADE]).rule == "dispute.statement"


def test_a_lender_that_reports_nothing_is_not_asked_to_record_a_statement():
    true = {"kind": "statement", "shown": "2026年9月逾期"}
    problem = refused("credit_statement", dispute=true, creditor=CREDITORS["private"], account="借条")
    assert problem.path == "debts[0].dispute.addressee"


def test_the_strip_of_the_complaint():
    assert strip(nd.render("credit_complaint", loaded("objection-late"))) == {
        "被投诉机构": "示例银行股份有限公司信用卡中心",
        "涉及": "信用卡\n卡号尾号7716",
        "异议": "2026年10月20日提出\n至今32日",
        "请求": "核查处理并书面答复",
    }


def test_what_was_later_said_about_instalments_is_no_answer_to_the_objection():
    answered = {**MADE, "reply": "记载无误，不予更正", "outcome": "refused"}
    talk = {
        "at": "2026-11-12 11:20", "direction": "outgoing", "channel": "phone", "summary": "询问分期结果",
        "reply": "不符合个性化分期条件", "outcome": "refused",
    }  # fmt: skip
    case = with_debt(dispute=RECORD, contacts=[answered, talk], agreement=None)
    said, english = (nd.render("credit_complaint", nd.load(case), lang=lang).text for lang in ("zh", "en"))
    assert "2026年10月20日，答复为：记载无误，不予更正。" in said
    assert "The answer of 20 October 2026" in english
    assert "个性化分期条件" not in said + english
    waiting = with_debt(dispute=RECORD, contacts=[MADE, talk], agreement=None)
    assert "至2026年11月21日已32日，投诉人没有收到书面答复" in nd.render("credit_complaint", nd.load(waiting)).text


def test_what_proves_the_cause_goes_with_the_statement_and_only_with_the_one_that_tells_it():
    text, english = made("credit_statement", "record-true"), made("credit_statement", "record-true", "en")
    assert "2.门店停业通知（复印件1份" in text
    assert "(see Attachment 2)." in english
    assert "停业通知" not in made("credit_statement", "record-true-centre")


def test_that_all_was_paid_is_no_cause_and_the_cause_on_file_is_told():
    case = loaded("record-true-centre").model_dump(mode="json", by_alias=True, exclude_none=True)
    case["debts"][0]["dispute"]["actual"] = "全部款项已于2026年11月10日结清"
    text = nd.render("credit_statement", nd.load(case)).text
    english = nd.render("credit_statement", nd.load(case), lang="en").text
    cause, stands = (text.index(one) for one in ("门店停业后没有固定收入", "全部款项已于2026年11月10日结清"))
    assert text.index("二、原因") < cause < text.index("三、现状和请求") < stands
    assert "全部结清" not in text, "told once"
    assert english.count("settled in full on 10 November 2026") == 0
    assert "门店停业通知" in text, "what proves the cause goes with it"
    case["hardship"] = []
    assert "二、原因\n全部款项已于2026年11月10日结清" in nd.render("credit_statement", nd.load(case)).text
