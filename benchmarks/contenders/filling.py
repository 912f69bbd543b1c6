"""A template's lines with the fields of one document put in, for peers that have no templates of their own."""

from __future__ import annotations

from typing import Any


def filled(template: list[dict[str, Any]], facts: dict[str, Any]) -> list[dict[str, Any]]:
    """The lines and grids with every gap filled."""
    return [_filled(part, facts) for part in template]


def _filled(part: dict[str, Any], facts: dict[str, Any]) -> dict[str, Any]:
    if "text" in part:
        return {**part, "text": part["text"].format_map(facts)}
    rows = facts["rows"] if part["long"] else [[cell.format_map(facts) for cell in row] for row in part["rows"]]
    return {**part, "rows": rows}
