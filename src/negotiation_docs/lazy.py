"""A property that is worked out once, when it is first asked for, without a lock.

``functools.cached_property`` of Python 3.11 holds a lock of the class while it works: threads wait for one another, and
a process forked in that moment waits for ever. What is kept here is pure, so two threads may as well work it out twice.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - a decorator, like property
    """``@lazy`` on a method: its value stands in the instance's dictionary after the first call."""

    def __init__(self, work: Callable[[Any], T]) -> None:
        self.work = work
        self.__doc__ = work.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type | None = None) -> T: ...

    def __get__(self, instance: object | None, owner: type | None = None) -> T | Self:
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.work(instance)
        return value
