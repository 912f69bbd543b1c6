"""What one debt gets of the month in proportion, told so that anybody can compute it again."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from negotiation_docs.facts import Case
from negotiation_docs.figures.allocation import allocation
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.fen import ZERO, to_fen, total
from negotiation_docs.figures.kept import kept


class ProRata(Struct, frozen=True):
    """``share`` = ``disposable`` × ``principal`` ÷ ``together``, to the 分; all in 元.

    ``debts`` counts the debts that share. ``levelled`` is true where the product differs by a 分 or more: a share
    never exceeds what its debt still is, and what that leaves goes to the others.
    """

    disposable: Decimal
    principal: Decimal
    together: Decimal
    debts: int
    share: Decimal
    levelled: bool


def pro_rata(case: Case, about: str) -> ProRata | None:
    """The share of the debt ``about`` (its id); None where nothing is left, or no other known debt shares.

    Income or essentials that were not stated are a FactsError.
    """
    out = kept(case, about)
    known = {
        debt.id: debt.balance.principal or ZERO
        for debt in case.debts
        if debt.id not in out and not debt.settled_by(case.dated) and debt.balance.principal
    }
    month = budget(case, about)
    if month.nothing_left or about not in known or len(known) < 2:
        return None
    share, together = allocation(case, month, about=about)[about], total(known.values())
    exact = Fraction(to_fen(month.disposable) * to_fen(known[about]), to_fen(together))
    levelled = abs(to_fen(share) - exact) >= 1
    return ProRata(month.disposable, known[about], together, len(known), share, levelled)
