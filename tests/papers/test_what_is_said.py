"""What single letters say, and what they must not."""

from __future__ import annotations

from decimal import Decimal

import pytest

import negotiation_docs as nd
from tests.make.cases import with_case, with_debt
from tests.make.variants import loaded, made, paper, variants
from tests.read.some import some
from tests.shipped import lacking


def said(name: str, kind: str = "hardship_letter") -> str:
    document = paper(name, kind, "zh")
    assert document is not None, f"{name} is not ready for {kind}"
    return document.text


def test_a_bank_is_addressed_as_gui_hang_and_a_person_as_nin():
    assert "贵行" in said("creditor-bank_loan")
    assert "贵公司" not in said("creditor-bank_loan")
    assert "贵公司" in said("creditor-consumer_finance")
    private = said("creditor-private")
    assert "尊敬的赵国梁先生：" in private
    assert "贵" not in private.replace("赵国梁", "")


def test_a_late_charge_is_called_penalty_on_a_card_and_default_interest_on_a_loan():
    assert "违约金138.60元" in said("creditor-bank_card")
    assert "罚息138.60元" in said("creditor-microloan")
    assert "违约金" not in said("creditor-microloan")
    assert "违约金138.60元" in said("creditor-transferee")


def test_the_platform_gets_a_copy_and_the_department_is_named():
    assert "抄送：示例借款APP" in said("creditor-microloan")
    assert "（转贷后管理部）：" in said("creditor-bank_card")


def test_only_oversight_makes_no_plea_of_hardship():
    for name in ("cause-oversight", "cause-poor_planning"):
        letter = paper(name, "hardship_letter", "zh")
        assert letter is not None
        assert letter.title == "逾期情况说明"
        assert "困难" not in letter.text
        assert "收支" not in letter.text


def test_a_diagnosis_is_printed_only_when_it_was_given_and_only_in_the_letter():
    assert "急性阑尾炎" in said("illness-told")
    assert "急性阑尾炎" not in said("illness-kept-back")
    others = some(document for kind, _, document in made("illness-told", "zh") if kind in lacking("pleads"))
    assert not [document.kind for document in others if "急性阑尾炎" in document.text]
    assert "住院" not in said("cause-illness")


def test_disputed_amounts_are_not_admitted():
    letter = said("disputed")
    assert "不构成对该金额的认可" in letter
    assert "尚欠" not in letter
    assert "人民币贰" not in letter
    assert "歉" not in letter
    plan = said("disputed", "repayment_plan")
    assert "仅作测算基数，不构成对金额的认可" in plan
    assert "人民币贰" not in plan
    partly = said("partly-disputed")
    assert "尚欠本金21,600.00元、利息612.35元，合计22,212.35元" in partly
    assert "不作认可" in partly


def test_nothing_left_offers_nothing_and_asks_for_a_pause_and_a_review_date():
    for name in ("nothing-left", "no-income"):
        letter = said(name)
        assert "暂缓偿还" in letter
        assert "重新评估的日期" in letter
        assert "分36期" not in letter
        assert paper(name, "repayment_plan", "zh") is None


def test_a_letter_before_the_due_date_warns_instead_of_apologising():
    letter = said("not-yet-due")
    assert "2026年12月20日" in letter
    assert "逾期" not in letter
    assert "歉" not in letter


def test_wording_follows_the_status_of_each_piece_of_evidence():
    assert "（见附件3）" in said("evidence-attached")
    assert "门店停业通知将于2026年12月5日前补交" in said("evidence-pending")
    assert "原因是门店已注销" in said("evidence-unavailable")
    nothing = said("evidence-none")
    assert "暂无书面证明" in nothing
    assert "附件" not in nothing


def test_only_listed_promises_are_made():
    promises = ("及时告知", "不新增借款", "按要求提交", "按能力继续还款", "保持联系畅通")
    letter = said("no-apology")
    assert not any(promise in letter for promise in promises)
    assert "歉" not in letter
    assert all(promise in said("every-commitment") for promise in promises)
    assert "不向任何银行申领信用卡" in said("every-commitment", "repayment_plan")
    assert "申领信用卡" not in said("creditor-bank_loan", "repayment_plan")


def test_a_card_plan_without_its_promise_is_refused_by_the_article():
    with pytest.raises(nd.FactsError, match="第七十条"):
        nd.render("repayment_plan", nd.load({**variants()["creditor-bank_card"], "choices": {"commitments": []}}))


def test_the_new_card_article_is_cited_to_card_banks_alone():
    assert "第七十条" in said("creditor-bank_card", "repayment_plan")
    for kind in ("bank_loan", "consumer_finance", "microloan", "transferee", "private"):
        assert "第七十条" not in said(f"creditor-{kind}", "repayment_plan")


def test_what_was_not_said_in_the_talk_is_asked_for():
    request = said("agreed-otherwise", "confirmation_request")
    assert "分48期偿还" in request
    assert "还款账户和还款方式" in request
    assert "履行期间是否停止催收" in request
    assert "视为同意" not in request


def test_an_agreed_rate_is_not_denied_in_the_next_line():
    paused, asked = (said(f"agreed-rate-{name}", "confirmation_request") for name in ("paused", "unclear"))
    assert "年利率4.8%" in paused
    assert "履行期间不再按原合同计收利息" in paused
    assert "履行期间除方案的利息外，是否另按原合同计收利息" in asked
    english = paper("agreed-rate-unclear", "confirmation_request", "en").text
    assert "of the original contract continue while the plan is kept" in english


