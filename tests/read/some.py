"""A guard against tests that look at nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(found: Iterable[T]) -> list[T]:
    """All of ``found``, of which there must be one at least: a loop over nothing asserts nothing."""
    members = list(found)
    assert members, "there is nothing to look at, so nothing would be asserted"
    return members
