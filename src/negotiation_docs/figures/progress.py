"""How a plan was kept: recorded payments against the instalments whose day is over, the oldest instalment first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Protocol

from msgspec import Struct

from negotiation_docs.figures.fen import to_fen, to_yuan
from negotiation_docs.figures.rows import Schedule


class Paid(Protocol):
    """A payment in 元."""

    @property
    def amount(self) -> Decimal: ...


class Progress(Struct, frozen=True):
    """The instalments (and the down payment) whose day is over: ``due = met + (1 if short else 0) + unrecorded``.

    ``short`` is what the one that was paid in part still lacks, in 元, 0.00 if there is none. For the ``unrecorded``
    no payment is recorded, which does not say that none was made.
    """

    due: int
    met: int
    short: Decimal
    unrecorded: int


def progress(schedule: Schedule, payments: Iterable[Paid], today: date) -> Progress:
    """How ``schedule`` was kept by ``payments`` until ``today``; an instalment due today is not over."""
    rows = [row for row in schedule.rows if row.due < today]
    left = sum(to_fen(payment.amount) for payment in payments)
    met, short = 0, 0
    for row in rows:
        fen = to_fen(row.payment)
        if left < fen:
            short = fen - left if left else 0
            break
        left -= fen
        met += 1
    return Progress(len(rows), met, to_yuan(short), len(rows) - met - bool(short))
