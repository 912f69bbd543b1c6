"""Names about who writes and who reads."""

from __future__ import annotations

from negotiation_docs.facts import AgentKind
from negotiation_docs.views import exhibits, people
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.providers.paper import telling
from negotiation_docs.views.told import Told


def applicant(matter: Matter) -> people.Applicant:
    """The borrower's head and contact block."""
    return people.applicant(matter.case, matter.voice)


def creditor(matter: Matter) -> people.Reader:
    """The lender as addressed."""
    return people.reader(matter.debt, matter.voice)


def account(matter: Matter) -> people.Account:
    """What the debt is called."""
    return people.account(matter.debt, matter.voice)


def siblings(matter: Matter) -> tuple[people.Account, ...]:
    """Other accounts with the same lender, each dealt with in a letter of its own."""
    return people.siblings(matter.case, matter.debt, matter.voice)


def account_backing(matter: Matter) -> exhibits.Backing:
    """What is enclosed about the account."""
    items = matter.of(numbered)
    return exhibits.backing(exhibits.on_account(matter.debt, items), items)


def agent(matter: Matter) -> Told | None:
    """Who acts for the borrower, in the papers that appoint them; None in all others, and without one."""
    one = matter.case.borrower.agent
    return Told(one, matter.of(telling)) if one and "appoints" in matter.order.kind.traits else None


def representative(matter: Matter) -> Told | None:
    """Who deals with this lender for the borrower; None where nobody does, or where the agent acts in another suit."""
    one, elsewhere = matter.case.borrower.agent, any(debt.litigation for debt in matter.case.debts)
    if one is None or (one.until is not None and one.until < matter.case.dated):
        return None
    return None if elsewhere and matter.debt.litigation is None else Told(one, matter.of(telling))


def agent_in_court(matter: Matter) -> bool:
    """Whether the agent acts in a suit, so that the court receives the authority."""
    suit = matter.debt.litigation
    return suit is not None and suit.has_agent


def aid_office(matter: Matter) -> str:
    """The legal aid office that already acts for the borrower; empty where the file names none."""
    one = matter.case.borrower.agent
    return matter.voice.name(one.organisation) if one and one.kind is AgentKind.LEGAL_AID else ""
