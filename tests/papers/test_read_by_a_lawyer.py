"""What a borrower's lawyer would send back: who lent, what was lent, which payment was the last, what is still open."""

from __future__ import annotations

import copy
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.outlook import outlook
from negotiation_docs.words.insertion import measure
from tests.make.cases import CREDITORS, plain, update, with_debt
from tests.make.escalated import HANDED_IN
from tests.make.performed import in_plan
from tests.make.sued import STOPS
from tests.papers.test_key_figures import strip

LOAN: dict[str, Any] = {
    "product": "个人贷款", "account": "HT-8", "contract": {"signed": "2024-03-05", "amount": "30000.00"},
}  # fmt: skip
CLAIMANTS = ("transferee", "guarantor", "insurer")


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang, acknowledge=STOPS).text


def claimed_by(kind: str, **facts: Any) -> dict[str, Any]:
    return with_debt(creditor=CREDITORS[kind], **LOAN, **facts)


@pytest.mark.parametrize(
    ("kind", "chinese", "english"),
    [
        ("transferee", "在示例信托银行股份有限公司办理个人贷款", "; a notice of 10 October 2026 says"),
        ("guarantor", "借款人办理个人贷款", "the creditor has paid the original lender"),
        ("insurer", "债权人已理赔，现向借款人追偿", "the creditor has paid the original lender"),
    ],
)  # fmt: skip
def test_an_agreement_says_of_nobody_that_he_lent_what_he_only_claims(kind: str, chinese: str, english: str):
    agreement = text("repayment_agreement", claimed_by(kind))
    assert chinese in agreement
    assert "在债权人办理" not in agreement
    translated = text("repayment_agreement", claimed_by(kind), "en")
    assert english in " ".join(translated.split())
    assert "with the creditor" not in translated
    assert "在债权人办理个人贷款" in text("repayment_agreement", claimed_by("bank_loan"))


@pytest.mark.parametrize("kind", CLAIMANTS)
def test_a_certificate_and_legal_aid_name_the_claim_and_not_an_account_there(kind: str):
    settled = in_plan(6, settled="2027-06-05", creditor=CREDITORS[kind], **LOAN)
    how = {"transferee": "受让", "guarantor": "代偿", "insurer": "理赔"}[kind]
    assert f"贵公司{how}的个人贷款" in text("settlement_certificate_request", settled)
    assert "with you" not in text("settlement_certificate_request", settled, "en").partition("was settled")[0]
    aid = claimed_by(kind, agreement=None)
    assert f"{CREDITORS[kind]['name']}{how}的个人贷款" in text("legal_aid_request", aid)
    applied = text("legal_aid_request", aid, "en")
    assert f"with {CREDITORS[kind]['name']}" not in applied
    assert "now claims" in applied


@pytest.mark.parametrize("kind", CLAIMANTS)
def test_what_was_lent_stands_by_the_loan_and_not_by_the_claim(kind: str):
    for paper in ("repayment_agreement", "account_statement_request"):
        words = text(paper, claimed_by(kind))
        assert words.index("30,000.00") < words.index("债权已转让" if kind == "transferee" else "追偿"), paper


def test_a_payment_before_the_settlement_is_not_called_the_last():
    request = nd.render("settlement_certificate_request", nd.load(in_plan(6, settled="2027-06-05")))
    assert "登记的还款中，最近一笔600.00元于2027年5月25日偿还" in request.text
    assert "最后一笔" not in request.text
    assert strip(request)["最近登记的还款"] == "600.00元\n2027年5月25日"
    english = text("settlement_certificate_request", in_plan(6, settled="2027-06-05"), "en")
    assert "The last payment on record, RMB 600.00, was made on 25 May 2027" in english
    same_day = in_plan(6, settled="2027-05-25")
    assert "最后一笔款项600.00元" in text("settlement_certificate_request", same_day)
    assert "The last payment, RMB 600.00" in text("settlement_certificate_request", same_day, "en")