def test_nothing_is_claimed_as_agreed_where_the_talk_left_it_open():
    request = said("talk-unclear", "confirmation_request")
    assert "本人理解的协商结果" not in request
    assert "本人请求答复的安排" in request
    assert "记录一致，予以确认" not in request
    assert "同意来函所列安排。" in request
    assert paper("talk-refused", "confirmation_request", "zh") is None


def test_identity_numbers_are_masked_unless_revealed():
    assert "110101********1237" in said("creditor-bank_card")
    assert "110101199001011237" in said("revealed")


def test_the_short_text_holds_the_same_request():
    letter = paper("creditor-bank_card", "hardship_letter", "zh")
    assert letter is not None
    assert letter.short.startswith("您好，本人顾清和")
    assert "分36期" in letter.short
    assert "\n" not in letter.short


def test_an_unaffordable_plan_says_what_would_be_affordable():
    data = with_debt(proposal={"method": "interest_free", "periods": 6, "first_due": "2026-12-25"})
    with pytest.raises(nd.UnaffordablePlan) as refusal:
        nd.render("repayment_plan", nd.load(data))
    assert refusal.value.suggestion is not None
    assert any("期" in problem.hint for problem in refusal.value.problems)


def test_an_old_debt_is_stopped_until_the_risk_is_accepted():
    data = with_debt(due="2023-09-10", paid_on_time=None, contract={"signed": "2022-03-05"})
    data["hardship"][0]["since"] = "2023-08-01"
    with pytest.raises(nd.FactsError, match="时效"):
        nd.render("hardship_letter", nd.load(data))
    assert nd.render("hardship_letter", nd.load(data), acknowledge=["limitation"]).text
    data["debts"][0]["limitation_risk_accepted"] = True
    assert nd.render("hardship_letter", nd.load(data)).text


def test_loading_the_variants_finds_nothing_wrong():
    assert len([loaded(name) for name in variants()]) > 60


def test_the_letter_never_lists_itself():
    letter = nd.render("hardship_letter", loaded("creditor-bank_card"), enclose=("repayment_plan", "evidence_list"))
    assert "附件：1.还款计划（建议稿）\n2.证据材料清单" in letter.text


def test_each_row_of_the_schedule_adds_up():
    for name in ("plan-spread_charges", "plan-equal_payment", "plan-equal_principal"):
        lines = [line.split("\t") for line in said(name, "repayment_plan").splitlines()]
        for cells in some(cells for cells in lines if len(cells) == 6 and cells[1][:2] == "20"):
            payment, principal, cost = (Decimal(cell.replace(",", "")) for cell in cells[2:5])
            assert payment == principal + cost


def test_one_payment_is_not_called_instalments():
    for _, _, document in made("plan-one_instalment", "zh"):
        assert "分1期" not in document.text
        assert "多数期次" not in document.text


def test_an_unnamed_cause_is_told_in_the_borrowers_words_or_not_at_all():
    story = {"cause": "other", "since": "2026-06-30", "statement": "合租人搬离后独自承担房租", "evidence": []}
    letter = nd.render("hardship_letter", nd.load(with_case(hardship=[story]))).text
    assert "合租人搬离后独自承担房租" in letter
    assert "疏忽" not in letter
    with pytest.raises(nd.FactsError, match="其他"):
        nd.render("hardship_letter", nd.load(with_case(hardship=[{**story, "statement": None}])))


def test_a_disputed_principal_is_not_called_ours():
    plan = said("disputed", "repayment_plan")
    assert "未还本金" not in plan
    assert "已产生的" not in plan


def test_english_lists_set_a_blank_after_the_number():
    document = paper("creditor-bank_card", "confirmation_request", "en")
    assert document is not None
    assert any(line.startswith("1. ") for line in document.text.splitlines())


def test_a_paper_can_be_asked_for_by_its_title():
    case = loaded("creditor-bank_card")
    assert nd.render("还款计划", case).kind == "repayment_plan"
    assert nd.render("逾期情况说明", case).kind == "hardship_letter"


def test_amounts_that_are_not_known_are_said_to_be_open():
    assert "利息、违约金、费用的金额待核对" in said("principal-only")
    assert "待核对" not in said("creditor-bank_card")
    english = paper("principal-only", "hardship_letter", "en")
    assert english is not None
    assert "still to be checked" in english.text


def test_charges_that_no_fact_shows_are_not_said_to_have_run_up():
    request = said("principal-only", "confirmation_request")
    assert "已产生的" not in request
    assert "利息、违约金能否减免" in request


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("unemployment", "失业"),
        ("reduced_income", "收入减少"),
        ("illness", "因病治疗"),
        ("family_event", "家庭发生变故"),
        ("family_burden", "家庭负担增加"),
        ("accident", "意外事故"),
        ("disaster", "灾害"),
        ("business_failure", "经营出现困难"),
        ("poor_planning", "考虑不周"),
        ("oversight", "因疏忽错过还款日"),
    ],
)
def test_each_cause_is_told_in_words_of_its_own(cause, told):
    reasons = said(f"cause-{cause}").partition("逾期原因")[2].partition("三、")[0]
    assert told in reasons


def test_an_apology_is_said_unless_the_borrower_wants_none():
    assert "谨致歉意" in said("cause-unemployment")
    assert "歉" not in said("no-apology")


def test_the_list_tells_of_each_piece_what_it_proves_who_gave_it_how_long_it_is_and_whether_it_is_there():
    text = nd.render("evidence_list", nd.load("examples/zhou.yaml")).text
    for group in ("一、身份与债务", "二、困难情况", "三、收入与偿还能力"):
        assert group in text
    for told in ("工资流水", "示例银行，2026年11月1日", "月均收入", "复印件1份，3页", "已附（附件4）"):
        assert told in text
