"""What one debt gets of the month in proportion, told so that anybody can compute it again."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import Case
from negotiation_docs.figures.allocation import allocated, month_to_share, sharing
from negotiation_docs.figures.bound import principal_now
from negotiation_docs.figures.fen import total


class ProRata(Struct, frozen=True):
    """``share`` = ``disposable`` × ``principal`` ÷ ``together``, to the 分; all in 元.

    ``debts`` counts the debts that share. ``levelled`` is true where caps have changed the share: it never
    exceeds what its debt still is, and what that leaves goes to the others.
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
    principals = {debt.id: principal_now(case, debt) for debt in sharing(case, about)}
    known = {name: principal for name, principal in principals.items() if principal}
    month = month_to_share(case, about)
    if month.nothing_left or about not in known or len(known) < 2:
        return None
    shared, together = allocated(case, about=about), total(known.values())
    share, levelled = shared.parts[about], shared.parts[about] != shared.uncapped[about]
    return ProRata(month.disposable, known[about], together, len(known), share, levelled)
