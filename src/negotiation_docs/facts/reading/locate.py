"""From the model's names back to the file: which key the borrower wrote, and which field a place belongs to."""

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, get_args, get_origin

from msgspec import Struct
from pydantic.fields import FieldInfo

from negotiation_docs.errors import Place
from negotiation_docs.facts.base import Facts, is_stated, keys
from negotiation_docs.facts.case import Case
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.facts.values.masking import echo

_Kind = TypeVar("_Kind", Facts, Choice)


class Spot(Struct, frozen=True, gc=False):
    """A place spelled as in the file, with the model it lies in and its field (None for an unknown key)."""

    place: Place
    owner: type[Facts] | None
    field: FieldInfo | None

    @property
    def label(self) -> str:
        """The Chinese label of the field, or its key."""
        return (self.field.title if self.field else None) or str(self.place[-1])


def locate(data: object, loc: Place) -> Spot:
    """Follow ``loc`` (model keys) through the data as written. A missing key is spelled as its neighbours are."""
    place: list[str | int] = []
    model: type[Facts] | None = Case
    owner, field, labelled = None, None, False
    for step in loc:
        if isinstance(step, int):
            place.append(step)
            data = data[step] if isinstance(data, (list, tuple)) and step < len(data) else None
            continue
        owner, field = model, fields(model).get(step) if model else None
        written, labelled = _written(data, model, step, labelled)
        place.append(written)
        data = data.get(written) if isinstance(data, Mapping) else None
        model = inner(field) if field else None
    return Spot(tuple(place), owner, field)


def model_keys(place: Place) -> Place:
    """``place``, spelled as in a file, in the keys of the models; what they do not know stays, masked."""
    steps: list[str | int] = []
    model: type[Facts] | None = Case
    for step in place:
        if isinstance(step, int):
            steps.append(step)
            continue
        key = keys(model).get(step) if model else None
        steps.append(key or echo(step))
        model = inner(fields(model)[key]) if model and key else None
    return tuple(steps)


def field_at(place: Place) -> FieldInfo | None:
    """The field at ``place``, spelled as in a file; None where the models know none."""
    model: type[Facts] | None = Case
    field: FieldInfo | None = None
    for step in place:
        if isinstance(step, int):
            continue
        key = keys(model).get(step) if model else None
        field = fields(model)[key] if model and key else None
        model = inner(field) if field else None
    return field


def _written(data: object, model: type[Facts] | None, key: str, labelled: bool) -> tuple[str, bool]:
    if model is None:
        return key, labelled
    known = keys(model)
    if isinstance(data, Mapping):
        ours = [word for word in data if word in known]
        if ours:
            labelled = sum(known[word] != word for word in ours) * 2 > len(ours)
        ways = [written for written in ours if known[written] == key]
        if ways:
            return next((written for written in ways if is_stated(data[written])), ways[0]), labelled
        if key in data:
            return key, labelled
    field = fields(model).get(key)
    return (field.title if labelled and field and field.title else key), labelled


@cache
def fields(model: type[Facts]) -> dict[str, FieldInfo]:
    """The fields of a model under the keys that pydantic reports."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def inner(field: FieldInfo) -> type[Facts] | None:
    """The model inside a field, through None, tuples and unions."""
    return _type_in(field.annotation, Facts)


def closed_list(field: FieldInfo) -> type[Choice] | None:
    """The closed list that a field takes its value, or its values, from."""
    return _type_in(field.annotation, Choice)


def is_list(field: FieldInfo) -> bool:
    """Whether a field takes several values or entries, or may."""
    return _holds(field.annotation, tuple)


def is_mapping(field: FieldInfo) -> bool:
    """Whether a field takes names of the borrower's own, each with a value."""
    return _holds(field.annotation, Mapping)


def _type_in(annotation: Any, kind: type[_Kind]) -> type[_Kind] | None:  # noqa: ANN401  annotations are any objects
    if isinstance(annotation, type) and issubclass(annotation, kind):
        return annotation
    return next((found for part in get_args(annotation) if (found := _type_in(part, kind))), None)


def _holds(annotation: Any, kind: type) -> bool:  # noqa: ANN401  annotations are any objects
    origin = get_origin(annotation)
    if isinstance(origin, type) and issubclass(origin, kind):
        return True
    return any(_holds(part, kind) for part in get_args(annotation))
