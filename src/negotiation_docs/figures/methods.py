"""The six ways to repay, in whole 分: each turns a loan into the principal and interest of every period."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from negotiation_docs.figures.money import half_up, to_yuan, wrong

Split = tuple[int, int]  # 分 of principal, 分 of interest

LABELS = {
    "equal_payment": "等额本息",
    "equal_principal": "等额本金",
    "interest_first": "先息后本",
    "bullet": "一次性还本付息",
    "interest_free": "免息等额分期",
    "stepped": "阶梯还款",
    "settlement": "一次性结清",
}


@dataclass(frozen=True, slots=True)
class Loan:
    """A method's needs: ``principal`` in 分, ``rate`` a year, ``steps`` (periods, 分 | None), ``days`` of a bullet."""

    principal: int
    rate: Fraction
    periods: int
    remainder: str = "last"
    steps: tuple[tuple[int, int | None], ...] = ()
    days: int = 0
    day_count: int = 365

    def interest(self, balance: int) -> int:
        """A month's interest on ``balance``: 年利率 / 12, rounded half up."""
        parts = 12 * self.rate.denominator
        return (2 * balance * self.rate.numerator + parts) // (2 * parts)


def splits(method: str, loan: Loan) -> list[Split]:
    """(principal, interest) of every period; the principal parts sum to the loan's principal."""
    if method not in METHODS:
        raise wrong("method", f"不认识的还款方式“{method}”", f"可选：{'、'.join(METHODS)}")
    if loan.principal <= 0:
        raise wrong("principal", "分期的本金须大于0元")
    return METHODS[method](loan)


def level_payment(loan: Loan, principal: int, periods: int) -> int:
    """The equal payment in 分: M = P·i·(1+i)^n / ((1+i)^n − 1) rounded half up; without interest P/n rounded down."""
    if loan.rate == 0:
        return principal // periods
    growth = (1 + loan.rate / 12) ** periods
    return half_up(principal * loan.rate / 12 * growth / (growth - 1))


def equal_payment(loan: Loan) -> list[Split]:
    """等额本息: the last period absorbs the odd 分."""
    if loan.rate == 0:
        return interest_free(loan)
    if loan.remainder == "first":
        raise wrong("remainder", "计息的等额还款，余数只能放在末期", "请将余数改为末期（last）")
    return _levelled(loan, loan.principal, loan.periods)


def equal_principal(loan: Loan) -> list[Split]:
    """等额本金: the principal in equal parts, interest on what is left."""
    part = half_up(Fraction(loan.principal, loan.periods))
    odd = loan.principal - part * (loan.periods - 1)
    if part == 0 or odd <= 0:
        raise _too_many_periods(loan.periods)
    parts = [part] * loan.periods
    parts[0 if loan.remainder == "first" else -1] = odd
    return _with_interest(loan, parts)


def interest_first(loan: Loan) -> list[Split]:
    """先息后本: interest every month, the whole principal in the last."""
    if loan.rate == 0 and loan.periods > 1:
        raise wrong(
            "annual_rate", "先息后本须有年利率，否则各期应还0.00元", "免息时请改用免息等额分期（interest_free）"
        )
    return _with_interest(loan, [0] * (loan.periods - 1) + [loan.principal])


def bullet(loan: Loan) -> list[Split]:
    """一次性还本付息: P·r·days / basis, once."""
    return [(loan.principal, half_up(loan.principal * loan.rate * loan.days / loan.day_count))]


def interest_free(loan: Loan) -> list[Split]:
    """免息等额分期: rounded down so that nothing is collected too early, the rest of less than n 分 last (or first)."""
    if loan.rate:
        raise wrong("annual_rate", "免息等额分期的年利率须为0", "计息时请改用等额本息（equal_payment）")
    return _levelled(loan, loan.principal, loan.periods)


def stepped(loan: Loan) -> list[Split]:
    """阶梯还款: segments of equal payments; a last segment without payment levels out what is left."""
    _check_steps(loan)
    rows: list[Split] = []
    balance = loan.principal
    for number, (periods, payment) in enumerate(loan.steps, start=1):
        last = number == len(loan.steps)
        if payment is None:
            rows += _levelled(loan, balance, periods)
        else:
            rows += _amortised(loan, balance, payment, periods - last, f"steps[{number - 1}].payment")
        balance = loan.principal - sum(principal for principal, _ in rows)
        if last and payment is not None:
            rows.append(_closing_row(loan, balance, payment))
    return rows


METHODS: dict[str, Callable[[Loan], list[Split]]] = {
    "equal_payment": equal_payment,
    "equal_principal": equal_principal,
    "interest_first": interest_first,
    "bullet": bullet,
    "interest_free": interest_free,
    "stepped": stepped,
}


def _with_interest(loan: Loan, parts: list[int]) -> list[Split]:
    rows, balance = [], loan.principal
    for part in parts:
        rows.append((part, loan.interest(balance)))
        balance -= part
    return rows


def _levelled(loan: Loan, balance: int, periods: int) -> list[Split]:
    """Equal payments that repay ``balance``; the odd 分 go where the loan's ``remainder`` says."""
    payment = level_payment(loan, balance, periods)
    if payment == 0:
        raise _too_many_periods(periods)
    if loan.rate == 0 and loan.remainder == "first":
        return [(balance - payment * (periods - 1), 0)] + [(payment, 0)] * (periods - 1)
    rows = _amortised(loan, balance, payment, periods - 1, "periods")
    balance -= sum(principal for principal, _ in rows)
    return [*rows, (balance, loan.interest(balance))]


def _amortised(loan: Loan, balance: int, payment: int, periods: int, path: str) -> list[Split]:
    """``periods`` equal payments, after each of which something must be left to pay."""
    rows = []
    for _ in range(periods):
        interest = loan.interest(balance)
        principal = payment - interest
        if principal < 0:
            raise wrong(
                path,
                f"每期{to_yuan(payment)}元低于当期利息{to_yuan(interest)}元，欠款只会增加",
                f"每期至少{to_yuan(interest)}元，或与债权人协商免息、降息",
            )
        if principal >= balance:
            raise wrong(path, "期数未满本金已还清", "请减少期数，或减少每期金额")
        rows.append((principal, interest))
        balance -= principal
    return rows


def _closing_row(loan: Loan, balance: int, payment: int) -> Split:
    """The last row of steps that all have a payment: it must meet that payment but for the odd 分."""
    interest = loan.interest(balance)
    due = balance + interest
    if abs(due - payment) >= sum(periods for periods, _ in loan.steps):
        raise wrong(
            "steps",
            f"按各阶段金额还款，末期须还{to_yuan(due)}元，与所填{to_yuan(payment)}元不符",
            "最后一个阶段不填每期金额，余款即自动平均分摊",
        )
    return balance, interest


def _check_steps(loan: Loan) -> None:
    if not loan.steps:
        raise wrong("steps", "阶梯还款须填写阶梯（期数与每期金额）")
    if any(payment is None for _, payment in loan.steps[:-1]):
        raise wrong("steps", "只有最后一个阶段可以不填每期金额")
    if any(periods < 1 for periods, _ in loan.steps):
        raise wrong("steps", "每个阶段至少一期")
    if sum(periods for periods, _ in loan.steps) != loan.periods:
        raise wrong("steps", f"各阶段期数之和与期数{loan.periods}不一致", "请核对阶梯的期数")


def _too_many_periods(periods: int) -> Exception:
    return wrong("periods", f"本金分{periods}期后每期不足0.01元", "请减少期数")
