"""What was handed in last and still waits for its answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.catalogue.kinds import called
from negotiation_docs.facts import Case, Contact, Debt
from negotiation_docs.standing.ladder import OUTSIDE
from negotiation_docs.standing.talks import COMPLAINTS, asked_about, asks_nothing, held, promise_past
from negotiation_docs.views.log import Entry, entry
from negotiation_docs.words.voice import Voice


class Enquiry(Struct, frozen=True):
    """``entry`` is the talk, ``day`` its day, ``waited`` the days since, ``later`` what the other side said after it.

    ``overdue`` where the other side's own day is past; ``complaint`` where it went to a desk for complaints;
    ``papers_asked`` where nothing was handed in but a request for papers. Demands that came in between tell nothing.
    """

    entry: Entry
    later: tuple[Entry, ...]
    day: date
    waited: int
    overdue: bool
    complaint: bool
    papers_asked: bool


def enquiry(case: Case, debt: Debt, kinds: Iterable[Kind], voice: Voice) -> Enquiry | None:
    """The talk that is asked about, as the query tells it."""
    contact = asked_about(case, debt)
    if contact is None:
        return None
    known, talks = tuple(kinds), held(case, debt)
    after = (entry(one, 1, known, voice, case.dated) for one in talks[talks.index(contact) + 1 :] if _tells(one))
    return Enquiry(
        entry=entry(contact, 1, known, voice, case.dated),
        later=tuple(one for one in after if one.reply or (one.incoming and one.summary)),
        day=contact.day,
        waited=(case.dated - contact.day).days,
        overdue=promise_past(contact, case.dated),
        complaint=contact.level in COMPLAINTS,
        papers_asked=bool(contact.sent) and all(_asks_for_papers(name, known) for name in contact.sent),
    )


def _tells(contact: Contact) -> bool:
    """Whether a later talk belongs to what was handed in: not a demand, and not with somebody outside."""
    return contact.level not in OUTSIDE and not (asks_nothing(contact) and contact.organisation is not None)


def _asks_for_papers(name: str, kinds: tuple[Kind, ...]) -> bool:
    kind = called(name, kinds)
    return kind is not None and "unknown_lender" in kind.traits
