"""What a guarantor has to look at before anything else: nobody leads them to offer or to ask."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.standing.events.event import Event, Urgency
from negotiation_docs.standing.state import Standing


def vouching(case: Case, debt: Debt, stand: Standing) -> Iterator[Event]:
    """The guarantee itself (民法典 686, 687, 692): its kind and its period come before any word on paying."""
    if not stand.settled:
        yield Event(form="vouches", urgency=Urgency.NOW, places=((*debt_place(case, debt), "parties"),))
