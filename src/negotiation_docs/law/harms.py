"""What a borrower says of himself that turns against him once it stands in a letter he signs.

To pay one lender with another's money, to draw cash by a sham sale, to have put a loan to another use … The words
stand in ``data/harms.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

from negotiation_docs.facts.values.folding import fold
from negotiation_docs.law.admissions import denies

_DATA = Path(__file__).parent / "data" / "harms.json"


class Harm(Struct, frozen=True):
    """Words found: the entry's id, the ``phrase`` itself, why it harms, and what to write instead."""

    id: str
    phrase: str
    why: str
    better: str


class _Entry(Struct, frozen=True):
    id: str
    pattern: re.Pattern[str]
    why: str
    better: str


@cache
def _entries() -> tuple[_Entry, ...]:
    entries = json.loads(_DATA.read_text(encoding="utf-8"))["entries"]
    return tuple(_Entry(each["id"], re.compile(each["pattern"]), each["why"], each["better"]) for each in entries)


def harms(text: str) -> Iterator[Harm]:
    """What in ``text`` harms, one a kind, in the order of the table; what it denies does not."""
    words = fold(text)
    for entry in _entries():
        said = (match for match in entry.pattern.finditer(words) if not denies(words, match.start()))
        if first := next(said, None):
            yield Harm(entry.id, first.group(), entry.why, entry.better)
