"""The proof of each cause: stated, of the kind that the cause usually needs, and at hand."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.checks.rule import CaseRule, Found, Rule, found
from negotiation_docs.facts import Case, EvidenceStatus, Hardship
from negotiation_docs.law.proofs import elsewhere, is_usual, usual_evidence


def _no_status(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.cause.is_hardship and "evidence" not in cause.model_fields_set:
            yield found("hardship", place, "evidence", cause=cause.cause.label)


def _unproved(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        stated = "evidence" in cause.model_fields_set and not cause.evidence
        if cause.cause.is_hardship and stated and not elsewhere(case, cause, case.evidence):
            yield found("hardship", place, "evidence", cause=cause.cause.label, wanted=_wanted(cause))


def _unusual(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        known = [case.evidence_by_id[name] for name in cause.evidence if name in case.evidence_by_id]
        if cause.evidence and not is_usual(cause, known):
            yield found("hardship", place, "evidence", cause=cause.cause.label, wanted=_wanted(cause))


def _nothing_at_hand(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        known = [case.evidence_by_id[name] for name in cause.evidence if name in case.evidence_by_id]
        if known and all(item.status is EvidenceStatus.UNAVAILABLE for item in known):
            yield found("hardship", place, "evidence", cause=cause.cause.label, wanted=_wanted(cause))


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
