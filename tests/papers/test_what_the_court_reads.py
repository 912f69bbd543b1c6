"""What a reading of sued cases and newer letters found: whose money, what is asked, what the service of a suit does."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt

LOAN = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}
OWED: dict[str, Any] = {
    "as_of": "2026-11-20",
    "principal": "24000.00",
    "interest": "600.00",
    "penalty": "100.00",
    "fees": "0.00",
    "source": "账单",
}
PLAN: dict[str, Any] = {
    "method": "interest_free",
    "periods": "24",
    "first_due": "2026-12-25",
    "waive": {"penalty": "100.00"},
}
REFUSED = {
    "at": "2026-11-15",
    "direction": "outgoing",
    "channel": "phone",
    "summary": "请求分期",
    "reply": "不同意",
    "outcome": "refused",
}


def loan(**facts: object) -> dict[str, Any]:
    """A bank loan of 24,000.00 with 600.00 of interest and 100.00 of penalty, nothing agreed."""
    base: dict[str, Any] = {"creditor": LOAN, "account": "HT-8", "agreement": None, "balance": OWED, "proposal": PLAN}
    return with_debt(**(base | facts))


def letter(case: dict[str, Any], kind: str, lang: str = "zh", **options: Any) -> str:
    return nd.render(kind, nd.load(case), None, lang, **options).text


def with_spouse(case: dict[str, Any]) -> dict[str, Any]:
    case["finances"]["income"].append({"name": "配偶工资", "amount": "2000.00", "earner": "spouse"})
    return case


def test_what_is_left_of_a_household_is_not_told_as_left_of_the_borrowers_own_income():
    alone, together = loan(), with_spouse(loan())
    assert "本人每月收入扣除必要支出" in letter(alone, "fee_waiver_request")
    assert "家庭每月收入扣除必要支出" in letter(together, "fee_waiver_request")
    assert "a month is left to me" in letter(alone, "fee_waiver_request", "en")
    assert "is left of the income of my household" in letter(together, "fee_waiver_request", "en")


def test_the_statement_of_shares_and_the_short_letter_say_whose_income_is_divided():
    case = with_spouse(loan())
    second = {
        **case["debts"][0],
        "id": "second",
        "account": "HT-9",
        "creditor": {"name": "另一银行", "kind": "bank_loan"},
    }
    case["debts"].append(second)
    debt = case["debts"][0]["id"]
    shares = nd.render("allocation_statement", nd.load(case), debt)
    assert "家庭收入\t" in shares.text
    assert "Household income\t" in nd.render("allocation_statement", nd.load(case), debt, "en").text
    assert "家庭收入扣除必要支出" in nd.render("hardship_letter", nd.load(case), debt).short


@pytest.mark.parametrize(("stage", "told"), [(None, True), ("mediation", True), ("sued", False), ("judgment", False)])
@pytest.mark.parametrize("kind", ["account_statement_request", "hold_request"])
def test_who_was_served_with_the_complaint_of_the_assignee_is_not_said_to_lack_notice(
    kind: str, stage: str, told: bool
):
    buyer = {"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": LOAN}
    suit = stage and {"stage": stage, "received": "2026-11-18", "court": "示例市示例区人民法院"}
    case = loan(creditor=buyer, litigation=suit or None)
    assert ("未通知债务人的" in letter(case, kind)) is told
    assert ("I have received no notice so far" in letter(case, kind, "en")) is told


def test_a_suit_of_the_old_lender_is_no_notice_of_the_transfer():
    buyer = {"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": LOAN}
    suit = {"stage": "sued", "received": "2026-11-18", "plaintiff": LOAN["name"]}
    assert "未通知债务人的" in letter(loan(creditor=buyer, litigation=suit), "hold_request")


MEDIATOR = {"level": "mediation", "addressee": "示例调解中心"}
PAID = [{"date": "2026-11-21", "amount": "300.00"}]


def test_mediation_tells_what_was_paid_after_the_day_of_the_balance():
    case = loan(contacts=[REFUSED], escalation=MEDIATOR, payments=PAID)
    assert "2026年11月21日，本人已还款300.00元，未计入上述金额。" in letter(case, "mediation_request")
    assert "RMB 300.00 on 21 November 2026, not yet reflected" in letter(case, "mediation_request", "en")


def test_a_new_request_says_of_every_payment_after_the_day_of_the_balance_that_it_is_not_counted():
    earlier = {"date": "2026-11-10", "amount": "200.00"}
    owed = OWED | {"as_of": "2026-11-01"}
    again = {**REFUSED, "offered": {"periods": "30"}}
    case = loan(contacts=[again], balance=owed, payments=[earlier, *PAID])
    told = letter(case, "reconsideration_request")
    assert "上次答复以后，本人于2026年11月21日还款300.00元。" in told
    assert "2026年11月10日，本人已还款200.00元，未计入上述金额。上次答复以后的还款未计入以上金额。" in told
    assert told.count("300.00元") == 1
    assert "What I have paid since your answer is not yet reflected" in letter(case, "reconsideration_request", "en")


ACCEPTED = {
    "at": "2026-11-18",
    "direction": "outgoing",
    "channel": "phone",
    "summary": "请求分期",
    "reply": "同意",
    "outcome": "accepted",
}


def agreed(creditor: dict[str, Any], **facts: object) -> dict[str, Any]:
    plan = {"method": "equal_payment", "annual_rate": "0.06", "periods": "24", "first_due": "2026-12-25"}
    agreement = {"reached": "2026-11-18", "terms": {"plan": True}}
    return loan(**({"creditor": creditor, "proposal": plan, "contacts": [ACCEPTED], "agreement": agreement} | facts))


def test_an_agreement_with_a_rate_leaves_open_only_what_the_contract_charged():
    text = letter(agreed(LOAN), "repayment_agreement")
    assert "年利率6%" in text
    assert "履行期间除方案的利息外，是否另按原合同计收利息和罚息" in text
    assert "beside the interest of the plan, interest and penalty interest of the original contract continue" in letter(
        agreed(LOAN), "repayment_agreement", "en"
    )


@pytest.mark.parametrize(("penalty", "open_"), [("100.00", True), ("0.00", False)])
def test_whether_charges_run_on_is_asked_of_a_private_lender_who_has_some(penalty: str, open_: bool):
    free = {"method": "interest_free", "periods": "24", "first_due": "2026-12-25"}
    owed = OWED | {"interest": "0.00", "penalty": penalty}
    case = agreed({"name": "示例农资有限公司", "kind": "company"}, proposal=free, balance=owed, contract={})
    assert ("履行期间是否计收利息" in letter(case, "confirmation_request")) is open_


SETTLED = {"method": "interest_free", "settlement": {"pay_by": "2026-12-31"}, "waive": {"penalty": "100.00"}}


def test_an_offer_in_one_sum_says_that_what_was_paid_since_is_still_to_be_taken_off():
    case = loan(proposal=SETTLED | {"funds": "父母资助"}, payments=PAID)
    assert "该金额没有减去此后已还的款项，请在确认结清金额时一并扣除。" in letter(case, "settlement_offer")
    assert "What I have paid since is not taken off" in letter(case, "settlement_offer", "en")
    assert "没有减去" not in letter(loan(proposal=SETTLED | {"funds": "父母资助"}), "settlement_offer")


def test_an_offer_in_renminbi_does_not_ask_to_be_told_that_foreign_currency_is_settled_with_it():
    owed = OWED | {"foreign": [{"currency": "USD", "amount": "33.10"}]}
    bank = {"name": "示例银行股份有限公司信用卡中心", "kind": "bank_card"}
    case = loan(creditor=bank, account="4021", proposal=SETTLED | {"funds": "父母资助"}, balance=owed)
    case["choices"] = {"commitments": ["no_new_cards"]}
    text = letter(case, "settlement_offer")
    assert "该账户的全部人民币欠款即告结清" in text
    assert "外币欠款如何结清，请一并告知" in text
    assert "all that is owed in RMB is settled" in letter(case, "settlement_offer", "en")


def test_mediation_is_told_the_cause_the_open_charges_every_request_and_who_else_is_bound():
    parties = [{"name": "顾小妹", "role": "co_borrower"}, {"name": "张三", "role": "payer"}]
    case = loan(contacts=[REFUSED], escalation=MEDIATOR, parties=parties, proposal=PLAN | {"other": ["免收提前还款费"]})
    text = letter(case, "mediation_request")
    assert "本人所在门店停业后没有固定收入（见附件" in text
    assert "登记的利息600.00元如何处理，请一并调解；" in text
    assert "本人的其他请求：免收提前还款费；" in text
    assert "顾小妹是该笔贷款的共同借款人。" in text
    assert "张三" not in text
    english = letter(case, "mediation_request", "en")
    assert "Please also mediate about the recorded interest of RMB 600.00." in english
    assert "顾小妹 is a co-borrower" in english


def test_a_friend_claims_and_records_nothing_in_mediation():
    friend = {"name": "周小海", "kind": "private", "salutation": "先生"}
    case = loan(creditor=friend, contacts=[REFUSED], escalation=MEDIATOR)
    text = letter(case, "mediation_request")
    assert "请被申请人减免主张的逾期利息100.00元" in text
    assert "登记" not in text


@pytest.mark.parametrize("kind", ["settlement_offer", "fee_waiver_request"])
def test_what_the_lender_said_so_far_stands_in_what_is_asked_of_it_next(kind: str):
    said = REFUSED | {"reply": "一次付清的可以减免罚息", "outcome": "unclear"}
    case = loan(contacts=[said], proposal=SETTLED | {"funds": "父母资助"})
    assert "此前，2026年11月15日，本人致电贵行，请求分期，贵行答复：一次付清的可以减免罚息。" in letter(case, kind)
    assert "So far: On 15 November 2026" in letter(case, kind, "en")
    assert "此前，2026" not in letter(loan(contacts=[], proposal=SETTLED | {"funds": "父母资助"}), kind)


def test_a_lump_sum_is_set_beside_refused_instalments_and_one_not_told_whole_is_asked_for():
    lump = SETTLED | {"funds": "父母资助"}
    refused = {**REFUSED, "offered": {"periods": "18"}}
    with pytest.raises(nd.FactsError, match="没有写全"):
        letter(loan(contacts=[refused], proposal=lump), "reconsideration_request")
    whole = {**REFUSED, "offered": {"periods": "18", "first_due": "2026-12-25"}}
    assert "改为一次性偿还" in letter(loan(contacts=[whole], proposal=lump), "reconsideration_request")
