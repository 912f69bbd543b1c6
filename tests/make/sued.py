"""Cases that have come before a court: for a card, an online loan, a private loan, by a buyer of the debt, late."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tests.make.cases import CREDITORS, with_debt

STOPS = ("limitation", "litigation", "jurisdiction")
PERSON = {
    "ethnicity": "汉族", "employer": "示例物业服务有限公司", "position": "保安员", "postcode": "100010",
    "registered_address": "河北省示例市示例村12号", "service_address": "北京市东城区示例街道1号",
    "agent": {
        "name": "陈可", "kind": "lawyer", "organisation": "示例律师事务所", "phone": "01012345678",
        "powers": "special", "special_powers": ["代为和解"],
    },
}  # fmt: skip
COURT = {
    "stage": "sued", "received": "2026-11-16", "court": "示例市示例区人民法院",
    "case_number": "（2026）示0101民初1234号", "mediation_wish": "yes", "mediation_known": True,
}  # fmt: skip


def _case(borrower: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    case = with_debt(agreement=None, **changes)
    case["borrower"].update(PERSON if borrower is None else borrower)
    return case


def card_over_claimed() -> dict[str, Any]:
    """The bank claims more interest than its own bill lists, after a payment it has not booked."""
    return _case(
        payments=[{"date": "2026-11-21", "amount": "500.00", "ref": "0088"}],
        litigation={
            **COURT,
            "cause": "credit_card",
            "represented": True,
            "mediation_benefits": True,
            "electronic_service": True,
            "claims": [
                {"item": "principal", "amount": "21600.00", "answer": "partly", "admitted": "21100.00",
                 "reason": "起诉后又还过一笔，没有扣除", "evidence": ["flow"]},
                {"item": "interest", "amount": "3100.00", "answer": "dispute", "reason": "与账单所列不符",
                 "evidence": ["bill"]},
                {"item": "enforcement_costs", "amount": "1500.00", "answer": "dispute", "reason": "合约没有约定律师费"},
                {"item": "total", "amount": "26200.00", "answer": "dispute"},
            ],
            "facts": [
                {"item": "card_opening", "answer": "admit"},
                {"item": "repaid", "answer": "dispute", "reason": "起诉后所还一笔没有计入", "evidence": ["flow"]},
            ],
            "statement": "原告主张的息费与其账单不符",
            "basis": "领用合约第十五条\n民法典第五百八十五条第二款",
            "requests": ["reduce_penalty", "instalments", "mediation"],
            "raise_limitation": False,
        },
    )  # fmt: skip


def card_admitted() -> dict[str, Any]:
    """Nothing is objected to; only time is asked for."""
    return _case(
        litigation={
            **COURT,
            "cause": "credit_card",
            "represented": False,
            "claims": [
                {"item": "principal", "amount": "21600.00", "answer": "admit"},
                {"item": "interest", "amount": "612.35", "answer": "admit"},
                {"item": "total", "amount": "22212.35", "answer": "admit"},
            ],
            "facts": [{"item": "overdue", "answer": "admit"}, {"item": "defences", "answer": "admit"}],
            "requests": ["instalments"],
            "raise_limitation": False,
        }
    )


CHARGED = {
    "as_of": "2026-11-20", "principal": "21600.00", "interest": "1500.00", "penalty": "400.00", "fees": "900.00",
    "source": "借款APP还款页面",
    "charges": [
        {"kind": kind, "amount": sum_, "from": "2026-09-11", "to": "2026-11-20"}
        for kind, sum_ in (("interest", "1500.00"), ("penalty", "400.00"), ("fees", "900.00"))
    ],
}  # fmt: skip


def online_loan() -> dict[str, Any]:
    """A micro-lender claims interest, penalty and fees above 24 % a year, and less was paid out than agreed."""
    return _case(
        creditor=CREDITORS["microloan"],
        product="个人借款",
        account="HT8821",
        balance=CHARGED,
        contract={"signed": "2024-03-05", "amount": "25000.00", "received": "23000.00", "annual_rate": "24%"},
        litigation={
            **COURT,
            "cause": "financial_loan",
            "claims": [
                {"item": "principal", "amount": "21600.00", "answer": "admit"},
                {"item": "interest", "amount": "3300.00", "answer": "partly", "admitted": "600.00",
                 "reason": "服务费没有约定，息费总计过高", "evidence": ["bill"]},
                {"item": "early_repayment", "answer": "dispute", "reason": "没有通知提前到期"},
                {"item": "other", "answer": "dispute", "reason": "没有事实依据"},
                {"item": "total", "amount": "24900.00", "answer": "partly", "admitted": "22200.00"},
            ],
            "facts": [
                {"item": "contract", "answer": "admit"},
                {"item": "loan_amount", "answer": "dispute", "reason": "放款时先扣了费用"},
            ],
            "requests": ["cap_24", "mediation"],
            "raise_limitation": False,
        },
    )  # fmt: skip


def private_loan() -> dict[str, Any]:
    """A private lender claims more than four times the LPR of the day of the contract."""
    charges = [{"kind": "interest", "amount": "2800.00", "from": "2026-07-01", "to": "2026-11-20"}]
    return _case(
        creditor=CREDITORS["private"],
        product="借款",
        account="2024年3月5日借条",
        balance={
            "as_of": "2026-11-20", "principal": "21600.00", "interest": "2800.00", "penalty": "0.00",
            "fees": "0.00", "source": "出借人微信所列", "charges": charges,
        },
        contract={"signed": "2024-03-05", "annual_rate": "24%", "lpr_1y": "3.45%", "amount": "21600.00"},
        litigation={
            **COURT,
            "cause": "private_lending",
            "claims": [
                {"item": "principal", "amount": "21600.00", "answer": "admit"},
                {"item": "interest", "amount": "2800.00", "answer": "dispute", "reason": "约定的利率超过四倍LPR"},
                {"item": "court_fees", "answer": "dispute", "reason": "请按双方责任分担"},
                {"item": "total", "amount": "24400.00", "answer": "dispute"},
            ],
            "facts": [{"item": "loan_rate", "answer": "dispute", "reason": "约定的利率超过四倍LPR"}],
            "requests": ["cap_lpr4"],
            "raise_limitation": False,
            "mediation_wish": "unsure",
        },
    )  # fmt: skip


def transferee_without_notice() -> dict[str, Any]:
    """A buyer of the debt sues, of whom the borrower had never heard; the original cause stays."""
    seller = {"name": "示例银行股份有限公司", "kind": "bank_card"}
    return _case(
        creditor={"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": seller},
        litigation={
            **COURT,
            "cause": "credit_card",
            "claims": [
                {"item": "principal", "amount": "21600.00", "answer": "admit"},
                {"item": "interest", "amount": "2000.00", "answer": "dispute", "reason": "转让以后的利息没有计算明细"},
            ],
            "facts": [{"item": "demands", "answer": "dispute", "reason": "没有收到过对账单"}],
            "requests": ["mediation"],
            "raise_limitation": False,
            "mediation_wish": "no",
        },
    )


def time_barred() -> dict[str, Any]:
    """More than three years have passed without a demand, and the borrower has decided to say so."""
    return _case(
        due="2021-03-10",
        contract={"signed": "2019-05-06"},
        paid_on_time=None,
        litigation={
            **COURT,
            "cause": "credit_card",
            "claims": [
                {"item": "principal", "amount": "21600.00", "answer": "dispute"},
                {"item": "interest", "amount": "18000.00", "answer": "dispute"},
            ],
            "raise_limitation": True,
            "mediation_wish": "no",
        },
    )


SUED = {
    "card-over-claimed": card_over_claimed, "card-admitted": card_admitted, "online-loan": online_loan,
    "private-loan": private_loan, "transferee": transferee_without_notice, "time-barred": time_barred,
}  # fmt: skip


def payment_order(**suit: Any) -> dict[str, Any]:
    """An order of which one item is accepted in part and one is objected to."""
    order: dict[str, Any] = {
        "stage": "payment_order",
        "received": "2026-11-16",
        "court": COURT["court"],
        "case_number": "（2026）示0101民督56号",
        "claims": [
            {"item": "principal", "amount": "21600.00", "answer": "admit"},
            {"item": "interest", "amount": "3100.00", "answer": "partly", "admitted": "750.95",
             "reason": "与账单所列不符", "evidence": ["bill"]},
            {"item": "other", "amount": "800.00", "answer": "dispute", "reason": "合约没有约定这项费用"},
        ],
        "raise_limitation": False,
        **suit,
    }  # fmt: skip
    return _case(litigation=order)


def enforced(**means: Any) -> dict[str, Any]:
    """A judgment is enforced, and the court has ordered to report property."""
    case = _case(
        litigation={
            "stage": "enforcement",
            "received": "2026-11-16",
            "papers": [{"kind": "enforcement_notice", "received": "2026-11-10"}],
            "court": COURT["court"],
            "case_number": "（2026）示0101执789号",
            "electronic_service": False,
        }
    )
    assets = [
        {"name": "存款", "amount": "1860.00", "class": "deposit"},
        {"name": "电动自行车一辆", "amount": "900.00", "class": "movable", "location": "北京市东城区",
         "basis": "二手平台估价", "co_owner": "李敏", "holder": "顾清和"},
        {"name": "微信零钱", "amount": "35.20", "class": "other"},
    ]  # fmt: skip
    changes = [{"date": "2026-03", "kind": "expense", "what": "为治疗支出医药费", "amount": "12000.00"}]
    case["finances"].update({"assets": assets, "assets_none": ["real_estate", "rights"], "changes": changes, **means})
    return case


def sued() -> Iterator[tuple[str, dict[str, Any]]]:
    for name, case in SUED.items():
        yield f"sued-{name}", case()
    yield "ordered", payment_order()
    late = [{"item": name, "amount": "3100.00", "answer": "dispute"} for name in ("principal", "interest")]
    yield "ordered-late", payment_order(raise_limitation=True, claims=late)
    yield "enforced", enforced()
    yield (
        "enforced-nothing",
        enforced(
            income=[], assets=[], assets_none=["deposit", "real_estate", "movable", "rights", "other"], changes=[]
        ),
    )
