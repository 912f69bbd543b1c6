"""What charges for being late come to when counted as is usual, beside what is claimed; never an accusation."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from negotiation_docs.facts import ChargeKind, Debt
from negotiation_docs.figures.charges import interest_by_days
from negotiation_docs.figures.claimed import basis, days_of
from negotiation_docs.figures.fen import total

DAILY = Decimal("0.0005")
"""日万分之五, by which cards count interest."""
SURCHARGE = (Decimal("1.3"), Decimal("1.5"))
"""银发〔2003〕251号: penalty interest of a bank's loan is the contract's rate and 30 to 50 % of it."""


class Way(Struct, frozen=True):
    """How charges of ``kind`` are counted: from a ``low`` to a ``high`` rate a year over a year of ``basis`` days."""

    kind: ChargeKind
    name: str
    low: Decimal
    high: Decimal
    basis: int


class Recount(Struct, frozen=True):
    """What the lines of one kind come to by ``way``, from ``low`` to ``high`` 元, beside what is ``claimed``.

    ``base`` is the principal in 元 on which they are counted, ``days`` are those of all lines together.
    """

    way: Way
    base: Decimal
    days: int
    low: Decimal
    high: Decimal
    claimed: Decimal


def recounted(debt: Debt, *, card: bool, bank: bool) -> Recount | None:
    """Interest of a card by 日万分之五; penalty interest of a loan by its own rate, else by 1.3 to 1.5 × that agreed.

    ``card`` and ``bank`` say what the lender of the contract is; the last rule is one for banks. None unless every line
    of that kind tells its days and the principal is known on which it is counted.
    """
    way, base = _way(debt, card=card, bank=bank), _overdue_principal(debt)
    lines = [line for line in debt.balance.charges if way and line.kind is way.kind and line.amount]
    if way is None or base is None or not lines or not all(map(days_of, lines)):
        return None
    low, high = (
        total(interest_by_days(base, rate, days_of(line), way.basis) for line in lines) for rate in (way.low, way.high)
    )
    return Recount(way, base, sum(map(days_of, lines)), low, high, total(line.amount for line in lines))


def _way(debt: Debt, *, card: bool, bank: bool) -> Way | None:
    contract = debt.contract
    if card:
        return Way(ChargeKind.INTEREST, "日万分之五", DAILY * 365, DAILY * 365, 365)
    if contract.overdue_rate:
        return Way(ChargeKind.PENALTY, "合同的逾期利率", contract.overdue_rate, contract.overdue_rate, basis(debt))
    if bank and contract.annual_rate:
        low, high = (contract.annual_rate * times for times in SURCHARGE)
        return Way(ChargeKind.PENALTY, "合同利率加收30%至50%", low, high, basis(debt))
    return None


def _overdue_principal(debt: Debt) -> Decimal | None:
    """The principal that charges for being late are counted on; of a loan in instalments only what is due of it."""
    balance, contract = debt.balance, debt.contract
    parts = (contract.periods or 0) > 1 or contract.payment is not None
    if not parts or contract.accelerated or debt.creditor.is_card:
        return balance.principal
    return None if balance.past_due is None or balance.principal is None else min(balance.past_due, balance.principal)
