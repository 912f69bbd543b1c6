"""The original contract: payments, what is left of them, and what the money really costs."""

from __future__ import annotations

from datetime import date

import pytest

from negotiation_docs.facts import Contract
from negotiation_docs.figures.original_contract import (
    contract_payments,
    contract_rate,
    contract_rows,
    payments_left,
    true_rate,
)
from tests.make.debts import CARD, debt, household

LOAN = {"amount": "12000.00", "periods": 12, "first_due": "2026-01-31"}


def test_the_payment_that_the_contract_states_counts_every_month():
    payments = contract_payments(Contract.model_validate({**LOAN, "payment": "1090.00"}))
    assert [str(paid) for _, paid in payments] == ["1090.00"] * 12
    assert payments[1][0] == date(2026, 2, 28)


def test_without_a_stated_payment_the_terms_are_computed():
    terms = {**LOAN, "amount": "50000.00", "method": "equal_payment", "annual_rate": "0.12"}
    assert [str(paid) for _, paid in contract_payments(Contract.model_validate(terms))][-2:] == ["4442.44", "4442.43"]


def test_a_contract_that_tells_too_little_or_nonsense_has_no_payments():
    assert contract_payments(Contract.model_validate({"annual_rate": "0.18"})) == ()
    assert contract_payments(Contract.model_validate(LOAN)) == ()
    nonsense = {**LOAN, "amount": "0.05", "method": "interest_free", "annual_rate": "0"}
    assert contract_payments(Contract.model_validate(nonsense)) == ()


def test_only_what_is_not_paid_is_left():
    case = household(debt(CARD, due="2026-11-30", contract={**LOAN, "payment": "1090.00"}))
    assert [day.month for day, _ in payments_left(case.debts[0])] == [11, 12]


def test_the_rate_is_that_of_the_money_in_hand():
    stated = {**LOAN, "payment": "1090.00"}
    assert str(round(contract_rate(Contract.model_validate(stated)).nominal, 6)) == "0.162165"
    short = Contract.model_validate({**stated, "amount": "12000.00", "received": "11400.00"})
    assert contract_rate(short).nominal > contract_rate(Contract.model_validate(stated)).nominal
    assert contract_rate(Contract.model_validate({"annual_rate": "0.18"})) is None


def labelled(**terms: object) -> str:
    return true_rate(Contract.model_validate({**LOAN, "payment": "1090.00", **terms}))[1]


def test_the_rate_is_labelled_by_how_it_was_computed():
    assert labelled() == "单利年化16.22%、复利（内部收益率法）年化17.48%"
    assert labelled(signed="2025-12-28") == labelled()
    assert labelled(signed="2025-10-31") == "按实际日期年化（XIRR，实际天数/365）13.07%"


def test_what_no_rate_fits_has_none():
    assert true_rate(Contract.model_validate({"annual_rate": "0.18"})) is None
    assert true_rate(Contract.model_validate({**LOAN, "payment": "1090.00", "signed": "2027-12-31"})) is None
    assert true_rate(Contract.model_validate({"signed": "2025-10-31", "first_due": "2026-01-31"})) is None


LENT = {"amount": "20000.00", "received": "20000.00", "signed": "2024-03-05", "periods": 12, "first_due": "2024-04-05"}


def rate(**terms: object) -> str | None:
    found = true_rate(Contract.model_validate({**LENT, **terms}))
    return found[1] if found else None


@pytest.mark.parametrize(
    "terms",
    [
        {"payment": "108.33"},
        {"payment": "1600.00"},
        {"payment": "108.33", "method": "stepped"},
        {"payment": "1775.00", "method": "equal_principal"},
        {"payment": "108.33", "method": "equal_payment"},
        {"payment": "108.33", "method": "bullet", "signed": None},
        {"payment": "108.33", "method": "interest_first", "amount": None},
    ],
)
def test_a_payment_that_does_not_tell_the_others_gives_no_rate(terms):
    assert rate(**terms) is None


@pytest.mark.parametrize(
    ("terms", "shown"),
    [
        ({"payment": "108.33", "method": "interest_first"}, "单利年化6.50%、复利（内部收益率法）年化6.70%"),
        (
            {"payment": "1775.00", "method": "equal_principal", "annual_rate": "6.5%"},
            "单利年化6.50%、复利（内部收益率法）年化6.70%",
        ),
        ({"payment": "1725.93", "method": "equal_payment"}, "单利年化6.50%、复利（内部收益率法）年化6.70%"),
        (
            {"payment": "21300.00", "method": "bullet", "annual_rate": "6.5%"},
            "按实际日期年化（XIRR，实际天数/365）6.50%",
        ),
        ({"payment": "1800.00", "method": "interest_free"}, "单利年化14.45%、复利（内部收益率法）年化15.45%"),
        ({"payment": "1800.00"}, "单利年化14.45%、复利（内部收益率法）年化15.45%"),
    ],
)
def test_where_the_payments_follow_from_what_is_told_the_rate_is_that_of_their_method(terms, shown):
    assert rate(**terms) == shown


def test_less_received_than_lent_makes_it_dearer():
    assert rate(payment="108.33", method="interest_first", received="19000.00") == (
        "单利年化11.83%、复利（内部收益率法）年化12.49%"
    )


def test_the_money_came_on_the_day_it_was_paid_out():
    assert rate(payment="1800.00", paid_out="2024-02-05") == "按实际日期年化（XIRR，实际天数/365）13.24%"


def test_a_stated_payment_without_a_first_day_tells_no_payments():
    stated = {"amount": "12000.00", "payment": "1090.00", "method": "equal_payment", "annual_rate": "0.12"}
    assert contract_payments(Contract.model_validate({**stated, "periods": 12})) == ()
    assert contract_payments(Contract.model_validate({**stated, "first_due": "2026-01-31"})) == ()
    assert contract_rows(Contract.model_validate({**stated, "periods": 12})) == ()
    assert contract_rows(Contract.model_validate({**stated, "first_due": "2026-01-31"})) == ()


def test_payments_for_an_unknown_sum_have_no_rate():
    unknown = Contract.model_validate({"periods": 12, "first_due": "2026-01-31", "payment": "1090.00"})
    assert len(contract_payments(unknown)) == 12
    assert contract_rate(unknown) is None


@pytest.mark.parametrize(("signed", "dated"), [("2025-12-16", False), ("2025-12-15", True), ("2026-01-15", False)])
def test_half_a_month_beside_the_month_is_still_a_month(signed, dated):
    assert labelled(signed=signed, first_due="2026-01-31").startswith("按") is dated


def test_payments_that_would_not_repay_what_was_lent_are_not_believed_whichever_sum_is_told():
    for lent in ({}, {"amount": None, "received": "12000.00"}, {"received": "11000.00"}):
        assert contract_payments(Contract.model_validate({**LOAN, "payment": "900.00", **lent})) == ()


def test_money_that_came_on_the_day_of_the_first_payment_tells_no_rate():
    same = Contract.model_validate({**LOAN, "payment": "1090.00", "signed": LOAN["first_due"]})
    assert true_rate(same) is None
