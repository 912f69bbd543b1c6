"""What governs a debt on the day of the letters: the plan confirmed in writing as it was paid, else the contract."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Contract, Debt
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan, total
from negotiation_docs.figures.original_contract import contract_payments, contract_rows, payments_left
from negotiation_docs.figures.performance import served, since_agreed
from negotiation_docs.figures.proposals import agreed
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.figures.schedule import agreed_schedule
from negotiation_docs.question import worked_out_once

_NEAR = 5  # 分 by which a stated instalment may differ from the computed one and still be that one


class Instalment(Struct, frozen=True):
    """One instalment (``period`` 0: the down payment): its ``payment``, what is recorded as ``paid`` on it, in 元.

    ``principal`` is what is open of the principal in it; None where the contract does not tell it.
    """

    period: int
    due: date
    payment: Decimal
    paid: Decimal
    principal: Decimal | None

    @property
    def open(self) -> Decimal:
        """What is not recorded as paid."""
        return to_yuan(to_fen(self.payment) - to_fen(self.paid))

    def is_of(self, amount: Decimal) -> bool:
        """Whether ``amount`` is that of this instalment or what is open of it, but for the rounding of a lender."""
        return any(_alike(amount, sum_) for sum_ in (self.payment, self.open))


class Governing(Struct, frozen=True):
    """Its instalments with what was paid on them, and the rate a year that they bear (None: not told).

    ``planned``: a plan that the creditor confirmed governs, else the contract; of that no payment is counted. No rows
    where neither tells enough to compute them.
    """

    planned: bool
    rows: tuple[Instalment, ...]
    annual_rate: Decimal | None


@worked_out_once
def plan_in_force(case: Case, debt: Debt) -> Schedule | None:
    """The plan confirmed in writing by the day of the letters; None without one, or where it cannot be computed."""
    if not _planned(case, debt):
        return None
    try:
        return agreed_schedule(case, debt.id)
    except FactsError:  # what it lacks is told by the checks
        return None


@worked_out_once
def governing(case: Case, debt: Debt) -> Governing:
    """The terms under which ``debt`` is paid now."""
    if not _planned(case, debt):
        return Governing(False, tuple(_by_contract(debt.contract)), debt.contract.annual_rate)
    schedule = plan_in_force(case, debt)
    if schedule is None:
        return Governing(planned=True, rows=(), annual_rate=None)
    rows = (
        Instalment(each.row.period, each.row.due, each.row.payment, each.paid, each.open_principal)
        for each in served(schedule, since_agreed(case, debt))
    )
    return Governing(planned=True, rows=tuple(rows), annual_rate=schedule.annual_rate)


@worked_out_once
def unpaid(case: Case, debt: Debt) -> tuple[Instalment, ...]:
    """The instalments that are not recorded as paid; of a contract those from the first unpaid day on."""
    terms = governing(case, debt)
    if terms.planned:
        return tuple(each for each in terms.rows if each.open)
    days = {day for day, _ in payments_left(debt)}
    return tuple(each for each in terms.rows if each.due in days)


def within(case: Case, debt: Debt, start: date, end: date) -> tuple[Instalment, ...]:
    """The unpaid instalments due from ``start`` to before ``end``; empty where there is, or is told, none."""
    return tuple(one for one in unpaid(case, debt) if start <= one.due < end)


def principal_then(case: Case, debt: Debt, day: date) -> Decimal | None:
    """元 of principal that the plan in force leaves on ``day`` if it is kept until then; None without one.

    As for a change of the plan, an instalment that is over and on which nothing is recorded counts as paid.
    """
    if plan_in_force(case, debt) is None:
        return None
    return total(
        each.principal or ZERO
        for each in governing(case, debt).rows
        if each.due >= day or (each.due < case.dated and each.paid)
    )


def _planned(case: Case, debt: Debt) -> bool:
    return debt.confirmed_by(case.dated) and agreed(debt) is not None


def _by_contract(contract: Contract) -> Iterator[Instalment]:
    """The contract's payments; their principal where its terms make the very payment that it states."""
    rows = {row.due: row for row in contract_rows(contract)}
    for period, (day, payment) in enumerate(contract_payments(contract), start=1):
        row = rows.get(day)
        told = row is not None and _alike(row.payment, payment)
        yield Instalment(period, day, payment, ZERO, row.principal if row and told else None)


def _alike(one: Decimal, other: Decimal) -> bool:
    return abs(to_fen(one) - to_fen(other)) <= _NEAR
