"""What a debt asks for next: each state and day brings its step, and the fact that ends it takes it away."""

from __future__ import annotations

import pickle
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs import Urgency
from negotiation_docs.names import STOPS
from negotiation_docs.outlook import outlook
from negotiation_docs.standing.events import events
from negotiation_docs.standing.occasions import occasions, paper_words, words
from tests.make.again import DENIED, MADE, RECORD
from tests.make.cases import CREDITORS, plain, with_case, with_debt
from tests.make.performed import DAYS as PAY_DAYS
from tests.make.performed import changing
from tests.make.variants import variants
from tests.packaging.snippets import ROOT
from tests.read.some import some

TODAY = date(2026, 11, 21)
TALK = {"at": "2026-11-16", "direction": "outgoing", "channel": "phone", "summary": "说明失业情况，提出分期"}
CONFIRMED = {"date": "2026-11-18", "channel": "sms"}
AGREED = {"reached": "2026-11-16", "terms": {"plan": True, "payment_account": "原账户"}, "reply_by": "2026-12-10"}
LITIGATION = {"stage": "sued", "received": "2026-11-16", "court": "示例市示例区人民法院"}


def of(debt: dict[str, Any] | None = None, on: date | None = None, **changes: Any) -> nd.NextSteps:
    """The steps of the plain case with a debt that was changed."""
    return nd.next_steps(nd.load(debt or with_debt(**changes)), on=on)


def one(found: nd.NextSteps, kind: str) -> nd.Step:
    (step,) = (step for step in found if step.kind == kind)
    return step


def kinds_of(found: nd.NextSteps) -> set[str]:
    return {step.kind for step in found if step.urgency is not Urgency.OPEN}


def talk(outcome: str, at: str = "2026-11-16", **facts: Any) -> dict[str, Any]:
    return {**TALK, "at": at, "outcome": outcome, **facts}


def in_plan(*payments: str, first_due: str = "2026-12-25", **changes: Any) -> dict[str, Any]:
    """A plan of 36 × 600.00 that was confirmed, with one payment of 600.00 on each of the days."""
    paid = [{"date": day, "amount": "600.00"} for day in payments]
    plan = {"method": "interest_free", "periods": 36, "first_due": first_due}
    agreement = {**AGREED, "confirmed": CONFIRMED}
    return with_debt(proposal=plan, contacts=[talk("accepted")], agreement=agreement, payments=paid, **changes)


def test_the_first_letter_is_asked_for_with_what_it_encloses():
    found = of(contacts=None, agreement=None)
    opening = one(found, "opening")
    assert (opening.paper, opening.urgency, opening.by) == ("hardship_letter", Urgency.NOW, None)
    assert opening.what == "写第一封信《困难情况说明》"
    assert opening.why == "2026年9月10日起已逾期72天，还没有协商过"
    enclosed = [step.paper for step in found if step.goes_with == "hardship_letter"]
    assert enclosed == ["repayment_plan", "financial_statement", "evidence_list"]


def test_nobody_is_called_overdue_who_states_no_due_day():
    found = of(contacts=None, agreement=None, due=None)
    assert "逾期" not in found.debts[0].told.replace("最早逾期还款日", "")
    assert one(found, "opening").why.startswith("没有写最早逾期还款日，还没有协商过")


def test_before_the_due_day_the_letter_is_due_by_that_day_and_a_loan_that_goes_on_is_simply_paid():
    asked = one(of(contacts=None, agreement=None, due="2026-12-20"), "opening")
    assert (asked.by, asked.urgency) == (date(2026, 12, 20), Urgency.COMING)
    goes_on = one(of(contacts=None, agreement=None, due="2026-11-25", proposal=None), "goes_on")
    assert (goes_on.by, goes_on.urgency, goes_on.paper) == (date(2026, 11, 25), Urgency.NOW, None)


def test_a_letter_that_lacks_facts_names_them_by_their_places():
    debts = with_debt(contacts=None, agreement=None)["debts"]
    opening = one(of(with_case(hardship=None, debts=debts)), "opening")
    assert opening.what == "写第一封信"
    assert opening.waits_for == ("hardship",)
    assert not opening.ready
    assert opening.why.endswith("《困难情况说明》还不能写：缺少“困难情况”")


def test_an_enclosure_that_is_wrong_is_put_right_before_the_letter_goes():
    plan = {"method": "interest_free", "periods": 3, "first_due": "2026-12-25"}
    found = of(contacts=None, agreement=None, proposal=plan)
    held = next(step for step in found if step.paper == "repayment_plan")
    assert (held.urgency, held.goes_with, held.stopped_by) == (Urgency.NOW, "hardship_letter", ("plan.unaffordable",))
    assert held.why.startswith("每月最多须还7,200.00元，超过每月可用于偿还的1,700.00元")
    order = [step.paper for step in found]
    assert order.index("repayment_plan") < order.index("hardship_letter")


