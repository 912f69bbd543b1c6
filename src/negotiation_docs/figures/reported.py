"""Which changes of property are reported: from a year before the notice of enforcement on (财产调查规定6)."""

from __future__ import annotations

from datetime import date
from typing import Final

from negotiation_docs.facts import CourtPaper, Finances, Litigation, PropertyChange
from negotiation_docs.facts.values.days import parse_day_or_month
from negotiation_docs.figures.dates import add_months

_YEAR: Final = 12


def reported_since(suit: Litigation) -> date | None:
    """The first day of the period that is reported; None while no paper of the enforcement tells its day."""
    notice = _received(suit, CourtPaper.ENFORCEMENT_NOTICE)
    return add_months(notice, -_YEAR) if notice else None


def ordered_on(suit: Litigation) -> date | None:
    """The day on which the order to report was received; None while no paper of the enforcement tells its day."""
    return _received(suit, CourtPaper.PROPERTY_ORDER)


def _received(suit: Litigation, kind: CourtPaper) -> date | None:
    """That of the paper where it is listed with its day, else of what opened the enforcement."""
    listed = (paper.received for paper in suit.papers if paper.kind is kind)
    return next((day for day in listed if day), suit.received)


def reported_changes(means: Finances, suit: Litigation) -> tuple[PropertyChange, ...]:
    """The changes of that period; one dated by its month counts to the last day."""
    since = reported_since(suit)
    return tuple(one for one in means.changes if since is None or parse_day_or_month(one.date, last=True) >= since)
