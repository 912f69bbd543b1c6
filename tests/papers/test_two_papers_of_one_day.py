"""Of a confirmed plan two papers of one day name the same sums, and nothing is promised after its end."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.performed import STEPS, changing, in_plan

KINDS = ("progress_report", "plan_change_request")


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang).text


@pytest.mark.parametrize(
    ("paid", "part", "words"),
    [(4, False, "未登记的1,200.00元"), (4, True, "尚差和未登记的750.00元"), (5, True, "尚差的150.00元")],
)
def test_the_report_promises_the_sum_of_the_change_request(paid: int, part: bool, words: str):
    day = {"date": "2027-06-01", "amount": "450.00"}
    case = changing(paid, change={**STEPS, "arrears": {"pay_by": "2027-07-10"}})
    case["debts"][0]["payments"] += [day] if part else []
    for kind in KINDS:
        assert f"此前各期{words}，本人拟于2027年7月10日前另行补足。" in text(kind, case)


def test_a_change_says_which_instalments_it_counts_as_paid_and_what_it_comes_to():
    ahead = text("plan_change_request", changing(change={"from_instalment": 9, "periods": 40}))
    assert "变更后各期合计16,800.00元" in ahead
    assert "上述金额按第7至8期共1,200.00元已按原方案还清计算。" in ahead
    silent = changing(5, change={"from_instalment": 7, "periods": 40})
    assert "上述金额按第6期的600.00元已按原方案还清计算，以核对结果为准。" in text("plan_change_request", silent)
    assert "These figures count instalment 6 (RMB 600.00) as paid" in text("plan_change_request", silent, "en")
    spread = changing(5, change={"from_instalment": 7, "periods": 40, "arrears": "spread"})
    assert "还清计算" not in text("plan_change_request", spread)
    assert "此前各期未登记的600.00元已并入变更后的各期。" in text("plan_change_request", spread)


def test_nothing_is_promised_once_the_whole_plan_is_paid_and_what_is_too_much_is_told():
    report = text("progress_report", in_plan(6))
    assert "本人将按期足额还款" in report
    whole = in_plan(6)
    whole["debts"][0]["payments"].append({"date": "2027-06-02", "amount": "18050.00"})
    report = text("progress_report", whole)
    assert "方案各期均已足额偿还。多还的50.00元，请核对后告知如何处理。" in report
    assert "按方案尚余0.00元，比方案合计多还50.00元。" in report
    assert "本人将" not in report
    english = text("progress_report", whole, "en")
    assert "RMB 50.00 has been paid beyond the whole of it" in english
    assert "I will" not in english


def test_nobody_asks_when_arrears_come_who_has_promised_a_day_for_them():
    case = in_plan(0, payments=[{"date": "2026-12-25", "amount": "250.00"}])
    assert "补交安排请与本人商定" in text("progress_report", case)
    talk = {"at": "2027-06-01 10:00", "direction": "incoming", "channel": "phone", "summary": "询问何时补足"}
    case["debts"][0]["contacts"].append({**talk, "own_promise": "六月底前补足", "own_promise_due": "2027-06-30"})
    assert "承诺六月底前补足" in text("progress_report", case)
    assert "补交安排请与本人商定" not in text("progress_report", case)