@pytest.mark.parametrize(
    ("creditor", "balance", "what"),
    [
        ({"name": "示例借款APP", "kind": "platform"}, {}, "先问清放款机构是谁"),
        (CREDITORS["bank_card"], {"principal": None}, "先问清欠多少"),
        (CREDITORS["bank_card"], {"disputed": ["penalty"]}, "核对有争议的金额"),
    ],
)
def test_figures_that_are_not_known_or_disputed_are_asked_for(creditor, balance, what):
    known = {"as_of": "2026-11-20", "principal": "21600.00", "source": "账单", **balance}
    found = one(of(contacts=None, agreement=None, creditor=creditor, balance=known, proposal=None), "figures")
    assert (found.paper, found.urgency) == ("account_statement_request", Urgency.NOW)
    assert found.what == f"写《欠款明细及合同资料提供申请》，{what}"


def test_an_answer_is_waited_for_seven_days_then_asked_for_then_asked_for_above():
    waiting = {"contacts": [talk("pending", ref="YW1")], "agreement": None}
    awaited = one(of(**waiting), "answer")
    assert (awaited.urgency, awaited.by, awaited.paper) == (Urgency.WAITING, date(2026, 11, 23), None)
    asked = one(of(**waiting, on=date(2026, 11, 24)), "answer")
    assert (asked.urgency, asked.paper) == (Urgency.NOW, "progress_query")
    above = one(of(**waiting, on=date(2026, 12, 1)), "answer")
    assert (above.urgency, above.paper) == (Urgency.NOW, "escalation_request")
    assert {awaited.id, asked.id, above.id} == {"one.answer.20261116T0000"}, "one matter, one reminder"


def test_a_talk_without_a_reference_is_asked_about_by_telephone():
    asked = one(of(contacts=[talk("pending", at="2026-11-12")], agreement=None), "answer")
    assert asked.what == "打电话问办理进展；有业务编号的，记下来"
    assert (asked.paper, asked.waits_for) == ("progress_query", ("debts[0].contacts",))


@pytest.mark.parametrize("reply", ["请先提交书面申请和收入证明", "要书面材料才能受理", "需要提供收入证明"])
@pytest.mark.parametrize("on", [TODAY, date(2026, 11, 24), date(2026, 12, 1)])
def test_who_is_asked_for_a_written_application_is_led_to_the_first_letter_and_to_no_desk_above(reply, on):
    first = one(of(contacts=[talk("pending", reply=reply)], agreement=None, on=on), "opening")
    assert (first.paper, first.urgency) == ("hardship_letter", Urgency.NOW)
    sent = of(contacts=[talk("pending", reply=reply, sent=["hardship_letter"])], agreement=None, on=on)
    assert "opening" not in kinds_of(sent)
    assert "answer" in kinds_of(sent)


@pytest.mark.parametrize("reply", ["会书面答复", "不接受书面申请", "无需提交材料，等候审批", "已转交相关部门"])
def test_a_reply_that_asks_for_nothing_is_waited_for(reply):
    found = kinds_of(of(contacts=[talk("pending", reply=reply)], agreement=None))
    assert "answer" in found
    assert "opening" not in found


def test_a_reply_removes_the_waiting_step():
    assert "answer" in kinds_of(of(contacts=[talk("pending")], agreement=None))
    for outcome, kind in (("accepted", "consent"), ("refused", "refused")):
        answered = kinds_of(of(contacts=[talk(outcome)], agreement=None))
        assert "answer" not in answered
        assert kind in answered


def test_a_promise_of_the_lender_is_waited_for_and_past_its_day_brings_the_query():
    said = {"promise": "三日内答复", "promise_due": "2026-11-25", "ref": "YW1"}
    facts = {"contacts": [talk("pending", **said)], "agreement": None}
    awaited = one(of(**facts), "promise")
    assert (awaited.urgency, awaited.by, awaited.paper) == (Urgency.WAITING, date(2026, 11, 25), None)
    assert "answer" not in kinds_of(of(**facts)), "one waits once"
    late = one(of(**facts, on=date(2026, 11, 26)), "promise")
    assert (late.urgency, late.by, late.paper) == (Urgency.NOW, date(2026, 11, 25), "progress_query")
    assert late.why == "对方2026年11月16日答应在2026年11月25日以前做到“三日内答复”，已过1天"
    assert late.id == awaited.id
    kept = of(contacts=[talk("pending", **said, promise_kept=True)], agreement=None)
    assert "promise" not in kinds_of(kept)