def test_a_confirmed_plan_is_not_asked_about_any_more():
    agreed = {**plain()["debts"][0]["agreement"], "confirmed": {"date": "2026-11-18", "channel": "sms"}}
    talk = {**plain()["debts"][0]["contacts"][0], "outcome": "accepted"}
    case = with_debt(contacts=[HANDED_IN, talk], agreement=agreed)
    with pytest.raises(nd.FactsError) as caught:
        nd.render("progress_query", nd.load(case))
    assert "query.confirmed" in {problem.rule for problem in caught.value.problems}
    update(case["debts"][0]["agreement"], {"confirmed": None})
    assert nd.render("progress_query", nd.load(case)).text


def test_a_waiver_request_tells_payments_on_time_as_before_the_arrears():
    case = with_debt(agreement=None)
    case["debts"][0]["proposal"]["waive"] = {"penalty": "138.60"}
    assert "逾期以前，本人连续17期按期还款" in text("fee_waiver_request", case)
    assert "Before the arrears began, I made 17" in text("fee_waiver_request", case, "en")


def test_a_debt_without_charges_leaves_no_waiver_open():
    balance = {"as_of": "2026-11-20", "principal": "21600.00", "interest": "0.00", "penalty": "0.00", "fees": "0.00",
               "source": "2026年11月账单"}  # fmt: skip
    agreed = {"reached": "2026-11-16", "terms": {"plan": True}}
    for lang, word in (("zh", "减免"), ("en", "waive")):
        asked = text("confirmation_request", with_debt(balance=balance, agreement=agreed), lang)
        assert word not in asked
    assert "减免" in text("confirmation_request", with_debt(agreement=agreed))


def test_an_update_as_people_write_it_is_told_once_and_ends_once():
    case = in_plan()
    case["updates"][0]["statement"] = "我入职新单位了。"
    assert "2027年2月，本人入职新单位了（见附件1）。" in text("progress_report", case)


def two_cards(**own: Any) -> dict[str, Any]:
    """A card whose principal is disputed beside another of the same bank; the first has no proposal."""
    case = with_debt(agreement=None, contacts=None, **own)
    other = {**copy.deepcopy(case["debts"][0]), "id": "two", "account": "6630", "proposal": None}
    other["balance"] = {**other["balance"], "disputed": ["principal"]}
    case["debts"].append(other)
    return case


PLANS = [
    ("hardship_letter", "（未还本金合计43,200.00元）之间分配。其中有争议的本金仅作测算基数", "is not admitted"),
    ("financial_statement", "其中有争议的本金仅作测算基数", "is not admitted"),
    ("allocation_statement", "其他债务中有争议的本金，此处只作测算基数", "is not admitted"),
]


@pytest.mark.parametrize(("kind", "chinese", "english"), PLANS)
def test_no_paper_about_one_debt_admits_the_disputed_principal_of_another(kind: str, chinese: str, english: str):
    case = nd.load(two_cards())
    assert chinese in nd.render(kind, case, debt="one").text
    assert english in nd.render(kind, case, debt="one", lang="en").text
    clear = two_cards()
    clear["debts"][1]["balance"]["disputed"] = False
    assert "测算基数" not in nd.render(kind, nd.load(clear), debt="one").text


def test_what_is_disputed_as_a_whole_is_to_be_checked_and_not_paid_by_instalments():
    letter = nd.render("hardship_letter", nd.load(two_cards()), debt="two")
    assert strip(letter)["请求"] == "核查有争议的款项"
    assert "就上述有争议的款项逐笔核查" in letter.text
    assert "分期" not in letter.text
    english = nd.render("hardship_letter", nd.load(two_cards()), debt="two", lang="en").text
    assert "Please check what is in dispute item by item" in english
    assert "instalment" not in english


def test_no_time_is_asked_for_to_pay_what_is_disputed_as_a_whole():
    case = two_cards()
    case["debts"] = case["debts"][1:]
    case["finances"]["income"][0]["amount"] = "900.00"
    letter = text("hardship_letter", case)
    assert "就上述有争议的款项逐笔核查" in letter
    assert "暂缓偿还" not in letter
    case["debts"][0]["balance"]["disputed"] = False
    assert "暂缓偿还" in text("hardship_letter", case)


