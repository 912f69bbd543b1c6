"""延期: an instalment of a plan whose later day a talk agreed to."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from negotiation_docs.facts import Debt, Outcome
from negotiation_docs.facts.aftermath import Deferral
from negotiation_docs.figures.rows import Schedule

_ASKED: Final = frozenset({"deferral_request", "延期还款申请"})


def granted(debt: Debt) -> Deferral | None:
    """The deferral of one instalment that the file asks for, where a talk to which it was handed in agreed to it."""
    asked = debt.deferral
    if asked is None or asked.start is None or asked.to is None:
        return None
    yes = (talk for talk in debt.contacts if talk.outcome is Outcome.ACCEPTED and _ASKED.intersection(talk.sent))
    return asked if any(talk.day <= asked.to for talk in yes) else None


def as_granted(schedule: Schedule, debt: Debt) -> Schedule:
    """``schedule`` with the later day of such an instalment."""
    asked = granted(debt)
    if asked is None or asked.to is None:
        return schedule
    rows = (replace(row, due=asked.to) if row.due == asked.start else row for row in schedule.rows)
    return replace(schedule, rows=tuple(rows))