def test_nobody_is_asked_for_an_answer_while_the_borrower_owes_what_was_promised_in_that_talk():
    waited = {"agreement": None, "on": date(2026, 12, 20)}
    said = {"own_promise": "补交村委会证明", "own_promise_due": "2026-12-25"}
    assert "answer" in kinds_of(of(contacts=[talk("unclear")], **waited))
    assert "answer" not in kinds_of(of(contacts=[talk("unclear", **said)], **waited))
    assert "own_promise" in kinds_of(of(contacts=[talk("unclear", **said)], **waited))
    assert "answer" in kinds_of(of(contacts=[talk("unclear", **said, own_promise_kept=True)], **waited))


def test_ones_own_promise_is_overdue_the_day_after_and_gone_once_kept():
    said = {"own_promise": "补交证明", "own_promise_due": "2026-11-25"}
    facts = {"contacts": [talk("pending", **said)], "agreement": None}
    assert one(of(**facts), "own_promise").urgency is Urgency.NOW
    assert one(of(**facts, on=date(2026, 11, 25)), "own_promise").urgency is Urgency.NOW, "today is not over"
    late = of(**facts, on=date(2026, 11, 26))
    assert one(late, "own_promise").urgency is Urgency.OVERDUE
    assert late.steps[0].kind == "own_promise"
    assert one(late, "own_promise").record == ("debts[0].contacts[0].own_promise_kept",)
    kept = of(contacts=[talk("pending", **said, own_promise_kept=True)], agreement=None)
    assert "own_promise" not in kinds_of(kept)


def test_a_refusal_leads_a_step_up_and_says_when_there_is_none():
    up = one(of(contacts=[talk("refused")], agreement=None), "refused")
    assert (up.paper, up.ready) == ("escalation_request", True)
    last = one(of(contacts=[talk("refused", level="regulator")], agreement=None), "refused")
    assert last.stopped_by == ("escalation.last",)
    assert "先咨询律师或12348法律援助" in last.why
    assert "已经沟通到监管部门这一级" in last.why, "the steps between were not tried"
    assert "要写给还没有试过的一级" in last.why


def test_what_was_promised_after_a_confirmation_and_not_done_is_asked_after():
    confirmed = {
        "reached": "2026-11-16",
        "terms": {"plan": True},
        "confirmed": {"date": "2026-11-18", "channel": "sms"},
    }
    said = {"promise": "五个工作日内退回多扣的款", "promise_due": "2026-11-20"}
    since = of(contacts=[talk("accepted"), talk("pending", at="2026-11-19", **said)], agreement=confirmed)
    assert one(since, "promise").urgency is Urgency.NOW
    before = of(contacts=[talk("accepted", **said)], agreement=confirmed)
    assert "promise" not in kinds_of(before), "the confirmation takes up what was promised before"


@pytest.mark.parametrize("outcome", ["refused", "unclear"])
def test_once_a_court_has_the_matter_no_step_up_at_the_lender_is_asked_for(outcome):
    """Its days come first; before a mediator the talks go on."""
    talks = {"contacts": [talk(outcome, at="2026-11-01")], "agreement": None}
    suit = {"stage": "sued", "received": "2026-11-18", "court": "示例市示例区人民法院"}
    led_up = {"refused", "silence", "long_silence", "answer"}
    assert kinds_of(of(**talks)) & led_up
    assert kinds_of(of(**talks, litigation={**suit, "stage": "mediation"})) & led_up
    assert not kinds_of(of(**talks, litigation=suit)) & led_up


def test_a_written_confirmation_turns_the_request_off_and_starts_the_instalments():
    said = of(contacts=[talk("accepted")], agreement=AGREED)
    consent = one(said, "consent")
    assert (consent.paper, consent.ready) == ("confirmation_request", True)
    assert one(said, "unconfirmed_instalment").by == date(2026, 12, 25)
    assert "instalment" not in kinds_of(said)
    confirmed = of(in_plan())
    assert kinds_of(confirmed) == {"instalment"}
    assert "confirmation_request" not in {step.paper for step in confirmed}
    first = one(confirmed, "instalment")
    assert (first.id, first.by, first.urgency) == ("one.instalment.1", date(2026, 12, 25), Urgency.COMING)
    assert first.what == "2026年12月25日还第1期600.00元"


