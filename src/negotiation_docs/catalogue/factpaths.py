"""Fact paths as the head of a template names them: from the case, or from the debt the paper is about."""

from __future__ import annotations

from collections.abc import Iterator

from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.reading.locate import fields, inner

WHOLE_DEBT = "debt"
"""The path that every case fulfils: there is always a debt."""


def steps(path: str) -> tuple[type[Facts], tuple[str, ...]]:
    """Where a path starts, and its keys from there: ``debt.evidence`` → Debt, ``proposal.waive`` → Debt, else Case."""
    names = tuple(path.removeprefix("debt.").split("."))
    of_debt = path.startswith("debt.") or names[0] not in fields(Case)
    return (Debt if of_debt else Case), names


def is_fact(path: str) -> bool:
    """Whether the case format has a fact at ``path``: ``finances.income``, ``proposal``, ``debt.proposal``."""
    return path == WHOLE_DEBT or all(title is not None for title in _titles(*steps(path)))


def label(path: str) -> str:
    """The Chinese label of the last field of ``path``, read from the titles of the models."""
    return "债务" if path == WHOLE_DEBT else list(_titles(*steps(path)))[-1] or path


def labels(path: str) -> tuple[str, ...]:
    """The Chinese labels of all fields on the way: ``finances.income`` → 收支情况, 收入."""
    return ("债务",) if path == WHOLE_DEBT else tuple(title for title in _titles(*steps(path)) if title)


def value(case: Case, debt: Debt, path: str) -> object:
    """What the file states at ``path`` for ``debt``; None for nothing."""
    model, names = steps(path)
    found: object = debt if path == WHOLE_DEBT or model is Debt else case
    for name in names if path != WHOLE_DEBT else ():
        found = getattr(found, _attribute(found, name), None)
    return found


def _titles(model: type[Facts] | None, names: tuple[str, ...]) -> Iterator[str | None]:
    """The label of each step; None from the first that is no field."""
    for name in names:
        field = fields(model).get(name) if model else None
        yield (field.title or name) if field else None
        model = inner(field) if field else None


def _attribute(facts: object, key: str) -> str:
    """The name in the model of what the file calls ``key``: ``from`` → ``start``."""
    known = type(facts).model_fields if isinstance(facts, Facts) else {}
    return next((name for name, field in known.items() if field.alias == key), key)
