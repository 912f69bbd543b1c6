"""Cases in which talks led nowhere, or much was said: calls in the night, many of a day, papers handed in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import CREDITORS, with_debt

HANDED_IN = {
    "at": "2026-11-05 15:30", "direction": "outgoing", "channel": "email", "summary": "寄出方案和证明材料",
    "sent": ["hardship_letter", "还款计划"], "ref": "YW20261105",
}  # fmt: skip
CALLS = [
    {
        "at": f"2026-11-10 {hour}", "direction": "incoming", "channel": "phone", "summary": "要求还款",
        "organisation": "示例信息服务有限公司", "agent": "工号88",
    }
    for hour in ("07:20", "09:05", "10:10", "11:15", "13:40", "15:55", "22:30")
]  # fmt: skip
REFUSED = {
    "at": "2026-11-12 10:00", "direction": "outgoing", "channel": "phone", "agent": "工号2207", "ref": "YW20261112",
    "summary": "询问方案的办理情况", "reply": "没有权限办理", "outcome": "refused", "attachments": ["rec_20261112.m4a"],
    "seals": [{"file": "rec_20261112.m4a", "sha256": "9f86d081884c7d65" * 4, "taken": "2026-11-12"}],
}  # fmt: skip
OUTSIDE = {
    "head_office": "示例银行股份有限公司总行", "mediation": "示例市金融纠纷调解中心",
    "regulator": "国家金融监督管理总局示例监管局",
}  # fmt: skip


def escalated() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "handed-in", with_debt(contacts=[HANDED_IN], agreement=None)
    for kind in ("bank_card", "bank_loan", "microloan"):
        contacts = [*CALLS, HANDED_IN, REFUSED]
        yield f"calls-{kind}", with_debt(creditor=CREDITORS[kind], account="HT8821", contacts=contacts, agreement=None)
    complained = {**REFUSED, "level": "consumer_protection"}
    for level, addressee in OUTSIDE.items():
        contacts, step = [HANDED_IN, complained], {"level": level, "addressee": addressee}
        yield f"step-{level}", with_debt(contacts=contacts, escalation=step, agreement=None)
    supervised = {**REFUSED, "level": "supervisor"}
    yield "step-up", with_debt(contacts=[HANDED_IN, supervised], agreement=None)
    friend = {
        "at": "2026-11-12",
        "direction": "outgoing",
        "channel": "wechat",
        "summary": "商量分期",
        "outcome": "refused",
    }
    yield (
        "step-private",
        with_debt(
            creditor=CREDITORS["private"], account="2024年3月5日借条", product="借款", contacts=[friend],
            agreement=None, escalation={"addressee": OUTSIDE["mediation"]},
        ),
    )  # fmt: skip