def test_a_request_that_was_handed_in_is_waited_for_until_its_day_and_asked_for_again():
    sent = talk("pending", at="2026-11-20", sent=["confirmation_request"])
    facts = {"contacts": [talk("accepted"), sent], "agreement": AGREED}
    awaited = one(of(**facts), "consent")
    assert (awaited.urgency, awaited.by) == (Urgency.WAITING, date(2026, 12, 10))
    assert awaited.what == "等对方对《协商结果书面确认申请》的答复"
    again = one(of(**facts, on=date(2026, 12, 11)), "consent")
    assert (again.urgency, again.paper) == (Urgency.NOW, "confirmation_request")


def test_an_answer_to_a_paper_is_waited_for_once():
    sent = talk("pending", at="2026-11-20", sent=["account_statement_request"])
    unknown = {"as_of": "2026-11-20", "source": "账单"}
    found = of(contacts=[sent], agreement=None, balance=unknown, proposal=None)
    waiting = [step for step in found if step.urgency is Urgency.WAITING]
    assert [(step.kind, step.paper) for step in waiting] == [("figures", "account_statement_request")]


def test_recording_a_payment_removes_the_step_of_that_instalment():
    before = of(in_plan(first_due="2026-11-19"))
    assert one(before, "unrecorded").by == date(2026, 11, 19)
    assert one(before, "instalment").id == "one.instalment.2"
    after = of(in_plan("2026-11-19", first_due="2026-11-19"))
    assert "unrecorded" not in kinds_of(after)
    ahead = of(in_plan("2026-11-19", "2026-11-20", first_due="2026-11-19"))
    assert one(ahead, "instalment").id == "one.instalment.3"


def test_an_instalment_that_was_paid_in_part_is_overdue_with_what_it_lacks():
    debt = in_plan(first_due="2026-11-19")
    debt["debts"][0]["payments"] = [{"date": "2026-11-19", "amount": "250.00"}]
    short = one(of(debt), "short")
    assert (short.urgency, short.what) == (Urgency.OVERDUE, "补足第1期：还差350.00元")


def test_instalments_without_a_record_are_told_in_one_line_and_never_called_unpaid():
    silent = one(of(in_plan(), on=date(2027, 4, 1)), "unrecorded")
    assert silent.by == date(2026, 12, 25)
    assert silent.why == "2026年12月25日应还600.00元，没有登记，到今天共4期"
    assert "未还" not in silent.what + silent.why


def test_when_all_is_paid_the_day_of_settlement_is_asked_for_and_brings_the_certificate():
    debt = in_plan(first_due="2026-11-19")
    debt["debts"][0]["payments"] = [{"date": "2026-11-21", "amount": "21600.00"}]
    assert one(of(debt), "paid_off").record == ("debts[0].settled",)
    debt["debts"][0]["settled"] = "2026-11-21"
    found = of(debt)
    assert kinds_of(found) == {"settled"}
    assert one(found, "settled").paper == "settlement_certificate_request"


def settled(last: str, waived: int = 500) -> dict[str, Any]:
    """A sum that settles by 19 November 2026, less what is waived, in two payments, the second on the day given."""
    debt = in_plan()
    debt["debts"][0]["proposal"] = {
        "settlement": {"pay_by": "2026-11-19"},
        "funds": "父母资助",
        "waive": {"principal": waived},
    }
    owed = debt["debts"][0]["balance"]
    whole = sum(Decimal(str(owed.get(part, 0))) for part in ("principal", "interest", "penalty", "fees")) - waived
    debt["debts"][0]["payments"] = [
        {"date": "2026-11-18", "amount": "600.00"},
        {"date": last, "amount": str(whole - 600)},
    ]
    return debt


def test_a_settlement_paid_after_its_day_asks_first_whether_the_reduction_stands():
    assert "减免" not in one(of(settled("2026-11-19")), "paid_off").why
    assert "2026年11月20日的付款晚于谈妥的期限" in one(of(settled("2026-11-20")), "paid_off").why
    assert "减免" not in one(of(settled("2026-11-20", waived=0)), "paid_off").why


def test_a_new_cause_asks_for_no_change_of_a_plan_that_is_paid():
    debt = in_plan(first_due="2026-11-19")
    debt["debts"][0]["payments"] = [{"date": "2026-11-21", "amount": "21600.00"}]
    debt["hardship"].append({"cause": "illness", "since": "2026-11-19", "statement": "住院", "evidence": []})
    assert "new_cause" not in kinds_of(of(debt))


def test_a_new_cause_brings_the_change_before_the_next_instalment_and_an_older_one_does_not():
    debt = in_plan()
    assert "new_cause" not in kinds_of(of(debt))
    debt["hardship"].append({"cause": "illness", "since": "2026-11-19", "statement": "住院", "evidence": []})
    change = one(of(debt), "new_cause")
    assert (change.by, change.paper) == (date(2026, 12, 25), "plan_change_request")
    assert change.waits_for == ("debts[0].change",)
    order = [step.kind for step in of(debt)]
    assert order.index("new_cause") < order.index("instalment")


