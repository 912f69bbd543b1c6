"""Names about a plan that was confirmed: how it was kept, and what is asked to be changed."""

from __future__ import annotations

from decimal import Decimal

from negotiation_docs.figures.proposals import agreed
from negotiation_docs.views import causes as told
from negotiation_docs.views import exhibits, offer, owed, performing, replacing, settling
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.providers.hardship import budget
from negotiation_docs.views.providers.people import creditor


def kept(matter: Matter) -> performing.Kept | None:
    """How the confirmed plan was kept."""
    return performing.kept(matter.case, matter.debt)


def in_force(matter: Matter) -> offer.Plan | None:
    """The plan as confirmed in writing."""
    return performing.in_force(matter.case, matter.debt, matter.of(budget), matter.voice)


def payoff(matter: Matter) -> settling.Payoff | None:
    """The one-off settlement as confirmed in writing."""
    return settling.payoff(matter.case, matter.debt, agreed(matter.debt), matter.voice)


def granted(matter: Matter) -> tuple[owed.LabelledPart, ...]:
    """What is waived by the agreement in force, part by part; nothing where it says nothing of it."""
    terms = matter.debt.agreement.in_force if matter.debt.agreement else None
    penalty = matter.of(creditor).penalty
    return owed.waiver_parts(terms.waive, matter.debt.balance, penalty, matter.voice) if terms else ()


def after_change(matter: Matter) -> offer.Plan | None:
    """The rest of the plan as the change would make it."""
    return performing.after_change(matter.case, matter.debt, matter.of(budget), matter.voice)


def change_runs(matter: Matter) -> tuple[performing.ChangedRun, ...]:
    """Old and new instalments side by side."""
    return performing.change_runs(matter.case, matter.debt)


def coming_share(matter: Matter) -> str:
    """What the next instalment takes of what is left each month."""
    return performing.coming_share(matter.of(coming_monthly), matter.of(in_force))


def coming_monthly(matter: Matter) -> Decimal | None:
    """What the next instalment takes of each month of its interval."""
    return performing.coming_monthly(matter.of(kept), matter.of(in_force))


def payment_backing(matter: Matter) -> exhibits.Backing:
    """The vouchers of the payments up to the day of the paper."""
    paid = [one for one in matter.debt.payments if one.date <= matter.case.dated]
    return exhibits.backing(tuple(dict.fromkeys(id_ for one in paid for id_ in one.evidence)), matter.of(numbered))


def replaced(matter: Matter) -> tuple[replacing.Replaced, ...]:
    """The earlier agreements that this one takes the place of, the last one first."""
    return replacing.replaced(matter.debt, matter.of(numbered), matter.voice)


def new_causes(matter: Matter) -> tuple[told.CauseView, ...]:
    """The causes since the agreement."""
    return told.causes(matter.case, matter.debt, matter.of(numbered), matter.voice, since=told.agreed_on(matter.debt))
