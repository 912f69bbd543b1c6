"""The true price of a loan: the internal rate of return of its cash, a month (annual_rate) or by dates (xirr)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import ROUND_HALF_EVEN, Context, Decimal, localcontext
from itertools import pairwise

from msgspec import Struct

from negotiation_docs.arguments import fits, told
from negotiation_docs.errors import ArgumentError
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.fen import exact
from negotiation_docs.figures.wording import percent

PRECISION = Context(prec=50, rounding=ROUND_HALF_EVEN, traps=[])
PLACES = Decimal("1e-12")  # printed rates have four decimals; a dozen leaves no doubt about the fourth
CLOSE = Decimal("1e-30")
HIGHEST = 1000  # a month; beyond it a figure is a slip of the pen
YEAR = 365  # XIRR counts actual days over 365
DATED = "按实际日期年化（XIRR，实际天数/365）"  # how a paper labels what xirr computes
GRID = (-0.999, *(step / 100 for step in range(-99, 0)), *(1.05**step - 1 for step in range(190)))  # brackets for xirr


class Rate(Struct, frozen=True):
    """An annualised rate as shares of 1: 单利年化 12r and 复利（内部收益率法）年化 (1+r)^12 − 1 of the monthly rate r.

    24% comparisons in practice use the nominal figure; papers print both, labelled (中国人民银行公告〔2021〕第3号), as
    the rate does as a string.

    >>> import negotiation_docs as nd
    >>> print(nd.annual_rate(12000, [1100] * 12))
    单利年化17.97%、复利（内部收益率法）年化19.53%
    """

    monthly: Decimal
    nominal: Decimal
    effective: Decimal

    def __str__(self) -> str:
        return f"单利年化{percent(self.nominal, 2)}、复利（内部收益率法）年化{percent(self.effective, 2)}"


@told
@in_our_context
def annual_rate(received: Decimal | int, payments: Iterable[Decimal | int]) -> Rate:
    """The annualised rate of ``received`` 元 in hand against monthly ``payments`` 元, the first one month later.

    Computed in Decimal and given to twelve decimals. Payments may differ or be 0 but not negative; if they sum to
    less than was received the rate is negative. Nothing received or nothing paid is a ValueError.

    >>> import negotiation_docs as nd
    >>> rate = nd.annual_rate(12000, [1100] * 12)
    >>> round(rate.nominal, 4), round(rate.effective, 4)
    (Decimal('0.1797'), Decimal('0.1953'))
    """
    cash = exact(received, "到手金额")
    paid = [exact(payment, "每期还款") for payment in payments]
    if cash <= 0 or not any(paid) or min(paid) < 0:
        raise ArgumentError("到手金额须大于0元，还款不能为负且不能全为0元")
    with localcontext(PRECISION):
        monthly = 1 / _discount(cash, paid) - 1
        if monthly > HIGHEST:
            raise ArgumentError("利率过高，请核对到手金额与每期还款")
        effective = (1 + monthly) ** 12 - 1
        return Rate(*(value.quantize(PLACES) + 0 for value in (monthly, 12 * monthly, effective)))


def _discount(cash: Decimal, paid: Sequence[Decimal]) -> Decimal:
    """The v with Σ pₖ·vᵏ = cash. The sum rises and is convex for v > 0, so Newton from the right cannot miss."""
    v = Decimal(1)
    while _value(paid, v)[0] < cash:
        v *= 2
    while True:
        value, slope = _value(paid, v)
        step = (value - cash) / slope
        v -= step
        if abs(step) < CLOSE:
            return v


def _value(paid: Sequence[Decimal], v: Decimal) -> tuple[Decimal, Decimal]:
    """Σ pₖ·vᵏ and its slope at ``v``, by Horner's rule."""
    value = slope = Decimal(0)
    for payment in reversed(paid):
        slope = slope * v + value
        value = value * v + payment
    return value * v, slope * v + value


@told
@in_our_context
def xirr(flows: Iterable[tuple[date, Decimal | int]]) -> Decimal:
    """XIRR（实际天数/365）of dated flows (received positive, paid negative, or the other way round), as a share of 1.

    Computed in binary floating point by bisection and given to ten decimals. Flows must have both signs; flows for
    which no rate between −99.9 % and about 1,000,000 % a year fits, or more than one, are a ValueError.

    >>> import negotiation_docs as nd
    >>> from datetime import date
    >>> nd.xirr([(date(2026, 1, 1), 100), (date(2027, 1, 1), -110)])
    Decimal('0.1')
    """
    given = tuple(flows)
    if not fits(given, tuple[tuple[date, Decimal | int], ...]):  # what an iterator holds is known only now
        raise ArgumentError("xirr：flows 的每一项应是日期和金额")
    dated = sorted((day, float(exact(amount))) for day, amount in given)
    signs = {amount > 0 for _, amount in dated if amount}
    if len(signs) != 2:
        raise ArgumentError("现金流须既有收入也有支出")
    start = dated[0][0]
    timed = [((day - start).days / YEAR, amount) for day, amount in dated]
    try:
        brackets = [pair for pair in pairwise(GRID) if _crosses(timed, *pair)]
    except ArithmeticError:  # hundreds of years: beyond what a float holds
        brackets = []
    if len(brackets) != 1:
        raise ArgumentError("该现金流没有唯一的年化利率" if brackets else "该现金流在合理范围内没有年化利率")
    return Decimal(repr(round(_bisect(timed, *brackets[0]), 10)))


def _npv(timed: Sequence[tuple[float, float]], rate: float) -> float:
    base = 1 + rate
    return math.fsum(amount / math.pow(base, years) for years, amount in timed)


def _crosses(timed: Sequence[tuple[float, float]], low: float, high: float) -> bool:
    below, above = _npv(timed, low), _npv(timed, high)
    return below == 0 or below * above < 0


def _bisect(timed: Sequence[tuple[float, float]], low: float, high: float) -> float:
    if _npv(timed, low) == 0:
        return low
    rising = _npv(timed, low) < 0
    for _ in range(80):
        middle = (low + high) / 2
        value = _npv(timed, middle)
        if value == 0:
            return middle
        if (value < 0) == rising:
            low = middle
        else:
            high = middle
    return (low + high) / 2
