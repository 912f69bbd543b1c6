"""What a court clerk would send back: whose words, which period, which record, which term, and what is told twice."""

from __future__ import annotations

import re
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import REFUSED
from tests.make.cases import CREDITORS, with_debt
from tests.make.sued import STOPS, card_over_claimed, enforced
from tests.papers.test_key_figures import strip

COURT = "示例市示例区人民法院"
ENFORCED = {"stage": "enforcement", "received": "2026-11-10", "court": COURT, "case_number": "（2026）示0101执88号"}
BODY = {"level": "mediation", "addressee": "示例市示例区调解委员会"}
FRIEND: dict[str, Any] = {
    "creditor": CREDITORS["private"], "product": "借款", "account": "2024年3月5日借条", "paid_on_time": None,
    "agreement": None, "contacts": [REFUSED], "escalation": BODY,
}  # fmt: skip
LUMP = {"settlement": {"pay_by": "2026-12-31"}, "funds": "亲属赠与"}
CALLED = {
    "at": "2026-11-19 10:00", "direction": "incoming", "channel": "phone", "organisation": COURT,
    "summary": "账户已被保全，可以参加调解", "own_reply": "愿意参加调解",
}  # fmt: skip


def text(kind: str, case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(kind, nd.load(case), lang=lang, acknowledge=STOPS, **options).text


@pytest.mark.parametrize("kind", ["settlement_offer", "repayment_plan", "reconsideration_request", "mediation_request"])
def test_what_is_agreed_while_a_court_enforces_is_to_go_on_its_record(kind: str):
    facts = {**FRIEND, "proposal": LUMP, "payments": [{"date": "2026-11-21", "amount": "9.00"}]}
    assert "记入笔录" in text(kind, with_debt(**facts, litigation=ENFORCED))
    english = text(kind, with_debt(**facts, litigation=ENFORCED), "en")
    assert re.search(f"(entered in the record of {COURT}|ask {COURT} to enter it in its record)", english)
    for stage in ("sued", "judgment"):
        assert "记入笔录" not in text(kind, with_debt(**facts, litigation={**ENFORCED, "stage": stage}))


@pytest.mark.parametrize("kind", ["settlement_offer", "reconsideration_request"])
def test_after_a_judgment_no_english_paper_says_that_the_agreement_stands(kind: str):
    facts = {**FRIEND, "proposal": LUMP, "payments": [{"date": "2026-11-21", "amount": "9.00"}]}
    after = text(kind, with_debt(**facts, litigation={**ENFORCED, "stage": "judgment"}), "en")
    assert "stands as it is" not in after
    assert "the rights and duties of both sides remain unchanged" in after
    assert "remain as in the original agreement" in text(kind, with_debt(**facts), "en")


def test_a_mediator_reads_the_words_of_a_court_as_those_of_the_court():
    case = with_debt(contacts=[REFUSED, CALLED], agreement=None, escalation=BODY)
    said = text("mediation_request", case, enclose=["contact_log"])
    assert f"{COURT}表示：账户已被保全，可以参加调解；本人愿意参加调解。" in said
    assert "对方表示" not in said
    assert "双方就还款安排沟通" not in said
    english = text("mediation_request", case, "en", enclose=["contact_log"])
    assert f"what {COURT} said to me: “账户已被保全，可以参加调解”" in english


def test_one_talk_is_told_in_english_as_one():
    case = with_debt(contacts=[REFUSED], agreement=None, escalation=BODY)
    said = text("mediation_request", case, "en", enclose=["contact_log"])
    assert "there was one contact about repayment" in said
    assert "1 contacts" not in said


def test_a_change_of_years_ago_is_not_told_as_of_the_past_year():
    case = with_debt(agreement=None)
    case["finances"]["changes"] = [{"date": "2024-03", "kind": "transfer", "what": "设备转让", "amount": "6500.00"}]
    assert "重大支出和财产变动：2024年3月，设备转让" in text("financial_statement", case)
    assert "近一年" not in text("financial_statement", case)
    assert "in the past year" not in text("financial_statement", case, "en")


def test_a_report_of_property_attaches_no_proof_of_a_change_that_it_does_not_report():
    case = enforced()
    means = case["finances"]
    case["evidence"].append(
        {"id": "sale", "name": "转让收据", "group": "hardship", "proves": "转让价款", "status": "attached"}
    )
    means["changes"] = [
        {"date": "2024-03", "kind": "transfer", "what": "设备转让", "amount": "6500.00", "evidence": ["sale"]}
    ]
    assert "期间没有财产变动。" in text("property_report", case)
    assert "转让收据" not in text("property_report", case)
    means["changes"][0]["date"] = "2026-03"
    assert "转让收据" in text("property_report", case)


def test_beside_a_reason_what_was_paid_is_told_as_the_whole_and_proved_once():
    case = card_over_claimed()
    debt = case["debts"][0]
    debt["payments"][0]["evidence"] = ["flow"]
    row = next(line for line in text("court_answer", case).splitlines() if line.startswith("异议内容：原告主张21,600"))
    assert "上述还款中，2026年11月20日以后的合计500.00元，请予核对扣除" in row
    assert row.count("（见证据") == 1
    english = text("court_answer", case, "en")
    assert "come to RMB 500.00 in all; please check and deduct it" in english


def test_a_draft_lists_consent_to_electronic_service_as_open():
    case = enforced()
    case["debts"][0]["litigation"].pop("electronic_service", None)
    assert "【待填：同意电子送达】" in text("service_address", case, draft=True)
    assert "【待填：同意电子送达】" in text("service_address", case, "en", draft=True)
    assert "【待填" not in text("service_address", case)
    case["debts"][0]["litigation"]["electronic_service"] = False
    assert "【待填：同意电子送达】" not in text("service_address", case, draft=True)


def test_electronic_service_goes_to_a_mobile_and_never_to_a_landline():
    case = enforced()
    case["debts"][0]["litigation"]["electronic_service"] = True
    assert "手机号码：13800138000" in text("service_address", case)
    case["borrower"].update(phone="010-88880000", email="zhou@example.com")
    for lang, mobile, mail in (("zh", "手机号码", "电子邮箱：zhou@"), ("en", "Mobile", "E-mail: zhou@")):
        told = text("service_address", case, lang)
        assert mobile not in told
        assert mail in told
    del case["borrower"]["email"]
    for lang, mobile, mail in (("zh", "手机号码：", "电子邮箱："), ("en", "Mobile:", "E-mail:")):
        told = text("service_address", case, lang)
        assert mobile in told, "left open for a pen"
        assert mail in told
    open_rows = [one.message for one in nd.check(nd.load(case)) if one.rule == "court.open_boxes"]
    assert "电子送达的手机号码或者电子邮箱" in open_rows[0]


def test_legal_aid_reads_the_deadline_of_every_paper_at_hand():
    papers = [
        {"kind": "evidence_notice", "received": "2026-11-16", "deadline": "2026-12-16"},
        {"kind": "ruling", "received": "2026-11-02", "deadline": "2026-11-12"},
    ]
    suit = {"stage": "sued", "received": "2026-11-16", "deadline": "2026-12-01", "court": COURT, "papers": papers}
    made = nd.render("legal_aid_request", nd.load(with_debt(litigation=suit)), acknowledge=STOPS)
    assert "举证通知书所载的期限为2026年12月16日。" in made.text
    assert "裁定书所载的期限为2026年11月12日。" in made.text
    assert strip(made)["文书期限"] == "2026年12月1日\n举证通知书：2026年12月16日"
    english = text("legal_aid_request", with_debt(litigation=suit), "en")
    assert "The deadline stated in the notice to submit evidence is 16 December 2026." in english


def test_a_call_to_a_friend_ends_without_a_recording_that_nobody_announced():
    case = with_debt(**FRIEND)
    assert "录音" not in text("call_script", case)
    assert "recording" not in text("call_script", case, "en")
    assert "保存录音原件" in text("call_script", with_debt(agreement=None))


def test_what_a_friend_claims_is_not_called_their_records():
    owed = {"as_of": "2026-11-20", "principal": "20000.00", "interest": "900.00", "penalty": "0.00", "fees": "0.00",
            "source": "出借人微信所列"}  # fmt: skip
    facts = {**FRIEND, "balance": {**owed, "disputed": ["interest"]}}
    case = with_debt(**facts, proposal={"method": "interest_free", "periods": 40, "first_due": "2026-12-25",
                                        "waive": {"interest": "300.00"}})  # fmt: skip
    said = text("fee_waiver_request", case, "en")
    assert "would be left of what you claim" in said
    assert "your records" not in said


def test_payments_on_time_are_told_as_before_the_arrears():
    said = text("hardship_letter", with_debt(agreement=None))
    assert "逾期以前" in said
    assert "在此之前" not in said


@pytest.mark.parametrize("kind", ["deferral_request", "hardship_letter"])
def test_who_puts_off_a_bill_of_a_card_says_what_was_due_before(kind: str):
    put_off = {"from": "2026-12-12", "to": "2027-02-12", "amount": "900.00", "reason": "须支付住院押金"}
    case = with_debt(deferral=put_off, proposal=None, agreement=None)
    assert text(kind, case).count("自2026年9月10日起到期未还的款项不在本申请之内，如何偿还，请一并告知。") == 1
    assert text(kind, case, "en").count("What has been due and unpaid since 10 September 2026") == 1


def test_what_the_income_of_a_household_leaves_is_what_the_household_can_pay():
    case = with_debt()
    assert "这是本人目前每月能够用于偿还" in text("hardship_letter", case)
    spouse = {"name": "配偶工资", "earner": "spouse", "amount": "3000.00"}
    shared = {**case, "finances": {**case["finances"], "income": [*case["finances"]["income"], spouse]}}
    assert "这是家庭目前每月能够用于偿还" in text("hardship_letter", shared)
    assert "本人目前每月能够" not in text("hardship_letter", shared)
    assert "the most my household can pay" in text("hardship_letter", shared, "en")


@pytest.mark.parametrize(("way", "to"), [("wechat", "微信gu_qinghe88"), ("letter", "本函所列通讯地址")])
def test_the_way_that_was_chosen_for_the_answer_is_among_those_that_are_named(way: str, to: str):
    talk = {**REFUSED, "outcome": "pending", "reply": "已收到", "sent": ["hardship_letter"]}
    case = with_debt(contacts=[talk], agreement=None)
    case["borrower"] |= {"wechat": "gu_qinghe88", "contact_by": [way]}
    assert f"请以书面形式（含短信、电子邮件、APP站内信）答复，可发送至{to}。" in text("progress_query", case)
    assert "Please answer in writing (text message, e-mail and in-app message included); you may" in text(
        "progress_query", case, "en"
    )
    agreed = with_debt()
    agreed["borrower"] |= {"wechat": "gu_qinghe88", "contact_by": [way]}
    assert ("以微信、短信、电子邮件、APP站内信或者" in text("confirmation_request", agreed)) is (way == "wechat")
    assert ("by WeChat, text message" in text("confirmation_request", agreed, "en")) is (way == "wechat")
