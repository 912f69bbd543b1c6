"""Names about the debt: the contract, where it stands, what is owed."""

from __future__ import annotations

from decimal import Decimal

from negotiation_docs.facts import Balance
from negotiation_docs.figures.deferral import Deferred, deferred
from negotiation_docs.views import arrears, asked, owed, repaid
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.paper import telling
from negotiation_docs.views.providers.people import creditor
from negotiation_docs.views.told import Told


def contract(matter: Matter) -> Told:
    """The original contract as the file states it."""
    return Told(matter.debt.contract, matter.of(telling))


def debt(matter: Matter) -> arrears.DebtView:
    """Due date and overdue days."""
    return arrears.arrears(matter.case, matter.debt)


def balance(matter: Matter) -> owed.Owed | None:
    """What is owed; None where nothing is known."""
    return owed.owed(matter.debt.balance, matter.of(creditor).penalty, matter.voice)


def principal(matter: Matter) -> Decimal | str:
    """The principal in 元; a placeholder in a draft."""
    known = matter.debt.balance.principal
    return known if known is not None else matter.voice.gap(Balance, "principal")


def disputed(matter: Matter) -> bool:
    """Whether the principal, and with it everything, is in dispute."""
    return "principal" in owed.disputed_names(matter.debt.balance)


def charges(matter: Matter) -> owed.Charges:
    """Interest, penalty and fees run up so far."""
    return owed.charges(matter.debt, matter.of(creditor).penalty, matter.voice)


def paid_later(matter: Matter) -> repaid.Repaid | None:
    """The payments since the day of the balance where they are many."""
    return repaid.paid_later(matter.debt)


def performed(matter: Matter) -> tuple[repaid.Performed, ...]:
    """What was paid under each arrangement before the enforcement that goes on."""
    return repaid.performed(matter.case, matter.debt)


def wanted(matter: Matter) -> tuple[str, ...]:
    """The papers asked of the creditor, by name: what the file lists, else what fits the kind of creditor."""
    return asked.wanted(matter.case, matter.debt)


def hold(matter: Matter) -> asked.Hold:
    """While the account is checked."""
    return asked.hold(matter.case)


def waive(matter: Matter) -> tuple[owed.LabelledPart, ...]:
    """What the proposal asks to be waived."""
    return owed.waived(matter.debt, matter.of(creditor).penalty, matter.voice)


def waiver(matter: Matter) -> owed.Waived | None:
    """The waiver beside what is owed; None while a part of that is not known."""
    return owed.waiving(matter.debt)


def excess(matter: Matter) -> owed.Excess | None:
    """How far the claimed charges are above the rate that courts look at; None where they are not, or nobody knows."""
    return owed.excess(matter.debt)


def dear(matter: Matter) -> tuple[owed.Dear, ...]:
    """The rates agreed with a private lender that are above four times the LPR, where the excess is not computed."""
    return owed.dear(matter.debt)


def deferral(matter: Matter) -> Deferred | None:
    """The deferral that is asked for, with the interest of the time in between."""
    return deferred(matter.case, matter.debt)
