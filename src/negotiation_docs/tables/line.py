"""A row of a sheet as it was read, from whatever kind of file."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

MOST_COLUMNS: Final = 1000


class Line(Struct, frozen=True):
    """A row: its number from 1, its cells as text, and what is wrong with some of them by position."""

    number: int
    cells: tuple[str, ...]
    faults: dict[int, str] = {}
    broken: str = ""


def too_wide(number: int) -> Line:
    """The last line of a sheet: a row with more columns than anybody has."""
    return Line(number, (), broken=f"这一行超过{MOST_COLUMNS}列，后面的行都没有处理")
