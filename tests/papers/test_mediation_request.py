"""调解申请书: parties in full, amounts to be checked, what was said, consent to mediation, and nothing admitted."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import REFUSED
from tests.make.cases import CREDITORS, with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip

BODY = {"level": "mediation", "addressee": "示例市金融纠纷调解中心"}


def made(name: str, lang: str = "zh", **options: Any) -> str:
    return nd.render("mediation_request", loaded(name), lang=lang, **options).text


def test_the_mediator_reads_who_the_parties_are():
    creditor = {**CREDITORS["bank_loan"], "address": "示例市示例路8号", "phone": "4000000000"}
    case = nd.load(with_debt(creditor=creditor, account="HT-8", contacts=[REFUSED], agreement=None, escalation=BODY))
    lines = nd.render("mediation_request", case).text.splitlines()
    assert lines[1] == "示例市金融纠纷调解中心："
    words = "申请人顾清和，证件和联系方式见文末。被申请人"
    words += "示例银行股份有限公司东城支行，地址：示例市示例路8号，电话：4000000000。"
    assert words in lines


def test_amounts_are_the_lenders_and_still_to_be_checked():
    text = made("mediated")
    assert "被申请人登记的款项为本金21,600.00元、利息612.35元、违约金138.60元，金额以核对结果为准" in text
    for word in ("尚欠", "贵行", "合计", "歉"):
        assert word not in text


def test_consent_is_given_and_nothing_is_admitted():
    text = made("mediated")
    assert "本人自愿申请调解" in text
    assert "只用于本次调解，不构成对债务或者金额的确认" in text
    assert "acknowledges neither the debt nor its amount" in made("mediated", "en")


def test_what_was_said_and_what_is_suggested_stand_there():
    text = made("mediated")
    assert "提出分48期偿还，被申请人答复：期限过长，不能办理" in text
    assert "本人的意见：自2026年12月25日起分36期偿还本金21,600.00元" in text


def test_without_a_plan_the_terms_are_left_to_the_mediation():
    case = nd.load(with_debt(contacts=[REFUSED], agreement=None, escalation=BODY, proposal=None))
    contacts = case.debts[0].contacts
    assert contacts
    assert "还款的期限、每期金额和息费的处理，请在调解中商定" in nd.render("mediation_request", case).text


def test_a_friend_is_the_other_party_without_words_of_institutions():
    text = made("mediated-friend")
    assert "被申请人赵国梁" in text
    for word in ("您", "贵公司", "登记", "客服"):
        assert word not in text


def test_fees_and_confirmation_by_a_court_are_left_to_the_guide():
    for word in ("司法确认", "免费", "诉讼", "时效"):
        assert word not in made("mediated")


def refused(**facts: Any) -> nd.Problem:
    with pytest.raises(nd.FactsError) as caught:
        nd.render("mediation_request", nd.load(with_debt(**{"agreement": None, "escalation": BODY, **facts})))
    (problem,) = caught.value.problems
    return problem


def test_after_a_consent_there_is_nothing_to_mediate():
    problem = refused(contacts=[{**REFUSED, "outcome": "accepted"}])
    assert problem.rule == "mediation.accepted"
    assert "书面确认" in problem.hint


def test_without_a_body_it_asks_for_its_name_and_a_draft_leaves_it_open():
    problem = refused(contacts=[REFUSED], escalation=None)
    assert problem.path == "debts[0].escalation.addressee"
    assert "12348" in problem.hint
    case = nd.load(with_debt(contacts=[REFUSED], agreement=None))
    assert "【待填：收件单位】" in nd.render("mediation_request", case, draft=True).text


def test_an_old_debt_stops_it():
    assert (
        refused(contacts=[REFUSED], due="2023-01-10", paid_on_time=None, contract={"signed": "2022-03-05"}).rule
        == "limitation"
    )


def test_the_strip_tells_other_party_matter_contacts_and_request():
    assert strip(nd.render("mediation_request", loaded("mediated"))) == {
        "对方": "示例银行股份有限公司信用卡中心",
        "事项": "信用卡\n卡号尾号7716",
        "沟通": "1次\n2026年11月12日起",
        "方案": "36期，每期600.00元\n2026年12月25日起",
    }


@pytest.mark.parametrize("charges", ["spread", "last_instalment"])
def test_no_mediator_is_offered_the_payment_of_what_is_disputed(charges):
    facts = with_debt(contacts=[REFUSED], agreement=None, escalation=BODY)
    facts["debts"][0]["balance"]["disputed"] = ["penalty"]
    facts["debts"][0]["proposal"]["remaining_charges"] = charges
    with pytest.raises(nd.FactsError) as caught:
        nd.render("mediation_request", nd.load(facts))
    assert "balance.disputed_paid" in {problem.rule for problem in caught.value.problems}


def test_where_no_cause_is_told_nothing_is_called_unproved():
    case = with_debt(contacts=[REFUSED], agreement=None, escalation=BODY)
    del case["hardship"]
    for lang, words in (("zh", "暂无书面证明"), ("en", "no written proof")):
        assert words not in nd.render("mediation_request", nd.load(case), lang=lang).text


@pytest.mark.parametrize("kind", ["bank_loan", "transferee", "guarantor", "private"])
def test_the_mediator_reads_what_was_lent_and_is_asked_why_less_was_received(kind: str):
    def told(received: str, lang: str = "zh") -> str:
        contract = {"signed": "2024-03-05", "amount": "30000.00", "received": received}
        facts = {"creditor": CREDITORS[kind], "product": "借款", "account": "HT-8", "contract": contract}
        case = nd.load(with_debt(**facts, contacts=[REFUSED], agreement=None, escalation=BODY))
        return nd.render("mediation_request", case, lang=lang).text

    less, whole = told("28200.00"), told("30000.00")
    assert less.count("30,000.00元，实际到账28,200.00元") == whole.count("金额30,000.00元") == 1
    assert "并说明合同金额与实际到账金额不一致的原因和依据" in less
    assert "不一致" not in whole
    assert "RMB 28,200.00 was actually received" in told("28200.00", "en")
    assert "say why less was received than the contract states" in told("28200.00", "en")
    assert "less was received" not in told("30000.00", "en")
