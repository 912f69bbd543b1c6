"""A day before it is worded for a calendar: what it is called with the lender's name, and what without."""

from __future__ import annotations

from datetime import date

from msgspec import Struct


class Noted(Struct, frozen=True, kw_only=True):
    """``mark`` tells it from others of its kind and debt; ``title`` and ``about`` are its words.

    ``quiet`` is what may be added to the words of its kind where no lender is named: 第3期.
    """

    kind: str
    day: date
    title: str
    about: str
    mark: str = ""
    quiet: str = ""
    proposed: bool = False
    advice: bool = False
