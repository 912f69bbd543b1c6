"""Debts whose contract simply goes on: nothing is asked for, so that it takes its payment before anything is shared."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from negotiation_docs.facts import Case, CreditorKind, Debt
from negotiation_docs.figures.fen import ZERO, total
from negotiation_docs.figures.household_month import household_month
from negotiation_docs.figures.original_contract import contract_payments, payments_left
from negotiation_docs.question import worked_out_once

_WHOLE = frozenset({CreditorKind.TRANSFEREE, CreditorKind.GUARANTOR, CreditorKind.INSURER})
"""Who bought the debt or paid it for the borrower claims all of it."""


def kept(case: Case, about: str | None = None) -> Mapping[str, Decimal]:
    """{debt id: 元 a month}: what the contract takes next, of each debt that goes on and has no proposal.

    A deferral puts off a payment or some, and the contract goes on. A debt goes on while it is not yet due, or where
    its contract tells payments after the day of the letters and nothing says that the whole is claimed: of such a
    loan only what was missed is overdue. Where income does not pay for all that goes on, a loan that was missed and
    is not secured is not paid on: its own letter asks to suspend it. It shares nothing out: what it takes comes off
    before, as with ``other_debts``. The debt a paper is ``about`` is never among them, as that paper asks for another
    treatment of it. Where the contract of a debt not yet due does not tell what it takes each month (a card, one sum
    at the end), that is 0.00, and ``check`` says so. Empty while nothing is shared out, as no other debt is asked
    about.
    """
    found = going_on(case)
    if about in found:
        found = {name: payment for name, payment in found.items() if name != about}
    return found if len(found) < len(unsettled(case)) else {}


def all_go_on(case: Case) -> bool:
    """Whether each of several debts goes on, so that every letter takes the others' payments off and shares nothing."""
    still = unsettled(case)
    return len(still) > 1 and len(going_on(case)) == len(still)


def unpriced(case: Case, about: str | None = None) -> frozenset[str]:
    """The debts among :func:`kept` whose contract does not tell what it takes a month: 0.00 stands for not known."""
    known = {debt.id for debt in case.debts if payments_left(debt)}
    return frozenset(name for name, payment in kept(case, about).items() if not payment and name not in known)


def deferring(case: Case, about: str | None = None) -> frozenset[str]:
    """The debts among :func:`kept` of which a payment is asked to be put off, and no talk has settled that yet."""
    asked = (debt for debt in case.debts if debt.deferral is not None and debt.agreement is None)
    return frozenset(debt.id for debt in asked) & frozenset(kept(case, about))


@worked_out_once
def unsettled(case: Case) -> tuple[Debt, ...]:
    """The debts that are not paid off on the day of the letters."""
    return tuple(debt for debt in case.debts if not debt.settled_by(case.dated))


@worked_out_once
def going_on(case: Case) -> Mapping[str, Decimal]:
    """{debt id: 元 a month} of every debt whose contract goes on, also where nothing is shared out."""
    asked = {debt.id: _asked_of(case, debt) for debt in unsettled(case)}
    found = {name: payment for name, payment in asked.items() if payment is not None}
    missed = [debt for debt in unsettled(case) if debt.deferral is None and debt.due and debt.due < case.dated]
    idle = {debt.id for debt in missed if not _paid_on(case, debt, found)}
    return {name: payment for name, payment in found.items() if name not in idle}


def _asked_of(case: Case, debt: Debt) -> Decimal | None:
    """元 a month that the contract takes; None where it does not go on, or something else is asked for or agreed."""
    contract = debt.contract
    if debt.proposal is not None or _agreed_otherwise(case, debt) or debt.due is None or contract.accelerated:
        return None
    if debt.due >= case.dated:
        left = payments_left(debt)
        if len(left) > 1:
            return left[0][1]
        return ZERO if left else _unless_all(debt, contract.payment or _put_off(debt))
    if debt.litigation or debt.creditor.kind in _WHOLE:
        return None
    return _still_taken(case, debt)


def _agreed_otherwise(case: Case, debt: Debt) -> bool:
    """Whether a talk settled something else than to put off a payment: that alone leaves the contract as it is.

    Where a payment of the contract was missed since, and no plan was agreed to, it goes on as well.
    """
    agreement = debt.agreement
    if agreement is None or agreement.in_force.plan is not None:
        return agreement is not None
    missed_since = debt.due is not None and agreement.day < debt.due < case.dated
    return debt.deferral is None and not missed_since


def _unless_all(debt: Debt, payment: Decimal) -> Decimal:
    """``payment``, or 0.00 where it pays off all of the principal: one sum is no monthly payment."""
    principal = debt.balance.principal
    return ZERO if principal is not None and payment >= principal else payment


def _put_off(debt: Debt) -> Decimal:
    """The instalment that is to be put off, of a contract in instalments that does not tell them otherwise."""
    asked = debt.deferral
    by_instalments = (debt.contract.periods or 0) > 1 or (asked is not None and asked.instalment is not None)
    return asked.amount or ZERO if asked is not None and by_instalments else ZERO


def _paid_on(case: Case, debt: Debt, payments: Mapping[str, Decimal]) -> bool:
    """Whether a loan that was missed is paid on: income carries all these ``payments``, or its security is at stake.

    Where income leaves nothing after what is needed to live, none is.
    """
    month = household_month(case)
    if month is None or month.disposable >= total(payments.values()):
        return True
    return bool(debt.contract.security) and not month.nothing_left


def _still_taken(case: Case, debt: Debt) -> Decimal | None:
    """The next payment of a contract that goes on although one was missed; None where none is told."""
    contract, ahead = debt.contract, [paid for day, paid in payments_left(debt) if day >= case.dated]
    if len(ahead) > 1:
        return ahead[0]
    lasts = contract.ends is not None and contract.ends > case.dated
    return contract.payment if lasts and not contract_payments(contract) else None
