"""延期: what is deferred, until when, and what the time in between costs at the rate that governs."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Case, Debt, Deferral, GapInterest, Month
from negotiation_docs.figures.charges import deferral_interest, interest_by_days
from negotiation_docs.figures.dates import add_months, months_between
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.governing import Governing, Instalment, governing, principal_then, within


class Deferred(Struct, frozen=True):
    """One instalment put off from ``start`` ``to`` another day, or a ``holiday`` of ``months`` from ``start`` on.

    ``amount`` is what is open of it, in 元, after what is recorded as ``paid`` on it under a confirmed plan;
    ``interest`` is that of the ``principal`` at ``annual_rate`` over ``months``, or over ``days`` of 365 where they are
    no whole months. Principal, rate and interest are None while they are not told, or no interest is offered; terms
    without interest bear 0.00. ``planned``: a plan that the creditor confirmed governs, else the contract.

    ``ceiling`` is the most that the interest on one instalment can be where its principal is not told: that of the
    whole instalment. Cards bear interest on more than what is put off, so they have none.

    ``within`` are the unpaid instalments of a holiday as far as they are told, ``each`` what every one of them takes,
    None where they differ or nobody says. ``resumes`` is the first month or day of payment after it: the day on which
    the terms have their next instalment, where they tell it. As all that follows moves by as much, ``months`` or
    ``days`` of a holiday from day to day are those from the first instalment within it to that day.
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
    paid: Decimal = ZERO
    planned: bool = False
    within: tuple[Instalment, ...] = ()
    each: Decimal | None = None
    ceiling: Decimal | None = None

    @property
    def first(self) -> Instalment | None:
        """The first unpaid instalment within a holiday, None where none is told."""
        return self.within[0] if self.within else None

    @property
    def last(self) -> Instalment | None:
        """The last one, likewise."""
        return self.within[-1] if self.within else None

    @property
    def put_off(self) -> Decimal:
        """What is open of all of them, in 元."""
        return total(one.open for one in self.within)

    @property
    def by_month(self) -> bool:
        """Whether payment resumes in a month, of which no day is told."""
        return isinstance(self.resumes, Month)

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
        return _holiday(case, debt, asked)
    if asked.start is None or asked.to is None:
        return None
    return _instalment(case, debt, asked, asked.start, asked.to)


def over_before(case: Case, debt: Debt) -> date | None:
    """The day of the last instalment where what ``debt.deferral`` asks for begins after it: nothing is left to put off.

    The last one falls due with all others on the day for which the lender called in the whole debt. None where an
    instalment is still to come, where none is asked for, or where the terms take one sum or tell none.
    """
    asked, terms = debt.deferral, governing(case, debt)
    start = asked and (asked.holiday.start if asked.holiday else asked.start)
    days = [row.due for row in terms.rows]
    ends = debt.contract.ends or debt.contract.accelerated
    if not terms.planned and not days and debt.contract.payment and ends:
        days = [ends]  # so many a month until that day
    elif len(days) < 2:  # one sum
        return None
    last = days[-1] if terms.planned else min(days[-1], debt.contract.accelerated or days[-1])
    return last if start and last < start else None


def _holiday(case: Case, debt: Debt, asked: Deferral) -> Deferred | None:
    if asked.holiday is None:
        return None
    start, to = asked.holiday.start, asked.holiday.to
    after = _after(to)
    terms, put = governing(case, debt), within(case, debt, start, after)
    principal = principal_then(case, debt, start) if terms.planned else debt.balance.principal
    due = next((row.due for row in terms.rows if row.due >= after), after)
    resumes = Month(after.year, after.month, 1) if isinstance(to, Month) else due
    by_day = put and not isinstance(to, Month)
    months, days = _lasting(put[0].due, due) if by_day else _lasting(start, after)
    plain = Deferred(
        holiday=True, start=start, to=to, resumes=resumes, amount=None, months=months, days=days,
        planned=terms.planned, within=put, each=_each(debt, asked, put),
    )  # fmt: skip
    return _costing(plain, asked, principal, terms.annual_rate)


def _lasting(start: date, to: date) -> tuple[int, int]:
    """Whole months and no days, or no months and the days."""
    months = months_between(start, to)
    return (months, 0) if add_months(start, months) == to else (0, (to - start).days)


def _each(debt: Debt, asked: Deferral, put: tuple[Instalment, ...]) -> Decimal | None:
    """What every instalment of a holiday takes: as the terms tell it, else as the file states it for this debt."""
    if put:
        amounts = {one.open for one in put}
        return amounts.pop() if len(amounts) == 1 else None
    return asked.amount or debt.contract.payment


def _after(last: date) -> date:
    """The first day after a holiday whose last day, or month, is given."""
    return add_months(date(last.year, last.month, 1), 1) if isinstance(last, Month) else last + timedelta(days=1)


def _instalment(case: Case, debt: Debt, asked: Deferral, start: date, to: date) -> Deferred:
    months, days = _lasting(start, to)
    terms = governing(case, debt)
    told = _told(terms, asked)
    amount = asked.amount
    if told and (amount is None or told.paid):
        amount = told.open
    plain = Deferred(
        holiday=False, start=start, to=to, resumes=to, amount=amount, months=months, days=days,
        paid=told.paid if told else ZERO, planned=terms.planned,
    )  # fmt: skip
    costed = _costing(plain, asked, told.principal if told else None, terms.annual_rate)
    open_ = costed.interest is None and asked.gap_interest is not GapInterest.NONE and not debt.creditor.is_card
    return replace(costed, ceiling=_interest(plain, amount, terms.annual_rate)) if open_ else costed


def _costing(plain: Deferred, asked: Deferral, principal: Decimal | None, rate: Decimal | None) -> Deferred:
    """With its interest, as far as the terms tell what it is of; where they bear none, there is none of anything."""
    if asked.gap_interest is GapInterest.NONE or rate is None or not (principal or (plain.planned and not rate)):
        return plain
    principal = principal or ZERO
    return replace(plain, principal=principal, annual_rate=rate, interest=_interest(plain, principal, rate))


def _interest(plain: Deferred, principal: Decimal | None, rate: Decimal | None) -> Decimal | None:
    """元 of interest on ``principal`` for the time put off; None while it or the rate is not told."""
    if principal is None or not rate:
        return ZERO if rate is not None and principal is not None else None
    if plain.days:
        return interest_by_days(principal, rate, plain.days)
    return deferral_interest(principal, rate, plain.months)


def _told(terms: Governing, asked: Deferral) -> Instalment | None:
    """The deferred instalment; None where the file gives no number, or an amount that is not that of the instalment."""
    row = next((each for each in terms.rows if each.period == asked.instalment), None)
    return row if row and (asked.amount is None or row.is_of(asked.amount)) else None
