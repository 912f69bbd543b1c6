"""From the case file's proposals to plain plan terms: partial plans inherit, missing facts are named all at once."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import (
    Case,
    Debt,
    Method,
    Part,
    PartialPlan,
    Proposal,
    RemainingCharges,
    Waiver,
)
from negotiation_docs.figures.dates import Calendar
from negotiation_docs.figures.money import ZERO, to_fen, to_yuan
from negotiation_docs.figures.plans import PlanTerms, plan, settlement
from negotiation_docs.figures.rows import Schedule

RATE_MAY_BE_LEFT_OUT = (Method.INTEREST_FREE, Method.STEPPED)
CHARGES = (Part.INTEREST, Part.PENALTY, Part.FEES)
INSTALMENT_TERMS = {"method", "periods", "steps", "first_due"}


def debt_path(case: Case, debt: Debt) -> str:
    """``debts[0]``: where this debt stands in the file."""
    return next(f"debts[{place}]" for place, other in enumerate(case.debts) if other is debt)


def proposed(case: Case, debt: Debt, *, alternative: bool = False) -> Proposal:
    """The proposal of ``debt``, or its alternative; a FactsError where the file has none."""
    if debt.proposal is None:
        path = f"{debt_path(case, debt)}.proposal"
        raise FactsError([Problem("error", path, "缺少还款方案", "请填写还款方式、期数和首期还款日", "plan")])
    if not alternative:
        return debt.proposal
    if debt.proposal.alternative is None:
        path = f"{debt_path(case, debt)}.proposal.alternative"
        raise FactsError([Problem("error", path, "没有备选方案", "请填写与首选方案不同之处，如 {periods: 48}", "plan")])
    return changed(debt.proposal, debt.proposal.alternative)


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
    if debt.agreement is None or debt.proposal is None:
        return None
    terms = debt.agreement.in_force
    if terms.plan is None:
        return None
    result = debt.proposal
    if terms.plan == "alternative" and result.alternative is not None:
        result = changed(result, result.alternative)
    elif isinstance(terms.plan, PartialPlan):
        result = changed(result, terms.plan)
    return result if terms.waive is None else result.model_copy(update={"waive": terms.waive})


def compute(case: Case, debt: Debt, proposal: Proposal) -> Schedule:
    """The schedule of one proposal; problems carry the path of the debt."""
    path = debt_path(case, debt)
    missing = list(_missing(debt, proposal, path))
    if missing:
        raise FactsError(missing)
    try:
        if proposal.settlement is not None:
            rest = remaining_principal(debt, proposal.waive)
            return settlement(rest, remaining_charges(debt, proposal.waive), proposal.settlement.pay_by)
        return plan(plan_terms(case, debt, proposal))
    except FactsError as error:
        raise FactsError(_at(path, problem) for problem in error.problems) from None


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
        calendar=Calendar(proposal.holiday_shift.value, frozenset(case.holidays), frozenset(case.workdays)),
    )


def promises_charges(proposal: Proposal) -> bool:
    """Whether the plan itself pays the charges that are not waived."""
    return proposal.settlement is not None or proposal.remaining_charges is not RemainingCharges.TO_BE_AGREED


def remaining_charges(debt: Debt, waive: Waiver | None) -> Decimal:
    """元 of known interest, penalty and fees less what is asked to be waived of each."""
    return to_yuan(sum(_rest(debt, waive, part) for part in CHARGES))


def remaining_principal(debt: Debt, waive: Waiver | None) -> Decimal:
    """元 of principal less what is asked to be waived of it."""
    return to_yuan(_rest(debt, waive, Part.PRINCIPAL))


def _rest(debt: Debt, waive: Waiver | None, part: Part) -> int:
    return to_fen(debt.balance.part(part) or ZERO) - to_fen(waive.part(part) if waive else ZERO)


def _at(path: str, problem: Problem) -> Problem:
    """The problem of a plain term at its place in the file."""
    inner = {"principal": f"{path}.balance.principal", "holidays": "holidays"}
    where = inner.get(problem.path, f"{path}.proposal.{problem.path}")
    return Problem(problem.severity, where, problem.message, problem.hint, problem.rule)


def _missing(debt: Debt, proposal: Proposal, path: str) -> Iterator[Problem]:
    def absent(where: str, what: str, hint: str) -> Problem:
        return Problem("error", f"{path}.{where}", f"缺少{what}", hint, "plan")

    if debt.balance.principal is None:
        yield absent("balance.principal", "本金", "还款方案以本金为基数，请按账单填写；不清楚的先申请欠款明细")
    if promises_charges(proposal) and all(debt.balance.part(part) is None for part in CHARGES):
        yield absent("balance.interest", "利息、违约金等息费", "方案要付清息费，须写明金额；没有的写 0.00")
    for part in Part:
        if (known := debt.balance.part(part)) is not None and proposal.waive and proposal.waive.part(part) > known:
            message = f"请求减免的{part.label}多于所欠的{part.label}"
            yield Problem("error", f"{path}.proposal.waive.{part.value}", message, "请按账单核对减免金额", "waive")
    if proposal.settlement is None:
        yield from (absent(f"proposal.{key}", what, hint) for key, what, hint in _missing_terms(debt, proposal))


def _missing_terms(debt: Debt, proposal: Proposal) -> Iterator[tuple[str, str, str]]:
    method = proposal.method
    if method is None:
        yield "method", "还款方式", "如 免息等额分期（interest_free）"
    if proposal.first_due is None:
        yield "first_due", "首期还款日", "如 2026-12-25，其后每月同日还款"
    if proposal.periods is None and not proposal.steps and method is not Method.BULLET:
        yield "periods", "期数", "如 60"
    if proposal.annual_rate is None and method and method not in RATE_MAY_BE_LEFT_OUT:
        yield "annual_rate", "年利率", "请填写方案本身的年利率；免息写 0"
