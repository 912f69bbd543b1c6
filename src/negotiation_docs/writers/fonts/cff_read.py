"""Compact Font Format read: the outlines of a subset that has no subroutines.

Adobe technical notes 5176 (CFF) and 5177 (Type 2 charstrings).
"""

from __future__ import annotations

from itertools import pairwise

_ESCAPE = 12
_CHARSTRINGS = 17

# How many operands the first operator of an outline takes; an odd one out in front is the width. Hints take pairs.
_MOVES = {21: 2, 22: 1, 4: 1, 14: 0}


def outlines(data: bytes) -> list[bytes]:
    """The charstrings of a CFF font that has no subroutines, by glyph, each without its width."""
    index = _index(data, data[2])[1]  # the names
    tops, index = _index(data, index)
    top = _dict(tops[0])
    return [_without_width(outline) for outline in _index(data, int(top[_CHARSTRINGS][0]))[0]]


def _index(data: bytes, at: int) -> tuple[list[bytes], int]:
    """The items of an INDEX and the place after it."""
    count = int.from_bytes(data[at : at + 2], "big")
    if not count:
        return [], at + 2
    size = data[at + 2]
    start = at + 3
    ends = [int.from_bytes(data[start + size * i : start + size * (i + 1)], "big") for i in range(count + 1)]
    base = start + size * (count + 1) - 1
    return [data[base + a : base + b] for a, b in pairwise(ends)], base + ends[-1]


def _dict(data: bytes) -> dict[int, list[int]]:
    """A DICT by operator; reals are read over (no operator needed here takes one)."""
    found: dict[int, list[int]] = {}
    operands: list[int] = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte <= 21:
            operator = byte
            if byte == _ESCAPE:
                at += 1
                operator = 1200 + data[at]
            found[operator], operands = operands, []
            at += 1
        elif byte == 30:
            at += 1
            while data[at] & 0x0F != 0x0F and data[at] >> 4 != 0x0F:
                at += 1
            at += 1
            operands.append(0)
        else:
            value, at = _number(data, at, 4 if byte == 29 else 2)
            operands.append(value)
    return found


def _number(data: bytes, at: int, long: int) -> tuple[int, int]:
    """An integer operand and the place after it; ``long`` is the length after the bytes 28, 29 and 255."""
    byte = data[at]
    if 32 <= byte <= 246:
        return byte - 139, at + 1
    if 247 <= byte <= 250:
        return (byte - 247) * 256 + data[at + 1] + 108, at + 2
    if 251 <= byte <= 254:
        return -(byte - 251) * 256 - data[at + 1] - 108, at + 2
    return int.from_bytes(data[at + 1 : at + 1 + long], "big", signed=True), at + 1 + long


def operands(outline: bytes) -> tuple[list[int], int]:
    """The numbers before the first operator of an outline, and the place of that operator."""
    at, found = 0, []
    while outline[at] == 28 or outline[at] >= 32:
        value, at = _number(outline, at, 4 if outline[at] == 255 else 2)
        found.append(value)
    return found, at


def _without_width(outline: bytes) -> bytes:
    """An outline without the width that may stand before its first operator's operands."""
    found, at = operands(outline)
    taken = _MOVES.get(outline[at])
    has_width = len(found) > taken if taken is not None else len(found) % 2 == 1
    return outline[_number(outline, 0, 4 if outline[0] == 255 else 2)[1] :] if has_width else outline