def test_nobody_is_told_of_payments_on_a_loan_whose_own_letter_asks_to_suspend_it():
    case = with_debt(agreement=None, contacts=None)
    case["finances"]["income"][0]["amount"] = "900.00"
    case["finances"]["other_debts"] = []
    loan = {**copy.deepcopy(case["debts"][0]), **LOAN, "id": "two", "proposal": None, "due": "2026-03-08",
            "creditor": CREDITORS["bank_loan"]}  # fmt: skip
    loan["contract"] = {**LOAN["contract"], "method": "equal_payment", "annual_rate": "6.8%", "periods": 36,
                        "first_due": "2024-04-08", "payment": "923.52"}  # fmt: skip
    case["debts"].append(loan)
    case["debts"][0]["proposal"] = None
    loaded = nd.load(case)
    short = {strip(nd.render("financial_statement", loaded, debt=one))["每月缺口"] for one in ("one", "two")}
    assert short == {"1,900.00元"}
    assert "暂缓偿还" in nd.render("hardship_letter", loaded, debt="two").text
    case["finances"]["income"][0]["amount"] = "9000.00"
    assert "923.52" in nd.render("financial_statement", nd.load(case), debt="one").text


def test_what_fell_due_before_the_end_of_a_loan_is_no_more_than_a_part_of_it():
    """A holder of transferred claims lends nothing, but the contract tells by its end that it ran on."""
    contract = {"signed": "2023-08-01", "ends": "2026-08-03", "accelerated": "2026-02-10", "amount": "150000"}
    case = with_debt(creditor=CREDITORS["transferee"], product="个人经营贷款", account="JY-5", contract=contract,
                     due="2025-11-03", agreement=None)  # fmt: skip
    letter, english = text("hardship_letter", case), text("hardship_letter", case, "en")
    assert "应于2025年11月3日偿还" not in letter
    assert "2025年11月3日应还的款项起" in letter
    assert "已被宣布自2026年2月10日起提前到期" in letter, "who declared it, the file does not tell"
    assert "Payment was due on 3 November 2025" not in english
    assert "The whole loan was called in as of 10 February 2026" in english


def test_an_authority_and_a_withdrawal_name_the_claim_and_not_an_account_there():
    agent = {"name": "黄律师", "kind": "legal_aid", "matters": "沟通还款事宜", "until": "2027-05-31"}
    case = claimed_by("transferee")
    case["borrower"]["agent"] = agent
    assert "关于委托人的债务（示例资产管理有限公司受让的个人贷款" in text("authorization", case)
    assert "which 示例资产管理有限公司 now claims" in text("authorization", case, "en")
    direct = claimed_by("bank_loan")
    direct["borrower"]["agent"] = agent
    assert "关于委托人在示例银行股份有限公司东城支行的个人贷款" in text("authorization", direct)


@pytest.mark.parametrize(
    ("product", "cited"), [("个人消费贷款", True), ("个人经营贷款", False), ("农户小额贷款", False)]
)
def test_a_rule_on_consumer_loans_is_not_cited_about_a_loan_for_a_business_or_a_farm(product: str, cited: bool):
    case = with_debt(creditor=CREDITORS["bank_loan"], account="HT-8", product=product, agreement=None)
    case["borrower"]["contact_by"] = ["email"]
    assert ("个人消费类贷款催收工作指引" in text("contact_preferences", case)) is cited


def test_arrears_are_not_passed_over_by_a_request_to_defer_later_payments():
    loan = {**LOAN["contract"], "method": "equal_principal", "annual_rate": "6%", "periods": 60,
            "first_due": "2024-04-10"}  # fmt: skip
    holiday = {"holiday": {"from": "2026-12", "to": "2027-02"}, "reason": "等待复工"}
    case = with_debt(creditor=CREDITORS["bank_loan"], **{**LOAN, "contract": loan}, deferral=holiday, proposal=None,
                     agreement=None, contacts=None)  # fmt: skip
    case["debts"][0]["balance"]["past_due"] = "1500.00"
    for kind in ("deferral_request", "hardship_letter"):
        assert "自2026年9月10日起到期未还的款项1,500.00元不在本申请之内，如何偿还，请一并告知。" in text(kind, case)
        assert "What has been due and unpaid since 10 September 2026, RMB 1,500.00, is not part of" in text(
            kind, case, "en"
        )
    case["debts"][0]["due"] = "2026-12-10"
    case["debts"][0]["balance"].pop("past_due")
    assert "不在本申请之内" not in text("deferral_request", case)


