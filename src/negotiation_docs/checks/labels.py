"""The Chinese label of a fact, by its path through the models, whether or not it is filled."""

from __future__ import annotations

from typing import get_args

from negotiation_docs.facts import Case, Debt
from negotiation_docs.facts.base import Facts


def label(model: type[Facts], path: tuple[str, ...]) -> str:
    """The label of the last field of ``path``, read from the models' titles."""
    field = model.model_fields[path[0]]
    if len(path) == 1:
        return field.title or path[0]
    return label(_inner(field.annotation), path[1:])


def need_label(need: str) -> str:
    """The label of a fact path as a paper's needs write it, from the case or from the debt."""
    if need == "debt":
        return "债务"
    steps = tuple(need.removeprefix("debt.").split("."))
    return label(Case if steps[0] in Case.model_fields else Debt, steps)


def _inner(annotation: object) -> type[Facts]:
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return annotation
    for part in get_args(annotation):
        if isinstance(part, type) and issubclass(part, Facts):
            return part
    raise KeyError(annotation)
