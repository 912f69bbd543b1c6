"""索要资料: which papers a borrower asks the creditor for, and for how long the account is checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from negotiation_docs.facts import Case, CreditorKind, Debt, DocumentWanted
from negotiation_docs.law.citations import Situation, hindrances

_FEES = frozenset(
    {CreditorKind.BANK_LOAN, CreditorKind.CONSUMER_FINANCE, CreditorKind.MICROLOAN, CreditorKind.PLATFORM}
)
"""Lenders whose loans often come with a guarantee or service fee of somebody else."""

HOLD_DAYS: Final = 30
"""How long an account is checked: a month, as the hold-action letters of debt advisers ask for."""


class Hold(Struct, frozen=True):
    """While the account is checked: ``days`` from the day of the letter, which does not count, to ``until``."""

    days: int
    until: date


def hold(case: Case) -> Hold:
    """The days during which the creditor is asked to write."""
    return Hold(HOLD_DAYS, case.dated + timedelta(HOLD_DAYS))


def wanted(case: Case, debt: Debt) -> tuple[str, ...]:
    """The papers by name, in the order of the closed list; a cost table only of a contract that had one."""
    listed = debt.documents_wanted or tuple(_fitting(case, debt))
    return tuple(kind.value for kind in DocumentWanted if kind in listed)


def _fitting(case: Case, debt: Debt) -> Iterator[DocumentWanted]:
    yield from (DocumentWanted.CONTRACT, DocumentWanted.BREAKDOWN, DocumentWanted.PAYMENTS)
    if debt.creditor.transferred_from is not None:
        yield DocumentWanted.TRANSFER_NOTICE
    if debt.creditor.kind in _FEES or debt.creditor.platform:
        yield DocumentWanted.FEES
    if not hindrances("cost_disclosure", debt.creditor.kind, Situation.of(case, debt)):
        yield DocumentWanted.COST_DISCLOSURE
