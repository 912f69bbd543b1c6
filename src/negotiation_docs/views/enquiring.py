"""What was handed in last and still waits for its answer."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.catalogue.kinds import called
from negotiation_docs.facts import Case, Contact, Contacted, Debt, Outcome
from negotiation_docs.standing.ladder import OUTSIDE
from negotiation_docs.standing.talks.heard import asks_nothing, held
from negotiation_docs.standing.talks.latest import COMPLAINTS, asked_about
from negotiation_docs.standing.talks.promises import promise_met, promise_past
from negotiation_docs.views.log import Entry, entry
from negotiation_docs.views.repaid import Repaid, repaid
from negotiation_docs.words.voice import Voice


class Enquiry(Struct, frozen=True):
    """``entry`` is the talk, ``day`` its day, ``waited`` the days since, ``later`` what the other side said after it.

    ``overdue`` where the other side's own day is past; ``complaint`` where it went to a desk for complaints;
    ``papers_asked`` where nothing was handed in but a request for papers; ``agreed`` where they said yes then or since.
    Demands that came in between tell nothing. ``broken`` are talks before it in which they promised what is past.
    ``paid`` are the payments since.
    """

    entry: Entry
    later: tuple[Entry, ...]
    broken: tuple[Entry, ...]
    day: date
    waited: int
    overdue: bool
    complaint: bool
    papers_asked: bool
    agreed: bool
    paid: Repaid


def enquiry(case: Case, debt: Debt, kinds: Iterable[Kind], voice: Voice) -> Enquiry | None:
    """The talk that is asked about, as the query tells it."""
    contact = asked_about(case, debt)
    if contact is None:
        return None
    known, talks = tuple(kinds), held(case, debt)
    place = talks.index(contact)
    after = [one for one in talks[place + 1 :] if _tells(one)]
    before = (one for one in talks[:place] if one.level not in OUTSIDE and promise_past(debt, one, case.dated))
    broken = [one for one in before if not promise_met(debt, one, case.dated)]
    paid = repaid(one for one in debt.payments if contact.day < one.date <= case.dated)
    told = (entry(case, debt, one, known, voice) for one in after)
    return Enquiry(
        entry=entry(case, debt, contact, known, voice),
        later=tuple(one for one in told if one.reply or (one.incoming and one.summary)),
        broken=tuple(entry(case, debt, one, known, voice) for one in broken),
        day=contact.day,
        waited=(case.dated - contact.day).days,
        overdue=promise_past(debt, contact, case.dated),
        complaint=contact.level in COMPLAINTS,
        papers_asked=bool(contact.sent) and all(_asks_for_papers(name, known) for name in contact.sent),
        agreed=_agreed((contact, *after)),
        paid=paid,
    )


def _agreed(talks: Iterable[Contact]) -> bool:
    answers = [talk.outcome for talk in talks if talk.outcome is not Outcome.PENDING]
    return bool(answers) and answers[-1] is Outcome.ACCEPTED


def _tells(contact: Contact) -> bool:
    """Whether a later talk belongs to what was handed in: not a demand, nor with somebody outside or another person."""
    return (
        contact.contacted is Contacted.SELF
        and contact.level not in OUTSIDE
        and not (asks_nothing(contact) and contact.organisation is not None)
    )


def _asks_for_papers(name: str, kinds: tuple[Kind, ...]) -> bool:
    kind = called(name, kinds)
    return kind is not None and "unknown_lender" in kind.traits
