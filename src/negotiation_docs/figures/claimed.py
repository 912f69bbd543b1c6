"""What a creditor claims beside 24 % a year; whether that may be held against this creditor is a question of law."""

from __future__ import annotations

from datetime import date

from negotiation_docs.facts import Debt, DebtPart
from negotiation_docs.figures.charges import Comparison24, comparison_24
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.fen import total

CLAIMED = (DebtPart.INTEREST, DebtPart.PENALTY, DebtPart.FEES)


def beside_24(debt: Debt) -> Comparison24 | None:
    """Claimed interest, penalty and fees since the first unpaid due date beside 24 % a year on the principal.

    None where a day, the principal or every charge is unknown.
    """
    balance = debt.balance
    parts = [part for part in map(balance.part, CLAIMED) if part is not None]
    if not parts or balance.principal is None or debt.due is None or balance.as_of is None:
        return None
    days = (balance.as_of - _charged_from(debt, debt.due)).days
    if days <= 0:
        return None
    return comparison_24(balance.principal, days, total(parts), debt.proposal.day_count if debt.proposal else 365)


def _charged_from(debt: Debt, due: date) -> date:
    """The day the claimed interest runs from: a loan in instalments was last settled a month before ``due``."""
    contract = debt.contract
    monthly = contract.periods or contract.payment or contract.first_due
    return add_months(due, -1) if monthly and not debt.creditor.is_card else due
