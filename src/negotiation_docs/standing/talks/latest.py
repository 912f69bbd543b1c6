"""Which talk counts on the day of the papers: the last word, the last answer, what was asked and complained of."""

from __future__ import annotations

from typing import Final

from negotiation_docs.facts import Case, Contact, Debt, Direction, Level, Outcome
from negotiation_docs.standing.ladder import OUTSIDE
from negotiation_docs.standing.talks.heard import (
    asks_for_papers,
    asks_nothing,
    came_back,
    came_in,
    held,
    left_open,
    wants_papers,
)
from negotiation_docs.standing.talks.promises import promise_past
from negotiation_docs.standing.talks.records import about_record
from negotiation_docs.standing.talks.speakers import BODIES, by_others

ASK_AFTER: Final = 7
"""Days without an answer after which one asks how it stands."""
ESCALATE_AFTER: Final = 15
"""Days after which one asks for somebody who may decide."""
_ANSWERS: Final = frozenset({Outcome.ACCEPTED, Outcome.REFUSED})
COMPLAINTS: Final = frozenset({Level.CONSUMER_PROTECTION, Level.HEAD_OFFICE, Level.REGULATOR})
"""Where a talk is a complaint."""


def latest(case: Case, debt: Debt) -> Contact | None:
    """The last talk that tells how things stand; the last of all where every one of them only came and asked.

    The lender's own answer stands until the lender answers anew, or is asked anew: that a collector or a law firm was
    in touch since and decided nothing takes no refusal and no consent back.
    """
    talks = tuple(one for one in held(case, debt) if not about_record(debt, one))
    told = [one for one in talks if not asks_nothing(one)]
    answer = next((one for one in reversed(told) if one.outcome in _ANSWERS and not by_others(debt, one)), None)

    def changes(one: Contact) -> bool:
        if answer is None or one.moment <= answer.moment:
            return True
        return not (_decides_nothing(debt, one) or _came_to_nothing(case, debt, one))

    return next((one for one in reversed(told) if changes(one)), talks[-1] if talks else None)


def answered(case: Case, debt: Debt) -> Contact | None:
    """The last talk with an answer, whatever it was; None without one."""
    told = (one for one in reversed(held(case, debt)) if not asks_nothing(one))
    settled = (one for one in told if one.outcome is not Outcome.PENDING)
    talks = (one for one in settled if not about_record(debt, one))
    return next((one for one in talks if not _decides_nothing(debt, one)), None)


def _came_to_nothing(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether they got in touch, left the matter open and did not do by its day what they promised."""
    return left_open(contact) and promise_past(debt, contact, case.dated)


def _decides_nothing(debt: Debt, contact: Contact) -> bool:
    """Whether it came from another than the lender, be it a mediator, and left the matter open."""
    if contact.outcome in _ANSWERS:
        return False
    return by_others(debt, contact) or (left_open(contact) and contact.level in BODIES)


def asked_about(case: Case, debt: Debt) -> Contact | None:
    """The last talk up to the day in which a paper was handed in or a number given; None without one.

    What a mediator, an authority or a keeper of credit records was given is not asked of the creditor.
    """
    talks = (one for one in reversed(held(case, debt)) if one.level not in OUTSIDE and not about_record(debt, one))
    return next((one for one in talks if one.sent or one.ref), None)


def taken_up(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether what was asked in ``contact`` is known to have arrived: an answer came back, or a promise of the lender.

    What an authority or a keeper of credit records was asked, no promise of the lender takes up.
    """
    if came_back(case, debt, contact):
        return True
    if contact.level in OUTSIDE or about_record(debt, contact):
        return False
    since = (one for one in held(case, debt) if one.moment > contact.moment and came_in(one) and one.promise)
    return any(one.level not in OUTSIDE and not by_others(debt, one) and not about_record(debt, one) for one in since)


def waits_for_a_letter(case: Case, debt: Debt, talk: Contact) -> bool:
    """Whether the other side asked in ``talk`` for an application or papers, and none was ever handed in."""
    if asks_for_papers(talk):
        return not any(one.sent and one.moment >= talk.moment for one in held(case, debt))
    return wants_papers(talk.reply or "") and not any(one.sent for one in held(case, debt))


def complained(case: Case, debt: Debt) -> Contact | None:
    """The last complaint that was given a number; None without one."""
    own = (one for one in reversed(held(case, debt)) if one.direction is Direction.OUTGOING)
    return next((one for one in own if one.level in COMPLAINTS and one.ref), None)
