"""The table of citable law, read from ``data/citations.json``: what each provision says, and when it is in force."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

from negotiation_docs.arguments import told

_DATA = Path(__file__).parent / "data" / "citations.json"

# How a rule of each force is introduced, so that a recommended standard is never dressed up as law.
_LEAD = {"standard": "国家推荐性标准", "self_regulation": "行业自律规范"}


class Citation(Struct, frozen=True):
    """One citable provision; as a string it is what a Chinese letter writes: 《中华人民共和国民法典》第五百四十三条.

    ``words`` are the operative words as quoted in ``source``; where only a summary was read, ``gist`` has it instead.
    ``start`` and ``end`` bound the days on which it is in force, ``contract_from`` is the earliest day of a contract
    it governs. ``mark`` is V (read in full) or V2 (secondary text, may deviate by a character). ``force`` is
    statute, regulation, court, standard or self_regulation.

    >>> import negotiation_docs as nd
    >>> rule = nd.rules()[0]
    >>> rule.id, rule.text
    ('L01', '《中华人民共和国民法典》第四百六十九条')
    """

    id: str
    purpose: str
    name: str
    number: str
    article: str
    article_en: str
    english_name: str
    words: str
    gist: str
    note: str
    issuer: str
    start: date
    end: date | None
    contract_from: date | None
    status: str
    force: str
    mark: str
    source: str

    @property
    def text(self) -> str:
        """As Chinese letters write it."""
        if not self.name.startswith("《"):
            return f"{self.name}{self.number}{self.article}"
        number = f"（{self.number}）" if self.number else ""
        return f"{_LEAD.get(self.force, '')}{self.name}{number}{self.article}"

    @property
    def english(self) -> str:
        """In English, the Chinese in brackets."""
        place = f"{self.article_en} of " if self.article_en else ""
        return f"{place}{self.english_name} ({self.text})"

    @told
    def in_force(self, day: date) -> bool:
        """Whether the rule is in force on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        return self.text


class LawTable(Struct, frozen=True):
    """Provisions by purpose (several may serve one, each in its time) and the conditions in words."""

    provisions: Mapping[str, tuple[Citation, ...]]
    conditions: Mapping[str, str]
    checked: date


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _provision(entry: Mapping[str, Any], law: Mapping[str, Any]) -> Citation:
    own = {key: entry.get(key, "") for key in ("id", "purpose", "article", "article_en", "words", "gist", "note")}
    return Citation(
        **own,
        name=law["name"],
        number=law["number"],
        english_name=law["english"],
        issuer=law["issuer"],
        start=date.fromisoformat(law["from"]),
        end=_day(law["until"]),
        contract_from=_day(entry.get("contract_from")),
        status=law["status"],
        force=law["force"],
        mark=entry["mark"],
        source=entry["source"],
    )


@cache
def table() -> LawTable:
    """The data file as objects, read once a process."""
    data = json.loads(_DATA.read_text(encoding="utf-8"))
    provisions: dict[str, tuple[Citation, ...]] = {}
    for entry in data["rules"]:
        rule = _provision(entry, data["laws"][entry["law"]])
        provisions[rule.purpose] = (*provisions.get(rule.purpose, ()), rule)
    return LawTable(provisions=provisions, conditions=data["conditions"], checked=date.fromisoformat(data["checked"]))
