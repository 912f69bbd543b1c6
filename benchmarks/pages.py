"""Puts what was measured into its part of a page, between two comments."""

from __future__ import annotations

from pathlib import Path


def put_into(page: Path, part: str, tables: str) -> None:
    """Replace what stands between ``<!-- part: begin -->`` and ``<!-- part: end -->``."""
    begin, end = f"<!-- {part}: begin -->", f"<!-- {part}: end -->"
    before, found, rest = page.read_text(encoding="utf-8").partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page} has no part called {part}")
    page.write_text(f"{before}{begin}\n{tables}{end}{after}", encoding="utf-8")
