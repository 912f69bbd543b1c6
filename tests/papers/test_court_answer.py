"""民事答辩状: the court's own form, ticked by what the case file answers to the suit and by nothing else."""

from __future__ import annotations

import copy
import re
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.facts import Action, ClaimItem, FactItem
from negotiation_docs.law.court_forms import forms
from tests.make.cases import CREDITORS
from tests.make.sued import (
    STOPS,
    SUED,
    card_over_claimed,
    online_loan,
    private_loan,
    time_barred,
    transferee_without_notice,
)
from tests.make.variants import variants
from tests.read.some import some

KIND = "court_answer"
CHARGES = "对利息、罚息、复利、滞纳金、违约金、手续费等有无异议"


def answer(case: dict[str, Any], lang: str = "zh", **options: Any) -> nd.Document:
    return nd.render(KIND, nd.load(case), lang=lang, acknowledge=["jurisdiction"], **options)


def refused(case: dict[str, Any], *acknowledged: str) -> dict[str, str]:
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(KIND, nd.load(case), acknowledge=acknowledged)
    return {problem.rule: problem.message for problem in refusal.value.problems}


def sued(case: dict[str, Any], **changes: Any) -> dict[str, Any]:
    suit = case["debts"][0]["litigation"]
    suit.update(changes)
    return case


