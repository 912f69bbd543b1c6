"""What comes off a month before it is shared out: plans confirmed in writing, and contracts that simply go on."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from negotiation_docs.facts import Case, ChargeKind, Debt
from negotiation_docs.figures.fen import ZERO, to_fen, to_yuan, total
from negotiation_docs.figures.governing import governing, plan_in_force, unpaid
from negotiation_docs.figures.kept import kept
from negotiation_docs.figures.performance import performance, served, since_agreed
from negotiation_docs.figures.pledges import Pledge
from negotiation_docs.figures.promised import paid_by_another
from negotiation_docs.figures.proposals import agreed
from negotiation_docs.figures.remaining import promises_charges, remaining_charges
from negotiation_docs.question import worked_out_once


def bound(case: Case, about: str | None = None) -> Mapping[str, Decimal]:
    """{debt id: 元 a month}: the coming instalment of each plan confirmed in writing; 0.00 where none is to come.

    One of a longer interval counts with a month's part of it; a lump sum, or what somebody else pays, takes nothing of
    the month. The debt a paper is ``about`` is left out, as in :func:`figures.kept.kept`. :func:`figures.budget.budget`
    does not deduct these, because what is pledged to each lender is compared with it.
    """
    found = _bound(case)
    return found if about not in found else {name: payment for name, payment in found.items() if name != about}


@worked_out_once
def _bound(case: Case) -> Mapping[str, Decimal]:
    found = {debt.id: _coming(case, debt) for debt in case.debts}
    return {name: payment for name, payment in found.items() if payment is not None}


def paid_first(case: Case, about: str | None = None) -> Mapping[str, Decimal]:
    """{debt id: 元 a month} of every debt that shares nothing, because it is paid as was agreed."""
    return {**kept(case, about), **bound(case, about)}


@worked_out_once
def principal_now(case: Case, debt: Debt) -> Decimal | None:
    """元 of principal: that of the balance, less what the plan in force waives and its payments have repaid."""
    known, schedule = debt.balance.principal, plan_in_force(case, debt)
    if known is None or schedule is None:
        return known
    left, plan = total(each.principal or ZERO for each in governing(case, debt).rows), agreed(debt)
    waived = (plan.waive.principal if plan and plan.waive else None) or ZERO
    return to_yuan(max(0, to_fen(known) - to_fen(schedule.principal) + to_fen(left) - to_fen(waived)))


def owed_now(case: Case, debt: Debt) -> Decimal | None:
    """元 owed in all: :func:`principal_now` and the charges run up that are still to be paid and not disputed.

    Of a plan in force that pays them, what is open of them in it; else all that it does not waive. None where the
    principal is not known.
    """
    principal, plan, schedule = principal_now(case, debt), agreed(debt), plan_in_force(case, debt)
    if principal is None:
        return None
    if plan is None or schedule is None:
        parts = [debt.balance.part(part) for part in ChargeKind if not debt.balance.is_disputed(part)]
        return total((principal, *(part for part in parts if part is not None)))
    if not promises_charges(plan):
        return total((principal, remaining_charges(debt, plan.waive)))
    rows = served(schedule, since_agreed(case, debt))
    return total((principal, *(min(each.row.charges, each.open_charges) for each in rows)))


def late(case: Case, debt: Debt) -> bool | None:
    """Whether a debt that is paid first is behind: an instalment of its plan, or else its contract.

    None where the file does not tell: no payment of an instalment that is over is on record, which does not say that
    none was made, or a settlement was paid after its day, which may cost its reduction.
    """
    plan = agreed(debt)
    if plan_in_force(case, debt) is not None and plan is not None:
        over = [each for each in unpaid(case, debt) if each.due < case.dated]
        if any(each.paid for each in over) or (over and debt.change is not None and debt.change.arrears):
            return True
        found = performance(case, debt)
        paid_late = plan.settlement is not None and found is not None and any(row.late for row in found.rows)
        return None if over or paid_late else False
    return debt.due is not None and debt.due < case.dated


def _coming(case: Case, debt: Debt) -> Decimal | None:
    schedule, plan = plan_in_force(case, debt), agreed(debt)
    if schedule is None or plan is None or debt.settled_by(case.dated):
        return None
    if paid_by_another(debt, plan):
        return ZERO
    parts = Pledge(debt.id, schedule, schedule.first_due).parts()
    return next((parts[each.period] for each in unpaid(case, debt) if each.period and each.due >= case.dated), ZERO)
