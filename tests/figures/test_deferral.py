"""延期: days, months and the interest of the time in between, beside figures worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

from negotiation_docs.facts import Month
from negotiation_docs.figures.deferral import deferred
from negotiation_docs.figures.plans import plan
from tests.make.debts import CARD, debt, household
from tests.make.plans import random_terms

LOAN = {
    "signed": "2026-03-20", "amount": "86421.37", "annual_rate": "18%", "method": "equal_payment", "periods": 36,
    "first_due": "2026-04-20",
}  # fmt: skip
NINTH = {"instalment": 9, "from": "2026-12-20", "to": "2027-01-20", "reason": "工资晚发"}


def put_off(contract: dict[str, Any] | None = None, **asked: Any):
    changed = debt(CARD, contract=LOAN if contract is None else contract, proposal=None)
    changed["deferral"] = {name: value for name, value in {**NINTH, **asked}.items() if value is not None}
    case = household(changed)
    return deferred(case, case.debts[0])


def ninth_by_hand() -> Decimal:
    """86,421.37 at 1.5 % a month, 3,124.34 each: what is left after eight, and what the ninth repays."""
    left, fen = Decimal("86421.37"), Decimal("0.01")
    for _ in range(9):
        repaid = Decimal("3124.34") - (left * Decimal("0.015")).quantize(fen, ROUND_HALF_UP)
        left -= repaid
    return repaid


def test_the_interest_of_a_month_is_that_of_the_principal_in_the_instalment():
    told = put_off()
    assert told.amount == Decimal("3124.34"), "EP2"
    assert told.principal == ninth_by_hand() == Decimal("2059.25")
    assert told.interest == Decimal("30.89")  # 2059.25 × 18% ÷ 12 = 30.888…
    assert told.together == Decimal("3155.23")
    assert (told.months, told.days) == (1, 0)


def test_days_that_are_no_whole_months_are_counted_by_the_day():
    told = put_off(to="2027-01-05")
    assert (told.months, told.days) == (0, 16)
    assert told.interest == Decimal("16.25")  # 2059.25 × 18% × 16 ÷ 365


def test_a_payment_holiday_bears_interest_on_the_whole_principal():
    months = {"from": "2027-01", "to": "2027-03"}
    for principal, rate, to, interest in (
        ("36000.00", "9%", "2027-03", "810.00"),
        ("12345.67", "15%", "2027-02", "308.64"),
    ):
        changed = debt(CARD, contract={**LOAN, "annual_rate": rate}, balance={"principal": principal}, proposal=None)
        changed["deferral"] = {"holiday": {**months, "to": to}, "reason": "工资晚发"}
        case = household(changed)
        assert deferred(case, case.debts[0]).interest == Decimal(interest)
    told = put_off(holiday=months, instalment=None, to=None, **{"from": None})
    assert told.holiday
    assert told.months == 3
    assert told.resumes == Month(2027, 4, 1)
    assert isinstance(told.resumes, Month)


def test_a_holiday_from_one_day_to_another_ends_with_that_day():
    told = put_off(holiday={"from": "2027-01-15", "to": "2027-04-14"}, instalment=None, to=None, **{"from": None})
    assert (told.months, told.days, told.resumes) == (3, 0, date(2027, 4, 15))
    odd = put_off(holiday={"from": "2027-01-15", "to": "2027-02-03"}, instalment=None, to=None, **{"from": None})
    assert (odd.months, odd.days) == (0, 20)


@pytest.mark.parametrize(
    ("contract", "asked"),
    [
        ({}, {}),
        ({**LOAN, "annual_rate": None}, {}),
        (None, {"instalment": None}),
        (None, {"instalment": 37}),
        (None, {"amount": "2176.68"}),
        (None, {"gap_interest": "none"}),
        ({**LOAN, "method": "bullet"}, {}),
    ],
    ids=["no terms", "no rate", "no number", "no such instalment", "another amount", "none offered", "one sum"],
)
def test_what_the_contract_does_not_tell_is_not_computed(contract, asked):
    terms = None if contract is None else {name: value for name, value in contract.items() if value is not None}
    told = put_off(terms, **asked)
    assert told.interest is None
    assert told.together is None


def test_a_confirmed_plan_without_interest_bears_none_in_between():
    talked = {"at": "2026-11-18", "direction": "outgoing", "channel": "phone", "summary": "提出", "outcome": "accepted"}
    agreed = {"reached": "2026-11-18", "terms": {"plan": True}, "confirmed": {"date": "2026-11-20", "channel": "sms"}}
    changed = debt(CARD, contract=LOAN) | {"contacts": [talked], "agreement": agreed, "deferral": NINTH}
    told = deferred(case := household(changed), case.debts[0])
    assert told.amount == told.principal == Decimal("1440.35")
    assert told.interest == Decimal("0.00")


def test_a_stated_amount_stands_even_where_no_interest_follows():
    assert put_off(amount="2176.68").amount == Decimal("2176.68")


def test_the_principal_of_every_instalment_of_any_loan_is_that_of_its_schedule():
    for terms in random_terms("equal_payment", 20):
        rows = plan(terms).instalments
        contract = {
            "signed": "2020-01-01", "amount": str(terms.principal), "annual_rate": str(terms.annual_rate),
            "method": "equal_payment", "periods": terms.periods, "first_due": terms.first_due.isoformat(),
        }  # fmt: skip
        if terms.down_payment or terms.charges:
            continue
        last = rows[-1]
        told = put_off(contract, instalment=last.period)
        assert told.principal == last.principal


def test_without_a_deferral_there_is_none():
    case = household(CARD)
    assert deferred(case, case.debts[0]) is None
