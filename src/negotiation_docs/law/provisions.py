"""The table of citable law, read from ``data/citations.json``: provisions, the matrix of papers and lenders."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from msgspec import Struct

_DATA = Path(__file__).parent / "data" / "citations.json"

# How a rule of each force is introduced, so that a recommended standard is never dressed up as law.
_LEAD = {"standard": "国家推荐性标准", "self_regulation": "行业自律规范"}


class Citation(Struct, frozen=True):
    """One citable provision; as a string it is what a Chinese letter writes: 《中华人民共和国民法典》第五百四十三条.

    ``words`` are the operative words as quoted in ``source``; where only a summary was read, ``gist`` has it instead.
    ``start`` and ``end`` bound the days on which it is in force, ``contract_from`` is the earliest day of a contract
    it governs. ``mark`` is V (read in full) or V2 (secondary text, may deviate by a character). ``force`` is
    statute, regulation, court, standard or self_regulation.
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

    def in_force(self, day: date) -> bool:
        """Whether the rule is in force on ``day``."""
        return self.start <= day and (self.end is None or day <= self.end)

    def __str__(self) -> str:
        return self.text


class LawTable(Struct, frozen=True):
    """Provisions by purpose, and the matrix: kind → creditor kind → purpose → names of conditions."""

    provisions: Mapping[str, Citation]
    matrix: Mapping[str, Mapping[str, Mapping[str, list[str]]]]
    titles: Mapping[str, str]
    creditors: Mapping[str, str]
    conditions: Mapping[str, str]
    checked: date

    def cell(self, kind: str, creditor: str) -> Mapping[str, list[str]]:
        """What a paper of ``kind`` may cite to ``creditor``, with conditions; empty where nothing may be cited."""
        return self.matrix.get(kind, {}).get(creditor, {})

    def title(self, kind: str) -> str:
        """The paper's title in book-title marks, or the bare name of a kind the matrix does not know."""
        return f"《{self.titles[kind]}》" if kind in self.titles else kind


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
    return LawTable(
        provisions={entry["purpose"]: _provision(entry, data["laws"][entry["law"]]) for entry in data["rules"]},
        matrix={kind: row["allow"] for kind, row in data["matrix"].items()},
        titles={kind: row["title"] for kind, row in data["matrix"].items()},
        creditors=data["creditors"],
        conditions=data["conditions"],
        checked=date.fromisoformat(data["checked"]),
    )
