"""The next step up: to whom, about whom, and what came of the talks before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Case, Contact, Debt, Direction, Escalation, Outcome
from negotiation_docs.standing.ladder import OUTSIDE, highest, next_step
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.latest import answered
from negotiation_docs.views.log import spoken_with
from negotiation_docs.words.voice import Voice


class Staff(Struct, frozen=True):
    """Somebody who was spoken with, and whose staff they are; empty for the creditor's own."""

    name: str
    organisation: str


class Step(Struct, frozen=True):
    """``level`` is a member of Level; ``addressee`` who is written to where the file names them.

    ``inside`` the office that the letters went to; ``reached`` the highest step before. ``refused``, ``unclear`` and
    ``pending`` count the talks that ended so, ``since`` is the day of the first of them. A talk without an answer is
    pending only while none came later, and unclear where something was replied.
    """

    level: str
    label: str
    addressee: str
    inside: bool
    reached: str
    refused: int
    unclear: int
    pending: int
    since: date | None
    staff: tuple[Staff, ...]


def step(case: Case, debt: Debt, voice: Voice) -> Step | None:
    """The step that this letter takes; None where there is none above."""
    level = next_step(case, debt)
    if level is None:
        return None
    named = debt.escalation.addressee if debt.escalation else None
    last = answered(case, debt)
    open_ = [one for one in held(case, debt) if _unsettled(one, last)]
    ended = [_ended(one) for one in open_]
    return Step(
        level=level.value,
        label=voice.label(level),
        addressee=voice.name(named) if named else voice.gap(Escalation, "addressee") if level in OUTSIDE else "",
        inside=level not in OUTSIDE,
        reached=voice.label(highest(debt, case.dated)),
        refused=ended.count(Outcome.REFUSED),
        unclear=ended.count(Outcome.UNCLEAR),
        pending=ended.count(Outcome.PENDING),
        since=open_[0].day if open_ else None,
        staff=tuple(dict.fromkeys(_staff(case, debt, voice))),
    )


def _ended(contact: Contact) -> Outcome:
    """What came of a talk: where something was replied, nobody says that there was no reply."""
    return Outcome.UNCLEAR if contact.outcome is Outcome.PENDING and contact.reply else contact.outcome


def _unsettled(contact: Contact, last: Contact | None) -> bool:
    """Whether something was asked for and not agreed to; a call that came asks nothing of them."""
    if contact.outcome is Outcome.PENDING:
        return contact.direction is Direction.OUTGOING and (last is None or contact.moment > last.moment)
    if contact.outcome is Outcome.UNCLEAR and contact.direction is Direction.INCOMING:
        return bool(contact.own_reply)
    return contact.outcome is not Outcome.ACCEPTED


def _staff(case: Case, debt: Debt, voice: Voice) -> Iterator[Staff]:
    for contact in held(case, debt):
        if contact.agent and contact.outcome is not Outcome.ACCEPTED:
            yield Staff(voice.say(contact.agent), spoken_with(debt, contact, voice))
