"""Variants after the written confirmation: a plan that is kept, missed, to be changed, and settled."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import CREDITORS, plain, update

CONFIRMED = {"date": "2026-12-08", "channel": "sms", "ref": "0312"}
EARLIER = {"date": "2026-03-08", "channel": "sms", "ref": "0107", "evidence": ["oldsms"], "payments": [
    {"date": "2026-04-25", "amount": "810.00", "ref": "K1"}, {"date": "2026-05-25", "amount": "790.50", "ref": "K2"},
]}  # fmt: skip
OLD_SMS = {
    "id": "oldsms", "name": "原方案的确认短信", "group": "communication", "proves": "原来的方案", "status": "attached",
    "pages": 1,
}  # fmt: skip
DAYS = ("2026-12-25", "2027-01-25", "2027-02-25", "2027-03-25", "2027-04-25", "2027-05-25")
ILL = {
    "cause": "illness", "since": "2027-06-03", "until": "2027-07-31", "statement": "因手术住院，医嘱休息两个月",
    "evidence": ["leave"], "income_before": "6200.00",
}  # fmt: skip
LEAVE = {"id": "leave", "name": "病假证明", "group": "hardship", "proves": "休养期限", "status": "attached", "pages": 1}
STEPS = {"from_instalment": 7, "method": "stepped", "steps": [{"periods": 2, "payment": "300.00"}, {"periods": 28}]}


def in_plan(paid: int = 6, **debt: Any) -> dict[str, Any]:
    """The plain case half a year into its plan of 36 × 600.00, with ``paid`` instalments on record."""
    case = plain()
    case["dated"] = case["finances"]["as_of"] = "2027-06-10"
    case["updates"] = [{"date": "2027-02", "statement": "入职新单位，收入比签约时增加", "evidence": ["flow"]}]
    case["choices"]["commitments"] = ["notify_changes", "pay_on_time", "report_difficulty", "supply_documents"]
    payments = [{"date": day, "amount": "600.00", "ref": f"PZ{place + 1}"} for place, day in enumerate(DAYS[:paid])]
    update(case["debts"][0], {"agreement": {**case["debts"][0]["agreement"], "confirmed": CONFIRMED}})
    update(case["debts"][0], {"payments": payments, **debt})
    return case


def changing(paid: int = 6, **debt: Any) -> dict[str, Any]:
    """The same, with an operation since and a change asked for."""
    case = in_plan(paid, **{"change": STEPS, **debt})
    case["hardship"].append({**ILL})
    case["evidence"].append({**LEAVE})
    return case


def again(case: dict[str, Any], *earlier: dict[str, Any]) -> dict[str, Any]:
    """The same, with the agreement as a second one that took the place of ``earlier``."""
    case["debts"][0]["agreement"] = {**case["debts"][0]["agreement"], "earlier": [*earlier, EARLIER]}
    case["evidence"].append({**OLD_SMS})
    return case


def performed() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "in-plan", in_plan()
    yield "in-plan-unrecorded", in_plan(4)
    short = [{"date": DAYS[0], "amount": "600.00"}, {"date": DAYS[1], "amount": "250.00", "ref": "0098"}]
    yield "missed", changing(0, payments=short, change={**STEPS, "arrears": {"pay_by": "2027-07-10"}})
    yield "missed-spread", changing(0, payments=short, change={**STEPS, "arrears": "spread"})
    yield "change", changing()
    yield "in-plan-again", again(in_plan())
    yield "agreed-again", again(plain(), {"date": "2025-09-01"})
    friend = {"creditor": CREDITORS["private"], "product": "借款", "account": "IOU-8"}
    yield "change-private", changing(**friend)
    yield "settled", in_plan(6, settled="2027-06-05")
    yield "settled-private", in_plan(6, settled="2027-06-05", **friend)
    security = [{"kind": "mortgage", "what": "自住房"}]
    loan = {"creditor": CREDITORS["bank_loan"], "product": "个人贷款", "account": "HT-8"}
    yield (
        "settled-secured",
        in_plan(
            6,
            settled="2027-06-05",
            contract={"signed": "2024-03-05", "amount": "30000.00", "security": security},
            parties=[{"name": "李敏", "role": "guarantor"}],
            **loan,
        ),
    )
