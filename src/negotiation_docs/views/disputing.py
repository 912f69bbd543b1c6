"""征信异议: which record is believed wrong, what is true, and what proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt, Direction, Dispute
from negotiation_docs.standing.objections import objected as standing_of
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
from negotiation_docs.views.log import Entry, entry
from negotiation_docs.words.voice import Voice


class Objection(Struct, frozen=True):
    """The record in dispute: ``item`` believed wrong, ``actual`` what is true, a paragraph each.

    ``centre``: it goes to the credit reference centre.
    """

    centre: bool
    item: str
    actual: tuple[str, ...]
    actual_known: bool
    backing: Backing


def objection(debt: Debt, exhibits: Mapping[str, Exhibit], voice: Voice) -> Objection | None:
    """The objection; None without a dispute."""
    dispute = debt.dispute
    if dispute is None:
        return None
    return Objection(
        centre=dispute.addressee.value == "centre",
        item=voice.say(dispute.item) or voice.gap(Dispute, "item"),
        actual=tuple(voice.say(line) for line in (dispute.actual or "").split("\n") if line.strip()),
        actual_known=all(voice.translated(line) for line in (dispute.actual or "").split("\n") if line.strip()),
        backing=backing(dispute.evidence, exhibits),
    )


class Objected(Struct, frozen=True):
    """The objection as it went in, the ``days`` since, and the words and day of the ``answer``, if there was one."""

    entry: Entry
    days: int
    refused: bool
    answer: str
    answered: date | None


def objected(case: Case, debt: Debt, kinds: Iterable[Kind], voice: Voice) -> Objected | None:
    """What came of the objection; None without one."""
    found = standing_of(case, debt)
    if found is None:
        return None
    last = found.answer
    words = (last.summary if last.direction is Direction.INCOMING else last.reply) if last else None
    return Objected(
        entry(case, debt, found.made, tuple(kinds), voice),
        found.days,
        found.refused,
        voice.say(words),
        last.day if last else None,
    )
