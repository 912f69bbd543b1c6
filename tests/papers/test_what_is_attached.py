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


def without(case: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [item for item in case["evidence"] if item["id"] != name]


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
        case["evidence"] = without(case, "flow")
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
    case["evidence"] = without(case, "proof")
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


SECOND = {
    "id": "loan",
    "creditor": {"name": "样本消费金融有限公司", "kind": "consumer_finance"},
    "product": "消费贷款",
    "account": "8842",
    "due": "2026-10-08",
    "balance": {"as_of": "2026-11-20", "principal": "9000.00"},
}


@pytest.mark.parametrize("named", ["income", "update", "essentials"])
def test_proof_of_the_borrowers_means_goes_to_every_creditor_though_one_debt_names_it_too(named):
    case = holding({**WAGES, "name": "兼职合同"}, {**OLD, "group": "debt"})
    case["debts"].append(SECOND)
    case["finances"]["income"][0].pop("evidence")
    if named == "update":
        case["updates"] = [{"date": "2026-11-18", "statement": "入职兼职", "evidence": ["wages"]}]
    else:
        case["finances"][named][0]["evidence"] = ["wages"]
    sent = nd.render("evidence_list", nd.load(case), "loan").text
    assert "兼职合同" in sent
    assert "催收短信" not in sent, "what a debt alone names stays with its creditor"


ILL = {"cause": "illness", "since": "2026-08", "statement": "因病住院手术", "evidence": []}
BILLS = {"id": "bills", "name": "住院费用票据", "group": "hardship", "proves": "住院费用", **ITEM}
FLOW = {"id": "bills", "name": "病假期间工资条", "group": "income", "proves": "病假工资", **ITEM}
CHANGE = {"date": "2026-08", "kind": "expense", "what": "住院支出", "amount": "9000.00", "evidence": ["bills"]}
UPDATE = {"date": "2026-11-18", "statement": "出院后按医嘱休养", "evidence": ["bills"]}


def ill(item: dict[str, Any], **case: Any) -> dict[str, Any]:
    """An illness without proof of its own beside the plain cause, and ``item`` filed elsewhere."""
    made = with_debt() | case
    made["hardship"] = [*made["hardship"], ILL]
    made["evidence"] = [*made["evidence"], item]
    return made


def filed_with_the_means(item: dict[str, Any]) -> dict[str, Any]:
    made = ill(item)
    made["finances"]["changes"] = [CHANGE]
    return made


def filed_with_another_cause() -> dict[str, Any]:
    made = ill(BILLS)
    made["hardship"][0]["evidence"] = ["proof", "bills"]
    return made


@pytest.mark.parametrize(
    "case",
    [
        ill(BILLS),
        ill(BILLS, updates=[UPDATE]),
        filed_with_the_means(BILLS),
        filed_with_the_means(FLOW),
        filed_with_another_cause(),
    ],
    ids=["nowhere", "update", "change", "income", "cause"],
)
def test_a_cause_whose_proof_is_filed_elsewhere_is_not_called_unproved(case):
    for lang, words in (("zh", "暂无书面证明"), ("en", "no written proof")):
        letter = nd.render("hardship_letter", nd.load(case), lang=lang)
        assert words not in letter.text + letter.short
    notice = [one.message for one in nd.check(nd.load(case)) if one.rule == "evidence.unsaid"]
    assert len(notice) == 1
    assert "疾病" in notice[0]


def test_a_cause_whose_proof_cannot_be_had_anywhere_is_told_so():
    gone = BILLS | {"status": "unavailable", "reason": "医院已停业"}
    assert "其中，疾病的情况为本人陈述，暂无书面证明。" in said(ill(gone), "hardship_letter")


def test_a_bill_that_has_the_words_of_a_cause_proves_the_account_alone():
    bill = {"id": "card", "name": "医疗分期账单", "group": "debt", "proves": "医疗分期欠款", **ITEM}
    case = ill(bill)
    case["debts"][0]["evidence"] = ["bill", "card"]
    assert "其中，疾病的情况为本人陈述，暂无书面证明。" in said(case, "hardship_letter")


def test_an_income_proved_under_a_cause_is_not_called_ones_own_word():
    case = with_debt()
    case["finances"]["income"][0].pop("evidence")
    case["hardship"][0]["evidence"] = ["flow"]
    assert "本人陈述" not in said(case, "financial_statement")


LATELY = {"date": "2026-11-18", "statement": "与新单位签订劳动合同，试用期工资4,800.00元", "evidence": ["new"]}
NEW_JOB = {"id": "new", "name": "新单位劳动合同", "group": "income", "proves": "入职", **ITEM}
COMING = {"date": "2026-12-18", "statement": "转正", "evidence": []}
WAIVING = {"proposal": {**with_debt()["debts"][0]["proposal"], "waive": {"penalty": "138.60"}}}
MEDIATING = {
    "contacts": [REFUSED],
    "agreement": None,
    "escalation": {"level": "mediation", "addressee": "示例市金融纠纷调解中心"},
}


@pytest.mark.parametrize(
    ("kind", "debt"),
    [
        ("hardship_letter", {}),
        ("fee_waiver_request", WAIVING),
        ("mediation_request", MEDIATING),
        ("reconsideration_request", {"contacts": [REFUSED], "agreement": None}),
        ("settlement_offer", {"proposal": {"settlement": {"pay_by": "2026-12-31"}}}),
        ("legal_aid_request", {}),
    ],
)
def test_what_changed_of_late_is_told_with_its_proof_by_every_letter_that_tells_how_things_stand(kind, debt):
    case = with_debt(**debt)
    case["updates"], case["evidence"] = [COMING, LATELY], [*case["evidence"], NEW_JOB]
    text = said(case, kind)
    assert "2026年11月18日，本人与新单位签订劳动合同，试用期工资4,800.00元（见附件" in text
    assert "新单位劳动合同（复印件1份，1页）" in text
    assert "转正" not in text, "what is still to come has not changed"
    english = said(case, kind, "en")
    assert "18 November 2026: “与新单位签订劳动合同" in english
