"""Days of a complaint to a bank or the like, from ``data/complaints.json``: advice for the person, never for a letter.

They are counted from the day the log tells, as the day of receipt is not known.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from negotiation_docs.facts import Case, Contact, Debt, Direction, Level, Outcome
from negotiation_docs.law.creditors import profile

_DATA = Path(__file__).parent / "data" / "complaints.json"
_PURPOSE = "complaint_handling"
_OPEN = (Outcome.PENDING, Outcome.UNCLEAR)


class Span(Struct, frozen=True, forbid_unknown_fields=True):
    """After so many ``days``, ``what`` to do, and ``why``."""

    days: int
    what: str
    why: str


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    checked: str
    about: str
    law: str
    mark: str
    source: str
    answers: tuple[Span, ...]
    superior: Span


class ComplaintDay(Struct, frozen=True):
    """A ``day`` that ``span`` sets after the ``talk`` in which the complaint was made or answered, by ``law``."""

    day: date
    span: Span
    talk: Contact
    law: str


@cache
def _table() -> _File:
    return msgspec.json.decode(_DATA.read_bytes(), type=_File)


def complaint_days(case: Case, debt: Debt) -> tuple[ComplaintDay, ...]:
    """The days that the last complaint to the department for consumer protection sets; empty where no rule binds."""
    return tuple(_days(case, debt)) if _PURPOSE in profile(debt.creditor.kind).cites else ()


def _days(case: Case, debt: Debt) -> Iterator[ComplaintDay]:
    there = Level.CONSUMER_PROTECTION
    talks = sorted(
        (one for one in debt.contacts if one.level is there and one.day <= case.dated), key=lambda one: one.moment
    )
    made = [one for one in talks if one.direction is Direction.OUTGOING]
    answers = [one for one in talks if one.outcome not in _OPEN]
    if answers and (not made or answers[-1].moment >= made[-1].moment):
        if answers[-1].outcome is Outcome.REFUSED:
            yield _after(answers[-1], _table().superior)
    elif made:
        yield from (_after(made[-1], span) for span in _table().answers)


def _after(talk: Contact, span: Span) -> ComplaintDay:
    return ComplaintDay(talk.day + timedelta(days=span.days), span, talk, _table().law)
