"""Decimal arithmetic in a context of our own: the host's may be narrower, round otherwise, or raise when it rounds."""

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Context, DivisionByZero, InvalidOperation, Overflow, localcontext
from functools import wraps
from typing import Final, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
OURS: Final = Context(
    prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
    traps=[InvalidOperation, DivisionByZero, Overflow],
)  # fmt: skip


def in_our_context(function: Callable[P, T]) -> Callable[P, T]:
    """``function``, computing as we do; what the host has set, flags too, is as it was afterwards."""

    @wraps(function)
    def inside(*args: P.args, **kwargs: P.kwargs) -> T:
        with localcontext(OURS):
            return function(*args, **kwargs)

    return inside
