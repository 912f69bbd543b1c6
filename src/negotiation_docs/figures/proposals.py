"""From the case file's proposals to plain plan terms: partial plans inherit, missing facts are named all at once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from negotiation_docs.errors import FactsError, Place, Problem
from negotiation_docs.facts import Case, Debt, Method, PartialPlan, Proposal, Terms
from negotiation_docs.figures.dates import Calendar
from negotiation_docs.figures.fen import ZERO, impossible
from negotiation_docs.figures.missing import absent, missing
from negotiation_docs.figures.plans import PlanTerms, plan, settlement
from negotiation_docs.figures.remaining import promises_charges, remaining_charges, remaining_principal
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.question import worked_out_once

_OWN_INCOME = re.compile(
    r"(?:本人)?(?:的)?(?:每个?月|当月|各月|月|日常|目前|今后)?(?:的)?(?:固定|稳定)?"
    r"(?:(?:工资|薪资|薪水|劳动报酬|收入|所得|结余|余额)(?:的?(?:收入|结余|余额))?)"
)
INSTALMENT_TERMS = {"method", "periods", "steps", "first_due"}


def debt_place(case: Case, debt: Debt) -> Place:
    """Where this debt stands in the case."""
    return ("debts", debt_number(case, debt))


def debt_number(case: Case, debt: Debt) -> int:
    """How many debts stand before this one; by its id, as comparing whole debts takes its time."""
    return _numbers(case)[debt.id]


@worked_out_once
def _numbers(case: Case) -> Mapping[str, int]:
    return {debt.id: number for number, debt in enumerate(case.debts)}


def proposed(case: Case, debt: Debt, *, alternative: bool = False) -> Proposal:
    """The proposal of ``debt``, or its alternative; a FactsError where the file has none."""
    if debt.proposal is None:
        place = (*debt_place(case, debt), "proposal")
        raise FactsError([absent(place, "还款方案", "请填写还款方式、期数和首期还款日")])
    if not alternative:
        return debt.proposal
    if debt.proposal.alternative is None:
        place = (*debt_place(case, debt), "proposal", "alternative")
        raise FactsError([impossible(place, "没有备选方案", "请填写与首选方案不同之处，如 {periods: 48}")])
    return changed(debt.proposal, debt.proposal.alternative)


def other_source(proposal: Proposal) -> str:
    """What lump sums are paid out of beside the month's own surplus; empty where the file names none, or the income."""
    funds = proposal.funds or ""
    return "" if _OWN_INCOME.fullmatch(funds) else funds


def changed(plan_: Proposal, difference: PartialPlan) -> Proposal:
    """``plan_`` with what ``difference`` states.

    A plan that turns interest-free bears no inherited rate, and one that names instalments is no inherited settlement
    (with its waiver of principal) any more.
    """
    stated = difference.model_fields_set
    merged = plan_.with_changes(difference)
    update: dict[str, object] = {}
    if merged.method is Method.INTEREST_FREE and "annual_rate" not in stated:
        update["annual_rate"] = None
    if merged.settlement and "settlement" not in stated and stated & INSTALMENT_TERMS:
        update["settlement"] = None
        if merged.waive and "waive" not in stated:
            update["waive"] = merged.waive.model_copy(update={"principal": None})
    return merged.model_copy(update=update)


def agreed(debt: Debt) -> Proposal | None:
    """The plan in force by agreement, as confirmed or else as understood; None where none was agreed."""
    return as_agreed(debt.proposal, debt.agreement.in_force) if debt.agreement else None


def as_agreed(proposal: Proposal | None, terms: Terms) -> Proposal | None:
    """The plan that ``terms`` settle: the proposal, its alternative or what differs, with the waiver that was agreed.

    Where nothing was said of a waiver, the instalments spoken of rest on the one that was asked for.
    """
    if proposal is None or terms.plan is None:
        return None
    difference = proposal.alternative if terms.plan == "alternative" else terms.plan
    if difference is None:
        return None
    result = changed(proposal, difference) if isinstance(difference, PartialPlan) else proposal
    return result if terms.waive is None else result.model_copy(update={"waive": terms.waive})


PROPOSAL: Final[Place] = ("proposal",)
ALTERNATIVE: Final[Place] = ("proposal", "alternative")
AGREED: Final[Place] = ("agreement", "terms", "plan")


def compute(case: Case, debt: Debt, proposal: Proposal, where: Place = PROPOSAL) -> Schedule:
    """The schedule of one plan; problems carry its place: that of the debt and ``where`` the plan stands below it."""
    place = debt_place(case, debt)
    problems = list(missing(debt, proposal, place, where))
    if problems:
        raise FactsError(problems)
    try:
        if proposal.settlement is not None:
            rest = remaining_principal(debt, proposal.waive)
            return settlement(rest, remaining_charges(debt, proposal.waive), proposal.settlement.pay_by)
        return plan(plan_terms(case, debt, proposal))
    except FactsError as error:
        raise FactsError(_at(place, where, problem) for problem in error.problems) from None


def plan_terms(case: Case, debt: Debt, proposal: Proposal) -> PlanTerms:
    """Plain terms of an instalment plan whose facts are complete (:func:`compute` names what is missing)."""
    principal = debt.balance.principal
    if proposal.method is None or proposal.first_due is None or principal is None:
        raise ValueError("plan_terms needs a method, a first due date and a principal")
    steps = tuple((step.periods, step.payment) for step in proposal.steps or ())
    down = proposal.down_payment
    promised = promises_charges(proposal)
    return PlanTerms(
        principal=principal,
        method=proposal.method.value,
        periods=proposal.periods or sum(periods for periods, _ in steps) or 1,
        first_due=proposal.first_due,
        annual_rate=proposal.annual_rate or ZERO,
        steps=steps,
        remainder=proposal.remainder.value,
        down_payment=(down.amount, down.date) if down else None,
        day_count=proposal.day_count,
        start=debt.balance.as_of,
        charges=remaining_charges(debt, proposal.waive) if promised else ZERO,
        charges_paid=proposal.remaining_charges.value if promised else "spread",
        every=proposal.every.months,
        calendar=Calendar(proposal.holiday_shift.value, frozenset(case.holidays), frozenset(case.workdays)),
    )


def _at(debt: Place, where: Place, problem: Problem) -> Problem:
    """The problem of a plain term at its place in the case."""
    inner: dict[Place, Place] = {("principal",): (*debt, "balance", "principal"), ("holidays",): ("holidays",)}
    return replace(problem, place=inner.get(problem.place, (*debt, *where, *problem.place)))
