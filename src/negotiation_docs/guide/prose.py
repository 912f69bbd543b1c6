"""What people wrote about each paper, one file per kind in ``data/``, and the words they explain."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import msgspec
import yaml
from msgspec import Struct

_DATA: Final = Path(__file__).parent / "data"


class Mistake(Struct, frozen=True, forbid_unknown_fields=True):
    """What people ``think``, and what is true instead."""

    think: str
    truth: str


class Prose(Struct, frozen=True, forbid_unknown_fields=True):
    """When a paper is of use, how it is handed in, what to keep, what comes next, what people get wrong."""

    when: tuple[str, ...]
    how: tuple[str, ...]
    keep: tuple[str, ...]
    next: tuple[str, ...]
    mistakes: tuple[Mistake, ...]


@cache
def prose(kind: str) -> Prose | None:
    """What is written about the paper ``kind``; None about a user's own."""
    path = _DATA / "papers" / f"{kind}.yaml"
    return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), Prose) if path.is_file() else None


@cache
def start() -> Mapping[str, tuple[str, ...]]:
    """What everybody should know before the first paper: heading → sentences."""
    told = yaml.safe_load((_DATA / "start.yaml").read_text(encoding="utf-8"))
    return msgspec.convert(told, dict[str, tuple[str, ...]])


@cache
def words() -> Mapping[str, str]:
    """Words that not everybody knows, and what they mean, in the order in which they are told."""
    told = yaml.safe_load((_DATA / "words.yaml").read_text(encoding="utf-8"))
    return {str(word): meaning for word, meaning in msgspec.convert(told, dict[str | int, str]).items()}
