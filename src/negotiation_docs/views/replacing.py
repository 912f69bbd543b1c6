"""The agreements that the one of now takes the place of, as papers tell of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import Channel, Debt
from negotiation_docs.figures.fen import total
from negotiation_docs.standing.talks.speakers import seller_on
from negotiation_docs.views.exhibits import Backing, Exhibit, backing
from negotiation_docs.words.voice import Voice


class Replaced(Struct, frozen=True):
    """One earlier agreement: how and when it was confirmed, and the ``times`` and 元 that were ``paid`` under it.

    Without a ``channel`` it was only agreed on that day. ``by`` is the original creditor, where it was with that one.
    """

    by: str
    date: date
    channel: Channel | None
    ref: str
    backing: Backing
    times: int
    paid: Decimal


def replaced(debt: Debt, numbered: Mapping[str, Exhibit], voice: Voice) -> tuple[Replaced, ...]:
    """The earlier agreements, the last one first."""
    earlier = debt.agreement.earlier if debt.agreement else ()
    return tuple(
        Replaced(
            by=voice.name(seller_on(debt, one.date)),
            date=one.date,
            channel=one.channel,
            ref=one.ref or "",
            backing=backing(one.evidence, numbered),
            times=len(one.payments),
            paid=total(payment.amount for payment in one.payments),
        )
        for one in sorted(earlier, key=lambda one: one.date, reverse=True)
    )
