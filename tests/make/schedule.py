"""A fixed schedule for products of papers, cases and lenders, so that thirty papers take no longer to try than four."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def share(things: Sequence[T], turn: int, most: int) -> list[T]:
    """At most ``most`` of ``things``, spread evenly, others at the next ``turn``; all of them while they are few.

    As many turns as there are shares take every thing once, whatever the number of the first.
    """
    step = max(1, -(-len(things) // most))
    return list(things[turn % step :: step])
