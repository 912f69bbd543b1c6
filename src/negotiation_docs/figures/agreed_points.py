"""协议要点: what of an agreement stands in writing, point by point, and where that differs from what was said."""

from __future__ import annotations

from typing import Final, Literal

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, Terms
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.proposals import as_agreed, compute
from negotiation_docs.figures.remaining import promises_charges, remaining_charges
from negotiation_docs.figures.rows import Schedule

Status = Literal["written", "unwritten", "differs", "by_hand"]
"""In writing; not in writing (said or not); in writing otherwise than it was said; to be read off the paper itself."""

POINTS: Final = {
    "parties": "",
    "account": "",
    "principal": "plan",
    "instalments": "plan",
    "first_due": "plan",
    "payment_account": "payment_account",
    "interest": "pause_charges",
    "fees": "waive",
    "charges": "plan",
    "pause_collection": "pause_collection",
    "credit_reporting": "credit_reporting",
    "early_settlement": "early_settlement",
    "breach": "breach",
}
"""The thirteen points, each with the term of the case file that it is read from."""


class Point(Struct, frozen=True):
    """One point: whether it was ``said`` in the talk, how the writing has it; ``text`` where it is no standard one."""

    name: str
    said: bool
    status: Status
    text: str = ""


def points(case: Case, debt: Debt) -> tuple[Point, ...]:
    """The points of the agreement of ``debt``, in order; none without an agreement.

    A confirmation by the day of the papers stands for all that was understood; a term that it states itself is
    compared with what was said. Before one, nothing is in writing. What the file does not hold is to be read by hand.
    """
    agreement = debt.agreement
    if agreement is None:
        return ()
    written = agreement.confirmed if debt.confirmed_by(case.dated) else None
    terms = {**POINTS, "interest": "plan"} if _rate_alone(case, debt, written) else dict(POINTS)
    if not _runs_up(debt, agreement.terms, written):
        del terms["charges"]
    told = [(_point(name, term, agreement.terms, written), term) for name, term in terms.items()]
    found = (_compared(case, debt, point, written) if written and term == "plan" else point for point, term in told)
    return tuple(
        _run_up(debt, point, agreement.terms, written) if point.name == "charges" else point for point in found
    )


def written_otherwise(case: Case, debt: Debt) -> tuple[Point, ...]:
    """The points that the confirmation has otherwise than they were said; none once something was paid after it."""
    confirmed = confirmation(debt)
    if confirmed is None or not debt.confirmed_by(case.dated) or debt.settled_by(case.dated):
        return ()
    if any(confirmed.date <= one.date <= case.dated for one in debt.payments):
        return ()
    return tuple(point for point in points(case, debt) if point.status == "differs")


def _runs_up(debt: Debt, said: Terms, written: Terms | None) -> bool:
    """Whether interest, penalty or fees were owed that no waiver takes away, so that somebody has to pay them."""
    waivers = [terms.waive for terms in (said, said.with_changes(written) if written else None) if terms is not None]
    settled = (plan := as_agreed(debt.proposal, said)) is not None and plan.settlement is not None
    return not settled and any(remaining_charges(debt, waive) > 0 for waive in waivers)


def _run_up(debt: Debt, point: Point, said: Terms, written: Terms | None) -> Point:
    """Only a plan that pays them says anything of the charges run up; one that leaves them open does not."""
    spoken, stated = (
        (plan := as_agreed(debt.proposal, terms)) is not None and promises_charges(plan)
        for terms in (said, said.with_changes(written) if written else said)
    )
    status = point.status if written is None or (spoken and stated) else "written" if stated else "unwritten"
    return Point(point.name, said=spoken, status=status)


def _rate_alone(case: Case, debt: Debt, written: Terms | None) -> bool:
    """Whether the rate of the plan is all that is known about interest."""
    said = debt.agreement.terms if debt.agreement else Terms.model_construct()
    if said.pause_charges is not None or (written is not None and written.pause_charges is not None):
        return False
    try:
        plans = [as_agreed(debt.proposal, terms) for terms in (said, said.with_changes(written) if written else said)]
        return any(plan is not None and compute(case, debt, plan).annual_rate for plan in plans)
    except FactsError:
        return False


def _point(name: str, term: str, said: Terms, written: Terms | None) -> Point:
    if not term:
        return Point(name, said=False, status="by_hand")
    spoken = getattr(said, term)
    if written is None:
        return Point(name, said=spoken is not None, status="unwritten")
    stated = getattr(written, term)
    if stated is None:
        return Point(name, said=spoken is not None, status="unwritten" if spoken is None else "written")
    if spoken is None:
        return Point(name, said=False, status="written")
    return Point(name, said=True, status="written" if spoken == stated else "differs")


def _compared(case: Case, debt: Debt, point: Point, written: Terms) -> Point:
    """A point of a plan that differs, looked at by itself: another number of instalments may begin on the same day."""
    if debt.agreement is None or point.status != "differs":
        return point
    same = _same_plan(case, debt, point.name, debt.agreement.terms, written)
    return Point(point.name, said=True, status="written" if same else "differs")


def _same_plan(case: Case, debt: Debt, name: str, said: Terms, written: Terms) -> bool:
    """Whether two plans agree in one point."""
    plans = [as_agreed(debt.proposal, terms) for terms in (said, said.with_changes(written))]
    try:
        first, second = (compute(case, debt, plan) if plan else None for plan in plans)
    except FactsError:
        said_terms, written_terms = (plan and plan.model_dump(exclude={"alternative"}) for plan in plans)
        return said_terms == written_terms
    if first is None or second is None:
        return first is second
    return _told(first, name) == _told(second, name)


def _told(schedule: Schedule, name: str) -> object:
    if name == "principal":
        return schedule.principal
    if name == "first_due":
        return schedule.instalments[0].due
    if name == "interest":
        return schedule.annual_rate
    if name == "charges":
        return [row.charges for row in schedule.instalments if row.charges]
    return [row.payment for row in schedule.instalments]
