"""What a template may read from the data it is given: keys, fields and properties, never methods.

Frozen structs, pydantic models and named tuples show their public fields and properties; mappings
their keys; dates their year, month and day. A choice is written by the filter ``label``.
Everything else shows nothing, and what is callable is never handed out.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from jinja2 import Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import LoopContext, Macro
from markupsafe import Markup
from msgspec import Struct

from negotiation_docs.lazy import lazy
from negotiation_docs.templating.comparing import single

MISSING: Final = object()
"""Nothing of that name."""
FORBIDDEN: Final = object()
"""Something of that name, but not for templates."""

_DATE: Final = frozenset({"year", "month", "day"})
_LOOP: Final = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem", "depth"}
)


def member(obj: object, name: str) -> object:
    """The member ``name`` of ``obj``, or :data:`MISSING` or :data:`FORBIDDEN`."""
    if name in _names(type(obj)):  # type: ignore[arg-type]  # a class is hashable, whatever mypy thinks of `type`
        value = getattr(obj, name, MISSING)
        return _data(value) if callable(value) else value
    if isinstance(obj, Mapping):
        return _data(obj.get(name, MISSING))
    if name.startswith("_"):
        return FORBIDDEN
    if isinstance(obj, TemplateModule):
        return _data(vars(obj).get(name, MISSING))
    return FORBIDDEN if hasattr(type(obj), name) else MISSING


def is_worked_out(obj: object, name: str) -> bool:
    """Whether the member is made anew each time it is read."""
    return isinstance(getattr(type(obj), name, None), property)


def element(obj: object, key: object) -> object:
    """``obj[key]`` for mappings and sequences; a text key may also name a member."""
    if isinstance(obj, Mapping):
        return _data(obj.get(single(key), MISSING))
    if isinstance(obj, Markup):  # a character of it may be half a tag
        return MISSING
    if isinstance(obj, str | tuple | list) and isinstance(key, int):
        return _data(obj[key]) if -len(obj) <= key < len(obj) else MISSING
    return member(obj, key) if isinstance(key, str) else MISSING


def _data(value: object) -> object:
    """``value``, unless it could be called (macros can, and are meant to be)."""
    if not callable(value) or isinstance(value, Macro | Undefined):
        return value
    return FORBIDDEN


@lru_cache(maxsize=512)
def _names(cls: type) -> frozenset[str]:
    """The public fields and properties of a record type; empty for any other type."""
    if issubclass(cls, date):
        return _DATE
    if issubclass(cls, LoopContext):
        return _LOOP
    if issubclass(cls, Struct) and cls.__struct_config__.frozen:
        names = set(cls.__struct_fields__)
    elif isinstance(getattr(cls, "__pydantic_fields__", None), dict):
        names = set(cls.__pydantic_fields__)  # type: ignore[attr-defined]
    elif issubclass(cls, tuple) and hasattr(cls, "_fields"):
        names = set(cls._fields)
    else:
        return frozenset()
    for base in cls.__mro__:
        if not base.__module__.startswith(("pydantic", "enum", "builtins")):
            names |= {key for key, value in vars(base).items() if isinstance(value, property | lazy)}
    return frozenset(name for name in names if not name.startswith("_"))
