"""Where a debt is: every state and flag, from the facts of the case file alone, on the day of the letters."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.standing import LABELS, Standing, State, standing
from tests.make.cases import with_debt
from tests.make.variants import variants

TALK = {"at": "2026-10-16", "direction": "outgoing", "channel": "phone", "summary": "提出分期"}
CONFIRMED = {"date": "2026-11-18", "channel": "sms"}
LATER = {**CONFIRMED, "date": "2026-11-22"}
AGREED = {"reached": "2026-10-16", "terms": {"plan": True}}


def of(**changes: Any) -> Standing:
    case = nd.load(with_debt(**changes))
    return standing(case, case.debts[0])


def talks(*outcomes: str) -> list[dict[str, str]]:
    """One talk a day from 16 October on."""
    return [{**TALK, "at": f"2026-10-{16 + day}", "outcome": outcome} for day, outcome in enumerate(outcomes)]


def kept(first_due: str, *payments: tuple[str, str], **terms: Any) -> Standing:
    """A confirmed plan of 36 × 600.00 from ``first_due`` on, with what was recorded as paid."""
    plan = {"method": "interest_free", "periods": 36, "first_due": first_due, **terms}
    paid = [{"date": day, "amount": amount} for day, amount in payments]
    agreement = {**AGREED, "confirmed": CONFIRMED}
    return of(proposal=plan, contacts=talks("accepted"), agreement=agreement, payments=paid)


FIRM = {
    "at": "2026-11-10 09:00", "channel": "phone", "direction": "incoming", "organisation": "示例律师事务所",
    "summary": "要求三日内还款", "reply": "请本人再考虑", "outcome": "unclear",
}  # fmt: skip


@pytest.mark.parametrize("organisation", ["示例律师事务所", "示例信息服务有限公司"])
@pytest.mark.parametrize("direction", ["incoming", "outgoing"])
@pytest.mark.parametrize("outcome", ["pending", "unclear"])
@pytest.mark.parametrize(("answer", "state"), [("refused", "refused"), ("accepted", "agreed")])
def test_the_answer_of_the_lender_stands_when_others_call_in_its_name(organisation, direction, outcome, answer, state):
    call = {**FIRM, "organisation": organisation, "direction": direction, "outcome": outcome}
    found = of(contacts=[*talks(answer), call], agreement=None)
    assert found.state == state
    assert found.last_talk == 0


def test_the_lender_itself_may_say_otherwise_after_its_refusal():
    for name in (None, "示例银行股份有限公司信用卡中心", "示例银行股份有限公司东城支行", "示例银行信用卡中心"):
        call = {**FIRM, "direction": "outgoing"} | ({"organisation": name} if name else {})
        call = call if name else {key: value for key, value in call.items() if key != "organisation"}
        assert of(contacts=[*talks("refused"), call], agreement=None).state == "waiting"


@pytest.mark.parametrize("outcome", ["pending", "unclear"])
@pytest.mark.parametrize(("answer", "state"), [("refused", "refused"), ("accepted", "agreed"), ("pending", "waiting")])
def test_a_demand_of_the_lender_takes_no_answer_back_whatever_its_outcome_is_called(outcome, answer, state):
    demand = {"at": "2026-11-12", "direction": "incoming", "channel": "letter", "summary": "十日内还清全部欠款"}
    found = of(contacts=[*talks(answer), {**demand, "outcome": outcome}], agreement=None)
    assert (found.state, found.last_talk) == (state, 0)
    other = {**demand, "summary": "材料还在审核"}
    again = of(contacts=[*talks("refused"), {**other, "outcome": "unclear"}], agreement=None)
    assert again.state == "waiting", "they took it up again"


def test_a_message_that_came_with_a_promise_tells_how_things_stand():
    offer = {
        "at": "2026-11-12",
        "direction": "incoming",
        "channel": "sms",
        "summary": "可以分18期还本金",
        "outcome": "unclear",
    }
    found = of(contacts=[*talks("unclear"), {**offer, "promise": "一周内发书面协议"}], agreement=None)
    assert (found.state, found.last_talk) == ("waiting", 1)


def test_a_new_request_to_the_lender_after_its_refusal_waits_whatever_others_said():
    again = {**TALK, "at": "2026-11-12", "outcome": "pending"}
    assert of(contacts=[*talks("refused"), FIRM, again], agreement=None).state == "waiting"


def test_where_only_others_were_in_touch_their_call_tells_how_things_stand():
    assert of(contacts=[FIRM], agreement=None).state == "waiting"


def test_what_a_collector_agreed_to_is_to_be_confirmed():
    assert of(contacts=[*talks("refused"), {**FIRM, "outcome": "accepted"}], agreement=None).state == "agreed"


def test_a_mediator_that_was_asked_is_waited_for():
    asked = {**FIRM, "organisation": "示例市金融纠纷调解中心", "level": "mediation", "direction": "outgoing"}
    assert of(contacts=[*talks("refused"), {**asked, "outcome": "pending"}], agreement=None).state == "waiting"


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"due": "2026-11-22", "contacts": None, "agreement": None}, "pre_due"),
        ({"due": "2026-11-21", "contacts": None, "agreement": None}, "pre_due"),
        ({"due": "2026-11-20", "contacts": None, "agreement": None}, "overdue"),
        ({"due": None, "contacts": None, "agreement": None}, "overdue"),
        ({"contacts": talks("pending"), "agreement": None}, "waiting"),
        ({"contacts": talks("unclear"), "agreement": None}, "waiting"),
        ({"due": "2026-12-20", "contacts": talks("unclear"), "agreement": None}, "waiting"),
        ({"contacts": talks("refused"), "agreement": None}, "refused"),
        ({"contacts": talks("refused", "pending"), "agreement": None}, "waiting"),
        ({"contacts": talks("accepted"), "agreement": None}, "agreed"),
        ({"contacts": talks("accepted"), "agreement": AGREED}, "agreed"),
        ({"contacts": talks("accepted", "pending"), "agreement": AGREED}, "agreed"),
        ({"contacts": talks("accepted", "pending"), "agreement": None}, "waiting"),
        ({"contacts": talks("accepted", "refused"), "agreement": AGREED}, "refused"),
        ({"contacts": talks("pending"), "agreement": AGREED}, "waiting"),
        ({"contacts": talks("accepted"), "agreement": {**AGREED, "confirmed": CONFIRMED}}, "confirmed"),
        ({"settled": "2026-11-21", "agreement": {**AGREED, "confirmed": CONFIRMED}}, "settled"),
    ],
)
def test_the_state_follows_the_way_of_the_negotiation(changes, state):
    assert of(**changes).state == state


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({"settled": "2026-11-22", "contacts": None, "agreement": None}, "overdue"),
        ({"contacts": [{**TALK, "at": "2026-11-22", "outcome": "refused"}], "agreement": None}, "overdue"),
        ({"contacts": talks("accepted"), "agreement": {**AGREED, "confirmed": LATER}}, "agreed"),
    ],
)  # fmt: skip
def test_what_happens_after_the_day_of_the_letters_has_not_happened(changes, state):
    assert of(**changes).state == state


def test_a_confirmed_plan_is_under_way_once_the_day_of_an_instalment_is_over():
    assert kept("2026-11-22").state is State.CONFIRMED
    assert kept("2026-11-21").state is State.CONFIRMED, "today is not over"
    assert kept("2026-11-20", ("2026-11-20", "600.00")).state is State.IN_PLAN


def test_an_instalment_of_which_less_was_paid_is_missed_and_one_without_a_record_is_not():
    missed = kept("2026-10-20", ("2026-10-20", "600.00"), ("2026-11-20", "250.00"))
    assert missed.state is State.MISSED
    assert (missed.paid.due, missed.paid.met, missed.paid.unrecorded) == (2, 1, 0)
    assert str(missed.paid.short) == "350.00"
    silent = kept("2026-10-20", ("2026-10-20", "600.00"))
    assert silent.state is State.IN_PLAN
    assert (silent.paid.met, silent.paid.unrecorded) == (1, 1)
    assert kept("2026-10-20").state is State.IN_PLAN


def test_what_was_paid_late_is_made_good_and_what_was_paid_before_the_talk_does_not_count():
    assert kept("2026-10-20", ("2026-11-20", "1200.00")).state is State.IN_PLAN
    early = kept("2026-11-20", ("2026-10-15", "600.00"))
    assert (early.paid.met, early.paid.unrecorded) == (0, 1)


def test_a_confirmation_whose_plan_cannot_be_computed_says_nothing_of_instalments():
    found = of(proposal=None, agreement={**AGREED, "terms": {"pause_charges": True}, "confirmed": CONFIRMED})
    assert (found.state, found.paid) == (State.CONFIRMED, None)


def test_the_flags_stand_beside_any_state():
    plain = of()
    assert (plain.old, plain.disputed, plain.in_court) == (False, False, False)
    assert of(due="2023-01-10", contract={"signed": "2022-03-05"}).old
    assert of(due="2023-01-10", contract={"signed": "2022-03-05"}, limitation_risk_accepted=True).old
    assert of(litigation={"stage": "mediation"}).in_court
    disputed = {"as_of": "2026-11-20", "principal": "21600.00", "source": "账单", "disputed": ["penalty"]}
    assert of(balance=disputed).disputed


def test_every_variant_stands_somewhere_and_every_state_has_words():
    for name, data in variants().items():
        case = nd.load(data)
        found = standing(case, case.debts[0])
        assert found.state in LABELS, name
        assert pickle.loads(pickle.dumps(found)) == found
    assert set(LABELS) == set(State)
