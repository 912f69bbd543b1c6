"""What travels to a creditor, and under which numbers: our papers in the order of the mailing, then the evidence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.errors import Problem
from negotiation_docs.facts import Case, Contact, Debt, EvidenceItem
from negotiation_docs.facts.values.plain import SCANS
from negotiation_docs.figures.proposals import debt_place
from negotiation_docs.names import Stop
from negotiation_docs.outlook import Outlook, mailing, outlook
from negotiation_docs.standing.talks.heard import held
from negotiation_docs.views.attaching import received
from negotiation_docs.views.exhibits import for_debt, in_order
from negotiation_docs.views.order import Numbers
from negotiation_docs.views.withdrawing import in_house


def numbers(case: Case, debt: Debt, papers: Sequence[Outlook]) -> Numbers:
    """One numbering for all ``papers`` that are wanted: every enclosed paper once, then the evidence they speak of."""
    wanted = [paper.kind for paper in papers if paper.wanted]
    by_name = {kind.name: kind for kind in wanted}
    enclosed = dict.fromkeys(
        name for kind in wanted for name in mailing(kind, papers) if kind.encloses and not by_name[name].encloses
    )
    mine = {name: number for number, name in enumerate(enclosed, start=1)}
    evidence = in_order(_evidence(case, debt, wanted, papers), len(mine))
    logged = any("logs" in kind.traits for kind in wanted)
    return Numbers(mine, evidence, _talks(case, debt, evidence, len(mine)) if logged else {})


def _talks(case: Case, debt: Debt, evidence: Mapping[str, int], mine: int) -> dict[str, int]:
    """What was kept of the talks and can be laid on sheets, by file, behind the evidence; recordings stay at home.

    A file that is a piece of evidence has its number or, like one that another debt names too, does not travel.
    """
    others = {_same(name) for one in case.debts if one.id != debt.id for name in _kept(one.contacts)}
    known = {_same(item.file): evidence.get(item.id) for item in case.evidence if item.file is not None}
    found: dict[str, int] = {}
    last = mine + len(evidence)
    for name in _kept(held(case, debt)):
        number = known.get(_same(name))
        if _same(name) in known:
            found |= {} if number is None else {name: number}
        elif name not in found and _same(name) not in others and PurePosixPath(name).suffix.lower() in SCANS:
            last += 1
            found[name] = last
    return found


def _kept(contacts: Sequence[Contact]) -> Iterator[str]:
    return (name for contact in contacts for name in contact.attachments)


def _same(name: str) -> str:
    """One file however its name is spelled, as systems that do not tell case apart see it."""
    return str(PurePosixPath(name)).casefold()


def held_back(case: Case, debt: Debt, kinds: Sequence[Kind], acknowledge: Collection[Stop]) -> Iterator[Problem]:
    """What the creditor's own desk could be sent and is not sent unasked: who withdraws a complaint gives it up."""
    withdrawing = [kind for kind in kinds if "withdraws" in kind.traits] if in_house(case, debt) else []
    for paper in outlook(case, debt.id, withdrawing, acknowledge=acknowledge) if withdrawing else ():
        if paper.wanted:
            message = f"《{paper.kind.title()}》没有放进合订本：撤回以后，同一件投诉很难再提"
            hint = "对方承诺的都已兑现、决定撤回的，请单独生成，亲笔签名，交给受理这件投诉的部门"
            yield Problem("warning", debt_place(case, debt), message, hint, "bundle.withdrawal")


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
