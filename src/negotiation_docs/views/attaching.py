"""Which evidence goes with a paper: what the head of one that goes by itself names, else all the creditor receives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt, EvidenceItem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.references import references
from negotiation_docs.views.causes import agreed_on
from negotiation_docs.views.exhibits import for_debt


def attached(case: Case, debt: Debt, names: Iterable[str]) -> frozenset[str]:
    """The ids of the evidence for what ``names`` (members of ``catalogue.attaching.ATTACHES``) say."""
    return frozenset(each for name in names for each in _ASKED[name](case, debt))


def received(case: Case, debt: Debt, kind: Kind, enclosed: Collection[Kind]) -> tuple[EvidenceItem, ...]:
    """The evidence that goes with a paper of ``kind``; an ``enclosed`` one counts as its letter does."""
    items = for_debt(case, debt)
    if not kind.attaches or kind in enclosed:
        return items
    wanted = attached(case, debt, kind.attaches)
    return tuple(item for item in items if item.id in wanted)


def _of_group(case: Case, *groups: str) -> Iterator[str]:
    return (item.id for item in case.evidence if item.group.value in groups)


def _named(facts: Iterable[Facts | None]) -> Iterator[str]:
    return (name for one in facts if one is not None for _, name in references(one))


def _account(case: Case, debt: Debt) -> Iterator[str]:
    talks = set(_of_group(case, "communication"))
    return (name for name in debt.evidence or () if name not in talks)


def _new_causes(case: Case, debt: Debt) -> Iterator[str]:
    since = agreed_on(debt)
    return _named(
        cause for cause in case.hardship if since is None or (cause.since is not None and cause.since > since)
    )


def _record_cause(case: Case, debt: Debt) -> Iterator[str]:
    """A statement on a record gives one cause, and none of the hardship where it tells its own."""
    told = debt.dispute is not None and debt.dispute.actual
    return _named(() if told else case.hardship[:1])


def _confirmation(case: Case, debt: Debt) -> Iterator[str]:
    del case
    return _named([debt.agreement.confirmed if debt.agreement else None])


_ASKED: Final[Mapping[str, Callable[[Case, Debt], Iterator[str]]]] = {
    "identity": lambda case, _: _of_group(case, "identity"),
    "account": _account,
    "causes": lambda case, _: _named(case.hardship),
    "new_causes": _new_causes,
    "finances": lambda case, _: _named([case.finances]),
    "talks": lambda case, _: _of_group(case, "communication"),
    "payments": lambda case, debt: _named(one for one in debt.payments if one.date <= case.dated),
    "confirmation": _confirmation,
    "updates": lambda case, _: _named(case.updates),
    "deferral": lambda _, debt: _named([debt.deferral]),
    "dispute": lambda _, debt: _named([debt.dispute]),
    "record_cause": _record_cause,
}
