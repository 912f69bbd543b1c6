"""息费减免申请: every charge, one request with its share, what is left, and what a waiver does to the record."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import REFUSED
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.needed import suited
from tests.make.variants import paper, variants

KIND = "fee_waiver_request"


def text(case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(KIND, nd.load(suited(KIND, case)), lang=lang, **options).text


def test_every_charge_stands_with_its_period_and_clause_and_the_clause_is_quoted():
    said = paper("waiver", KIND, "zh").text
    assert "利息\t612.35\t2026年9月11日至11月20日" in said
    assert said.count("违约金\t69.30\t2026年1") == 2
    assert "合同第十五条写明：“未还最低还款额的，按未还部分的5%支付违约金”。" in said


def test_the_request_tells_its_share_and_what_is_left():
    said = paper("waiver", KIND, "zh").text
    assert "请贵行减免已产生的违约金138.60元，占上述合计的0.62%；减免后，尚应偿还22,212.35元。" in said
    assert "已产生的利息612.35元不在申请之内，如何偿还请贵行一并明确。" in said
    english = paper("waiver", KIND, "en").text
    assert (
        "Please waive the accrued late charges of RMB 138.60 (0.62% of the total); RMB 22,212.35 would be left."
        in english
    )


def test_a_part_of_a_charge_is_asked_for_as_a_part():
    case = with_debt()
    case["debts"][0]["proposal"]["waive"] = {"interest": "112.35", "penalty": "138.60"}
    said = text(case)
    assert "利息中的112.35元、违约金138.60元，合计250.95元" in said
    assert "其余利息500.00元不在申请之内" in said


def test_where_a_part_is_not_known_no_share_is_claimed():
    case = plain()
    case["debts"][0]["balance"].pop("interest")
    said = text(case)
    assert "占上述合计" not in said
    assert "减免后，" not in said
    assert "请贵行减免已产生的违约金138.60元。" in said


def test_what_is_paid_in_return_and_when_is_told_with_the_request():
    said = paper("waiver", KIND, "zh").text
    assert "如获减免，本人自2026年12月25日起分36期还款，每期600.00元" in said
    settled = with_debt(proposal={"settlement": {"pay_by": "2026-12-20"}, "funds": "存款"}, agreement=None)
    assert "如获减免，本人于2026年12月20日前一次性偿还22,212.35元，款项来源：存款。" in text(settled)


def test_it_asks_whether_a_waiver_comes_back_and_how_it_is_reported():
    said = paper("waiver", KIND, "zh").text
    assert "未按约还款时减免部分是否恢复" in said
    assert "减免如何向征信系统报送（是否作为特殊交易“债务减免”）" in said
    assert "征信" not in text(variants()["creditor-company"])
    assert "不影响征信" not in said


def test_no_law_is_quoted_unless_the_figures_are_above_what_courts_look_at():
    for kind in CREDITORS:
        assert "第" not in text(variants()[f"creditor-{kind}"]).partition("申请理由")[2].partition("答复")[0].replace(
            "第1", ""
        )
    dear = [
        {"kind": "interest", "amount": "1612.35", "from": "2026-09-11", "to": "2026-11-20"},
        {"kind": "penalty", "amount": "138.60", "from": "2026-09-11", "to": "2026-11-20"},
    ]
    case = plain()
    case["debts"][0]["balance"] |= {"interest": "1612.35", "charges": dear}
    said = text(case)
    assert (
        "共1,750.95元，所列期间71天，与以本金21,600.00元按年利率24%计算的1,008.39元相比多742.56元（一年按365天）"
        in said
    )
    assert "法发〔2017〕22号" in said
    lent = {"signed": "2024-03-05", "annual_rate": "18%", "lpr_1y": "3.45%"}
    case["debts"][0] |= {"creditor": CREDITORS["private"], "contract": lent, "account": "2024年3月5日借条"}
    friend = text(case)
    assert "第二十九条的标准（合同成立时为年利率13.8%）" in friend
    assert "24%" not in friend


def test_a_rate_above_four_times_the_lpr_is_told_where_the_charges_have_no_days():
    case = plain()
    lent = {"signed": "2024-03-05", "annual_rate": "24%", "lpr_1y": "3.45%"}
    case["debts"][0] |= {"creditor": CREDITORS["private"], "contract": lent, "account": "2024年3月5日借条"}
    case["debts"][0]["balance"] |= {"disputed": ["interest"]}
    case["debts"][0]["proposal"]["waive"] = {"penalty": "100.00"}
    said, english = text(case), nd.render(KIND, nd.load(case), lang="en").text
    assert "约定的年利率24%高于" in said
    assert "第二十五条的标准（合同成立时为年利率13.8%）。请按不超过这一标准核对" in said
    assert "The agreed rate of 24% a year is above the standard of Article 25" in english
    for fair in ({**lent, "annual_rate": "12%"}, {**lent, "signed": "2019-03-05"}, {**lent, "lpr_1y": None}):
        case["debts"][0]["contract"] = fair
        assert "第二十五条" not in text(case)
    case["debts"][0] |= {"contract": lent, "creditor": CREDITORS["consumer_finance"]}
    assert "第二十五条" not in text(case)


def test_a_disputed_charge_is_named_and_not_admitted():
    case = variants()["partly-disputed"]
    case["debts"][0]["proposal"]["waive"] = {"interest": "100.00"}
    said = text(case)
    assert "尚欠" not in said
    assert "贵行登记的款项为" in said
    assert "不构成对该金额的认可" in said


def test_a_diagnosis_stays_in_the_hardship_letter():
    assert "急性阑尾炎" not in text(variants()["illness-told"])


def test_an_oversight_pleads_no_hardship():
    said = text(variants()["cause-oversight"])
    assert "本人因疏忽错过还款日" in said
    assert "困难" not in said
    assert "每月收入" not in said


@pytest.mark.parametrize(("path", "gone"), [("evidence", "evidence"), ("debts[0].proposal.waive", None)])
def test_without_evidence_or_a_waiver_there_is_nothing_to_ask_for(path, gone):
    case = variants()["evidence-none"] if gone else plain()
    if gone:
        case["debts"][0]["proposal"]["waive"] = {"penalty": "138.60"}
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(KIND, nd.load(case))
    assert path in [problem.path for problem in refusal.value.problems]


def test_a_waiver_of_more_than_is_owed_is_refused():
    case = plain()
    case["debts"][0]["proposal"]["waive"] = {"penalty": "200.00"}
    with pytest.raises(nd.FactsError, match="减免"):
        nd.render(KIND, nd.load(case))


def test_a_charge_whose_days_are_told_and_no_name_of_its_period_shows_its_days():
    lines = [
        {"kind": "interest", "amount": "612.35", "from": "2026-09-11", "to": "2026-11-20"},
        {"kind": "penalty", "amount": "138.60", "from": "2026-10-11"},
    ]
    case = with_debt()
    case["debts"][0]["balance"]["charges"] = lines
    assert "利息\t612.35\t2026年9月11日至11月20日\t" in text(case)
    assert "违约金\t138.60\t自2026年10月11日起\t" in text(case)
    assert "Interest\t612.35\t11 September 2026 to 20 November 2026\t" in text(case, "en")
    assert "\t138.60\tfrom 11 October 2026 on\t" in text(case, "en")


def test_a_fee_that_somebody_else_collects_is_passed_on_to_them():
    case = plain()
    fee = {"kind": "fees", "name": "担保服务费", "amount": "80.00", "payee": "示例众保融资担保有限公司"}
    case["debts"][0]["balance"] |= {"fees": "80.00", "charges": [fee]}
    case["debts"][0]["proposal"]["waive"] = {"fees": "80.00"}
    asked = "其中担保服务费80.00元由示例众保融资担保有限公司收取，请贵行转告该收取主体，并请其书面答复。"
    assert asked in text(case)
    english = nd.render(KIND, nd.load(case), lang="en").text
    assert "is collected by 示例众保融资担保有限公司; please pass this request on" in english
    case["debts"][0]["balance"]["charges"] = [{**fee, "payee": case["debts"][0]["creditor"]["name"]}]
    assert "转告" not in text(case)
    case["debts"][0]["balance"]["charges"] = [fee]
    case["debts"][0]["proposal"]["waive"] = {"penalty": "100.00"}
    assert "转告" not in text(case), "of what is not asked to be waived nothing is passed on"


@pytest.mark.parametrize("kind", [KIND, "reconsideration_request"])
def test_nobody_asks_how_to_pay_what_is_disputed(kind):
    """The request disputed a fee and asked in the next breath how it was to be paid."""
    for disputed in (True, False):
        case = variants()["partly-disputed"]
        case["debts"][0] |= {"contacts": [REFUSED], "agreement": None}
        case["debts"][0]["proposal"]["waive"] = {"penalty": "100.00"}
        if not disputed:
            case["debts"][0]["balance"]["disputed"] = None
        said, english = (nd.render(kind, nd.load(suited(kind, case)), lang=lang).text for lang in ("zh", "en"))
        assert ("如何偿还" in said) is not disputed
        assert ("how I am to pay" in english) is not disputed
        assert not disputed or "如何处理" in said
