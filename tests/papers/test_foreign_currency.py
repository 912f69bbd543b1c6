"""外币欠款: told in every paper that speaks of what is owed, in the decimals of its currency, never converted."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt
from tests.make.performed import in_plan

OWED = [
    {"currency": "USD", "amount": "120.35"},
    {"currency": "JPY", "amount": "12035"},
    {"currency": "KRW", "amount": "9000"},
]
ZH = "另有外币欠款120.35美元、12,035日元、9,000韩元，未列入上述金额。"
EN = "In addition, 120.35 US dollars, 12,035 Japanese yen and 9,000 South Korean won are owed in foreign currency"


def owing(case: dict[str, Any]) -> nd.Case:
    case["debts"][0]["balance"]["foreign"] = OWED
    return nd.load(case)


PUT_OFF = {"from": "2026-12-10", "to": "2027-01-10", "reason": "工资晚发", "evidence": []}


@pytest.mark.parametrize(
    ("kind", "case"),
    [
        ("financial_statement", with_debt()),
        ("deferral_request", with_debt(deferral=PUT_OFF, proposal=None, agreement=None)),
        ("hardship_letter", with_debt()),
        ("confirmation_request", with_debt()),
        ("progress_report", in_plan()),
        ("account_statement_request", with_debt()),
    ],
)
def test_what_is_owed_in_foreign_currency_is_told_in_its_own_decimals(kind, case):
    assert ZH in nd.render(kind, owing(case)).text
    assert EN in nd.render(kind, owing(case), lang="en").text


@pytest.mark.parametrize(
    "kind", ["hardship_letter", "repayment_plan", "financial_statement", "account_statement_request"]
)
def test_what_the_lender_books_in_foreign_currency_is_not_admitted_where_the_principal_is_in_dispute(kind):
    case = with_debt(agreement=None)
    case["debts"][0]["balance"]["disputed"] = ["principal"]
    text, english = nd.render(kind, owing(case)).text, nd.render(kind, owing(case), lang="en").text
    assert "账上另记有外币款项120.35美元、12,035日元、9,000韩元，未列入上述金额，本人对此同样有异议" in text
    assert "外币欠款" not in text
    assert "I dispute that too, and until it is checked nothing here admits it" in english
    assert "owed in foreign currency" not in english


def test_foreign_money_in_dispute_is_checked_before_it_is_paid():
    case = with_debt()
    case["debts"][0]["balance"]["disputed"] = True
    assert (
        "外币款项12,035日元：不在上表的金额之内，本人有异议，是否已经核对；"
        in nd.render("agreement_checklist", owing(case)).text
    )


def test_the_checklist_of_an_agreement_asks_how_foreign_money_is_paid():
    case = owing(with_debt())
    assert "外币欠款12,035日元：不在上表的金额之内，怎么还、何时还；" in nd.render("agreement_checklist", case).text
    assert (
        "The 120.35 US dollars in foreign currency: not in the amounts"
        in nd.render("agreement_checklist", case, lang="en").text
    )


def test_an_amount_with_more_decimals_than_its_currency_stands_as_it_was_stated():
    case = with_debt()
    case["debts"][0]["balance"]["foreign"] = [{"currency": "JPY", "amount": "12035.50"}]
    assert "另有外币欠款12,035.50日元，" in nd.render("hardship_letter", nd.load(case)).text


@pytest.mark.parametrize(
    "kind", ["hardship_letter", "repayment_plan", "financial_statement", "account_statement_request"]
)
def test_one_sum_in_foreign_currency_may_be_disputed_while_all_else_is_owed(kind):
    case = with_debt(agreement=None)
    case["debts"][0]["balance"]["foreign"] = [
        {"currency": "USD", "amount": "812.40", "disputed": True},
        {"currency": "EUR", "amount": "96.00"},
    ]
    text, english = nd.render(kind, nd.load(case)).text, nd.render(kind, nd.load(case), lang="en").text
    assert "另有外币欠款96.00欧元，未列入上述金额。账上另记有外币款项812.40美元，未列入上述金额，本人对此有异议" in text
    assert "96.00 euros is owed in foreign currency and not included above. The account also shows 812.40" in english
    assert "I dispute it, and until it is checked nothing here admits it." in english


def test_no_paper_calls_a_disputed_sum_in_foreign_currency_owed():
    case = with_debt()
    case["debts"][0]["balance"]["foreign"] = [{"currency": "USD", "amount": "812.40", "disputed": True}]
    loaded, seen = nd.load(case), 0
    for kind in nd.kinds():
        try:
            texts = [nd.render(kind.name, loaded, lang=lang).text for lang in ("zh", "en")]
        except nd.FactsError:
            continue
        seen += "812.40" in texts[0]
        assert "外币欠款" not in texts[0], kind.name
        assert "owed in foreign currency" not in texts[1], kind.name
    assert seen > 5
