"""How a DOCX is set to fit its pages."""

from __future__ import annotations

from typing import Final

from msgspec import Struct


class Fit(Struct, frozen=True):
    """By how many pt lines, rows and lines in rows are higher than in the look, and what share of the space goes."""

    leading: float = 0.0
    row: float = 0.0
    sparing: float = 0.0
    cell: float = 0.0


AS_IT_IS: Final = Fit()
