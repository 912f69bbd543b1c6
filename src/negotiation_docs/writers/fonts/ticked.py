"""☑, which no packaged font has: the outline of □ with a tick drawn into it.

Type 2 charstrings (Adobe technical note 5177). The tick is drawn first, anticlockwise as outer outlines of a CFF font
are, and the first move of □ then starts from where the tick ended.
"""

from __future__ import annotations

from typing import Final

from negotiation_docs.writers.fonts.cff_read import operands

BOX: Final = "□"
TICKED: Final = "☑"
_MOVES: Final = {21: (0, 1), 22: (0, None), 4: (None, 0)}  # rmoveto, hmoveto, vmoveto: which operand is x, which y
_RMOVETO, _RLINETO = 21, 5
_TICK: Final = ((17, 50), (42, 19), (87, 74), (79, 81), (42, 34), (25, 57))
"""The tick in hundredths of the box, from its lower left corner."""

Extents = tuple[int, int, int, int]  # left, bottom, width, height, in the font's own units


def ticked(outline: bytes, box: Extents) -> bytes:
    """The ``outline`` of □, which has no width in front, with a tick inside its ``box``."""
    left, bottom, width, height = box
    points = [(left + x * width // 100, bottom + y * height // 100) for x, y in _TICK]
    drawn, at = b"", (0, 0)
    for number, point in enumerate(points):
        drawn += _step(point[0] - at[0], point[1] - at[1], _RLINETO if number else _RMOVETO)
        at = point
    moved, after = operands(outline)
    to_x, to_y = (moved[place] if place is not None else 0 for place in _MOVES[outline[after]])
    return drawn + _step(to_x - at[0], to_y - at[1], _RMOVETO) + outline[after + 1 :]


def _step(across: int, up: int, operator: int) -> bytes:
    numbers = (b"\x1c" + value.to_bytes(2, "big", signed=True) for value in (across, up))
    return b"".join(numbers) + bytes((operator,))
