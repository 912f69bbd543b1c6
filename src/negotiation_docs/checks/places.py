"""Places in a case, put in the order of the case format."""

from __future__ import annotations

from negotiation_docs.errors import Place
from negotiation_docs.facts import Case
from negotiation_docs.facts.base import Facts


def place_in_file(case: Case, place: Place) -> tuple[int, ...]:
    """Sort key of ``place``: positions of the fields on the way, level by level."""
    places: list[int] = []
    here: object = case
    for step in place:
        if isinstance(step, int):
            places.append(step)
            here = here[step] if isinstance(here, tuple) and step < len(here) else None
            continue
        fields = type(here).model_fields if isinstance(here, Facts) else {}
        keys = {field.alias or name: name for name, field in fields.items()}
        places.append(list(keys).index(step) if step in keys else len(keys))
        here = getattr(here, keys.get(step, step), None)
    return tuple(places)
