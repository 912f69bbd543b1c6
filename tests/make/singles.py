"""Facts of a case file one by one: the words each leaves in a paper, and what of the file states it. Fictional."""

from __future__ import annotations

from typing import Any

from tests.make.cases import CREDITORS

Single = tuple[str, dict[str, Any]]


def _plan(**fields: Any) -> dict[str, Any]:
    return {"one": {"proposal": fields}}


def _owed(**fields: Any) -> dict[str, Any]:
    return {"one": {"balance": fields}}


def _talk(at: str, **fields: Any) -> dict[str, Any]:
    return {"one": {"contacts": [{"at": at, "direction": "outgoing", "channel": "phone", **fields}]}}


def _agreed(terms: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
    talk = _talk("2026-11-19 16:00", summary="再次提出分期", reply="同意按该方案办理", outcome="accepted")
    talk["one"]["agreement"] = {"reached": "2026-11-19 16:00", "terms": {"plan": True, **(terms or {})}, **fields}
    return talk


def _confirmed(**fields: Any) -> dict[str, Any]:
    return _agreed(confirmed={"date": "2026-11-20", "channel": "sms", "ref": "QR-5519", **fields})


def _since(at: str, **talk: Any) -> dict[str, Any]:
    """A talk after the plan was confirmed in writing."""
    confirmed = _confirmed()
    confirmed["one"]["contacts"].append({"at": at, "direction": "incoming", "channel": "phone", **talk})
    return confirmed


def _means(part: str, **entry: Any) -> dict[str, Any]:
    return {"finances": {part: [entry]}}


def _party(role: str, name: str) -> dict[str, Any]:
    return {"one": {"parties": [{"name": name, "role": role, "consents": True}]}}


def _proof(**fields: Any) -> dict[str, Any]:
    item = {"id": "second", "name": "停业后求职登记表", "group": "hardship", "proves": "求职经过", **fields}
    return {"evidence": [item], "hardship": [{"cause": "family_burden", "since": "2026-08", "evidence": ["second"]}]}


PLAN: dict[str, Single] = {
    "settlement": (
        "2026年12月28日",
        _plan(settlement={"pay_by": "2026-12-28"}, waive={"penalty": "138.60"}, funds="出售旧车所得"),
    ),
    "no alternative": ("", _plan(alternative=None)),
    "another alternative": ("2027年1月15日", _plan(alternative={"periods": 30, "first_due": "2027-01-15"})),
    "settled instead": (
        "2027年2月26日",
        _plan(alternative={"settlement": {"pay_by": "2027-02-26"}, "funds": "出售旧车所得"}),
    ),
    "down payment": ("611.17", _plan(down_payment={"amount": "611.17", "date": "2026-12-09"})),
    "penalty waived": ("138.60", _plan(waive={"penalty": "138.60"})),
    "interest waived": ("212.35", _plan(waive={"interest": "212.35"})),
    "pause": ("", _plan(pause_charges=True)),
    "no pause": ("", _plan(pause_charges=False)),
    "account to pay": ("尾号5573的账户", _plan(payment_account="尾号5573的账户")),
    "another request": ("提前结清不另收费用", _plan(other=["提前结清不另收费用"])),
    "pay day reason": ("门店尾款每月20日结", _plan(pay_day_reason="门店尾款每月20日结")),
    "valid until": ("2026年12月19日", _plan(valid_until="2026-12-19")),
    "rate": ("", _plan(method="equal_payment", annual_rate="4.35%")),
    "stepped": (
        "",
        _plan(method="stepped", periods=None, steps=[{"periods": 12, "payment": "433.19"}, {"periods": 24}]),
    ),
    "quarterly": ("", _plan(every="quarter", periods=12)),
    "charges last": ("", _plan(remaining_charges="last_instalment")),
    "charges spread": ("", _plan(remaining_charges="spread")),
    "funds": ("", _plan(funds="每月零工报酬")),
    "moved by holidays": ("", _plan(holiday_shift="next")),
    "deferral": (
        "新工作首月工资次月到账",
        {"one": {"deferral": {"instalment": 9, "amount": "733.41", "from": "2026-12-03", "to": "2027-01-28",
                              "reason": "新工作首月工资次月到账"}}},
    ),
    "deferral without interest": ("", {"one": {"deferral": {"from": "2026-12-03", "to": "2027-01-28",
                                                            "reason": "该月无班次", "gap_interest": "none"}}}),
    "holiday": (
        "年后才有班次",
        {"one": {"deferral": {"holiday": {"from": "2026-12", "to": "2027-02"}, "reason": "年后才有班次"}}},
    ),
}  # fmt: skip

OWED: dict[str, Single] = {
    "penalty disputed": ("", _owed(disputed=["penalty"])),
    "interest disputed": ("", _owed(disputed=["interest"])),
    "principal disputed": ("", _owed(disputed=["principal"])),
    "part due": ("2,417.29", _owed(past_due="2417.29")),
    "foreign": ("83.19", _owed(foreign=[{"currency": "USD", "amount": "83.19"}])),
    "fees unknown": ("", _owed(fees=None)),
    "penalty unknown": ("", _owed(penalty=None)),
    "charges by day": (
        "",
        _owed(charges=[{"kind": "interest", "amount": "612.35", "from": "2026-09-11", "to": "2026-11-20"}]),
    ),
    "charges by month": (
        "",
        _owed(charges=[{"kind": "penalty", "amount": "77.20", "period": "2026年9月账单", "clause": "第十五条"},
                       {"kind": "penalty", "amount": "61.40", "period": "2026年10月账单", "clause": "第十五条"}]),
    ),
    "paid since": ("157.31", {"one": {"payments": [{"date": "2026-11-21", "amount": "157.31"}]}}),
    "paid twice since": (
        "93.07",
        {"one": {"payments": [{"date": "2026-11-21", "amount": "93.07", "ref": "P-2"},
                              {"date": "2026-11-21", "amount": "48.11", "ref": "P-3"}]}},
    ),
    "transferee": ("2026年10月10日", {"one": {"creditor": {"department": None, **CREDITORS["transferee"]}}}),
    "transferee without notice": (
        "示例信托银行股份有限公司",
        {"one": {"creditor": {**CREDITORS["transferee"], "department": None,
                              "transferred_from": {"name": "示例信托银行股份有限公司", "kind": "bank_card"}}}},
    ),
    "private": ("", {"one": {"creditor": {"department": None, **CREDITORS["private"]}, "product": None}}),
    "collector": ("示例信息服务有限公司", {"one": {"creditor": {"collector": {"name": "示例信息服务有限公司",
                                                                      "since": "2026-10-12"}}}}),
    "demanded": ("", {"one": {"last_demanded": "2026-11-03"}}),
    "old": ("", {"one": {"due": "2023-02-10", "last_acknowledged": "2024-05-06", "paid_on_time": None,
                        "limitation_risk_accepted": True, "contract": {"signed": "2021-03-05"}}}),
    "sued": (
        "（2026）示0101民初1234号",
        {"one": {"litigation": {
            "stage": "sued", "received": "2026-11-12", "deadline": "2026-11-27", "hearing": "2026-12-18 09:30",
            "court": "示例市示例区人民法院", "case_number": "（2026）示0101民初1234号", "cause": "credit_card",
            "claims": [{"item": "principal", "amount": "21600.00", "answer": "admit"},
                       {"item": "interest", "amount": "701.13", "answer": "dispute", "reason": "与账单不符"}]}}},
    ),
    "guarantor": ("李敏", _party("guarantor", "李敏")),
    "co-borrower": ("何川", _party("co_borrower", "何川")),
    "consenting spouse": ("周宁", _party("spouse", "周宁")),
    "wanted": ("", {"one": {"documents_wanted": ["contract", "breakdown", "payments"]}}),
}  # fmt: skip

TALKED: dict[str, Single] = {
    "registered": (
        "已登记待审",
        _talk("2026-11-10 10:00", summary="询问分期", reply="已登记待审", outcome="unclear"),
    ),
    "refused": (
        "不符合内部政策",
        _talk("2026-11-18 10:00", summary="再问分期", reply="不符合内部政策", outcome="refused"),
    ),
    "offered": (
        "可分24期",
        _talk("2026-11-17 15:00", direction="incoming", summary="告知可分24期", own_reply="表示尚需核算",
              outcome="unclear"),
    ),
    "partial": (
        "只能减免一半违约金",
        _talk("2026-11-14 11:00", summary="申请减免违约金", reply="只能减免一半违约金", outcome="unclear"),
    ),
    "promise": (
        "三日内回电说明",
        _talk("2026-11-12", summary="询问进度", promise="三日内回电说明", promise_due="2026-11-15"),
    ),
    "own promise": (
        "补交求职登记表",
        _talk("2026-11-16", summary="说明近况", own_promise="补交求职登记表", own_promise_due="2026-11-30"),
    ),
    "sent": ("", _talk("2026-11-13", channel="email", summary="寄出方案", sent=["repayment_plan"])),
    "texted": ("SMS-717", _talk("2026-11-15", channel="sms", ref="SMS-717", summary="发送短信说明困难")),
    "mediator": (
        "示例金融纠纷调解中心",
        _talk("2026-11-17", organisation="示例金融纠纷调解中心", level="mediation", summary="咨询调解",
              reply="可以受理", outcome="unclear"),
    ),
    "dunned": (
        "",
        _talk("2026-11-19 21:30", direction="incoming", summary="催促还款", contacted="family"),
    ),
    "agreed": ("", _agreed(reply_by="2026-12-10")),
    "agreed less": ("61.07", _agreed({"waive": {"penalty": "61.07"}})),
    "agreed account": ("尾号3316的账户", _agreed({"payment_account": "尾号3316的账户"})),
    "agreed calm": ("", _agreed({"pause_collection": True})),
    "agreed records": ("不再新增逾期记录", _agreed({"credit_reporting": "不再新增逾期记录"})),
    "agreed early": ("提前结清不收手续费", _agreed({"early_settlement": "提前结清不收手续费"})),
    "agreed breach": ("连续两期未还的恢复原约定", _agreed({"breach": "连续两期未还的恢复原约定"})),
    "agreed besides": ("每期还款后发短信", _agreed({"other": ["每期还款后发短信"]})),
    "confirmed": ("QR-5519", _confirmed()),
    "denied since": (
        "",
        _since("2026-11-21 09:00", summary="称系统里没有这个方案", outcome="refused"),
    ),
    "promised since": (
        "",
        _since("2026-11-20 18:00", summary="告知没有盖章", promise="补寄盖章的确认函", promise_due="2026-12-04"),
    ),
    "confirmed otherwise": ("2027年1月12日", _confirmed(plan={"first_due": "2027-01-12"})),
}  # fmt: skip

MEANS: dict[str, Single] = {
    "spouse": ("1,873.19", _means("income", name="工资", earner="spouse", amount="1873.19")),
    "irregular": ("417.33", _means("income", name="代驾", amount="417.33", regular=False)),
    "support": ("937.51", _means("support", **{"from": "父母", "amount": "937.51"})),
    "car": ("6,371.43", _means("assets", name="二手电动车", amount="6371.43", realisable=False)),
    "to sell": ("3,907.61", _means("assets", name="摄影器材", amount="3907.61", realisable=True)),
    "surgery": (
        "4,119.87",
        _means("changes", date="2026-09", kind="expense", what="支出手术费", amount="4119.87"),
    ),
    "reserve": ("103.57", {"finances": {"reserve": "103.57"}}),
    "priority": (
        "251.93",
        _means("other_debts", creditor="示例助学贷款", balance="9019.00", monthly="251.93", priority=True),
    ),
    "schooling": ("389.41", _means("essentials", name="子女教育", amount="389.41", fixed=True)),
    "illness": (
        "住院治疗后在家休养",
        {"hardship": [{"cause": "illness", "since": "2026-07", "statement": "住院治疗后在家休养",
                        "evidence": []}]},
    ),
    "measures": ("停用该卡", {"measures": ["停用该卡"]}),
    "update": ("接到新的零工", {"updates": [{"date": "2026-11-17", "statement": "接到新的零工"}]}),
    "pending": ("停业后求职登记表", _proof(status="pending", due="2026-12-07")),
    "unavailable": ("原单位已注销", _proof(status="unavailable", reason="原单位已注销")),
    "shared proof": ("", {"two": {"evidence": ["bill"]}}),
    "in full": ("110101199001011237", {"choices": {"reveal": ["id_number"]}}),
    "others named": ("示例住房公积金贷款", {"choices": {"reveal": ["other_creditors"]}}),
    "no apology": ("", {"choices": {"apology": False}}),
    "keeps paying": ("", {"choices": {"commitments": ["keep_paying"]}}),
}  # fmt: skip

SECOND: dict[str, Single] = {
    "second at the same lender": ("", {"two": {"creditor": CREDITORS["bank_card"]}}),
    "second plan": (
        "",
        {"two": {"proposal": {"method": "interest_free", "periods": 24, "first_due": "2026-12-25"}}},
    ),
    "second deferral": (
        "该平台账单日较早",
        {"two": {"deferral": {"instalment": 3, "amount": "391.13", "from": "2026-12-05", "to": "2027-01-05",
                              "reason": "该平台账单日较早", "evidence": ["proof"]}}},
    ),
    "second sued": (
        "（2026）示0102民初77号",
        {"two": {"litigation": {"stage": "sued", "received": "2026-11-16", "court": "示例市示例区人民法院",
                                "case_number": "（2026）示0102民初77号", "cause": "financial_loan"}}},
    ),
}  # fmt: skip

SINGLES: dict[str, Single] = {**PLAN, **OWED, **TALKED, **MEANS, **SECOND}
"""Name → what it alone leaves in a paper (empty: nothing that is its own), and what it states in the case file.

``one`` and ``two`` state something of the first and the second debt, anything else of the case.
"""
