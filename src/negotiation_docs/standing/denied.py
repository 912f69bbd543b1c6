"""What was refused after the plan had been confirmed in writing: a change that was asked for, or the plan itself."""

from __future__ import annotations

from negotiation_docs.facts import Case, Contact, Debt, Outcome
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.standing.state import standing


def denied(case: Case, debt: Debt) -> Contact | None:
    """The refusal, where it is the last word; a confirmation stands all the same. None before one, or once settled."""
    stand, confirmed = standing(case, debt), confirmation(debt)
    if confirmed is None or stand.last_talk is None or stand.negotiating or stand.settled:
        return None
    talk = debt.contacts[stand.last_talk]
    return talk if talk.outcome is Outcome.REFUSED and talk.day > confirmed.date else None
