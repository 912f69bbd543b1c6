"""No paper promises to pay what the figures say cannot be paid, and none hides who pays."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.spoiled import GONE, spoiled

D = "debts[0]"
PROMISED = {"choices.commitments": ["no_new_cards", "pay_on_time", "reachable"]}
IN_FULL = {"zh": "按期足额还款", "en": "in full and on time"}
TWO_YEARS = {f"{D}.agreement.terms.plan": {"periods": "24"}}  # 3,600.90 of 2,350.00
NOTHING_LEFT = {"finances.essentials[0].amount": "5100.00"}


def words(kind: str, lang: str, **changes: object) -> str:
    return nd.render(kind, spoiled({**PROMISED, **changes}), lang=lang, acknowledge=["limitation"]).text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_confirmation_promises_to_pay_on_time_only_what_can_be_paid(lang):
    assert IN_FULL[lang] in words("confirmation_request", lang)
    for dear in (TWO_YEARS, NOTHING_LEFT):
        paper = words("confirmation_request", lang, **dear)
        assert IN_FULL[lang] not in paper
        assert "24" in paper or dear is NOTHING_LEFT, "what was said is told as it was said"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_without_a_budget_the_promise_stands_as_the_borrower_makes_it(lang):
    assert IN_FULL[lang] in words("confirmation_request", lang, finances=GONE)


PAYER = {
    **NOTHING_LEFT,
    f"{D}.proposal.funds": "妹妹代为偿还",
    f"{D}.parties": [{"name": "周小妹", "role": "payer", "consents": "true"}],
}


@pytest.mark.parametrize("kind", ["hardship_letter", "repayment_plan"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_plan_that_a_consenting_payer_carries_is_offered_and_says_who_pays(kind, lang):
    paper = words(kind, lang, **PAYER)
    assert "妹妹代为偿还" in paper
    assert "1,440.35" in paper
    assert "周小妹" in paper
    with pytest.raises(nd.UnaffordablePlan):
        words("repayment_plan", lang, **{**PAYER, f"{D}.parties": []})


KEPT = {
    f"{D}.contacts[1].promise_kept": "true",
    f"{D}.contacts[1].promise_due": "2026-11-20",
}


@pytest.mark.parametrize(("lang", "kept"), [("zh", "（期限为2026年11月20日，已兑现）"), ("en", "which was kept)")])
def test_what_the_lender_promised_and_did_is_told_as_done_in_the_letter(lang, kept):
    assert kept in words("hardship_letter", lang, **KEPT)
    assert kept not in words("hardship_letter", lang, **{**KEPT, f"{D}.contacts[1].promise_kept": "false"})
