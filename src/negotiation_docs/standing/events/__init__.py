"""Events: everything that happened to a debt or will, and asks somebody to act; steps are made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from negotiation_docs.facts import Case, Debt
from negotiation_docs.standing.events.burden import burden
from negotiation_docs.standing.events.court import court
from negotiation_docs.standing.events.event import Event, Urgency, until
from negotiation_docs.standing.events.means import means
from negotiation_docs.standing.events.plan import plan
from negotiation_docs.standing.events.requests import requests
from negotiation_docs.standing.events.talks import talks
from negotiation_docs.standing.events.vouching import vouching
from negotiation_docs.standing.state import Standing, standing

__all__ = ["Event", "Urgency", "events", "means", "until"]

_SOURCES: Final[tuple[Callable[[Case, Debt, Standing], Iterable[Event]], ...]] = (court, talks, burden, plan, requests)


def events(case: Case, debt: Debt) -> tuple[Event, ...]:
    """The events of one debt on the day of the letters, the law's first."""
    stand = standing(case, debt)
    sources = (court, vouching) if debt.vouched else _SOURCES
    return tuple(event for source in sources for event in source(case, debt, stand))
