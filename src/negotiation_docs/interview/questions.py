"""The table of questions: where each answer belongs, what is asked, and why."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from msgspec import Struct, convert, field

from negotiation_docs.errors import Place

_TABLE: Final = Path(__file__).parent / "data" / "questions.yaml"
Position = int | None
"""Which entry of a list, from 0; None for a fact of no list."""


class Condition(Struct, frozen=True, forbid_unknown_fields=True):
    """The question is of use when ``fact`` is stated, or is one of ``among``."""

    fact: str
    among: tuple[str, ...] = field(default=(), name="is")


class Question(Struct, frozen=True, eq=False, forbid_unknown_fields=True):
    """One question; what its fields mean stands at the head of the table."""

    fact: str
    ask: str
    why: str
    part: str = ""
    again: str = ""
    example: str = ""
    opens: bool = False
    along: Mapping[str, str] = field(default_factory=dict, name="with")
    none: bool = False
    needed: bool = False
    condition: Condition | None = field(default=None, name="if")
    only: tuple[str, ...] = ()
    of: str = ""

    @property
    def listed(self) -> Place:
        """The list whose entries are asked for one by one; empty for a fact of no list."""
        head, sign, _ = self.fact.partition("[]")
        return tuple(head.split(".")) if sign else ()

    def place(self, position: Position) -> Place:
        """Where its answer belongs, in the keys of the models."""
        return place(self.fact, position)


def place(fact: str, position: Position) -> Place:
    """A fact of the table as a place of the case; ``[]`` is the entry at ``position``."""
    head, sign, tail = fact.partition("[]")
    inside = tuple(tail.removeprefix(".").split(".")) if tail else ()
    return (*head.split("."), position or 0, *inside) if sign else tuple(head.split("."))


@cache
def questions() -> tuple[Question, ...]:
    """All questions, in their order."""
    parts = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return tuple(convert({**one, "part": part["part"]}, Question) for part in parts for one in part["questions"])
