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

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> month = {"income": [{"name": "工资", "amount": 4000}], "essentials": [{"name": "房租", "amount": 3500}]}
    >>> dear = case.replace(finances=month)
    >>> try:
    ...     nd.render("repayment_plan", dear)
    ... except nd.UnaffordablePlan as error:
    ...     print(error.suggestion.term)
    174
    """

    ceiling: Decimal
    level: Schedule | None
    stepped: Schedule | None

    @property
    def term(self) -> int | None:
        """The shortest affordable number of instalments."""
        return self.level.periods if self.level else None


def suggest(terms: PlanTerms, ceiling: Decimal, months: int = 1) -> Suggestion:
    """Level and stepped plans for the same debt that never ask for more than ``ceiling`` 元 a month.

    An instalment of a longer interval may ask for what its months lay by together; ``months`` of it can be saved for a
    first instalment that bears the interest of a late start.
    """
    method = "equal_payment" if terms.annual_rate else "interest_free"
    if terms.method == "equal_principal" and terms.annual_rate:
        method = "equal_principal"
    base = replace(terms, method=method, steps=(), remainder="last")
    limit = _Limit(to_fen(ceiling) * terms.every, to_fen(ceiling) * months)
    level = _shortest(lambda periods: replace(base, periods=periods), limit)
    return Suggestion(ceiling, level, _stepped(base, limit, level) if level else None)


class _Limit(Struct, frozen=True):
    """分 for any instalment, and for a first one that bears the interest of a late start."""

    each: int
    first: int


def _stepped(base: PlanTerms, limit: _Limit, level: Schedule) -> Schedule | None:
    """Half the ceiling first (in whole 元), for a year or half the level term, then level payments below it.

    Where half the ceiling would not pay the interest, the first payments lie midway between interest and ceiling.
    """
    low = min(LOW_START // base.every, level.periods // 2)
    interest = half_up(to_fen(base.principal) * Fraction(base.annual_rate) * base.every / 12)
    least = 0 if interest < limit.each // 2 else interest
    start = to_yuan((least + limit.each) // 200 * 100)
    if low == 0 or start <= 0:
        return None

    def terms(rest: int) -> PlanTerms:
        return replace(base, method="stepped", periods=low + rest, steps=((low, start), (rest, None)))

    return _shortest(terms, limit)


def _shortest(terms: Callable[[int], PlanTerms], limit: _Limit) -> Schedule | None:
    """The plan with the fewest periods whose monthly payments stay within ``limit``.

    All payments but the last fall as periods are added until they are too small to be a plan, so that halving finds
    where they begin to fit; the last, which bears the odd 分, may still be too much, and the next terms are tried.
    """
    most = (LONGEST - LOW_START) // terms(1).every
    low, high = 1, most + 1
    while low < high:
        middle = (low + high) // 2
        schedule = _computed(terms(middle))
        if schedule is None or _early_fit(schedule, limit):
            high = middle
        else:
            low = middle + 1
    for periods in range(low, most + 1):
        schedule = _computed(terms(periods))
        if schedule is not None and _early_fit(schedule, limit) and _last(schedule) <= limit.each:
            return schedule
    return None


def _computed(terms: PlanTerms) -> Schedule | None:
    """The schedule, or None where the terms cannot be a plan."""
    try:
        return plan(terms)
    except FactsError:
        return None


def _early_fit(schedule: Schedule, limit: _Limit) -> bool:
    """Whether every payment but the last stays within ``limit``."""
    gap = to_fen(schedule.gap_interest)
    first, *later = [to_fen(row.payment) for row in schedule.instalments[:-1]] or [0]
    return (not gap or first <= limit.first) and max(first - gap, *later, 0) <= limit.each


def _last(schedule: Schedule) -> int:
    """分 of the last payment without charges that are due only with it; one payment in all is all that is asked."""
    last = schedule.instalments[-1]
    return to_fen(last.payment) - (0 if schedule.instalments[0].charges else to_fen(last.charges))