def row(text: str, title: str) -> str:
    """What stands right of ``title``, up to the next row."""
    found = re.search(rf"^\d+\.{re.escape(title)}\t(.*?)(?=^\d+\.|^\S+\t|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, title
    return found[1].strip()


def ticked(document: nd.Document) -> list[str]:
    """Every box that is ticked, with the line it stands in."""
    return [line for line in document.text.splitlines() if "☑" in line]


ROWS = {
    Action.CREDIT_CARD: ("AO AO AO NO NO NO", 14, ("basis", "further", "evidence"), ""),
    Action.FINANCIAL_LOAN: ("NO NO NO NO NO NO NO", 17, ("basis", "further", "evidence"), "NT"),
    Action.PRIVATE_LENDING: ("NO NO NO NO NO NO NO NO", 17, ("further", "basis", "evidence"), "NT"),
}


@pytest.mark.parametrize("cause", ROWS)
def test_the_rows_of_each_form_stand_in_the_order_and_with_the_boxes_of_the_court(cause):
    boxes, asked, written, further = ROWS[cause]
    form = forms()[cause]
    assert [line.box for line in form.claims] == boxes.split()
    assert [line.box for line in form.facts[:asked]] == ["NF"] * asked
    assert tuple(line.item for line in form.facts[asked:]) == written
    assert next(line.box for line in form.facts if line.item == "further") == further
    assert form.facts[asked - 1].item == "defences"


def test_every_item_of_the_case_file_has_a_row_in_some_form_and_every_row_an_item():
    claims = {line.item for form in forms().values() for line in form.claims}
    facts = {line.item for form in forms().values() for line in form.facts}
    assert claims == {item.value for item in ClaimItem}
    assert facts - {"basis", "further", "evidence"} == {item.value for item in FactItem}


@pytest.mark.parametrize("name", SUED)
def test_without_an_answer_no_box_of_the_suit_is_ticked(name):
    """Everything else stays: balance, payments, talks, agreement, agent. Only sex is known from the document."""
    case = SUED[name]()
    suit = case["debts"][0]["litigation"]
    kept = ("stage", "received", "court", "case_number", "cause")
    case["debts"][0]["litigation"] = {key: suit[key] for key in kept}
    case["debts"][0]["limitation_risk_accepted"] = True
    document = answer(case, draft=True)
    assert ticked(document) == ["性别：男☑　女□"]


FLIPS: dict[str, dict[str, Any]] = {
    "settled": {"settled": "2026-11-20"},
    "disputed": {"balance": {"principal": "1.00", "disputed": True}},
    "refused": {
        "contacts": [
            {"at": "2026-11-20", "direction": "incoming", "channel": "phone", "summary": "不同意", "outcome": "refused"}
        ]
    },
    "paid": {"payments": [{"date": "2026-11-21", "amount": "9000.00"}]},
    "nothing-known": {"balance": {}, "proposal": None, "contract": {}},
    "risk": {"limitation_risk_accepted": True},
    "guarantor": {"parties": [{"name": "李敏", "role": "guarantor", "consents": True}]},
    "secured": {"contract": {"security": [{"what": "小型轿车一辆", "kind": "mortgage"}]}},
}


@pytest.mark.parametrize("change", FLIPS)
def test_no_fact_outside_the_suit_ticks_a_box_or_takes_a_tick_away(change):
    before = card_over_claimed()
    after = copy.deepcopy(before)
    after["debts"][0].update({name: value for name, value in FLIPS[change].items() if value is not None})
    for name, value in FLIPS[change].items():
        if value is None:
            after["debts"][0].pop(name, None)
    assert ticked(answer(before)) == ticked(answer(after))
    other = copy.deepcopy(before)
    other.update(hardship=[], finances=None, measures=[])
    other["borrower"].update(occupation="司机", ethnicity="回族", contact_times="每日18时")
    assert ticked(answer(other)) == ticked(answer(before))


def test_each_answer_ticks_its_own_box_and_what_is_not_asked_stays_blank():
    text = answer(card_over_claimed()).text
    assert row(text, "对透支本金有无异议").startswith("确认□　异议☑")
    assert row(text, "对担保权利诉请有无异议") == "确认□　异议□\n异议内容："
    assert row(text, "对实现债权的费用有无异议").startswith("无□　有☑")
    assert row(text, "对信用卡办理情况有无异议").startswith("无☑　有□")
    admitted = answer(SUED["card-admitted"]()).text
    assert row(admitted, "对透支本金有无异议") == "确认☑　异议□\n异议内容："
    assert row(admitted, "对标的总额有无异议").startswith("无☑　有□")
    assert "无☑" in next(line for line in admitted.splitlines() if line.startswith("无"))  # nobody acts in the suit


def test_beside_a_claim_stand_the_lenders_own_figures_and_what_was_paid_and_no_admission():
    text = answer(card_over_claimed()).text
    principal, interest = (
        row(text, "对透支本金有无异议"),
        row(text, CHARGES),
    )
    assert "原告主张21,600.00元，答辩人只确认其中21,100.00元，对其余500.00元有异议" in principal
    assert "上述还款中，2026年11月20日以后的合计500.00元，请予核对扣除" in principal
    assert "2026年11月账单（截至2026年11月20日）所列利息、违约金为750.95元，原告主张的数额多出2,349.05元" in interest
    assert "以上数额只供核对，不是对有异议部分的确认" in interest


def test_what_was_waived_in_writing_is_told_and_what_was_only_said_is_not():
    case = card_over_claimed()
    terms = {"reached": "2026-11-16", "terms": {"waive": {"penalty": "138.60"}}}
    case["debts"][0]["agreement"] = terms
    case["debts"][0]["contacts"][0]["at"] = "2026-11-16 09:40"
    assert "书面确认减免" not in answer(case).text
    terms["confirmed"] = {"date": "2026-11-19", "channel": "sms"}
    assert "2026年11月19日，示例银行股份有限公司信用卡中心以书面确认减免其中138.60元" in answer(case).text


def test_a_reduction_is_asked_for_only_where_the_file_asks():
    assert "请求人民法院予以适当减少" in answer(card_over_claimed()).text
    plain = sued(card_over_claimed(), requests=[])
    text = answer(plain).text
    assert "请求人民法院" not in text
    assert row(text, "有无其他免责/减责事由").startswith("无□　有□")
    assert "超过1,632.18元" in answer(private_loan()).text


def test_who_raises_limitation_says_so_and_nothing_of_what_would_be_owed():
    text = answer(time_barred()).text
    assert "答辩人提出时效抗辩，请求驳回原告的诉讼请求" in row(text, "有无其他免责/减责事由")
    assert "账单" not in text
    assert "750.95" not in text
    assert row(text, "对透支本金有无异议").startswith("确认□　异议☑")


def test_case_number_and_plaintiff_stand_in_the_free_statement_and_the_document_in_full():
    text = answer(card_over_claimed()).text
    assert "案号：（2026）示0101民初1234号。原告：示例银行股份有限公司信用卡中心。" in text
    assert "证件号码：110101199001011237" in text
    assert "出生日期：1990年1月1日" in text
    other = answer(sued(card_over_claimed(), plaintiff="示例银行股份有限公司")).text
    assert "原告：示例银行股份有限公司。" in other


def test_only_the_evidence_that_an_answer_names_is_listed_numbered_by_itself():
    text = answer(card_over_claimed()).text
    assert "证据1　欠款账单（复印件1份，2页），证明欠款金额" in text
    assert "证据2　银行流水" in text
    assert "门店停业通知" not in text


def test_a_claim_that_is_not_answered_blocks_the_paper_and_stands_open_in_a_draft():
    case = card_over_claimed()
    del case["debts"][0]["litigation"]["claims"][1]["answer"]
    del case["debts"][0]["litigation"]["claims"][1]["reason"]
    assert refused(case, "jurisdiction") == {"missing.answer": "“利息等”还没有答"}
    draft = answer(case, draft=True)
    assert "还没有答的行：2.对利息、罚息、复利、滞纳金、违约金、手续费等有无异议" in draft.text
    assert row(draft.text, CHARGES) == "确认□　异议□\n异议内容：【待填：答辩】"


def test_an_objection_needs_its_reason_but_for_the_total_and_under_limitation():
    case = card_over_claimed()
    del case["debts"][0]["litigation"]["claims"][2]["reason"]
    assert refused(case, "jurisdiction") == {"missing.reason": "对“实现债权的费用”有异议，没有写理由"}


def test_jurisdiction_admission_and_limitation_are_said_before():
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(KIND, nd.load(card_over_claimed()))
    (stop,) = refusal.value.problems
    assert stop.rule == "jurisdiction"
    for word in ("管辖", "仲裁"):
        assert word in stop.message
    for word in ("自认", "时效", "--acknowledge jurisdiction"):
        assert word in stop.hint
    old = sued(time_barred(), raise_limitation=None)
    del old["debts"][0]["litigation"]["raise_limitation"]
    for claim in old["debts"][0]["litigation"]["claims"]:
        claim["reason"] = "不认可"
    assert set(refused(old, "jurisdiction")) == {"limitation"}
    assert answer(sued(old, raise_limitation=False)).text


@pytest.mark.parametrize("kind", ["insurer", "leasing", "guarantor"])
def test_a_cause_whose_form_is_not_built_is_refused_with_the_reason(kind):
    case = card_over_claimed()
    case["debts"][0]["creditor"] = CREDITORS[kind]
    assert "answer.no_form" in refused(case, "jurisdiction")
    assert "answer.no_form" in refused(sued(card_over_claimed(), cause="other"), "jurisdiction")
    assert "answer.no_form" in refused(sued(card_over_claimed(), cause="保证合同纠纷"), "jurisdiction")


def test_a_guarantor_gets_no_form_of_a_borrower_and_no_letter_that_calls_the_debt_their_own():
    case = card_over_claimed()
    case["debts"][0]["parties"] = [{"name": "李敏", "role": "debtor"}]
    assert "保证人被起诉没有对应的要素式表格" in refused(case, "jurisdiction")["answer.no_form"]
    with pytest.raises(nd.FactsError) as refusal:
        nd.render("mediation_request", nd.load(case), acknowledge=["litigation"])
    assert "party.vouches" in {problem.rule for problem in refusal.value.problems}
    told = sued(card_over_claimed(), statement="本人只是担保人")
    assert "court.vouches" in refused(told, "jurisdiction")


WRONG: list[tuple[str, dict[str, Any]]] = [
    ("answer.no_row", {"claims": [{"item": "early_repayment", "answer": "dispute", "reason": "没有约定"}]}),
    ("answer.no_row", {"facts": [{"item": "loan_rate", "answer": "admit"}]}),
    ("answer.twice", {"claims": [{"item": "interest", "answer": "admit"}, {"item": "interest", "answer": "admit"}]}),
    ("answer.unfit_request", {"requests": ["cap_lpr4"]}),
    ("court.other_stage", {"stage": "payment_order"}),
]


@pytest.mark.parametrize(("rule", "changes"), WRONG)
def test_what_does_not_fit_the_form_is_refused(rule, changes):
    assert rule in refused(sued(card_over_claimed(), **changes), "jurisdiction")


def test_limits_of_rates_are_asked_of_the_lenders_they_are_for():
    assert "answer.unfit_request" in refused(sued(private_loan(), requests=["cap_24"]), "jurisdiction")
    assert "answer.barred_request" in refused(sued(time_barred(), requests=["instalments"]), "jurisdiction")


def over_24(kind: str) -> dict[str, Any]:
    """The answer to a lender of ``kind`` that asks for the reduction, and gives it as the reason too."""
    case = online_loan()
    case["debts"][0]["creditor"] = CREDITORS[kind]
    suit = case["debts"][0]["litigation"]
    suit["claims"][1]["reason"] = "息费总计超过年利率24%的部分请求调减"
    return case


@pytest.mark.parametrize("kind", ["trust", "auto_finance", "consumer_finance", "microloan", "bank_loan"])
def test_a_reason_may_say_what_the_request_asks_of_every_lender_of_a_financial_loan(kind):
    text = answer(over_24(kind)).text
    assert "息费总计超过年利率24%的部分请求调减" in text
    letter = nd.check(nd.load(over_24(kind)), "hardship_letter", acknowledge=STOPS)
    assert "text.law" not in {problem.rule for problem in letter}


def test_a_letter_to_a_trust_company_holds_no_24_per_cent_against_it():
    case = over_24("trust")
    case["hardship"][0]["statement"] = "门店停业，息费超过年利率24%"
    assert "text.law" in {problem.rule for problem in nd.check(nd.load(case), acknowledge=STOPS)}


@pytest.mark.parametrize("kind", ["private", "company"])
def test_a_private_lender_is_held_to_no_24_per_cent_at_court_either(kind):
    case = private_loan()
    case["debts"][0]["creditor"] = CREDITORS[kind]
    case["debts"][0]["litigation"]["claims"][0]["reason"] = "超过年利率24%的部分请求调减"
    assert "text.law" in {problem.rule for problem in nd.check(nd.load(case), acknowledge=STOPS)}


def test_an_adviser_is_no_agent_before_a_court():
    case = card_over_claimed()
    case["borrower"]["agent"] = {"name": "某顾问", "kind": "adviser"}
    assert "answer.adviser" in refused(case, "jurisdiction")
    del case["borrower"]["agent"]
    assert "missing.agent" in refused(case, "jurisdiction")


def test_kinship_is_no_position_and_stands_beside_the_name():
    case = card_over_claimed()
    case["borrower"]["agent"] = {
        **case["borrower"]["agent"],
        "name": "汤静远",
        "kind": "relative",
        "organisation": None,
    }
    text = answer(case).text
    assert "姓名：汤静远（近亲属）" in text
    assert "职务：\n" in text
    assert re.search(r"Name: 汤静远 \(.*relative\)", answer(case, "en").text)


def test_a_buyer_of_the_debt_sues_under_the_original_cause():
    document = answer(transferee_without_notice())
    assert document.text.startswith("民事答辩状\n（信用卡纠纷）")
    assert "原告：示例资产管理有限公司" in document.text


def test_the_english_text_is_marked_as_never_to_be_filed():
    for lang in ("en", "zh+en"):
        assert "only to be read and never to be filed" in answer(card_over_claimed(), lang).text


def test_the_variants_of_a_suit_are_met_by_the_tests_of_all_papers():
    assert {name for name in variants() if name.startswith("sued-")} >= {f"sued-{name}" for name in some(SUED)}


LATER = [
    {"id": "terms", "name": "领用合约", "group": "debt", "status": "pending", "due": "2026-12-05"},
    {"id": "call", "name": "开卡录音", "group": "debt", "status": "unavailable", "reason": "银行没有提供"},
]


def test_evidence_that_is_still_to_come_or_cannot_be_had_is_told_beside_the_answer():
    case = card_over_claimed()
    case["evidence"] += LATER
    case["debts"][0]["litigation"]["claims"][2]["evidence"] = ["terms"]
    case["debts"][0]["litigation"]["facts"][1]["evidence"] = ["call"]
    said, english = answer(case).text, answer(case, "en").text
    costs, repaid = row(said, "对实现债权的费用有无异议"), row(said, "对被告已还款金额有无异议")
    assert "合约没有约定律师费。领用合约将于2026年12月5日前补交。" in costs
    assert "开卡录音暂时无法提供，原因是银行没有提供。" in repaid
    assert "will be submitted by 5 December 2026." in english
    assert "cannot be provided at present" in english


@pytest.mark.parametrize(("claimed", "told"), [("2800.00", "按账单所列"), ("3000.00", "仅按"), ("2000.00", "")])
def test_the_sum_above_the_rate_is_of_what_is_claimed_or_says_of_what_it_is(claimed, told):
    case = private_loan()
    case["debts"][0]["litigation"]["claims"][1]["amount"] = claimed
    said, english = answer(case).text, answer(case, "en").text
    grounds = row(said, "有无其他免责/减责事由")
    assert ("按账单所列期间和本金计算，超过" in grounds) == (told == "按账单所列")
    assert ("仅按已列明期间的息费2,800.00元计算，就已超过" in grounds) == (told == "仅按")
    assert ("already by the RMB 2,800.00 whose period is listed" in english) == (told == "仅按")
    assert bool(re.search(r"超过[\d,.]+元", grounds)) == bool(told)


def test_who_raises_limitation_asks_for_a_reduction_only_in_case_it_fails_and_tells_no_sum():
    case = sued(time_barred(), requests=["reduce_penalty"])
    said, english = answer(case).text, answer(case, "en").text
    assert "请求驳回原告的诉讼请求。如人民法院不采纳时效抗辩，答辩人另提出：原告主张的违约金过分高于" in said
    assert "Should the court not accept that defence" in english
    assert "如人民法院不采纳" not in answer(card_over_claimed()).text


def test_fees_that_are_claimed_apart_are_no_part_of_the_interest_of_a_loan():
    text = answer(SUED["online-loan"]()).text
    interest = row(text, "对利息（期内利息、复利、罚息）有无异议")
    assert "所列利息、罚息为1,900.00元，原告主张的数额多出1,400.00元" in interest
    in_english = answer(SUED["online-loan"](), lang="en").text
    assert "lists RMB 1,900.00 of interest and penalty interest; the sum claimed is RMB 1,400.00 more" in in_english


@pytest.mark.parametrize(
    ("basis", "contract", "law"),
    [
        ("借款合同第十二条；民法典第五百八十五条", "借款合同第十二条", "民法典第五百八十五条"),
        ("《领用合约》第九条", "《领用合约》第九条", ""),
        ("领用合约第九条规定的计算方法。诉讼时效规定第三条", "领用合约第九条规定的计算方法", "诉讼时效规定第三条"),
        ("消费者权益保护法第二十六条\n借据", "借据", "消费者权益保护法第二十六条"),
    ],
)
def test_what_is_relied_on_stands_under_the_contract_or_under_the_law_clause_by_clause(basis, contract, law):
    for lang, told in (("zh", f"合同约定：{contract}\n法律规定：{law}"), ("en", None)):
        text = answer(sued(card_over_claimed(), basis=basis), lang=lang).text
        if told:
            assert row(text, "答辩依据") == told
        else:
            of_contract, of_law = text.split("Of the contract:")[1].split("Of law:")
            assert contract in of_contract
            assert law in of_law.split("\n")[0]


def test_the_english_of_a_basis_stands_where_the_chinese_does():
    case = sued(card_over_claimed(), basis="民法典第五百八十五条第二款")
    case["english"] = {"民法典第五百八十五条第二款": "Civil Code, article 585(2)"}
    assert "Of law: Civil Code, article 585(2)" in answer(case, lang="en").text


def test_the_vouchers_of_a_payment_are_cited_and_listed_wherever_it_is_told():
    case = card_over_claimed()
    debt = case["debts"][0]
    debt["payments"][0]["evidence"] = ["flow"]
    for said in (*debt["litigation"]["claims"], *debt["litigation"]["facts"]):
        said.pop("evidence", None)
    text = answer(case).text
    assert "2026年11月20日以后的合计500.00元（见证据1），请予核对扣除" in row(text, "对透支本金有无异议")
    assert "（2026年11月21日还款500.00元，凭证号0088）（见证据1）" in row(text, "对被告已还款金额有无异议")
    assert "证据1　银行流水" in row(text, "证据清单（可另附页）")
    assert "come to RMB 500.00 in all (see Evidence 1)" in answer(case, lang="en").text


def test_a_loan_has_no_default_charge_of_a_card_to_be_reduced():
    told = {"card-over-claimed": "原告主张的违约金过分", "online-loan": "原告主张的罚息、复利或者违约金过分"}
    told["private-loan"] = "原告主张的逾期利息或者违约金过分"
    for name, words in told.items():
        assert words in answer(sued(SUED[name](), requests=["reduce_penalty"])).text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_part_of_a_claim_without_a_sum_is_admitted_in_words(lang):
    case = card_over_claimed()
    del case["debts"][0]["litigation"]["claims"][0]["amount"]
    told = {
        "zh": "答辩人只确认其中21,100.00元，对其余部分有异议",
        "en": "The defendant confirms RMB 21,100.00 only and objects to the rest",
    }
    assert told[lang] in answer(case, lang).text
