"""What templates compare, look up and cut: single values and lists, each paid for before it is touched.

Python compares nested lists all the way down, and a list that holds another twice makes that twice as far with every
level. So only single values are compared, looked for and used as keys, and a list is searched item by item.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, NoReturn

from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup

from negotiation_docs.templating.session import SESSION

_SINGLE: Final = (str, int, float, Decimal, date, Enum, type(None))
_SEARCH: Final = 100
"""The most a search for a text costs for each character that is searched."""


class Compared:
    """One side of a comparison: for ``a == b`` in a template Python sees ``Compared(a) == Compared(b)``."""

    __slots__ = ("value",)
    __hash__ = None  # type: ignore[assignment]  # nothing keeps it

    def __init__(self, value: object) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return self._asked(operator.eq, other)

    def __ne__(self, other: object) -> bool:
        return self._asked(operator.ne, other)

    def __lt__(self, other: object) -> bool:
        return self._asked(operator.lt, other)

    def __le__(self, other: object) -> bool:
        return self._asked(operator.le, other)

    def __gt__(self, other: object) -> bool:
        return self._asked(operator.gt, other)

    def __ge__(self, other: object) -> bool:
        return self._asked(operator.ge, other)

    def __contains__(self, other: Compared) -> bool:
        """Whether a text holds another, a list an item, a mapping a key."""
        within, sought = self.value, single(other.value)
        if isinstance(within, str):
            if not isinstance(sought, str):
                raise SecurityError("在文字里只能查找文字")
            SESSION.get().spend(len(within) * min(len(sought) + 1, _SEARCH))
            return sought in within
        if isinstance(within, Mapping):
            return sought in within
        if not isinstance(within, list | tuple):
            _refuse(within, "只能在文字、列表或对照表里查找")
        SESSION.get().spend(len(within))
        return any(isinstance(each, _SINGLE) and _is(operator.eq, sought, each) for each in within)

    def _asked(self, comparison: Callable[[Any, Any], bool], other: object) -> bool:
        return _is(comparison, single(self.value), single(other.value if isinstance(other, Compared) else other))


def single(value: object) -> object:
    """``value``, if it may be compared or be a key: text, number, day, choice, yes or no, nothing."""
    return (
        value if isinstance(value, _SINGLE) else _refuse(value, "列表和对象不能比较，也不能当作名称，请比较其中的一项")
    )


def sliced(value: object, start: Any, stop: Any, step: Any) -> object:  # noqa: ANN401 - whatever a template wrote
    """``value[start:stop:step]`` of a text or a list."""
    if isinstance(value, Markup) or not isinstance(value, str | list | tuple):
        _refuse(value, "只能截取文字或列表")
    if not all(end is None or isinstance(end, int) for end in (start, stop, step)) or step == 0:
        raise SecurityError("截取的起止应是整数，间隔不能是零")
    part = slice(start, stop, step)
    SESSION.get().spend(len(range(*part.indices(len(value)))))
    return value[part]


def size(value: object) -> int:
    """What it costs to go through ``value``: its characters, or its items and theirs."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Sequence):
        return len(value) + sum(len(item) for item in value if isinstance(item, str))
    return len(value) if isinstance(value, Mapping) else 0


def _is(comparison: Callable[[Any, Any], bool], left: object, right: object) -> bool:
    if isinstance(left, str) and isinstance(right, str):
        SESSION.get().spend(min(len(left), len(right)))
    return comparison(left, right)


def _refuse(value: object, why: str) -> NoReturn:
    if isinstance(value, Undefined):
        str(value)  # raises, naming what is missing
    raise SecurityError(why)
