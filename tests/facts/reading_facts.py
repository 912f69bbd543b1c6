"""Which facts papers and checks look at: every attribute of a model that some view, figure or check asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from negotiation_docs import facts
from negotiation_docs.facts.base import Facts

MODELS = [thing for thing in vars(facts).values() if isinstance(thing, type) and issubclass(thing, Facts)]
WALKS = {"negotiation_docs.facts.texts"}  # looks at every text alike, whatever it is about
COPIES = {"with_changes"}  # takes a value along without looking at it


@contextmanager
def facts_read() -> Iterator[set[tuple[str, str]]]:
    """Model and field of everything that is asked for inside the block, by whom it matters."""
    seen: set[tuple[str, str]] = set()

    def read(self: Facts, name: str) -> object:
        if name in _names(type(self)) and _asked():
            seen.update(_declared(type(self), name))
        return object.__getattribute__(self, name)

    def _asked() -> bool:
        frame = sys._getframe(2)
        while frame is not None:
            module, function = frame.f_globals.get("__name__", ""), frame.f_code
            inside = module.startswith("negotiation_docs.facts") or function is read.__code__
            if module in WALKS or function.co_name in COPIES:
                return False
            if not inside:
                return module.startswith("negotiation_docs")
            frame = frame.f_back
        return False

    Facts.__getattribute__ = read  # type: ignore[method-assign]
    try:
        yield seen
    finally:
        del Facts.__getattribute__


@cache
def _names(model: type[Facts]) -> frozenset[str]:
    return frozenset(model.model_fields)


@cache
def _declared(model: type[Facts], name: str) -> frozenset[tuple[str, str]]:
    """The field in this model and in those it shares it with: a change of a plan is read once it is merged."""
    kin = [other for other in MODELS if issubclass(model, other) or issubclass(other, model)]
    kin += [other for other in MODELS if any(issubclass(other, one) for one in kin)]
    return frozenset((one.__name__, name) for one in kin if name in one.model_fields)
