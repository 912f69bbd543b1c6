"""Cases for every variant of the four papers, built from one plain case by what differs. All people are fictional."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import negotiation_docs as nd

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
}
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
CAUSES = (
    "unemployment", "reduced_income", "illness", "family_event", "family_burden", "accident", "disaster",
    "business_failure", "poor_planning", "oversight",
)  # fmt: skip

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
    _update(case["debts"][0], changes)
    return case


def with_case(**changes: Any) -> dict[str, Any]:
    """The plain case with other fields at the top; None takes a field away."""
    case = plain()
    _update(case, changes)
    return case


def _update(target: dict[str, Any], changes: dict[str, Any]) -> None:
    for name, value in changes.items():
        if value is None:
            target.pop(name, None)
        else:
            target[name] = value


def _balance(**changes: Any) -> dict[str, Any]:
    balance = copy.deepcopy(PLAIN["debts"][0]["balance"])
    _update(balance, changes)
    return balance


def _plan(**changes: Any) -> dict[str, Any]:
    if "settlement" in changes:
        return changes
    base = {"first_due": "2026-12-25", "pay_day_reason": "报酬于每月20日到账"}
    return {**base, **changes}


def _creditors() -> Iterator[tuple[str, dict[str, Any]]]:
    for kind, creditor in CREDITORS.items():
        account = {"bank_card": "7716", "transferee": "7716", "private": "2024年3月5日借条"}.get(kind, "HT20240305-88")
        product = {"bank_card": "信用卡", "transferee": "信用卡", "private": "借款"}.get(kind, "个人消费贷款")
        yield f"creditor-{kind}", with_debt(creditor=creditor, account=account, product=product)


def _causes() -> Iterator[tuple[str, dict[str, Any]]]:
    for cause in CAUSES:
        bare = {"cause": cause, "since": "2026-06-30", "evidence": []}
        yield f"cause-{cause}", with_case(hardship=[bare])
    told = {"cause": "illness", "since": "2026-07-01", "until": "2027-02-01", "statement": "因病治疗并休养"}
    yield "illness-told", with_case(hardship=[{**told, "medical_detail": "急性阑尾炎", "evidence": ["proof"]}])
    yield "illness-kept-back", with_case(hardship=[{**told, "evidence": ["proof"]}])
    mixed = [{"cause": "poor_planning", "statement": "对分期支出估计不足", "evidence": []}, PLAIN["hardship"][0]]
    yield "mixed-causes", with_case(hardship=mixed)
    several = [PLAIN["hardship"][0], {**told, "evidence": []}, {"cause": "family_burden", "evidence": ["proof"]}]
    yield "several-causes", with_case(hardship=several)
    paragraphs = {
        "cause": "accident",
        "since": "2026-06-30",
        "statement": "骑行时摔伤\n休养期间由家人照料",
        "evidence": [],
    }
    yield "two-paragraphs", with_case(hardship=[paragraphs])


def _evidence() -> Iterator[tuple[str, dict[str, Any]]]:
    states = {
        "attached": {"status": "attached"},
        "pending": {"status": "pending", "due": "2026-12-05"},
        "unavailable": {"status": "unavailable", "reason": "门店已注销"},
    }
    for name, state in states.items():
        case = plain()
        for item in case["evidence"][1:]:
            item.pop("status")
            item.update(state)
        yield f"evidence-{name}", case
    case = with_case(evidence=None)
    case["hardship"][0]["evidence"] = []
    case["finances"]["income"][0].pop("evidence")
    case["debts"][0].pop("evidence")
    yield "evidence-none", case


def _amounts() -> Iterator[tuple[str, dict[str, Any]]]:
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


def _manner() -> Iterator[tuple[str, dict[str, Any]]]:
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


def _talks() -> Iterator[tuple[str, dict[str, Any]]]:
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


def _corners() -> Iterator[tuple[str, dict[str, Any]]]:
    old = with_debt(
        due="2023-01-10", paid_on_time=None, limitation_risk_accepted=True, contract={"signed": "2022-03-05"}
    )
    old["hardship"][0]["since"] = "2022-12-01"
    yield "time-barred", old
    loan = {**CREDITORS["transferee"], "transferred_from": {"name": "示例消费金融有限公司", "kind": "consumer_finance"}}
    loan["transferred_from"]["notice"] = "2026-10-10"
    yield "transferred-loan", with_debt(creditor=loan, product="消费贷款", account="XF20240305-88")
    lump = with_debt(proposal=_plan(**PLANS["bullet"]), agreement=None)
    lump["finances"]["income"] = []
    yield "lump-without-income", lump
    terms = {
        "method": "equal_payment",
        "annual_rate": "6%",
        "periods": 24,
        "holiday_shift": "next",
        "pause_charges": False,
    }
    yield "holidays", with_debt(proposal=_plan(**terms, first_due="2027-01-30", remaining_charges="last_instalment"))
    odd = {
        "method": "interest_free",
        "periods": 35,
        "remainder": "first",
        "waive": {"interest": "112.35"},
        "other": ["允许提前结清", "减少催收电话"],
    }
    yield "odd-fen-first", with_debt(proposal=_plan(**odd, alternative={"periods": 34}))
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


def variants() -> dict[str, dict[str, Any]]:
    """Name → case dict, for every variant that the four papers know."""
    found: dict[str, dict[str, Any]] = {}
    for source in (_creditors(), _causes(), _evidence(), _amounts(), _manner(), _talks(), _corners()):
        found.update(source)
    for name, plan in PLANS.items():
        found[f"plan-{name}"] = with_debt(proposal=_plan(**plan))
    return found


def three_lenders() -> nd.Case:
    """One borrower, three creditors, each with a plan and evidence of its own."""
    case = plain()
    base = case["debts"][0]
    second = copy.deepcopy(base) | {"id": "two", "creditor": CREDITORS["consumer_finance"], "account": "XF-2024-61"}
    third = copy.deepcopy(base) | {"id": "three", "creditor": CREDITORS["private"], "account": "2025年5月6日借条"}
    for debt, principal, periods in ((base, "21600.00", 60), (second, "9000.00", 60), (third, "3000.00", 60)):
        debt["balance"]["principal"] = principal
        debt["proposal"] = _plan(method="interest_free", periods=periods)
    second["evidence"], third["evidence"] = ["second_bill"], ["iou"]
    case["evidence"] += [
        {"id": "second_bill", "name": "消费分期账单", "group": "debt", "status": "attached", "pages": 1},
        {"id": "iou", "name": "借条照片", "group": "debt", "form": "screenshot", "status": "attached", "pages": 1},
    ]
    case["debts"] = [base, second, third]
    return nd.load(case)
