"""Schedules of a case: what is proposed, what was agreed, and what a change would make of it."""

from __future__ import annotations

from msgspec.structs import replace

from negotiation_docs.arguments import told
from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Debt, MakeUp, Method, Proposal
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.figures.arrears import ArrearsParts, ahead, arrears
from negotiation_docs.figures.dates import add_months
from negotiation_docs.figures.fen import ZERO, impossible, subtract, total
from negotiation_docs.figures.missing import absent
from negotiation_docs.figures.plans import PlanTerms, plan
from negotiation_docs.figures.proposals import (
    AGREED,
    ALTERNATIVE,
    PROPOSAL,
    agreed,
    changed,
    compute,
    debt_place,
    plan_terms,
    proposed,
)
from negotiation_docs.figures.rows import Group, Row, Schedule

__all__ = ["Group", "PlanTerms", "Row", "Schedule", "agreed_schedule", "changed_schedule", "plan", "schedule"]


@told
@in_our_context
def schedule(case: Case, debt: str | None = None, alternative: bool = False) -> Schedule:
    """The schedule that the case proposes for ``debt`` (its id; may be left out when there is one), in 元.

    ``alternative`` asks for 备选方案. Missing or impossible terms are a FactsError that names all of them.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> [row.payment for row in nd.schedule(case)][-2:]
    [Decimal('1440.35'), Decimal('1440.72')]
    """
    found = case.debt(debt)
    where = ALTERNATIVE if alternative else PROPOSAL
    return compute(case, found, proposed(case, found, alternative=alternative), where)


def agreed_schedule(case: Case, debt: str | None = None) -> Schedule:
    """The schedule of the plan that was agreed (``agreement.terms.plan``, corrected by ``confirmed``)."""
    found = case.debt(debt)
    return compute(case, found, _agreed(case, found), AGREED)


def changed_schedule(case: Case, debt: str | None = None) -> Schedule:
    """The rows from ``change.from_instalment`` on: what the agreed plan leaves, levelled anew on the changed terms.

    Periods keep the numbers of the agreed plan. What earlier instalments lack (:func:`arrears`) is spread over these
    rows, unless it is made up on a day of its own; earlier instalments on which nothing is recorded count as paid. What
    was paid beyond them (:func:`ahead`) is taken off. A single payment falls on ``change.first_due``, or else on the
    last day of the agreed plan.
    """
    found = case.debt(debt)
    before = _agreed(case, found)
    rows = compute(case, found, before, AGREED).instalments
    change, place = found.change, (*debt_place(case, found), "change")
    if change is None:
        raise FactsError([absent(place, "变更申请", "请填写起始期次和要变更的内容")])
    start = change.from_instalment or 0
    if not 1 <= start <= len(rows) or before.first_due is None:
        hint = f"原方案共{len(rows)}期，请填写从第几期起变更"
        raise FactsError([impossible((*place, "from_instalment"), "起始期次不在原方案之内", hint)])
    left = rows[start - 1 :]
    periods = 1 if change.method is Method.BULLET and change.first_due else len(left)  # on the very day that was stated
    after = changed(before.model_copy(update={"periods": periods, "down_payment": None}), change)
    base = plan_terms(case, found, after)
    behind = ArrearsParts(ZERO, ZERO) if isinstance(change.arrears, MakeUp) else arrears(case, found)
    prepaid = ahead(case, found)
    bears_from = rows[start - 2].due if start > 1 else base.start  # what came before bore the interest of its days
    terms = replace(
        base,
        principal=subtract(total((behind.principal, *(row.principal for row in left))), prepaid.principal),
        charges=subtract(
            total((behind.charges, *(row.charges for row in left if base.charges))),
            prepaid.charges if base.charges else ZERO,
        ),
        first_due=change.first_due or add_months(before.first_due, (start - 1) * before.every.months),
        anchor=(change.first_due or before.first_due).day,
        start=bears_from if after.method is Method.BULLET else None,
    )
    result = plan(terms)
    return replace(result, rows=tuple(replace(row, period=row.period + start - 1) for row in result.rows))


def _agreed(case: Case, debt: Debt) -> Proposal:
    found = agreed(debt)
    if found is None:
        place = (*debt_place(case, debt), *AGREED)
        hint = "按原方案写 true" if debt.proposal else "先把谈妥的方案写进“还款方案”（proposal），再在这里写 true"
        raise FactsError([impossible(place, "没有写明协商结果的分期安排", hint)])
    return found
