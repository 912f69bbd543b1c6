"""Money between the papers' 元 (Decimal) and the arithmetic's 分 (int): no sum ever depends on a precision."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from functools import lru_cache, reduce

from negotiation_docs.errors import ArgumentError, FactsError, Place, Problem

ZERO = Decimal("0.00")
_EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)


IMPOSSIBLE = "plan.impossible"
"""Rule of a plan that cannot be computed."""


def impossible(place: Place, message: str, hint: str = "") -> Problem:
    """An error about a plan that cannot be computed; it stops the papers that state the plan."""
    return Problem("error", place, message, hint, IMPOSSIBLE, trait="offers")


def wrong(place: Place, message: str, hint: str = "") -> FactsError:
    """One :func:`impossible` about the term at ``place``; faces put the debt's own place in front."""
    return FactsError((impossible(place, message, hint),))


def exact(value: Decimal | int, what: str = "金额") -> Decimal:
    """``value`` as a finite Decimal; a float (or anything else) is a TypeError, NaN and infinity a ValueError."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int)):
        raise ArgumentError(f"{what}须为 Decimal 或整数，不能是 {type(value).__name__}；请写 Decimal('86421.37')")
    number = value if isinstance(value, Decimal) else Decimal(value)
    if not number.is_finite():
        raise ArgumentError(f"{what}须为有限的数")
    return number


def to_fen(amount: Decimal | int) -> int:
    """元 as 分; a third decimal is a ValueError, because nothing is silently rounded."""
    known = type(amount) is Decimal and amount.is_finite()  # spares the call for nearly all there is
    numerator, denominator = (amount if known else exact(amount)).as_integer_ratio()
    fen, rest = divmod(numerator * 100, denominator)
    if rest:
        raise ArgumentError("金额最多两位小数（精确到分），不作四舍五入")
    return fen


@lru_cache(maxsize=4096)  # the rows of a schedule say the same few amounts again and again
def to_yuan(fen: int) -> Decimal:
    """分 as 元 with exactly two decimals, whatever the caller's decimal context."""
    return Decimal(fen).scaleb(-2, _EXACT)


def add(left: Decimal, right: Decimal) -> Decimal:
    """The exact sum of two amounts in 元, whatever the caller's decimal context."""
    return _EXACT.add(left, right)


def subtract(left: Decimal, right: Decimal) -> Decimal:
    """The exact difference of two amounts in 元, whatever the caller's decimal context."""
    return _EXACT.subtract(left, right)


def half_up(value: Fraction) -> int:
    """The nearest integer, halves away from zero (四舍五入); Python's own ``round`` would go to the even one."""
    whole = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return -whole if value < 0 else whole


def total(amounts: Iterable[Decimal]) -> Decimal:
    """The exact sum of amounts in 元."""
    return to_yuan(to_fen(reduce(_EXACT.add, amounts, ZERO)))
