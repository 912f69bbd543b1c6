"""What was answered at court beside the bill: found where the two contradict, and silent where they do not."""

from __future__ import annotations

from typing import Any

import negotiation_docs as nd
from tests.make.sued import SUED


def found(claims: list[dict[str, Any]], **balance: Any) -> list[tuple[str, str]]:
    case = SUED["online-loan"]()
    debt = case["debts"][0]
    debt["litigation"]["claims"] = claims
    debt["balance"] = {**debt["balance"], **balance}
    problems = nd.check(nd.load(case))
    return [(problem.rule, problem.path) for problem in problems if problem.rule.startswith("court.claim_")]


PRINCIPAL = {"item": "principal", "amount": "21600.00", "answer": "admit"}
INTEREST = {"item": "interest", "amount": "1900.00", "answer": "admit"}
COSTS = {"item": "enforcement_costs", "amount": "1500.00", "answer": "partly", "admitted": "500.00", "reason": "过高"}


def test_costs_that_are_admitted_are_in_the_total_and_on_no_bill():
    total = {"item": "total", "amount": "25900.00", "answer": "partly", "reason": "见各项"}
    other = {"item": "other", "amount": "900.00", "answer": "admit"}
    assert found([PRINCIPAL, INTEREST, other, COSTS, {**total, "admitted": "24900.00"}]) == []
    more = found([PRINCIPAL, INTEREST, other, COSTS, {**total, "admitted": "24900.01"}])
    assert more == [("court.claim_over_bill", "debts[0].litigation.claims[4].answer")]


def test_fees_that_are_claimed_apart_are_compared_with_that_claim():
    other = {"item": "other", "amount": "900.00", "answer": "dispute", "reason": "没有约定"}
    assert found([PRINCIPAL, INTEREST, other], disputed=["fees"]) == []
    assert found([PRINCIPAL, INTEREST, other]) == [("court.claim_disputed", "debts[0].litigation.claims[2].answer")]


def test_what_the_other_side_wrote_is_not_blamed_for_its_tone():
    case = SUED["online-loan"]()
    demand = {"at": "2026-11-19 10:00", "direction": "incoming", "channel": "sms", "summary": "请立即还款"}
    case["debts"][0]["contacts"] = [demand]
    assert "text.tone" not in {problem.rule for problem in nd.check(nd.load(case))}
    case["debts"][0]["contacts"] = [{**demand, "direction": "outgoing"}]
    assert "text.tone" in {problem.rule for problem in nd.check(nd.load(case))}


def admits_total(claims: list[dict[str, Any]]) -> list[str]:
    case = SUED["online-loan"]()
    case["debts"][0]["litigation"]["claims"] = claims
    return [one.message for one in nd.check(nd.load(case)) if one.rule == "court.total_admits"]


def test_who_admits_more_of_the_total_than_of_its_parts_admits_what_is_disputed():
    interest = {**INTEREST, "answer": "dispute", "reason": "没有明细"}
    whole = {"item": "total", "amount": "23500.00", "answer": "partly"}
    told = admits_total([PRINCIPAL, interest, {**whole, "admitted": "23500.00"}])
    assert told == ["标的总额认可23,500.00元，而利息等有异议：认可总额就是认可其中的每一项"]
    assert admits_total([PRINCIPAL, interest, {**whole, "admitted": "21600.00"}]) == []
    assert admits_total([PRINCIPAL, INTEREST, {**whole, "admitted": "23500.00"}]) == []


def test_who_disputes_that_all_is_due_and_admits_the_total_is_warned():
    early = {"item": "early_repayment", "answer": "dispute", "reason": "没有通知"}
    (told,) = admits_total([PRINCIPAL, early, {"item": "total", "amount": "21600.00", "answer": "admit"}])
    assert told == "标的总额写了“确认”，而提前还款或解除合同有异议：认可总额就是认可其中的每一项"