def test_a_loan_past_its_end_is_due_as_a_whole():
    ended = {**LOAN["contract"], "method": "interest_first", "annual_rate": "6%", "ends": "2026-09-10"}
    case = with_debt(creditor=CREDITORS["bank_loan"], **{**LOAN, "contract": ended}, agreement=None)
    assert "该笔贷款应于2026年9月10日偿还" in text("hardship_letter", case)
    case["debts"][0]["contract"]["ends"] = "2027-09-10"
    assert "自2026年9月10日应还的一期起未能按期偿还" in text("hardship_letter", case)


def test_a_loan_that_is_about_to_end_falls_due_as_a_whole():
    ends = {**LOAN["contract"], "method": "interest_first", "annual_rate": "6%", "ends": "2026-12-10"}
    case = with_debt(creditor=CREDITORS["bank_loan"], **{**LOAN, "contract": ends}, due="2026-12-10", agreement=None)
    assert "该笔贷款将于2026年12月10日到期。" in text("hardship_letter", case)
    assert "It falls due on 10 December 2026." in text("hardship_letter", case, "en")
    case["debts"][0]["contract"]["ends"] = "2027-12-10"
    assert "下一还款日为2026年12月10日" in text("hardship_letter", case)
    assert "The next payment is due on 10 December 2026." in text("hardship_letter", case, "en")


def test_a_pack_offers_no_plan_while_the_lender_agrees_to_another():
    agreed = {"reached": "2026-11-16", "terms": {"plan": {"periods": 24}}, "unclear": []}
    papers = {one.kind.name: one for one in outlook(nd.load(with_debt(agreement=agreed)), "one", nd.kinds())}
    assert papers["hardship_letter"].idle
    assert papers["repayment_plan"].idle
    assert papers["confirmation_request"].wanted
    same = {"reached": "2026-11-16", "terms": {"plan": True}, "unclear": []}
    papers = {one.kind.name: one for one in outlook(nd.load(with_debt(agreement=same)), "one", nd.kinds())}
    assert papers["hardship_letter"].wanted


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("将库存处理完毕", "已将库存处理完毕"),
        ("已将车辆出售", "已将车辆出售"),
        ("将车卖给了同事", "已将车卖给了同事"),
        ("将每月开支减半", "已将每月开支减半"),
        ("将房租压缩到800元", "已将房租压缩到800元"),
        ("将按月归还欠款", "将按月归还欠款"),
        ("我已经将车位退了", "已将车位退了"),
        ("将继续找工作", "将继续找工作"),
        ("将搬到母亲家中", "将搬到母亲家中"),
        ("已不再用卡", "已不再用卡"),
        ("不再用卡", "不再用卡"),
        ("已正在找工作", "正在找工作"),
        ("正式注销店铺", "已正式注销店铺"),
        ("已经营网店补贴家用", "已经营网店补贴家用"),
    ],
)
def test_what_was_done_is_not_told_as_what_is_to_come(written: str, told: str):
    assert measure(written) == told


@pytest.mark.parametrize(
    ("every", "chinese", "english"), [("quarter", "每季", "quarterly"), ("half_year", "每半年", "half-yearly")]
)
def test_the_strip_says_how_often_an_instalment_is_paid(every: str, chinese: str, english: str):
    plan = {"method": "interest_free", "periods": 6, "every": every, "first_due": "2027-01-25", "funds": "每月收入"}
    case = nd.load(with_debt(proposal=plan, agreement=None))
    assert strip(nd.render("hardship_letter", case))["请求"].startswith(f"6期，{chinese}3,600.00元")
    assert strip(nd.render("repayment_plan", case))["期数"] == f"6期，{chinese}一期"
    assert strip(nd.render("hardship_letter", case, lang="en"))["Request"].startswith(f"6 {english} instalments of")
    assert strip(nd.render("repayment_plan", case, lang="en"))["Instalments"] == f"6, {english}"


