"""当事人: the borrower as a party before a court, in full, and who acts in the suit."""

from __future__ import annotations

from datetime import date
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Agent, AgentKind, Borrower, Case, Debt, Litigation, Powers, Sex
from negotiation_docs.facts.values.identifiers import is_mobile
from negotiation_docs.law.limits import again, limits
from negotiation_docs.words.voice import Voice

_OUT_OF_COURT: Final = frozenset({AgentKind.ADVISER})


class Counsel(Struct, frozen=True):
    """委托诉讼代理人; ``special`` where each special power is named."""

    name: str
    organisation: str
    phone: str
    capacity: str
    special: bool
    powers: tuple[str, ...]


class Litigant(Struct, frozen=True):
    """What a court asks of a natural person; empty texts and None where the file does not tell.

    ``sex`` is ``male``, ``female`` or empty. ``represented`` is None where the file does not say whether somebody
    acts in this suit; then ``counsel`` is None too. ``electronic`` likewise for service by electronic means, which
    reaches a ``mobile`` and no landline; ``undecided`` is what a draft prints then.
    """

    name: str
    sex: str
    born: date | None
    ethnicity: str
    employer: str
    position: str
    phone: str
    mobile: str
    email: str
    residence: str
    living: str
    document: str
    number: str
    postcode: str
    service_address: str
    represented: bool | None
    counsel: Counsel | None
    electronic: bool | None
    undecided: str


class DatedPaper(Struct, frozen=True):
    """A paper of the court, by its name, and the day that it states."""

    name: str
    deadline: date


def court_papers(case: Case, debt: Debt, voice: Voice) -> tuple[DatedPaper, ...]:
    """The papers in hand that state a day, without the one that opened the stage where that day is told with it."""
    suit = debt.litigation
    if suit is None:
        return ()
    opening, *others = limits(case, suit)
    told = (one for one in others if suit.deadline is None or not again(one, opening))
    return tuple(DatedPaper(voice.label(one.paper), one.stated) for one in told if one.stated)


def litigant(case: Case, debt: Debt, voice: Voice) -> Litigant:
    """The borrower of ``case`` as a party about ``debt``."""
    person, suit = case.borrower, debt.litigation
    represented = suit.represented if suit else None
    held = person.id_document
    return Litigant(
        name=voice.name(person.name),
        sex=sex(person),
        born=born(person),
        ethnicity=voice.say(person.ethnicity),
        employer=voice.name(person.employer),
        position=voice.say(person.position),
        phone=person.phone or "",
        mobile=person.phone if person.phone and is_mobile(person.phone) else "",
        email=person.email or "",
        residence=voice.name(person.registered_address),
        living=voice.name(person.address),
        document=voice.label(held.kind) if held else voice.words.labels["id_card"],
        number=held.number if held else person.id_number or voice.gap(Borrower, "id_number"),
        postcode=person.service_postcode,
        service_address=voice.name(person.service_address) or voice.gap(Borrower, "service_address"),
        represented=represented,
        counsel=_counsel(person.agent, voice) if represented and person.agent else None,
        electronic=suit.electronic_service if suit else None,
        undecided=voice.gap(Litigation, "electronic_service") if suit and suit.electronic_service is None else "",
    )


def _counsel(agent: Agent, voice: Voice) -> Counsel | None:
    if agent.kind in _OUT_OF_COURT:
        return None
    return Counsel(
        name=voice.name(agent.name),
        organisation=voice.name(agent.organisation),
        phone=agent.phone or "",
        capacity=voice.label(agent.kind),
        special=agent.powers is Powers.SPECIAL,
        powers=tuple(map(voice.say, agent.special_powers)),
    )


def sex(person: Borrower) -> str:
    """What the document of identity tells, else what the file says: ``male``, ``female``, or empty."""
    held = person.held
    if held:
        return (Sex.MALE if held[1] else Sex.FEMALE).value
    return person.sex.value if person.sex else ""


def born(person: Borrower) -> date | None:
    """The day of birth by the document of identity, else as the file says."""
    held = person.held
    return held[0] if held else person.born
