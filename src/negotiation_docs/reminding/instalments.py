"""The instalments ahead of one debt: of the plan confirmed in writing, else as proposed, else by the contract."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.governing import governing, unpaid
from negotiation_docs.figures.performance import served, since_agreed
from negotiation_docs.figures.promised import held_to
from negotiation_docs.figures.proposals import compute
from negotiation_docs.figures.wording import amount, chinese_date
from negotiation_docs.reminding.noted import Noted
from negotiation_docs.standing import State, standing

_UNCONFIRMED: Final = "方案还没有书面确认；付款以前取得书面确认，问清还款账户，以书面确认的为准"


def instalments(case: Case, debt: Debt) -> Iterator[Noted]:
    """What falls due on the day of the letters or later and is not recorded as paid.

    A plan that was refused, or that is proposed for a debt whose limitation has to be looked at first, is none.
    """
    stand = standing(case, debt)
    if stand.settled:
        return
    if governing(case, debt).planned:
        yield from _confirmed(case, debt)
    elif stand.state is not State.REFUSED and not stand.old:
        yield from _proposed(case, debt)
    if stand.state is State.PRE_DUE:
        yield from _by_contract(case, debt)


def _confirmed(case: Case, debt: Debt) -> Iterator[Noted]:
    account = debt.agreement.in_force.payment_account if debt.agreement else None
    for each in unpaid(case, debt):
        if each.due >= case.dated:
            which = _which(each.period)
            rest = f"，已登记{amount(each.paid)}元，还差{amount(each.open)}元" if each.paid else ""
            yield Noted(
                kind="instalment",
                mark=str(each.period),
                day=each.due,
                title=f"{which}还款{amount(each.open)}元",
                about=f"按书面确认的方案，{which}应还{amount(each.payment)}元{rest}"
                f"{f'，还款账户：{account}' if account else ''}。还款后留好凭证，并在案件文件里登记",
                quiet=which,
            )


def _proposed(case: Case, debt: Debt) -> Iterator[Noted]:
    plan = held_to(case, debt)
    if plan is None:
        return
    try:
        schedule = compute(case, debt, plan)
    except FactsError:  # what it lacks is told by the checks
        return
    for each in served(schedule, since_agreed(case, debt)):
        row = each.row
        if row.due >= case.dated and each.open:
            which = "一次性还款" if plan.settlement else _which(row.period)
            yield Noted(
                kind="proposed",
                mark=str(row.period),
                day=row.due,
                title=f"拟还款：{which}{amount(each.open)}元",
                about=f"按方案，{which}{amount(row.payment)}元。{_UNCONFIRMED}",
                quiet=which,
                proposed=True,
            )


def _by_contract(case: Case, debt: Debt) -> Iterator[Noted]:
    """Until something else is confirmed the contract goes on; where it tells no payments, the due day of the file."""
    ahead = [each for each in unpaid(case, debt) if each.due >= case.dated]
    for each in ahead:
        yield Noted(
            kind="contract",
            mark=each.due.isoformat(),
            day=each.due,
            title=f"按原合同还款{amount(each.open)}元",
            about=f"按原合同，{chinese_date(each.due)}应还{amount(each.payment)}元。还款后留好凭证",
            quiet=f"{each.due.month}月",
        )
    if not ahead and debt.due is not None:
        day = debt.due
        about = f"{chinese_date(day)}到期；还不上的，到期之前提出延期或者还款方案"
        yield Noted(kind="contract", mark=day.isoformat(), day=day, title="按原合同还款", about=about)


def _which(period: int) -> str:
    return f"第{period}期" if period else "首付款"
