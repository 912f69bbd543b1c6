"""What a creditor claims beside a yearly rate of the courts, over the days that the claimed charges cover.

Only charges whose days the file tells (``balance.charges[].from`` and ``to``) can be recomputed. Whether a rate may be
held against this creditor is a question of law.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from negotiation_docs.facts import Charge, ChargeKind, Debt
from negotiation_docs.figures.charges import COURT_RATE, RateComparison, compared_with
from negotiation_docs.figures.fen import total

_YEAR = 365


def days_of(charge: Charge) -> int:
    """How many days a line covers; both its days count. 0 where they are not told."""
    return (charge.to - charge.start).days + 1 if charge.start and charge.to else 0


def beside_24(debt: Debt) -> RateComparison | None:
    """The claimed charges beside 24 % a year; None where :func:`beside` has none."""
    return beside(debt, COURT_RATE)


def beside(debt: Debt, rate: Decimal) -> RateComparison | None:
    """The claimed interest, penalty and fees beside ``rate`` a year on the principal, over the days that they cover.

    None unless every charge that is claimed is listed with its days, and the principal is known.
    """
    lines = _told(debt)
    if not lines or debt.balance.principal is None:
        return None
    first = min(line.start for line in lines if line.start)
    last = max(line.to for line in lines if line.to)
    claimed = total(line.amount for line in lines)
    return compared_with(debt.balance.principal, rate, (last - first).days + 1, claimed, basis(debt))


def _told(debt: Debt) -> Sequence[Charge]:
    """Every line of what is claimed; empty if a part is not listed, or a line does not tell its days."""
    lines = [line for line in debt.balance.charges if line.amount]
    listed = {line.kind for line in lines}
    claimed = {kind for kind in ChargeKind if debt.balance.part(kind)}
    return lines if lines and claimed <= listed and all(map(days_of, lines)) else ()


def basis(debt: Debt) -> int:
    """The days of a year by which this debt is counted, 360 or 365."""
    return int(debt.proposal.day_count) if debt.proposal else _YEAR
