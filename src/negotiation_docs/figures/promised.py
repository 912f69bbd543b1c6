"""What is pledged to each creditor: the schedule the borrower is held to, and what it is paid out of."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.errors import FactsError, Place
from negotiation_docs.facts import Case, ChargeKind, Debt, PartyRole, Payment, Proposal, RemainingCharges
from negotiation_docs.figures.pledges import Pledge
from negotiation_docs.figures.proposals import PROPOSAL, agreed, compute, other_source
from negotiation_docs.question import worked_out_once


def pledge(case: Case, debt: Debt, plan: Proposal, where: Place = PROPOSAL) -> Pledge:
    """``plan``, which stands at ``where``, as a pledge to the creditor of ``debt``; FactsError where none follows."""
    schedule = compute(case, debt, plan, where)
    first_due = plan.first_due or schedule.first_due
    return Pledge(debt.id, schedule, first_due, other_source(plan), paid_by_another(debt, plan))


def pledged(case: Case, own: Pledge | None = None) -> Iterator[Pledge]:
    """The pledges to all creditors, in the order of the file; ``own`` stands in for its debt's.

    A plan that cannot be computed is left out: it is reported with its own debt.
    """
    for debt in case.debts:
        found = own if own is not None and debt.id == own.debt else _pledge_of(case, debt)
        if found is not None:
            yield found


@worked_out_once
def _pledge_of(case: Case, debt: Debt) -> Pledge | None:
    plan = held_to(case, debt)
    if debt.settled_by(case.dated) or plan is None:
        return None
    try:
        return pledge(case, debt, plan)
    except FactsError:
        return None


def held_to(case: Case, debt: Debt) -> Proposal | None:
    """What the borrower is bound to pay: the plan confirmed, else accepted in a talk, else what is proposed."""
    bound = debt.confirmed_by(case.dated) or debt.accepted_by(case.dated)
    return (agreed(debt) if bound else None) or debt.proposal


def agreed_instead(case: Case, debt: Debt) -> Proposal | None:
    """The plan that the creditor agreed to in place of the proposed one; None where it is that, or none."""
    plan, asked = held_to(case, debt), debt.proposal
    if plan is None or asked is None:
        return None
    return plan if _alone(plan) != _alone(asked) else None


def not_taken_off(debt: Debt) -> tuple[Payment, ...]:
    """What was paid after the day of the balance and before the agreement: its plan counts from what held it still."""
    as_of, agreement = debt.balance.as_of, debt.agreement
    if as_of is None or agreement is None or debt.balance.principal is None or agreed(debt) is None:
        return ()
    return tuple(one for one in debt.payments if as_of < one.date < agreement.day)


def counts_from_balance(case: Case, debt: Debt) -> bool:
    """Whether a plan that was agreed to, in a talk or in writing, is still computed from the balance of the file."""
    bound = debt.confirmed_by(case.dated) or debt.accepted_by(case.dated)
    return bound and not debt.settled_by(case.dated)


def _alone(plan: Proposal) -> Proposal:
    """Without the alternative: of two that are offered, one is agreed to."""
    return plan.model_copy(update={"alternative": None})


def paid_by_another(debt: Debt, plan: Proposal) -> bool:
    """Whether somebody else pays ``plan``: a payer who consents to it, out of a source that it names."""
    payers = (party for party in debt.parties if party.role is PartyRole.PAYER and party.consents)
    return any(payers) and other_source(plan) != ""


def disputed_in_plan(debt: Debt) -> tuple[ChargeKind, ...]:
    """The charges in dispute that the proposal promises to pay all the same; no paper tells such a plan."""
    proposal = debt.proposal
    if proposal is None or proposal.remaining_charges is RemainingCharges.TO_BE_AGREED:
        return ()
    return tuple(part for part in ChargeKind if debt.balance.is_disputed(part))
