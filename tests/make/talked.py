"""Variants of manner and of what was said in talks with the creditor. Each yields its name and the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import PLAIN, with_case, with_debt


def manner() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "no-apology", with_case(choices={"apology": False, "commitments": ["no_new_cards"]})
    every = ["no_new_cards", "no_new_borrowing", "notify_changes", "supply_documents", "keep_paying", "reachable"]
    yield "every-commitment", with_case(choices={"commitments": every})
    yield "with-measures", with_case(measures=["已退租车位", "申请失业保险金"])
    yield "no-contacts", with_debt(contacts=None, agreement=None)
    contact = PLAIN["debts"][0]["contacts"][0]
    for outcome in ("refused", "unclear"):
        yield f"talk-{outcome}", with_debt(contacts=[{**contact, "outcome": outcome}])
    incoming = {**contact, "direction": "incoming", "channel": "online", "recording_consent": None}
    yield "talk-incoming", with_debt(contacts=[incoming])
    terms = {
        "plan": "alternative", "pause_charges": True, "waive": {"penalty": "138.60"}, "pause_collection": True,
        "credit_reporting": "不再新增逾期记录", "early_settlement": "可提前结清", "breach": "连续两期未还的恢复原约定",
        "other": ["每期还款后发送短信"],
    }  # fmt: skip
    yield (
        "every-term",
        with_debt(agreement={"reached": "2026-11-16", "terms": terms, "unclear": ["payment_account", "能否改期"]}),
    )
    partial = {"reached": "2026-11-16", "terms": {"plan": {"periods": 48}}}
    yield "agreed-otherwise", with_debt(agreement=partial)
    rated = {"plan": {"method": "equal_payment", "annual_rate": "4.8%", "periods": 48}}
    paused = {"reached": "2026-11-16", "terms": {**rated, "pause_charges": True}}
    yield "agreed-rate-paused", with_debt(agreement=paused)
    yield "agreed-rate-unclear", with_debt(agreement={**paused, "terms": rated, "unclear": ["pause_charges"]})
    yield "revealed", with_case(choices={"reveal": ["id_number", "other_creditors"], "commitments": ["no_new_cards"]})


def talks() -> Iterator[tuple[str, dict[str, Any]]]:
    contact = PLAIN["debts"][0]["contacts"][0]
    said = {"agent": "工号2207", "level": "supervisor", "ref": "YW20261116", "number": "4000000000"}
    promised = {"own_promise": "补交门店停业通知", "own_promise_due": "2026-11-25"}
    for place, channel in enumerate(("sms", "email", "app", "in_person", "letter", "social")):
        direction = ("outgoing", "incoming")[place % 2]
        held = {**contact, **said, **promised, "channel": channel, "direction": direction, "recording_consent": None}
        early = {"at": "2026-10-09 10:05", "direction": "outgoing", "channel": channel, "summary": "说明收入情况"}
        yield f"talk-{channel}", with_debt(contacts=[early, held])
    silent = {
        name: value for name, value in contact.items() if name not in ("reply", "outcome", "promise", "promise_due")
    }
    yield "talk-unanswered", with_debt(contacts=[silent])
    bare = {
        "at": "2026-11-16",
        "direction": "outgoing",
        "channel": "phone",
        "summary": "提出分期",
        "outcome": "accepted",
    }
    yield "talk-bare", with_debt(contacts=[bare], agreement={"reached": "2026-11-16", "terms": {"plan": True}})
