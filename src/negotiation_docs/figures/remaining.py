"""What is still to be paid after a waiver, and whether the plan pays it."""

from __future__ import annotations

from decimal import Decimal

from negotiation_docs.facts import ChargeKind, Debt, DebtPart, Proposal, RemainingCharges, Waiver
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan


def promises_charges(proposal: Proposal) -> bool:
    """Whether the plan itself pays the charges that are not waived."""
    return proposal.settlement is not None or proposal.remaining_charges is not RemainingCharges.TO_BE_AGREED


def remaining_charges(debt: Debt, waive: Waiver | None) -> Decimal:
    """元 of known interest, penalty and fees less what is asked to be waived of each."""
    return to_yuan(sum(_rest(debt, waive, part) for part in ChargeKind))


def remaining_principal(debt: Debt, waive: Waiver | None) -> Decimal:
    """元 of principal less what is asked to be waived of it."""
    return to_yuan(_rest(debt, waive, DebtPart.PRINCIPAL))


def _rest(debt: Debt, waive: Waiver | None, part: DebtPart | ChargeKind) -> int:
    """分 left of one part; of a part that is not known nothing can be taken off."""
    known = debt.balance.part(part)
    return 0 if known is None else to_fen(known) - to_fen(waive.part(part) if waive else ZERO)
