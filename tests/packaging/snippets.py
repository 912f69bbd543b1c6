"""Reads the code out of the pages, so that tests can run what a reader would run."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def blocks(page: str, language: str, under: str = "") -> list[str]:
    """The fenced blocks of a page (a path from the root of the checkout) in ``language``; those of one heading."""
    text = (ROOT / page).read_text(encoding="utf-8")
    if under:
        text = text.partition(f"\n## {under}\n")[2].partition("\n## ")[0]
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)


def commands(page: str) -> list[str]:
    """The lines of the console blocks of a page, without comments."""
    lines = "".join(blocks(page, "console")).splitlines()
    return [line.split(" #")[0].strip() for line in lines if line.strip()]
