"""The steps of a complaint: which were tried, and which comes next."""

from __future__ import annotations

from datetime import date
from typing import Final

from negotiation_docs.facts import Case, Debt, Level
from negotiation_docs.law.creditors import profile

_UPWARDS: Final = tuple(Level)
OUTSIDE: Final = frozenset({Level.HEAD_OFFICE, Level.MEDIATION, Level.REGULATOR})
"""Steps outside the office that the letters went to: somebody else has to be named."""


def highest(debt: Debt, day: date) -> Level:
    """The highest step that a talk up to ``day`` reached; customer service before any."""
    tried = (contact.level for contact in debt.contacts if contact.day <= day)
    return max(tried, key=_UPWARDS.index, default=Level.SERVICE)


def next_step(case: Case, debt: Debt) -> Level | None:
    """The step the file names, else the first of this kind of creditor that lies above all tried; None above the last.

    Of what the file names only a step that this kind of creditor has is given.
    """
    ladder = profile(debt.creditor.kind).ladder
    if debt.escalation is not None and debt.escalation.level is not None:
        named = debt.escalation.level
        return named if named in ladder else None
    reached = _UPWARDS.index(highest(debt, case.dated))
    return next((level for level in ladder if _UPWARDS.index(level) > reached), None)


def mediator(debt: Debt) -> str | None:
    """Who mediates, where the file names a body for it."""
    step = debt.escalation
    return step.addressee if step and step.level is Level.MEDIATION else None
