"""The filters every template has, all of them ours: none can format, call, or reach into an object.

They refuse markup (the result of a macro), which would let a template cut a tag or a reference in two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, Final

from jinja2 import Undefined
from markupsafe import Markup

from negotiation_docs.templating.comparing import size
from negotiation_docs.templating.session import SESSION


class FilterMisuse(Exception):  # noqa: N818 - becomes a TemplateError with template and line
    """A filter got what it cannot work on; the message is Chinese and holds no fact."""


def _text(value: object) -> str:
    if isinstance(value, Markup) or not isinstance(value, str):
        raise FilterMisuse("这个过滤器只能用于文字")
    return str(value)


def _sequence(value: object) -> Sequence[Any]:
    if isinstance(value, str) or not isinstance(value, Sequence):
        raise FilterMisuse("这个过滤器只能用于列表")
    return value


def _join(value: object, separator: str = "") -> str:
    """Texts, and whole numbers as digits; how long the text will be is paid for before it is made."""
    items = _sequence(value)
    between = _text(separator)
    SESSION.get().spend(len(between) * len(items))
    return between.join(str(item) if type(item) is int else _text(item) for item in items)


def _length(value: object) -> int:
    if isinstance(value, Markup) or not isinstance(value, str | Sequence | Mapping):
        raise FilterMisuse("length 只能用于文字、列表或对照表")
    return len(value)


def _end(index: int) -> Callable[[object], object]:
    def pick(value: object) -> object:
        items = _text(value) if isinstance(value, str) else _sequence(value)
        if not items:
            raise FilterMisuse("列表是空的，没有第一项或最后一项")
        return items[index]

    return pick


def _items(value: object) -> tuple[tuple[Any, Any], ...]:
    if not isinstance(value, Mapping):
        raise FilterMisuse("items 只能用于对照表")
    return tuple(value.items())


FILTERS: Final[Mapping[str, Callable[..., Any]]] = {
    "join": _join,
    "joined": _join,
    "length": _length,
    "first": _end(0),
    "last": _end(-1),
    "items": _items,
    "upper": lambda value: _text(value).upper(),
    "lower": lambda value: _text(value).lower(),
    "capitalize": lambda value: _text(value)[:1].upper() + _text(value)[1:],
    "trim": lambda value: _text(value).strip(),
}


def _whole(remainder: int) -> Callable[[object], bool]:
    def test(value: object) -> bool:
        if not isinstance(value, int):  # of a text, Python would take % for a format
            raise FilterMisuse("odd 和 even 只能用于整数")
        return value % 2 == remainder

    return test


WHOLE: Final[Mapping[str, Callable[[object], bool]]] = {"odd": _whole(1), "even": _whole(0)}
"""Tests of ours in place of Jinja's."""
TESTS: Final = frozenset({"defined", "undefined", "none", "string", "number", "true", "false", "odd", "even"})
"""Jinja's own tests that stay; comparisons are written with operators."""


_ACCIDENTS: Final = (TypeError, ValueError, AttributeError, LookupError, ArithmeticError, AssertionError)
"""What a filter comes across in a value that is not for it."""


def charge(name: str, function: Callable[..., object]) -> Callable[..., object]:
    """The filter ``name``, spending for the size of what it is given and gives; its surroundings paid for the call.

    What it cannot work on is told by its name and the kind of accident; the words of an accident might hold a fact.
    """

    @wraps(function)  # also keeps what Jinja reads from it: whether it wants the context
    def charged(*values: object, **options: object) -> object:
        session = SESSION.get()
        session.spend(sum(map(size, (*values, *options.values()))))
        try:
            result = function(*values, **options)
        except _ACCIDENTS as error:
            for value in (*values, *options.values()):
                if isinstance(value, Undefined):
                    str(value)  # raises, naming what is missing
            raise FilterMisuse(f"过滤器 {name} 得到的值或参数不合适（{type(error).__name__}）") from None
        session.spend(size(result))
        return result

    return charged
