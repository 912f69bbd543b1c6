"""What words say of a debt at law: whether they promise to pay it, admit it or ask for time, and how surely.

民法典192, 诉讼时效规定19: who agrees to perform has no defence of limitation any more. Words are judged by clauses.
``data/admissions.json`` has named parts, patterns made of them, and the frames in which the same words are harmless:
a denial, the other side speaking, a term or a payment of the past, somebody else's person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct

from negotiation_docs.facts.values.folding import fold

_DATA = Path(__file__).parent / "data" / "admissions.json"
_CLAUSES: Final = re.compile(r"[，。；;？?！!、\n]|(?<!\d),|,(?!\d)")  # not within 11,250
NEAR: Final = 200
"""Characters on either side of a word that are read with it: no clause has more, and a text without stops has many."""
_OLDEST: Final = 1980  # before it nobody borrowed
_PART: Final = re.compile("<([a-z_]+)>")


class Admission(Struct, frozen=True):
    """A clause that promises to pay, admits a debt or asks for time: ``clear`` where it does, else it may."""

    clause: str
    clear: bool


class _Words(Struct, frozen=True, forbid_unknown_fields=True):
    checked: str
    about: str
    parts: Mapping[str, str]
    clear: tuple[str, ...]
    regular: tuple[str, ...]
    asked: tuple[str, ...]
    doubled: tuple[str, ...]
    touched: tuple[str, ...]
    reported: tuple[str, ...]
    denied: tuple[str, ...]
    others: tuple[str, ...]
    taken_back: tuple[str, ...]
    named: tuple[str, ...]
    topics: tuple[str, ...]
    plain: tuple[str, ...]
    far: tuple[str, ...]


_UNLESS: Final[Mapping[str, tuple[str, ...]]] = {
    "clear": ("denied", "others"),
    "regular": ("denied", "others", "reported"),
    "asked": ("others",),
    "doubled": ("others",),
    "touched": ("denied", "others", "reported", "far"),
}
"""What may stand before words of each list that makes them harmless."""


def admission(text: str, dated: date) -> Admission | None:
    """The clause of ``text`` that says most surely that the debt will be paid or is owed; None where none does.

    ``dated`` is the day of the paper: what was paid in a year long past is history.
    """
    found = [one for clause in _clauses(fold(text)) if clause and (one := _judged(clause, dated.year))]
    return next((one for one in found if one.clear), found[0] if found else None)


def denies(text: str, end: int) -> bool:
    """Whether ``text`` has, right before ``end``, words that take back what follows them (本人没有、从未向银行)."""
    return _pattern("denied").search(text, max(0, end - NEAR), end) is not None


def _clauses(text: str) -> Iterator[str]:
    """The clauses of ``text``; one without end in pieces that overlap, so that its length costs in proportion."""
    for clause in _CLAUSES.split(text):
        yield from (clause[start : start + NEAR] for start in range(0, max(len(clause) - NEAR // 2, 1), NEAR // 2))


def _judged(clause: str, year: int) -> Admission | None:
    """Sure where the words say so themselves; a promise that is only named (愿意还款的事) may be one."""
    ends = [end for name in _UNLESS if name != "touched" for end in _spoken(clause, name, year)]
    if any(_pattern("named").match(clause, end) is None for end in ends):
        return Admission(clause, clear=True)
    unsure = ends or any(_spoken(clause, "touched", year)) or _of_the_debt(clause, year)
    return Admission(clause, clear=False) if unsure else None


def _of_the_debt(clause: str, year: int) -> bool:
    """Whether ``clause`` may speak of the debt in words that no list knows: rather warned of than passed over."""
    return bool(_pattern("topics").search(clause)) and not _pattern("plain", year).search(clause)


def _spoken(clause: str, name: str, year: int) -> Iterator[int]:
    """Where words of the list ``name`` end that nothing before or after them makes harmless, wherever they begin."""
    pattern, frames = _pattern(name, year), [_pattern(frame, year) for frame in _UNLESS[name]]
    for start in range(len(clause)):
        match = pattern.match(clause, start)
        taken_back = match and _pattern("taken_back").match(clause, match.end())
        if match and not taken_back and not any(frame.search(clause[:start]) for frame in frames):
            yield match.end()


@cache
def _pattern(name: str, year: int = 0) -> re.Pattern[str]:
    return re.compile("|".join(_filled(pattern, year) for pattern in getattr(_words(), name)))


def _filled(pattern: str, year: int) -> str:
    """``pattern`` with the words of the parts that it names; parts may name others."""
    parts = {**_words().parts, "past": "|".join(map(str, range(_OLDEST, year - 2)))}
    while _PART.search(pattern):
        pattern = _PART.sub(lambda found: f"(?:{parts[found[1]]})", pattern)
    return pattern


@cache
def _words() -> _Words:
    return msgspec.json.decode(_DATA.read_bytes(), type=_Words)
