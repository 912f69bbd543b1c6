"""What each kind of paper needs and does, read from ``data/papers.json``."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path

from msgspec import Struct

from negotiation_docs.facts import Case, CreditorKind, Debt

_DATA = Path(__file__).parent / "data" / "papers.json"


class Need(Struct, frozen=True):
    """A fact path (from the case, or from the debt) and the name of the condition that makes it needless."""

    path: tuple[str, ...]
    unless: str = ""


class PaperKind(Struct, frozen=True):
    """One kind of paper as the checks see it; empty for a kind of the user's own."""

    title: str = ""
    needs: tuple[Need, ...] = ()
    traits: frozenset[str] = frozenset({"lender"})


@cache
def papers() -> Mapping[str, PaperKind]:
    """Every kind that needs or does something, by name."""
    entries = json.loads(_DATA.read_text(encoding="utf-8"))["papers"]
    return {
        name: PaperKind(
            title=entry["title"],
            needs=tuple(_need(need) for need in entry["needs"]),
            traits=frozenset({*entry["traits"], *(() if "unknown_lender" in entry["traits"] else ("lender",))}),
        )
        for name, entry in entries.items()
    }


def own_paper(title: str, needs: Iterable[str]) -> PaperKind:
    """A kind of the user's own, which stands in no data file: what the head of its template says it needs."""
    paths = (need.removeprefix("debt.") for need in needs if need != "debt")  # there is always a debt
    return PaperKind(title, tuple(map(_need, paths)))


def _need(entry: str | Mapping[str, str]) -> Need:
    if isinstance(entry, str):
        return Need(tuple(entry.split(".")))
    return Need(tuple(entry["path"].split(".")), entry["unless"])


def only_slips(case: Case) -> bool:
    """Whether nothing but oversight or poor planning is given: 逾期情况说明, without hardship wording or finances."""
    return bool(case.hardship) and not any(cause.cause.is_hardship for cause in case.hardship)


def paid_at_once(debt: Debt) -> bool:
    """Whether the proposal is one payment: a settlement, or a plan of one instalment."""
    plan = debt.proposal
    return plan is not None and (plan.settlement is not None or plan.periods == 1)


CONDITIONS: Mapping[str, Callable[[Case, Debt], bool]] = {
    "slip": lambda case, _: only_slips(case),
    "lump": lambda _, debt: paid_at_once(debt),
    "settlement": lambda _, debt: debt.proposal is not None and debt.proposal.settlement is not None,
    "private": lambda _, debt: debt.creditor.kind is CreditorKind.PRIVATE,
}
"""Names of conditions in the data file → whether they hold."""

PRINTED_BY: Mapping[str, str] = {
    "hardship": "pleads",
    "measures": "pleads",
    "balance": "balance",
    "proposal": "offers",
    "agreement": "agreed",
}
"""Fields of the file that only papers with a trait print or act upon; a fault in them does not stop the others."""