def test_news_are_told_once():
    debt = in_plan("2026-11-19", first_due="2026-11-19")
    debt["updates"] = [{"date": "2026-11-20", "statement": "入职示例公司"}]
    assert one(of(debt), "news").paper == "progress_report"
    debt["debts"][0]["contacts"].append(talk("pending", at="2026-11-21", sent=["还款进展说明"]))
    assert "news" not in kinds_of(of(debt))


def test_a_deferral_is_handed_in_before_the_day_that_it_puts_off():
    asked = {"from": "2026-12-25", "to": "2027-01-25", "amount": "600.00", "reason": "报酬晚到一个月"}
    step = one(of(in_plan(deferral=asked)), "deferral")
    assert (step.by, step.paper) == (date(2026, 12, 25), "deferral_request")
    assert "deferral" not in kinds_of(of(in_plan(deferral=asked), on=date(2026, 12, 26)))


def test_days_of_a_proposal_that_are_past_are_to_be_changed_until_the_plan_holds():
    plan = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25", "valid_until": "2026-11-20"}
    stale = one(of(contacts=[talk("pending")], agreement=None, proposal=plan), "stale_plan")
    assert stale.record == ("debts[0].proposal.valid_until",)
    assert "stale_plan" not in kinds_of(of(in_plan()))


def test_an_error_of_record_is_disputed_and_a_true_one_is_not():
    wrong = {"shown": "2026年3月逾期", "item": "2026年3月还款状态", "actual": "已按期偿还"}
    assert one(of(dispute=wrong), "wrong_record").paper == "credit_dispute"
    assert "wrong_record" not in kinds_of(of(dispute={"kind": "statement", "shown": "2026年3月逾期"}))


def test_the_refusal_to_correct_a_record_leads_to_the_central_bank_and_is_no_refusal_of_repayment():
    under_its_number = {**DENIED, "ref": MADE["ref"], "summary": "维持原记载"}
    for answer in (DENIED, under_its_number):
        found = of(dispute=RECORD, contacts=[MADE, answer], agreement=None)
        assert found.debts[0].state is nd.State.OVERDUE
        assert one(found, "record_refused").paper == "credit_complaint"
        assert not {"refused", "wrong_record"} & kinds_of(found)
    no_plan = {**DENIED, "summary": "经核查，不能分期还款"}
    refused = of(dispute=RECORD, contacts=[MADE, no_plan], agreement=None)
    assert refused.debts[0].state is nd.State.REFUSED


def test_the_last_day_of_a_pawn_is_told_and_once_it_is_over_what_became_of_it_is_asked_first():
    pawned = {
        "creditor": CREDITORS["pawnshop"],
        "contract": {"ends": "2026-11-19"},
        "contacts": None,
        "agreement": None,
    }
    step = one(of(**pawned), "pawn")
    assert (step.by, step.advice) == (date(2026, 11, 24), True)
    over = one(of(on=date(2026, 11, 25), **pawned), "pawn")
    assert (over.by, over.urgency) == (None, Urgency.NOW)
    assert "损溢自负" in over.why
    assert "pawn" not in kinds_of(of(**{**pawned, "settled": "2026-11-20"}))
    assert "pawn" not in kinds_of(of(**{**pawned, "creditor": CREDITORS["bank_loan"]}))


def test_a_payment_holiday_named_by_its_month_is_asked_for_before_the_payment_that_falls_due_in_it():
    asked = {"holiday": {"from": "2026-12", "to": "2027-02"}, "reason": "住院"}
    debt = {"due": "2026-12-20", "deferral": asked, "contacts": None, "agreement": None, "proposal": None}
    assert one(of(on=date(2026, 12, 5), **debt), "deferral").by == date(2026, 12, 20)
    assert "deferral" not in kinds_of(of(on=date(2026, 12, 5), **{**debt, "due": "2026-11-20"}))


def test_days_of_a_court_come_first_and_are_marked_as_advice():
    suit = {**LITIGATION, "hearing": "2026-12-18 09:30"}
    suit["papers"] = [{"kind": "evidence_notice", "received": "2026-11-16", "deadline": "2026-12-10"}]
    found = of(litigation=suit, contacts=None, agreement=None)
    first, second = found.steps[:2]
    assert [(step.kind, step.by) for step in (first, second)] == [
        ("court", date(2026, 12, 1)),
        ("court", date(2026, 12, 10)),
    ]
    assert one(found, "hearing").by == date(2026, 12, 18)
    legal = [step for step in found if step.kind in ("court", "hearing")]
    assert all(step.advice and "所载为准" in step.why for step in some(legal))
    assert "opening" not in kinds_of(found), "what admits waits until the person has looked at the suit"
    taken = nd.load(with_debt(litigation=suit, contacts=None, agreement=None))
    assert "opening" in kinds_of(nd.next_steps(taken, acknowledge=["litigation"]))


