"""What starts a talk or a request: the first letter, figures to ask for, a deferral, an error of record, settlement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from negotiation_docs.errors import Place
from negotiation_docs.facts import Case, CreditorKind, Debt, Dispute, DisputeKind, Month, Outcome
from negotiation_docs.figures.granted import granted
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.pawn import term
from negotiation_docs.standing.events.event import Event, Urgency, until
from negotiation_docs.standing.objections import objected
from negotiation_docs.standing.state import Standing, State

_BEFORE_CONSENT = frozenset({State.PRE_DUE, State.OVERDUE, State.WAITING, State.REFUSED})


def requests(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """What the facts of the debt itself bring up, whatever was said in talks."""
    if stand.settled:
        yield _settled(debt)
    else:
        yield from _figures(case, debt, stand)
        yield from _opening(case, debt, stand)
        yield from _stale(case, debt, stand)
        yield from _deferral(case, debt)
        yield from _pawn(case, debt)
    if debt.dispute is not None and debt.dispute.kind is DisputeKind.ERROR:
        yield from _record(case, debt, debt.dispute)


def _record(case: Case, debt: Debt, dispute: Dispute) -> Iterator[Event]:
    """A wrong record: the objection, and, once it was refused, the complaint to the branch of the central bank."""
    found = objected(case, debt)
    answer = found.answer if found else None
    if answer is None or answer.outcome is Outcome.UNCLEAR:
        yield Event(form="wrong_record", urgency=Urgency.NOW, since=dispute.queried, alone=False)
    elif answer.outcome is Outcome.REFUSED:
        told = {"day": chinese_date(answer.day)}
        yield Event(form="record_refused", urgency=Urgency.NOW, since=answer.day, values=told, alone=False)


def _settled(debt: Debt) -> Event:
    day = debt.settled
    told = {"day": chinese_date(day)} if day else {}
    return Event(form="settled", urgency=Urgency.NOW, since=day, values=told, alone=False)


def _figures(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """What is owed, and to whom, has to be known before anything is offered."""
    if stand.state not in _BEFORE_CONSENT:
        return
    form = ""
    if debt.creditor.kind is CreditorKind.PLATFORM:
        form = "lender_unknown"
    elif debt.balance.principal is None:
        form = "figures_unknown"
    elif stand.disputed:
        form = "figures_disputed"
    if form:
        where = "creditor" if form == "lender_unknown" else "balance"
        yield Event(form=form, urgency=Urgency.NOW, places=(_below(case, debt, where),))


def _opening(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """Nothing was said yet: the first letter, or, where nothing is asked for before the day, the payment itself."""
    if stand.state not in (State.PRE_DUE, State.OVERDUE):
        return
    due, ahead = debt.due, stand.state is State.PRE_DUE
    if ahead and debt.proposal is None and debt.deferral is None:
        yield Event(
            form="goes_on",
            urgency=until(due, case.dated),
            by=due,
            values={"due": chinese_date(due)} if due else {},
            places=(_below(case, debt, "due"),),
        )
        return
    late = f"{chinese_date(due)}起已逾期{(case.dated - due).days}天" if due and not ahead else "没有写最早逾期还款日"
    yield Event(
        form="opening_ahead" if ahead else "opening",
        urgency=until(due if ahead else None, case.dated),
        by=due if ahead else None,
        values={"due": chinese_date(due) if due else "", "late": late},
        alone=False,
    )


def _stale(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """Days of a proposal that are past: what is sent now would offer them."""
    plan = debt.proposal
    if plan is None or stand.state not in _BEFORE_CONSENT:
        return
    pay_by = plan.settlement.pay_by if plan.settlement else None
    first = None if plan.settlement else plan.first_due
    days: list[tuple[date, str, Place]] = [
        (day, label, _below(case, debt, "proposal", *where))
        for day, label, where in (
            (plan.valid_until, "建议有效期", ("valid_until",)),
            (first, "首期还款日", ("first_due",)),
            (pay_by, "一次性结清的付款期限", ("settlement", "pay_by")),
            (plan.down_payment.date if plan.down_payment else None, "首付款日期", ("down_payment", "date")),
        )
        if day is not None and day < case.dated
    ]
    if days:
        told = "、".join(f"{label}{chinese_date(day)}" for day, label, _ in days)
        places = tuple(place for _, _, place in days)
        yield Event(form="stale_plan", urgency=Urgency.NOW, values={"told": told}, places=places)


def _deferral(case: Case, debt: Debt) -> Iterator[Event]:
    """A deferral is asked for before the day that it puts off."""
    asked = debt.deferral
    start = (asked.holiday.start if asked.holiday else asked.start) if asked else None
    if start is None or granted(debt):
        return
    by = _first_put_off(start, debt.due)
    if by >= case.dated:
        told = {"start": chinese_date(start)}
        yield Event(
            form="deferral", urgency=until(by, case.dated), mark=by.isoformat(), by=by, values=told, alone=False
        )


def _pawn(case: Case, debt: Debt) -> Iterator[Event]:
    """The last day to redeem or renew a pawn; once it is over, what becomes of it is asked before an offer."""
    days = term(case, debt)
    if days is None:
        return
    ends, last = days
    over = last < case.dated
    yield Event(
        form="pawn_forfeited" if over else "pawn_ends",
        urgency=Urgency.NOW if over else until(last, case.dated),
        by=None if over else last,
        values={"ends": chinese_date(ends), "last": chinese_date(last)},
        places=(_below(case, debt, "contract", "ends"),),
    )


def _first_put_off(start: date, due: date | None) -> date:
    """The day itself; of a month the day that falls due in it, else its first."""
    named = isinstance(start, Month) and due is not None and (due.year, due.month) == (start.year, start.month)
    return due if named and due else date(start.year, start.month, start.day)


def _below(case: Case, debt: Debt, *keys: str) -> Place:
    return (*debt_place(case, debt), *keys)
