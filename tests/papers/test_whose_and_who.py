"""Whose money, whose signature, who called whom, and how often: facts about other people stay with those people."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import plain, with_case, with_debt

LOAN = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}


def letter(case: dict[str, Any], kind: str = "hardship_letter", lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), None, lang).text


def finances(**changes: Any) -> dict[str, Any]:
    return {**plain()["finances"], **changes}


COUPLE = [
    {"name": "工资", "amount": "3600.00", "evidence": ["flow"]},
    {"name": "配偶工资", "amount": "1600.00", "earner": "spouse", "evidence": ["flow"]},
]


def test_other_peoples_income_is_told_as_theirs():
    case = with_case(finances=finances(income=COUPLE))
    for text in (letter(case), letter(case, "repayment_plan")):
        assert "本人每月收入3,600.00元，配偶1,600.00元，家庭每月收入合计5,200.00元。" in text
        assert "本人目前每月收入5,200.00元" not in text
    assert "Monthly income: myself, RMB 3,600.00; spouse, RMB 1,600.00;" in letter(case, lang="en")


def test_income_of_ones_own_alone_is_not_called_a_households():
    assert "家庭每月收入" not in letter(plain()) + letter(plain(), "repayment_plan")


def test_income_by_the_year_counts_by_the_month():
    harvest = [{"name": "粮食收入", "amount": "62400.00", "every": "year", "evidence": ["flow"]}]
    assert "粮食收入\t5,200.00\t" in letter(with_case(finances=finances(income=harvest)))


def test_a_reserve_is_shown_and_taken_off_before_anything_is_offered():
    case = with_case(finances=finances(reserve="500.00"))
    assert str(nd.budget(nd.load(case)).disposable) == "1200.00"
    text = letter(case)
    assert "备用金\t500.00\t留作应急" in text
    assert "每月余额\t1,200.00\t收入减必要支出、其他债务还款和备用金" in text
    assert "、备用金500.00元，余1,200.00元" in letter(case, "repayment_plan")


def test_the_household_is_told_as_far_as_the_file_tells():
    members = [{"relation": "配偶", "age": 36, "income": False}, {"relation": "女儿", "age": 8}]
    case = with_case(finances=finances(household=members, household_size=None))
    assert "家庭共3人（配偶36岁，没有收入；女儿8岁）" in letter(case)


def test_what_others_give_to_live_on_is_no_income():
    case = with_case(finances=finances(income=[], support=[{"from": "父母", "amount": "1500.00"}]))
    text = letter(case)
    assert "本人目前没有收入，每月由父母资助1,500.00元维持生活，每月必要支出" in text
    assert nd.budget(nd.load(case)).income == 0


def test_who_gives_to_live_on_is_said_in_the_language_of_the_paper():
    case = with_case(finances=finances(income=[], support=[{"from": "父母", "amount": "1500.00"}]))
    assert "RMB 1,500.00 a month from parents" in letter(case, lang="en")
    case = with_case(finances=finances(income=[], support=[{"from": "堂兄接济", "amount": "1500.00"}]))
    assert "from “堂兄接济” [in Chinese]" in letter(case, lang="en")


PROMISED = {
    "at": "2026-11-03", "direction": "outgoing", "channel": "phone", "summary": "询问能否分期",
    "promise": "三日内回电说明", "promise_due": "2026-11-06",
}  # fmt: skip


def test_a_promise_without_another_answer_is_not_told_as_no_answer_and_an_answer():
    case = with_debt(contacts=[PROMISED], agreement=None)
    text = letter(case)
    assert "尚未收到答复" not in text
    assert "表示：三日内回电说明（期限为2026年11月6日，现已过期限），此后没有收到答复。" in text
    english = letter(case, lang="en")
    assert "I have had no answer so far" not in english
    assert "I have had no answer since." in english


def test_a_letter_whose_answer_the_lender_promised_later_is_not_told_as_lost():
    sent = {"at": "2026-11-01", "direction": "outgoing", "channel": "letter", "summary": "申请分期"}
    came = {
        **PROMISED,
        "direction": "incoming",
        "summary": "来电核对情况",
        "promise": "一周内答复",
        "promise_due": "2026-11-10",
    }
    assert "尚未收到答复" in letter(with_debt(contacts=[sent], agreement=None))
    assert "尚未收到答复" not in letter(with_debt(contacts=[sent, came], agreement=None))
    body = {**sent, "level": "regulator", "organisation": "示例监管局"}
    assert "尚未收到答复" in letter(with_debt(contacts=[body, came], agreement=None)), "no lender answers for another"


def test_the_fall_of_income_is_computed():
    case = plain()
    case["hardship"][0]["income_before"] = "10400.00"
    assert "本人每月收入由10,400.00元降至5,200.00元，减少5,200.00元（50.0%）。" in letter(case)
    case["hardship"][0]["income_before"] = "5000.00"
    assert "降至" not in letter(case)


@pytest.mark.parametrize(
    ("every", "first", "words"),
    [
        ("quarter", "2027-02-25", "每年2月、5月、8月、11月的25日还款，每期1,800.00元"),
        ("quarter", "2027-04-30", "每年1月、4月、7月、10月的30日还款，每期1,800.00元"),
        ("quarter", "2027-05-30", "每年2月、5月、8月、11月的30日还款（当月无此日的，为当月最后一日），每期1,800.00元"),
        ("year", "2027-09-25", "每年9月25日还款，每期1,800.00元"),
    ],
)
def test_a_plan_by_the_quarter_or_the_year_says_so_and_keeps_its_days(every, first, words):
    plan = {"method": "interest_free", "periods": 12, "every": every, "first_due": first}
    case = with_debt(creditor=LOAN, account="HT-8", product="个人贷款", proposal=plan, agreement=None)
    text = letter(case, "repayment_plan")
    assert words in text
    assert "每月25日" not in text
    months = {"quarter": 3, "year": 12}[every]
    dues = [row.due for row in nd.schedule(nd.load(case))]
    assert {(b.year - a.year) * 12 + b.month - a.month for a, b in pairwise(dues)} == {months}


def test_an_instalment_of_a_quarter_is_measured_against_three_months():
    plan = {"method": "interest_free", "periods": 5, "every": "quarter", "first_due": "2027-02-25"}
    base = {"creditor": LOAN, "account": "HT-8", "agreement": None}
    balance = {"as_of": "2026-11-20", "interest": "0.00", "penalty": "0.00", "fees": "0.00", "source": "账单"}
    fits = with_debt(**base, proposal=plan, balance={**balance, "principal": "25500.00"})  # 5,100.00 = 3 × 1,700.00
    assert "plan.unaffordable" not in {one.rule for one in nd.check(nd.load(fits))}
    over = with_debt(**base, proposal=plan, balance={**balance, "principal": "25500.05"})
    assert "plan.unaffordable" in {one.rule for one in nd.check(nd.load(over))}


def test_interest_of_a_quarter_is_a_quarter_of_the_years():
    plan = {
        "method": "equal_principal",
        "annual_rate": "12%",
        "periods": 4,
        "every": "quarter",
        "first_due": "2027-02-20",
    }
    case = nd.load(with_debt(creditor=LOAN, account="HT-8", proposal=plan, agreement=None))
    assert [str(row.interest) for row in nd.schedule(case)] == ["648.00", "486.00", "324.00", "162.00"]


PARTIES = [
    {"name": "李敏", "role": "co_borrower"},
    {"name": "王强", "role": "guarantor"},
    {"name": "赵兰", "role": "spouse"},
    {"name": "孙立", "role": "payer", "consents": True},
]


def test_who_is_bound_signs_and_who_is_not_signs_only_by_consent_and_for_no_more():
    text = letter(with_debt(parties=PARTIES))
    assert "李敏为共同借款人。王强为保证人。" in text
    assert "共同借款人李敏（签名）：" in text
    assert "代付人孙立（签名）：\n孙立的签名仅表示知悉本方案，不构成债务加入、保证或对债务的追认。" in text
    assert "赵兰" not in text
    assert "王强（签名" not in text
    assert "共同借款人李敏（签名）：" in letter(with_debt(parties=PARTIES), "repayment_plan")


def test_a_co_borrower_who_does_not_agree_gets_no_place_to_sign_and_the_lender_is_asked_how_to_go_on():
    case = with_debt(parties=[{"name": "李敏", "role": "co_borrower", "consents": False}])
    for kind in ("hardship_letter", "repayment_plan", "financial_statement"):
        text = letter(case, kind)
        assert "李敏（签名）" not in text
        assert "未取得共同借款人李敏的签名；是否须其签名、其不签名时如何办理，请一并书面告知。" in text
        english = nd.render(kind, nd.load(case), lang="en").text
        assert "The signature of the co-borrower 李敏 has not been obtained" in english.replace("\n", " ")
        assert "李敏 (signature)" not in english


def test_an_agreement_says_whose_signature_is_wanting_and_asks_nobody_anything():
    case = nd.load(with_debt(parties=[{"name": "李敏", "role": "co_borrower", "consents": False}]))
    text = nd.render("repayment_agreement", case).text
    assert "未取得共同借款人李敏的签名。" in text
    assert "请一并书面告知" not in text
    english = nd.render("repayment_agreement", case, lang="en").text
    assert "The signature of the co-borrower 李敏 has not been obtained." in english


def test_a_call_by_a_collector_is_not_told_as_the_lenders():
    call = {
        "at": "2026-11-16", "direction": "incoming", "channel": "phone", "contacted": "family",
        "organisation": "示例信息服务有限公司", "summary": "要求代为还款", "own_reply": "我请其直接联系本人。",
    }  # fmt: skip
    creditor = {**plain()["debts"][0]["creditor"], "collector": {"name": "示例信息服务有限公司", "since": "2026-09-10"}}
    text = letter(with_debt(creditor=creditor, contacts=[call], agreement=None))
    assert "示例信息服务有限公司自2026年9月10日起就该账户与本人联系催收。" in text
    assert "受贵行委托" not in text
    assert "示例信息服务有限公司致电本人家属，内容为：要求代为还款。本人请其直接联系本人。" in text
    assert "贵行致电" not in text


CHANNELS = [("wechat", "向本人发送微信消息，内容为：催款"), ("visit", "上门与本人面谈，表示：催款")]


@pytest.mark.parametrize(("channel", "words"), CHANNELS)
def test_new_channels_read(channel, words):
    call = {"at": "2026-11-16", "direction": "incoming", "channel": channel, "summary": "催款", "outcome": "unclear"}
    assert f"贵行{words}" in letter(with_debt(contacts=[call], agreement=None))


def test_what_the_contract_says_beside_the_amount_is_told():
    contract = {
        "number": "HT-2019-0506",
        "ends": "2026-05-20",
        "security": [{"what": "小型轿车一辆", "kind": "mortgage"}],
    }
    text = letter(with_debt(creditor=LOAN, account="账户尾号7716", contract=contract, agreement=None, proposal=None))
    for words in ("合同编号为HT-2019-0506。", "合同已于2026年5月20日到期。", "该笔贷款以小型轿车一辆作抵押担保。"):
        assert words in text
    called = letter(with_debt(creditor=LOAN, account="HT-8", contract={"accelerated": "2026-09-01"}, agreement=None))
    assert "贵行已宣布该笔贷款自2026年9月1日起提前到期。" in called
    assert "该账户信用额度为50,000.00元。" in letter(with_debt(contract={"credit_limit": "50000.00"}))


def test_foreign_currency_is_told_as_stated_and_never_added():
    balance = {**plain()["debts"][0]["balance"], "foreign": [{"currency": "USD", "amount": "120.35"}]}
    assert "另有外币欠款120.35美元，未列入上述金额。" in letter(with_debt(balance=balance))


def test_a_request_to_confirm_tells_what_is_owed_in_foreign_currency_too():
    case = with_debt(balance=FOREIGN)
    assert "另有外币欠款120.35美元，未列入上述金额。" in letter(case, "confirmation_request")
    english = letter(case, "confirmation_request", "en")
    assert "In addition, 120.35 US dollars is owed in foreign currency and not included above." in english


def test_the_account_to_pay_from_is_told():
    proposal = {**plain()["debts"][0]["proposal"], "payment_account": "原信用卡账户。"}
    assert "还款账户为原信用卡账户。" in letter(with_debt(proposal=proposal), "repayment_plan")


FOREIGN = {**plain()["debts"][0]["balance"], "foreign": [{"currency": "USD", "amount": "120.35"}]}


def test_a_plan_does_not_call_all_that_is_owed_renminbi_where_foreign_currency_is_owed():
    case = with_debt(balance=FOREIGN, agreement=None)
    text = letter(case, "repayment_plan")
    assert "另有外币欠款120.35美元，未列入上述金额。" in text
    assert "均为人民币，外币欠款未列入；" in text
    text = letter(case, "repayment_plan", "en")
    assert "In addition, 120.35 US dollars is owed in foreign currency and not included above." in text
    assert "all in renminbi, without what is owed in foreign currency." in text


def test_what_a_waiver_leaves_of_a_part_is_not_called_all_that_was_recorded():
    balance = {
        "as_of": "2026-11-20",
        "principal": "12000.00",
        "interest": "600.00",
        "penalty": "120.00",
        "fees": "0.00",
        "source": "账单",
    }
    proposal = {"method": "interest_free", "periods": 24, "first_due": "2026-12-25", "waive": {"interest": "250.00"}}
    case = with_debt(balance=balance, proposal=proposal, agreement=None)
    assert "已产生的其余利息350.00元、违约金120.00元如何处理" in letter(case, "repayment_plan")
    english = letter(case, "repayment_plan", "en")
    assert (
        "how the rest of the accrued interest (RMB 350.00) and late charges of RMB 120.00 should be treated" in english
    )


def test_the_own_answer_to_a_message_is_a_sentence_of_its_own_and_a_message_has_no_staff():
    message = {
        "at": "2026-11-16 16:40", "direction": "incoming", "channel": "sms", "summary": "同意分36期",
        "outcome": "accepted", "own_reply": "请求书面确认", "promise": "月底前出具协议", "promise_due": "2026-11-30",
    }  # fmt: skip
    case = with_debt(contacts=[message], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
    assert "内容为：同意分36期。本人请求书面确认。" in letter(case)
    text = letter(case, "confirmation_request")
    assert "来文内容为：同意分36期。本人请求书面确认。贵行并告知：月底前出具协议（期限为2026年11月30日）。" in text
    assert "工作人员" not in text
    english = letter(case, "confirmation_request", "en")
    assert "(by 30 November 2026)" in english
    assert "My reply: “请求书面确认” [in Chinese]." in english
    assert "You also wrote: " in english


def test_an_overdue_debt_is_not_said_to_be_paid_as_agreed():
    case = plain()
    case["finances"]["other_debts"] = [
        {"creditor": "农机合作社", "balance": "5200.00", "monthly": "0", "overdue": True}
    ]
    text = letter(case)
    assert "其他债务余额合计5,200.00元，其中有逾期。" in text
    assert "按约偿还的其他债务" not in text


def test_an_instalment_of_a_longer_interval_is_measured_by_the_month_in_the_paper_too():
    plan = {"method": "interest_free", "periods": 5, "every": "quarter", "first_due": "2027-02-25"}
    balance = {"as_of": "2026-11-20", "principal": "20400.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00"}
    case = with_debt(
        creditor=LOAN, account="HT-8", agreement=None, proposal=plan, balance={**balance, "source": "账单"}
    )
    text = letter(case, "repayment_plan")  # 1,700.00 is left a month
    assert "本计划每期还款4,080.00元，分摊到3个月，每月1,360.00元，占每月余额的80.0%，其余340.00元" in text
    assert "支付：" not in text
    assert "spread over 3 months (RMB 1,360.00 a month), is 80.0% of what is left" in letter(
        case, "repayment_plan", "en"
    )


def test_a_plan_never_names_an_empty_source_of_money():
    lump = {"method": "bullet", "annual_rate": "0", "periods": 1, "first_due": "2027-11-25"}
    balance = {"as_of": "2026-11-20", "principal": "15000.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00"}
    case = with_debt(
        creditor=LOAN, account="HT-8", agreement=None, proposal=lump, balance={**balance, "source": "账单"}
    )
    case["finances"]["assets"] = []
    text = letter(case, "repayment_plan")
    assert "超出每月余额的部分，由还款日之前各月的余额积存支付。" in text
    english = letter(case, "repayment_plan", "en")
    assert "above this is saved up from what is left in the months before the due day." in english


def test_a_home_that_is_mortgaged_and_shared_is_not_told_as_free_and_the_borrowers_alone():
    case = plain()
    home = {"name": "自住房", "amount": "1500000.00", "realisable": False, "burden": "已抵押", "co_owner": "赵兰"}
    case["finances"]["assets"] = [home]
    text = letter(case)
    assert "自住房1,500,000.00元（已抵押，与他人共有）。" in text
    assert "赵兰" not in text
    assert "owned jointly with somebody else)" in letter(case, lang="en")


def test_what_a_collector_agreed_to_is_not_told_as_the_lenders_word():
    call = {
        "at": "2026-11-16 16:40", "direction": "incoming", "channel": "phone", "organisation": "示例信息服务有限公司",
        "summary": "同意分36期", "outcome": "accepted", "promise": "月底前出具协议",
    }  # fmt: skip
    case = with_debt(contacts=[call], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
    text = letter(case, "confirmation_request")
    assert "示例信息服务有限公司致电本人顾清和，" in text
    assert "示例信息服务有限公司表示：同意分36期。示例信息服务有限公司工作人员表示：月底前出具协议。" in text
    assert "贵行表示" not in text
    assert "贵行致电" not in text
    english = letter(case, "confirmation_request", "en")
    assert "you called me" not in english
    assert "You said" not in english


def test_what_was_said_after_the_agreement_is_told_and_asked_about():
    agreed = {
        "at": "2026-11-16 16:40", "direction": "outgoing", "channel": "phone", "summary": "提出60期方案",
        "reply": "同意", "outcome": "accepted",
    }  # fmt: skip
    later = {
        "at": "2026-11-19 09:10", "direction": "incoming", "channel": "phone", "summary": "只能分36期", "ref": "K-77",
        "promise": "下周再答复", "outcome": "refused",
    }  # fmt: skip
    case = with_debt(contacts=[agreed, later], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
    text = letter(case, "confirmation_request")
    assert (
        "此后，2026年11月19日，贵行致电本人（业务编号K-77），表示：只能分36期。贵行并表示：下周再答复。"
        "以上沟通是否改变下列安排，请一并说明。"
    ) in text
    assert "Since then: On 19 November 2026 (reference K-77) you called me" in letter(
        case, "confirmation_request", "en"
    )
    case["debts"][0]["contacts"].pop()
    assert "此后" not in letter(case, "confirmation_request")


def test_a_comparison_names_the_charges_that_no_option_holds():
    text = letter(plain(), "repayment_plan")
    assert ("本人提出的方案不含" in text) is ("各方案对照" in text)