def test_a_day_of_a_court_that_is_past_says_what_is_left():
    found = of(litigation={**LITIGATION, "stage": "payment_order", "received": "2026-11-01"})
    assert found.steps[0].urgency is Urgency.OVERDUE
    assert "法院仍可以撤销" in found.steps[0].why
    assert "已经办了的不用再办" in found.steps[0].what


def test_a_court_paper_of_ones_own_templates_can_answer_it(tmp_path):
    head = "title: 答辩状\norder: 900\naudience: creditor\nneeds: []\ntraits: []\noccasions: [court_complaint]"
    (tmp_path / "zh").mkdir()
    (tmp_path / "zh/own_answer.html").write_text(f"---\n{head}\n---\n<h1>答辩状</h1><p>甲。</p>", encoding="utf-8")
    found = nd.next_steps(nd.load(with_debt(litigation=LITIGATION)), templates=tmp_path)
    assert found.steps[0].what == "写《答辩状》：提交答辩状、提出管辖权异议"
    assert found.steps[0].paper == "own_answer"


def test_an_old_debt_is_asked_about_before_anything_is_written_or_paid():
    found = of(due="2023-01-10", contract={"signed": "2022-03-05"}, contacts=None, agreement=None)
    assert found.steps[0].kind == "limitation"
    assert found.steps[0].advice
    assert "opening" not in kinds_of(found)
    taken = of(due="2023-01-10", contract={"signed": "2022-03-05"}, contacts=None, agreement=None,
               limitation_risk_accepted=True)  # fmt: skip
    assert "limitation" not in kinds_of(taken)
    assert "opening" in kinds_of(taken)


def test_evidence_and_the_review_concern_all_debts_and_end_with_the_last():
    case = plain()
    later = {"id": "later", "name": "离婚证", "group": "hardship", "status": "pending", "due": "2026-12-01"}
    case["evidence"].append(later)
    case["finances"]["review"] = "2026-11-20"
    found = nd.next_steps(nd.load(case))
    assert one(found, "evidence").debt is None
    assert (one(found, "review").urgency, one(found, "review").by) == (Urgency.OVERDUE, date(2026, 11, 20))
    case["debts"][0].update(settled="2026-11-20")
    assert not {"evidence", "review"} & kinds_of(nd.next_steps(nd.load(case)))


def test_what_is_wrong_in_the_file_is_put_right_first():
    wrong = with_debt(contacts=None, agreement=None, contract={"signed": "2026-11-01"})
    found = of(wrong)
    assert one(found, "errors").what == "先改正案件文件里的1个错误"
    assert one(found, "opening").why.endswith("现在不能写《困难情况说明》：先改正案件文件里的错误")


def test_one_debt_can_be_asked_for_by_itself_and_a_day_without_changing_the_case():
    case = plain()
    case["debts"].append({"id": "two", "creditor": CREDITORS["microloan"], "due": "2026-10-01"})
    loaded = nd.load(case)
    only = nd.next_steps(loaded, "two")
    assert {step.debt for step in only} == {"two"}
    assert [state.debt for state in only.debts] == ["two"]
    assert nd.next_steps(loaded, on=date(2027, 1, 1)).dated == date(2027, 1, 1)
    assert loaded.dated == TODAY
    with pytest.raises(nd.FactsError):
        nd.next_steps(loaded, "three")


def test_a_step_is_plain_pickles_and_shows_nothing_personal():
    found = nd.next_steps(nd.load(plain()))
    assert pickle.loads(pickle.dumps(found)) == found
    shown = repr(found)
    for words_ in ("五个工作日内短信确认", "600.00", "示例银行", "顾清和"):
        assert words_ not in shown
    assert "Step(one.promise.20261116T0940, waiting, 2026-11-23)" in shown
    assert "<td" in found._repr_html_()


def test_every_event_has_words_and_no_words_are_left_over():
    rooms = [ROOT / "src/negotiation_docs/standing/events", ROOT / "src/negotiation_docs/steps"]
    rooms.append(ROOT / "src/negotiation_docs/reviews")
    code = "".join(path.read_text(encoding="utf-8") for room in rooms for path in some(room.glob("*.py")))
    assert [form for form in (*words(), *paper_words()) if f'"{form}"' not in code] == []
    said = {event.form for data in variants().values() for event in events_of(data)}
    assert said - words().keys() == set()


