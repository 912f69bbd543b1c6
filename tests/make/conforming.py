"""A case for each form and rule that the papers answer, stating everything it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.make import sued
from tests.make.cases import CREDITORS, PLAIN, plain, with_debt
from tests.make.escalated import HANDED_IN, OUTSIDE, REFUSED
from tests.make.several import DISPUTE, LOAN
from tests.make.variants import variants

_ZHOU = Path(__file__).parents[2] / "examples/zhou.yaml"
_LENT = {"creditor": CREDITORS["bank_loan"], "account": "HT-8", "product": "个人消费贷款", "contract": LOAN}
_DEAR = [
    {"kind": "interest", "amount": "1612.35", "from": "2026-09-11", "to": "2026-11-20"},
    {"kind": "penalty", "amount": "138.60", "from": "2026-09-11", "to": "2026-11-20"},
]
_ASSETS = [
    {
        "name": "汽车", "class": "movable", "amount": "30000.00", "basis": "二手车平台报价", "burden": "已抵押",
        "co_owner": "李敏", "holder": "李敏", "location": "北京市",
    },
    {"name": "存款", "class": "deposit", "amount": "1200.50", "basis": "银行余额", "realisable": True},
    {"name": "老家房屋一间", "class": "real_estate", "amount": "80000.00", "basis": "本人估计", "co_owner": "李敏"},
    {"name": "对朋友的借款", "class": "rights", "amount": "500.00", "basis": "借条"},
    {"name": "手机一部", "class": "other", "amount": "800.00", "basis": "二手报价"},
]  # fmt: skip


def conforming() -> Mapping[str, dict[str, Any]]:
    """Form → case, anew at each call."""
    known = variants()
    return {
        "dispute_card": _with_postcode(known["record-in-dispute"]),
        "dispute_loan": with_debt(**_LENT, dispute=DISPUTE),
        "dispute_right": known["record-in-dispute"],
        "complaint": _complaint(),
        **dict.fromkeys(("card_plan", "card_checklist", "amount_words", "letter"), _zhou()),
        **dict.fromkeys(("written_form", "clear_terms"), known["every-term"]),
        **dict.fromkeys(("change", "change_agreed"), known["change"]),
        "extension": known["deferral"],
        "information": with_debt(**_LENT, documents_wanted=["contract", "breakdown", "payments"]),
        "cost_table": with_debt(**_LENT | {"contract": {**LOAN, "signed": "2026-08-03"}}),
        "transfer": known["transferred-loan"],
        **dict.fromkeys(("after_settlement", "record_after_settlement"), known["settled"]),
        **dict.fromkeys(("electronic_records", "call_times"), known["calls-bank_card"]),
        **dict.fromkeys(("third_persons", "information_sharing"), _reachable()),
        "charges_over_24": _dear(),
        "card_charges": known["waiver"],
        "property": _propertied(),
        **dict.fromkeys(("answer_parties", "answer_card"), _answered(sued.card_over_claimed())),
        "answer_loan": _answered(sued.online_loan()),
        "answer_private": _answered(sued.private_loan()),
        "order_objection": sued.payment_order(),
        "property_report": sued.enforced(),
    }


def _zhou() -> dict[str, Any]:
    """The card of the first example, with a request of its own and every term said."""
    case: dict[str, Any] = yaml.load(_ZHOU.read_text(encoding="utf-8"), yaml.BaseLoader)
    (debt,) = case["debts"]
    debt["proposal"]["other"] = ["允许提前结清且不另收费用"]
    debt["agreement"]["terms"] |= {"waive": {"penalty": "1260.00"}, "breach": "连续两期未还的，恢复原合同约定"}
    debt["agreement"].pop("unclear")
    return case


def _with_postcode(case: dict[str, Any]) -> dict[str, Any]:
    return {**case, "borrower": {**PLAIN["borrower"], "postcode": "100010"}}


def _complaint() -> dict[str, Any]:
    complained = {**REFUSED, "level": "consumer_protection"}
    step = {"level": "head_office", "addressee": OUTSIDE["head_office"]}
    handed_in = {**HANDED_IN, "agent": "工号1101", "reply": "转交处理", "outcome": "unclear"}
    return with_debt(contacts=[handed_in, complained], escalation=step, agreement=None)


def _reachable() -> dict[str, Any]:
    case = plain()
    case["borrower"] |= {"contact_by": ["phone", "email"], "contact_times": "工作日18时至20时"}
    return case


def _dear() -> dict[str, Any]:
    case: Any = variants()["waiver"]
    case["debts"][0]["balance"] |= {"interest": "1612.35", "charges": _DEAR}
    return case


def _propertied() -> dict[str, Any]:
    case = plain()
    spent = {"date": "2026-06", "kind": "expense", "what": "为治疗支出医药费", "amount": "3200.00", "evidence": []}
    case["finances"] |= {"assets": _ASSETS, "changes": [spent]}
    return case


def _answered(case: dict[str, Any]) -> dict[str, Any]:
    suit = case["debts"][0]["litigation"]
    suit["claims"][0] = {**suit["claims"][0], "evidence": ["bill"]}
    suit |= {"basis": "合同第八条", "mediation_benefits": True}
    return case
