"""What the figures say of a case: plans that cannot be computed or paid, shares, and the limitation period.

These findings come with their own words from the figures, because the figures also raise them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from negotiation_docs.checks.papers import paid_at_once
from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.allocation import allocation_problems
from negotiation_docs.figures.limitation import limitation
from negotiation_docs.figures.schedule import agreed_schedule, schedule


@dataclass(frozen=True, slots=True)
class FigureRule:
    """Findings of the figures about one debt; ``trait`` as in :class:`~negotiation_docs.checks.rule.Words`."""

    ids: tuple[str, ...]
    trait: str
    find: Callable[[Case, Debt], Iterable[Problem]]


def _plan(case: Case, debt: Debt) -> Iterator[Problem]:
    if debt.proposal is None:
        return
    yield from _measured(case, debt, alternative=False)
    if debt.proposal.alternative is not None:
        yield from _measured(case, debt, alternative=True)


def _measured(case: Case, debt: Debt, *, alternative: bool) -> Iterable[Problem]:
    """Findings on one plan. One payment from a stated source needs no monthly budget."""
    try:
        schedule(case, debt.id, alternative)
        return affordability(case, debt.id, alternative).problems
    except FactsError as error:
        budget_only = all(problem.rule == "budget" for problem in error.problems)
        funded = debt.proposal is not None and debt.proposal.funds is not None
        return () if budget_only and funded and paid_at_once(debt) else error.problems


def _agreed(case: Case, debt: Debt) -> Iterable[Problem]:
    """An agreed plan that cannot be computed."""
    if debt.agreement is None or debt.agreement.in_force.plan is None:
        return ()
    try:
        agreed_schedule(case, debt.id)
    except FactsError as error:
        return error.problems
    return ()


def _allocation(case: Case, debt: Debt) -> Iterable[Problem]:
    mine = f"debts[{case.debts.index(debt)}]."
    return (problem for problem in allocation_problems(case) if problem.path.startswith(mine))


FIGURE_RULES: tuple[FigureRule, ...] = (
    FigureRule(("limitation",), "admits", limitation),
    FigureRule(("allocation-unknown-principal",), "", _allocation),
    FigureRule(
        (
            "plan",
            "waive",
            "budget",
            "affordability",
            "affordability-nothing-left",
            "affordability-lump",
            "affordability-share",
            "affordability-reserve",
        ),
        "offers",
        _plan,
    ),
    FigureRule(("plan",), "agreed", _agreed),
)
