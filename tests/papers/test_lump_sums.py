"""One payment from a stated source: letter and plan say the same of it, also where nothing is left each month."""

from __future__ import annotations

import re
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt
from tests.make.needed import suited
from tests.make.proposals import PLANS
from tests.shipped import having

INCOMES: dict[str, list[dict[str, Any]]] = {
    "none": [],
    "short": [{"name": "零工报酬", "amount": "3100.00"}],
    "just enough": [{"name": "零工报酬", "amount": "3500.00"}],
}
PLEDGE = {"settlement": "22,212.35", "bullet": "21,724.27", "one_instalment": "21,600.00"}


def case_of(plan: str, income: str, kind: str = "") -> nd.Case:
    proposal = dict(PLANS[plan])
    if "settlement" not in proposal:
        proposal["first_due"] = "2026-12-25"
    case = with_debt(proposal=proposal, agreement=None)
    case["finances"]["income"] = INCOMES[income]
    return nd.load(suited(kind, case))


@pytest.mark.parametrize("income", INCOMES)
@pytest.mark.parametrize("plan", PLEDGE)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_letter_and_plan_state_the_same_payment_and_its_source(plan, income, lang):
    case = case_of(plan, income)
    source = case.debts[0].proposal.funds
    for kind in ("hardship_letter", "repayment_plan"):
        text = nd.render(kind, case, lang=lang).text
        assert PLEDGE[plan] in text, kind
        assert source in text, kind
        assert "暂缓" not in text
        assert "a pause in payments" not in text


@pytest.mark.parametrize("income", INCOMES)
@pytest.mark.parametrize("plan", PLEDGE)
def test_what_is_not_left_is_no_ceiling_and_no_sentence_states_a_negative_amount(plan, income):
    for kind in sorted({*having("offers")} - {*having("reconsiders", "mediates")}):  # that follows a refusal
        for lang in ("zh", "en") if kind != "settlement_offer" or plan == "settlement" else ():
            document = nd.render(kind, case_of(plan, income, kind), lang=lang)
            prose = [line for line in document.text.splitlines() if "\t" not in line]
            assert not re.search(r"-\d", " ".join(prose)), (kind, lang)
            assert not any("上限" in line or "the most I can pay" in line for line in prose), (kind, lang)
            assert "每月余" not in document.short


def test_a_plan_that_cannot_be_computed_does_not_stop_the_list_of_evidence():
    plan = {**PLANS["equal_payment"], "first_due": "2026-12-25", "remainder": "first"}
    case = nd.load(with_debt(proposal=plan, agreement=None))
    assert nd.render("evidence_list", case).text
    for kind in ("hardship_letter", "repayment_plan"):
        with pytest.raises(nd.FactsError, match="余数"):
            nd.render(kind, case)


def test_interest_and_charges_of_one_payment_are_listed_with_one_conjunction():
    plan = {**PLANS["bullet"], "first_due": "2026-12-25", "remaining_charges": "last_instalment"}
    text = nd.render("repayment_plan", nd.load(with_debt(proposal=plan, agreement=None))).text
    assert "一次性偿还本金21,600.00元、息费750.95元及利息124.27元" in text


@pytest.mark.parametrize("disputed", [True, ["penalty"]])
def test_what_is_in_dispute_is_not_said_to_be_owed_in_a_plan_of_one_payment(disputed):
    proposal = {**PLANS["settlement"], "waive": None}
    facts = with_debt(proposal=proposal, agreement=None)
    facts["debts"][0]["balance"]["disputed"] = disputed
    case = nd.load(facts)
    said = {lang: nd.render("repayment_plan", case, lang=lang).text for lang in ("zh", "en")}
    assert "登记的欠款为本金" in said["zh"] or "账面欠款为本金" in said["zh"]
    assert "I owed" not in said["en"]


def test_an_alternative_that_settles_the_debt_at_once_is_told_with_its_source_and_waiver():
    waive = {"principal": "1600.00", "interest": "612.35", "penalty": "138.60"}
    once = {"settlement": {"pay_by": "2027-03-31"}, "waive": waive, "funds": "出售旧车所得"}
    plan = {**PLANS["interest_free"], "first_due": "2026-12-25", "alternative": once}
    case = nd.load(with_debt(proposal=plan, agreement=None))
    letter, call = (nd.render(kind, case).text for kind in ("repayment_plan", "call_script"))
    assert "可以一次性结清：于2027年3月31日前偿还20,000.00元（人民币贰万元整），款项来源：出售旧车所得" in letter
    assert "减去申请减免的本金中的1,600.00元、利息612.35元、违约金138.60元（合计2,350.95元）" in letter
    assert "首选方案不含" in letter
    assert "也可以在2027年3月31日前一次性偿还20,000.00元，结清这个账户，请减免本金中的1,600.00元" in call
    letter, call = (nd.render(kind, case, lang="en").text for kind in ("repayment_plan", "call_script"))
    assert "I can settle the account in one sum: RMB 20,000.00 by 31 March 2027" in letter
    assert "The plan does not include" in letter
    assert "if you waive RMB 1,600.00 of the principal" in call
