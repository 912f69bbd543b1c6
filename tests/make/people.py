"""Cases with other people and things beside the borrower: whose income, who signs, who calls, what secures the debt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import PLAIN, plain, with_debt

PARTIES = [
    {"name": "李敏", "role": "co_borrower"},
    {"name": "王强", "role": "guarantor"},
    {"name": "孙立", "role": "payer", "consents": True},
]
CALLS = [
    {
        "at": "2026-11-15 10:00", "direction": "incoming", "channel": "phone", "contacted": "family",
        "organisation": "示例信息服务有限公司", "summary": "要求代为还款", "own_reply": "请其直接联系本人",
    },
    {"at": "2026-11-17", "direction": "incoming", "channel": "visit", "summary": "送达催收函", "outcome": "unclear"},
]  # fmt: skip


def people() -> Iterator[tuple[str, dict[str, Any]]]:
    creditor = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}
    collector = {"name": "示例信息服务有限公司", "since": "2026-09-10"}
    contract = {
        "number": "HT-2019-0506",
        "signed": "2024-03-05",
        "ends": "2026-05-20",
        "security": [{"what": "小型轿车一辆", "kind": "mortgage"}],
    }
    case = with_debt(creditor={**creditor, "collector": collector}, account="账户7716", contract=contract)
    case["debts"][0] |= {"parties": PARTIES, "contacts": CALLS}
    case["debts"][0].pop("agreement")
    case["debts"][0]["proposal"] = {**PLAIN["debts"][0]["proposal"], "payment_account": "原账户"}
    yield "people", case
    foreign = [{"currency": "USD", "amount": "120.35"}]
    balance = {**PLAIN["debts"][0]["balance"], "foreign": foreign}
    limit = {**PLAIN["debts"][0]["contract"], "credit_limit": "50000.00"}
    yield "foreign-currency", with_debt(balance=balance, contract=limit)
    yield (
        "called-in",
        with_debt(creditor=creditor, account="HT-8", contract={"accelerated": "2026-09-01"}, agreement=None),
    )
    household = plain()
    household["hardship"][0]["income_before"] = "10400.00"
    members = [{"relation": "配偶", "age": 36, "income": True}, {"relation": "女儿", "age": 8, "income": False}]
    income = [
        {"name": "工资", "amount": "3600.00", "evidence": ["flow"]},
        {"name": "配偶工资", "amount": "1600.00", "earner": "spouse"},
    ]
    household["finances"] |= {"household": members, "reserve": "150.00", "income": income}
    household["finances"].pop("household_size")
    yield "household", household
    supported = plain()
    supported["finances"] |= {"income": [], "support": [{"from": "父母", "amount": "1500.00"}]}
    yield "supported", supported
    harvest = {"method": "interest_free", "periods": 12, "every": "quarter", "first_due": "2027-02-25"}
    yield "by-the-quarter", with_debt(creditor=creditor, account="HT-8", proposal=harvest, agreement=None)
