"""What was refused after the plan had been confirmed in writing: a change that was asked for, or the plan itself."""

from __future__ import annotations

from negotiation_docs.facts import Case, Contact, Debt, Direction, Outcome
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.standing.state import standing
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.records import about_record
from negotiation_docs.standing.talks.speakers import by_others

_ANSWERS = frozenset({Outcome.ACCEPTED, Outcome.REFUSED})


def denied(case: Case, debt: Debt) -> Contact | None:
    """The refusal, where it is the lender's last answer since; the confirmation stands all the same.

    That it was complained of, or that somebody called and settled nothing, takes no refusal back. None before a
    confirmation, or once settled.
    """
    stand, confirmed = standing(case, debt), confirmation(debt)
    if confirmed is None or stand.negotiating or stand.settled:
        return None
    since = (one for one in reversed(held(case, debt)) if one.day > confirmed.date and one.outcome in _ANSWERS)
    last = next((one for one in since if not by_others(debt, one) and not about_record(debt, one)), None)
    return last if last is not None and last.outcome is Outcome.REFUSED else None


def complained_since(case: Case, debt: Debt, talk: Contact) -> int | None:
    """The place of the last talk since ``talk`` in which a paper was handed in or a number given for a complaint."""
    since = (one for one in reversed(held(case, debt)) if one.moment > talk.moment and not about_record(debt, one))
    own = (one for one in since if one.direction is Direction.OUTGOING and (one.sent or one.ref))
    return next((debt.contacts.index(one) for one in own), None)
