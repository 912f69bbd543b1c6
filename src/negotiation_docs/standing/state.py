"""Where a debt is on the day of the letters: one state, and what may hold beside it.

The states follow the way of a negotiation from before the due day to the settlement: talk, oral answer, confirmation
in writing (which an oral answer needs before anyone relies on it), instalments, settlement.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Contact, Debt, Outcome
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.granted import as_granted
from negotiation_docs.figures.progress import Progress, progress
from negotiation_docs.figures.schedule import agreed_schedule
from negotiation_docs.law.limitation import is_old
from negotiation_docs.question import worked_out_once
from negotiation_docs.standing.talks.heard import asks_nothing
from negotiation_docs.standing.talks.latest import latest
from negotiation_docs.standing.talks.speakers import by_others


class State(StrEnum):
    """Where a debt is on ``case.dated``; the first that holds, from the last of these to the first.

    ``settled``: ``settled`` is that day or earlier.
    ``missed``: confirmed, and of an instalment whose day is over less than it was recorded as paid.
    ``in_plan``: confirmed, the day of an instalment is over, and none is known to be missed; an instalment for which
    nothing is recorded is not recorded, never unpaid.
    ``confirmed``: the creditor confirmed in writing by that day, and no instalment has fallen due since (or the
    confirmed terms name none that can be computed).
    ``refused``: the last word of the creditor was a refusal.
    ``agreed``: an agreement was reached in a talk that ended in consent, or the last talk did; not yet confirmed. A
    later talk that left matters open does not take the consent back.
    ``waiting``: the last talk had no clear answer; that the creditor called or wrote and demanded takes no answer back,
    nor does a collector or law firm that decided nothing.
    ``pre_due``: no talk yet but demands, and the first unpaid due day is that day or later.
    ``overdue``: no talk yet but demands, and that day is past, or none is stated.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.next_steps(case).debts[0].state
    <State.AGREED: 'agreed'>
    """

    PRE_DUE = "pre_due"
    OVERDUE = "overdue"
    WAITING = "waiting"
    REFUSED = "refused"
    AGREED = "agreed"
    CONFIRMED = "confirmed"
    IN_PLAN = "in_plan"
    MISSED = "missed"
    SETTLED = "settled"


LABELS: Final[Mapping[State, str]] = {
    State.PRE_DUE: "还没有到期",
    State.OVERDUE: "已经逾期，还没有协商",
    State.WAITING: "已经协商，对方还没有明确答复",
    State.REFUSED: "对方没有同意",
    State.AGREED: "对方已同意，还没有正式确认",
    State.CONFIRMED: "方案已经书面确认，还没有到首期还款日",
    State.IN_PLAN: "正在按书面确认的方案还款",
    State.MISSED: "书面确认的方案有一期没有还足",
    State.SETTLED: "已经结清",
}
"""The states in words."""

_NEGOTIATING: Final = frozenset({State.PRE_DUE, State.OVERDUE, State.WAITING, State.REFUSED, State.AGREED})


class Standing(Struct, frozen=True):
    """Where one debt is.

    ``old``: its limitation period is over or nearly so, whether or not the risk was taken (:mod:`law.limitation`).
    ``disputed``: some part of the balance is. ``in_court``: papers of a court or a mediator have come.
    ``past_due``: whether the first unpaid due day is past; None where none is stated. ``last_talk`` is the place in
    ``contacts`` of the last one up to the day that tells how things stand (a demand that came does not); ``paid`` is
    how a confirmed plan was kept, None without one.
    """

    state: State
    old: bool
    disputed: bool
    in_court: bool
    past_due: bool | None
    last_talk: int | None
    paid: Progress | None

    @property
    def label(self) -> str:
        """The state in words; nobody is said to be overdue who states no due day."""
        unknown = self.state is State.OVERDUE and self.past_due is None
        return "还没有协商，也没有写最早逾期还款日" if unknown else LABELS[self.state]

    @property
    def settled(self) -> bool:
        """Nothing is owed any more."""
        return self.state is State.SETTLED

    @property
    def negotiating(self) -> bool:
        """Nothing holds in writing yet, and the debt is not settled."""
        return self.state in _NEGOTIATING


@worked_out_once
def standing(case: Case, debt: Debt) -> Standing:
    """Where ``debt`` of ``case`` is on the day of the letters; facts of a later day do not count yet."""
    last = _last_talk(case, debt)
    paid = _paid(case, debt)
    return Standing(
        state=_state(case, debt, debt.contacts[last] if last is not None else None, paid),
        old=is_old(case, debt),
        disputed=bool(debt.balance.disputed),
        in_court=debt.litigation is not None,
        past_due=None if debt.due is None else debt.due < case.dated,
        last_talk=last,
        paid=paid,
    )


def _state(case: Case, debt: Debt, last: Contact | None, paid: Progress | None) -> State:
    if debt.settled_by(case.dated):
        return State.SETTLED
    if debt.confirmed_by(case.dated) and not _over(case, debt):
        if paid is None or not paid.due:
            return State.CONFIRMED
        return State.MISSED if paid.short else State.IN_PLAN
    if debt.confirmed_by(case.dated):
        return State.OVERDUE if last is None or last.outcome is Outcome.ACCEPTED else _since(debt, last)
    return _talked(debt, last) or (State.PRE_DUE if debt.due and debt.due >= case.dated else State.OVERDUE)


def _over(case: Case, debt: Debt) -> bool:
    """Whether what was confirmed is no plan, as a deferral that is over, and a payment was missed since."""
    written, agreement = confirmation(debt), debt.agreement
    if written is None or agreement is None or agreement.in_force.plan is not None or debt.due is None:
        return False
    return written.date < debt.due < case.dated


def _since(debt: Debt, last: Contact) -> State:
    """What talks since such a confirmation led to."""
    written, talked = confirmation(debt), _talked(debt, last)
    if talked is None or written is None or last.day <= written.date:
        return State.OVERDUE
    return State.WAITING if talked is State.AGREED else talked


def _talked(debt: Debt, last: Contact | None) -> State | None:
    """What the talks led to; None before the first in which something was asked: to be dunned is not to negotiate."""
    if last is None or (asks_nothing(last) and (last.own_reply is None or by_others(debt, last))):
        return None
    if last.outcome is Outcome.REFUSED:
        return State.REFUSED
    reached = debt.agreed_in
    if Outcome.ACCEPTED in (last.outcome, reached.outcome if reached else None):
        return State.AGREED
    return State.WAITING


def _last_talk(case: Case, debt: Debt) -> int | None:
    last = latest(case, debt)
    return next((place for place, talk in enumerate(debt.contacts) if talk is last), None)


def _paid(case: Case, debt: Debt) -> Progress | None:
    """How the confirmed plan was kept; payments count from the talk on in which it was agreed."""
    if debt.agreement is None or not debt.confirmed_by(case.dated):
        return None
    try:
        schedule = as_granted(agreed_schedule(case, debt.id), debt)
    except FactsError:  # what it lacks is told by the checks
        return None
    since = debt.agreement.day
    return progress(schedule, [one for one in debt.payments if since <= one.date <= case.dated], case.dated)
