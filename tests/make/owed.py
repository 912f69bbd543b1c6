"""Variants of what is owed: to whom, how much, how old. Each yields its name and the case."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from tests.make.cases import CREDITORS, PLAIN, plain, update, with_case, with_debt
from tests.make.proposals import PLANS, plan


def _balance(**changes: Any) -> dict[str, Any]:
    balance = copy.deepcopy(PLAIN["debts"][0]["balance"])
    update(balance, changes)
    return balance


def creditors() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, creditor in CREDITORS.items():
        account = {"bank_card": "7716", "transferee": "7716", "private": "2024年3月5日借条"}.get(kind, "HT20240305-88")
        lenders = dict.fromkeys(("bank_loan", "consumer_finance", "microloan"), "个人消费贷款")
        product = {"bank_card": "信用卡", "transferee": "信用卡", "private": "借款", **lenders}.get(kind)
        yield f"creditor-{kind}", with_debt(creditor=creditor, account=account, product=product)


def amounts() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "disputed", with_debt(balance=_balance(disputed=True))
    yield "partly-disputed", with_debt(balance=_balance(disputed=["penalty"]))
    yield "amount-unknown", with_debt(balance=None, proposal=None, agreement=None)
    yield "principal-only", with_debt(balance=_balance(interest=None, penalty=None, fees=None))
    yield "part-not-due", with_debt(balance=_balance(past_due="1800.00"))
    yield "not-yet-due", with_debt(due="2026-12-20")
    yield "no-proposal", with_debt(proposal=None, agreement=None)
    broke = plain()
    broke["finances"]["income"][0]["amount"] = "3100.00"
    yield "nothing-left", broke
    none = plain()
    none["finances"]["income"] = []
    yield "no-income", none


def corners() -> Iterator[tuple[str, dict[str, Any]]]:
    old = with_debt(
        due="2023-01-10", paid_on_time=None, limitation_risk_accepted=True, contract={"signed": "2022-03-05"}
    )
    old["hardship"][0]["since"] = "2022-12-01"
    yield "time-barred", old
    loan = {**CREDITORS["transferee"], "transferred_from": {"name": "示例消费金融有限公司", "kind": "consumer_finance"}}
    loan["transferred_from"]["notice"] = "2026-10-10"
    platform = {"name": "示例借款信息平台有限公司", "kind": "platform"}
    yield "unknown-lender", with_debt(creditor=platform, product="贷款", account="DD20260901-7")
    dear = {"signed": "2026-09-01", "annual_rate": "18%", "amount": "22000.00", "received": "21000.00"}
    charged = [
        {"kind": "fees", "name": "服务费", "amount": "300.00", "period": "2026年10月", "payee": "示例担保有限公司"}
    ]
    told = {**_balance(fees="300.00", disputed=["fees"]), "charges": charged}
    lender = {"name": "示例消费金融有限公司", "kind": "consumer_finance"}
    yield "service-fee", with_debt(creditor=lender, product="贷款", account="XF-7", contract=dear, balance=told)
    yield from asking()
    yield "transferred-loan", with_debt(creditor=loan, product="消费贷款", account="XF20240305-88")
    lump = with_debt(proposal=plan(**PLANS["bullet"]), agreement=None)
    lump["finances"]["income"] = []
    yield "lump-without-income", lump
    terms = {
        "method": "equal_payment",
        "annual_rate": "6%",
        "periods": 24,
        "holiday_shift": "next",
        "pause_charges": False,
    }
    yield "holidays", with_debt(proposal=plan(**terms, first_due="2027-01-30", remaining_charges="last_instalment"))
    odd = {
        "method": "interest_free",
        "periods": 35,
        "remainder": "first",
        "waive": {"interest": "112.35"},
        "other": ["允许提前结清", "减少催收电话"],
    }
    yield "odd-fen-first", with_debt(proposal=plan(**odd, alternative={"periods": 34}))
    yield (
        "translated",
        with_case(
            measures=["已退租车位"],
            english={
                "顾清和": "Gu Qinghe",
                "示例银行股份有限公司信用卡中心": "Credit Card Centre, Example Bank Co., Ltd.",
                "所在门店停业后没有固定收入": "the shop I worked in closed and I have had no regular income since",
                "门店停业通知": "notice of closure of the shop",
                "银行流水": "bank statement",
                "2026年11月账单": "the statement of November 2026",
                "说明失业情况，提出分期偿还": "explained that I had lost my work and proposed instalments",
                "报酬于每月20日到账": "my pay arrives on the 20th",
                "已退租车位": "given up the rented parking space",
            },
        ),
    )


def asking() -> Iterator[tuple[str, dict[str, Any]]]:
    """Requests about charges, days and ways of contact."""
    listed = [
        {"kind": "interest", "amount": "612.35", "period": "2026年9月11日至11月20日"},
        {"kind": "penalty", "amount": "69.30", "period": "2026年10月账单", "clause": "第十五条"},
        {"kind": "penalty", "amount": "69.30", "period": "2026年11月账单", "clause": "第十五条"},
    ]
    clause = {"ref": "第十五条", "text": "未还最低还款额的，按未还部分的5%支付违约金"}
    told = {"balance": {**_balance(), "charges": listed}, "contract": {"signed": "2024-03-05", "clauses": [clause]}}
    yield (
        "waiver",
        with_debt(**told, proposal={**PLAIN["debts"][0]["proposal"], "waive": {"penalty": "138.60"}}, agreement=None),
    )
    lender = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}
    terms = {
        "signed": "2026-03-20", "amount": "60000.00", "annual_rate": "18%", "method": "equal_payment", "periods": 36,
        "first_due": "2026-04-20",
    }  # fmt: skip
    loan = {"creditor": lender, "product": "个人消费贷款", "account": "HT-8", "contract": terms, "due": "2026-12-20"}
    loan |= {"proposal": None, "agreement": None, "contacts": None}
    put_off = {"instalment": 9, "from": "2026-12-20", "to": "2027-01-20", "evidence": ["flow"]}
    put_off["reason"] = "新入职单位首月工资于2027年1月15日发放"
    yield "deferral", with_debt(**loan, deferral=put_off)
    rest = {
        "holiday": {"from": "2027-01", "to": "2027-03"},
        "reason": "正在接受治疗，预计三个月后恢复工作",
        "evidence": [],
    }
    yield "payment-holiday", with_debt(**loan, deferral=rest)
    contacted = with_debt()
    contacted["borrower"] |= {"contact_by": ["email", "sms"], "contact_times": "工作日18时至20时"}
    call = {"at": "2026-11-17 21:10", "direction": "incoming", "channel": "phone", "contacted": "employer"}
    contacted["debts"][0]["contacts"] = [*contacted["debts"][0]["contacts"], {**call, "summary": "询问本人去向"}]
    yield "contacted-others", contacted
