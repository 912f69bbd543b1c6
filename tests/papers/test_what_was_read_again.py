"""What a second reading of new cases found: reserves, parts of a charge, promises kept, other people's names."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import plain, with_debt
from tests.make.variants import paper

LOAN = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}
OWED: dict[str, Any] = {
    "as_of": "2026-11-20",
    "principal": "24000.00",
    "interest": "600.00",
    "source": "账单",
    "penalty": "100.00",
    "fees": "0.00",
}


def letter(case: dict[str, Any], kind: str = "hardship_letter", lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), None, lang).text


def loan(**facts: object) -> dict[str, Any]:
    """A bank loan of 24,000.00 with 600.00 of interest and 100.00 of penalty; 1,700.00 is left each month."""
    base: dict[str, Any] = {"creditor": LOAN, "account": "HT-8", "agreement": None, "balance": OWED}
    return with_debt(**(base | facts))


def test_a_reserve_is_not_told_as_income_that_does_not_cover_essentials():
    case = plain()
    case["finances"]["reserve"] = "9000.00"
    text = letter(case)
    assert "收入减去必要支出" in text
    assert "和备用金，每月尚差" in text
    assert "收入不足以支付" not in text
    assert "and the reserve, I am" in letter(case, lang="en")


def test_a_house_in_another_name_is_not_told_as_the_borrowers_alone():
    case = plain()
    case["finances"]["assets"] = [{"name": "自住房", "holder": "顾小妹"}, {"name": "轿车", "holder": "顾清和"}]
    text = letter(case)
    assert "自住房（登记在他人名下）、轿车。" in text
    assert "顾小妹" not in text
    assert "registered in somebody else’s name" in letter(case, lang="en")


def test_of_two_causes_of_a_kind_the_unproved_one_is_told_by_its_day():
    case = plain()
    proved = {"cause": "illness", "since": "2026-03", "statement": "因病住院手术", "evidence": ["proof"]}
    again = {"cause": "illness", "since": "2026-08", "statement": "旧病复发再次停工", "evidence": []}
    other = {"cause": "other", "since": "2026-09", "statement": "房屋漏水需要修缮", "evidence": []}
    case["hardship"] = [proved, again]
    assert "其中，2026年8月疾病的情况为本人陈述，暂无书面证明。" in letter(case)
    case["hardship"] = [proved, other]
    assert "其中，2026年9月其他困难的情况为本人陈述，暂无书面证明。" in letter(case)


def test_a_part_of_a_charge_is_not_told_as_the_whole():
    plan = {"method": "interest_free", "periods": 24, "first_due": "2026-12-25", "waive": {"interest": "200.00"}}
    case = loan(proposal=plan)
    assert "已产生的其余利息400.00元、罚息100.00元如何处理" in letter(case)
    assert "the rest of the accrued interest (RMB 400.00)" in letter(case, lang="en")
    talk = {
        "at": "2026-11-16",
        "channel": "phone",
        "direction": "outgoing",
        "summary": "提出24期",
        "outcome": "accepted",
    }
    agreed = loan(proposal=plan, contacts=[talk], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
    text = letter(agreed, "confirmation_request")
    assert "已产生的利息中的200.00元是否减免" in text
    assert "已产生的其余利息400.00元、罚息100.00元如何偿还" in text
    assert "Whether RMB 200.00 of the accrued interest will be waived" in letter(agreed, "confirmation_request", "en")


@pytest.mark.parametrize(("kept", "said"), [(True, "本人已按沟通中的承诺补交病历。"), (False, "")])
def test_a_promise_that_is_past_is_told_only_where_it_was_kept(kept, said):
    talk = {
        "at": "2026-10-18", "channel": "phone", "direction": "outgoing", "summary": "提出24期", "outcome": "accepted",
        "own_promise": "补交病历", "own_promise_due": "2026-10-31", "own_promise_kept": kept,
    }  # fmt: skip
    case = loan(contacts=[talk], agreement={"reached": "2026-10-18", "terms": {"plan": True}})
    text = letter(case, "confirmation_request")
    assert ("补交病历" in text) is kept
    assert said in text
    assert ("本人已按承诺补交病历" in letter(case)) is kept


def test_an_answer_given_in_an_incoming_call_is_told():
    call = {
        "at": "2026-11-10", "channel": "phone", "direction": "incoming", "summary": "要求提交病历",
        "own_reply": "说明正在住院", "reply": "可以宽限到月底", "outcome": "unclear",
    }  # fmt: skip
    assert "表示：要求提交病历。本人说明正在住院。贵行答复：可以宽限到月底。" in letter(loan(contacts=[call]))
    assert "your reply: “可以宽限到月底”" in letter(loan(contacts=[call]), lang="en")


def test_a_longer_interval_of_the_alternative_is_measured_by_the_month():
    plan = {
        "method": "interest_free", "periods": 6, "every": "half_year", "first_due": "2027-05-20",
        "alternative": {"periods": 5},
    }  # fmt: skip
    text = letter(loan(proposal=plan), "repayment_plan")
    assert "每期4,800.00元。分摊到每月至多800.00元，在本人每月余额之内。" in text
    assert "各期金额均在本人每月余额之内" not in text
    assert "takes at most RMB 800.00 a month" in letter(loan(proposal=plan), "repayment_plan", "en")


def test_charges_in_the_last_instalment_do_not_hide_that_the_others_fall():
    plan = {
        "method": "equal_principal", "annual_rate": "6%", "periods": 36, "first_due": "2026-12-20",
        "remaining_charges": "last_instalment",
    }  # fmt: skip
    text = letter(loan(proposal=plan))
    assert "首期786.67元，以后逐期递减，末期1,369.88元（含已产生的息费700.00元）" in text
    assert "首期786.67元，逐期递减，末期另含息费" in text
    assert "第2期" not in text


def test_interest_during_the_plan_is_never_offered_by_silence():
    plan = {"method": "stepped", "annual_rate": "0", "steps": [{"periods": 6, "payment": "300"}, {"periods": 42}]}
    text = letter(loan(proposal={**plan, "first_due": "2026-12-20"}), "repayment_plan")
    assert "履行期间是否计收利息、如何计收，请贵行在答复中明确。" in text
    assert "仍按原合同处理" not in text


def test_income_by_the_quarter_or_of_real_months_can_be_added_up_again():
    case = plain()
    case["finances"]["income"] = [
        {"name": "跑单收入", "actual": {"from": "2026-08", "amounts": ["3000", "4500", "4500"]}},
        {"name": "摊位租金", "amount": "9000", "every": "quarter"},
    ]
    text = letter(case)
    assert "4,000.00\t2026年8月至10月实际收入的月平均" in text
    assert "3,000.00\t每季9,000.00元，折合每月" in text
    assert "Monthly average of August 2026 to October 2026" in letter(case, lang="en")


def test_the_letter_says_where_the_case_is_before_a_court():
    suit = {
        "stage": "sued",
        "received": "2026-11-10",
        "court": "示例市示例区人民法院",
        "case_number": "（2026）示0101民初1号",
    }
    case = nd.load(loan(litigation=suit))
    for kind in ("hardship_letter", "repayment_plan"):
        text = nd.render(kind, case, acknowledge=["litigation"]).text
        assert "该笔贷款的纠纷现由示例市示例区人民法院审理（案号：（2026）示0101民初1号）。" in text


def test_a_guarantors_signature_extends_no_guarantee_and_nobody_signs_for_a_plan_that_is_not_there():
    friend = {"name": "宋怀玉", "role": "guarantor", "consents": True}
    wife = {"name": "那娜", "role": "spouse", "consents": True}
    text = letter(loan(parties=[friend, wife]))
    assert "宋怀玉的签名仅表示知悉本方案，不增加其保证责任。" in text
    without = letter(loan(parties=[wife], proposal=None))
    assert "那娜的签名仅表示知悉上述情况" in without
    assert "本方案" not in without


def test_a_disputed_fee_is_named_as_the_lender_names_it():
    charge = {"kind": "fees", "name": "债权管理费", "amount": "300.00"}
    case = loan(balance={**OWED, "fees": "300.00", "charges": [charge], "disputed": ["fees"]})
    assert "费用（债权管理费）300.00元，本人对此有异议" in letter(case)


def test_an_account_beside_a_contract_number_is_no_contract_number():
    text = letter(loan(contract={"number": "XD-77"}))
    assert "（账号HT-8）" in text
    assert "合同编号为XD-77。" in text
    assert "（合同编号HT-8）" in letter(loan())


def test_the_deferral_the_file_asks_for_is_asked_for():
    wish = {"instalment": 9, "amount": "950.00", "from": "2026-12-10", "to": "2027-01-10", "reason": "工资一月发放"}
    text = letter(loan(proposal=None, deferral=wish))
    assert "同意将原定2026年12月10日应还的第9期款项950.00元延至2027年1月10日偿还（理由：工资一月发放）。" in text
    english = letter(loan(proposal=None, deferral=wish), lang="en")
    assert "instalment 9 of RMB 950.00, which is due on 10 December 2026, on 10 January 2027 instead" in english


def test_who_lent_less_than_agreed_is_not_said_to_have_lent_it_all():
    lent = {"signed": "2025-06-10", "amount": "50000", "received": "46000"}
    case = with_debt(creditor={"name": "李四", "kind": "private", "salutation": "先生"}, contract=lent, account=None)
    assert "we agreed on a loan of RMB 50,000.00; what I received was RMB 46,000.00." in letter(case, lang="en")


def test_what_is_done_by_day_or_night_is_not_told_as_done():
    case = plain()
    case["measures"] = ["白天兼职做文员", "晚上跑代驾", "停用该卡"]
    assert "本人白天兼职做文员，晚上跑代驾，并已停用该卡。" in letter(case)


def test_an_answer_follows_what_it_answers():
    call = {
        "at": "2026-11-16", "channel": "phone", "direction": "incoming", "summary": "请说明还款打算",
        "own_reply": "提出分40期", "reply": "同意", "outcome": "accepted",
    }  # fmt: skip
    case = loan(contacts=[call], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
    text = letter(case, "confirmation_request")
    assert text.index("请说明还款打算") < text.index("本人提出分40期") < text.index("同意")


def test_a_house_in_the_borrowers_own_name_and_another_is_not_said_to_be_in_anothers():
    case = plain()
    case["finances"]["assets"] = [{"name": "自住房", "holder": "顾清和、李敏", "co_owner": "李敏"}]
    assert "自住房（与他人共有）。" in letter(case)
    assert "registered in somebody else" not in letter(case, lang="en")


def test_a_loan_that_is_paid_as_agreed_is_never_said_to_fail():
    case = loan()
    contract = {"payment": "950.00", "periods": "36", "first_due": "2026-01-15"}
    house = {
        "id": "house", "creditor": LOAN, "account": "FD-1", "due": "2026-12-15", "contract": contract,
        "balance": {**OWED, "interest": "0.00", "penalty": "0.00"},
    }  # fmt: skip
    case["debts"].append(house)
    with pytest.raises(nd.FactsError, match="按照常还款处理"):
        nd.render("hardship_letter", nd.load(case), "house")
    house["deferral"] = {"from": "2026-12-15", "to": "2027-01-15", "reason": "工资一月发放"}
    assert "延至2027年1月15日偿还" in nd.render("hardship_letter", nd.load(case), "house").text


def test_only_what_the_other_side_said_may_change_what_was_agreed():
    agreed = {
        "at": "2026-11-16",
        "channel": "phone",
        "direction": "outgoing",
        "summary": "提出方案",
        "outcome": "accepted",
    }
    asked = {"at": "2026-11-19", "channel": "phone", "direction": "outgoing", "summary": "再次询问短信何时发出"}
    case = loan(contacts=[agreed, asked], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
    text = letter(case, "confirmation_request")
    assert "此后，2026年11月19日，本人致电贵行，再次询问短信何时发出" in text
    assert "是否改变下列安排" not in text


def test_only_what_is_disputed_is_told_as_the_lenders_figure():
    card = {"name": "示例银行股份有限公司信用卡中心", "kind": "bank_card"}
    plan = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25"}
    case = with_debt(creditor=card, agreement=None, balance={**OWED, "disputed": ["interest"]}, proposal=plan)
    text = letter(case, "repayment_plan")
    assert "欠款余额、结构、币种：本金24,000.00元、违约金100.00元，另有贵行登记的利息600.00元，本人有异议" in text
    assert "贵行登记的本金" not in text


def test_where_only_the_term_is_too_short_the_letter_asks_for_another_and_denies_no_plan():
    short = {"method": "interest_free", "periods": 12, "first_due": "2026-12-25", "pause_charges": False}
    text = letter(loan(proposal=short))  # 1,700.00 is left a month, which repays 24,000.00 in 15 instalments
    assert "请贵行同意暂缓偿还，或者在上述金额以内与本人商定还款安排，并与本人约定" in text
    assert "不足以提出" not in text
    assert "停止计收" not in text
    english = letter(loan(proposal=short), lang="en")
    assert "RMB 1,700.00 a month, is the most I can offer." in english
    assert "too little" not in english


def test_a_loan_that_goes_on_although_a_payment_was_missed_names_its_payment_and_no_share():
    case = loan()
    contract = {"payment": "950.00", "periods": "36", "first_due": "2026-01-15"}
    house = {
        "id": "house", "creditor": LOAN, "account": "FD-1", "due": "2026-10-15", "contract": contract,
        "balance": {**OWED, "interest": "0.00", "penalty": "0.00"},
    }  # fmt: skip
    case["debts"].append(house)
    text = nd.render("hardship_letter", nd.load(case), "house").text
    assert "每月余额1,700.00元，其中该笔贷款按合同每期应还950.00元，其余用于本人拟协商处理的另1笔欠款。" in text
    assert "份额" not in text
    english = nd.render("hardship_letter", nd.load(case), "house", "en").text
    assert "The contract of this loan takes RMB 950.00 of it; the rest is for 1 other debt" in english
    assert "每月余额\t750.00元" in nd.render("hardship_letter", nd.load(case), "one").text


def test_the_strip_calls_an_account_number_no_contract_number():
    assert "账号HT-8" in letter(loan(contract={"number": "XD-77"})).split("一、")[0]


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((), "可发送至电子邮箱zhou@example.com"),
        (("phone", "letter"), "可发送至本函所列通讯地址"),
        (("phone", "sms"), "可发送至手机13800138000（短信）"),
        (("wechat", "email"), "可发送至微信zhou-2026"),
        (("visit",), "可发送至电子邮箱zhou@example.com"),
    ],
)
def test_a_written_answer_is_asked_for_by_the_way_that_was_chosen(chosen, said):
    case = loan()
    case["borrower"] |= {
        "phone": "13800138000", "email": "zhou@example.com", "wechat": "zhou-2026", "address": "示例市示例路1号",
        "contact_by": list(chosen),
    }  # fmt: skip
    assert said in letter(case, "hold_request")


def test_a_notice_of_transfer_is_told_as_what_it_says():
    said = paper("creditor-transferee", "hardship_letter", "zh").text
    assert "2026年10月10日的通知称该笔债权已转让给贵公司" in said
    assert "says that the debt was assigned to you" in paper("creditor-transferee", "hardship_letter", "en").text


def test_the_rest_of_a_charge_that_the_file_asks_about_by_its_sum_is_not_asked_about_twice():
    plan = {"method": "interest_free", "periods": 24, "first_due": "2026-12-25", "waive": {"interest": "300.00"}}
    talk = {
        "at": "2026-11-16",
        "channel": "phone",
        "direction": "outgoing",
        "summary": "提出24期",
        "outcome": "accepted",
    }
    terms = {"plan": True, "waive": {"interest": "300.00"}}
    agreement = {"reached": "2026-11-16", "terms": terms, "unclear": ["剩余利息300.00元什么时候还"]}
    text = letter(loan(proposal=plan, contacts=[talk], agreement=agreement), "confirmation_request")
    assert "剩余利息300.00元什么时候还" in text
    assert "其余利息" not in text
    assert "罚息100.00元如何偿还" in text


@pytest.mark.parametrize("words", ["请由信托公司直接答复", "由信托公司直接答复"])
def test_a_request_that_asks_by_itself_is_not_asked_twice(words):
    case = loan()
    case["debts"][0]["proposal"]["other"] = [words]
    asked = "请由信托公司直接答复。" if words.startswith("请") else "请贵行由信托公司直接答复。"
    assert f"\n{asked}\n" in letter(case, "repayment_plan")


def test_a_name_in_latin_letters_is_printed_as_the_english_of_the_file_has_it():
    case = plain()
    case["borrower"]["name"] = "DANIEL CHIDI OKONKWO"
    assert "My name is DANIEL CHIDI OKONKWO" in letter(case, lang="en")
    case["english"] = {"DANIEL CHIDI OKONKWO": "Daniel Chidi Okonkwo"}
    assert "My name is Daniel Chidi Okonkwo" in letter(case, lang="en")
    assert "本人DANIEL CHIDI OKONKWO" in letter(case)


@pytest.mark.parametrize(
    ("note", "told"),
    [
        ("只发来一张总额附表", "贵行致电本人，只发来一张总额附表。"),
        ("告知可分24期", "贵行致电本人，告知可分24期。"),
        ("只能分36期", "贵行致电本人，表示：只能分36期。"),
        ("称只能分36期", "贵行致电本人，表示：只能分36期。"),
    ],
)
def test_what_a_caller_did_is_not_told_as_the_callers_words(note, told):
    talk = {"at": "2026-11-16", "channel": "phone", "direction": "incoming", "summary": note, "own_reply": "表示要核算"}
    assert told in letter(loan(contacts=[talk]))
    log = letter(loan(contacts=[talk]), "contact_log")
    assert ("对方表示：" in log) is ("表示：" in told)
