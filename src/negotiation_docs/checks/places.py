"""Places in a case: written as paths, read back, and put in the order of the case format."""

from __future__ import annotations

import re

from negotiation_docs.checks.rule import Loc
from negotiation_docs.facts import Case
from negotiation_docs.facts.base import Facts

_STEP = re.compile(r"\[(\d+)\]|([^.\[\]]+)")


def path_of(loc: Loc) -> str:
    """``debts[0].balance.principal``."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in loc).removeprefix(".")


def loc_of(path: str) -> Loc:
    """The steps of a path."""
    return tuple(int(number) if number else name for number, name in _STEP.findall(path))


def place_in_file(case: Case, loc: Loc) -> tuple[int, ...]:
    """Sort key of ``loc``: positions of the fields on the way, level by level."""
    places: list[int] = []
    here: object = case
    for step in loc:
        if isinstance(step, int):
            places.append(step)
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
            continue
        fields = type(here).model_fields if isinstance(here, Facts) else {}
        keys = {field.alias or name: name for name, field in fields.items()}
        places.append(list(keys).index(step) if step in keys else len(keys))
        here = getattr(here, keys.get(step, step), None)
    return tuple(places)
