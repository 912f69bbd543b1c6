"""Cases of several lenders, and of a credit record in dispute. Each yields its name and the case."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from tests.make.cases import CREDITORS, PLAIN, plain, with_debt
from tests.make.performed import in_plan

DISPUTE = {
    "item": "2026年3月还款状态", "report": "2026111500012345", "queried": "2026-11-15", "shown": "2026年3月逾期",
    "actual": "该期款项已于2026年3月18日足额偿还", "evidence": ["bill"],
}  # fmt: skip
LOAN = {"signed": "2024-03-05", "paid_out": "2024-03-06", "amount": "30000.00", "payment": "1100.00"}


def lenders(*kinds: str, **facts: Any) -> dict[str, Any]:
    """The plain card beside one debt of 9,000.00 元 for each of ``kinds``."""
    case: Any = plain()
    case["debts"][0] |= {"proposal": {**PLAIN["debts"][0]["proposal"], "periods": 60, "alternative": None}}
    case["debts"][0]["proposal"].pop("alternative")
    for place, kind in enumerate(kinds):
        other = copy.deepcopy(PLAIN["debts"][0])
        for name in ("agreement", "contacts", "evidence", "proposal"):
            other.pop(name)
        other |= {"id": f"other{place}", "creditor": CREDITORS[kind], "account": f"HT-9{place}", "contract": LOAN}
        other["balance"] = {"as_of": "2026-11-18", "principal": "9000.00", "source": "2026年11月账单"}
        case["debts"].append({**other, **facts})
    return case


def beside_a_plan(**facts: Any) -> dict[str, Any]:
    """Half a year into the plan of 36 × 600.00 for the card, with 9,000.00 元 at another lender and no plan for it."""
    case = in_plan()
    return {**case, "debts": [case["debts"][0], {**lenders("microloan", contract={})["debts"][1], **facts}]}


def several() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "two-lenders", lenders("microloan")
    friend = lenders("consumer_finance", "microloan")
    friend["debts"][0] |= {"creditor": CREDITORS["private"], "account": "2024年3月5日借条", "product": "借款"}
    yield "three-with-a-friend", friend
    unknown = lenders("microloan")
    unknown["debts"][1].pop("balance")
    yield "other-unknown", unknown
    small = lenders("microloan")
    small["debts"][1]["balance"]["principal"] = "60.00"
    yield "other-small", small
    yield "one-in-plan-beside", beside_a_plan()
    broke = lenders("microloan")
    broke["finances"]["income"][0]["amount"] = "3100.00"
    yield "two-with-nothing-left", broke
    yield "record-in-dispute", with_debt(dispute=DISPUTE, contract={"opened": "2024-03-05", "credit_limit": "30000.00"})
    loan = {"creditor": CREDITORS["bank_loan"], "account": "HT-8", "product": "个人消费贷款", "contract": LOAN}
    centre = {**DISPUTE, "addressee": "centre", "evidence": [], "report": None}
    yield "record-at-the-centre", with_debt(**loan, dispute=centre)
