"""One rendering of a template: what it may call and what it may cost."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import Any, Final

from jinja2.exceptions import SecurityError
from msgspec import Struct, field

MAX_COST: Final = 2_000_000
"""Characters handled plus 20 for each loop turn and macro call; the longest paper of the house stays below 100,000."""
TURN: Final = 20
"""The cost of a loop turn or a call."""


class Session(Struct):
    """One rendering: which functions it may call, what they answered, what it has cost so far.

    A traced rendering repeats an earlier one: it gets the ``answers`` of then, for a function may count its calls.
    """

    functions: tuple[Callable[..., Any], ...] = ()
    traced: bool = False
    answers: deque[object] = field(default_factory=deque)
    cost: int = 0

    def spend(self, amount: int) -> None:
        """Adds to the cost; raises SecurityError above :data:`MAX_COST`."""
        self.cost += amount
        if self.cost > MAX_COST and not self.traced:  # what is traced has been rendered before
            raise SecurityError("模板的循环或输出过多，已停止")


SESSION: Final[ContextVar[Session]] = ContextVar("negotiation_docs_template_session")


def spend(weight: int) -> bool:
    """Spends for one turn over ``weight`` characters of template; true, so that it can stand in a condition."""
    SESSION.get().spend(weight + TURN)
    return True


def charge(function: Callable[..., object]) -> Callable[..., object]:
    """``function``, spending for the size of what it is given; that it is called at all, a loop turn has paid for."""

    @wraps(function)  # also keeps what Jinja reads from it: whether it wants the context
    def charged(*values: object, **options: object) -> object:
        for value in values:
            if hasattr(value, "__len__"):
                SESSION.get().spend(len(value))
        return function(*values, **options)

    return charged
