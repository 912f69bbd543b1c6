"""The common ground of all models: frozen, silent about personal data, and readable by English key or Chinese label."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo, model_validator
from pydantic_core import InitErrorDetails

from negotiation_docs.errors import Problem
from negotiation_docs.facts.values.fault import as_error
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.facts.values.prose import BLANKS

RULES_LATER = object()
"""Validation context of ``load``: read every value first, look at the rules between values afterwards."""


class Facts(BaseModel):
    """Base of every model of the case format.

    A field's ``title`` is its Chinese label; ``json_schema_extra={"also": [...]}`` may list further labels. Blank
    values and null mean "not stated" and are dropped before validation.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True, defer_build=True)

    @model_validator(mode="before")
    @classmethod
    def _read_keys(cls, data: object) -> object:
        if not isinstance(data, Mapping):
            return data
        known = keys(cls)
        values: dict[str, Any] = {}
        first: dict[str, object] = {}  # key → how it was written when it was first stated
        for written, value in data.items():
            key = known.get(written)
            if key is None:
                values[_as_text(written)] = value  # stays as it was written, and is refused as an extra key
            elif is_stated(value):
                if key in first:  # the same fact under its other name: one of the two stays, refused as an extra key
                    values[str(first[key] if written == key else written)] = value
                else:
                    values[key], first[key] = _plain(value), written
        return cls._prepare(values)

    @classmethod
    def _prepare(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Hook: defaults that depend on what else was stated."""
        return values

    @model_validator(mode="after")
    @in_our_context
    def _obey_rules(self, info: ValidationInfo) -> Self:
        if info.context is RULES_LATER:
            return self
        errors = [InitErrorDetails(type=as_error(fault), loc=fault.place, input=None) for fault in self.faults()]
        if errors:
            raise ValidationError.from_exception_data(type(self).__name__, errors, hide_input=True)
        return self

    def faults(self) -> Iterator[Problem]:
        """Rules of the format between the values of this model (not of the models inside it)."""
        return iter(())

    def __repr_args__(self) -> list[tuple[str | None, Any]]:
        """Nothing: facts are personal data, and reprs end up in logs."""
        return []

    def __str__(self) -> str:
        """The same as ``repr``."""
        return repr(self)


class _NoList:
    """Stands for what has entries and is no list: a set has no order, a generator is read once, a range has no end."""

    def __init__(self, value: object) -> None:
        self._kind = type(value).__name__

    def __str__(self) -> str:
        return self._kind


def _plain(value: object) -> object:
    known = (str, list, tuple, Mapping, bytes, BaseModel)
    return _NoList(value) if isinstance(value, Iterable) and not isinstance(value, known) else value


def _as_text(key: object) -> str:
    """A key that is none of ours; half a character, which JSON can hold, by its code."""
    return str(key).encode(errors="backslashreplace").decode()


def is_stated(value: object) -> bool:
    """False for null and for blank text, which say nothing."""
    return value is not None and not (isinstance(value, str) and not value.strip(BLANKS))


@cache
def keys(model: type[Facts]) -> dict[str, str]:
    """Every accepted key of a model → the key that pydantic knows: the English key first, then the Chinese labels."""
    table: dict[str, str] = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        table[key] = key
        extra = field.json_schema_extra
        also = extra.get("also", ()) if isinstance(extra, dict) else ()
        for label in (field.title, *also):  # type: ignore[misc]  # JSON values: checked by a test over all models
            if label:
                table[str(label)] = key
    return table
