"""A change agreed to is a second agreement: it counts from what was owed then, and the first is told with it."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import plain, with_debt
from tests.make.performed import again, changing, in_plan

BEFORE = [{"date": "2026-11-12", "amount": "600.00"}]
RESTS = ("confirmation_request", "repayment_agreement", "agreement_checklist")
TELLS = "贵行2026年3月8日以短信确认（编号0107）"


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang).text


def paid_before(**agreement: Any) -> nd.Case:
    case = with_debt(payments=BEFORE)
    debt = case["debts"][0]
    debt["balance"] = {**debt["balance"], "as_of": "2026-11-05"}
    debt["agreement"] = {**debt["agreement"], **agreement}
    return nd.load(case)


@pytest.mark.parametrize("kind", RESTS)
def test_no_paper_counts_an_agreed_plan_from_a_principal_that_payments_have_lowered(kind):
    with pytest.raises(nd.FactsError, match="没有扣除这些还款的本金"):
        nd.render(kind, paid_before())


def test_nor_does_a_report_or_the_statement_of_means():
    confirmed = {"date": "2026-11-19", "channel": "sms"}
    with pytest.raises(nd.FactsError, match="没有扣除这些还款的本金"):
        nd.render("progress_report", paid_before(confirmed=confirmed))
    means = nd.render("financial_statement", paid_before(terms={"plan": {"periods": 30}})).text
    assert "谈妥的还款方案" not in means


def test_the_confirmation_asked_for_names_the_arrangement_that_is_changed_and_what_was_paid_under_it():
    letter = text("confirmation_request", again(plain()))
    told = f"本次协商变更的是{TELLS}（见附件1）的安排，按该安排本人已还款2次，合计1,600.50元；金额以其后（截至"
    assert told in letter
    assert letter.count("见附件1") == 1
    english = text("confirmation_request", again(plain()), "en")
    assert "changes the arrangement that you confirmed on 8 March 2026 by text message (no. 0107)" in english
    assert "under which I made 2 payments, RMB 1,600.50 in all." in english


def test_one_that_was_only_agreed_to_and_under_which_nothing_was_paid_is_told_so():
    letter = text("confirmation_request", again(plain(), {"date": "2025-09-01"}))
    assert "合计1,600.50元；更早的是双方2025年9月1日商定的安排；金额以其后" in letter
    assert "before that there was the arrangement agreed on 1 September 2025." in text(
        "confirmation_request", again(plain(), {"date": "2025-09-01"}), "en"
    )


def test_report_and_change_request_and_what_both_sign_tell_it_too():
    assert f"该方案变更的是{TELLS}" in text("progress_report", again(in_plan()))
    assert f"该方案变更的是{TELLS}" in text("plan_change_request", again(changing()))
    both = text("repayment_agreement", again(plain()))
    assert "本协议变更的是债权人2026年3月8日以短信确认（编号0107）的安排，按该安排借款人已还款2次" in both
    assert "附件" not in both
    assert "按它已还的2次共1,600.50元是否都已从欠款中扣除" in text("agreement_checklist", again(plain()))


def test_payments_under_the_first_agreement_count_towards_no_instalment_of_the_second():
    report = text("progress_report", again(in_plan()))
    assert "登记的还款合计3,600.00元，足额偿还6期" in report
    assert "K1" not in report


def test_without_an_earlier_agreement_nothing_is_said_of_one():
    assert "变更的是" not in text("confirmation_request", plain())
    assert "原来的安排" not in text("agreement_checklist", plain())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_which_agreement_was_the_earlier_one_is_told_by_the_days_and_not_by_the_order_of_the_file(lang):
    case = again(in_plan(), {"date": "2025-09-01"})
    earlier = case["debts"][0]["agreement"]["earlier"]
    told = nd.render("progress_report", nd.load(case), lang=lang).text
    case["debts"][0]["agreement"]["earlier"] = earlier[::-1]
    assert nd.render("progress_report", nd.load(case), lang=lang).text == told
