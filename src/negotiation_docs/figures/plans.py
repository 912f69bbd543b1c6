"""From terms on plain values to a schedule: down payment, method, due dates and promised charges put together."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from msgspec import Struct

from negotiation_docs.figures.dates import AS_WRITTEN, Calendar, add_months, due_dates
from negotiation_docs.figures.fen import ZERO, exact, half_up, to_fen, to_yuan, wrong
from negotiation_docs.figures.loan import Loan, Split
from negotiation_docs.figures.methods import splits
from negotiation_docs.figures.rows import Row, Schedule

BASES = (360, 365)
YEAR = 365  # days that a period of its own length is counted by
LONGEST = 600  # instalments; fifty years, beyond any plan a lender would read


class PlanTerms(Struct, frozen=True):
    """A plan in plain values: money in 元, ``annual_rate`` a year (0.18), ``steps`` as (periods, payment or None).

    The payment of a step is all that is paid each time, its part of spread charges included.

    ``down_payment`` is (amount, date) and is taken off the principal first. ``charges`` 元 of outstanding interest,
    penalty and fees are paid through the plan, in equal parts (``spread``) or with the last instalment.
    ``anchor`` is the day of the month to keep where ``first_due`` is in a shorter month; ``every`` is the interval of
    the instalments in months. Interest runs from ``start``: a first period longer than the interval bears it by actual
    days / 365, and so does the one payment of ``bullet`` (by days / ``day_count``, 360 | 365).
    """

    principal: Decimal
    method: str
    periods: int
    first_due: date
    annual_rate: Decimal = ZERO
    steps: tuple[tuple[int, Decimal | None], ...] = ()
    remainder: str = "last"
    down_payment: tuple[Decimal, date] | None = None
    day_count: int = 365
    start: date | None = None
    charges: Decimal = ZERO
    charges_paid: str = "spread"
    calendar: Calendar = AS_WRITTEN
    anchor: int | None = None
    every: int = 1


@lru_cache(maxsize=64)  # checks, letter and plan paper of one case ask for the same few schedules
def plan(terms: PlanTerms) -> Schedule:
    """The schedule of ``terms``; what cannot be a plan is a FactsError whose path is the name of the term."""
    _check(terms)
    dates = due_dates(terms.first_due, terms.periods, terms.calendar, every=terms.every, anchor=terms.anchor)
    if terms.method == "bullet":
        dates = dates[-1:]
    down = _down_row(terms, dates[0])
    loan = _loan(terms, dates[-1], to_fen(down[0].balance if down else terms.principal))
    parts = splits(terms.method, loan)
    gap = _gap_interest(terms, loan)
    if gap:
        parts[0] = parts[0][0], parts[0][1] + gap
    return Schedule(
        (*down, *_rows(terms, dates, parts)), str(terms.method), terms.annual_rate, to_yuan(gap), terms.every
    )


def settlement(principal: Decimal, charges: Decimal, pay_by: date) -> Schedule:
    """一次性结清: one payment of ``principal`` and ``charges`` (what the waiver leaves of both) by ``pay_by``."""
    payment = to_yuan(to_fen(principal) + to_fen(charges))
    if payment <= 0:
        raise wrong(("waive",), "减免后结清金额须大于0元", "请核对减免金额")
    return Schedule((Row(1, pay_by, payment, to_yuan(to_fen(principal)), ZERO, ZERO, charges),), "settlement")


def _check(terms: PlanTerms) -> None:
    if not 1 <= terms.periods <= LONGEST:
        raise wrong(("periods",), f"期数须为1至{LONGEST}的整数")
    if exact(terms.annual_rate, "年利率") < 0:
        raise wrong(("annual_rate",), "年利率不能为负数")
    if terms.day_count not in BASES:
        raise wrong(("day_count",), "计息天数须为360或365")
    if terms.remainder not in ("last", "first"):
        raise wrong(("remainder",), "余数须为末期（last）或首期（first）")
    if to_fen(terms.charges) < 0:
        raise wrong(("waive",), "减免金额超过欠款中的息费")


def _down_row(terms: PlanTerms, first_due: date) -> tuple[Row, ...]:
    if terms.down_payment is None:
        return ()
    paid, day = terms.down_payment
    rest = to_fen(terms.principal) - to_fen(paid)
    if to_fen(paid) <= 0 or rest <= 0:
        raise wrong(("down_payment", "amount"), "首付款须大于0元并小于本金", "全部还清请改用一次性结清（settlement）")
    if day >= first_due:
        raise wrong(("down_payment", "date"), "首付款日期须早于首期还款日", f"首期还款日为{first_due.isoformat()}")
    return (Row(0, day, to_yuan(to_fen(paid)), to_yuan(to_fen(paid)), ZERO, to_yuan(rest)),)


def _loan(terms: PlanTerms, last_due: date, principal: int) -> Loan:
    days = 0
    if terms.method == "bullet":
        if terms.start is None or last_due <= terms.start:
            raise wrong(("first_due",), "一次性还本付息的还款日须晚于起息日（欠款截至日期）")
        days = (last_due - terms.start).days
    part = to_fen(terms.charges) // terms.periods if terms.steps and terms.charges_paid == "spread" else 0
    steps = tuple((periods, None if paid is None else to_fen(paid) - part) for periods, paid in terms.steps)
    rate = Fraction(exact(terms.annual_rate))
    return Loan(principal, rate, terms.periods, terms.remainder, steps, days, terms.day_count, terms.every, part)


def _gap_interest(terms: PlanTerms, loan: Loan) -> int:
    """分 that a first period longer than the interval bears beyond a period's interest, counted by its days.

    Up to the down payment interest runs on the whole principal, then on the rest.
    """
    start = terms.start
    if not (loan.rate and start) or terms.method == "bullet" or terms.first_due <= add_months(start, terms.every):
        return 0
    paid, day = terms.down_payment or (ZERO, start)
    before, whole = max(0, (day - start).days), (terms.first_due - start).days
    borne = half_up(loan.rate * (loan.principal * whole + to_fen(paid) * before) / YEAR)
    return borne - loan.interest(loan.principal)


def _rows(terms: PlanTerms, dates: tuple[date, ...], parts: list[Split]) -> list[Row]:
    charges = _charges(terms, len(parts))
    balance = sum(principal for principal, _ in parts)
    rows = []
    for period, (due, (principal, interest), charge) in enumerate(zip(dates, parts, charges, strict=True), start=1):
        balance -= principal
        payment = principal + interest + charge
        yuan = to_yuan(payment), to_yuan(principal), to_yuan(interest), to_yuan(balance), to_yuan(charge)
        rows.append(Row(period, due, *yuan))
    return rows


def _charges(terms: PlanTerms, periods: int) -> list[int]:
    """分 of charges in every instalment; odd 分 go where the plan's own do."""
    whole = to_fen(terms.charges)
    if terms.charges_paid == "last_instalment":
        return [0] * (periods - 1) + [whole]
    parts = [whole // periods] * periods
    parts[0 if terms.remainder == "first" else -1] += whole % periods
    return parts
