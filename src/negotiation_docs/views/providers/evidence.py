"""Names about what is enclosed, to follow, or cannot be had."""

from __future__ import annotations

from collections.abc import Mapping

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.views import checklist
from negotiation_docs.views import exhibits as enclosed
from negotiation_docs.views.attaching import received
from negotiation_docs.views.matter import Matter


def _mailing(matter: Matter) -> tuple[tuple[Kind, str], ...]:
    """The papers of one mailing with their titles."""
    order = matter.order
    return tuple((kind, order.title(kind, matter.voice.lang)) for kind in order.enclosed)


def annexes(matter: Matter) -> tuple[enclosed.Enclosure, ...]:
    """Our other papers that travel along; they are numbered first."""
    return enclosed.annexes(matter.of(_mailing), matter.order.numbers)


def papers(matter: Matter) -> Mapping[str, enclosed.Enclosure | None]:
    """The same by kind, with None for every kind that does not travel along."""
    travelling = {paper.kind: paper for paper in matter.of(annexes)}
    return {kind.name: travelling.get(kind.name) for kind in kinds(matter.order.folder)}


def cover(matter: Matter) -> str:
    """The title of the covering letter, in a paper that is enclosed with it."""
    return enclosed.cover(matter.of(_mailing))


def numbered(matter: Matter) -> Mapping[str, enclosed.Exhibit]:
    """Every piece of evidence that this lender receives with this paper, by id."""
    order = matter.order
    items = received(order.case, order.debt, order.kind, order.enclosed)
    numbers = order.numbers.evidence if order.numbers else enclosed.in_order(items, len(matter.of(annexes)))
    return enclosed.numbered(items, numbers, matter.voice)


def exhibits(matter: Matter) -> tuple[enclosed.Exhibit, ...]:
    """The attachments, in the order of their numbers."""
    return tuple(item for item in matter.of(numbered).values() if item.number)


def evidence_groups(matter: Matter) -> tuple[checklist.EvidenceTable, ...]:
    """The checklist, table by table."""
    return checklist.groups(matter.case, matter.debt, matter.of(numbered), matter.voice)


def evidence_pending(matter: Matter) -> int:
    """How many will follow."""
    return sum(item.status == "pending" for item in matter.of(numbered).values())


def evidence_unavailable(matter: Matter) -> int:
    """How many cannot be had."""
    return sum(item.status == "unavailable" for item in matter.of(numbered).values())


def evidence_copies(matter: Matter) -> bool:
    """Whether a copy is enclosed."""
    return any(item.copied for item in matter.of(exhibits))


def evidence_medical(matter: Matter) -> bool:
    """Whether papers about an illness are among them."""
    sick = (cause for cause in matter.case.hardship if cause.cause.value == "illness" or cause.medical_detail)
    return any(name in matter.of(numbered) for cause in sick for name in cause.evidence)
