"""还款协议书: parties, debt and what was agreed, for both to sign; what was not said is no term of it."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(name: str, lang: str = "zh") -> str:
    return nd.render("repayment_agreement", loaded(name), lang=lang).text


def refused(**facts: Any) -> set[str]:
    with pytest.raises(nd.FactsError) as caught:
        nd.render("repayment_agreement", nd.load(with_debt(**facts)))
    return {problem.rule for problem in caught.value.problems}


def test_both_parties_and_the_debt_are_told():
    text = made("agreed-with-a-friend")
    assert "出借人：赵国梁。" in text
    assert "借款人：顾清和，公民身份号码110101199001011237" in text
    assert "借款人于2024年3月5日向出借人借款（2024年3月5日借条）。截至2026年11月20日，未还本金21,600.00元" in text


def test_every_term_that_was_agreed_stands_there_once():
    text = made("agreed-with-a-friend")
    for term in (
        "1.借款人自2026年12月25日起分36期偿还本金21,600.00元",
        "2.还款账户：赵国梁名下尾号3008的账户；",
        "3.履行期间不再计收利息和逾期利息；",
        "4.出借人减免利息612.35元、逾期利息138.60元；",
        "5.可提前结清，不另收费用；",
        "6.违约后果：连续两期未还的恢复原约定。",
    ):
        assert text.count(term) == 1, term
    assert "借款人按本协议全部付清后，这笔借款即告结清" in text


def test_what_was_not_agreed_is_named_and_no_term():
    text = made("creditor-bank_card")
    agreed, _, rest = text.partition("没有谈妥的事项")
    assert "不在本协议之内，由双方另行书面商定" in rest
    assert "利息612.35元、违约金138.60元如何偿还" in rest
    for term in ("停止催收", "减免", "提前结清", "违约后果", "征信"):
        assert term not in agreed, term
    assert "即告结清" not in text, "interest and penalty are still open"


@pytest.mark.parametrize(("lang", "told"), [("zh", ("其他费用", "罚息")), ("en", ("fees", "penalty interest"))])
def test_a_charge_left_open_goes_by_its_own_name_and_never_by_that_of_the_file(lang, told):
    case = with_debt(creditor=CREDITORS["bank_loan"])
    case["debts"][0]["agreement"]["unclear"] = ["fees", "penalty"]
    for kind in ("repayment_agreement", "confirmation_request"):
        said = nd.render(kind, nd.load(case), lang=lang).text
        assert all(name in said.casefold() for name in told)
        assert lang == "en" or "fees" not in said


def test_nothing_is_invented_for_the_case_of_a_breach():
    for word in ("违约责任", "管辖", "仲裁", "律师费", "担保", "连带", "加收"):
        assert word not in made("creditor-bank_card"), word


def test_both_sign_and_the_lender_writes_its_own_day():
    lines = made("agreed-with-a-friend").splitlines()
    assert lines[-4:] == ["出借人（签名）：", "出借人签署日期：", "借款人（签名）：", "2026年11月21日"]
    assert "债权人（盖章）：" in made("creditor-bank_card").splitlines()
    assert "一式两份，双方各执一份" in made("agreed-with-a-friend")


def test_a_spouse_who_consents_signs_for_no_more_than_knowing_of_it():
    spouse = [{"name": "李敏", "role": "spouse", "consents": True}]
    text = nd.render("repayment_agreement", nd.load(with_debt(parties=spouse))).text
    assert "李敏的签名仅表示知悉本方案，不构成债务加入、保证或对债务的追认。" in text


def test_without_consent_there_is_nothing_to_sign():
    talk = with_debt()["debts"][0]["contacts"][0]
    assert "agreement.not_binding" in refused(contacts=[{**talk, "outcome": "unclear"}])
    later = {"at": "2026-11-19", "direction": "incoming", "channel": "phone", "summary": "不同意", "outcome": "refused"}
    assert "agreement.not_binding" in refused(contacts=[talk, later])
    assert "missing.plan" in refused(agreement={"reached": "2026-11-16", "terms": {"payment_account": "原账户"}})


def test_the_strip_tells_both_the_debt_and_the_plan():
    assert strip(nd.render("repayment_agreement", loaded("agreed-with-a-friend"))) == {
        "出借人": "赵国梁",
        "借款人": "顾清和",
        "债务": "借款",
        "方案": "36期，每期600.00元\n2026年12月25日起",
    }


def test_in_a_contract_the_borrower_is_named_and_never_speaks_of_himself():
    case = nd.load(with_debt(payments=[{"date": "2026-11-21", "amount": "500.00"}]))
    said, english = (nd.render("repayment_agreement", case, lang=lang).text for lang in ("zh", "en"))
    assert "2026年11月21日，借款人已还款500.00元，未计入上述金额。" in said
    assert "本人" not in said
    assert "Since then the borrower has paid RMB 500.00" in english
    assert " I " not in english
