"""Names about the debt: the contract, where it stands, what is owed."""

from __future__ import annotations

from decimal import Decimal

from negotiation_docs.facts import Balance
from negotiation_docs.views import arrears, owed
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


def waive(matter: Matter) -> tuple[owed.LabelledPart, ...]:
    """What the proposal asks to be waived."""
    return owed.waived(matter.debt, matter.of(creditor).penalty, matter.voice)