def events_of(data: dict[str, Any]) -> list[Any]:
    case = nd.load(data)
    return [event for debt in case.debts for event in events(case, debt)]


def test_only_what_papers_may_answer_is_named_in_their_heads_and_each_is_explained():
    named = {name for kind in nd.kinds() for name in kind.occasions}
    assert named <= occasions().keys()
    assert {form for form, told in words().items() if told.answer and form != "court"} <= named


def test_of_every_paper_that_is_due_there_is_exactly_one_step_in_every_variant():
    for name, data in some(variants().items()):
        case = nd.load(data)
        found = nd.next_steps(case)
        for debt in case.debts:
            due = [paper.kind.name for paper in outlook(case, debt.id, nd.kinds()) if not paper.idle]
            told = [step.paper for step in found.of(debt.id) if step.paper]
            assert sorted(told) == sorted(due), name
        assert len({step.id for step in found}) == len(found), name


def test_a_paper_that_is_ready_waits_for_nothing_and_one_that_waits_names_what_check_names():
    for data in some(variants().values()):
        case = nd.load(data)
        for debt in case.debts:
            stops = {one_.kind.name: one_.stops for one_ in outlook(case, debt.id, nd.kinds())}
            for step in nd.next_steps(case).of(debt.id):
                if step.paper:
                    lacking = {stop.path for stop in stops[step.paper] if stop.absent and stop.rule not in STOPS}
                    assert set(step.waits_for) == lacking
                    assert step.ready == (not stops[step.paper])


DAYS = st.dates(date(2026, 10, 1), date(2029, 12, 31))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=DAYS, name=st.sampled_from(sorted(variants())))
def test_on_any_day_the_list_is_ordered_and_days_of_ones_own_that_are_past_are_overdue(day, name):
    found = nd.next_steps(nd.load(variants()[name]), on=day)
    ranks = [list(Urgency).index(step.urgency) for step in found]
    assert ranks == sorted(ranks)
    for step in found:
        if step.urgency is Urgency.OVERDUE:
            assert step.by is not None
            assert step.by < day
        if step.urgency in (Urgency.COMING, Urgency.WAITING) and step.by is not None:
            assert step.by >= day
        assert step.what
        assert "{" not in step.what + step.why


@settings(max_examples=25, deadline=None)
@given(day=st.dates(date(2026, 12, 1), date(2029, 11, 20)), paid=st.integers(0, 36))
def test_the_next_instalment_is_the_first_that_is_neither_over_nor_paid(day, paid):
    debt = in_plan()
    debt["debts"][0]["payments"] = [{"date": "2026-11-21", "amount": f"{600 * paid}.00"}] if paid else []
    found = of(debt, on=day)
    coming = [step for step in found if step.kind == "instalment"]
    rows = [row for row in nd.schedule(nd.load(debt)) if row.due >= day and row.period > paid]
    assert [step.by for step in coming] == [row.due for row in rows[:1]]
    over = [row for row in nd.schedule(nd.load(debt)) if row.due < day and row.period > paid]
    assert [step.by for step in found if step.kind == "unrecorded"] == [row.due for row in over[:1]]


@settings(max_examples=25, deadline=None)
@given(days=st.integers(-30, 30))
def test_a_promise_never_is_awaited_and_late_at_once(days):
    due = TODAY + timedelta(days=5)
    said = talk("pending", promise="答复", promise_due=due.isoformat(), ref="YW1")
    found = of(contacts=[said], agreement=None, on=due + timedelta(days=days))
    told = [step for step in found if step.kind == "promise"]
    if due + timedelta(days=days) < date(2026, 11, 16):
        assert told == [], "what was not said yet is not waited for"
    else:
        assert [step.urgency for step in told] == [Urgency.NOW if days > 0 else Urgency.WAITING]


def test_a_stop_that_is_taken_by_hand_waits_for_no_fact_of_the_file():
    claims = [{"item": "principal", "amount": "100.00", "answer": "dispute", "reason": "已还"}]
    suit = LITIGATION | {"case_number": "（2026）示0101民初1号", "cause": "credit_card", "claims": claims}
    answer = one(of(litigation=suit | {"represented": False}, agreement=None), "court")
    assert (answer.paper, answer.waits_for, answer.stopped_by) == ("court_answer", (), ("jurisdiction",))
    assert "--acknowledge jurisdiction" in answer.why


