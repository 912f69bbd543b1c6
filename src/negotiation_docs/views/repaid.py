"""Payments of a period as letters tell them: one by one in a sentence, or summed up where that would be too long."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Case, Debt, Payment, Stage
from negotiation_docs.figures.fen import ZERO, total

_IN_WORDS: Final = 6
"""Payments that a sentence holds one by one."""


class Paid(Struct, frozen=True):
    """One payment: its day, and 元."""

    date: date
    amount: Decimal


class Repaid(Struct, frozen=True):
    """The payments, what they come to in 元, and whether they are too ``many`` to be told one by one in a sentence."""

    rows: tuple[Paid, ...]
    sum: Decimal
    many: bool


NOTHING: Final = Repaid((), ZERO, many=False)


class Performed(Struct, frozen=True):
    """What was paid under an arrangement of the day ``date`` that did not end the case; ``confirmed``: in writing.

    ``told``: whether a paper tells the payments already, as those since the day of the balance.
    """

    date: date
    confirmed: bool
    paid: Repaid
    told: bool


def repaid(payments: Iterable[Payment]) -> Repaid:
    """``payments`` to be told together, by their days: a file may name them in any order."""
    rows = tuple(Paid(one.date, one.amount) for one in sorted(payments, key=lambda one: one.date))
    return Repaid(rows, total(one.amount for one in rows), len(rows) > _IN_WORDS)


def paid_later(debt: Debt) -> Repaid | None:
    """The payments since the day of the balance where they are more than a sentence holds.

    None where limitation is raised: a payment acknowledges the debt.
    """
    day = None if debt.limitation_raised else debt.balance.as_of
    found = repaid(one for one in debt.payments if day and one.date > day)
    return found if found.many else None


def performed(case: Case, debt: Debt) -> tuple[Performed, ...]:
    """What was paid under each arrangement, while a court enforces: it is taken off what is enforced.

    民诉法解释465: where a settlement is not kept and enforcement goes on, what was performed of it is deducted.
    """
    suit, agreement = debt.litigation, debt.agreement
    if suit is None or suit.stage is not Stage.ENFORCEMENT or agreement is None:
        return ()
    made = [Performed(one.date, one.channel is not None, repaid(one.payments), told=False) for one in agreement.earlier]
    own = [one for one in debt.payments if agreement.day <= one.date <= case.dated]
    confirmed = agreement.confirmed.date if agreement.confirmed else None
    told = debt.balance.as_of is not None
    made.append(Performed(confirmed or agreement.day, confirmed is not None, repaid(own), told))
    return tuple(one for one in made if one.paid.rows)
