"""One question to the library, such as a check or a paper, and what is worked out once while it is answered.

Checks, figures and views ask the same of a debt many times: where it stands, what its plan takes. What they are told is
kept for as long as the outermost question takes and no longer, and never beyond its thread.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_told: ContextVar[dict[tuple[object, ...], tuple[object, Any]] | None] = ContextVar("told", default=None)


def question(function: Callable[P, T]) -> Callable[P, T]:
    """``function`` as one question: what is :func:`worked_out_once` in it is forgotten when it is answered."""

    @wraps(function)
    def asked(*args: P.args, **kwargs: P.kwargs) -> T:
        if _told.get() is not None:
            return function(*args, **kwargs)
        token = _told.set({})
        try:
            return function(*args, **kwargs)
        finally:
            _told.reset(token)

    return asked


def worked_out_once(function: Callable[P, T]) -> Callable[P, T]:
    """``function`` of objects that do not change, worked out once for the same ones; outside a question every time.

    The objects are told apart by identity, as comparing whole cases takes its time, and are held until the end so that
    no other takes the place of one. What raises an error is worked out again.
    """

    @wraps(function)
    def known(*args: P.args, **kwargs: P.kwargs) -> T:
        told = _told.get()
        if told is None or kwargs:
            return function(*args, **kwargs)
        key = (function, *map(id, args))
        if key not in told:
            told[key] = (args, function(*args, **kwargs))
        result: T = told[key][1]
        return result

    return known
