"""One rendering of a template: what it may call and what it may cost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from jinja2.exceptions import SecurityError
from msgspec import Struct, field

MAX_COST: Final = 2_000_000
"""Characters and items handled, plus 20 for each loop turn and call; our longest papers stay below 200,000."""
TURN: Final = 20
"""The cost of a loop turn or a call."""
MAX_CALLS: Final = 60
"""Macros that call each other; the host's own limit of recursion may be set higher than its stack is deep."""


class Session(Struct):
    """One rendering: which functions it may call, what they answered, what it has cost so far.

    A traced rendering repeats an earlier one: it gets the ``answers`` of then, for a function may count its calls.
    """

    functions: tuple[Callable[..., Any], ...] = ()
    traced: bool = False
    answers: deque[object] = field(default_factory=deque)
    cost: int = 0
    calls: int = 0

    def spend(self, amount: int) -> None:
        """Adds to the cost; raises SecurityError above :data:`MAX_COST`."""
        self.cost += amount
        if self.cost > MAX_COST and not self.traced:  # what is traced has been rendered before
            raise SecurityError("模板的循环或输出过多，已停止")

    @contextmanager
    def call(self) -> Iterator[None]:
        """Spends for a call and counts it as long as it lasts; raises SecurityError where calls nest too deep."""
        self.spend(TURN)
        if self.calls >= MAX_CALLS:
            raise SecurityError("嵌套或递归过深")
        self.calls += 1
        try:
            yield
        finally:
            self.calls -= 1


SESSION: Final[ContextVar[Session]] = ContextVar("negotiation_docs_template_session")


def spend(weight: int) -> bool:
    """Spends for one turn over ``weight`` characters of template; true, so that it can stand in a condition."""
    SESSION.get().spend(weight + TURN)
    return True
