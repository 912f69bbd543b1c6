"""Drafts show what is missing, and only what is missing is waived."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.cases import plain, with_debt
from tests.shipped import KINDS


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en", "zh+en"])
def test_a_draft_can_be_made_of_almost_nothing(kind, lang):
    data = {"dated": "2026-11-21", "debts": [{"id": "one", "creditor": {"kind": "bank_card"}}]}
    document = nd.render(kind, nd.load(data, draft=True), lang=lang, draft=True)
    assert "【待填：" in document.text
    assert document.paper.draft
    assert document.to_pdf().startswith(b"%PDF")
    assert document.to_docx()[:2] == b"PK"


def test_a_missing_account_is_shown_as_a_gap():
    case = nd.load(with_debt(account=None))
    with pytest.raises(nd.FactsError, match="账号"):
        nd.render("hardship_letter", case)
    assert "【待填：账号】" in nd.render("hardship_letter", case, draft=True).text


def test_a_draft_does_not_waive_a_wrong_plan():
    data = plain()
    data["debts"][0]["proposal"] = {"method": "interest_free", "periods": 3, "first_due": "2026-12-25"}
    with pytest.raises(nd.UnaffordablePlan):
        nd.render("repayment_plan", nd.load(data), draft=True)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_balance_of_no_stated_day_is_shown_with_a_gap(lang):
    """An account without a due date, too: nothing else tells the day."""
    case = nd.load(with_debt(due=None, balance={"principal": "2100.00"}, proposal=None))
    assert "【待填：截至日期】" in nd.render("hardship_letter", case, lang=lang, draft=True).text
    assert "【待填：截至日期】" in nd.render("hardship_letter", case, lang=lang, draft=True).short
