"""Fact paths as the head of a template names them: from the case, or from the debt the paper is about."""

from __future__ import annotations

from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.reading.locate import fields, inner


def is_fact(path: str) -> bool:
    """Whether the case format has a fact at ``path``: ``finances.income``, ``proposal``, ``debt.proposal``."""
    if path == "debt":
        return True
    first, *more = path.removeprefix("debt.").split(".")
    known = {**fields(Debt), **fields(Case)}
    field = known.get(first)
    for name in more:
        model = inner(field) if field else None
        field = fields(model).get(name) if model else None
    return field is not None
