"""What one more reading of sued cases found: whose figures they are, what was told twice, and what not at all."""

from __future__ import annotations

from typing import Any

import pytest

from tests.make.sued import private_loan, time_barred
from tests.papers.test_what_the_court_reads import OWED, REFUSED, letter, loan

FRIEND = {"name": "周小海", "kind": "private", "salutation": "先生"}
SELLER = {"name": "示例消费金融有限公司", "kind": "consumer_finance"}
BUYER = {"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": SELLER}
SUIT: dict[str, Any] = {
    "stage": "sued",
    "received": "2026-11-16",
    "court": "示例市示例区人民法院",
    "case_number": "（2026）示0101民初8号",
    "cause": "private_lending",
    "claims": [{"item": "principal", "amount": "30000.00", "answer": "dispute", "reason": "已还一部分"}],
}
ONCE = {"settlement": {"pay_by": "2026-12-31"}, "funds": "父母资助", "waive": {"penalty": "100.00"}}
MEDIATOR = {"level": "mediation", "addressee": "示例调解中心"}
ASKING = ["hardship_letter", "repayment_plan", "fee_waiver_request", "mediation_request", "reconsideration_request"]


def asked(kind: str, lang: str = "zh", **facts: Any) -> str:
    """A paper of a loan that is disputed wholly, after instalments were refused."""
    talk = REFUSED | {"offered": {"periods": "36", "first_due": "2026-11-25"}}
    base: dict[str, Any] = {"contacts": [talk], "escalation": MEDIATOR, "balance": OWED | {"disputed": True}}
    return letter(loan(**(base | facts)), kind, lang, acknowledge=["litigation"])


@pytest.mark.parametrize("kind", ASKING)
def test_the_figures_of_the_file_are_not_what_a_private_plaintiff_claims(kind: str):
    text = asked(kind, creditor=FRIEND, litigation=SUIT)
    assert "账面" in text
    for word in ("您主张", "登记", "减免主张"):
        assert word not in text
    english = asked(kind, "en", creditor=FRIEND, litigation=SUIT)
    assert "the record show" in english or "the recorded" in english
    for word in ("you claim", "the claimed", "party claims"):
        assert word not in english


def test_a_private_plaintiff_who_is_offered_a_lump_sum_has_registered_nothing():
    text = asked("settlement_offer", creditor=FRIEND, litigation=SUIT, proposal=ONCE)
    assert "账面合计" in text
    assert "登记" not in text


@pytest.mark.parametrize("kind", ASKING)
def test_what_the_old_lender_showed_is_not_what_the_assignee_recorded(kind: str):
    facts = {"creditor": BUYER, "product": "消费贷款"}
    text = asked(kind, **facts)
    assert "贵公司登记" not in text
    assert "对方登记" not in text
    assert "受让的" not in text
    english = asked(kind, "en", **facts)
    assert "you have recorded" not in english
    assert "was assigned to you" not in english


def test_an_assignee_that_gave_notice_is_one():
    known = BUYER | {"transferred_from": SELLER | {"notice": "2026-10-10"}}
    assert "贵公司受让的消费贷款" in asked("repayment_plan", creditor=known, product="消费贷款")


def test_a_refused_plan_takes_neither_its_first_day_nor_its_principal_from_the_plan_of_now():
    stated = loan(contacts=[REFUSED | {"offered": {"periods": "30"}}], escalation=MEDIATOR)
    text = letter(stated, "reconsideration_request")
    assert "当时提出分30期偿还，按现在的本金24,000.00元计算，每期800.00元。" in text
    assert "首期还款日" not in text
    assert "两次方案对照（均按现在的本金24,000.00元计算）" in text
    english = letter(stated, "reconsideration_request", "en")
    assert "I proposed then to pay in 30 monthly instalments, RMB 800.00 each on the present principal" in english
    assert "First instalment" not in english


def test_a_refused_plan_that_is_told_whole_is_told_whole():
    whole = REFUSED | {"offered": {"periods": "30", "first_due": "2026-11-25"}}
    case = loan(contacts=[whole], balance=OWED | {"as_of": "2026-11-10"})
    text = letter(case, "reconsideration_request")
    assert "当时提出的方案是：自2026年11月25日起分30期偿还本金24,000.00元" in text
    assert "首期还款日\t2026年11月25日\t2026年12月25日" in text


PAID = [{"date": "2026-11-21", "amount": "1000.00", "ref": "5521"}]


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("2026年11月21日还款1,000.00元没有计入", "2026年11月21日还款1,000.00元没有计入（凭证号5521）。"),
        ("有一笔没有计入", "2026年11月21日还款1,000.00元（凭证号5521）。有一笔没有计入。"),
    ],
)
def test_a_payment_that_the_reason_names_is_told_once_with_its_receipt(reason: str, told: str):
    facts = [{"item": "repaid", "answer": "dispute", "reason": reason}]
    text = answer(facts)
    assert told in text
    row = text[text.index("还款情况有无异议") :]
    assert row[: row.index("是否逾期")].count("1,000.00元") == 1


def answer(facts: list[dict[str, Any]], lang: str = "zh", **options: Any) -> str:
    suit = SUIT | {"cause": "financial_loan", "facts": facts} | {"raise_limitation": False, "represented": False}
    case = loan(litigation=suit, payments=PAID, balance=OWED | {"disputed": True})
    case["borrower"] |= {"ethnicity": "汉族", "registered_address": "北京市东城区示例街道1号"}
    options = {"acknowledge": ["litigation", "jurisdiction"]} | options
    return letter(case, "court_answer", lang, **options)


