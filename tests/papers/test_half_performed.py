"""While a court enforces, what was paid under a settlement is told to whoever computes what is left of it."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.sued import STOPS, enforced

PAID = [{"date": f"2026-0{month}-25", "amount": "500.00"} for month in (7, 8, 9)]
TALK = {
    "at": "2026-06-10 10:00", "direction": "outgoing", "channel": "in_person", "summary": "商定分期还款",
    "reply": "同意", "outcome": "accepted",
}  # fmt: skip
WORDS = (
    "按2026年6月12日书面确认的还款安排，"
    "本人自2026年7月25日至2026年9月25日已还款3笔，合计1,500.00元，请在计算执行金额时核对扣除。"
)
REFUSED: dict[str, Any] = {
    **TALK, "at": "2026-11-18 10:00", "summary": "请求继续按原安排履行", "reply": "不同意", "outcome": "refused",
    "offered": {"periods": 60},
}  # fmt: skip


def half_performed(earlier: bool = True, **changes: Any) -> dict[str, Any]:
    """``earlier``: the figures of now are younger than the arrangement, which another was to take the place of."""
    case = enforced()
    debt = case["debts"][0]
    terms = {"plan": {"method": "interest_free", "periods": 24, "first_due": "2026-07-25"}}
    debt["contacts"] = [TALK, REFUSED]
    debt["agreement"] = {
        "reached": "2026-06-10",
        "terms": terms,
        "confirmed": {"date": "2026-06-12", "channel": "letter"},
    }
    debt["payments"] = PAID
    debt["balance"]["as_of"] = "2026-07-01"
    if earlier:
        first = {"date": "2026-06-12", "channel": "letter", "payments": debt.pop("payments")}
        debt["agreement"] = {"reached": "2026-10-10", "terms": terms, "earlier": [first]}
        debt["contacts"] = [TALK, {**TALK, "at": "2026-10-10 10:00"}, REFUSED]
        debt["balance"]["as_of"] = "2026-11-01"
    debt["escalation"] = {"level": "mediation", "addressee": "示例调解委员会"}
    debt["proposal"] = {
        "method": "interest_free", "periods": 1, "first_due": "2026-12-31", "funds": "存款",
        "settlement": {"pay_by": "2026-12-31"},
    }  # fmt: skip
    debt.update(changes)
    return case


def made(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang, acknowledge=STOPS).text


@pytest.mark.parametrize("kind", ["settlement_offer", "reconsideration_request", "mediation_request"])
def test_what_was_performed_is_told_once_with_its_days_number_and_sum(kind: str):
    assert made(kind, half_performed()).count(WORDS) == 1
    english = made(kind, half_performed(), "en")
    assert (
        "Under the arrangement confirmed in writing on 12 June 2026 I paid RMB 1,500.00 in 3 payments from" in english
    )


def test_payments_since_the_balance_are_not_told_twice():
    text = made("settlement_offer", half_performed(earlier=False))
    assert "2026年7月25日，本人已还款500.00元" in text
    assert "上述还款是按2026年6月12日书面确认的还款安排支付的，请在计算执行金额时核对扣除。" in text
    assert "3笔" not in text


def test_nothing_is_said_of_it_before_enforcement_or_without_an_arrangement():
    sued = half_performed()
    sued["debts"][0]["litigation"]["stage"] = "judgment"
    alone = half_performed(earlier=False, agreement=None)
    for case in (sued, alone):
        assert "计算执行金额" not in made("settlement_offer", case)


def test_no_item_of_a_list_ends_in_two_marks():
    text = made("settlement_offer", half_performed())
    assert "记入笔录；" in text
    assert "。；" not in text
