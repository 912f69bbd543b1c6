"""What default costs and a waiver gives: 罚息, interest of a deferral, the 24 % comparison, shares of a whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from negotiation_docs.figures.fen import exact, half_up, to_fen, to_yuan

COURT_RATE = Decimal("0.24")  # 法发〔2017〕22号 第2条: a court may cut on request; not a statutory ceiling


class Comparison24(Struct, frozen=True):
    """Claimed interest, penalty and fees (元) beside 24 % a year on the principal over ``days`` on ``basis`` 360 | 365.

    ``basis`` is printed wherever the figures are, because it changes them.
    """

    principal: Decimal
    days: int
    basis: int
    limit: Decimal
    claimed: Decimal
    excess: Decimal


def penalty(base: Decimal, daily_rate: Decimal, days: int) -> Decimal:
    """罚息 in 元: ``base`` × ``daily_rate`` (0.0005 = 日万分之五) × ``days`` overdue, rounded half up."""
    if days < 0:
        raise ValueError("逾期天数不能为负数")
    return to_yuan(half_up(Fraction(exact(daily_rate, "日利率")) * to_fen(base) * days))


def deferral_interest(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """Simple interest in 元 on ``principal`` for ``months`` of deferral; nothing is capitalised."""
    if months < 0:
        raise ValueError("延期月数不能为负数")
    return to_yuan(half_up(Fraction(exact(annual_rate, "年利率")) * to_fen(principal) * months / 12))


def interest_by_days(principal: Decimal, annual_rate: Decimal, days: int, basis: int = 365) -> Decimal:
    """Simple interest in 元 on ``principal`` for ``days``: P·r·days / basis, basis 360 or 365."""
    if days < 0 or basis not in (360, 365):
        raise ValueError("天数不能为负数，计息天数须为360或365")
    return to_yuan(half_up(Fraction(exact(annual_rate, "年利率")) * to_fen(principal) * days / basis))


def comparison_24(principal: Decimal, days: int, claimed: Decimal, basis: int = 365) -> Comparison24:
    """Claimed charges against 24 % a year. Whether the lender may be shown it is the citation table's question."""
    limit = interest_by_days(principal, COURT_RATE, days, basis)
    excess = to_yuan(max(0, to_fen(claimed) - to_fen(limit)))
    return Comparison24(principal, days, basis, limit, claimed, excess)


def share(part: Decimal, whole: Decimal) -> Fraction:
    """``part`` of ``whole`` as an exact fraction; print it with ``wording.percent(…, 2)``. A whole of 0 gives 0."""
    return Fraction(to_fen(part), to_fen(whole)) if to_fen(whole) else Fraction(0)
