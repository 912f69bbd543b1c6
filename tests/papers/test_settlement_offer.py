"""一次性结清申请: amount, day and source, what is waived line by line, confirmation first, the certificate after."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(name: str, lang: str = "zh", **options: Any) -> str:
    return nd.render("settlement_offer", loaded(name), lang=lang, **options).text


def test_the_payment_has_its_amount_in_figures_and_words_its_day_and_its_source():
    text = made("refused-settles")
    assert "于2026年12月31日前一次性偿还21,600.00元（人民币贰万壹仟陆佰元整），款项来源：可变现资产（存款）。" in text


def test_what_is_waived_is_named_line_by_line_and_adds_up():
    assert "申请减免利息612.35元、违约金138.60元，合计750.95元，占上述合计的3.36%" in made("refused-settles")
    friend = made("settled-friend")
    assert "申请减免本金中的3,000.00元、利息612.35元、逾期利息138.60元，合计3,750.95元" in friend
    assert "RMB 3,000.00 of the principal" in made("settled-friend", "en")


def test_confirmation_comes_before_the_payment_with_account_release_and_no_assignment():
    text = made("refused-settles")
    assert "请在付款之前以书面形式" in text
    assert "收款户名、账号和开户行" in text
    assert "减免的部分不再主张，也不转让给他人" in text
    assert "收到上述书面确认后，本人按确认的收款账户付款，不付给个人账户" in text
    assert text.index("请在付款之前") < text.index("款项到账后，请出具加盖业务公章的结清证明")


def test_without_a_waiver_nothing_is_said_of_one():
    text = made("settled-whole")
    assert "该金额即为上述合计，本人没有申请减免" in text
    assert "不再主张" not in text
    assert "债务减免" not in text
    assert "申请减免" not in strip(nd.render("settlement_offer", loaded("settled-whole")))


def test_a_guarantor_is_to_be_released():
    assert "请书面确认保证人李敏的保证责任已经消灭" in made("settled-whole")


def settling(**facts: Any) -> nd.Case:
    once = {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款"}
    return nd.load(with_debt(proposal=once, **facts))


def test_what_else_is_asked_for_is_told_in_the_persons_own_words():
    once = {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款", "other": ["付款后十个工作日内出具结清证明"]}
    case = nd.load(with_debt(proposal=once, agreement=None))
    assert "付款后十个工作日内出具结清证明；" in nd.render("settlement_offer", case).text
    assert "请贵行付款后十个工作日内出具结清证明。" in nd.render("repayment_plan", case).text
    english = nd.render("repayment_plan", case, lang="en").text
    assert "Other requests" in english
    assert "付款后十个工作日内出具结清证明" in english
    assert "“付款后十个工作日内出具结清证明” [in Chinese]." in nd.render("settlement_offer", case, lang="en").text
    assert "plan.settlement_alternative" not in {one.rule for one in nd.check(case)}


def test_a_plan_of_one_payment_says_where_it_goes():
    once = {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款", "payment_account": "尾号5573的账户"}
    case = nd.load(with_debt(proposal=once, agreement=None))
    assert "还款账户为尾号5573的账户" in nd.render("repayment_plan", case).text
    assert "尾号5573的账户" in nd.render("repayment_plan", case, lang="en").text


def test_the_account_that_the_borrower_wants_to_pay_into_is_told():
    once = {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款", "payment_account": "尾号5573的账户"}
    case = nd.load(with_debt(proposal=once, agreement=None))
    assert "，还款账户为尾号5573的账户，款项来源：现有存款。" in nd.render("settlement_offer", case).text
    assert "The payment goes to: “尾号5573的账户” [in Chinese]." in nd.render("settlement_offer", case, lang="en").text


def test_what_was_pledged_is_to_be_handed_back_and_what_was_mortgaged_only_released():
    ring = {"what": "金手镯一只", "kind": "pledge"}
    car = {"what": "小型轿车一辆", "kind": "mortgage"}
    both = settling(agreement=None, contract={"security": [ring, car]})
    text = nd.render("settlement_offer", both).text
    assert "请办理金手镯一只、小型轿车一辆的解除担保手续，质押的财物和凭证一并返还；" in text
    assert "and hand back what was pledged." in nd.render("settlement_offer", both, lang="en").text
    assert "返还" not in nd.render("settlement_offer", settling(agreement=None, contract={"security": [car]})).text


def test_foreign_money_in_dispute_is_not_said_to_be_owed():
    case = with_debt(proposal={"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款"}, agreement=None)
    case["debts"][0]["balance"] |= {"disputed": True, "foreign": [{"currency": "USD", "amount": "120.35"}]}
    text = nd.render("settlement_offer", nd.load(case)).text
    assert "外币款项如何核对，请一并告知" in text
    assert "外币欠款" not in text


@pytest.mark.parametrize(
    ("asked", "words", "english"),
    [
        (
            {"proposal": {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款"}},
            "一次性结清的金额和付款期限；",
            "The amount that settles the debt, and by when to pay it;",
        ),
        (
            {
                "proposal": None,
                "deferral": {"holiday": {"from": "2026-12", "to": "2027-02"}, "reason": "病休", "evidence": []},
            },
            "延期的款项、延至的日期和恢复还款的日期；",
            "Which payments are deferred, until when, and when payments resume;",
        ),
        ({}, "分期的期数、每期金额和还款日；", "Number, amounts and dates of the instalments;"),
    ],
)
def test_a_request_to_confirm_asks_for_what_the_borrower_asked_for_and_not_always_for_instalments(
    asked, words, english
):
    case = with_debt(**asked)
    case["debts"][0]["agreement"] |= {"terms": {"other": ["材料交齐后再定"]}, "unclear": None}
    text = nd.render("confirmation_request", nd.load(case)).text
    assert words in text
    assert english in nd.render("confirmation_request", nd.load(case), lang="en").text
    assert ("能否提前结清" in text) is ("结清的金额" not in text)


def test_a_friend_gives_a_receipt_and_the_note_back_and_reads_no_words_of_banks():
    text = made("settled-friend")
    assert "签名的结清凭据，有借条、欠条原件的，一并退还本人" in text
    for word in ("公章", "征信", "贵", "个人账户"):
        assert word not in text


def test_a_disputed_sum_is_no_admission():
    once = {"settlement": {"pay_by": "2026-12-31"}, "funds": "现有存款"}
    case = with_debt(agreement=None, contacts=None, proposal=once)
    case["debts"][0]["balance"]["disputed"] = True
    text = nd.render("settlement_offer", nd.load(case)).text
    assert "仅作测算基数，不构成对金额的认可" in text
    assert "尚欠" not in text
    assert "人民币" not in text


def test_instalments_are_no_settlement():
    with pytest.raises(nd.FactsError) as caught:
        nd.render("settlement_offer", nd.load(with_debt(agreement=None)))
    assert "debts[0].proposal.settlement" in {problem.path for problem in caught.value.problems}


def test_a_payment_that_nothing_covers_is_refused():
    once = {"settlement": {"pay_by": "2026-12-31"}}
    data = with_debt(agreement=None, contacts=None, proposal=once)
    data["finances"]["assets"] = []
    with pytest.raises(nd.FactsError):
        nd.render("settlement_offer", nd.load(data))


def test_the_strip_tells_account_debt_payment_and_waiver():
    assert strip(nd.render("settlement_offer", loaded("refused-settles"))) == {
        "账户": "信用卡\n卡号尾号7716",
        "欠款合计": "22,350.95元\n截至2026年11月20日",
        "一次性偿还": "21,600.00元\n2026年12月31日前",
        "申请减免": "750.95元\n占合计3.36%",
    }
