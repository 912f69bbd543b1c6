"""多债权人分配: what is left each month, shared over the debts by outstanding principal."""

from __future__ import annotations

from decimal import Decimal

from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Debt, DebtPart
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.budget import Budget, budget
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.kept import kept
from negotiation_docs.figures.sharing import shares

__all__ = ["allocation", "allocation_problems", "shares"]


@in_our_context
def allocation(case: Case, month: Budget | None = None, *, about: str | None = None) -> dict[str, Decimal]:
    """{debt id: 元 a month}, pro rata by principal, exact to the 分 (other debts were deducted before).

    A share is capped at what the debt still is, and the rest goes to the others. A debt that is settled, or whose
    principal is not known, gets 0.00, and so does one that is paid as agreed (:func:`figures.kept.kept`), unless it is
    the debt (its id) that a paper is ``about``; with nothing left all do. Income not stated is a FactsError.
    ``month`` is the case's budget where it is at hand.
    """
    out = kept(case, about).keys() | {debt.id for debt in case.debts if debt.settled_by(case.dated)}
    weights = {debt.id: ZERO if debt.id in out else debt.balance.principal or ZERO for debt in case.debts}
    disposable = (month or budget(case, about)).disposable
    return shares(disposable, weights, {debt.id: known_balance(debt) for debt in case.debts})


@in_our_context
def allocation_problems(case: Case) -> tuple[Problem, ...]:
    """One warning for each debt that gets no share because its principal is not known."""
    return tuple(
        Problem(
            "warning",
            ("debts", place, "balance", "principal"),
            "本金未知，这笔债务没有参与分配",
            "请先申请欠款明细，填写本金后其他债务的份额会相应减少",
            "debt.unknown_principal",
        )
        for place, debt in enumerate(case.debts)
        if debt.id not in kept(case)
        and debt.balance.principal is None
        and len(case.debts) > 1
        and not debt.settled_by(case.dated)
    )


def known_balance(debt: Debt) -> Decimal:
    """Everything known to be owed on ``debt``: principal, interest, penalty and fees, in 元."""
    return total(debt.balance.part(part) or ZERO for part in DebtPart)
