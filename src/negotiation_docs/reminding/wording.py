"""The words of reminders, read from ``data/words.json``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

_DATA = Path(__file__).parent / "data" / "words.json"


class Sort(Struct, frozen=True, forbid_unknown_fields=True):
    """What a kind of reminder is called where no lender may be named, and how many days before it rings."""

    quiet: str
    alarms: tuple[int, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    kinds: dict[str, Sort]


@cache
def _table() -> dict[str, Sort]:
    return msgspec.json.decode(_DATA.read_bytes(), type=_File).kinds


def sort(kind: str) -> Sort:
    """The words of ``kind``; of one that has none, those of any other thing to do."""
    return _table().get(kind) or _table()["other"]
