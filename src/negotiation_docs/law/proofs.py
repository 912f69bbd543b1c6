"""What usually proves a cause, and what of a file proves one that does not name it.

Practice, not law: the words stand in ``data/evidence.json``, with the day on which they were read.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from negotiation_docs.facts import Case, Cause, EvidenceGroup, EvidenceItem, EvidenceStatus, Hardship
from negotiation_docs.question import worked_out_once

_DATA = Path(__file__).parent / "data" / "evidence.json"
_OF_ITS_OWN = frozenset({EvidenceGroup.DEBT, EvidenceGroup.COMMUNICATION})
"""A bill or a record of a talk may have the words of a cause, and proves the account or the talk."""


@cache
def usual_evidence() -> Mapping[str, Any]:
    """Cause → what usually proves it, substitutes, and words by which such a paper is known."""
    causes: Mapping[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))["causes"]
    return causes


def is_usual(cause: Hardship, items: Iterable[EvidenceItem]) -> bool:
    """Whether one of ``items`` is, by its words, what usually proves ``cause``; so is anything where none is usual."""
    entry = usual_evidence().get(cause.cause.value)
    described = " ".join(f"{item.name}{item.proves or ''}" for item in items)
    return entry is None or any(word in described for word in entry["words"])


def elsewhere(case: Case, cause: Hardship, items: Sequence[EvidenceItem]) -> tuple[EvidenceItem, ...]:
    """The ``items`` at hand or on their way that may prove ``cause`` although it does not name them.

    Those of its usual kind, filed under whatever fact but another cause of the kind, and those of a hardship that no
    cause names. While there is one, nobody may say that ``cause`` has no proof.
    """
    named = _named(case)
    return tuple(
        item
        for item in items
        if cause.cause not in named.get(item.id, ())
        and _is_at_hand(item)
        and (_of_its_kind(cause, item) or _loose(item, named))
    )


@worked_out_once
def _named(case: Case) -> Mapping[str, frozenset[Cause]]:
    """Evidence id → the kinds of cause that name it."""
    kinds: dict[str, set[Cause]] = defaultdict(set)
    for each in case.hardship:
        for name in each.evidence:
            kinds[name].add(each.cause)
    return {name: frozenset(found) for name, found in kinds.items()}


def _is_at_hand(item: EvidenceItem) -> bool:
    return item.status is not EvidenceStatus.UNAVAILABLE


def _of_its_kind(cause: Hardship, item: EvidenceItem) -> bool:
    known = cause.cause.value in usual_evidence() and item.group not in _OF_ITS_OWN
    return known and is_usual(cause, [item])


def _loose(item: EvidenceItem, named: Mapping[str, frozenset[Cause]]) -> bool:
    return item.group is EvidenceGroup.HARDSHIP and item.id not in named
