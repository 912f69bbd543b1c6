"""Many people whose cases differ in nothing but the name."""

from __future__ import annotations

from typing import Any

from tests.make.cases import plain

_NAMES = ("顾清和", "沈知远", "林晚舟", "何以安", "欧阳明", "周启明")


def crowd(count: int = 4) -> list[dict[str, Any]]:
    """Cases of ``count`` people."""
    return [
        named(f"{_NAMES[number % len(_NAMES)]}{'一二三四五六七八九'[number // len(_NAMES)]}") for number in range(count)
    ]


def named(name: str) -> dict[str, Any]:
    """The plain case of somebody of this name."""
    case = plain()
    case["borrower"]["name"] = name
    return case
