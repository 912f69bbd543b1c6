"""四倍LPR: the rate above which the courts do not help a private lender (民间借贷规定 25, 28, 29, 31)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Debt
from negotiation_docs.law.creditors import lender_of

TIMES: Final = 4
SINCE: Final = date(2020, 8, 20)
"""民间借贷规定 31: contracts made before are split; their interest of earlier days follows the rules of then."""


class Cap(Struct, frozen=True):
    """``rate`` is four times the LPR of the day of the contract, a year; ``over`` the agreed rates above it, named."""

    rate: Decimal
    over: tuple[tuple[str, Decimal], ...]


def governs(debt: Debt) -> bool:
    """Whether the law of private lending governs the debt, whoever holds it now."""
    return lender_of(debt.creditor).private


def made_before(debt: Debt) -> bool:
    """Whether the contract is older than the rule, so that no single figure follows from it."""
    return debt.contract.signed is not None and debt.contract.signed < SINCE


def cap(debt: Debt) -> Cap | None:
    """Four times the LPR of a private loan beside what was agreed.

    None where the file does not tell the LPR or the day of the contract, and for a contract older than the rule.
    """
    contract = debt.contract
    if not governs(debt) or contract.lpr_1y is None or contract.signed is None or made_before(debt):
        return None
    rate = contract.lpr_1y * TIMES
    agreed = (("annual_rate", contract.annual_rate), ("overdue_rate", contract.overdue_rate))
    return Cap(rate, tuple((name, one) for name, one in agreed if one is not None and one > rate))
