"""What travels to a creditor, and under which numbers: our papers in the order of the mailing, then the evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt, EvidenceItem
from negotiation_docs.outlook import Outlook, mailing
from negotiation_docs.views.attaching import received
from negotiation_docs.views.exhibits import for_debt, in_order
from negotiation_docs.views.order import Numbers


def numbers(case: Case, debt: Debt, papers: Sequence[Outlook]) -> Numbers:
    """One numbering for all ``papers`` that are wanted: every enclosed paper once, then the evidence they speak of."""
    wanted = [paper.kind for paper in papers if paper.wanted]
    by_name = {kind.name: kind for kind in wanted}
    enclosed = dict.fromkeys(
        name for kind in wanted for name in mailing(kind, papers) if kind.encloses and not by_name[name].encloses
    )
    mine = {name: number for number, name in enumerate(enclosed, start=1)}
    return Numbers(mine, in_order(_evidence(case, debt, wanted, papers), len(mine)))


def _evidence(case: Case, debt: Debt, wanted: Sequence[Kind], papers: Sequence[Outlook]) -> Iterator[EvidenceItem]:
    """What the papers speak of, in the order of the checklist."""
    spoken_of = set[str]()
    for kind in filter(_speaks, wanted):
        names = mailing(kind, papers)
        enclosed = [paper.kind for paper in papers if paper.kind.name in names]
        spoken_of.update(item.id for item in received(case, debt, kind, enclosed))
    return (item for item in for_debt(case, debt) if item.id in spoken_of)


def _speaks(kind: Kind) -> bool:
    """Whether a paper names evidence at all; of a user's own kind nobody knows."""
    return bool(kind.attaches or kind.encloses) or "supports" in kind.traits or not kind.number
