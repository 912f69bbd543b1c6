"""Which evidence goes with a paper: what the head of one that goes by itself names, else all the creditor receives."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Final

from negotiation_docs.catalogue.kind import Kind
from negotiation_docs.facts import Case, Debt, EvidenceItem
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.references import references
from negotiation_docs.figures.reported import reported_changes
from negotiation_docs.standing.renewal import news, renewal
from negotiation_docs.views.causes import agreed_on, updates
from negotiation_docs.views.disputing import tells_payment
from negotiation_docs.views.exhibits import ACCOUNT, for_debt


def attached(case: Case, debt: Debt, names: Iterable[str]) -> frozenset[str]:
    """The ids of the evidence for what ``names`` (members of ``catalogue.attaching.ATTACHES``) say."""
    return frozenset(each for name in names for each in _ASKED[name](case, debt))


def received(case: Case, debt: Debt, kind: Kind, enclosed: Collection[Kind]) -> tuple[EvidenceItem, ...]:
    """The evidence that goes with a paper of ``kind``; an ``enclosed`` one counts as its letter does."""
    items = for_debt(case, debt)
    if not kind.attaches or kind in enclosed or any(map(_lists, enclosed)):
        return items
    wanted = attached(case, debt, kind.attaches)
    return tuple(item for item in items if item.id in wanted)


def _lists(kind: Kind) -> bool:
    """Whether a paper that travels along names evidence by its numbers: then the letter has them all."""
    return bool(kind.attaches) or "supports" in kind.traits


def _of_group(case: Case, *groups: str) -> Iterator[str]:
    return (item.id for item in case.evidence if item.group.value in groups)


def _named(facts: Iterable[Facts | None]) -> Iterator[str]:
    return (name for one in facts if one is not None for _, name in references(one))


def _for_group(case: Case, debt: Debt, *groups: str) -> Iterator[str]:
    """What is named under the debt, or nowhere, speaks for its group, as in the checklist."""
    named = {name for _, name in references(case)} - set(debt.evidence)
    return (name for name in _of_group(case, *groups) if name not in named)


def _account(case: Case, debt: Debt) -> Iterable[str]:
    about = set(_of_group(case, *ACCOUNT))
    return (*(name for name in debt.evidence if name in about), *_for_group(case, debt, "debt"))


def _property(case: Case, debt: Debt) -> Iterable[str]:
    """What proves the property a court is told of: a change before that period is not in the report."""
    means = case.finances
    if means and debt.litigation:
        means = means.model_copy(update={"changes": reported_changes(means, debt.litigation)})
    return (*_named([means]), *_for_group(case, debt, "income"))


def _agreement(case: Case, debt: Debt) -> Iterator[str]:
    """Records of the talk in which the agreement was reached: nothing older than that talk proves it."""
    day = agreed_on(debt)
    talks = (item for item in case.evidence if item.group.value == "communication")
    yield from (item.id for item in talks if day is None or item.issued is None or item.issued >= day)
    yield from _named(debt.agreement.earlier if debt.agreement else ())


def _since_refusal(case: Case, debt: Debt) -> Iterator[str]:
    found = renewal(case, debt)
    return _named(news(case, debt, found.eve) if found else ())


def _new_causes(case: Case, debt: Debt) -> Iterator[str]:
    since = agreed_on(debt)
    return _named(
        cause for cause in case.hardship if since is None or (cause.since is not None and cause.since > since)
    )


def _record_cause(case: Case, debt: Debt) -> Iterator[str]:
    """A statement on a record gives one cause, and none of the hardship where it tells its own."""
    told = debt.dispute is not None and debt.dispute.actual and not tells_payment(debt.dispute)
    return _named(() if told else case.hardship[:1])


def _confirmation(case: Case, debt: Debt) -> Iterator[str]:
    del case
    return _named([debt.agreement.confirmed, *debt.agreement.earlier]) if debt.agreement else iter(())


_ASKED: Final[Mapping[str, Callable[[Case, Debt], Iterable[str]]]] = {
    "identity": lambda case, _: _of_group(case, "identity"),
    "account": _account,
    "causes": lambda case, debt: (*_named(case.hardship), *_for_group(case, debt, "hardship")),
    "new_causes": _new_causes,
    "finances": lambda case, debt: (*_named([case.finances]), *_for_group(case, debt, "income")),
    "property": _property,
    "talks": lambda case, _: _of_group(case, "communication"),
    "agreement": _agreement,
    "since_refusal": _since_refusal,
    "payments": lambda case, debt: _named(one for one in debt.payments if one.date <= case.dated),
    "confirmation": _confirmation,
    "updates": lambda case, _: _named(updates(case)),
    "later_updates": lambda case, debt: _named(updates(case, since=agreed_on(debt))),
    "deferral": lambda _, debt: _named([debt.deferral]),
    "dispute": lambda _, debt: _named([debt.dispute]),
    "record_cause": _record_cause,
}
