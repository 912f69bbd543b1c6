"""Names about a proceeding: the borrower as a party, and the form of the answer; only for papers that go to a court."""

from __future__ import annotations

from negotiation_docs.views.court import belongings, form, objection, parties
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.providers.people import creditor


def litigant(matter: Matter) -> parties.Litigant | None:
    """The borrower in full, for the papers that identify the borrower to a court; None for all others."""
    if matter.order.kind.audience != "court":
        return None
    return parties.litigant(matter.case, matter.debt, matter.voice)


def court_papers(matter: Matter) -> tuple[parties.DatedPaper, ...]:
    """The other papers of the court in hand that state a day; none without a proceeding."""
    return parties.court_papers(matter.case, matter.debt, matter.voice)


def court_form(matter: Matter) -> form.CourtForm | None:
    """The form of the answer; None while the file tells of no proceeding."""
    return form.court_form(matter.case, matter.debt, matter.of(creditor).penalty, matter.voice)


def order_objection(matter: Matter) -> objection.OrderObjection | None:
    """The items of a payment order that are objected to; None without a proceeding."""
    return objection.order_objection(matter.case, matter.debt, matter.of(creditor).penalty, matter.voice)


def property_report(matter: Matter) -> belongings.PropertyReport | None:
    """The property by class for the court that enforces; None without a proceeding or anything told of means."""
    return belongings.property_report(matter.case, matter.debt, matter.of(numbered), matter.voice)
