"""What default costs and a waiver gives: 罚息, interest of a deferral, the 24 % comparison, shares of a whole."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from negotiation_docs.errors import ArgumentError
from negotiation_docs.facts import Debt, DebtPart
from negotiation_docs.figures.fen import exact, half_up, to_fen, to_yuan, total

COURT_RATE = Decimal("0.24")  # 法发〔2017〕22号 第2条: a court may cut on request; not a statutory ceiling


class RateComparison(Struct, frozen=True):
    """Claimed interest, penalty and fees (元) beside ``rate`` a year on the principal over ``days``.

    ``basis`` 360 | 365 is printed wherever the figures are, because it changes them.
    """

    rate: Decimal
    principal: Decimal
    days: int
    basis: int
    limit: Decimal
    claimed: Decimal
    excess: Decimal


def bears_charges(debt: Debt) -> bool:
    """Whether a private loan bears anything beyond its principal."""
    balance, contract = debt.balance, debt.contract
    if contract.annual_rate:
        return True
    return any((balance.interest, balance.penalty, balance.fees))


def penalty(base: Decimal, daily_rate: Decimal, days: int) -> Decimal:
    """罚息 in 元: ``base`` × ``daily_rate`` (0.0005 = 日万分之五) × ``days`` overdue, rounded half up."""
    if days < 0:
        raise ArgumentError("逾期天数不能为负数")
    return to_yuan(half_up(Fraction(exact(daily_rate, "日利率")) * to_fen(base) * days))


def deferral_interest(principal: Decimal, annual_rate: Decimal, months: int) -> Decimal:
    """Simple interest in 元 on ``principal`` for ``months`` of deferral; nothing is capitalised."""
    if months < 0:
        raise ArgumentError("延期月数不能为负数")
    return to_yuan(half_up(Fraction(exact(annual_rate, "年利率")) * to_fen(principal) * months / 12))


def interest_by_days(principal: Decimal, annual_rate: Decimal, days: int, basis: int = 365) -> Decimal:
    """Simple interest in 元 on ``principal`` for ``days``: P·r·days / basis, basis 360 or 365."""
    if days < 0 or basis not in (360, 365):
        raise ArgumentError("天数不能为负数，计息天数须为360或365")
    return to_yuan(half_up(Fraction(exact(annual_rate, "年利率")) * to_fen(principal) * days / basis))


def compared_with(principal: Decimal, rate: Decimal, days: int, claimed: Decimal, basis: int = 365) -> RateComparison:
    """Claimed charges against ``rate`` a year. Whether the lender may be shown it is the citation table's question."""
    limit = interest_by_days(principal, rate, days, basis)
    excess = to_yuan(max(0, to_fen(claimed) - to_fen(limit)))
    return RateComparison(rate, principal, days, basis, limit, claimed, excess)


class Waiver(Struct, frozen=True):
    """What is asked to be waived (``saved``, 元), what is owed in all, and the share of the one in the other."""

    saved: Decimal
    owed: Decimal
    share: Fraction


def waiver(debt: Debt) -> Waiver | None:
    """What the waiver that ``debt`` asks for saves; None without one, or while a part of what is owed is unknown."""
    asked = debt.proposal.waive if debt.proposal else None
    parts = [debt.balance.part(part) for part in DebtPart]
    known = [part for part in parts if part is not None]
    if asked is None or not asked.total or len(known) < len(parts):
        return None
    owed = total(known)
    return Waiver(asked.total, owed, share(asked.total, owed))


def share(part: Decimal, whole: Decimal) -> Fraction:
    """``part`` of ``whole`` as an exact fraction; print it with ``wording.percent(…, 2)``. A whole of 0 gives 0."""
    return Fraction(to_fen(part), to_fen(whole)) if to_fen(whole) else Fraction(0)
