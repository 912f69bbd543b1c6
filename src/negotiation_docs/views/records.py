"""What a template can reach from its names: kinds of records, their fields and meanings, and values found in cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec
from msgspec import Struct

from negotiation_docs.errors import FactsError
from negotiation_docs.lazy import lazy
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.providers import PROVIDERS

_DATA = Path(__file__).parent / "data" / "names.yaml"
TITLE = "是"
RATES = frozenset({"annual_rate", "cap_rate", "rate", "cap"})
"""The names of what is written as a percentage; any other decimal is money."""


class Meanings(Struct, frozen=True, forbid_unknown_fields=True):
    """What each name and each field of a record means, in Chinese; a field without meaning is not for templates."""

    names: dict[str, str]
    records: dict[str, dict[str, str | None]]


@cache
def meanings() -> Meanings:
    """The table of ``data/names.yaml``."""
    return msgspec.yaml.decode(_DATA.read_bytes(), type=Meanings)


def fields_told(record: str) -> Mapping[str, str]:
    """The fields of a kind of record that are for templates, with their meanings."""
    told = meanings().records.get(record, {})
    return {name: words for name, words in told.items() if words is not None and name != TITLE}


def records() -> dict[str, dict[str, Any]]:
    """Kind of record → its fields and properties with their types, for all that the names lead to, in their order."""
    found: dict[str, dict[str, Any]] = {}
    for provider in PROVIDERS.values():
        _collect(get_type_hints(provider)["return"], found)
    return found


def _collect(hint: Any, found: dict[str, dict[str, Any]]) -> None:  # noqa: ANN401 - a type hint is anything
    for part in get_args(hint):
        _collect(part, found)
    if not (isinstance(hint, type) and issubclass(hint, Struct)) or hint.__name__ in found:
        return
    fields = {name: kind for name, kind in get_type_hints(hint).items() if not name.startswith("_")}
    fields |= dict(_properties(hint))
    found[hint.__name__] = fields
    told = meanings().records.get(hint.__name__, {})
    for name, kind in fields.items():
        if told.get(name, "") is not None:
            _collect(kind, found)


def _properties(record: type) -> Iterator[tuple[str, Any]]:
    for base in reversed(record.__mro__):
        for name, value in vars(base).items():
            getter = value.fget if isinstance(value, property) else getattr(value, "work", None)
            if isinstance(value, property | lazy) and getter and not name.startswith("_"):
                yield name, get_type_hints(getter)["return"]


def values_told(matter: Matter) -> Iterator[tuple[str, object]]:
    """Each name with its value, but those that need a figure which the case lacks."""
    for name, provider in PROVIDERS.items():
        try:
            yield name, matter.of(provider)
        except FactsError:
            continue


def examples(matters: Iterable[Matter]) -> tuple[dict[str, object], dict[str, dict[str, object]]]:
    """The first telling value of each name, and of each field of each kind of record, that the matters hold."""
    names: dict[str, object] = {}
    fields: dict[str, dict[str, object]] = {}
    for matter in matters:
        for name, value in values_told(matter):
            if not _telling(names.get(name)):
                names[name] = value
            _gather(value, fields)
    return names, fields


def _gather(value: object, fields: dict[str, dict[str, object]]) -> None:
    if isinstance(value, tuple):
        for entry in value:
            _gather(entry, fields)
    elif isinstance(value, Struct):
        mine = fields.setdefault(type(value).__name__, {})
        for name in fields_told(type(value).__name__):
            inner = getattr(value, name)
            if not _telling(mine.get(name)):
                mine[name] = inner
            _gather(inner, fields)


def _telling(value: object) -> bool:
    """Whether it shows what a name or field is about; empty texts for every key do not."""
    return any(value.values()) if isinstance(value, dict) else bool(value)
