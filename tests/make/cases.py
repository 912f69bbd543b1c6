"""One plain case that every paper can be made of, and how a test changes a fact of it. All people are fictional."""

from __future__ import annotations

import copy
from typing import Any

CREDITORS: dict[str, dict[str, Any]] = {
    "bank_card": {"name": "示例银行股份有限公司信用卡中心", "kind": "bank_card", "department": "贷后管理部"},
    "bank_loan": {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"},
    "consumer_finance": {"name": "示例消费金融有限公司", "kind": "consumer_finance"},
    "microloan": {"name": "示例小额贷款有限公司", "kind": "microloan", "platform": "示例借款APP"},
    "transferee": {
        "name": "示例资产管理有限公司",
        "kind": "transferee",
        "transferred_from": {"name": "示例信托银行股份有限公司", "kind": "bank_card", "notice": "2026-10-10"},
    },
    "private": {"name": "赵国梁", "kind": "private", "salutation": "先生"},
    "auto_finance": {"name": "示例汽车金融有限公司", "kind": "auto_finance"},
    "trust": {"name": "示例信托有限公司", "kind": "trust"},
    "leasing": {"name": "示例融资租赁有限公司", "kind": "leasing"},
    "guarantor": {"name": "示例融资担保有限公司", "kind": "guarantor"},
    "insurer": {"name": "示例财产保险股份有限公司", "kind": "insurer"},
    "provident_fund": {"name": "示例市住房公积金管理中心", "kind": "provident_fund"},
    "pawnshop": {"name": "示例典当有限公司", "kind": "pawnshop"},
    "factoring": {"name": "示例商业保理有限公司", "kind": "factoring"},
    "company": {"name": "示例贸易有限公司", "kind": "company"},
}
PLAIN: dict[str, Any] = {
    "dated": "2026-11-21",
    "borrower": {
        "name": "顾清和",
        "id_number": "110101199001011237",
        "phone": "13800138000",
        "email": "gu@example.com",
        "address": "北京市东城区示例街道1号",
    },
    "choices": {"commitments": ["no_new_cards", "notify_changes"]},
    "hardship": [
        {
            "cause": "unemployment",
            "since": "2026-06-30",
            "statement": "所在门店停业后没有固定收入",
            "evidence": ["proof"],
        }
    ],
    "finances": {
        "as_of": "2026-11-20",
        "household_size": 2,
        "income": [
            {"name": "零工报酬", "amount": "5200.00", "note": "2026年9月至10月两个月平均", "evidence": ["flow"]}
        ],
        "essentials": [{"name": "房租", "amount": "1500.00"}, {"name": "伙食", "amount": "1300.00"}],
        "other_debts": [{"creditor": "示例住房公积金贷款", "monthly": "700.00"}],
        "assets": [{"name": "存款", "amount": "23000.00", "realisable": True}],
    },
    "evidence": [
        {
            "id": "idcard",
            "name": "居民身份证",
            "group": "identity",
            "proves": "申请人身份",
            "status": "attached",
            "pages": 1,
        },
        {
            "id": "proof",
            "name": "门店停业通知",
            "group": "hardship",
            "proves": "门店停业",
            "status": "attached",
            "pages": 1,
        },
        {"id": "flow", "name": "银行流水", "group": "income", "proves": "月均收入", "status": "attached", "pages": 4},
        {"id": "bill", "name": "欠款账单", "group": "debt", "proves": "欠款金额", "status": "attached", "pages": 2},
    ],
    "debts": [
        {
            "id": "one",
            "creditor": CREDITORS["bank_card"],
            "product": "信用卡",
            "account": "7716",
            "contract": {"signed": "2024-03-05", "annual_rate": "18%"},
            "due": "2026-09-10",
            "paid_on_time": 17,
            "evidence": ["bill"],
            "balance": {
                "as_of": "2026-11-20",
                "principal": "21600.00",
                "interest": "612.35",
                "penalty": "138.60",
                "fees": "0.00",
                "source": "2026年11月账单",
            },
            "proposal": {
                "method": "interest_free",
                "periods": 36,
                "first_due": "2026-12-25",
                "pay_day_reason": "报酬于每月20日到账",
                "alternative": {"periods": 30},
                "valid_until": "2026-12-31",
            },
            "contacts": [
                {
                    "at": "2026-11-16 09:40",
                    "direction": "outgoing",
                    "channel": "phone",
                    "agent": "工号2207",
                    "recording_consent": True,
                    "summary": "说明失业情况，提出分期偿还",
                    "reply": "同意按该方案登记",
                    "outcome": "accepted",
                    "promise": "五个工作日内短信确认",
                    "promise_due": "2026-11-23",
                }
            ],
            "agreement": {
                "reached": "2026-11-16",
                "terms": {"plan": True, "payment_account": "原账户"},
                "reply_by": "2026-12-10",
            },
        }
    ],
}


def plain() -> dict[str, Any]:
    """A fresh copy of the plain case."""
    return copy.deepcopy(PLAIN)


def with_debt(**changes: Any) -> dict[str, Any]:
    """The plain case with other fields of its debt; None takes a field away."""
    case = plain()
    update(case["debts"][0], changes)
    return case


def with_case(**changes: Any) -> dict[str, Any]:
    """The plain case with other fields at the top; None takes a field away."""
    case = plain()
    update(case, changes)
    return case


def update(target: dict[str, Any], changes: dict[str, Any]) -> None:
    """Put a copy of ``changes`` into ``target``; None takes a field away."""
    for name, value in copy.deepcopy(changes).items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = value
