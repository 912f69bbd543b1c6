"""The page that compares engines shows pictures that are there and stay small."""

from __future__ import annotations

import re
from pathlib import Path

from tests.read.some import some

DOCS = Path(__file__).parents[2] / "docs"


def test_every_picture_of_the_comparison_is_there_and_small():
    shown = re.findall(
        r"!\[[^]]+\]\((typesetting/[a-z]+\.png)\)", (DOCS / "typesetting.md").read_text(encoding="utf-8")
    )
    assert {DOCS / name for name in shown} == set((DOCS / "typesetting").glob("*.png"))
    assert all((DOCS / name).stat().st_size <= 150_000 for name in some(shown))
