"""No paper says what is wrong in law or harms its reader's good will."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.facts import CreditorKind
from negotiation_docs.law.phrases import forbidden, phrases
from tests.make.cases import with_debt

BAD = {
    "law-01": "依据《商业银行信用卡业务监督管理办法》第七十条申请分期",
    "law-02": "贵行应当与本人协商分期",
    "law-03": "利率超过合同成立时LPR的四倍",
    "law-04a": "年利率超过36%的部分无效",
    "law-04b": "法律规定不得超过24%",
    "law-04c": "超过年利率24%的部分",
    "law-05": "本人将向银保监会反映",
    "law-06": "根据第六十八条，贵行负有保密义务",
    "law-07": "请在5个工作日内更新征信",
    "law-08": "依据《合同法》第94条",
    "law-09": "逾期未答复视为同意",
    "law-10": "未经同意的录音无效",
    "law-11": "失业属于不可抗力",
    "law-12": "本人适用情势变更",
    "law-13": "请为本人修复征信",
    "law-14": "本笔债务已过诉讼时效",
    "law-15": "法律规定的GB/T 45251",
    "law-16": "一年期LPR为3.0%",
    "tone-01": "求求您放过我",
    "tone-02": "贵公司恶意催收",
    "tone-03": "否则后果自负",
    "tone-04": "请务必三日内答复",
    "tone-05": "申请停息挂账",
    "tone-06": "滞纳金过高",
    "tone-07": "罚款过高",
    "tone-08": "本人保证一定还清",
    "tone-09": "听说可以减免",
    "tone-10": "你们说可以分期",
    "tone-11": "我方愿意分期",
    "tone-12": "请帮帮忙！",
}

GOOD = [
    "《中华人民共和国民法典》第六百七十条",
    "发卡银行可以与持卡人平等协商",
    "本方案为协商建议，未获答复的，不视为同意",
    "《中华人民共和国劳动合同法》第四十条",
    "国家金融监督管理总局",
    "如需补充材料，本人将在接到通知后五个工作日内提交",
    "年利率24%",
    "违约金、罚息",
    "敬礼！",
    "国家推荐性标准《互联网金融 个人网络消费信贷 贷后催收风控指引》（GB/T 45251-2025）",
    "Silence is not consent, and this proposal shall not be deemed accepted.",
    "The Labour Contract Law",
]


@pytest.mark.parametrize("name", BAD)
def test_a_forbidden_phrase_is_found_with_a_better_word(name):
    lender = "bank_loan" if name in {"law-01", "tone-06"} else "bank_card"
    found = [each for each in forbidden(BAD[name], lender, "hardship_letter") if each.id == name]
    assert found
    assert found[0].message
    assert found[0].better


def test_every_entry_has_an_example_here():
    assert set(BAD) == {entry.id for entry in phrases()}


@pytest.mark.parametrize("text", GOOD)
def test_good_wording_passes(text):
    assert forbidden(text, "bank_loan", "repayment_plan") == []


def test_the_card_rule_may_be_named_to_a_card_centre_only():
    text = BAD["law-01"]
    assert forbidden(text, "bank_card", "repayment_plan") == []
    for lender in ("bank_loan", "consumer_finance", "microloan", "platform", "transferee", "private"):
        assert {each.id for each in forbidden(text, lender, "repayment_plan")} == {"law-01"}


def test_four_times_lpr_may_be_named_to_a_private_lender_in_a_fee_request_only():
    text = "超过合同成立时一年期LPR的四倍"
    assert forbidden(text, "private", "fee_waiver_request") == []
    assert forbidden(text, "private", "hardship_letter")
    assert forbidden(text, "microloan", "fee_waiver_request")


def test_where_paper_and_lender_are_not_known_yet_only_what_is_wrong_everywhere_is_found():
    assert forbidden("第七十条") == []
    assert [each.id for each in forbidden("《合同法》")] == ["law-08"]


def test_a_phrase_said_twice_is_reported_once():
    assert len(forbidden("求求，求求", "private", "hardship_letter")) == 1


STATEMENTS = {
    "被裁员，根据信用卡业务监督管理办法第七十条可以分期": "text.law",
    "利率超过24%": "text.law",
    "超过LPR四倍": "text.law",
    "遭高利贷暴力催收": "text.tone",
    "四倍LPR以上的利息不受保护": "text.law",
    "息费上限是24%": "text.law",
    "按第七十条申请个性化分期还款协议": "text.law",
}


@pytest.mark.parametrize("statement", STATEMENTS)
def test_words_of_the_file_are_judged_for_every_creditor_that_reads_them(statement):
    lender = {"name": "示例消费金融有限公司", "kind": "consumer_finance"}
    case = with_debt(creditor=lender, account="XF-18")
    case["hardship"][0]["statement"] = statement
    found = {problem.rule for problem in nd.check(nd.load(case)) if problem.place[0] == "hardship"}
    assert STATEMENTS[statement] in found
    if STATEMENTS[statement] == "text.law":
        with pytest.raises(nd.FactsError, match="不能写"):
            nd.render("hardship_letter", nd.load(case), acknowledge=["limitation"])


def test_law_that_binds_a_card_bank_is_forbidden_as_soon_as_another_creditor_reads_it():
    case = with_debt()
    case["hardship"][0]["statement"] = "按第七十条申请分期"
    assert "text.law" not in {problem.rule for problem in nd.check(nd.load(case))}
    lender = {"name": "示例消费金融有限公司", "kind": "consumer_finance"}
    case["debts"].append({"id": "two", "creditor": lender})
    assert "text.law" in {problem.rule for problem in nd.check(nd.load(case))}


def test_a_word_that_only_banks_gave_up_may_be_said_to_others():
    found = {lender: [each.id for each in forbidden("滞纳金", lender, "hardship_letter")] for lender in CreditorKind}
    assert {lender for lender, ids in found.items() if ids} == {CreditorKind.BANK_CARD, CreditorKind.BANK_LOAN}
    assert {"tone-06"} == {name for ids in found.values() for name in ids}
    assert [each.id for each in forbidden("滞纳金")] == ["tone-06"], "nor where it may yet be read by a bank"
