"""What a borrower's lawyer would send back: who lent, what was lent, which payment was the last, what is still open."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
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
