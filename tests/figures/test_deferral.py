"""延期: days, months and the interest of the time in between, beside figures worked out by hand."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.facts import Month
from negotiation_docs.figures.deferral import Deferred, deferred
from negotiation_docs.figures.deferred_month import DeferredMonth, deferred_month
from negotiation_docs.figures.plans import plan
from tests.make.debts import CARD, FINANCE, debt, household
from tests.make.performed import DAYS, in_plan
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
    assert (told.months, told.days) == (3, 0), "those of 20 January, February and March move by three months"
    assert told.resumes == date(2027, 4, 20), "the day of the contract's next instalment"
    span = {"from": "2027-01-15", "to": "2027-04-14"}
    unknown = put_off(holiday=span, instalment=None, to=None, contract={}, **{"from": None})
    assert unknown.resumes == date(2027, 4, 15), "the day after, where no instalment is known"
    assert (unknown.months, unknown.days) == (3, 0)
    odd = {"from": "2027-01-15", "to": "2027-02-03"}
    told = put_off(holiday=odd, instalment=None, to=None, contract={}, **{"from": None})
    assert (told.months, told.days) == (0, 20)


def test_a_holiday_by_the_day_costs_what_the_same_holiday_by_the_month_costs():
    """Of a payment due on the 25th; what follows moves to the day on which payments resume, and interest runs to it."""
    by_month = told_of(bearing(THREE_MONTHS))
    for first, last in (("2027-06-25", "2027-08-25"), ("2027-06-01", "2027-08-31"), ("2027-06-20", "2027-09-24")):
        told = told_of(bearing({**THREE_MONTHS, "holiday": {"from": first, "to": last}}))
        assert told.resumes == date(2027, 9, 25)
        assert (told.months, told.days, told.interest) == (3, 0, by_month.interest) == (3, 0, Decimal("270.00"))


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


BEARING = {"method": "equal_principal", "annual_rate": "6%", "periods": 36, "first_due": "2026-12-25"}
SEVENTH = {"instalment": 7, "from": "2027-06-25", "to": "2027-08-25", "reason": "工资晚发"}
THREE_MONTHS = {"holiday": {"from": "2027-06", "to": "2027-08"}, "reason": "住院"}
FULL = ("708.00", "705.00", "702.00", "699.00", "696.00", "693.00")  # 600 and 0.5 % of 21,600, 21,000, 20,400 …


def bearing(deferral: dict[str, Any], *more: dict[str, str], paid: int = 6, **facts: Any) -> nd.Case:
    """Half a year into a confirmed plan of 36 × 600.00 of principal at 6 %, under a contract at 18 %."""
    payments = [{"date": day, "amount": sum_} for day, sum_ in zip(DAYS[:paid], FULL, strict=False)]
    case = in_plan(0, proposal=BEARING, payments=[*payments, *more], deferral=deferral, **facts)
    case["debts"][0]["balance"]["as_of"] = "2026-11-25"
    return nd.load(case)


def told_of(case: nd.Case) -> Deferred:
    found = deferred(case, case.debts[0])
    assert found is not None
    return found


def test_a_holiday_under_a_confirmed_plan_bears_its_rate_on_what_it_leaves():
    told = told_of(bearing(THREE_MONTHS))
    assert (told.principal, told.annual_rate) == (Decimal("18000.00"), Decimal("0.06"))  # 21,600 less six times 600
    assert told.interest == Decimal("270.00")  # 18,000 × 6% × 3 ÷ 12; at the contract's 18% on 21,600 it was 972.00
    assert told.planned


def test_a_later_holiday_counts_the_instalments_until_then_as_paid():
    later = {**THREE_MONTHS, "holiday": {"from": "2027-08", "to": "2027-10"}}
    told = told_of(bearing(later))
    assert told.principal == Decimal("16800.00")
    assert told.interest == Decimal("252.00")
    assert told.first is not None
    assert (told.first.period, told.first.due) == (9, date(2027, 8, 25))


def test_a_part_payment_goes_to_interest_first_and_then_takes_from_the_principal_of_a_holiday():
    told = told_of(bearing(THREE_MONTHS, {"date": "2027-06-01", "amount": "100.00"}))
    assert told.principal == Decimal("17990.00")  # of 100.00, 90.00 are the interest of the seventh instalment
    assert told.interest == Decimal("269.85")


def test_what_an_instalment_that_is_over_still_lacks_is_in_the_principal_of_a_holiday():
    short = told_of(bearing(THREE_MONTHS, {"date": "2027-05-25", "amount": "193.00"}, paid=5))
    assert short.principal == Decimal("18500.00")  # the sixth, 93.00 of interest and 600.00, lacks 500.00
    assert short.interest == Decimal("277.50")


def test_what_is_put_off_is_what_is_open_of_the_instalment():
    told = told_of(bearing(SEVENTH, {"date": "2027-06-01", "amount": "100.00"}))
    assert (told.amount, told.paid) == (Decimal("590.00"), Decimal("100.00"))
    assert told.principal == Decimal("590.00")
    assert told.interest == Decimal("5.90")  # 590 × 6% × 2 ÷ 12
    assert told.together == Decimal("595.90")


@pytest.mark.parametrize("stated", ["690.00", "590.00"], ids=["the instalment", "what is open of it"])
def test_the_file_may_state_the_instalment_or_what_is_open_of_it(stated):
    case = bearing({**SEVENTH, "amount": stated}, {"date": "2027-06-01", "amount": "100.00"})
    assert told_of(case).amount == Decimal("590.00")


def test_a_holiday_under_a_plan_without_interest_bears_none():
    told = told_of(nd.load(in_plan(6, deferral=THREE_MONTHS)))
    assert (told.principal, told.interest) == (Decimal("18000.00"), Decimal("0.00"))


def test_a_plan_confirmed_later_than_the_letter_does_not_govern_yet():
    case = in_plan(6, deferral=THREE_MONTHS)
    case["debts"][0]["agreement"]["confirmed"] = {"date": "2027-06-11", "channel": "sms"}
    told = told_of(nd.load(case))
    assert not told.planned
    assert (told.principal, told.annual_rate) == (Decimal("21600.00"), Decimal("0.18"))


@pytest.mark.parametrize(
    ("start", "first"),
    [("2026-12", (9, date(2026, 12, 20))), ("2027-01", (10, date(2027, 1, 20))), ("2029-05", None)],
)
def test_the_first_instalment_within_a_holiday_is_told_where_the_contract_tells_it(start, first):
    told = put_off(holiday={"from": start, "to": "2029-07"}, instalment=None, to=None, **{"from": None})
    assert (told.first and (told.first.period, told.first.due)) == first


def test_the_first_instalment_within_a_holiday_is_one_that_is_not_paid():
    case = bearing(THREE_MONTHS, {"date": "2027-06-01", "amount": "690.00"})
    first = told_of(case).first
    assert first is not None
    assert (first.period, first.due) == (8, date(2027, 7, 25))


@pytest.mark.parametrize("rate", [None, "12%"])
def test_a_contract_that_tells_no_payment_tells_no_amount_and_a_stated_payment_is_the_amount(rate):
    terms = {"amount": "36000.00", "method": "equal_payment", "periods": 36, "first_due": "2026-04-20"}
    terms |= {"annual_rate": rate} if rate else {}
    told = put_off(terms)
    assert told.amount == (Decimal("1195.72") if rate else None), "without a rate it is not 36,000 ÷ 36"
    stated = put_off({**terms, "payment": "1210.00"})
    assert stated.amount == Decimal("1210.00")
    assert (stated.principal, stated.interest) == (None, None), "the payment is not the one that the terms make"


def test_where_the_stated_payment_is_that_of_the_terms_its_principal_is_known():
    terms = {"amount": "36000.00", "method": "equal_payment", "periods": 36, "first_due": "2026-04-20"}
    told = put_off({**terms, "annual_rate": "12%", "payment": "1195.72"})
    left = Decimal("36000.00")
    for _ in range(9):
        repaid = Decimal("1195.72") - (left * Decimal("0.01")).quantize(Decimal("0.01"), ROUND_HALF_UP)
        left -= repaid
    assert told.principal == repaid
    assert told.amount == Decimal("1195.72")


def month_of(case: nd.Case) -> DeferredMonth | None:
    return deferred_month(case, case.debts[0])


def test_the_month_of_the_new_day_bears_its_own_instalment_and_that_of_the_others_too():
    told = month_of(bearing(SEVENTH))
    assert told is not None
    assert told.sum == Decimal("696.00")  # 690.00 and two months at 6% of the 600.00 in it
    assert told.besides == Decimal("684.00")  # the ninth: 600.00 and 0.5% of 16,800.00
    assert told.disposable == Decimal("1700.00")
    assert told.payable
    data = in_plan(6, deferral=SEVENTH)
    other = {**FINANCE, "balance": {"as_of": "2027-06-01", "principal": "6000.00"}}
    other["proposal"] = {"method": "interest_free", "periods": 10, "first_due": "2027-07-10"}
    data["debts"].append(other)
    both = month_of(nd.load(data))
    assert both is not None
    assert (both.sum, both.besides) == (Decimal("600.00"), Decimal("1200.00"))
    assert not both.payable


def test_within_the_same_month_the_instalment_is_counted_once():
    told = month_of(nd.load(in_plan(6, deferral={**SEVENTH, "to": "2027-06-30"})))
    assert told is not None
    assert (told.sum, told.besides) == (Decimal("600.00"), Decimal("0.00"))


def test_what_another_debt_puts_off_to_the_same_month_is_counted_there():
    data = in_plan(6, deferral=SEVENTH)
    other = {**FINANCE, "deferral": {**SEVENTH, "instalment": None, "amount": "900.00", "to": "2027-08-10"}}
    data["debts"].append(other)
    told = month_of(nd.load(data))
    assert told is not None
    assert told.besides == Decimal("1500.00")


def test_a_holiday_a_single_sum_and_what_somebody_else_pays_are_not_measured_by_a_month():
    assert month_of(nd.load(in_plan(6, deferral=THREE_MONTHS))) is None
    once = in_plan(0, proposal={"settlement": {"pay_by": "2027-06-25"}}, deferral={**SEVENTH, "instalment": 1})
    assert month_of(nd.load(once)) is None
    payer = [{"name": "李敏", "role": "payer", "consents": True}]
    plan = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25", "funds": "姐姐李敏的存款"}
    assert month_of(nd.load(in_plan(6, proposal=plan, parties=payer, deferral=SEVENTH))) is None


def month_under(contract: dict[str, Any], **asked: Any) -> DeferredMonth | None:
    """The month of a card whose contract governs."""
    changed = debt(CARD, proposal=None) | {"contract": contract, "deferral": {**NINTH, **asked}}
    return month_of(household(changed))


INTEREST_FIRST = {**LOAN, "method": "interest_first"}  # 1.5 % of 86,421.37 is 1,296.32 a month, then all of it


def test_what_a_contract_takes_in_one_sum_is_not_measured_by_a_month():
    assert month_under({**LOAN, "method": "bullet"}, amount="900.00") is None
    assert month_under({**LOAN, "periods": 1, "first_due": "2026-12-20"}, instalment=1) is None
    last = {"instalment": 36, "from": "2029-03-20", "to": "2029-04-20"}
    assert month_under(INTEREST_FIRST, **last) is None, "the principal at the end"


def test_what_a_contract_takes_each_month_is_measured_with_the_instalment_of_the_new_month():
    told = month_under(LOAN)
    assert told is not None
    assert (told.sum, told.besides) == (Decimal("3155.23"), Decimal("3124.34"))
    interest = month_under(INTEREST_FIRST)
    assert interest is not None
    assert interest.besides == Decimal("1296.32")
    last = month_under(LOAN, **{"instalment": 36, "from": "2029-03-20", "to": "2029-04-20"})
    assert last is not None
    assert last.besides == Decimal("0.00")
    two = {**LOAN, "amount": "2000.00", "annual_rate": "0%", "method": "interest_free", "periods": 2}
    both = month_under({**two, "first_due": "2026-12-20"}, instalment=1)
    assert both is not None
    assert both.besides == Decimal("1000.00")
    unknown = month_under({}, amount="900.00")
    assert unknown is not None
    assert (unknown.sum, unknown.besides) == (Decimal("900.00"), Decimal("0.00"))


def test_a_month_that_has_to_the_fen_what_it_takes_can_pay():
    month = DeferredMonth(date(2027, 8, 25), Decimal("600.00"), Decimal("1100.00"), Decimal("1700.00"))
    assert month.payable
    assert not DeferredMonth(month.day, month.sum, Decimal("1100.01"), month.disposable).payable


def test_the_instalment_that_is_put_off_is_known_by_its_number_where_its_day_is_told_otherwise():
    told = month_of(nd.load(in_plan(6, deferral={**SEVENTH, "from": "2027-06-24", "to": "2027-06-30"})))
    assert told is not None
    assert (told.sum, told.besides) == (Decimal("600.00"), Decimal("0.00"))


def test_what_the_month_of_the_new_day_takes_out_of_savings_is_not_counted():
    free = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25"}
    ended = in_plan(0, proposal={**free, "remaining_charges": "last_instalment"})
    ended["debts"][0]["balance"] |= {"interest": "500.00"}
    ended["debts"][0]["deferral"] = {**SEVENTH, "instalment": 35, "from": "2029-10-25", "to": "2029-11-25"}
    told = month_of(nd.load(ended))
    assert told is not None
    assert told.besides == Decimal("600.00"), "the last instalment without the charges at the end"


def besides_with(other: dict[str, Any]) -> Decimal:
    """What is due beside the seventh instalment of 600.00 in August, where the ninth is due too."""
    data = in_plan(6, deferral=SEVENTH)
    data["debts"].append({**FINANCE, "balance": {"as_of": "2027-06-01", "principal": "6000.00"}, **other})
    told = month_of(nd.load(data))
    assert told is not None
    return told.besides


@pytest.mark.parametrize(
    ("start", "to", "besides"),
    [
        ("2027-07-10", "2027-08-05", "1800.00"),
        ("2027-08-10", "2027-08-20", "1200.00"),
        ("2027-07-10", "2027-09-05", "1200.00"),
    ],
    ids=["into the month", "within it", "past it"],
)
def test_of_a_debt_with_a_plan_what_it_puts_off_into_the_month_comes_to_its_instalment(start, to, besides):
    proposal = {"method": "interest_free", "periods": 10, "first_due": "2027-07-10"}
    put = {"instalment": 1, "from": start, "to": to, "amount": "600.00", "reason": "工资晚发"}
    assert besides_with({"proposal": proposal, "deferral": put}) == Decimal(besides)


@pytest.mark.parametrize(
    ("number", "start", "to", "besides"),
    [
        (11, "2027-07-02", "2027-08-15", "2400.00"),
        (12, "2027-08-02", "2027-08-20", "1500.00"),
        (11, "2027-07-02", "2027-09-15", "1500.00"),
    ],
    ids=["into the month", "within it", "past it"],
)
def test_of_a_debt_under_its_contract_the_instalment_of_the_month_counts_beside_what_it_puts_off(
    number, start, to, besides
):
    contract = {
        "signed": "2026-08-02",
        "amount": "21600.00",
        "payment": "900.00",
        "periods": 24,
        "first_due": "2026-09-02",
    }
    put = {"instalment": number, "from": start, "to": to, "reason": "工资晚发"}
    assert besides_with({"contract": contract, "deferral": put, "due": "2027-07-02"}) == Decimal(besides)


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
