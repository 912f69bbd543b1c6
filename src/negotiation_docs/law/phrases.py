"""What no paper may say: wrong law and harmful tone, as data, searched in templates, letters and free text.

The sixteen law entries are the mistakes seen in public templates (wrong lender, repealed law, dead agencies, silence as
consent …); the tone entries are what makes a clerk put a letter aside. See ``data/phrases.json``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from msgspec import Struct

from negotiation_docs.law.creditors import profiles

_DATA = Path(__file__).parent / "data" / "phrases.json"


class Forbidden(Struct, frozen=True):
    """A phrase found: the entry's id (``law-05``), the words themselves, why not, and what to write instead."""

    id: str
    phrase: str
    message: str
    better: str


ANYWHERE: Final = ""
"""In place of a kind: words of the file, which any paper may print, so that no paper's exception holds for them."""
AT_COURT: Final = "court_answer"
"""In place of a kind: what the borrower says at court, where law may be named that no letter names."""


class Phrase(Struct, frozen=True):
    """An entry of the data file: where it applies and what it looks for."""

    id: str
    group: str
    pattern: re.Pattern[str]
    message: str
    better: str
    only: frozenset[str]
    unless_creditors: frozenset[str]
    unless_kinds: frozenset[str]
    at_court: frozenset[str] = frozenset()

    def applies(self, creditor: str | None, kind: str | None) -> bool:
        """Whether the entry forbids anything in a paper of ``kind`` to ``creditor``; unknown (None) is judged mildly.

        An exception that names lenders and papers needs both to match; what is not known counts as a match.
        An entry for banks only holds for a lender that is not known, too. ``at_court`` are the lenders against whom the
        words may be said there, whatever no letter to them says.
        """
        if kind == AT_COURT and creditor in self.at_court:
            return False
        if self.only and creditor is not None and creditor not in self.only:
            return False
        excepted = [
            allowed
            for allowed, value in ((self.unless_creditors, creditor), (self.unless_kinds, kind))
            if allowed and value is not None and value not in allowed
        ]
        return bool(excepted) or not (self.unless_creditors or self.unless_kinds)


@cache
def phrases() -> tuple[Phrase, ...]:
    """All entries, in the order of the data file."""
    entries = json.loads(_DATA.read_text(encoding="utf-8"))["entries"]
    return tuple(
        Phrase(
            id=entry["id"],
            group=entry["group"],
            pattern=re.compile(entry["pattern"]),
            message=entry["message"],
            better=entry["better"],
            only=_banks() if entry.get("only") == "bank" else frozenset(),
            unless_creditors=_citable(entry.get("unless", {}).get("citable", "")),
            unless_kinds=frozenset(entry.get("unless", {}).get("kinds", ())),
            at_court=_financial() if entry.get("at_court") == "financial" else frozenset(),
        )
        for entry in entries
    )


def _banks() -> frozenset[str]:
    return frozenset(kind.value for kind, row in profiles().items() if row.bank)


def _financial() -> frozenset[str]:
    """The kinds of creditor whose loans are no private lending: at court 24 % may be held against them."""
    return frozenset(kind.value for kind, row in profiles().items() if not row.private)


def _citable(purpose: str) -> frozenset[str]:
    """The kinds of creditor to whom law may be cited for ``purpose``; none for no purpose."""
    return frozenset(kind.value for kind, row in profiles().items() if purpose in row.cites)


@lru_cache(maxsize=256)
def _applicable(creditor: str | None, kind: str | None, group: str | None) -> tuple[Phrase, ...]:
    return tuple(entry for entry in phrases() if group in (None, entry.group) and entry.applies(creditor, kind))


def suspected(
    texts: Iterable[str], creditor_kind: str | None = None, kind: str | None = None, *, group: str | None = None
) -> bool:
    """Whether :func:`forbidden` may find something in one of ``texts``: all of them are searched at once."""
    lines = "\n".join(texts)
    return any(entry.pattern.search(lines) for entry in _applicable(creditor_kind, kind, group))


def forbidden(
    text: str, creditor_kind: str | None = None, kind: str | None = None, *, group: str | None = None
) -> list[Forbidden]:
    """Every forbidden phrase in ``text``, in the order of the table, each phrase once.

    ``creditor_kind`` and ``kind`` (names) decide where law may be named at all; None means not known yet.
    ``group`` limits the search to ``law`` or ``tone``.
    """
    found: dict[tuple[str, str], Forbidden] = {}
    for entry in _applicable(creditor_kind, kind, group):
        for match in entry.pattern.finditer(text):
            key = (entry.id, match.group())
            found.setdefault(key, Forbidden(entry.id, match.group(), entry.message, entry.better))
    return list(found.values())
