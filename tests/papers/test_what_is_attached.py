"""What travels with a paper: the proof of what it says, told where it belongs, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import REFUSED
from tests.make.cases import with_debt

ITEM = {"status": "attached", "pages": 1}
SMS = {"id": "sms", "name": "同意分期的短信截图", "group": "communication", "proves": "对方同意", **ITEM}
OLD = {
    "id": "old",
    "name": "2026年9月催收短信",
    "group": "communication",
    "proves": "催收",
    "issued": "2026-09-12",
    **ITEM,
}
WAGES = {"id": "wages", "name": "工资流水", "group": "income", "proves": "月收入", **ITEM}
CLOSED = {"id": "closed", "name": "停业照片", "group": "hardship", "proves": "停业", **ITEM}
VOUCHER = {"id": "paid", "name": "还款凭证", "group": "debt", "proves": "还款", **ITEM}


def holding(*items: dict[str, Any], **debt: Any) -> dict[str, Any]:
    """The plain case with more evidence, named under the debt."""
    case = with_debt(**{"evidence": ["bill", *(item["id"] for item in items)]} | debt)
    case["evidence"] += items
    return case


def said(case: dict[str, Any], kind: str, lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang).text


def test_the_message_that_agreed_goes_with_the_request_to_confirm_it():
    case = holding({**SMS, "issued": "2026-11-16"}, OLD)
    text = said(case, "confirmation_request")
    assert "同意分期的短信截图见附件1。" in text
    assert "附件：1.同意分期的短信截图（复印件1份，1页）" in text
    assert "See Attachment 1 for the “同意分期的短信截图”" in said(case, "confirmation_request", "en")
    for elsewhere in ("催收短信", "欠款账单", "居民身份证", "银行流水"):  # they prove nothing of what was agreed
        assert elsewhere not in text


def test_a_record_still_to_come_is_promised_with_the_request_to_confirm():
    pending = {**SMS, "status": "pending", "due": "2026-12-01"}
    assert "同意分期的短信截图将于2026年12月1日前补交。" in said(holding(pending), "confirmation_request")


def test_proof_of_income_under_a_debt_is_told_with_the_income():
    case = holding(WAGES)
    letter = said(case, "hardship_letter")
    assert "欠款账单见附件2。" in letter
    assert letter.index("三、目前收支") < letter.index("工资流水见附件5。") < letter.index("四、此前沟通")
    assert "工资流水见附件2。" in said(case, "financial_statement")
    english = said(case, "hardship_letter", "en")
    assert english.index("3. Income and spending") < english.index("See Attachment 5 for the wage payment records.")
    assert "工资流水\t月收入\n对应目前收支" in said(case, "evidence_list")


def test_an_income_proved_under_the_debt_is_not_called_ones_own_word():
    for items, own_word in (((WAGES,), False), ((), True)):
        case = holding(*items)
        case["finances"]["income"][0].pop("evidence")
        assert ("本人陈述" in said(case, "financial_statement")) is own_word


@pytest.mark.parametrize(
    ("kind", "debt"),
    [
        ("hardship_letter", {}),
        ("fee_waiver_request", {"proposal": {**with_debt()["debts"][0]["proposal"], "waive": {"penalty": "138.60"}}}),
        ("mediation_request", {"contacts": [REFUSED], "agreement": None,
                               "escalation": {"level": "mediation", "addressee": "示例市金融纠纷调解中心"}}),
    ],
)  # fmt: skip
def test_proof_of_a_hardship_under_a_debt_is_told_with_the_hardship(kind, debt):
    case = holding(CLOSED, **debt)
    case["hardship"][0]["evidence"] = []
    text = said(case, kind)
    assert "停业照片见附件" in text
    assert "暂无书面证明" not in text
    english = said(case, kind, "en")
    assert "for the “停业照片” [in Chinese]." in english
    assert "no written proof" not in english


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    ("kind", "debt"),
    [
        ("mediation_request", {"escalation": {"level": "mediation", "addressee": "示例市金融纠纷调解中心"}}),
        ("reconsideration_request", {}),
        ("settlement_offer", {"proposal": {"settlement": {"pay_by": "2026-12-31"}}}),
    ],
)
def test_a_paper_sent_alone_takes_along_what_belongs_to_it(kind, debt, lang):
    dispute = {"item": "2026年3月还款状态", "shown": "2026年3月逾期", "actual": "已还", "evidence": ["paid"]}
    case = holding(VOUCHER, contacts=[REFUSED], agreement=None, dispute=dispute, **debt)
    case["debts"][0]["evidence"] = ["bill"]
    attached = nd.render(kind, nd.load(case), lang=lang).text
    assert "还款凭证" not in attached  # it belongs to the objection to the credit record
    assert "欠款账单" in attached
    assert ("银行流水" if lang == "zh" else "Bank statements") in attached


def test_a_letter_that_takes_the_checklist_along_has_the_numbers_of_the_checklist():
    case = nd.load(holding(contacts=[REFUSED], agreement=None))
    letter = nd.render("reconsideration_request", case, enclose=["repayment_plan", "evidence_list"])
    checklist = nd.render("evidence_list", case, enclose=["repayment_plan", "evidence_list"])
    for number, name in enumerate(("居民身份证", "欠款账单", "门店停业通知", "银行流水"), start=3):
        assert f"{number}.{name}" in letter.text
        assert f"（附件{number}）" in checklist.text


def test_what_no_line_names_speaks_for_its_group():
    case = holding(contacts=[REFUSED], agreement=None)
    case["finances"]["income"][0].pop("evidence")  # the statements of the bank are in the file and named nowhere
    assert "银行流水" in said(case, "reconsideration_request")
