"""Names about why the debt is not paid as agreed, and what is left each month."""

from __future__ import annotations

from datetime import date

from negotiation_docs.facts import Cause
from negotiation_docs.standing import standing
from negotiation_docs.views import causes as told
from negotiation_docs.views import exhibits, means, owed
from negotiation_docs.views import statement as page
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers.evidence import numbered
from negotiation_docs.views.providers.paper import telling
from negotiation_docs.views.told import Told
from negotiation_docs.words.formats import FILTERS


def causes(matter: Matter) -> tuple[told.CauseView, ...]:
    """The causes, real ones first."""
    return told.causes(matter.case, matter.debt, matter.of(numbered), matter.voice)


def hardships(matter: Matter) -> tuple[told.CauseView, ...]:
    """The real causes alone: a court, a mediator or an office for aid is told of no fault that nobody asked about."""
    real = [cause.cause.value for cause in matter.case.hardship if cause.cause.is_hardship]
    return tuple(cause for cause in matter.of(causes) if cause.name in real)


def cause_backing(matter: Matter) -> exhibits.Backing:
    """What is enclosed about the causes, and named by none of them."""
    items = matter.of(numbered)
    return exhibits.backing(exhibits.on_causes(matter.case, matter.debt, items), items)


def means_backing(matter: Matter) -> exhibits.Backing:
    """What is enclosed about the income, and named by no line of it."""
    items = matter.of(numbered)
    return exhibits.backing(exhibits.on_means(matter.case, matter.debt, items), items)


def unproved(matter: Matter) -> tuple[str, ...]:
    """The causes that rest on the borrower's word alone: by name, or by day where the name tells nothing apart."""
    told_of = matter.of(causes)
    names = [cause.name for cause in told_of]
    alone = {name for name in names if names.count(name) == 1 and name != Cause.OTHER.value}
    words = matter.voice.words
    return tuple(
        cause.label
        if cause.name in alone
        else words.phrases["dated_cause" if cause.since else "other_cause"].format(
            cause=cause.label if cause.name != Cause.OTHER.value else words.phrases["some_cause"],
            day=FILTERS[matter.voice.lang]["date"](cause.since) if cause.since else "",
        )
        for cause in told_of
        if cause.backing.own_statement
    )


def updates(matter: Matter) -> tuple[Told, ...]:
    """What changed of late, up to the day of the paper."""
    return tuple(Told(one, matter.of(telling)) for one in told.updates(matter.case))


def later_updates(matter: Matter) -> tuple[Told, ...]:
    """What changed since the agreement; all of it without one."""
    since = told.agreed_on(matter.debt)
    return tuple(Told(one, matter.of(telling)) for one in told.updates(matter.case, since=since))


def oversight(matter: Matter) -> bool:
    """Whether nothing but an oversight or poor planning is given."""
    return matter.case.oversight_only


def apology(matter: Matter) -> bool:
    """Only for what is overdue, and never about an amount in dispute."""
    case, debt = matter.case, matter.debt
    overdue = standing(case, debt).past_due is True
    return case.choices.apology and overdue and "principal" not in owed.disputed_names(debt.balance)


def measures(matter: Matter) -> tuple[str, ...]:
    """What has been done so far, as it follows 本人."""
    return tuple(map(matter.voice.measure, matter.case.measures))


def measures_known(matter: Matter) -> bool:
    """Whether every measure can stand in a sentence of this language."""
    return all(matter.voice.translated(words) for words in matter.case.measures)


def budget(matter: Matter) -> means.Means | None:
    """Income, spending and what is left; None where income is not stated."""
    return means.means(matter.case, matter.debt, matter.of(numbered), matter.voice)


def statement(matter: Matter) -> page.Statement | None:
    """The financial statement line by line; None where income is not stated."""
    return page.statement(matter.case, matter.debt, matter.of(budget), matter.of(numbered), matter.voice)


def review(matter: Matter) -> date | None:
    """The last day on which a cause is expected to end, if that is still to come."""
    dated = matter.case.dated
    return max((c.until for c in matter.case.hardship if c.until and c.until > dated), default=None)