def test_that_limitation_is_raised_is_no_mistake_to_be_put_right_and_no_letter_gets_by_it():
    facts: dict[str, Any] = {"due": "2020-01-01", "agreement": None}
    found = of(litigation=LITIGATION | {"raise_limitation": True}, **facts)
    silent = of(litigation=LITIGATION, **facts)
    assert [step.what for step in found if step.kind == "errors"] == [
        step.what for step in silent if step.kind == "errors"
    ]
    assert not [step for step in found if step.paper in ("hardship_letter", "repayment_plan") and step.ready]


def test_the_day_on_which_arrears_are_made_up_is_a_step_until_they_are():
    paid = [{"date": "2026-12-25", "amount": "600.00"}, {"date": "2027-01-25", "amount": "250.00"}]
    change = {"from_instalment": 7, "periods": 40, "arrears": {"pay_by": "2027-07-10"}}
    facts = changing(0, payments=[*paid, *({"date": day, "amount": "600.00"} for day in PAY_DAYS[2:])], change=change)
    step = one(of(facts), "make_up")
    assert (step.by, step.urgency) == (date(2027, 7, 10), Urgency.COMING)
    assert step.what == "在2027年7月10日补足此前各期还差的350.00元"
    (noted,) = (each for each in nd.reminders(nd.load(facts)) if each.kind == "make_up")
    assert noted.day == date(2027, 7, 10)
    (quiet,) = (each for each in nd.reminders(nd.load(facts), discreet=True) if each.kind == "make_up")
    assert quiet.title == "补交提醒"
    assert one(of(facts, on=date(2027, 7, 11)), "make_up").urgency is Urgency.OVERDUE
    whole = changing(6, change=change)
    spread = changing(0, payments=facts["debts"][0]["payments"], change={**change, "arrears": "spread"})
    for other in (whole, spread):
        assert "make_up" not in {each.kind for each in of(other).steps}


def test_a_change_that_was_not_agreed_to_is_told_while_the_plan_goes_on():
    asked = {
        "at": "2027-06-08 10:00", "direction": "outgoing", "channel": "phone", "summary": "申请变更",
        "reply": "不能变更", "outcome": "refused", "sent": ["plan_change_request"],
    }  # fmt: skip
    case = changing()
    case["debts"][0]["contacts"].append(asked)
    whys = [step.why for step in nd.next_steps(nd.load(case)).steps]
    assert any("2027年6月8日的沟通，对方没有同意" in why for why in whys)
    case["debts"][0]["contacts"].append({**asked, "at": "2027-06-09 10:00", "outcome": "accepted"})
    assert not any("没有同意" in step.why for step in nd.next_steps(nd.load(case)).steps)


def test_a_plan_confirmed_in_writing_that_is_denied_is_held_to_and_not_offered_anew():
    denied = talk("refused", "2027-01-08 10:00", direction="incoming", summary="称确认函不是系统方案")
    case = in_plan("2026-12-25")
    case["dated"] = "2027-01-10"
    case["debts"][0]["contacts"].append(denied)
    step = one(of(case), "refused")
    assert step.paper == "escalation_request"
    assert "请对方按书面确认履行" in step.what
    assert "不另提" in step.what
    assert "方案2026年" in step.why
    assert "已经书面确认" in step.why


def test_what_was_promised_after_a_confirmation_is_asked_after_and_what_led_to_it_is_not():
    promised = {"promise": "寄回盖章文本", "promise_due": "2027-01-05"}
    case = in_plan("2026-12-25")
    case["dated"] = "2027-01-10"
    case["debts"][0]["contacts"].append(talk("pending", "2027-01-02 10:00", **promised))
    assert "寄回盖章文本" in one(of(case), "promise").why
    assert any("对方承诺的2027年1月5日已过5天" in found.message for found in nd.check(nd.load(case)))
    case["debts"][0]["contacts"][-1]["at"] = "2026-11-14 10:00"
    case["debts"][0]["contacts"].sort(key=lambda each: each["at"])
    assert "promise" not in {step.kind for step in of(case)}


def test_a_guarantor_is_led_to_look_at_the_guarantee_and_to_no_offer():
    talk = {"at": "2026-11-10", "direction": "outgoing", "channel": "phone", "summary": "问情况", "outcome": "refused"}
    case = nd.load(with_debt(parties=[{"name": "佟大海", "role": "debtor"}], contacts=[talk], agreement=None))
    steps = nd.next_steps(case).steps
    assert [step.kind for step in steps if step.debt and step.kind != "paper"] == ["vouches"]
    with pytest.raises(nd.FactsError) as refused:
        nd.render("account_statement_request", case)
    assert "party.vouches" in {problem.rule for problem in refused.value.problems}