def test_charges_of_a_single_payment_are_not_spread_over_instalments():
    once = {"method": "interest_free", "periods": 1, "first_due": "2026-12-25", "remaining_charges": "spread",
            "waive": {"penalty": "138.60"}, "funds": "亲属资助"}  # fmt: skip
    case = with_debt(proposal=once, agreement=None)
    for kind in ("repayment_plan", "fee_waiver_request"):
        assert "已产生的利息612.35元" in text(kind, case)
        assert "由本人一并偿还" in text(kind, case)
        assert "分摊到各期" not in text(kind, case)
        assert "the one payment" in text(kind, case, "en")


def test_whoever_was_only_dunned_writes_the_first_letter_and_no_complaint():
    dunned = {"at": "2026-11-01 20:15", "direction": "incoming", "channel": "visit", "summary": "要求每月还500元"}
    collector = {**dunned, "organisation": "示例信息咨询有限公司", "own_reply": "说明没有能力还款"}
    for talk in (dunned, collector):
        case = nd.load(with_debt(contacts=[talk], agreement=None))
        papers = {one.kind.name: one for one in outlook(case, "one", nd.kinds())}
        assert papers["hardship_letter"].wanted
        assert papers["escalation_request"].idle
    asked = {**dunned, "own_reply": "说明失业，提出分36期"}
    case = nd.load(with_debt(contacts=[asked], agreement=None))
    papers = {one.kind.name: one for one in outlook(case, "one", nd.kinds())}
    assert papers["escalation_request"].wanted


@pytest.mark.parametrize("kind", ["hardship_letter", "financial_statement"])
def test_an_income_in_the_household_that_no_line_counts_is_not_passed_over(kind: str):
    case = with_debt(agreement=None)
    case["finances"]["household"] = [{"relation": "母亲", "age": 63, "income": True}]
    assert "（母亲63岁，有收入，没有列入）" in text(kind, case)
    assert "mother, aged 63, with an income that is not counted here" in text(kind, case, "en")
    case["finances"]["income"].append({"name": "母亲退休金", "amount": "900.00", "earner": "family"})
    assert "没有列入" not in text(kind, case)
    assert "not counted here" not in text(kind, case, "en")


def test_what_was_left_undone_is_joined_without_a_denial():
    case = with_debt(agreement=None)
    case["measures"] = ["报警", "没有再借钱"]
    assert "已报警，也没有再借钱。" in text("hardship_letter", case)
    case["measures"] = ["报警", "停用该卡"]
    assert "已报警，并已停用该卡。" in text("hardship_letter", case)


def test_a_second_request_does_not_pass_over_what_the_lender_said_since_its_refusal():
    refused = {
        **plain()["debts"][0]["contacts"][0],
        "at": "2026-11-05 09:00",
        "outcome": "refused",
        "reply": "最多24期",
    }
    since = {
        "at": "2026-11-17 09:30", "direction": "incoming", "channel": "phone", "summary": "询问能否先还一期",
        "own_reply": "表示可以", "reply": "将向上级反映", "promise": "三日内回电", "promise_due": "2026-11-20",
        "outcome": "pending",
    }  # fmt: skip
    paid = [{"date": "2026-11-21", "amount": "500.00"}]
    case = with_debt(contacts=[refused, since], agreement=None, payments=paid)
    told = text("reconsideration_request", case)
    assert "未获同意。此后，11月17日，贵行致电本人" in told
    assert "三日内回电" in told
    assert "Since then: On 17 November 2026 you called me" in text("reconsideration_request", case, "en")
    alone = with_debt(contacts=[refused], agreement=None, payments=paid)
    assert "此后，" not in text("reconsideration_request", alone)
