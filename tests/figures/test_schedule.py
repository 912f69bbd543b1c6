"""Schedules of a case: proposals, alternatives, agreements and changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.holidays import holiday_problems
from negotiation_docs.figures.remaining import remaining_charges
from negotiation_docs.figures.schedule import agreed_schedule, changed_schedule, schedule
from tests.make.debts import CARD, FRIEND, debt, household


def card(**proposal: object) -> dict:
    return debt(CARD, proposal=proposal)


def groups(found) -> list[tuple[int, int, str]]:
    return [(group.first, group.last, str(group.payment)) for group in found.groups]


def test_the_only_debt_needs_no_name():
    assert schedule(household()) == schedule(household(), "bank1")
    assert groups(schedule(household())) == [(1, 59, "1440.35"), (60, 60, "1440.72")]
    assert schedule(household()).last_due == date(2031, 11, 25)


def test_an_unknown_debt_names_the_ids_there_are():
    case = household(CARD, FRIEND)
    with pytest.raises(FactsError, match="bank1、friend"):
        schedule(case, "bank2")
    with pytest.raises(FactsError, match="bank1、friend"):
        schedule(case)


def test_an_alternative_inherits_what_it_does_not_state():
    assert groups(schedule(household(), alternative=True)) == [(1, 47, "1800.44"), (48, 48, "1800.69")]


def test_an_alternative_that_turns_interest_free_bears_no_inherited_rate():
    facts = card(method="equal_principal", annual_rate="0.06", alternative={"method": "interest_free"})
    assert schedule(household(facts), alternative=True).interest == 0


def test_an_alternative_to_a_settlement_is_in_instalments_on_the_whole_principal():
    facts = card(
        settlement={"pay_by": "2027-01-31"},
        waive={"principal": "6421.37", "penalty": "1260.00"},
        alternative={"periods": 60},
    )
    case = household(facts)
    assert str(schedule(case).total) == "83912.08"
    assert schedule(case).last_due == date(2027, 1, 31)
    assert str(schedule(case, alternative=True).total) == "86421.37"


@pytest.mark.parametrize(
    ("remaining", "first", "last", "total"),
    [
        ("to_be_agreed", "1440.35", "1440.72", "86421.37"),
        ("spread", "1505.55", "1506.00", "90333.45"),
        ("last_instalment", "1440.35", "5352.80", "90333.45"),
    ],
)
def test_charges_that_are_promised_stand_in_the_schedule(remaining, first, last, total):
    found = schedule(household(card(remaining_charges=remaining)))
    assert (str(found.first), str(found.last), str(found.total)) == (first, last, total)


def test_charges_left_by_the_waiver_are_the_sum_of_all_kinds():
    (only,) = household().debts
    assert str(remaining_charges(only, only.proposal.waive)) == "3912.08"
    assert str(remaining_charges(only, None)) == "5172.08"


def test_nothing_is_taken_off_a_part_that_is_not_known():
    facts = debt(CARD, balance={"penalty": None}, proposal={"waive": {"penalty": "1000.00"}})
    (only,) = household(facts).debts
    assert str(remaining_charges(only, only.proposal.waive)) == "3912.08"


def test_interest_of_a_single_repayment_runs_from_the_day_of_the_balance():
    facts = card(method="bullet", annual_rate="0.18", periods=None, first_due="2027-02-22", alternative=None)
    (row,) = schedule(household(facts))
    assert str(row.interest) == "3963.54"  # 86,421.37 × 18 % × 93 / 365


def test_steps_tell_the_number_of_periods():
    facts = card(method="stepped", periods=None, steps=[{"periods": 12, "payment": "500"}, {"periods": 48}])
    assert groups(schedule(household(facts)))[:2] == [(1, 12, "500.00"), (13, 59, "1675.44")]


def test_the_users_holidays_move_due_dates():
    facts = card(holiday_shift="next", first_due="2027-02-06")
    case = household(facts, holidays=["2027-02-08"], workdays=["2027-03-06"])
    found = schedule(case)
    assert [row.due.isoformat() for row in found.rows[:3]] == ["2027-02-09", "2027-03-06", "2027-04-06"]
    shift = case.debts[0].proposal.holiday_shift
    (warning,) = holiday_problems(case, (row.due for row in found), shift)
    assert warning.message == "2028年至2032年没有放假日资料，只按周六、周日调整还款日"


@pytest.mark.parametrize(
    ("facts", "paths"),
    [
        (debt(CARD, proposal=None), ["debts[0].proposal"]),
        (debt(CARD, balance={"principal": None}), ["debts[0].balance.principal"]),
        (
            card(method=None, first_due=None, periods=None),
            ["debts[0].proposal.method", "debts[0].proposal.first_due", "debts[0].proposal.periods"],
        ),
        (card(method="equal_payment"), ["debts[0].proposal.annual_rate"]),
        (card(waive={"penalty": "1260.01"}), ["debts[0].proposal.waive.penalty"]),
        (
            debt(
                CARD,
                balance={"interest": None, "penalty": None, "fees": None},
                proposal={"remaining_charges": "spread"},
            ),
            ["debts[0].balance.interest"],
        ),
        (card(annual_rate="0.05"), ["debts[0].proposal.annual_rate"]),
        (card(first_due="2026-11-20", method="bullet", annual_rate="0.1"), ["debts[0].proposal.first_due"]),
        (debt(CARD, balance={"principal": "0.00"}), ["debts[0].balance.principal"]),
        (card(down_payment={"amount": "1000.00", "date": "2027-01-01"}), ["debts[0].proposal.down_payment.date"]),
    ],
)
def test_missing_and_impossible_terms_are_named_where_they_stand(facts, paths):
    if facts.get("proposal", {}).get("method") == "bullet":
        facts["proposal"]["periods"] = 1
    with pytest.raises(FactsError) as caught:
        schedule(household(facts))
    assert [problem.path for problem in caught.value.problems] == paths


def test_asking_for_an_alternative_that_is_not_there_says_how_to_write_one():
    with pytest.raises(FactsError, match="没有备选方案"):
        schedule(household(card(alternative=None)), alternative=True)


def agreement(plan: object, **facts: object) -> dict:
    return {"reached": "2026-11-18", "terms": {"plan": plan}, **facts}


@pytest.mark.parametrize(("plan", "periods"), [(True, 60), ("alternative", 48), ({"periods": 36}, 36)])
def test_the_agreed_schedule_is_the_plan_that_was_said(plan, periods):
    assert agreed_schedule(household(debt(CARD, agreement=agreement(plan)))).periods == periods


def test_the_written_confirmation_corrects_what_was_understood():
    confirmed = {"date": "2026-12-08", "channel": "sms", "plan": {"periods": 24}}
    facts = debt(CARD, agreement=agreement(True, confirmed=confirmed))
    assert agreed_schedule(household(facts)).periods == 24


def test_without_an_agreed_plan_there_is_no_agreed_schedule():
    with pytest.raises(FactsError, match="没有写明协商结果的分期安排"):
        agreed_schedule(household())


STEPS = {"from_instalment": 7, "method": "stepped", "steps": [{"periods": 2, "payment": "500.00"}, {"periods": 52}]}


def test_a_change_levels_what_is_left_anew():
    found = changed_schedule(household(debt(CARD, agreement=agreement(True), change=STEPS)))
    assert groups(found) == [(7, 8, "500.00"), (9, 59, "1476.52"), (60, 60, "1476.75")]
    assert str(found.rows[1].balance) == "76779.27"
    assert (found.rows[0].due, found.last_due) == (date(2027, 6, 25), date(2031, 11, 25))


def test_a_change_keeps_the_day_of_the_month():
    facts = debt(
        CARD,
        proposal={"first_due": "2027-01-31"},
        agreement=agreement(True),
        change={"from_instalment": 2, "periods": 30},
    )
    dates = [row.due.isoformat() for row in changed_schedule(household(facts)).rows[:3]]
    assert dates == ["2027-02-28", "2027-03-31", "2027-04-30"]


@pytest.mark.parametrize("every", ["month", "quarter", "half_year", "year"])
def test_a_change_begins_on_the_day_of_its_instalment_however_far_apart_they_are(every):
    plan = {"method": "interest_free", "periods": 8, "every": every, "first_due": "2026-11-30"}
    facts = debt(CARD, proposal=plan, agreement=agreement(True), change={"from_instalment": 3, "periods": 10})
    case = household(facts)
    assert changed_schedule(case).rows[0].due == agreed_schedule(case).instalments[2].due


def test_a_change_pays_only_the_charges_that_are_left():
    facts = debt(CARD, proposal={"remaining_charges": "spread"}, agreement=agreement(True), change=STEPS)
    before = agreed_schedule(household(facts))
    after = changed_schedule(household(facts))
    paid = sum((row.payment for row in before.rows[:6]), Decimal(0))
    assert paid + after.total == before.total


@pytest.mark.parametrize("change", [None, {"periods": 30}, {"from_instalment": 61}])
def test_a_change_says_from_where_it_starts(change):
    with pytest.raises(FactsError, match="change"):
        changed_schedule(household(debt(CARD, agreement=agreement(True), change=change)))
