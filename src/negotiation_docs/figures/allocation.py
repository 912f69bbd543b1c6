"""多债权人分配: what is left each month after plans confirmed in writing, shared by outstanding principal."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from msgspec.structs import replace

from negotiation_docs.arguments import told
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Debt, DebtPart
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.bound import bound, paid_first, principal_now
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.fen import ZERO, subtract, total
from negotiation_docs.figures.household_month import Budget
from negotiation_docs.figures.kept import going_on, unsettled
from negotiation_docs.figures.sharing import Shared, shared, shares
from negotiation_docs.question import worked_out_once

__all__ = ["allocated", "allocation", "allocation_problems", "month_to_share", "shares", "sharing"]


@told
@in_our_context
def allocation(case: Case, month: Budget | None = None, *, about: str | None = None) -> dict[str, Decimal]:
    """{debt id: 元 a month}, pro rata by principal, exact to the 分 (other debts were deducted before).

    A share is capped at what the debt still is, and the rest goes to the others. A debt that is settled, or whose
    principal is not known, gets 0.00, and so does one that is paid first (:func:`figures.bound.paid_first`: its
    contract goes on, or a plan was confirmed in writing, whose instalment comes off before), unless it is the debt (its
    id) that a paper is ``about``; with nothing left all do. Income not stated is a FactsError. ``month`` is the case's
    budget where it is at hand.

    >>> import negotiation_docs as nd
    >>> nd.allocation(nd.load("examples/lin.yaml"))
    {'loan_a': Decimal('1728.11'), 'finance_b': Decimal('459.92'), 'friend': Decimal('161.97')}
    """
    return allocated(case, month, about=about).parts


def allocated(case: Case, month: Budget | None = None, *, about: str | None = None) -> Shared:
    """:func:`allocation`, with what the shares would be if no debt were smaller than its share."""
    return _allocated(case, month or budget(case, about), _leaves(case, about))


@worked_out_once
def _allocated(case: Case, month: Budget, about: str | None) -> Shared:
    weights = dict.fromkeys((debt.id for debt in case.debts), ZERO)
    weights |= {debt.id: principal_now(case, debt) or ZERO for debt in sharing(case, about)}
    return shared(month_to_share(case, about, month).disposable, weights, _caps(case))


def _leaves(case: Case, about: str | None) -> str | None:
    """``about``, where it leaves out what is paid first: any other debt gets its share of the same month."""
    return about if about in going_on(case) or about in bound(case) else None


def month_to_share(case: Case, about: str | None = None, month: Budget | None = None) -> Budget:
    """The month (the case's budget, or ``month``) with confirmed plans of other debts among its ``other_debts``."""
    known = month or budget(case, about)
    return replace(known, other_debts=total((known.other_debts, *bound(case, about).values())))


def sharing(case: Case, about: str | None = None) -> tuple[Debt, ...]:
    """The debts over which a month is shared: not settled, and not paid first."""
    return _sharing(case, _leaves(case, about))


@worked_out_once
def _sharing(case: Case, about: str | None) -> tuple[Debt, ...]:
    first = paid_first(case, about)
    return tuple(debt for debt in unsettled(case) if debt.id not in first)


@worked_out_once
@in_our_context
def allocation_problems(case: Case) -> tuple[Problem, ...]:
    """One warning for each debt that gets no share because its principal is not known."""
    among = {debt.id for debt in sharing(case)}
    return tuple(
        Problem(
            "warning",
            ("debts", place, "balance", "principal"),
            "本金未知，这笔债务没有参与分配",
            "请先申请欠款明细，填写本金后其他债务的份额会相应减少",
            "debt.unknown_principal",
        )
        for place, debt in enumerate(case.debts)
        if debt.id in among and debt.balance.principal is None and len(case.debts) > 1
    )


def known_balance(debt: Debt) -> Decimal:
    """Everything known to be owed on ``debt``: principal, interest, penalty and fees, in 元."""
    return total(debt.balance.part(part) or ZERO for part in DebtPart)


@worked_out_once
def _caps(case: Case) -> Mapping[str, Decimal]:
    return {debt.id: _still(case, debt) for debt in case.debts}


def _still(case: Case, debt: Debt) -> Decimal:
    """What is known to be owed, less the principal that a plan in force has repaid."""
    repaid = subtract(debt.balance.principal or ZERO, principal_now(case, debt) or ZERO)
    return subtract(known_balance(debt), repaid)
