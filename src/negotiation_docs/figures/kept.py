"""Debts that are simply paid as agreed: not yet due, nothing asked for, so that their contract takes its payment."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.fen import ZERO
from negotiation_docs.figures.original_contract import payments_left


def kept(case: Case, about: str | None = None) -> Mapping[str, Decimal]:
    """{debt id: 元 a month}: what the contract takes next, of each debt that is not yet due and has no proposal.

    Such a debt shares nothing out: what it takes comes off before, as with ``other_debts``. The debt a paper is
    ``about`` is never among them, as that paper asks for another treatment of it. Where the contract does not tell
    what it takes each month (a card, one sum at the end), that is 0.00, and ``check`` says so. Empty while nothing is
    shared out, as no other debt is asked about.
    """
    still = [debt for debt in case.debts if not debt.settled_by(case.dated)]
    found = {debt.id: _payment(debt) for debt in still if debt.id != about and _as_agreed(case, debt)}
    return found if len(found) < len(still) else {}


def _as_agreed(case: Case, debt: Debt) -> bool:
    ahead = debt.due is not None and debt.due >= case.dated
    return ahead and debt.proposal is None and debt.agreement is None


def _payment(debt: Debt) -> Decimal:
    left = payments_left(debt)
    if len(left) > 1:
        return left[0][1]
    return ZERO if left else debt.contract.payment or ZERO
