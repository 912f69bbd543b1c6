"""征信异议: which record is believed wrong, what is true, and what proves it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from negotiation_docs.facts import Debt, Dispute
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
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
