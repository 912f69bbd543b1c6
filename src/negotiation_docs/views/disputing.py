"""征信异议: who asks, and the evidence that belongs to the record in dispute, numbered by itself."""

from __future__ import annotations

from msgspec import Struct

from negotiation_docs.facts import Case, Debt, Dispute
from negotiation_docs.views.exhibits import Backing, Exhibit, backing, for_debt, numbered
from negotiation_docs.words.voice import Voice


class Objection(Struct, frozen=True):
    """The record in dispute: ``item`` believed wrong, ``actual`` what is true, a paragraph each.

    ``centre``: it goes to the credit reference centre. ``exhibits`` are the document of identity and what proves it.
    """

    centre: bool
    item: str
    actual: tuple[str, ...]
    actual_known: bool
    backing: Backing
    exhibits: tuple[Exhibit, ...]


def objection(case: Case, debt: Debt, voice: Voice) -> Objection | None:
    """The objection; None without a dispute."""
    dispute = debt.dispute
    if dispute is None:
        return None
    wanted = set(dispute.evidence)
    items = [one for one in for_debt(case, debt) if one.group.value == "identity" or one.id in wanted]
    exhibits = numbered(items, 0, voice)
    return Objection(
        centre=dispute.addressee.value == "centre",
        item=voice.say(dispute.item) or voice.gap(Dispute, "item"),
        actual=tuple(voice.say(line) for line in (dispute.actual or "").split("\n") if line.strip()),
        actual_known=all(voice.translated(line) for line in (dispute.actual or "").split("\n") if line.strip()),
        backing=backing(dispute.evidence, exhibits),
        exhibits=tuple(one for one in exhibits.values() if one.number),
    )
