"""What a line of the household comes to a month, stated by the week, the quarter or the year, or by real months."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from negotiation_docs.facts import Actual, Expense, Frequency, Income, Month
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.fen import ZERO, half_up, to_fen, to_yuan

_PER_MONTH = {
    Frequency.MONTH: Fraction(1),
    Frequency.WEEK: Fraction(52, 12),
    Frequency.QUARTER: Fraction(1, 3),
    Frequency.HALF_YEAR: Fraction(1, 6),
    Frequency.YEAR: Fraction(1, 12),
}


def monthly(line: Income | Expense) -> Decimal:
    """元 a month, half up to the 分: the stated amount times 52/12, or by 3, 6 or 12; or the average of real months."""
    actual = line.actual if isinstance(line, Income) else None
    if actual is not None and actual.amounts:
        return to_yuan(half_up(Fraction(sum(map(to_fen, actual.amounts)), len(actual.amounts))))
    if line.every is Frequency.MONTH:
        return line.amount or ZERO
    return to_yuan(half_up(to_fen(line.amount or ZERO) * _PER_MONTH[line.every]))


def months_of(actual: Actual) -> tuple[Month, Month]:
    """The first and the last month that the real amounts are of."""
    first = actual.start
    last = add_months(first, len(actual.amounts) - 1)
    return Month(first.year, first.month, 1), Month(last.year, last.month, 1)
