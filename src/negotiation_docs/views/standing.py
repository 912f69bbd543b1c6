"""Where the debt stands on the day of the letter, and the one request that follows from it."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.wording import overdue_days
from negotiation_docs.views.means import Means
from negotiation_docs.views.offer import Plan
from negotiation_docs.views.settling import Payoff


class DebtView(Struct, frozen=True):
    """``overdue`` in 日 on ``as_of``, the day of the balance; ``upcoming`` while the due date still lies ahead."""

    due: date | None
    as_of: date
    overdue: int
    upcoming: bool
    paid_on_time: int | None


def standing(case: Case, debt: Debt) -> DebtView:
    """Overdue days are counted to the day of the balance, or of the letter where no balance is dated."""
    as_of = debt.balance.as_of or case.dated
    return DebtView(
        due=debt.due,
        as_of=as_of,
        overdue=overdue_days(debt.due, as_of) if debt.due else 0,
        upcoming=debt.due is not None and debt.due >= case.dated,
        paid_on_time=debt.paid_on_time,
    )


def request(case: Case, plan: Plan | None, settlement: Payoff | None, budget: Means | None) -> str:
    """The one request of the letter: settle, pause (nothing is left), instalments, or to talk.

    A single payment is made out of a stated source or of assets, not out of the month: it stands with nothing left.
    """
    if settlement is not None:
        return "settle"
    at_once = plan is not None and plan.periods == 1
    if budget is not None and budget.disposable <= 0 and not at_once and not case.oversight_only:
        return "pause"
    return "instalments" if plan is not None else "talk"
