"""How a paper is refused for want of a fact, or because the facts say that it is not the paper to write."""

from __future__ import annotations

from negotiation_docs.checks.rule import Found, Words
from negotiation_docs.errors import Place

Wanting = tuple[Words, Found]


def wanting(name: str, place: Place, message: str, hint: str, **values: object) -> Wanting:
    """A fact that is not stated; a draft leaves it open."""
    return Words(f"missing.{name}", "error", message, hint, absent=True), (place, values)


def refusal(id_: str, place: Place, message: str, hint: str, **values: object) -> Wanting:
    """Facts that say that this is not the paper to write, or not yet; nothing is wrong with them."""
    return Words(id_, "error", message, hint, unfit=True), (place, values)


def mistake(id_: str, place: Place, message: str, hint: str, **values: object) -> Wanting:
    """Facts that are wrong for this paper."""
    return Words(id_, "error", message, hint), (place, values)
