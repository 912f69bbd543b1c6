"""The six ways to repay, in whole 分: each turns a loan into the principal and interest of every period."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from negotiation_docs.figures.fen import half_up, to_yuan, wrong
from negotiation_docs.figures.loan import Loan, Split, amortised, levelled, too_many_periods, with_interest

LABELS = {
    "equal_payment": "等额本息",
    "equal_principal": "等额本金",
    "interest_first": "先息后本",
    "bullet": "一次性还本付息",
    "interest_free": "免息等额分期",
    "stepped": "阶梯还款",
    "settlement": "一次性结清",
}


def splits(method: str, loan: Loan) -> list[Split]:
    """(principal, interest) of every period; the principal parts sum to the loan's principal."""
    if method not in METHODS:
        raise wrong(("method",), f"不认识的还款方式“{method}”", f"可选：{'、'.join(METHODS)}")
    if loan.principal <= 0:
        raise wrong(("principal",), "分期的本金须大于0元", "请按账单核对本金；本金已还清的，删去还款方案")
    return METHODS[method](loan)


def equal_payment(loan: Loan) -> list[Split]:
    """等额本息: the last period absorbs the odd 分."""
    if loan.rate == 0:
        return interest_free(loan)
    if loan.remainder == "first":
        raise wrong(("remainder",), "计息的等额还款，余数只能放在末期", "请将余数改为末期（last）")
    return levelled(loan, loan.principal, loan.periods)


def equal_principal(loan: Loan) -> list[Split]:
    """等额本金: the principal in equal parts, interest on what is left."""
    part = half_up(Fraction(loan.principal, loan.periods))
    odd = loan.principal - part * (loan.periods - 1)
    if part == 0 or odd <= 0:
        raise too_many_periods(loan.periods)
    parts = [part] * loan.periods
    parts[0 if loan.remainder == "first" else -1] = odd
    return with_interest(loan, parts)


def interest_first(loan: Loan) -> list[Split]:
    """先息后本: interest every month, the whole principal in the last."""
    if loan.rate == 0 and loan.periods > 1:
        raise wrong(
            ("annual_rate",), "先息后本须有年利率，否则各期应还0.00元", "免息时请改用免息等额分期（interest_free）"
        )
    return with_interest(loan, [0] * (loan.periods - 1) + [loan.principal])


def bullet(loan: Loan) -> list[Split]:
    """一次性还本付息: P·r·days / basis, once."""
    return [(loan.principal, half_up(loan.principal * loan.rate * loan.days / loan.day_count))]


def interest_free(loan: Loan) -> list[Split]:
    """免息等额分期: rounded down so that nothing is collected too early, the rest of less than n 分 last (or first)."""
    if loan.rate:
        raise wrong(("annual_rate",), "免息等额分期的年利率须为0", "计息时请改用等额本息（equal_payment）")
    return levelled(loan, loan.principal, loan.periods)


def stepped(loan: Loan) -> list[Split]:
    """阶梯还款: segments of equal payments; a last segment without payment levels out what is left."""
    _check_steps(loan)
    rows: list[Split] = []
    balance = loan.principal
    for number, (periods, payment) in enumerate(loan.steps, start=1):
        last = number == len(loan.steps)
        if payment is None:
            rows += levelled(loan, balance, periods)
        else:
            rows += amortised(loan, balance, payment, periods - last, ("steps", number - 1, "payment"))
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


def _closing_row(loan: Loan, balance: int, payment: int) -> Split:
    """The last row of steps that all have a payment: it must meet that payment but for the odd 分."""
    interest = loan.interest(balance)
    due = balance + interest
    if abs(due - payment) >= sum(periods for periods, _ in loan.steps):
        raise wrong(
            ("steps",),
            f"按各阶段金额还款，末期须还{to_yuan(due + loan.beside)}元，与所填{to_yuan(payment + loan.beside)}元不符",
            "最后一个阶段不填每期金额，余款即自动平均分摊",
        )
    return balance, interest


def _check_steps(loan: Loan) -> None:
    if not loan.steps:
        shape = "如 [{periods: 12, payment: 800.00}, {periods: 48}]"
        hint = f"{shape}；期数改了，原来的阶梯就不再适用；不用阶梯的，写明还款方式"
        raise wrong(("steps",), "阶梯还款须填写阶梯（期数与每期金额）", hint)
    if any(payment is None for _, payment in loan.steps[:-1]):
        raise wrong(("steps",), "只有最后一个阶段可以不填每期金额")
    if any(periods < 1 for periods, _ in loan.steps):
        raise wrong(("steps",), "每个阶段至少一期")
    if sum(periods for periods, _ in loan.steps) != loan.periods:
        raise wrong(("steps",), f"各阶段期数之和与期数{loan.periods}不一致", "请核对阶梯的期数")
