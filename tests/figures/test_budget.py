"""What is left each month, and how it is shared."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.allocation import allocation, allocation_problems, known_balance
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.stress import stress
from tests.make.debts import CARD, FINANCE, FRIEND, debt, earning, household


def test_what_is_left_is_income_less_essentials_less_other_debts():
    month = budget(household())
    assert (str(month.income), str(month.essentials), str(month.disposable)) == ("8200.00", "4650.00", "2350.00")
    assert (str(month.fixed), str(month.flexible)) == ("1800.00", "2850.00")
    assert (str(month.other_debts), str(month.priority_debts)) == ("1200.00", "1200.00")
    assert str(month.regular_income) == "8200.00"
    assert not month.nothing_left


def test_only_assets_that_can_be_sold_count():
    assert str(budget(household()).realisable) == "1860.00"


def test_less_than_nothing_can_be_left():
    month = budget(household(finances=earning("5300.00", "4900.00", "800.00")))
    assert str(month.disposable) == "-400.00"
    assert month.nothing_left


def test_no_income_is_a_statement_and_not_a_gap():
    month = budget(household(finances={"income": [], "essentials": []}))
    assert month.income == month.disposable == 0


@pytest.mark.parametrize(
    ("finances", "paths"),
    [
        (None, ["finances"]),
        ({}, ["finances.income", "finances.essentials"]),
        ({"income": []}, ["finances.essentials"]),
    ],
)
def test_what_was_not_stated_is_named_all_at_once(finances, paths):
    with pytest.raises(FactsError) as caught:
        budget(household(finances=finances))
    assert [problem.path for problem in caught.value.problems] == paths


def test_a_budget_shows_itself_as_a_table():
    assert re.search(
        r"<td [^>]*left[^>]*>可用于偿还</td><td [^>]*right[^>]*>2,350.00</td>", budget(household())._repr_html_()
    )


def test_debts_share_by_principal_to_the_fen():
    parts = allocation(household(CARD, FINANCE, FRIEND))
    assert {name: str(part) for name, part in parts.items()} == {
        "bank1": "1728.11",
        "finance": "459.92",
        "friend": "161.97",
    }


def test_a_share_never_exceeds_the_debt_and_the_rest_goes_to_the_others():
    small = debt(FRIEND, balance={"principal": "100.00"})
    parts = allocation(household(CARD, small, finances=earning("160000.00")))
    assert parts["friend"] == 100
    assert parts["bank1"] == known_balance(household().debts[0]) == Decimal("91593.45")


def test_a_debt_of_unknown_principal_gets_no_share_and_a_warning():
    case = household(CARD, debt(FINANCE, balance={"principal": None}))
    assert allocation(case) == {"bank1": Decimal("2350.00"), "finance": Decimal("0.00")}
    (problem,) = allocation_problems(case)
    assert (problem.severity, problem.path) == ("warning", "debts[1].balance.principal")
    assert problem.message == "本金未知，这笔债务没有参与分配"


def test_a_settled_debt_gets_no_share_and_no_warning():
    case = household(CARD, debt(FINANCE, settled="2026-10-01"))
    assert allocation(case)["finance"] == 0
    assert allocation_problems(case) == ()


def test_with_nothing_left_nobody_gets_a_share():
    assert set(allocation(household(CARD, FRIEND, finances=earning("5000.00"))).values()) == {Decimal("0.00")}


LATER = debt(
    FINANCE,
    id="car",
    due="2026-12-15",
    balance={"principal": "30000.00"},
    contract={"payment": "950.00", "periods": "36", "first_due": "2026-01-15"},
)


def test_a_debt_that_is_not_yet_due_and_asks_for_nothing_is_paid_before_anything_is_shared():
    case = household(CARD, FINANCE, LATER)
    alone = household(CARD, FINANCE)
    assert budget(case).other_debts == budget(alone).other_debts + 950
    assert budget(case).priority_debts == budget(alone).priority_debts
    parts = allocation(case)
    assert parts["car"] == 0
    assert parts["bank1"] + parts["finance"] == budget(alone).disposable - 950


def test_the_debt_a_paper_is_about_is_not_taken_off_for_itself():
    case = household(CARD, LATER)
    assert budget(case, "car").disposable == budget(household(CARD)).disposable
    assert allocation(case, about="car")["car"] > 0


def test_debts_that_are_all_paid_as_agreed_take_nothing_from_each_other():
    assert budget(household(LATER)).disposable == budget(household(CARD)).disposable


@pytest.mark.parametrize(
    "change",
    [{"proposal": {"method": "interest_free", "periods": "36"}}, {"settled": "2026-10-01"}],
)
def test_a_debt_that_is_asked_about_or_settled_takes_no_contract_payment(change):
    assert budget(household(CARD, {**LATER, **change})).disposable == budget(household(CARD)).disposable


LATE = LATER | {"due": "2026-09-15"}


def test_a_loan_whose_contract_goes_on_takes_its_payment_although_one_was_missed():
    case, alone = household(CARD, LATE), household(CARD)
    assert budget(case).disposable == budget(alone).disposable - 950
    assert allocation(case)["car"] == 0
    assert budget(case, "car").disposable == budget(alone).disposable


def test_a_plan_beside_an_overdue_mortgage_is_measured_by_what_the_mortgage_leaves():
    house = debt(LATE, contract={"payment": "1678.87", "periods": "240", "first_due": "2020-02-10"})
    plan = debt(FRIEND, balance={"principal": "30000.00"}, proposal={"method": "interest_free", "periods": 12})
    plan["proposal"] |= {"first_due": "2026-12-20"}
    case = household(plan, house, finances=earning("8850.00"))  # 3,000.00 are left before the mortgage
    (problem,) = affordability(case, "friend").problems
    assert problem.message == "每月最多须还2,500.00元，超过每月可用于偿还的1,321.13元"
    turns = {turn.name: turn.outcome for turn in stress(case, "friend")}
    assert turns["income_less"] == "2026年12月20日的第1期还差2,063.87元", "1,321.13 less 885.00 are left"


@pytest.mark.parametrize(
    "change",
    [
        {"contract": {"accelerated": "2026-10-01"}},
        {"contract": {"first_due": "2023-01-15"}},
        {"contract": {"first_due": None, "periods": None}},
        {"litigation": {"stage": "sued", "received": "2026-11-10"}},
        {"creditor": {"kind": "guarantor", "name": "示例融资担保有限公司"}},
        {"proposal": {"method": "interest_free", "periods": "36"}},
        {"settled": "2026-10-01"},
    ],
)
def test_an_overdue_debt_claimed_in_whole_or_of_unknown_course_takes_no_contract_payment(change):
    assert budget(household(CARD, debt(LATE, **change))).disposable == budget(household(CARD)).disposable


def test_a_contract_that_tells_its_payment_and_its_end_goes_on_until_then():
    told = debt(LATE, contract={"first_due": None, "periods": None, "ends": "2030-01-15"})
    assert budget(household(CARD, told)).disposable == budget(household(CARD)).disposable - 950
    assert (
        budget(household(CARD, debt(told, contract={"ends": "2026-10-15"}))).disposable
        == budget(household(CARD)).disposable
    )


def test_a_table_of_the_month_tells_of_a_reserve_where_one_is_kept_and_ends_in_its_total():
    plain = household()
    kept = budget(plain.model_copy(update={"finances": plain.finances.model_copy(update={"reserve": Decimal(100)})}))
    assert "备用金" in kept._repr_html_()
    assert "备用金" not in budget(plain)._repr_html_()
    assert "可用于偿还" in kept._repr_html_().partition("<tfoot>")[2]


def test_what_a_budget_lacks_is_absent_and_not_wrong():
    with pytest.raises(FactsError) as caught:
        budget(household(finances=None))
    assert [problem.absent for problem in caught.value.problems] == [True]
