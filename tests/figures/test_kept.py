"""Debts whose contract simply goes on: what it takes next comes off before anything is shared."""

from __future__ import annotations

from typing import Any

import pytest

from negotiation_docs.figures.kept import kept
from tests.make.debts import CARD, debt, household

LOAN: dict[str, Any] = {
    "id": "loan",
    "creditor": {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"},
    "due": "2026-12-10",
    "balance": {"as_of": "2026-11-20", "principal": "9000.00"},
    "contract": {"payment": "1090.00", "periods": 12, "first_due": "2026-08-10"},
}
"""Twelve payments, 2026-08-10 to 2027-07-10; the letters are of 2026-11-21."""


def takes(**facts: Any) -> str | None:
    """元 that the loan beside the card takes as agreed; None where it does not go on."""
    found = kept(household(CARD, debt(LOAN, **facts))).get("loan")
    return None if found is None else str(found)


@pytest.mark.parametrize(
    ("due", "taken"),
    [
        ("2026-12-10", "1090.00"),
        ("2026-11-21", "1090.00"),  # due on the very day of the letters: not yet overdue
        ("2027-06-10", "1090.00"),  # two are left
        ("2027-07-10", "0.00"),  # the last alone is no monthly payment
    ],
)
def test_a_debt_not_yet_due_takes_its_next_payment_as_long_as_several_are_left(due, taken):
    assert takes(due=due) == taken


def test_what_the_contract_takes_is_the_next_payment_and_not_a_later_one():
    falling = {"amount": "12000.00", "method": "equal_principal", "annual_rate": "0.12", "payment": None}
    # 1,000.00 and 1 % of what is left: the fifth, of December, on 8,000.00, the sixth on 7,000.00
    assert takes(contract=falling) == "1080.00"
    assert takes(contract=falling, due="2027-01-10") == "1070.00"
    assert takes(contract=falling, due="2026-11-10") == "1080.00", "of November one is missed, the next is December's"


def test_the_last_payment_due_on_the_day_of_the_letters_is_not_overdue():
    assert takes(due="2026-11-21", contract={"first_due": "2026-08-21", "periods": 4}) == "0.00"


def test_a_debt_not_yet_due_whose_contract_tells_no_payments_takes_what_it_states_or_nothing():
    assert takes(contract={"periods": None, "first_due": None}) == "1090.00"
    assert takes(contract={"periods": None, "first_due": None, "payment": None}) == "0.00"


def test_a_contract_that_tells_no_payments_takes_the_instalment_that_is_to_be_put_off():
    put_off = {"amount": "1508.25", "from": "2026-12-10", "to": "2027-01-10", "reason": "工资晚发", "evidence": []}
    untold = {"first_due": None, "payment": None}
    assert takes(contract=untold, deferral=put_off) == "1508.25"
    once = {**untold, "periods": None}
    assert takes(contract=once, deferral=put_off) == "0.00", (
        "nobody says that there are instalments: it may be the whole"
    )
    assert takes(contract=once, deferral=put_off | {"instalment": 5}) == "1508.25"


def test_a_sum_that_pays_off_all_of_the_debt_is_no_monthly_payment():
    whole = {"amount": "9000.00", "from": "2026-12-10", "to": "2027-03-10", "reason": "续当", "evidence": []}
    pawn = {"first_due": None, "payment": None, "periods": None}
    assert takes(contract=pawn, deferral=whole | {"instalment": 1}) == "0.00"
    assert takes(contract={"first_due": None, "payment": "9000.00", "periods": None}) == "0.00"


def test_a_contract_goes_on_where_a_talk_settled_nothing_but_that_a_payment_is_put_off():
    put_off = {"instalment": 5, "from": "2026-12-10", "to": "2027-01-10", "reason": "工资晚发", "evidence": []}
    talk = {"at": "2026-11-18 10:00", "direction": "outgoing", "channel": "phone", "summary": "请求延期一个月"}
    talked = {"contacts": [talk | {"reply": "可以延一个月", "outcome": "accepted"}]}
    settled = {"reached": "2026-11-18", "terms": {"plan": False, "other": ["12月一期延一个月"]}}
    assert takes(deferral=put_off, agreement=settled, **talked) == "1090.00"
    assert takes(agreement=settled, **talked) is None, "what was settled may be something else"
    in_instalments = {"reached": "2026-11-18", "terms": {"plan": True}}
    assert takes(deferral=put_off, agreement=in_instalments, **talked) is None


def test_one_payment_that_is_left_takes_nothing_even_where_a_payment_is_stated():
    assert takes(contract={"periods": 5}) == "0.00"


@pytest.mark.parametrize(
    ("contract", "taken"),
    [
        ({}, "1090.00"),
        ({"periods": 6}, "1090.00"),  # December and January are left
        ({"periods": 5}, None),  # December alone
        ({"periods": 4}, None),
    ],
)
def test_a_contract_of_which_one_payment_was_missed_goes_on_while_several_lie_ahead(contract, taken):
    assert takes(due="2026-11-10", contract=contract) == taken


def test_a_payment_due_on_the_day_of_the_letters_lies_ahead():
    # missed in October; the last two fall due on the day of the letters and a month later
    assert takes(due="2026-10-21", contract={"first_due": "2026-08-21", "periods": 5}) == "1090.00"


@pytest.mark.parametrize(("ends", "taken"), [("2026-11-22", "1090.00"), ("2026-11-21", None), (None, None)])
def test_without_dated_payments_a_missed_contract_goes_on_until_it_ends(ends, taken):
    assert takes(due="2026-11-10", contract={"periods": None, "first_due": None, "ends": ends}) == taken


def test_what_was_called_in_sued_for_or_bought_does_not_go_on():
    assert takes(due="2026-11-10", contract={"accelerated": "2026-11-01"}) is None
    assert takes(contract={"accelerated": "2026-11-01"}) is None
    assert takes(due="2026-11-10", creditor={"name": "示例融资担保有限公司", "kind": "guarantor"}) is None
    assert takes(due=None) is None


def test_nothing_is_kept_where_every_debt_goes_on_and_none_that_a_paper_is_about():
    assert dict(kept(household(LOAN))) == {}
    assert dict(kept(household(CARD, LOAN), "loan")) == {}


def test_a_contract_that_was_missed_since_an_agreement_without_a_plan_goes_on():
    talk = {"at": "2026-07-22 10:00", "direction": "outgoing", "channel": "phone", "summary": "请求暂缓三个月"}
    settled = {"reached": "2026-07-22", "terms": {"plan": False, "other": ["8月至10月暂缓，11月起恢复"]}}
    talked = {"contacts": [talk | {"reply": "同意", "outcome": "accepted"}], "agreement": settled}
    assert takes(due="2026-11-10", **talked) == "1090.00"
    assert takes(due="2026-07-10", **talked) is None
