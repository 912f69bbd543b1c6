"""A plan that was confirmed in writing and is denied since: its performance is asked for, by day and number."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt

CONFIRMED = {"date": "2026-11-18", "channel": "sms", "ref": "0312"}
DENIED = {
    "at": "2026-11-20 10:40", "direction": "incoming", "channel": "phone", "agent": "工号5009", "outcome": "refused",
    "summary": "称系统里没有这个方案，要求一次还清", "own_reply": "告知已经书面确认",
}  # fmt: skip


def case(*talks: dict[str, Any], **facts: Any) -> nd.Case:
    agreed = {"reached": "2026-11-16", "terms": {"plan": True}, "confirmed": CONFIRMED}
    said = with_debt()["debts"][0]["contacts"]
    return nd.load(with_debt(**{"contacts": [*said, *talks], "agreement": agreed, **facts}))


def letter(told: nd.Case, lang: str = "zh") -> str:
    return nd.render("escalation_request", told, lang=lang).text


def test_the_step_names_the_confirmation_by_its_day_and_number():
    (step,) = (each for each in nd.next_steps(case(DENIED)).steps if each.kind == "refused")
    assert step.paper == "escalation_request"
    assert "2026年11月18日（编号0312）" in step.why


@pytest.mark.parametrize("level", ["head_office", "mediation"])
def test_outside_the_house_it_is_the_performance_too_that_is_asked_for(level):
    told = case(DENIED, escalation={"level": level, "addressee": "示例单位"})
    asked = "书面确认的还款安排的履行调解" if level == "mediation" else "履行上述书面确认的情况进行核查"
    assert asked in letter(told)
    assert "confirmed" in letter(told, "en").split("What I ask for")[1]


def test_what_the_seller_confirmed_is_not_told_as_confirmed_by_the_buyer():
    seller = {"name": "示例信托银行股份有限公司", "kind": "bank_loan", "notice": "2026-11-19"}
    buyer = {"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": seller}
    told = case(DENIED, creditor=buyer, account="HT-8", product="个人贷款")
    assert "还款安排已由示例信托银行股份有限公司2026年11月18日以短信确认" in letter(told)
    assert "示例信托银行股份有限公司 confirmed on 18 November 2026" in letter(told, "en")


def test_no_complaint_is_withdrawn_while_the_plan_is_denied():
    made = {
        "at": "2026-11-17 09:00", "direction": "outgoing", "channel": "email", "level": "consumer_protection",
        "ref": "XB-1", "summary": "投诉", "outcome": "pending",
    }  # fmt: skip
    assert nd.render("complaint_withdrawal", case(made)).text
    with pytest.raises(nd.FactsError) as caught:
        nd.render("complaint_withdrawal", case(made, DENIED))
    assert "complaint.denied" in {one.rule for one in caught.value.problems}


def test_that_it_was_complained_of_takes_no_denial_back():
    made = {
        "at": "2026-11-20 15:00", "direction": "outgoing", "channel": "email", "ref": "XB-9", "summary": "要求履行",
        "sent": ["escalation_request"], "outcome": "pending",
    }  # fmt: skip
    waiting = [each.kind for each in nd.next_steps(case(DENIED, made)).steps]
    assert "answer" in waiting
    assert "refused" not in waiting
    later = nd.load({**case(DENIED, made).model_dump(by_alias=True, exclude_none=True), "dated": "2026-12-08"})
    assert "refused" in [each.kind for each in nd.next_steps(later).steps]
    dunned = {"at": "2026-11-21 09:00", "direction": "incoming", "channel": "sms", "summary": "催还全部欠款"}
    assert "refused" in [each.kind for each in nd.next_steps(case(DENIED, dunned)).steps]
