"""A confirmed plan as papers tell of it: what was paid on each instalment, what comes next, what a change makes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import groupby

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, MakeUp
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.arrears import assumed, lacking
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.performance import Performed, performance
from negotiation_docs.figures.proposals import agreed, changed
from negotiation_docs.figures.rows import Row, Schedule
from negotiation_docs.figures.schedule import agreed_schedule, changed_schedule
from negotiation_docs.figures.wording import percent
from negotiation_docs.standing.talks.promises import own_promises
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan, described
from negotiation_docs.words.voice import Voice


class PaidRow(Struct, frozen=True):
    """One instalment in 元, or the down payment (0); ``paid`` and ``open`` are None where nothing is recorded."""

    period: int
    due: date
    payment: Decimal
    paid: Decimal | None
    open: Decimal | None
    refs: tuple[str, ...]
    days: tuple[date, ...]


class Kept(Struct, frozen=True):
    """How the confirmed plan was kept: what is ``paid``, in 元, what is ``short``, what is ``unrecorded``.

    ``late`` is what was paid in full only after its day; ``once``: the plan is one payment that settles the debt.
    ``met`` counts the instalments paid in full, the down payment not among them. ``coming`` is the next instalment with
    what was paid on it already, None after the last; ``left`` is what of the ``whole`` plan is still to be paid.
    ``since`` is the day from which payments count, ``over`` what was paid beyond the whole, ``ahead`` what
    pays instalments beyond the next before their day. Of a change: ``arrears`` is
    what the instalments before it lack,
    ``lacking_part`` of those paid in part, ``lacking_record`` of those not recorded; ``make_up`` is the day until which
    it is paid apart. ``assumed`` is what the change counts as paid before it begins, ``assumed_sum`` together.
    ``promised``: since the confirmation the borrower promised something whose day is not over. ``vouchers``: a payment
    has the number of one.
    """

    rows: tuple[PaidRow, ...]
    met: int
    short: tuple[PaidRow, ...]
    unrecorded: tuple[PaidRow, ...]
    late: tuple[PaidRow, ...]
    once: bool
    paid: Decimal
    coming: PaidRow | None
    left: Decimal
    whole: Decimal
    over: Decimal
    ahead: Decimal
    since: date
    arrears: Decimal
    lacking_part: bool
    lacking_record: bool
    make_up: date | None
    assumed: tuple[PaidRow, ...]
    assumed_sum: Decimal
    promised: bool
    vouchers: bool


class ChangedRun(Struct, frozen=True):
    """Instalments ``first`` to ``last`` that all paid ``before`` and would pay ``after`` 元; None: there is none."""

    first: int
    last: int
    before: Decimal | None
    after: Decimal | None
    due: date


def kept(case: Case, debt: Debt) -> Kept | None:
    """How the confirmed plan was kept until the day of the paper; None without one, or where it cannot be computed."""
    found = performance(case, debt) if debt.confirmed_by(case.dated) else None
    if found is None:
        return None
    over, plan = [each for each in found.rows if each.row.due < case.dated], agreed(debt)
    behind, trusted = lacking(case, debt), assumed(case, debt)
    return Kept(
        rows=tuple(map(_row, found.rows)),
        met=sum(each.met for each in found.rows if each.row.period),
        short=tuple(_row(each) for each in over if each.short),
        unrecorded=tuple(_row(each) for each in over if not each.paid),
        late=tuple(_row(each) for each in over if each.late),
        once=plan is not None and plan.settlement is not None,
        paid=found.paid,
        coming=_row(found.coming) if found.coming else None,
        left=found.left,
        whole=found.whole,
        since=debt.agreement.day if debt.agreement else case.dated,
        over=max(ZERO, found.paid - found.whole),
        ahead=found.ahead,
        arrears=total(each.open for each in behind),
        lacking_part=any(each.short for each in behind),
        lacking_record=any(not each.paid for each in behind),
        make_up=_make_up(debt),
        assumed=tuple(map(_row, trusted)),
        assumed_sum=total(each.open for each in trusted),
        promised=_promised(case, debt),
        vouchers=any(each.refs for each in found.rows),
    )


def _promised(case: Case, debt: Debt) -> bool:
    confirmed = confirmation(debt)
    open_ = own_promises(debt, case.dated)
    return confirmed is not None and any(
        due >= case.dated and debt.contacts[place].day > confirmed.date for place, due in open_
    )


def _make_up(debt: Debt) -> date | None:
    apart = debt.change.arrears if debt.change else None
    return apart.pay_by if isinstance(apart, MakeUp) else None


def _row(each: Performed) -> PaidRow:
    known = bool(each.paid)
    row = each.row
    paid, left = (each.paid, each.open) if known else (None, None)
    return PaidRow(row.period, row.due, row.payment, paid, left, each.refs, each.days)


def in_force(case: Case, debt: Debt, budget: Means | None, voice: Voice) -> Plan | None:
    """The plan as confirmed; None where none was, or it cannot be computed."""
    chosen = agreed(debt)
    if chosen is None or chosen.settlement is not None:
        return None
    try:
        return described(case, chosen, agreed_schedule(case, debt.id), budget, voice)
    except FactsError:
        return None


def after_change(case: Case, debt: Debt, budget: Means | None, voice: Voice) -> Plan | None:
    """What the change asked for makes of the rest of the confirmed plan; a pause only proposed is no part of that."""
    chosen, agreement = agreed(debt), debt.agreement
    if chosen is None or agreement is None or debt.change is None:
        return None
    chosen = chosen.model_copy(update={"pause_charges": bool(agreement.in_force.pause_charges)})
    try:
        return described(case, changed(chosen, debt.change), changed_schedule(case, debt.id), budget, voice)
    except FactsError:
        return None


def change_runs(case: Case, debt: Debt) -> tuple[ChangedRun, ...]:
    """Old and new side by side, from the first instalment that changes, in runs that are alike."""
    try:
        before, after = agreed_schedule(case, debt.id), changed_schedule(case, debt.id)
    except FactsError:
        return ()
    old, new = _by_period(before), _by_period(after)
    periods = [period for period in sorted(old.keys() | new.keys()) if period >= after.rows[0].period]
    runs = []
    for _, members in groupby(periods, lambda period: (_paid(old, period), _paid(new, period))):
        run = list(members)
        first = (new.get(run[0]) or old[run[0]]).due
        runs.append(ChangedRun(run[0], run[-1], _paid(old, run[0]), _paid(new, run[0]), first))
    return tuple(runs)


def coming_monthly(kept: Kept | None, plan: Plan | None) -> Decimal | None:
    """What the next instalment takes of each month of its interval, in 元; None where nobody knows."""
    coming = kept.coming if kept else None
    if plan is None or coming is None:
        return None
    return plan.monthly(coming.payment if coming.open is None else coming.open)


def coming_share(monthly: Decimal | None, plan: Plan | None) -> str:
    """What the next instalment takes of what is left each month, by the month, in percent; empty where nobody knows."""
    return percent(monthly / plan.limit, 1) if plan and plan.limit and monthly is not None else ""


def _by_period(schedule: Schedule) -> dict[int, Row]:
    return {row.period: row for row in schedule.instalments}


def _paid(rows: dict[int, Row], period: int) -> Decimal | None:
    return rows[period].payment if period in rows else None
