"""Beside each claim at court: what the lender lists for it, what was paid since, and what was waived in writing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiation_docs.facts import Case, Claim
from negotiation_docs.figures.sued import BesideClaim, beside, paid_since, parts_of
from tests.make.debts import CARD, debt, household

BILL = {"as_of": "2026-11-10", "principal": "1000.00", "interest": "200.00", "penalty": "30.00", "fees": "4.00"}
"""The letters are of 2026-11-21."""
ALL = ["principal", "interest", "penalty", "fees"]


def claim(item: str, amount: str | None = None, answer: str | None = "dispute", **more: Any) -> dict[str, Any]:
    return {"item": item, "amount": amount, "answer": answer, **more}


def sued(*claims: dict[str, Any], cause: str | None = "credit_card", stage: str = "sued", **facts: Any) -> Case:
    suit = {"stage": stage, "claims": list(claims), **({"cause": cause} if cause else {})}
    return household(debt(CARD, **{"balance": BILL, "proposal": None, "litigation": suit, **facts}))


def parts(case: Case) -> list[list[str]]:
    """Of each claim, the parts of the balance that it is about."""
    (only,) = case.debts
    assert only.litigation is not None
    return [[part.value for part in parts_of(only, one)] for one in only.litigation.claims]


def told(case: Case) -> BesideClaim:
    """What stands beside the first claim."""
    (only,) = case.debts
    assert only.litigation is not None
    return beside(case, only, only.litigation.claims[0])


PRINCIPAL, INTEREST, TOTAL = claim("principal"), claim("interest"), claim("total")
FOUR, FIVE = claim("other", "4.00"), claim("other", "5.00")


@pytest.mark.parametrize(
    ("stage", "cause", "others", "apart"),
    [
        ("sued", "credit_card", [FOUR], False),  # the row of the card's form names fees
        ("sued", "financial_loan", [], True),  # these two forms do not
        ("sued", "private_lending", [], True),
        ("sued", "other", [], False),
        ("sued", "other", [FIVE], True),  # the plaintiff keeps them apart
        ("sued", None, [], False),
        ("payment_order", "financial_loan", [], False),  # no form
        ("payment_order", "credit_card", [FOUR], True),
        ("payment_order", None, [], False),
        ("payment_order", None, [FOUR], True),
    ],
)
def test_fees_are_compared_with_the_interest_unless_form_or_plaintiff_keeps_them_apart(stage, cause, others, apart):
    case = sued(PRINCIPAL, INTEREST, TOTAL, claim("court_fees"), *others, stage=stage, cause=cause)
    interest = ["interest", "penalty"] if apart else ["interest", "penalty", "fees"]
    assert parts(case)[:4] == [["principal"], interest, ALL, []]


def test_fees_kept_apart_are_another_claim_of_the_very_same_sum():
    case = sued(FOUR, FIVE, claim("other"), cause="private_lending")
    assert parts(case) == [["fees"], [], []]
    unknown = sued(FOUR, claim("other"), cause="private_lending", balance=BILL | {"fees": None})
    assert parts(unknown) == [[], []], "two sums that nobody knows are not the same"
    assert parts(sued(FOUR)) == [[]]


def test_without_a_suit_fees_stand_with_the_interest():
    (only,) = sued(litigation=None).debts
    interest = Claim.model_validate(INTEREST)
    assert [part.value for part in parts_of(only, interest)] == ["interest", "penalty", "fees"]


@pytest.mark.parametrize(("amount", "over"), [("1300.05", "66.05"), ("1234.00", "0.00"), ("1200.00", "0.00")])
def test_a_claim_is_told_with_the_bill_and_by_how_much_it_exceeds_it(amount, over):
    found = told(sued(claim("total", amount)))
    assert (str(found.billed), found.as_of, str(found.over)) == ("1234.00", date(2026, 11, 10), over)
    assert found.rest is None


def test_of_a_claim_admitted_in_part_the_rest_is_told_also_of_one_on_no_bill():
    part = told(sued(claim("interest", "300.00", "partly", admitted="200.00")))
    assert (str(part.rest), str(part.billed), str(part.over)) == ("100.00", "234.00", "66.00")
    costs = told(sued(claim("enforcement_costs", "1500.00", "partly", admitted="0.01")))
    assert costs == BesideClaim(Decimal("1499.99"))


@pytest.mark.parametrize(
    "silent", [claim("principal"), claim("principal", "1100.00", "admit"), claim("principal", "1100.00", None)]
)
def test_beside_a_claim_that_is_admitted_unanswered_or_without_a_sum_nothing_is_told(silent):
    assert told(sued(silent)) == BesideClaim()


def test_a_bill_that_lists_only_some_of_the_parts_is_compared_with_nothing():
    found = told(sued(claim("interest", "900.00"), balance=BILL | {"penalty": None}))
    assert (found.billed, found.over, found.as_of) == (None, Decimal(0), date(2026, 11, 10))


def paid(*days: str) -> list[dict[str, str]]:
    return [{"date": day, "amount": f"{2**place}.00"} for place, day in enumerate(days)]


@pytest.mark.parametrize(
    ("as_of", "since"),
    [
        ("2026-11-10", "12.00"),  # what was paid on the day of the bill stands on it
        (None, "15.00"),
    ],
)
def test_paid_since_are_the_payments_after_the_bill_up_to_the_day_of_the_papers(as_of, since):
    days = paid("2026-11-09", "2026-11-10", "2026-11-11", "2026-11-21", "2026-11-22")
    case = sued(balance=BILL | {"as_of": as_of}, payments=days)
    assert str(paid_since(case, case.debts[0])) == since


@pytest.mark.parametrize(("item", "lessens"), [("principal", True), ("total", True), ("interest", False)])
def test_what_was_paid_since_stands_beside_the_principal_and_the_total_alone(item, lessens):
    found = told(sued(claim(item, "1100.00"), payments=paid("2026-11-11")))
    assert found.paid == (Decimal("1.00") if lessens else 0)


def waiving(waive: dict[str, str] | None, confirmed: str | None) -> dict[str, Any]:
    terms = {"waive": waive} if waive else {"pause_collection": True}
    agreement: dict[str, Any] = {"reached": "2026-11-12", "terms": terms}
    return agreement | ({"confirmed": {"date": confirmed, "channel": "sms"}} if confirmed else {})


@pytest.mark.parametrize(
    ("agreement", "item", "waived"),
    [
        (waiving({"penalty": "30.00", "interest": "20.00"}, "2026-11-21"), "interest", "50.00"),
        (waiving({"penalty": "30.00", "interest": "20.00"}, "2026-11-21"), "principal", None),
        (waiving({"penalty": "30.00"}, "2026-11-22"), "interest", None),  # not before the papers
        (waiving({"penalty": "30.00"}, None), "interest", None),  # an oral word
        (waiving(None, "2026-11-21"), "interest", None),
        (None, "interest", None),
    ],
)
def test_a_waiver_stands_beside_the_claim_of_its_part_once_it_is_confirmed_in_writing(agreement, item, waived):
    found = told(sued(claim(item, "1100.00"), agreement=agreement))
    expected = (Decimal(waived), date(2026, 11, 21)) if waived else (Decimal(0), None)
    assert (found.waived, found.confirmed) == expected


@pytest.mark.parametrize("cause", ["credit_card", "financial_loan", "other"])
def test_interest_is_compared_alone_where_another_claim_carries_the_penalty(cause: str):
    penalty = claim("other", "60.00", reason="违约金是账单数的两倍")
    case = sued(claim("interest", "250.00"), penalty, cause=cause)
    assert parts(case)[0] == ["interest"]
    assert (told(case).billed, told(case).over) == (Decimal("200.00"), Decimal("50.00"))


def test_interest_is_compared_alone_where_just_that_is_admitted_beside_another_claim():
    case = sued(claim("interest", "250.00", "partly", admitted="200.00"), FIVE)
    assert parts(case)[0] == ["interest"]
    assert parts(sued(claim("interest", "250.00", "partly", admitted="200.00")))[0] != ["interest"]
