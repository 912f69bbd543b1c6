"""One thing that has happened to a debt or will: what is to be done about it, by when, and where the file tells it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Any, Final

from msgspec import Struct

from negotiation_docs.errors import Place

SOON: Final = 7
"""Days within which a thing is to be done now; beyond them it is coming."""


class Urgency(StrEnum):
    """How urgent a step is, the most urgent first.

    ``overdue``: its day is past and the borrower was to act. ``now``: to be done now, or within seven days.
    ``coming``: to be done by a later day. ``waiting``: the other side has to act. ``open``: can be done, need not.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> nd.next_steps(case).steps[0].urgency.value
    'now'
    """

    OVERDUE = "overdue"
    NOW = "now"
    COMING = "coming"
    WAITING = "waiting"
    OPEN = "open"


class Event(Struct, frozen=True, kw_only=True):
    """``form`` names its words (:mod:`standing.occasions`), ``values`` fill them.

    ``occasion`` is how the heads of templates know it, where that is not ``form``. ``mark`` tells it from others of its
    kind and stays the same while it lasts. ``by`` is the last day of whoever has to act, ``since`` when it came up: a
    paper handed in since then has answered it, and ``answer_by`` is when that is to be answered. ``places`` are where
    the file tells that it is over. ``alone``: worth telling without a paper.
    """

    form: str
    urgency: Urgency
    mark: str = ""
    by: date | None = None
    since: date | None = None
    answer_by: date | None = None
    values: dict[str, Any] = {}
    places: tuple[Place, ...] = ()
    alone: bool = True
    occasion: str = ""

    @property
    def called(self) -> str:
        """What the head of a paper that answers it names under ``occasions``."""
        return self.occasion or self.form


def until(by: date | None, today: date) -> Urgency:
    """The urgency of what the borrower has to do by a day, or, without one, soon."""
    if by is None:
        return Urgency.NOW
    if by < today:
        return Urgency.OVERDUE
    return Urgency.NOW if (by - today).days <= SOON else Urgency.COMING
