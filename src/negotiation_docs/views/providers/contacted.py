"""Names about the talks as a log, the answer that is waited for, the step above, and the points that were agreed."""

from __future__ import annotations

from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.facts import Escalation
from negotiation_docs.standing import ladder, standing
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.views import checking, enquiring, escalating, withdrawing
from negotiation_docs.views import incidents as happened
from negotiation_docs.views import log as logs
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.debt import disputed
from negotiation_docs.views.providers.evidence import cover
from negotiation_docs.views.providers.hardship import budget
from negotiation_docs.views.providers.people import creditor


def reserved(matter: Matter) -> bool:
    """Whether a paper that only asks says that it admits nothing: an old, disputed or sued debt."""
    now = standing(matter.case, matter.debt)
    return now.old or now.disputed or now.in_court


def checking_only(matter: Matter) -> bool:
    """Whether nothing may be said of paying: an old or sued debt, or one whose principal is in dispute."""
    now = standing(matter.case, matter.debt)
    return now.old or now.in_court or matter.of(disputed)


def negotiated(matter: Matter) -> bool:
    """Whether there is a negotiation: talks, an offer, or a letter that this goes with; a suit alone is none."""
    debt = matter.debt
    told = debt.contacts or debt.proposal or debt.agreement or matter.of(cover)
    return debt.litigation is None or bool(told)


def log(matter: Matter) -> logs.Log | None:
    """Every talk up to the day of the paper; None before the first."""
    numbers = matter.order.numbers.talks if matter.order.numbers else None
    return logs.log(matter.case, matter.debt, kinds(matter.order.folder), matter.voice, numbers)


def incidents(matter: Matter) -> tuple[happened.Incident, ...]:
    """The contacts that a clerk is asked to check, in order of time; none before the first talk."""
    found = matter.of(log)
    return happened.incidents(held(matter.case, matter.debt), found.entries) if found else ()


def enquiry(matter: Matter) -> enquiring.Enquiry | None:
    """What was handed in last; None where nothing was."""
    return enquiring.enquiry(matter.case, matter.debt, kinds(matter.order.folder), matter.voice)


def escalation(matter: Matter) -> escalating.Step | None:
    """The next step of a complaint; None above the last."""
    return escalating.step(matter.case, matter.debt, matter.voice)


def agreed_points(matter: Matter) -> checking.Sheet | None:
    """The agreement point by point; None without one."""
    penalty, means = matter.of(creditor).penalty, matter.of(budget)
    return checking.sheet(matter.case, matter.debt, penalty, means, matter.voice)


def mediator(matter: Matter) -> str:
    """Who mediates; a placeholder in a draft."""
    named = ladder.mediator(matter.debt)
    return matter.voice.name(named) if named else matter.voice.gap(Escalation, "addressee")


def complaint(matter: Matter) -> withdrawing.Complaint | None:
    """The complaint that was given a number; None without one."""
    return withdrawing.complaint(matter.case, matter.debt, kinds(matter.order.folder), matter.voice)
