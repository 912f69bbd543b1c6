"""What a clerk and a borrower found in letters about a card, an assigned debt in court and an offer in one sum."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import LAWYER
from tests.make.cases import with_debt
from tests.papers.test_key_figures import strip
from tests.papers.test_what_the_court_reads import LOAN, OWED, PAID, PLAN, REFUSED, SETTLED, letter, loan

BUYER = {"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": {**LOAN, "notice": "2026-10-01"}}
LUMP = SETTLED | {"funds": "父母资助"}


@pytest.mark.parametrize("facts", [{}, {"creditor": BUYER}])
def test_what_was_paid_and_what_is_owed_abroad_is_told_where_every_amount_is_disputed(facts: dict[str, Any]):
    owed = OWED | {"disputed": "true", "foreign": [{"currency": "USD", "amount": "33.10"}]}
    text = letter(loan(balance=owed, payments=PAID, **facts), "hardship_letter")
    assert "2026年11月21日，本人已还款300.00元，未计入上述金额。" in text
    assert "33.10" in text


def test_the_short_text_tells_what_was_paid_since_beside_the_sum_that_does_not_count_it():
    case = nd.load(loan(payments=PAID))
    assert "2026年11月21日，本人已还款300.00元，未计入上述金额。" in nd.render("hardship_letter", case).short
    assert "RMB 300.00 on 21 November 2026, not yet" in nd.render("hardship_letter", case, None, "en").short
    disputed = nd.load(loan(payments=PAID, balance=OWED | {"disputed": "true"}))
    assert "上述金额" not in nd.render("hardship_letter", disputed).short


def test_a_sum_at_once_is_new_only_where_the_file_tells_of_other_terms_before():
    update = [{"date": "2026-11-18", "statement": "入职示例物流有限公司", "evidence": []}]
    untold = loan(contacts=[REFUSED | {"summary": "提出一次结清"}], proposal=LUMP) | {"updates": update}
    made = nd.render("reconsideration_request", nd.load(untold))
    assert strip(made)["与上次相比"] == "有新的情况"
    assert "new circumstances" in letter(untold, "reconsideration_request", "en")


def test_a_sum_at_once_has_no_instalments_to_look_up():
    offered = {"periods": "18", "first_due": "2026-12-25"}
    case = loan(contacts=[REFUSED | {"offered": offered}], proposal=LUMP)
    text = letter(case, "reconsideration_request", enclose=["repayment_plan"])
    assert "方案见附件1《还款计划（建议稿）》" in text
    assert "逐期" not in text
    assert "every instalment" not in letter(case, "reconsideration_request", "en", enclose=["repayment_plan"])


@pytest.mark.parametrize(("periods", "shorter"), [("36", False), ("18", True)])
def test_only_a_shorter_plan_answers_that_the_first_is_too_long(periods: str, shorter: bool):
    case = loan(proposal=PLAN | {"alternative": {"periods": periods}})
    assert ("对方嫌期限长的：“也可以" in letter(case, "call_script")) is shorter
    assert ("对方不同意的：“也可以" in letter(case, "call_script")) is not shorter
    assert ("If that is too long for them: “I could" in letter(case, "call_script", "en")) is shorter


def test_the_later_bills_of_a_card_are_not_said_to_keep_an_amount():
    asked = {"amount": "900.00", "from": "2026-12-20", "to": "2027-01-20", "reason": "手术休养", "evidence": []}
    card = with_debt(agreement=None, deferral=asked)
    assert "其后账单的还款日不变。" in letter(card, "deferral_request")
    assert "The due dates of the later bills stay" in letter(card, "deferral_request", "en")
    assert "其后各期的还款日和金额不变。" in letter(loan(deferral=asked), "deferral_request")


@pytest.mark.parametrize("known", ["People's Court of Shili District", "the People's Court of Shili District"])
def test_a_court_is_named_with_its_article_inside_an_english_sentence(known: str):
    court = "示例市示例区人民法院"
    case = loan(litigation={"stage": "sued", "received": "2026-11-18", "court": court, "case_number": "（2026）1号"})
    text = letter(case | {"english": {court: known}}, "hold_request", "en")
    assert "The case is before the People's Court of Shili District (" in text
    assert "before the 示" not in letter(case, "hold_request", "en")


def test_a_stamp_is_explained_where_one_is_spoken_of_and_a_fingerprint_where_one_is_left():
    offer, authority = loan(proposal=LUMP), with_debt()
    authority["borrower"]["agent"] = LAWYER
    stamp, finger = "an organisation signs with its official stamp", "a fingerprint beside the signature"
    assert stamp in letter(offer, "settlement_offer", "en")
    assert finger not in letter(offer, "settlement_offer", "en")
    assert finger in letter(authority, "authorization", "en")
    assert stamp not in letter(authority, "authorization", "en")


@pytest.mark.parametrize(
    "powers",
    [{"matters": "代为参加诉讼"}, {"matters": "执行和解和财产申报"}, {"special_powers": ["进行和解", "提起上诉"]}],
)
def test_no_lender_reads_in_an_authority_of_a_suit_about_another_debt(powers: dict[str, Any]):
    case = loan()
    case["borrower"]["agent"] = LAWYER | powers
    suit = {"stage": "sued", "received": "2026-11-18"}
    own = case["debts"][0]["id"]
    assert nd.render("authorization", nd.load(case), own).text, "the only debt: the suit may still come"
    case["debts"].append({**case["debts"][0], "id": "other", "account": "HT-9", "creditor": BUYER, "litigation": suit})
    with pytest.raises(nd.FactsError) as caught:
        nd.render("authorization", nd.load(case), own)
    assert [problem.rule for problem in caught.value.problems] == ["agent.other_suit"]
    assert "别的诉讼" in caught.value.problems[0].message
