"""What the creditor agreed to, and wrote, otherwise than was asked or said: papers of one day tell one thing."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.schedule import agreed_schedule
from negotiation_docs.outlook import outlook
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.performed import again, in_plan

OFFERS = {"hardship_letter", "repayment_plan"}
LUMP = {"waive": {"interest": "100.00", "penalty": "138.60"}, "settlement": {"pay_by": "2026-12-20"}}
WRONG = {"date": "2026-11-19", "channel": "email", "ref": "Q9", "plan": {"periods": 30}}


def agreed(proposal: dict[str, Any] | None = None, **agreement: Any) -> dict[str, Any]:
    changes = {"proposal": proposal} if proposal else {}
    return with_debt(**changes, agreement={**plain()["debts"][0]["agreement"], **agreement})


def due(case: dict[str, Any]) -> set[str]:
    return {paper.kind.name for paper in outlook(nd.load(case), "one", nd.kinds()) if not paper.idle}


def test_nobody_offers_anew_what_was_answered_with_another_plan():
    assert due(plain()) >= OFFERS
    other = agreed(terms={"plan": {"periods": 24}})
    assert not due(other) & OFFERS
    assert "confirmation_request" in due(other)
    assert not due(again(plain())) & OFFERS


def test_a_confirmation_that_has_a_figure_otherwise_is_to_be_put_right_before_anything_is_signed():
    case = agreed(confirmed=WRONG)
    assert "confirmation_request" in due(case)
    assert "repayment_agreement" not in due(case)
    letter = nd.render("confirmation_request", nd.load(case)).text
    assert "确认（编号Q9）。该确认的期数和金额与下列内容不一致，请核对更正，或者说明理由。" in letter
    assert "分36期" in letter
    assert "30期" not in letter
    english = nd.render("confirmation_request", nd.load(case), lang="en").text
    assert "That confirmation differs from what follows in these points: Instalments." in english
    steps = nd.next_steps(nd.load(case)).steps
    assert any("请对方更正书面确认" in step.what for step in steps)


@pytest.mark.parametrize("later", [{"payments": [{"date": "2026-11-20", "amount": "720.00"}]}, {}])
def test_one_that_says_the_same_or_was_paid_on_is_left_alone(later):
    written = WRONG if later else {**WRONG, "plan": True}
    case = agreed(confirmed=written)
    case["debts"][0].update(later)
    assert "confirmation_request" not in due(case)
    assert not any("更正" in step.what for step in nd.next_steps(nd.load(case)).steps)


@pytest.mark.parametrize("creditor", ["bank_card", "consumer_finance", "private"])
def test_a_certificate_after_a_settlement_names_what_was_agreed_and_waived(creditor):
    confirmed = {"date": "2026-11-18", "channel": "sms", "ref": "C1"}
    case = agreed(LUMP, terms={"plan": True, "waive": LUMP["waive"]}, confirmed=confirmed)
    case["debts"][0].update(
        creditor=CREDITORS[creditor],
        payments=[{"date": "2026-11-21", "amount": str(owed(case))}],
        settled="2026-11-21",
    )
    request = nd.render("settlement_certificate_request", nd.load(case)).text
    assert "2026年11月18日以短信确认（编号C1），一次性偿还" in request
    assert "根据" not in request.split("一次性偿还")[0]
    assert "即告结清，本人已如数偿还，" in request
    assert "同意减免的利息100.00元、" in request
    english = nd.render("settlement_certificate_request", nd.load(case), lang="en").text
    assert "was to settle the debt; I have paid all of it, without the interest of RMB 100.00 and" in english


def test_a_certificate_that_was_asked_for_before_without_an_answer_is_asked_for_again():
    case = in_plan(6, settled="2027-06-05")
    asked = {
        "at": "2027-06-07 09:00", "direction": "outgoing", "channel": "email", "summary": "申请结清证明", "ref": "J7",
        "sent": ["settlement_certificate_request"],
    }  # fmt: skip
    case["debts"][0]["contacts"].append(asked)
    for lang, words in (
        ("zh", "以下请求，本人已于2027年6月7日提出（业务编号J7），至今没有收到答复，现再次提出。"),
        ("en", "I first asked for this on 7 June 2027 (reference J7) and have had no answer; I ask again."),
    ):
        assert nd.render("settlement_certificate_request", nd.load(case), lang=lang).text.count(words) == 1
        case["debts"][0]["contacts"][-1] = {**asked, "reply": "已受理", "outcome": "accepted"}
        assert words not in nd.render("settlement_certificate_request", nd.load(case), lang=lang).text
        case["debts"][0]["contacts"][-1] = asked


def owed(case: dict[str, Any]) -> Any:
    return agreed_schedule(nd.load(case)).total


def test_an_agreement_on_one_sum_says_that_it_settles_the_debt_whatever_else_is_open():
    case = agreed(LUMP, terms={"plan": True}, unclear=["breach"])
    assert "借款人按本协议全部付清后，该笔债务即告结清。" in nd.render("repayment_agreement", nd.load(case)).text
    instalments = agreed(terms={"plan": True}, unclear=["waive"])
    assert "即告结清" not in nd.render("repayment_agreement", nd.load(instalments)).text


def test_a_highest_instalment_is_not_called_each_one():
    proposal = {**plain()["debts"][0]["proposal"], "remaining_charges": "last_instalment"}
    case = nd.load(with_debt(proposal=proposal, agreement=None, contacts=None))
    assert "还款方案\t最高一期" in nd.render("financial_statement", case).text
    assert "at most" in nd.render("financial_statement", case, lang="en").text
    level = nd.load(with_debt(agreement=None, contacts=None))
    assert "还款方案\t每期" in nd.render("financial_statement", level).text


def test_a_sum_that_settles_is_no_first_instalment_in_the_steps():
    case = agreed(LUMP, terms={"plan": True}, confirmed={"date": "2026-11-18", "channel": "sms"})
    whats = [step.what for step in nd.next_steps(nd.load(case)).steps]
    assert any("还一次性款项" in what for what in whats)
    assert not any("第1期" in what for what in whats)


def test_principal_is_not_run_up():
    case = with_debt(proposal={**LUMP, "waive": {"principal": "1000.00"}, "funds": "父母资助"}, agreement=None)
    assert "减免本金中的1,000.00元" in nd.render("fee_waiver_request", nd.load(case)).text
