"""After an agreement papers tell what was agreed, not what was proposed before."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt

ONCE = {
    "settlement": {"pay_by": "2026-12-31"},
    "waive": {"penalty": "138.60", "interest": "612.35"},
    "funds": "现有存款",
}
ACCEPTED = {"reached": "2026-11-16", "terms": {"plan": {"periods": 24}}}
CONFIRMED = {"date": "2026-11-19", "channel": "sms", "ref": "0312"}


def agreed(*, proposal: dict[str, Any] | None = None, confirmed: dict[str, Any] | None = None, **terms: Any) -> nd.Case:
    agreement: dict[str, Any] = {"reached": "2026-11-16", "terms": terms}
    if confirmed:
        agreement["confirmed"] = {**CONFIRMED, **confirmed}
    facts = {"proposal": proposal} if proposal else {}
    lent = {"creditor": CREDITORS["private"], "account": "2024年3月5日借条", "product": "借款"}
    return nd.load(with_debt(agreement=agreement, **facts, **lent))


@pytest.mark.parametrize("kind", ["confirmation_request", "repayment_agreement"])
@pytest.mark.parametrize(
    ("terms", "zh", "en"),
    [
        ({"plan": True, "waive": {"penalty": "138.60"}}, "2026年12月31日前一次性偿还22,212.35元", "22,212.35"),
        ({"plan": {"settlement": {"pay_by": "2027-01-31"}}}, "2027年1月31日前一次性偿还21,600.00元", "31 January 2027"),
    ],
)
def test_a_settlement_is_told_as_it_was_agreed_and_not_as_it_was_proposed(kind, terms, zh, en):
    case = agreed(proposal=ONCE, **terms)
    for lang, words in (("zh", zh), ("en", en)):
        document = nd.render(kind, case, lang=lang)
        assert words in document.text
        assert kind == "repayment_agreement" or words in document.short
    if "waive" in terms:
        assert "21,600.00元，结清" not in nd.render(kind, case).text


def test_instalments_proposed_and_a_settlement_agreed_are_no_hole():
    case = agreed(plan={"settlement": {"pay_by": "2027-01-31"}})
    assert "于2027年1月31日前一次性偿还22,350.95元" in nd.render("confirmation_request", case).text


def test_both_sign_what_was_confirmed_in_writing():
    case = agreed(plan={"periods": 24}, confirmed={"plan": {"periods": 30}, "payment_account": "尾号7788的账户"})
    for lang, never, now, whence in (
        ("zh", "分24期", "分30期", "协议只记载书面确认的内容"),
        ("en", "24 monthly", "30 monthly", "confirmed in writing on 19 November 2026"),
    ):
        text = nd.render("repayment_agreement", case, lang=lang).text
        assert never not in text
        assert now in text
        assert whence in text
    text = nd.render("repayment_agreement", case).text
    assert "还款账户：尾号7788的账户" in text
    assert "还款账户和还款方式" not in text


def test_the_statement_of_means_measures_the_plan_that_was_agreed():
    case = nd.load(with_debt(agreement=ACCEPTED))
    statement = nd.render("financial_statement", case)
    assert "与贵行谈妥的还款方案每期900.00元，占每月最高还款额的52.9%。" in statement.text
    assert "每期900.00元\n占上限52.9%" in statement.text
    assert "600.00" not in statement.text
    assert (
        "The plan agreed with you asks for RMB 900.00 each time"
        in nd.render("financial_statement", case, lang="en").text
    )


def test_the_statement_measures_the_proposal_while_nothing_else_is_agreed():
    for agreement in (None, {**ACCEPTED, "terms": {"plan": True}}):
        text = nd.render("financial_statement", nd.load(with_debt(agreement=agreement))).text
        assert "本人提出的还款方案每期600.00元" in text
    refused = {
        "at": "2026-11-18 10:00",
        "direction": "incoming",
        "channel": "phone",
        "summary": "不同意",
        "outcome": "refused",
    }
    talks = [*with_debt()["debts"][0]["contacts"], refused]
    assert (
        "本人提出的还款方案每期600.00元"
        in nd.render("financial_statement", nd.load(with_debt(contacts=talks, agreement=ACCEPTED))).text
    )


def test_a_statement_that_a_letter_encloses_tells_the_plan_of_the_letter():
    case = nd.load(with_debt(agreement=ACCEPTED))
    enclosed = ["repayment_plan", "financial_statement", "evidence_list"]
    statement = nd.render("financial_statement", case, enclose=enclosed)
    assert "本人提出的还款方案每期600.00元" in statement.text


@pytest.mark.parametrize("kind", ["confirmation_request", "repayment_agreement"])
@pytest.mark.parametrize("proposal", [None, ONCE])
def test_a_draft_without_the_principal_leaves_the_sum_open(kind, proposal):
    facts = with_debt(agreement={**ACCEPTED, "terms": {"plan": True}}, **({"proposal": proposal} if proposal else {}))
    facts["debts"][0]["balance"].pop("principal")
    for lang in ("zh", "en"):
        draft = nd.render(kind, nd.load(facts, draft=True), lang=lang, draft=True)
        assert "【待填：本金】" in draft.text
        assert kind == "repayment_agreement" or "【待填：本金】" in draft.short
