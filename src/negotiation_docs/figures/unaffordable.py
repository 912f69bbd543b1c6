"""``UnaffordablePlan``: the error that carries what would be affordable instead."""

from __future__ import annotations

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.suggestions import Suggestion


class UnaffordablePlan(FactsError):  # noqa: N818 - says what happened
    """A plan that asks for more than is disposable in some month; its problems name what would be affordable.

    ``suggestion`` holds the same as data, or None where nothing would be.
    """

    suggestion: Suggestion | None = None
