"""What the figures say of a case: plans that cannot be computed or kept, shares, and the limitation period.

The figures make these findings themselves, because they also raise them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from msgspec import Struct

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case, Debt
from negotiation_docs.figures.advice import AGREED, UNAFFORDABLE
from negotiation_docs.figures.affordability import affordability, agreed_affordability
from negotiation_docs.figures.allocation import allocation_problems
from negotiation_docs.figures.budget import MISSING
from negotiation_docs.figures.cautions import plan_cautions
from negotiation_docs.figures.promised import agreed_instead
from negotiation_docs.figures.proposals import agreed, debt_place, other_source
from negotiation_docs.figures.schedule import agreed_schedule, changed_schedule
from negotiation_docs.law.limitation import RAISED, limitation, raised, undecided
from negotiation_docs.law.limitation import RULE as LIMITATION


class FigureRule(Struct, frozen=True):
    """Findings of the figures about one debt: all ``ids`` they may have, and the traits of the papers concerned."""

    ids: tuple[str, ...]
    find: Callable[[Case, Debt], Iterable[Problem]]
    traits: frozenset[str]


def _plan(case: Case, debt: Debt) -> Iterator[Problem]:
    if debt.proposal is None or debt.settled_by(case.dated):
        return
    runs = debt.confirmed_by(case.dated) and agreed(debt) is not None and agreed_instead(case, debt) is None
    for problem in _measured(case, debt, alternative=False):
        if not (runs and problem.rule == UNAFFORDABLE):  # the plan in force is looked at as such
            yield problem
    if debt.proposal.alternative is not None:
        yield from _measured(case, debt, alternative=True)


def _measured(case: Case, debt: Debt, *, alternative: bool) -> Iterable[Problem]:
    """Findings on one plan. One payment from a stated source needs no monthly budget."""
    try:
        return affordability(case, debt.id, alternative).problems
    except FactsError as error:
        no_budget = all(problem.rule == MISSING for problem in error.problems)
        plan = debt.proposal
        funded = plan is not None and plan.paid_at_once and other_source(plan) != ""
        return () if no_budget and funded else _of_paper(error.problems, alternative=alternative)


def _of_paper(problems: Iterable[Problem], *, alternative: bool) -> Iterable[Problem]:
    """An alternative that cannot be computed stops the plan, which alone prints it."""
    if not alternative:
        return problems
    return (replace(problem, trait="plan") for problem in problems)


def _agreed(case: Case, debt: Debt) -> Iterator[Problem]:
    """An agreed plan that cannot be computed, or not be paid."""
    if debt.agreement is None or debt.agreement.in_force.plan is None:
        return
    try:
        agreed_schedule(case, debt.id)
    except FactsError as error:
        yield from (replace(problem, trait="agreed") for problem in error.problems)
        return
    if debt.settled_by(case.dated):
        return
    with suppress(FactsError):  # a paper about what was said needs no budget
        measured = agreed_affordability(case, debt.id)
        yield from measured.problems if measured else ()


def _changed(case: Case, debt: Debt) -> Iterator[Problem]:
    """A change that cannot be computed."""
    if debt.change is None or debt.agreement is None or debt.agreement.in_force.plan is None:
        return
    try:
        changed_schedule(case, debt.id)
    except FactsError as error:
        yield from (replace(problem, trait="changes") for problem in error.problems)


def _allocation(case: Case, debt: Debt) -> Iterator[Problem]:
    mine = debt_place(case, debt)
    yield from (problem for problem in allocation_problems(case) if problem.place[:2] == mine)


FIGURE_RULES: tuple[FigureRule, ...] = (
    FigureRule((LIMITATION,), limitation, frozenset({"admits", "supports"})),
    FigureRule((LIMITATION,), undecided, frozenset({"answers", "objects"})),
    FigureRule((RAISED,), raised, frozenset({"admits", "logs", "offers", "plan", "pleads", "supports"})),
    FigureRule(("debt.unknown_principal",), _allocation, frozenset()),
    FigureRule(
        (
            "plan.impossible",
            "plan.waive",
            UNAFFORDABLE,
            "plan.over_share",
            "plan.no_reserve",
            "plan.irregular",
            "plan.source_twice",
            "plan.on_another",
            "plan.first_early",
            MISSING,
            "missing.plan",
        ),
        _plan,
        frozenset({"offers", "plan"}),
    ),
    FigureRule(("plan.holidays", "plan.unknown_charges"), plan_cautions, frozenset({"offers"})),
    FigureRule(("plan.impossible", AGREED), _agreed, frozenset({"agreed"})),
    FigureRule(("plan.impossible",), _changed, frozenset({"changes"})),
)
