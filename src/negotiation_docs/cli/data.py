"""What the commands know, as JSON for a program: stable ids, places as lists, lines and columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from negotiation_docs.cli.terminal import out
from negotiation_docs.errors import FactsError, NegotiationDocsError, Problem


def put(value: object) -> None:
    """``value`` on standard output, indented; mappings and sets of any kind are written as objects and lists."""
    encoded = msgspec.json.encode(value, enc_hook=_plain)
    out(f"{msgspec.json.format(encoded, indent=2).decode()}\n")


def put_error(error: NegotiationDocsError) -> None:
    """An error raised on purpose: all its problems, else its words."""
    put({"problems": problems(error.problems)} if isinstance(error, FactsError) else {"error": str(error)})


def problems(found: Iterable[Problem]) -> list[dict[str, Any]]:
    """Findings with all that is public of them, in their order."""
    return [
        {
            "severity": one.severity,
            "rule": one.rule,
            "place": one.place,
            "path": one.path,
            "line": one.line,
            "column": one.column,
            "message": one.message,
            "hint": one.hint,
        }
        for one in found
    ]


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    raise NotImplementedError
