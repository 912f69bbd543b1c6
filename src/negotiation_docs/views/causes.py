"""Why the debt fell overdue: one entry per cause, worded by what is stated and backed by what is enclosed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.facts import Case, Debt, Hardship
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
from negotiation_docs.words.voice import Voice


class CauseView(Struct, frozen=True):
    """One cause: its own words by paragraph (none = only the cause is named), its days, its backing.

    ``again``: an earlier cause has already been called an own statement.
    """

    name: str
    since: date | None
    until: date | None
    expected_until: date | None
    paragraphs: tuple[str, ...]
    translated: bool
    medical: str
    secondary: bool
    brief: str
    backing: Backing
    again: bool = False


class ContactView(Struct, frozen=True):
    """One talk with the lender as a letter recounts it; ``previous`` is the day of the one before."""

    at: date
    previous: date | None
    incoming: bool
    again: bool
    channel: str
    channel_label: str
    summary: str
    translated: bool


def causes(case: Case, exhibits: Mapping[str, Exhibit], voice: Voice) -> tuple[CauseView, ...]:
    """Real causes in the order of the file, then what was the borrower's own fault."""
    ordered = sorted(case.hardship, key=lambda cause: not cause.cause.is_hardship)
    mixed = not case.oversight_only
    views: list[CauseView] = []
    for cause in ordered:
        view = _cause(cause, case.dated, exhibits, voice, secondary=mixed and not cause.cause.is_hardship)
        again = any(earlier.backing.own_statement for earlier in views)
        views.append(replace(view, again=again))
    return tuple(views)


def _cause(
    cause: Hardship, dated: date, exhibits: Mapping[str, Exhibit], voice: Voice, *, secondary: bool
) -> CauseView:
    past = cause.until is not None and cause.until <= dated
    known = voice.translated(cause.statement)
    lines = (voice.say(cause.statement) if known else cause.statement or "").split("\n")
    paragraphs = tuple(line if known else voice.say(line) for line in lines if line.strip())
    found = backing(cause.evidence, exhibits)
    return CauseView(
        name=cause.cause.value,
        since=cause.since,
        until=cause.until if past else None,
        expected_until=None if past else cause.until,
        paragraphs=paragraphs,
        translated=known,
        medical=voice.say(cause.medical_detail),
        secondary=secondary,
        brief=paragraphs[0] if paragraphs else "",
        # Nobody proves an oversight; saying that it is unproved would read as an accusation.
        backing=found if cause.cause.is_hardship or cause.evidence else Backing(),
    )


def contacts(debt: Debt, dated: date, voice: Voice) -> tuple[ContactView, ...]:
    """The talks up to the day of the letter, in order of time."""
    held = sorted((c for c in debt.contacts if _day(c.at) <= dated), key=lambda contact: str(contact.at))
    views: list[ContactView] = []
    for contact in held:
        channel, incoming = (
            contact.channel.value,
            contact.direction is not None and contact.direction.value == "incoming",
        )
        again = bool(views) and views[-1].channel == channel and not views[-1].incoming and not incoming
        previous = views[-1].at if views else None
        label = voice.label(contact.channel)
        summary, known = voice.say(contact.summary), voice.translated(contact.summary)
        views.append(ContactView(_day(contact.at), previous, incoming, again, channel, label, summary, known))
    return tuple(views)


def _day(at: date) -> date:
    return date(at.year, at.month, at.day)
