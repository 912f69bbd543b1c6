"""The proof of each cause: stated, of the kind that the cause usually needs, and at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from negotiation_docs.checks.rule import CaseRule, Found, Rule, found
from negotiation_docs.facts import Case, EvidenceStatus, Hardship

_DATA = Path(__file__).parent / "data" / "evidence.json"


@cache
def usual_evidence() -> Mapping[str, Any]:
    """Cause → what usually proves it, substitutes, and words by which such a paper is known."""
    causes: Mapping[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))["causes"]
    return causes


def _no_status(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.cause.is_hardship and "evidence" not in cause.model_fields_set:
            yield found("hardship", place, "evidence", cause=cause.cause.label)


def _unproved(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.cause.is_hardship and "evidence" in cause.model_fields_set and not cause.evidence:
            yield found("hardship", place, "evidence", cause=cause.cause.label, wanted=_wanted(cause))


def _unusual(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        entry = usual_evidence().get(cause.cause.value)
        if entry is None or not cause.evidence:
            continue
        names = " ".join(_described(case, name) for name in cause.evidence)
        if not any(word in names for word in entry["words"]):
            yield found("hardship", place, "evidence", cause=cause.cause.label, wanted=_wanted(cause))


def _nothing_at_hand(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        known = [case.evidence_by_id[name] for name in cause.evidence if name in case.evidence_by_id]
        if known and all(item.status is EvidenceStatus.UNAVAILABLE for item in known):
            yield found("hardship", place, "evidence", cause=cause.cause.label, wanted=_wanted(cause))


def _described(case: Case, name: str) -> str:
    item = case.evidence_by_id.get(name)
    return f"{item.name}{item.proves or ''}" if item else ""


def _wanted(cause: Hardship) -> str:
    entry = usual_evidence().get(cause.cause.value, {"usual": ["能说明情况的材料"], "substitutes": []})
    instead = f"；拿不到的可用{'、'.join(entry['substitutes'])}" if entry["substitutes"] else ""
    return f"{'、'.join(entry['usual'])}{instead}"


RULES: tuple[Rule, ...] = (
    CaseRule("hardship.no_status", _no_status),
    CaseRule("hardship.unproved", _unproved),
    CaseRule("hardship.unusual_evidence", _unusual),
    CaseRule("hardship.nothing_at_hand", _nothing_at_hand),
)
