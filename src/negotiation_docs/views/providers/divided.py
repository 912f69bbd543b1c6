"""Names about the division among creditors, and about a credit record in dispute."""

from __future__ import annotations

from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.facts import Dispute
from negotiation_docs.views import disputing, dividing, people
from negotiation_docs.views import reporting as reports
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered


def division(matter: Matter) -> dividing.Division | None:
    """The division of what is left each month; with the names of the creditors only in a paper of one's own."""
    named = matter.order.kind.audience == "internal"
    return dividing.division(matter.case, matter.debt, matter.voice, named=named)


def objection(matter: Matter) -> disputing.Objection | None:
    """The objection to a credit record; None without one."""
    return disputing.objection(matter.debt, matter.of(numbered), matter.voice)


def identity(matter: Matter) -> people.Identity | None:
    """The document in full, for the papers that identify the borrower; None for all others."""
    return people.identity(matter.case, matter.voice) if "identifies" in matter.order.kind.traits else None


def objected(matter: Matter) -> disputing.Objected | None:
    """What came of the objection; None where none was made."""
    return disputing.objected(matter.case, matter.debt, kinds(matter.order.folder), matter.voice)


def reporting(matter: Matter) -> reports.Reporting | None:
    """What was agreed on credit reporting, and promised of the record and not done; None without either."""
    return reports.reporting(matter.case, matter.debt, matter.voice)


def credit_branch(matter: Matter) -> str:
    """The branch of the People's Bank that takes a complaint; a placeholder in a draft."""
    named = matter.debt.dispute.branch if matter.debt.dispute else None
    return matter.voice.name(named) if named else matter.voice.gap(Dispute, "branch")
