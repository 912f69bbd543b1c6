"""A plan that the month as it is now does not carry: confirmed, agreed to in a talk, or only offered."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.errors import FactsError, Place
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.advice import AGREED, UNAFFORDABLE
from negotiation_docs.figures.affordability import Affordability, affordability, agreed_affordability
from negotiation_docs.figures.performance import performance
from negotiation_docs.figures.proposals import agreed, debt_place
from negotiation_docs.standing.events.event import Event, Urgency
from negotiation_docs.standing.state import Standing, State


def measured(case: Case, debt: Debt) -> Affordability | None:
    """What the plan that the borrower is held to asks of the month; None without one, or where nothing follows.

    As in :func:`figures.promised.held_to`: what was confirmed, else what was agreed to in a talk, else what is offered.
    """
    if debt.settled_by(case.dated):
        return None
    bound = debt.confirmed_by(case.dated) or debt.accepted_by(case.dated)
    try:
        if bound and agreed(debt) is not None:
            return agreed_affordability(case, debt.id)
        return affordability(case, debt.id) if debt.proposal is not None else None
    except FactsError:  # what it lacks is told by the checks
        return None


def burden(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """That the plan is too dear; of a first offer the letter that it goes with tells it."""
    found = measured(case, debt)
    if found is None or found.affordable:
        return
    confirmed, accepted = debt.confirmed_by(case.dated), debt.accepted_by(case.dated)
    if not (confirmed or accepted or stand.state in (State.WAITING, State.REFUSED)):
        return
    told = [one for one in found.problems if one.rule in (AGREED, UNAFFORDABLE)]
    kept = performance(case, debt) if confirmed else None
    coming = kept.coming.row.due if kept is not None and kept.coming is not None else None
    where: Place = ("change",) if confirmed else ("agreement", "terms") if accepted else ("proposal",)
    yield Event(
        form="plan_too_dear" if confirmed else "agreed_too_dear" if accepted else "offer_too_dear",
        urgency=Urgency.NOW,
        by=coming,
        values={"told": "；".join(one.message for one in told), "hint": "；".join(one.hint for one in told)},
        places=((*debt_place(case, debt), *where),),
    )