@pytest.mark.parametrize(("lang", "word"), [("zh", "视为这个法院有管辖权"), ("en", "submits to the jurisdiction")])
def test_a_draft_of_the_answer_says_what_handing_it_in_does_and_the_paper_for_the_court_does_not(lang: str, word: str):
    assert word in answer([], lang, draft=True, acknowledge=[])
    assert word not in answer([], lang)


def test_what_is_said_against_the_sum_of_an_order_stands_among_the_reasons():
    claims = [
        {"item": "principal", "amount": "24000.00", "answer": "admit"},
        {"item": "interest", "amount": "3000.00", "answer": "dispute", "reason": "起算日早于逾期日"},
        {"item": "total", "amount": "27000.00", "answer": "dispute", "reason": "未扣除11月21日所还1000元"},
    ]
    case = loan(litigation=SUIT | {"stage": "payment_order", "cause": "financial_loan", "claims": claims})
    text = letter(case, "payment_order_objection")
    assert "关于标的总额：未扣除11月21日所还1000元。" in text
    assert "标的总额27,000.00元" not in text
    assert "“未扣除11月21日所还1000元” [in Chinese]" in letter(case, "payment_order_objection", "en")


DECIDED = ["judgment", "enforcement"]


@pytest.mark.parametrize("stage", DECIDED)
@pytest.mark.parametrize("kind", ["repayment_plan", "settlement_offer", "reconsideration_request"])
def test_what_a_court_has_decided_is_no_longer_a_matter_of_the_contract(kind: str, stage: str):
    facts = {"proposal": ONCE} if kind == "settlement_offer" else {}
    text = asked(kind, litigation=SUIT | {"stage": stage, "claims": []}, **facts)
    assert "双方的权利义务不因此改变" in text
    assert "按原合同执行" not in text
    assert "可以变更合同" not in text
    before = asked(kind, litigation=SUIT | {"cause": "financial_loan"}, **facts)
    assert "双方权利义务仍按原合同执行" in before


def test_a_plan_in_english_leaves_a_judgment_as_it_is():
    assert "remain unchanged" in asked("repayment_plan", "en", litigation=SUIT | {"stage": "judgment", "claims": []})


@pytest.mark.parametrize(
    ("stage", "zh", "en"),
    [
        ("sued", "纠纷现由人民法院审理。", "The case is before the court."),
        ("arbitration", "纠纷现由仲裁机构仲裁。", "The case is in arbitration at an arbitration institution."),
    ],
)
def test_a_letter_tells_of_a_suit_whose_court_the_file_does_not_name(stage: str, zh: str, en: str):
    suit = {"stage": stage, "received": "2026-11-16"}
    assert zh in asked("repayment_plan", litigation=suit)
    assert en in asked("repayment_plan", "en", litigation=suit)


def test_a_mediator_is_told_what_is_sued_for_and_that_this_confirms_nothing():
    text = asked("mediation_request", creditor=FRIEND, litigation=SUIT)
    assert "起诉状所列的请求为本金30,000.00元，列在这里不是对请求的确认。" in text
    english = asked("mediation_request", "en", creditor=FRIEND, litigation=SUIT)
    assert "The complaint asks for principal RMB 30,000.00; naming it here does not confirm it." in english


def test_a_loan_without_a_number_has_none_in_brackets():
    text = asked("repayment_plan", creditor=FRIEND, account="无")
    assert "（无）" not in text
    assert "就向您的借款" in text


def test_legal_aid_is_told_what_is_sued_for():
    assert "起诉状所列的请求为本金30,000.00元" in asked("legal_aid_request", litigation=SUIT)
    assert "The complaint asks for principal RMB 30,000.00" in asked("legal_aid_request", "en", litigation=SUIT)


def own_reckoning(**changes: Any) -> dict[str, Any]:
    case = private_loan()
    case["debts"][0]["balance"] |= {"source": "本人计算", "disputed": ["interest"]} | changes
    return case


def test_a_sum_that_the_borrower_worked_out_is_listed_by_nobody_and_asked_of_nobody():
    own, theirs = own_reckoning(), own_reckoning(source="出借人微信所列")
    asked = {"acknowledge": ["jurisdiction"]}
    assert "超过1,632.18元" in letter(theirs, "court_answer", **asked)
    told = letter(own, "court_answer", **asked)
    assert "四倍（年13.8%）的部分，请求不予支持。" in told
    assert "1,632.18" not in told
    assert "1,632.18" not in letter(own, "court_answer", "en", **asked)
    for lang, word in (("zh", "的计收依据"), ("en", "the basis of the ")):
        assert word in letter(theirs, "account_statement_request", lang)
        assert word not in letter(own, "account_statement_request", lang)


def test_charges_of_which_the_bill_lists_none_are_named_beside_the_claim():
    case = private_loan()
    case["debts"][0]["balance"] |= {"interest": "0.00", "charges": []}
    told = letter(case, "court_answer", acknowledge=["jurisdiction"])
    assert "所列利息、逾期利息为0.00元，原告主张的数额多出2,800.00元" in told


def test_an_objection_that_rests_on_limitation_alone_says_where_its_reason_stands():
    told = letter(time_barred(), "court_answer", acknowledge=["jurisdiction"])
    assert told.count("有异议。理由见“有无其他免责/减责事由”一栏。") == 2
    english = letter(time_barred(), "court_answer", "en", acknowledge=["jurisdiction"])
    assert english.count("For the reason, see the row on other grounds.") == 2
    assert "理由见" not in letter(private_loan(), "court_answer", acknowledge=["jurisdiction"])
