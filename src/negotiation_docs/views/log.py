"""沟通记录: every talk with all that was noted of it, and what the noted times tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.catalogue.kinds import called
from negotiation_docs.facts import Case, Contact, Debt, Direction, Outcome
from negotiation_docs.figures.calls import at_night, calls_of_day
from negotiation_docs.law.collection_hours import most_calls
from negotiation_docs.standing.talks.heard import came_back, held
from negotiation_docs.standing.talks.latest import latest
from negotiation_docs.standing.talks.promises import promise_past
from negotiation_docs.standing.talks.speakers import BODIES, seller_on, somebody_else, unnamed_body
from negotiation_docs.words.voice import Voice

_AUTHORITIES: Final = ("法院", "仲裁委员会", "调解", "公安局", "派出所")
"""In the names of those who write or call of their own right, and need nobody's authority to collect."""


class Entry(Struct, frozen=True):
    """One talk, as it was noted: a record keeps a promise that lapsed, too, which letters no longer speak of.

    ``night`` and ``nth`` (which call of its day) are told where a rule for this creditor names them.
    ``sent`` are titles of the papers handed in, ``files`` the names of recordings and pictures.
    """

    serial: int
    at: date
    incoming: bool
    channel: str
    channel_label: str
    contacted: str
    organisation: str
    level: str
    level_label: str
    number: str
    agent: str
    ref: str
    recorded: bool
    summary: str
    translated: bool
    own_reply: str
    own_reply_known: bool
    sent: tuple[str, ...]
    reply: str
    outcome: str
    outcome_label: str
    promise: str
    promise_due: date | None
    promise_kept: bool
    promise_past: bool
    own_promise: str
    own_promise_due: date | None
    own_promise_kept: bool
    files: tuple[str, ...]
    next_step: str
    night: bool
    nth: int | None


class Filed(Struct, frozen=True):
    """A file that was kept of the talk with this number and travels with the bundle, or whose checksum was taken.

    ``number`` is its 附件 number, None where it does not travel; ``sha256`` stands in groups of eight, ``taken`` is its
    day: empty and None without one.
    """

    serial: int
    file: str
    number: int | None
    sha256: str
    taken: date | None


class Organisation(Struct, frozen=True):
    """Who was in touch in the creditor's name; ``since`` the day noted, None where none is."""

    name: str
    since: date | None


class Log(Struct, frozen=True):
    """The talks up to the day of the paper, the first and last day, and which columns have anything in them.

    ``own`` counts the talks that the borrower began, from ``own_first`` on, ``came`` those of the other side;
    ``latest`` is the last one that tells how things stand. ``nights`` and ``often`` count the entries so marked,
    ``limit`` is the call of a day from which on they are, ``others`` counts those that reached somebody else;
    ``kept`` are files that travel or have a checksum; ``travels`` and ``sealed`` tell whether there are any of either.
    """

    entries: tuple[Entry, ...]
    latest: Entry
    own: int
    own_first: date | None
    came: int
    first: date
    last: date
    own_promises: bool
    filed: bool
    nights: int
    often: int
    limit: int | None
    others: int
    organisations: tuple[Organisation, ...]
    kept: tuple[Filed, ...]
    travels: bool
    sealed: bool


def log(
    case: Case, debt: Debt, kinds: Iterable[Kind], voice: Voice, numbers: Mapping[str, int] | None = None
) -> Log | None:
    """The log, or None before the first talk; ``numbers`` are those of the files that travel with it."""
    contacts = held(case, debt)
    if not contacts:
        return None
    most, known = most_calls(debt.creditor.kind), tuple(kinds)
    counted = {} if most is None else calls_of_day(contacts)
    calls = {place: nth for place, nth in counted.items() if most is not None and nth > most}
    entries = tuple(
        replace(
            entry(case, debt, contact, known, voice),
            serial=place + 1,
            night=most is not None and at_night(contact),
            nth=calls.get(place),
        )
        for place, contact in enumerate(contacts)
    )
    kept = tuple(_kept(contacts, numbers or {}, case.dated))
    return Log(
        entries,
        latest=_latest(case, debt, contacts, entries),
        own=sum(not one.incoming for one in entries),
        own_first=next((one.day for one in contacts if one.direction is Direction.OUTGOING), None),
        came=sum(one.incoming for one in entries),
        first=contacts[0].day,
        last=contacts[-1].day,
        own_promises=any(one.own_promise for one in entries),
        filed=any(one.files for one in entries),
        nights=sum(one.night for one in entries),
        often=sum(one.nth is not None for one in entries),
        limit=None if most is None else most + 1,
        others=sum(one.contacted != "self" for one in entries),
        organisations=tuple(_organisations(debt, contacts, voice)),
        kept=kept,
        travels=any(one.number is not None for one in kept),
        sealed=any(one.sha256 for one in kept),
    )


