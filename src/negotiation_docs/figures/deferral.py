"""延期: what is deferred, until when, and what the time in between costs at the rate of the contract."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Contract, Debt, Deferral, GapInterest, Method, Month
from negotiation_docs.figures.charges import deferral_interest, interest_by_days
from negotiation_docs.figures.dates import add_months, months_between
from negotiation_docs.figures.fen import to_fen, total
from negotiation_docs.figures.plans import PlanTerms, plan
from negotiation_docs.figures.rows import Row
from negotiation_docs.figures.schedule import agreed_schedule

_NEAR = 5  # 分 by which a stated instalment may differ from the computed one and still be that one


class Deferred(Struct, frozen=True):
    """One instalment put off from ``start`` ``to`` another day, or a ``holiday`` of ``months`` from ``start`` on.

    ``amount`` is the instalment, in 元; ``interest`` is that of the ``principal`` at ``annual_rate`` over ``months``,
    or over ``days`` of 365 where they are no whole months. Principal, rate and interest are None while the contract
    does not tell them, or no interest is offered; a plan without interest bears 0.00. ``resumes`` is the first month
    or day of payment after a holiday.
    """

    holiday: bool
    start: date
    to: date
    resumes: date
    amount: Decimal | None
    months: int
    days: int
    principal: Decimal | None = None
    annual_rate: Decimal | None = None
    interest: Decimal | None = None

    @property
    def together(self) -> Decimal | None:
        """The deferred instalment with its interest."""
        return total((self.amount, self.interest)) if self.amount is not None and self.interest is not None else None


def deferred(case: Case, debt: Debt) -> Deferred | None:
    """What ``debt.deferral`` asks for; None without one."""
    asked = debt.deferral
    if asked is None:
        return None
    if asked.holiday is not None:
        return _holiday(debt, asked)
    if asked.start is None or asked.to is None:
        return None
    return _instalment(case, debt, asked, asked.start, asked.to)


def _holiday(debt: Debt, asked: Deferral) -> Deferred | None:
    if asked.holiday is None:
        return None
    start, to = asked.holiday.start, asked.holiday.to
    after = _after(to)
    months = months_between(start, after)
    days = 0 if add_months(start, months) == after else (after - start).days
    principal, rate = debt.balance.principal, debt.contract.annual_rate
    resumes = Month(after.year, after.month, 1) if isinstance(to, Month) else after
    plain = Deferred(
        holiday=True, start=start, to=to, resumes=resumes, amount=None, months=0 if days else months, days=days
    )
    return _costing(plain, asked, principal, rate)


def _after(last: date) -> date:
    """The first day after a holiday whose last day, or month, is given."""
    return add_months(date(last.year, last.month, 1), 1) if isinstance(last, Month) else last + timedelta(days=1)


def _instalment(case: Case, debt: Debt, asked: Deferral, start: date, to: date) -> Deferred:
    months = months_between(start, to)
    days = 0 if add_months(start, months) == to else (to - start).days
    row, rate = _row(case, debt, asked)
    amount = asked.amount if asked.amount is not None else row.payment if row else None
    plain = Deferred(
        holiday=False, start=start, to=to, resumes=to, amount=amount, months=0 if days else months, days=days
    )
    return _costing(plain, asked, row.principal if row else None, rate)


def _costing(plain: Deferred, asked: Deferral, principal: Decimal | None, rate: Decimal | None) -> Deferred:
    """With its interest, as far as the contract tells what it is of."""
    if asked.gap_interest is GapInterest.NONE or not principal or rate is None:
        return plain
    if plain.days:
        interest = interest_by_days(principal, rate, plain.days)
    else:
        interest = deferral_interest(principal, rate, plain.months)
    return Deferred(
        plain.holiday, plain.start, plain.to, plain.resumes, plain.amount, plain.months, plain.days,
        principal, rate, interest,
    )  # fmt: skip


def _row(case: Case, debt: Debt, asked: Deferral) -> tuple[Row | None, Decimal | None]:
    """The deferred instalment in the confirmed plan, else in the contract, and the rate that it bears."""
    if asked.instalment is None:
        return None, None
    try:
        rows, rate = _rows(case, debt)
    except FactsError:
        return None, None
    row = next((one for one in rows if one.period == asked.instalment), None)
    if row is None or (asked.amount is not None and abs(to_fen(asked.amount) - to_fen(row.payment)) > _NEAR):
        return None, None
    return row, rate


def _rows(case: Case, debt: Debt) -> tuple[tuple[Row, ...], Decimal | None]:
    """The instalments that are owed now, and the rate that they bear."""
    if debt.agreement is not None and debt.confirmed_by(case.dated):
        schedule = agreed_schedule(case, debt.id)
        return schedule.instalments, schedule.annual_rate
    return _contract_rows(debt.contract), debt.contract.annual_rate


def _contract_rows(contract: Contract) -> tuple[Row, ...]:
    lent, method, periods, first = contract.amount, contract.method, contract.periods, contract.first_due
    if lent is None or method in (None, Method.BULLET) or periods is None or first is None:
        return ()
    terms = PlanTerms(lent, method.value, periods, first, contract.annual_rate or Decimal(0))
    return plan(terms).instalments
