"""The evidence: days that contradict each other, items nobody cites, items that would reach the wrong lender."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from negotiation_docs.checks.rule import CaseRule, Found, Rule, found
from negotiation_docs.facts import Case, EvidenceGroup, EvidenceItem, EvidenceStatus
from negotiation_docs.facts.references import references
from negotiation_docs.facts.values.masking import echo
from negotiation_docs.figures.wording import chinese_date
from negotiation_docs.law.proofs import elsewhere
from negotiation_docs.question import worked_out_once

_CITED = (EvidenceGroup.HARDSHIP, EvidenceGroup.INCOME)
_OF_ONE_DEBT = (EvidenceGroup.DEBT, EvidenceGroup.COMMUNICATION)


def _each(case: Case, status: EvidenceStatus | None = None) -> Iterator[tuple[int, EvidenceItem]]:
    for place, item in enumerate(case.evidence):
        if status is None or item.status is status:
            yield place, item


def _issued_later(case: Case) -> Iterator[Found]:
    for place, item in _each(case):
        if item.issued and item.issued > case.dated:
            yield found("evidence", place, "issued", issued=chinese_date(item.issued), dated=chinese_date(case.dated))


def _due_passed(case: Case) -> Iterator[Found]:
    for place, item in _each(case, EvidenceStatus.PENDING):
        if item.due and item.due < case.dated:
            yield found("evidence", place, "due", name=echo(item.name), due=chinese_date(item.due))


def _no_pages(case: Case) -> Iterator[Found]:
    for place, item in _each(case, EvidenceStatus.ATTACHED):
        if item.pages is None:
            yield found("evidence", place, "pages", name=echo(item.name))


def _no_purpose(case: Case) -> Iterator[Found]:
    for place, item in _each(case):
        if item.proves is None:
            yield found("evidence", place, "proves", name=echo(item.name))


def _unused(case: Case) -> Iterator[Found]:
    cited = {name for _, name in references(case)}.union(_unsure(case))
    for place, item in _each(case):
        if item.group in _CITED and item.id not in cited:
            yield found("evidence", place, name=echo(item.name))


def _unsaid(case: Case) -> Iterator[Found]:
    """What proves a cause that does not name it: the letters cannot tell, and say nothing of its proof."""
    unsure = _unsure(case)
    for place, item in _each(case):
        if item.id in unsure:
            yield found("evidence", place, name=echo(item.name), causes="、".join(unsure[item.id]))


@worked_out_once
def _unsure(case: Case) -> Mapping[str, Collection[str]]:
    """Evidence id → the causes, by name, that have no proof of their own and that it may prove."""
    causes: dict[str, dict[str, None]] = {}
    bare = {one.cause: one for one in case.hardship if one.cause.is_hardship and not one.evidence}
    for cause in bare.values():
        for item in elsewhere(case, cause, case.evidence):
            causes.setdefault(item.id, {})[cause.cause.label] = None
    return causes


def _no_identity(case: Case) -> Iterator[Found]:
    if case.evidence and not any(item.group is EvidenceGroup.IDENTITY for item in case.evidence):
        yield found("evidence")


def _to_everybody(case: Case) -> Iterator[Found]:
    named = {name for debt in case.debts for _, name in references(debt)}
    for place, item in _each(case):
        if len(case.debts) > 1 and item.group in _OF_ONE_DEBT and item.id not in named:
            yield found("evidence", place, name=echo(item.name))


RULES: tuple[Rule, ...] = (
    CaseRule("evidence.no_identity", _no_identity),
    CaseRule("evidence.unused", _unused),
    CaseRule("evidence.unsaid", _unsaid),
    CaseRule("evidence.to_everybody", _to_everybody),
    CaseRule("evidence.proves", _no_purpose),
    CaseRule("evidence.issued", _issued_later),
    CaseRule("evidence.pages", _no_pages),
    CaseRule("evidence.due_passed", _due_passed),
)
