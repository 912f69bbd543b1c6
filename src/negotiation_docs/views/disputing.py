"""征信异议: which record is believed wrong, what is true, and what proves it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt, Direction, Dispute
from negotiation_docs.standing.objections import objected as standing_of
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
from negotiation_docs.views.log import Entry, entry
from negotiation_docs.words.voice import Voice

_PAID: Final = re.compile("结清|还清|清偿|足额|已还|已偿还|已归还|按期|按时")
_WHY: Final = re.compile(
    "因|由于|导致|造成|致使|失业|停业|停工|病|住院|手术|受伤|收入|工资|疏忽|忘记|无力|困难|没有(?:按|能|还|钱)|未能|被"
)


class Objection(Struct, frozen=True):
    """The record in dispute: ``item`` believed wrong, ``actual`` what is true, a paragraph each.

    ``centre``: it goes to the credit reference centre. ``paid``: it tells that the money was paid, and not why it was
    late: how things stand, and no cause.
    """

    centre: bool
    item: str
    actual: tuple[str, ...]
    actual_known: bool
    paid: bool
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
        paid=tells_payment(dispute),
        backing=backing(dispute.evidence, exhibits),
    )


def tells_payment(dispute: Dispute) -> bool:
    """Whether what is written of a record tells that it was paid, and not why it was late."""
    told = dispute.actual or ""
    return bool(_PAID.search(told)) and not _WHY.search(told)


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
