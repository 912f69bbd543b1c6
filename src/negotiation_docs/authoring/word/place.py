"""One place of a Word letter, as a clerk sees it."""

from __future__ import annotations

from msgspec import Struct

KEPT = "照印"
"""What is written for a place that stays as it is: words in brackets that are no place."""
BLANK = "留白"
"""What is written for a place that is left empty for a pen."""
ROOM = "\u3000" * 8
"""The room that is left."""


class WordPlace(Struct, frozen=True):
    """One place of a letter as it is ``written`` (``【姓名】``), how often and ``where`` it stands first.

    ``name`` is what it is filled with (``applicant.name``), empty where nobody knows yet: then ``near`` has names and
    words that may be meant. ``meaning`` says the name in Chinese, ``value`` what a case has there, numbers masked.

    >>> import negotiation_docs as nd
    >>> place = nd.WordPlace("【姓名】", 2, "正文第1段", "applicant.name", "姓名")
    >>> place.name
    'applicant.name'
    """

    written: str
    times: int
    where: str
    name: str = ""
    meaning: str = ""
    value: str = ""
    near: tuple[str, ...] = ()
