"""One walk over all texts of a case with their marks: what checks, references and the fonts look at."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, get_args

from msgspec import Struct
from pydantic.fields import FieldInfo

from negotiation_docs.errors import Place
from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.marks import Mark
from negotiation_docs.question import worked_out_once


class Text(Struct, frozen=True, gc=False):
    """One stated text: its place (model keys), its words and its mark."""

    place: Place
    words: str
    mark: Mark

    @property
    def debt(self) -> int | None:
        """The position of the debt whose creditor alone reads it; None for a text that every creditor may read."""
        return self.place[1] if self.place[0] == "debts" else None  # type: ignore[return-value]


@worked_out_once
def texts(facts: Facts, place: Place = ()) -> tuple[Text, ...]:
    """Every text of ``facts``, which stand at ``place``, in the order of the models."""
    found: list[Text] = []
    _gather(facts, place, found)
    return tuple(found)


@worked_out_once
def texts_by_debt(facts: Facts) -> Mapping[int | None, Sequence[Text]]:
    """:func:`texts` of a whole case by the position of the debt; under None what every creditor may read."""
    found: dict[int | None, list[Text]] = {None: []}
    for text in texts(facts):
        found.setdefault(text.debt, []).append(text)
    return found


def mark_of(field: FieldInfo) -> Mark | None:
    """The mark of a text field: its own, else that of its type; None for a field that holds no text."""
    return next(_marks(field.metadata), None) or _mark_in(field.annotation)


def _gather(facts: Facts, place: Place, found: list[Text]) -> None:
    stated = facts.__dict__
    for name, key, mark in _fields(type(facts)):
        if value := stated.get(name):
            _gather_value(value, (*place, key), mark, found)


def _gather_value(value: object, place: Place, mark: Mark | None, found: list[Text]) -> None:
    if isinstance(value, str):
        if mark:
            found.append(Text(place, value, mark))
    elif isinstance(value, tuple):
        for position, entry in enumerate(value):
            _gather_value(entry, (*place, position), mark, found)
    elif isinstance(value, Facts):
        _gather(value, place, found)
    elif isinstance(value, Mapping) and mark:
        found.extend(Text((*place, original), words, mark) for original, words in value.items())


@cache
def _fields(model: type[Facts]) -> tuple[tuple[str, str, Mark | None], ...]:
    """Name, key and mark of every field that holds texts or models with texts."""
    return tuple(
        (name, field.alias or name, mark)
        for name, field in model.model_fields.items()
        if (mark := mark_of(field)) or _has_model(field.annotation)
    )


def _has_model(annotation: Any) -> bool:  # noqa: ANN401  annotations are any objects
    if isinstance(annotation, type) and issubclass(annotation, Facts):
        return True
    return any(map(_has_model, get_args(annotation)))


def _mark_in(annotation: Any) -> Mark | None:  # noqa: ANN401  annotations are any objects
    parts = get_args(annotation)
    return next(_marks(parts), None) or next(filter(None, map(_mark_in, parts)), None)


def _marks(parts: Any) -> Iterator[Mark]:  # noqa: ANN401  annotations are any objects
    return (part for part in parts if isinstance(part, Mark))
