"""Cases after a refusal: a better plan, new circumstances, a settlement, mediation; and what follows a complaint."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import CREDITORS, with_debt

REFUSED = {
    "at": "2026-11-12 10:00", "direction": "outgoing", "channel": "phone", "agent": "工号2207", "ref": "YW20261112",
    "summary": "提出分48期偿还", "offered": {"periods": 48}, "reply": "期限过长，不能办理", "outcome": "refused",
}  # fmt: skip
UPDATE = {"date": "2026-11-18", "statement": "入职示例物流有限公司", "evidence": ["flow"]}


def again() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "refused-better", with_debt(contacts=[REFUSED], agreement=None)
    changed = {**with_debt(contacts=[{**REFUSED, "offered": None}], agreement=None), "updates": [UPDATE]}
    yield "refused-changed", changed
    friend = {**REFUSED, "channel": "wechat", "agent": None, "ref": None, "reply": None}
    lent = {"creditor": CREDITORS["private"], "account": "2024年3月5日借条", "product": "借款"}
    yield "refused-friend", with_debt(**lent, contacts=[friend], agreement=None)
    once = {"settlement": {"pay_by": "2026-12-31"}, "waive": {"penalty": "138.60", "interest": "612.35"}}
    instalments = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25"}
    yield "refused-settles", with_debt(contacts=[{**REFUSED, "offered": instalments}], proposal=once, agreement=None)
    body = {"level": "mediation", "addressee": "示例市金融纠纷调解中心"}
    yield "mediated", with_debt(contacts=[REFUSED], agreement=None, escalation=body)
    yield "mediated-friend", with_debt(**lent, contacts=[friend], agreement=None, escalation=body)
    whole = {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款"}
    guaranteed = [{"name": "李敏", "role": "guarantor"}]
    yield "settled-whole", with_debt(contacts=None, agreement=None, proposal=whole, parties=guaranteed)
    part = {**whole, "waive": {"principal": "3000.00", "penalty": "138.60", "interest": "612.35"}}
    yield "settled-friend", with_debt(**lent, contacts=None, agreement=None, proposal=part)


AGENT = {
    "name": "顾清宁", "kind": "relative", "id_number": "110101199203054825", "phone": "13900139000",
    "matters": "代为提交材料、查询办理情况", "until": "2027-05-31",
}  # fmt: skip
LAWYER = {
    "name": "张文", "kind": "lawyer", "organisation": "示例律师事务所", "powers": "special",
    "special_powers": ["代为达成还款安排", "代为签收文书"], "matters": "代为协商还款", "until": "2027-05-31",
}  # fmt: skip
COMPLAINT = {
    "at": "2026-10-20 10:00", "direction": "outgoing", "channel": "letter", "level": "consumer_protection",
    "ref": "TS20261020", "summary": "投诉还款申请未获答复", "reply": "已受理", "outcome": "pending",
    "promise": "十五日内书面答复", "promise_kept": True,
}  # fmt: skip


def appointed() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, agent in (("agent-relative", AGENT), ("agent-lawyer", LAWYER)):
        case = with_debt()
        case["borrower"]["agent"] = agent
        yield name, case
    talks = [COMPLAINT, *with_debt()["debts"][0]["contacts"]]
    confirmed = {"date": "2026-11-19", "channel": "sms", "ref": "0312"}
    agreement = {"reached": "2026-11-16", "terms": {"plan": True}, "confirmed": confirmed}
    yield "complaint-solved", with_debt(contacts=talks, agreement=agreement)
    outside = {**COMPLAINT, "level": "regulator", "organisation": "国家金融监督管理总局示例监管局"}
    yield "complaint-solved-above", with_debt(contacts=[outside, *talks[1:]], agreement=agreement)


RECORD = {
    "addressee": "lender", "item": "2026年3月还款状态", "report": "2026111500012345", "queried": "2026-11-15",
    "shown": "2026年3月逾期", "actual": "该期款项已于2026年3月18日足额偿还", "evidence": ["bill"],
    "branch": "中国人民银行示例省分行",
}  # fmt: skip
MADE = {
    "at": "2026-10-20 10:00", "direction": "outgoing", "channel": "letter", "ref": "YY20261020",
    "summary": "提交征信异议申请", "sent": ["credit_dispute"], "outcome": "pending",
}  # fmt: skip
DENIED = {
    "at": "2026-11-05 10:00", "direction": "incoming", "channel": "letter", "outcome": "refused",
    "summary": "经核查记录无误，不予更正",
}  # fmt: skip


def recorded() -> Iterator[tuple[str, dict[str, Any]]]:
    true = {"kind": "statement", "report": "2026111500012345", "queried": "2026-11-15", "shown": "2026年9月逾期"}
    yield "record-true", with_debt(dispute=true)
    told = {**true, "actual": "当月因住院没有按时还款", "addressee": "centre", "evidence": ["bill"]}
    yield "record-true-centre", with_debt(dispute=told, settled="2026-11-10", agreement=None)
    yield "objection-late", with_debt(dispute=RECORD, contacts=[MADE], agreement=None)
    yield "objection-denied", with_debt(dispute=RECORD, contacts=[MADE, DENIED], agreement=None)
    centre = {**RECORD, "addressee": "centre"}
    yield "objection-centre", with_debt(dispute=centre, contacts=[MADE], agreement=None)


def bound() -> Iterator[tuple[str, dict[str, Any]]]:
    full = {
        "plan": True, "payment_account": "赵国梁名下尾号3008的账户", "pause_charges": True,
        "waive": {"interest": "612.35", "penalty": "138.60"}, "early_settlement": "可提前结清，不另收费用",
        "breach": "连续两期未还的恢复原约定",
    }  # fmt: skip
    lent = {"creditor": CREDITORS["private"], "account": "2024年3月5日借条", "product": "借款"}
    settled = {"reached": "2026-11-16", "terms": full, "unclear": []}
    yield "agreed-with-a-friend", with_debt(**lent, agreement=settled)
