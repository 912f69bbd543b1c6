"""What would be affordable instead: the shortest level plan under a monthly ceiling, and one that starts lower."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct
from msgspec.structs import replace

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.fen import half_up, to_fen, to_yuan
from negotiation_docs.figures.plans import LONGEST, PlanTerms, plan
from negotiation_docs.figures.rows import Schedule

LOW_START = 12  # months a stepped alternative starts lower: long enough to find work, short enough to be believed


class Suggestion(Struct, frozen=True):
    """Plans within ``ceiling`` 元 a month: ``level`` with the fewest instalments, ``stepped`` starting at half of it.

    Either is None when no plan up to fifty years stays below the ceiling.
    """

    ceiling: Decimal
    level: Schedule | None
    stepped: Schedule | None

    @property
    def term(self) -> int | None:
        """The shortest affordable number of instalments."""
        return self.level.periods if self.level else None


def suggest(terms: PlanTerms, ceiling: Decimal) -> Suggestion:
    """Level and stepped plans for the same debt that never ask for more than ``ceiling`` 元 a month."""
    method = "equal_payment" if terms.annual_rate else "interest_free"
    if terms.method == "equal_principal" and terms.annual_rate:
        method = "equal_principal"
    base = replace(terms, method=method, steps=(), remainder="last")
    level = _shortest(lambda periods: replace(base, periods=periods), ceiling)
    return Suggestion(ceiling, level, _stepped(base, ceiling, level) if level else None)


def _stepped(base: PlanTerms, ceiling: Decimal, level: Schedule) -> Schedule | None:
    """Half the ceiling first (in whole 元), for a year or half the level term, then level payments below it.

    Where half the ceiling would not pay the interest, the first payments lie midway between interest and ceiling.
    """
    months = min(LOW_START, level.periods // 2)
    interest = half_up(to_fen(base.principal) * Fraction(base.annual_rate) / 12)
    least = 0 if interest < to_fen(ceiling) // 2 else interest
    start = to_yuan((least + to_fen(ceiling)) // 200 * 100)
    if months == 0 or start <= 0:
        return None

    def terms(rest: int) -> PlanTerms:
        return replace(base, method="stepped", periods=months + rest, steps=((months, start), (rest, None)))

    return _shortest(terms, ceiling)


def _shortest(terms: Callable[[int], PlanTerms], ceiling: Decimal) -> Schedule | None:
    """The plan with the fewest periods whose monthly payments stay within ``ceiling``, by halving the interval."""
    low, high, best = 1, LONGEST - LOW_START, None
    while low <= high:
        middle = (low + high) // 2
        schedule = _within(terms(middle), ceiling)
        if schedule is not None:
            best, high = schedule, middle - 1
        else:
            low = middle + 1
    return best


def _within(terms: PlanTerms, ceiling: Decimal) -> Schedule | None:
    """The schedule, or None where it cannot be a plan or asks for more than ``ceiling`` in some month."""
    try:
        schedule = plan(terms)
    except FactsError:
        return None
    lump = terms.charges if terms.charges_paid == "last_instalment" else Decimal(0)
    *early, last = (to_fen(row.payment) for row in schedule.instalments)
    return schedule if max(*early, last - to_fen(lump), 0) <= to_fen(ceiling) else None
