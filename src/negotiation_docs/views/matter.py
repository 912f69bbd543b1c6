"""What the providers of a view start from: one paper about one debt in one language, each part worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from negotiation_docs.facts import Case, Debt
from negotiation_docs.views.order import Order
from negotiation_docs.words.voice import Voice

T = TypeVar("T")


class Matter:
    """One rendering; providers ask it for the case, the debt, the voice of the language, and for one another."""

    def __init__(self, order: Order, lang: str) -> None:
        self.order = order
        self.case: Case = order.case
        self.debt: Debt = order.debt
        self.voice = Voice(lang, order.case.english, order.draft)
        self._known: dict[Callable[..., object], object] = {}

    def of(self, provider: Callable[[Matter], T]) -> T:
        """What ``provider`` gives for this matter; it is asked once."""
        if provider not in self._known:
            self._known[provider] = provider(self)
        return cast(T, self._known[provider])
