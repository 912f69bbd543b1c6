"""索要资料: which papers a borrower asks the creditor for, where the case file lists none."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.facts import Case, CreditorKind, Debt, DocumentWanted
from negotiation_docs.law.citations import Situation, hindrances

_FEES = frozenset(
    {CreditorKind.BANK_LOAN, CreditorKind.CONSUMER_FINANCE, CreditorKind.MICROLOAN, CreditorKind.PLATFORM}
)
"""Lenders whose loans often come with a guarantee or service fee of somebody else."""


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
