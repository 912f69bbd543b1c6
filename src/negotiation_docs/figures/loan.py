"""A loan in whole 分: a month's interest, the level payment, and equal payments until nothing is left."""

from __future__ import annotations

from fractions import Fraction

from msgspec import Struct

from negotiation_docs.errors import FactsError, Place
from negotiation_docs.figures.fen import half_up, to_yuan, wrong

Split = tuple[int, int]  # 分 of principal, 分 of interest


class Loan(Struct, frozen=True):
    """A method's needs: ``principal`` in 分, ``rate`` a year, ``steps`` (periods, 分 | None), ``days`` of a bullet.

    A period has ``months`` months (1, 3, 6 or 12). ``beside`` is what each instalment of ``steps`` pays of charges,
    in 分, which no part of the loan is: their payments are without it, and what is said of them with it.
    """

    principal: int
    rate: Fraction
    periods: int
    remainder: str = "last"
    steps: tuple[tuple[int, int | None], ...] = ()
    days: int = 0
    day_count: int = 365
    months: int = 1
    beside: int = 0

    def interest(self, balance: int) -> int:
        """A period's interest on ``balance``: 年利率 × months / 12, rounded half up."""
        if not self.rate:
            return 0
        parts = 12 * self.rate.denominator
        return (2 * balance * self.rate.numerator * self.months + parts) // (2 * parts)


def level_payment(loan: Loan, principal: int, periods: int) -> int:
    """The equal payment in 分: M = P·i·(1+i)^n / ((1+i)^n − 1) rounded half up; without interest P/n rounded down."""
    if loan.rate == 0:
        return principal // periods
    rate = loan.rate * loan.months / 12
    growth = (1 + rate) ** periods
    return half_up(principal * rate * growth / (growth - 1))


def with_interest(loan: Loan, parts: list[int]) -> list[Split]:
    """The given parts of principal, each with the period's interest on what was left before it."""
    rows, balance = [], loan.principal
    for part in parts:
        rows.append((part, loan.interest(balance)))
        balance -= part
    return rows


def levelled(loan: Loan, balance: int, periods: int) -> list[Split]:
    """Equal payments that repay ``balance``; the odd 分 go where the loan's ``remainder`` says."""
    payment = level_payment(loan, balance, periods)
    if payment == 0:
        raise too_many_periods(periods)
    if loan.rate == 0 and loan.remainder == "first":
        return [(balance - payment * (periods - 1), 0)] + [(payment, 0)] * (periods - 1)
    rows = amortised(loan, balance, payment, periods - 1, ("periods",))
    balance -= sum(principal for principal, _ in rows)
    return [*rows, (balance, loan.interest(balance))]


def amortised(loan: Loan, balance: int, payment: int, periods: int, place: Place) -> list[Split]:
    """``periods`` equal payments, after each of which something must be left to pay."""
    rows = []
    owed = "当期利息和分摊的息费" if loan.beside else "当期利息"
    for _ in range(periods):
        interest = loan.interest(balance)
        principal = payment - interest
        if principal < 0:
            raise wrong(
                place,
                f"每期{to_yuan(payment + loan.beside)}元低于{owed}{to_yuan(interest + loan.beside)}元，欠款只会增加",
                f"每期至少{to_yuan(interest + loan.beside)}元，或与债权人协商免息、降息",
            )
        if principal >= balance:
            raise wrong(place, "期数未满本金已还清", "请减少期数，或减少每期金额")
        rows.append((principal, interest))
        balance -= principal
    return rows


def too_many_periods(periods: int) -> FactsError:
    """The refusal of instalments below one 分."""
    return wrong(("periods",), f"本金分{periods}期后每期不足0.01元", "请减少期数")
