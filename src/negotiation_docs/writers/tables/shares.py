"""Shares a table's measure out over columns that want different widths.

The widest of natural, comfortable and least widths that fits the measure is the base, and what is left goes to the
columns that want more; where not even the least fit, the widest columns give way first, so that short words stay whole.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Column(Struct):
    """What one column wants, in em without padding; grows as cells are looked at."""

    natural: float = 2.0
    comfort: float = 2.0
    floor: float = 2.0

    def take(self, natural: float, comfort: float, floor: float) -> None:
        self.natural = max(self.natural, natural)
        self.comfort = max(self.comfort, comfort)
        self.floor = max(self.floor, floor)


def share_out(columns: Sequence[Column], measure: float) -> list[float]:
    """The columns' widths in em; they sum to ``measure``."""
    natural = [column.natural for column in columns]
    comfort = [column.comfort for column in columns]
    floor = [column.floor for column in columns]
    if sum(natural) <= measure:
        scale = measure / sum(natural)
        return [share * scale for share in natural]
    if sum(comfort) <= measure:
        return _fill(comfort, natural, measure)
    if sum(floor) <= measure:
        return _fill(floor, comfort, measure)
    return _lowered(floor, measure)


def _lowered(floor: list[float], measure: float) -> list[float]:
    """``floor`` with its highest values cut to one height, as high as ``measure`` allows."""
    left, height = measure, 0.0
    for done, least in enumerate(sorted(floor)):
        height = left / (len(floor) - done)
        if least >= height:
            break
        left -= least
    return [min(least, height) for least in floor]


def _fill(base: list[float], goal: list[float], measure: float) -> list[float]:
    """From ``base`` towards ``goal``, by the square root of what is missing, so that long prose does not take all."""
    shares = list(base)
    open_columns = [at for at, share in enumerate(base) if goal[at] > share]
    while open_columns:
        left = measure - sum(shares)
        weights = {at: (goal[at] - shares[at]) ** 0.5 for at in open_columns}
        unit = left / sum(weights.values())
        done = [at for at in open_columns if weights[at] * unit >= goal[at] - shares[at]]
        for at in done or open_columns:
            shares[at] = goal[at] if done else shares[at] + weights[at] * unit
        open_columns = [at for at in open_columns if at not in done] if done else []
    return shares
