"""What a borrower may propose, by method, and a case of three lenders who share what is left."""

from __future__ import annotations

import copy
from typing import Any

import negotiation_docs as nd
from tests.make.cases import CREDITORS, plain

PLANS: dict[str, dict[str, Any]] = {
    "interest_free": {"method": "interest_free", "periods": 36},
    "equal_payment": {"method": "equal_payment", "annual_rate": "6%", "periods": 36},
    "equal_principal": {"method": "equal_principal", "annual_rate": "6%", "periods": 36},
    "interest_first": {
        "method": "interest_first",
        "annual_rate": "6%",
        "periods": 12,
        "funds": "定期存款2027年12月到期",
    },
    "bullet": {"method": "bullet", "annual_rate": "6%", "periods": 1, "funds": "亲属承诺的赠与"},
    "stepped": {"method": "stepped", "periods": 36, "steps": [{"periods": 12, "payment": "400.00"}, {"periods": 24}]},
    "one_instalment": {"method": "interest_free", "periods": 1, "funds": "年终奖金"},
    "down_payment": {
        "method": "interest_free",
        "periods": 24,
        "down_payment": {"amount": "1000.00", "date": "2026-12-01"},
        "funds": "现有存款",
    },
    "spread_charges": {"method": "interest_free", "periods": 36, "remaining_charges": "spread"},
    "month_end": {"method": "interest_free", "periods": 36, "first_due": "2026-12-31"},
    "settlement": {"settlement": {"pay_by": "2026-12-31"}, "waive": {"penalty": "138.60"}, "funds": "现有存款"},
    "other_requests": {"method": "interest_free", "periods": 36, "other": ["允许提前结清且不另收费用"]},
}


def plan(**changes: Any) -> dict[str, Any]:
    """A proposal: the first due day and its reason, and ``changes``."""
    if "settlement" in changes:
        return changes
    base = {"first_due": "2026-12-25", "pay_day_reason": "报酬于每月20日到账"}
    return {**base, **changes}


def three_lenders() -> nd.Case:
    """One borrower, three creditors, each with a plan and evidence of its own."""
    case = plain()
    base = case["debts"][0]
    second = copy.deepcopy(base) | {"id": "two", "creditor": CREDITORS["consumer_finance"], "account": "XF-2024-61"}
    third = copy.deepcopy(base) | {"id": "three", "creditor": CREDITORS["private"], "account": "2025年5月6日借条"}
    for debt, principal, periods in ((base, "21600.00", 60), (second, "9000.00", 60), (third, "3000.00", 60)):
        debt["balance"]["principal"] = principal
        debt["proposal"] = plan(method="interest_free", periods=periods)
    second["evidence"], third["evidence"] = ["second_bill"], ["iou"]
    case["evidence"] += [
        {"id": "second_bill", "name": "消费分期账单", "group": "debt", "status": "attached", "pages": 1},
        {"id": "iou", "name": "借条照片", "group": "debt", "form": "screenshot", "status": "attached", "pages": 1},
    ]
    case["debts"] = [base, second, third]
    return nd.load(case)
