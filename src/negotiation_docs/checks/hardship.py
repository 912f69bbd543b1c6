"""The borrower's situation: reachable, causes in a possible order of time, each with the proof it usually needs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from negotiation_docs.checks.papers import only_slips
from negotiation_docs.checks.rule import CaseRule, DebtRule, Found, Rule, found
from negotiation_docs.facts import Case, Cause, Debt, EvidenceStatus, Hardship
from negotiation_docs.figures.wording import chinese_date

_DATA = Path(__file__).parent / "data" / "evidence.json"
_MOST_WORDS = 500  # of the borrower's own: with the account, the budget and the request they fill two pages


@cache
def usual_evidence() -> Mapping[str, Any]:
    """Cause → what usually proves it, substitutes, and words by which such a paper is known."""
    causes: Mapping[str, Any] = json.loads(_DATA.read_text(encoding="utf-8"))["causes"]
    return causes


def _unreachable(case: Case) -> Iterator[Found]:
    for channel in case.borrower.contact_by:
        wanted = {"phone": "phone", "sms": "phone", "email": "email", "letter": "address"}.get(channel.value)
        if wanted and getattr(case.borrower, wanted) is None:
            label = type(case.borrower).model_fields[wanted].title
            yield found("borrower", wanted, channel=channel.label, label=label)


def _no_id_number(case: Case) -> Iterator[Found]:
    if case.borrower.id_number is None:
        yield found("borrower", "id_number")


def _future(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.since and cause.since > case.dated:
            yield found("hardship", place, "since", since=chinese_date(cause.since), dated=chinese_date(case.dated))


def _order(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.since and cause.until and cause.until < cause.since:
            yield found("hardship", place, "until")


def _after_default(case: Case, debt: Debt) -> Iterator[Found]:
    days = [cause.since for cause in case.hardship if cause.since]
    if debt.due and days and len(days) == len(case.hardship) and min(days) > debt.due and not only_slips(case):
        yield found("due", since=chinese_date(min(days)), due=chinese_date(debt.due))


def _unnamed(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.cause is Cause.OTHER and cause.statement is None:
            yield found("hardship", place, "statement")


def _no_statement(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.statement is None and cause.cause is not Cause.OTHER:
            yield found("hardship", place, "statement", cause=cause.cause.label)


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


def _medical(case: Case) -> Iterator[Found]:
    for place, cause in enumerate(case.hardship):
        if cause.medical_detail and cause.cause not in (Cause.ILLNESS, Cause.ACCIDENT):
            yield found("hardship", place, "medical_detail", cause=cause.cause.label)


def _too_long(case: Case) -> Iterator[Found]:
    count = sum(len(cause.statement or "") for cause in case.hardship) + sum(map(len, case.measures))
    if count > _MOST_WORDS:
        yield found("hardship", count=count, most=_MOST_WORDS)


RULES: tuple[Rule, ...] = (
    CaseRule("borrower.unreachable", _unreachable),
    CaseRule("borrower.id_number", _no_id_number),
    CaseRule("hardship.future", _future),
    CaseRule("hardship.order", _order),
    CaseRule("hardship.unnamed", _unnamed),
    CaseRule("hardship.statement", _no_statement),
    CaseRule("hardship.medical", _medical),
    CaseRule("hardship.too_long", _too_long),
    CaseRule("hardship.unproved", _unproved),
    CaseRule("hardship.unusual_evidence", _unusual),
    CaseRule("hardship.nothing_at_hand", _nothing_at_hand),
    DebtRule("hardship.after_default", _after_default),
)