def _kept(contacts: Iterable[Contact], numbers: Mapping[str, int], today: date) -> Iterator[Filed]:
    """A checksum that was taken after the day of the paper is not told in it."""
    for serial, contact in enumerate(contacts, start=1):
        seals = {seal.file: seal for seal in contact.seals if seal.taken <= today}
        for name in contact.attachments:
            seal, number = seals.get(name), numbers.get(name)
            if seal is not None:
                groups = " ".join(seal.sha256[at : at + 8] for at in range(0, len(seal.sha256), 8))
                yield Filed(serial, name, number, groups, seal.taken)
            elif number is not None:
                yield Filed(serial, name, number, "", None)


def _latest(case: Case, debt: Debt, contacts: tuple[Contact, ...], entries: tuple[Entry, ...]) -> Entry:
    last = latest(case, debt) or contacts[-1]  # where all of them were about a credit record
    return next(told for contact, told in zip(contacts, entries, strict=True) if contact is last)


def entry(case: Case, debt: Debt, contact: Contact, kinds: tuple[Kind, ...], voice: Voice) -> Entry:
    """One talk in words, as told on the day of the paper; the log numbers and marks its own."""
    incoming = contact.direction.value == "incoming"
    return Entry(
        serial=1,
        at=contact.at,
        incoming=incoming,
        channel=contact.channel.value,
        channel_label=voice.label(contact.channel),
        contacted=contact.contacted.value,
        organisation=spoken_with(debt, contact, voice),
        level=contact.level.value,
        level_label="" if unnamed_body(contact) else voice.label(contact.level),
        number=contact.number or "",
        agent=voice.say(contact.agent),
        ref=contact.ref or "",
        recorded=bool(contact.recording_consent),
        summary=voice.heard(contact.summary) if incoming else voice.clause(contact.summary),
        translated=voice.translated(contact.summary),
        own_reply=voice.clause(contact.own_reply),
        own_reply_known=voice.translated(contact.own_reply),
        sent=tuple(paper_title(name, kinds, voice) for name in contact.sent),
        reply=voice.say(contact.reply),
        outcome=contact.outcome.value,
        outcome_label="" if _says_nothing(case, debt, contact) else voice.label(contact.outcome),
        promise=voice.say(promise_apart(contact)),
        promise_due=contact.promise_due,
        promise_kept=contact.promise_kept,
        promise_past=promise_past(debt, contact, case.dated),
        own_promise=voice.clause(contact.own_promise),
        own_promise_due=contact.own_promise_due,
        own_promise_kept=contact.own_promise_kept,
        files=contact.attachments,
        next_step=voice.say(contact.next_step),
        night=False,
        nth=None,
    )


def _says_nothing(case: Case, debt: Debt, contact: Contact) -> bool:
    """Whether 待答复 tells nothing: a call that came and promised nothing asks nothing, and an answer came later."""
    asks = contact.direction is Direction.OUTGOING or bool(contact.promise)
    return contact.outcome is Outcome.PENDING and (not asks or came_back(case, debt, contact))


def promise_apart(contact: Contact) -> str | None:
    """What the other side promised beside its reply; None where the reply says so already."""
    words = (contact.promise or "").strip("。；，")
    return None if words and words in (contact.reply or "") else contact.promise


def paper_title(name: str, kinds: tuple[Kind, ...], voice: Voice) -> str:
    """The title of a paper that the file names, or its own words for one we do not know."""
    kind = called(name, kinds)
    if kind is None or voice.lang not in kind.titles:
        return voice.say(name)
    return kind.title(voice.lang).partition("（")[0]


def spoken_with(debt: Debt, contact: Contact, voice: Voice) -> str:
    """Who stood on the other side, where it was not the creditor itself; a body without a name by what it is."""
    body = unnamed_body(contact)
    if body is None:
        return voice.name(somebody_else(debt, contact))
    return f"the {voice.label(body)}" if voice.lang == "en" else voice.label(body)


def _organisations(debt: Debt, contacts: Iterable[Contact], voice: Voice) -> Iterable[Organisation]:
    """The collector the file names, then everybody else who turned to the borrower in the creditor's name: no court."""
    collector = debt.creditor.collector
    seller = debt.creditor.transferred_from
    known = {debt.creditor.name, seller.name if seller else debt.creditor.name}
    if collector is not None:
        known.add(collector.name)
        yield Organisation(voice.name(collector.name), collector.since)
    for contact in contacts:
        name = contact.organisation
        if seller_on(debt, contact.day) is not None:
            continue  # in the name of who held the debt then
        official = contact.level in BODIES or (any(word in name for word in _AUTHORITIES) if name else False)
        if name and not official and contact.direction.value == "incoming" and name not in known:
            known.add(name)
            yield Organisation(voice.name(name), None)
