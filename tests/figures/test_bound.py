"""A plan confirmed in writing takes its instalment before anything is shared, and nothing is taken off twice."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.allocation import month_to_share
from negotiation_docs.figures.bound import bound, late, owed_now, principal_now
from negotiation_docs.figures.pro_rata import pro_rata
from tests.make.performed import CONFIRMED, DAYS, in_plan
from tests.make.several import beside_a_plan, lenders

PAYER = [{"name": "李敏", "role": "payer", "consents": True}]
MONEY = Decimal


def with_plan(**card: Any) -> nd.Case:
    """The case beside a plan, with other facts of the card."""
    data = beside_a_plan()
    data["debts"][0] |= card
    return nd.load(data)


def test_the_instalment_of_a_confirmed_plan_comes_off_before_and_its_debt_shares_nothing():
    case = nd.load(beside_a_plan())
    assert nd.budget(case).disposable == MONEY("1700.00")
    assert bound(case) == {"one": MONEY("600.00")}
    assert nd.allocation(case) == {"one": 0, "other0": MONEY("1100.00")}


def test_until_it_is_confirmed_by_the_day_of_the_letters_it_shares():
    data = beside_a_plan()
    data["debts"][0]["agreement"]["confirmed"] = {**CONFIRMED, "date": "2027-06-11"}
    case = nd.load(data)
    assert bound(case) == {}
    assert nd.allocation(case) == {"one": MONEY("1200.00"), "other0": MONEY("500.00")}  # 1,700 by 21,600 and 9,000


def test_a_paper_about_the_debt_in_plan_shares_by_the_principal_that_is_left():
    case = nd.load(beside_a_plan())
    assert principal_now(case, case.debts[0]) == MONEY("18000.00")  # 21,600 less six times 600
    assert nd.allocation(case, about="one") == {"one": MONEY("1133.33"), "other0": MONEY("566.67")}
    told = pro_rata(case, "one")
    assert told is not None
    assert (told.principal, told.together, told.share) == (MONEY("18000.00"), MONEY("27000.00"), MONEY("1133.33"))


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        ({}, "18750.95"),  # 18,000.00, and 612.35 and 138.60 that the plan leaves open
        ({"waive": {"penalty": "138.60"}}, "18612.35"),
        ({"waive": {"penalty": "138.60"}, "remaining_charges": "spread"}, "18510.35"),  # six times 17.00 are paid
        ({"waive": {"penalty": "138.60"}, "remaining_charges": "last_instalment"}, "18612.35"),
    ],
)
def test_what_is_owed_on_a_debt_in_plan_counts_its_charges_too(asked, left):
    data = beside_a_plan()
    card = data["debts"][0]
    card["proposal"] |= asked
    if asked.get("remaining_charges") == "spread":
        card["payments"] = [payment | {"amount": "617.00"} for payment in card["payments"]]
    case = nd.load(data)
    assert str(owed_now(case, case.debts[0])) == left


def test_a_debt_without_a_plan_owes_all_that_is_known_and_not_disputed():
    data = beside_a_plan()
    data["debts"][1]["balance"] |= {"interest": "100.00", "penalty": "50.00", "disputed": ["penalty"]}
    case = nd.load(data)
    assert str(owed_now(case, case.debts[1])) == "9100.00"


def test_a_payment_on_interest_takes_nothing_from_the_principal():
    plan = {"method": "equal_principal", "annual_rate": "6%", "periods": 36, "first_due": "2026-12-25"}
    data = beside_a_plan()
    card = data["debts"][0]
    card |= {
        "proposal": plan,
        "payments": [{"date": DAYS[0], "amount": "708.00"}, {"date": DAYS[1], "amount": "205.00"}],
    }
    card["balance"]["as_of"] = "2026-11-25"
    case = nd.load(data)
    assert principal_now(case, case.debts[0]) == MONEY("20900.00")  # 600.00, and 100.00 after 105.00 of interest
    assert bound(case) == {"one": MONEY("690.00")}, "the seventh: 600.00 and 0.5% of 18,000.00"


def test_an_instalment_that_is_paid_already_is_not_the_one_to_come():
    steps = [{"periods": 7, "payment": "300.00"}, {"periods": 29}]
    plan = {"method": "stepped", "steps": steps, "first_due": "2026-12-25"}
    paid = [{"date": day, "amount": "300.00"} for day in DAYS]
    assert bound(with_plan(proposal=plan, payments=paid)) == {"one": MONEY("300.00")}
    ahead = [*paid, {"date": "2027-06-05", "amount": "300.00"}]
    assert bound(with_plan(proposal=plan, payments=ahead)) == {"one": MONEY("672.41")}  # 19,500.00 ÷ 29


def test_of_a_longer_interval_a_months_part_comes_off():
    plan = {"method": "interest_free", "periods": 12, "every": "quarter", "first_due": "2026-12-25"}
    assert bound(with_plan(proposal=plan)) == {"one": MONEY("600.00")}


def test_a_lump_sum_and_what_somebody_else_pays_take_nothing_of_the_month():
    assert bound(with_plan(proposal={"settlement": {"pay_by": "2027-08-31"}}, payments=[])) == {"one": 0}
    plan = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25", "funds": "姐姐李敏的存款"}
    case = with_plan(proposal=plan, parties=PAYER)
    assert bound(case) == {"one": 0}
    assert nd.allocation(case) == {"one": 0, "other0": MONEY("1700.00")}


def test_a_settled_debt_takes_nothing():
    case = with_plan(settled="2027-06-05")
    assert bound(case) == {}
    assert nd.allocation(case)["other0"] == MONEY("1700.00")


@pytest.mark.parametrize(("payment", "affordable"), [("1100.00", True), ("1100.01", False)])
def test_what_is_pledged_beside_a_confirmed_plan_is_compared_with_it_once(payment, affordable):
    principal = f"{MONEY(payment) * 6:.2f}"
    plan = {"method": "interest_free", "periods": 6, "first_due": "2027-07-10"}
    case = nd.load(beside_a_plan(balance={"as_of": "2027-06-01", "principal": principal}, proposal=plan))
    told = affordability(case, "other0")
    assert told.budget.disposable == MONEY("1700.00"), "the confirmed plan is a pledge beside it"
    assert told.together == MONEY("600.00") + MONEY(payment)
    assert told.affordable is affordable
    assert told.share == MONEY("1100.00")


def test_a_plan_at_the_whole_share_that_a_confirmed_plan_leaves_is_not_above_it():
    def warned(payment: str) -> bool:
        balance = {"as_of": "2027-06-01", "principal": f"{MONEY(payment) * 6:.2f}"}
        plan = {"method": "interest_free", "periods": 6, "first_due": "2027-07-10"}
        case = nd.load(beside_a_plan(balance=balance, proposal=plan))
        return any(one.rule in ("plan.over_share", "plan.unaffordable") for one in nd.check(case, debt="other0"))

    assert not warned("1100.00")
    assert warned("1100.01")


def test_a_stress_test_takes_a_confirmed_plan_once():
    """1,180.00 a month with a tenth less: 3,540.00 by August, and by 25 August 600.00 + 2 × 1,700.00 are due."""
    data = beside_a_plan(
        balance={"as_of": "2027-06-01", "principal": "13200.00"},
        proposal={"method": "interest_free", "periods": 12, "first_due": "2027-07-10"},
    )
    data["finances"]["assets"] = []
    first = next(scenario.unpaid for scenario in nd.stress(nd.load(data)) if scenario.name == "income_less")
    assert first is not None
    assert (first.debt, first.due.isoformat(), first.short) == ("one", "2027-08-25", MONEY("460.00"))


def test_the_month_to_share_has_the_confirmed_plans_among_other_debts():
    case = nd.load(beside_a_plan())
    month = month_to_share(case, "other0")
    assert (month.other_debts, month.disposable) == (MONEY("1300.00"), MONEY("1100.00"))
    assert month_to_share(case, "one") == nd.budget(case, "one")


def test_without_a_confirmed_plan_the_month_to_share_is_the_budget():
    case = nd.load(lenders("microloan", "consumer_finance"))
    assert month_to_share(case) == nd.budget(case)


def test_of_a_plan_that_is_paid_off_nothing_is_left_of_the_principal():
    plan = {"method": "interest_free", "periods": 6, "first_due": "2026-12-25"}
    case = with_plan(proposal=plan, payments=[{"date": day, "amount": "3600.00"} for day in DAYS])
    assert principal_now(case, case.debts[0]) == 0


def test_a_plan_that_was_only_agreed_to_leaves_all_that_is_known():
    data = beside_a_plan()
    data["debts"][0]["agreement"]["confirmed"] = {**CONFIRMED, "date": "2027-06-11"}
    data["debts"][0]["payments"] = []
    data["debts"][0]["proposal"] |= {"waive": {"penalty": "138.60"}}
    case = nd.load(data)
    assert str(owed_now(case, case.debts[0])) == "22350.95"  # 21,600.00, 612.35 and 138.60


def test_an_instalment_due_today_is_still_to_come():
    case = with_plan()
    data = beside_a_plan() | {"dated": "2027-06-25"}
    assert nd.load(data).dated != case.dated
    assert bound(nd.load(data)) == {"one": MONEY("600.00")}
    last = {"method": "interest_free", "periods": 7, "first_due": "2026-12-25"}
    data["debts"][0] |= {"proposal": last, "payments": [{"date": day, "amount": "3085.72"} for day in DAYS]}
    assert bound(nd.load(data))["one"] > 0, "the seventh of seven, on its day"


@pytest.mark.parametrize(
    ("payments", "behind"),
    [
        ([("2026-12-25", "600.00"), ("2027-01-25", "250.00")], True),
        ([("2026-12-25", "600.00")], None),  # nothing says that the others were paid, nor that they were not
        ([(day, "600.00") for day in DAYS], False),
        ([*((day, "600.00") for day in DAYS), ("2027-06-09", "100.00")], False),  # in part, and not due yet
    ],
)
def test_a_debt_in_plan_is_late_where_an_instalment_was_paid_in_part_alone(payments, behind):
    case = with_plan(payments=[{"date": day, "amount": amount} for day, amount in payments])
    assert late(case, case.debts[0]) is behind


@pytest.mark.parametrize(("due", "behind"), [("2027-06-09", True), ("2027-06-10", False), (None, False)])
def test_a_debt_without_a_plan_is_late_after_its_day(due, behind):
    case = nd.load(beside_a_plan(due=due))
    assert late(case, case.debts[1]) is behind


def test_an_instalment_due_today_and_paid_in_part_is_not_late():
    data = beside_a_plan() | {"dated": "2027-06-25"}
    data["debts"][0]["payments"] += [{"date": "2027-06-24", "amount": "100.00"}]
    case = nd.load(data)
    assert late(case, case.debts[0]) is False


def test_a_plan_of_which_nothing_is_on_record_is_not_called_kept_nor_late():
    case = nd.load(in_plan(0))
    assert late(case, case.debts[0]) is None
    case = nd.load(in_plan(0, payments=[{"date": DAYS[0], "amount": "250.00"}]))
    assert late(case, case.debts[0]) is True


def test_of_a_settlement_that_was_paid_nothing_is_owed_that_was_waived():
    waive = {"principal": "1600.00", "interest": "612.35", "penalty": "138.60"}
    once = {"settlement": {"pay_by": "2026-12-31"}, "waive": waive, "funds": "现有存款"}
    for day, known in (("2026-12-30", False), ("2027-01-03", None)):
        case = in_plan(0, proposal=once, payments=[{"date": day, "amount": "20000.00"}])
        case["debts"][0]["agreement"]["terms"] = {"plan": True, "waive": waive}
        loaded = nd.load(case)
        assert owed_now(loaded, loaded.debts[0]) == principal_now(loaded, loaded.debts[0]) == 0
        assert late(loaded, loaded.debts[0]) is known, "paid late, the reduction may be lost"
