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
from negotiation_docs.figures.rows import Row
from negotiation_docs.figures.wording import percent

_ODD = 15  # days: a first instalment this far from a month after signing makes the dates count
_LEVEL = (None, Method.EQUAL_PAYMENT, Method.INTEREST_FREE)

Payments = tuple[tuple[date, Decimal], ...]


def contract_payments(contract: Contract) -> Payments:
    """Every payment of the contract as (due date, 元): those it states where they follow from one, else by its terms.

    Empty while the contract does not tell enough (for a card, always): one stated payment tells nothing of payments
    that fall, or that would not even repay what was lent.
    """
    if contract.first_due is None or contract.periods is None:
        return ()
    stated = _stated(contract)
    if stated:
        return tuple(zip(due_dates(contract.first_due, contract.periods), stated, strict=True))
    return tuple((row.due, row.payment) for row in contract_rows(contract))


def contract_rows(contract: Contract) -> tuple[Row, ...]:
    """The schedule that the contract's terms make, whatever payment it states; empty where they do not tell one."""
    if contract.first_due is None or contract.periods is None:
        return ()
    if contract.amount is None or contract.method is None or contract.annual_rate is None:
        return ()
    terms = PlanTerms(
        contract.amount, contract.method.value, contract.periods, contract.first_due, contract.annual_rate,
        start=_lent_on(contract) if contract.method is Method.BULLET else None,
    )  # fmt: skip
    try:
        return plan(terms).rows
    except FactsError:
        return ()  # terms that do not work out tell nothing


def _stated(contract: Contract) -> tuple[Decimal, ...]:
    """The payments that follow from the one the contract states: all alike, or interest alone until the last."""
    payment, periods, lent = contract.payment, contract.periods or 0, contract.received or contract.amount
    if payment is None:
        return ()
    if contract.method is Method.INTEREST_FIRST and contract.amount is not None:
        return (*(payment,) * (periods - 1), payment + contract.amount)
    if contract.method not in _LEVEL or (lent is not None and payment * periods < lent):
        return ()
    return (payment,) * periods


def _lent_on(contract: Contract) -> date | None:
    return contract.paid_out or contract.signed


def payments_left(debt: Debt) -> Payments:
    """The contract's payments from the first unpaid due date on; none once the lender has called in the whole debt."""
    if debt.contract.accelerated:
        return ()
    return tuple((day, paid) for day, paid in contract_payments(debt.contract) if debt.due is None or day >= debt.due)


def contract_rate(contract: Contract) -> Rate | None:
    """The annualised rate of what was received (实际到账金额, else 合同金额) against everything charged each month.

    None while the contract does not tell enough. Only for monthly payments that begin a month after the money came, so
    never for one payment at the end.
    """
    received = contract.received or contract.amount
    if contract.method is Method.BULLET:
        return None
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
        if _begins_oddly(contract) or contract.method is Method.BULLET:
            dated = xirr(_flows(contract))
            return dated, f"{DATED}{percent(dated, 2)}"
        monthly = contract_rate(contract)
    except ValueError:
        return None
    return (monthly.nominal, str(monthly)) if monthly else None


def _begins_oddly(contract: Contract) -> bool:
    lent, first = _lent_on(contract), contract.first_due
    return lent is not None and first is not None and abs((first - add_months(lent, 1)).days) > _ODD


def _flows(contract: Contract) -> Iterator[tuple[date, Decimal]]:
    """The money received on the day it was paid out, else of the contract, and the payments, negative."""
    cash, lent = contract.received or contract.amount, _lent_on(contract)
    if lent and contract.first_due and cash and lent < contract.first_due:
        yield lent, cash
    yield from ((day, -paid) for day, paid in contract_payments(contract))
