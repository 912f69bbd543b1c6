"""What a computed plan leaves open: charges it promises without their amount, and dates beyond the known holidays."""

from __future__ import annotations

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case, ChargeKind, Debt
from negotiation_docs.figures.holidays import holiday_problems
from negotiation_docs.figures.proposals import compute, debt_place
from negotiation_docs.figures.remaining import promises_charges

RULE = "plan.unknown_charges"


def plan_cautions(case: Case, debt: Debt) -> tuple[Problem, ...]:
    """Warnings about the proposal of ``debt``; none without a proposal that can be computed."""
    proposal = debt.proposal
    if proposal is None:
        return ()
    try:
        dates = (row.due for row in compute(case, debt, proposal))
    except FactsError:
        return ()
    unknown = "、".join(part.label for part in ChargeKind if debt.balance.part(part) is None)
    problems = holiday_problems(case, dates, proposal.holiday_shift)
    if unknown and promises_charges(proposal):
        message = f"方案承诺付清息费，但{unknown}没有填写，应还金额未包括这一部分"
        hint = "请按账单填写；确实没有的写 0.00"
        place = (*debt_place(case, debt), "balance")
        return (Problem("warning", place, message, hint, RULE, trait="offers"), *problems)
    return problems
