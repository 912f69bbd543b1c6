"""The talks that count on the day of the paper."""

from __future__ import annotations

from negotiation_docs.facts import Case, Contact, Debt


def held(case: Case, debt: Debt) -> tuple[Contact, ...]:
    """The talks up to the day of the paper, in order of time."""
    return tuple(sorted((one for one in debt.contacts if one.day <= case.dated), key=lambda one: one.moment))


def asked_about(case: Case, debt: Debt) -> Contact | None:
    """The last talk up to the day in which a paper was handed in or a number given; None without one."""
    return next((one for one in reversed(held(case, debt)) if one.sent or one.ref), None)
