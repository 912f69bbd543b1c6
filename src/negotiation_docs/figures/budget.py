"""What is left each month: income less essentials less what other debts take before any plan is offered."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.fen import total
from negotiation_docs.figures.household_month import Budget, household_month
from negotiation_docs.figures.kept import going_on, kept
from negotiation_docs.question import worked_out_once

MISSING = "missing.budget"


@told
@in_our_context
def budget(case: Case, debt: str | None = None) -> Budget:
    """The borrower's month. Income or essentials that were not stated are a FactsError; ``[]`` states that none are.

    A debt of the case that is not yet due and for which nothing is proposed counts among ``other_debts`` with its
    contract's payment, except the ``debt`` (its id) that a paper is about.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.budget(case).disposable
    Decimal('2350.00')
    """
    return _budget(case, debt if debt in going_on(case) else None)  # no other is left out by being asked about


@worked_out_once
def _budget(case: Case, debt: str | None) -> Budget:
    month = household_month(case)
    if month is None:
        raise FactsError(_missing(case))
    return replace(month, other_debts=total((month.other_debts, *kept(case, debt).values())))


def _missing(case: Case) -> Iterable[Problem]:
    """One error for everything that a budget needs and the file does not state."""
    if case.finances is None:
        yield _absent(("finances",), "收支情况", "请填写每月收入与必要支出；没有收入写 income: []")
        return
    if case.finances.income is None:
        yield _absent(("finances", "income"), "收入", "请逐项填写；没有收入写 income: []")
    if case.finances.essentials is None:
        yield _absent(("finances", "essentials"), "必要支出", "请逐项填写每月必要支出")


def _absent(place: Place, what: str, hint: str) -> Problem:
    return Problem("error", place, f"缺少{what}", hint, MISSING, absent=True, trait="plan")
