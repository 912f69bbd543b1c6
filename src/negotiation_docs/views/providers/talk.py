"""Names about what was said, and what was understood."""

from __future__ import annotations

from datetime import date, datetime, time

from msgspec.structs import replace

from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.facts import Debt
from negotiation_docs.facts.debt import confirmation
from negotiation_docs.figures.proposals import as_agreed
from negotiation_docs.standing.renewal import renewal
from negotiation_docs.views import causes, exhibits, offer, recounting, renewing, settling, talks
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.providers.hardship import budget
from negotiation_docs.views.providers.people import creditor
from negotiation_docs.views.providers.plan import plan


def contacts(matter: Matter) -> tuple[recounting.ContactView, ...]:
    """The talks up to the day of the paper."""
    return recounting.contacts(matter.case, matter.debt, kinds(matter.order.folder), matter.voice)


def disturbed(matter: Matter) -> tuple[recounting.ContactView, ...]:
    """The talks in which the other side turned to somebody else than the borrower."""
    others = (one for one in matter.of(contacts) if one.incoming and one.contacted != "self")
    return tuple(replace(one, previous=None) for one in others)


def later_contacts(matter: Matter) -> tuple[recounting.ContactView, ...]:
    """The talks since the one in which the agreement was reached; none without one."""
    reached = matter.debt.agreed_in
    if reached is None:
        return ()
    return recounting.contacts(matter.case, matter.debt, kinds(matter.order.folder), matter.voice, after=reached.moment)


def since_confirmed(matter: Matter) -> tuple[recounting.ContactView, ...]:
    """The talks since the day on which the agreement was confirmed in writing; none before that."""
    confirmed = confirmation(matter.debt)
    if confirmed is None:
        return ()
    day = datetime.combine(confirmed.date, time.max)
    return recounting.contacts(matter.case, matter.debt, kinds(matter.order.folder), matter.voice, after=day)


def talk(matter: Matter) -> talks.Talk | None:
    """The talk in which the agreement was reached."""
    return talks.talk(matter.debt, matter.case.dated, matter.voice)


def talk_backing(matter: Matter) -> exhibits.Backing:
    """Records of what was talked about; those of an agreement before are told with it."""
    items, agreement = matter.of(numbered), matter.debt.agreement
    before = {name for one in (agreement.earlier if agreement else ()) for name in one.evidence}
    return exhibits.backing([name for name in exhibits.on_talks(items) if name not in before], items)


def _told(matter: Matter) -> Debt:
    """The debt with its agreement as the paper tells it: what both sign is what was confirmed in writing, if it was."""
    agreement = matter.debt.agreement
    binds = "binds" in matter.order.kind.traits
    if agreement is None or not binds or not matter.debt.confirmed_by(matter.case.dated):
        return matter.debt
    terms, listed = agreement.in_force, agreement.unclear
    open_ = None if listed is None else tuple(name for name in listed if getattr(terms, name, None) is None)
    told = agreement.model_copy(update={"terms": terms, "unclear": open_})
    return matter.debt.model_copy(update={"agreement": told})


def agreed(matter: Matter) -> offer.Plan | None:
    """The plan that was spoken of."""
    return talks.agreed(matter.case, matter.of(_told), matter.of(budget), matter.voice)


def agreed_settlement(matter: Matter) -> settling.Payoff | None:
    """The settlement that was spoken of, with the waiver that was."""
    agreement = matter.of(_told).agreement
    chosen = as_agreed(matter.debt.proposal, agreement.terms) if agreement else None
    return settling.payoff(matter.case, matter.debt, chosen, matter.voice)


def terms(matter: Matter) -> tuple[talks.Term, ...]:
    """What was understood, term by term."""
    return talks.terms(matter.of(_told), matter.of(creditor).penalty, matter.voice)


def unclear(matter: Matter) -> tuple[talks.Term, ...]:
    """What is to be cleared up."""
    told = matter.of(_told)
    return talks.unclear(told.agreement, told, matter.of(creditor).penalty, matter.voice)


def reply_by(matter: Matter) -> date | None:
    """The day until which a reply is hoped for; nobody asks for one by a day that is past."""
    by = matter.debt.agreement.reply_by if matter.debt.agreement else None
    return by if by is not None and by >= matter.case.dated else None


def renewed(matter: Matter) -> renewing.Renewed | None:
    """The refusal that was the last word, and how the plan of now differs from the one refused."""
    return renewing.renewed(
        matter.case, matter.debt, matter.of(contacts), matter.of(plan), matter.of(budget), matter.voice
    )


def recent_causes(matter: Matter) -> tuple[causes.CauseView, ...]:
    """The causes since the refusal that was the last word; none without one."""
    found = renewal(matter.case, matter.debt)
    return causes.causes(matter.case, matter.debt, matter.of(numbered), matter.voice, since=found.eve) if found else ()
