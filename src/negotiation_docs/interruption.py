"""Whose exception it is: what a signal handler of the host raises in the middle of our work belongs to the host.

A service that bounds every request with an alarm wants its own exception back, not a word about a damaged picture.
"""

from __future__ import annotations

import signal
from traceback import walk_tb
from types import CodeType


def let_through(error: BaseException) -> None:
    """Raises what a signal handler of the host raised, if that is ``error`` or what it came of; else does nothing.

    Called on the way out of the library, and wherever an error is swallowed on the way.
    """
    handlers = set(_handlers())
    seen: BaseException | None = error
    while seen is not None:
        if any(frame.f_code in handlers for frame, _ in walk_tb(seen.__traceback__)):
            raise seen
        seen = seen.__cause__ or seen.__context__


def _handlers() -> list[CodeType]:
    """The code of every handler of the host: of a function, a method, or an object that can be called."""
    known = map(signal.getsignal, signal.valid_signals())
    codes = [getattr(one, "__code__", getattr(type(one).__call__, "__code__", None)) for one in known if callable(one)]
    return [code for code in codes if isinstance(code, CodeType)]
