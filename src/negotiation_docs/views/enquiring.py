"""What was handed in last and still waits for its answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Contact, Debt, Level
from negotiation_docs.views.log import Entry, entry, held
from negotiation_docs.words.voice import Voice

_COMPLAINTS = frozenset({Level.CONSUMER_PROTECTION, Level.HEAD_OFFICE, Level.REGULATOR})


class Enquiry(Struct, frozen=True):
    """``entry`` is the talk, ``day`` its day, ``waited`` the days since.

    ``overdue`` where the other side's own day is past; ``complaint`` where it went to a desk for complaints.
    """

    entry: Entry
    day: date
    waited: int
    overdue: bool
    complaint: bool


def asked_about(case: Case, debt: Debt) -> Contact | None:
    """The last talk up to the day in which a paper was handed in or a number given; None without one."""
    return next((one for one in reversed(held(case, debt)) if one.sent or one.ref), None)


def enquiry(case: Case, debt: Debt, kinds: Iterable[Kind], voice: Voice) -> Enquiry | None:
    """The talk that is asked about, as the query tells it."""
    contact = asked_about(case, debt)
    if contact is None:
        return None
    due = contact.promise_due
    return Enquiry(
        entry=entry(contact, 1, tuple(kinds), voice),
        day=contact.day,
        waited=(case.dated - contact.day).days,
        overdue=due is not None and due < case.dated and not contact.promise_kept,
        complaint=contact.level in _COMPLAINTS,
    )
