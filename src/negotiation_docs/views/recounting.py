"""The talks as a letter recounts them: who turned to whom, what was said, handed in, answered and promised."""

from __future__ import annotations

from datetime import date, datetime

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Contact, Debt, Direction, Outcome
from negotiation_docs.figures.calls import at_night
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.latest import answered, taken_up
from negotiation_docs.standing.talks.promises import promise_past
from negotiation_docs.views.log import paper_title, promise_apart, spoken_with
from negotiation_docs.words.voice import Voice


class ContactView(Struct, frozen=True):
    """One talk with the lender as a letter recounts it; ``previous`` is the day of the one before.

    ``clock`` is the time, told where they got in touch in the night. ``promise`` is what their reply does not say
    already; ``promise_past`` where its day is over and it was not kept, ``promise_kept`` where it was. ``sent`` are
    titles of the papers handed in; ``unanswered``: no answer to it nor to anything later has come.
    """

    at: date
    previous: date | None
    incoming: bool
    again: bool
    channel: str
    channel_label: str
    summary: str
    translated: bool
    reply: str
    own_reply: str
    own_reply_known: bool
    organisation: str
    contacted: str
    ref: str
    promise: str
    promise_due: date | None
    own_promise: str
    own_promise_due: date | None
    own_promise_kept: bool
    sent: tuple[str, ...] = ()
    unanswered: bool = False
    clock: str = ""
    promise_past: bool = False
    promise_kept: bool = False


def contacts(
    case: Case, debt: Debt, kinds: tuple[Kind, ...], voice: Voice, *, after: datetime | None = None
) -> tuple[ContactView, ...]:
    """The talks up to the day of the letter, in order of time; with ``after`` only those later than it."""
    told = [talk for talk in held(case, debt) if after is None or talk.moment > after]
    last = answered(case, debt)
    views: list[ContactView] = []
    for contact in told:
        channel, incoming = (
            contact.channel.value,
            contact.direction is not None and contact.direction.value == "incoming",
        )
        whom = spoken_with(debt, contact, voice)
        again = bool(views) and _same_way(views[-1], channel, whom) and not incoming
        previous = views[-1].at if views else None
        label = voice.label(contact.channel)
        summary = voice.heard(contact.summary) if incoming else voice.clause(contact.summary)
        known, reply = voice.translated(contact.summary), voice.say(contact.reply)
        views.append(
            ContactView(
                *(contact.day, previous, incoming, again, channel, label, summary, known, reply),
                own_reply=voice.clause(contact.own_reply),
                own_reply_known=voice.translated(contact.own_reply),
                organisation=whom,
                contacted=contact.contacted.value,
                ref=contact.ref or "",
                promise=voice.say(promise_apart(contact)),
                promise_due=contact.promise_due,
                own_promise="" if contact.lapsed(case.dated) else voice.clause(contact.own_promise),
                own_promise_due=contact.own_promise_due,
                own_promise_kept=contact.own_promise_kept,
                sent=tuple(paper_title(name, kinds, voice) for name in contact.sent),
                unanswered=_unanswered(contact, last) and not taken_up(case, debt, contact),
                promise_past=promise_past(debt, contact, case.dated),
                promise_kept=contact.promise_kept,
                clock=f"{contact.moment:%H:%M}" if at_night(contact) else "",
            )
        )
    return tuple(views)


def follows(before: ContactView | None, view: ContactView) -> bool:
    """Whether ``view``, told after ``before``, is 再次."""
    return before is not None and not view.incoming and _same_way(before, view.channel, view.organisation)


def _same_way(before: ContactView, channel: str, whom: str) -> bool:
    """Whether the talk before went the same way to the same side, so that this one is 再次."""
    return not before.incoming and before.channel == channel and before.organisation == whom


def _unanswered(contact: Contact, last: Contact | None) -> bool:
    open_ = contact.direction is Direction.OUTGOING and contact.outcome is Outcome.PENDING and not contact.reply
    return open_ and (last is None or contact.moment > last.moment)
