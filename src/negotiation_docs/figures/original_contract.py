"""What the original contract takes: its payments by date, what is left of them, and its true annual rate."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Contract, Debt, Method
from negotiation_docs.figures.dates import add_months, due_dates
from negotiation_docs.figures.plans import PlanTerms, plan
from negotiation_docs.figures.rates import DATED, Rate, annual_rate, xirr
from negotiation_docs.figures.wording import percent

_ODD = 15  # days: a first instalment this far from a month after signing makes the dates count

Payments = tuple[tuple[date, Decimal], ...]


def contract_payments(contract: Contract) -> Payments:
    """Every payment of the contract as (due date, 元): the one it states, else those its terms come to.

    Empty while the contract does not tell enough (for a card, always).
    """
    if contract.first_due is None or contract.periods is None:
        return ()
    if contract.payment is not None:
        stated = contract.payment
        return tuple((day, stated) for day in due_dates(contract.first_due, contract.periods))
    if contract.amount is None or contract.method is None or contract.annual_rate is None:
        return ()
    terms = PlanTerms(
        contract.amount, contract.method.value, contract.periods, contract.first_due, contract.annual_rate,
        start=contract.signed if contract.method is Method.BULLET else None,
    )  # fmt: skip
    try:
        return tuple((row.due, row.payment) for row in plan(terms))
    except FactsError:
        return ()  # terms that do not work out tell nothing


def payments_left(debt: Debt) -> Payments:
    """The contract's payments from the first unpaid due date on."""
    return tuple((day, paid) for day, paid in contract_payments(debt.contract) if debt.due is None or day >= debt.due)


def contract_rate(contract: Contract) -> Rate | None:
    """The annualised rate of what was received (实际到账金额, else 合同金额) against everything charged each month.

    None while the contract does not tell enough. Only for monthly payments that begin a month after the money came.
    """
    received = contract.received or contract.amount
    payments = [paid for _, paid in contract_payments(contract)]
    if received is None or not payments:
        return None
    return annual_rate(received, payments)


def true_rate(contract: Contract) -> tuple[Decimal, str] | None:
    """What the money really costs a year, as a share of 1, and the same labelled, for people to read.

    By months where the first instalment falls due about a month after the contract, else by dates (XIRR). None while
    the contract does not tell enough, or tells what no rate fits.
    """
    try:
        if _begins_oddly(contract):
            dated = xirr(_flows(contract))
            return dated, f"{DATED}{percent(dated, 2)}"
        monthly = contract_rate(contract)
    except ValueError:
        return None
    return (monthly.nominal, str(monthly)) if monthly else None


def _begins_oddly(contract: Contract) -> bool:
    signed, first = contract.signed, contract.first_due
    return signed is not None and first is not None and abs((first - add_months(signed, 1)).days) > _ODD


def _flows(contract: Contract) -> Iterator[tuple[date, Decimal]]:
    """The money received on the day of the contract, and the payments, negative."""
    cash = contract.received or contract.amount
    if contract.signed and contract.first_due and cash and contract.signed < contract.first_due:
        yield contract.signed, cash
    yield from ((day, -paid) for day, paid in contract_payments(contract))
