"""再次协商: the refusal that was the last word, the plan that was refused, and what is new since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import Case, Contact, Debt, Hardship, Outcome, Payment, Proposal, Update
from negotiation_docs.figures.proposals import changed, compute
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.standing.talks.latest import latest


class Renewal(Struct, frozen=True):
    """``talk`` is the refusal, ``place`` where it stands among the talks held; ``before`` the plan proposed in it."""

    talk: Contact
    place: int
    before: Proposal | None

    @property
    def eve(self) -> date:
        """The day before the refusal: what happened on the day itself is new."""
        return self.talk.day - timedelta(days=1)


def renewal(case: Case, debt: Debt) -> Renewal | None:
    """What a second request answers; None unless the last word was a refusal."""
    talk = latest(case, debt)
    if talk is None or talk.outcome is not Outcome.REFUSED:
        return None
    before = changed(debt.proposal, talk.offered) if debt.proposal and talk.offered else None
    return Renewal(talk, held(case, debt).index(talk), before)


def news(case: Case, debt: Debt, day: date) -> Iterator[Hardship | Update | Payment]:
    """What happened on ``day`` or later, up to the day of the paper: causes, changes, payments."""
    yield from (cause for cause in case.hardship if cause.since and day <= cause.since <= case.dated)
    yield from (update for update in case.updates if day <= update.date <= case.dated)
    yield from (payment for payment in debt.payments if day <= payment.date <= case.dated)


def is_told_whole(case: Case, debt: Debt, before: Proposal) -> bool:
    """Whether ``before`` says enough to be set beside another plan: a lump sum of now has no instalments to inherit."""
    return _computed(case, debt, before) is not None


def is_better(case: Case, debt: Debt, before: Proposal) -> bool:
    """Whether what is proposed now pays more in all, more at a time, or is over sooner than ``before``."""
    old, now = _computed(case, debt, before), _computed(case, debt, debt.proposal)
    if old is None or now is None:
        return False
    return now.total > old.total or now.last_due < old.last_due or _down(now) > _down(old)


def _down(schedule: Schedule) -> Decimal:
    return schedule.down_payment.payment if schedule.down_payment else Decimal(0)


def _computed(case: Case, debt: Debt, proposal: Proposal | None) -> Schedule | None:
    try:
        return compute(case, debt, proposal) if proposal else None
    except FactsError:
        return None
