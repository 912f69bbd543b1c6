"""Compact Font Format, as far as embedding needs it: outlines out of a subset, a CID-keyed font out of outlines.

Adobe technical notes 5176 (CFF) and 5177 (Type 2 charstrings). A font is put together from outlines that each were
taken out of their file once: what a document pays for is copying them, not subsetting a font of 30,000 glyphs.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

_ESCAPE = 12
_CHARSET, _CHARSTRINGS, _PRIVATE, _DEFAULT_WIDTH, _NOMINAL_WIDTH = 15, 17, 18, 20, 21
_FDARRAY, _FDSELECT, _ROS, _CID_COUNT, _FONT_BBOX, _FONT_MATRIX = 1236, 1237, 1230, 1234, 5, 1207
_ADOBE, _IDENTITY = 391, 392  # the first two strings after the 391 standard ones

# How many operands the first operator of an outline takes; an odd one out in front is the width. Hints take pairs.
_MOVES = {21: 2, 22: 1, 4: 1, 14: 0}


def outlines(data: bytes) -> list[bytes]:
    """The charstrings of a CFF font that has no subroutines, by glyph, each without its width."""
    index = _index(data, data[2])[1]  # the names
    tops, index = _index(data, index)
    top = _dict(tops[0])
    return [_without_width(outline) for outline in _index(data, int(top[_CHARSTRINGS][0]))[0]]


def font(name: str, box: tuple[int, int, int, int], upem: int, glyphs: Sequence[tuple[bytes, int]]) -> bytes:
    """A CID-keyed CFF font of ``glyphs`` (outline, width in font units), the first of them .notdef; CID = glyph.

    Glyphs as wide as an em carry no width: it is the default.
    """
    programs = _written_index([_width(width, upem) + outline for outline, width in glyphs])
    private = _entry(_DEFAULT_WIDTH, upem)
    charset = b"\2" + (1).to_bytes(2, "big") + (len(glyphs) - 2).to_bytes(2, "big")  # one range from CID 1
    select = b"\3\0\1\0\0\0" + len(glyphs).to_bytes(2, "big")  # one range, font dictionary 0
    head = b"\1\0\4\4" + _written_index([name.encode("ascii")])
    strings = _written_index([b"Adobe", b"Identity"]) + b"\0\0"  # and no global subroutines

    def top(start: int) -> bytes:
        at_select = start + len(charset)
        at_private = at_select + len(select)
        at_array = at_private + len(private)
        array = _written_index([_entry(_PRIVATE, len(private), at_private)])
        at_programs = at_array + len(array)
        matrix = b"" if upem == 1000 else _real(1 / upem) + b"\x8b\x8b" + _real(1 / upem) + b"\x8b\x8b\x0c\x07"
        body = _entry(_ROS, _ADOBE, _IDENTITY, 0) + matrix + _entry(_FONT_BBOX, *box) + _entry(_CID_COUNT, len(glyphs))
        body += _entry(_CHARSET, start) + _entry(_FDSELECT, at_select)
        body += _entry(_CHARSTRINGS, at_programs) + _entry(_FDARRAY, at_array)
        return _written_index([body]) + strings + charset + select + private + array

    ahead = len(charset) + len(select) + len(private) + len(_written_index([_entry(_PRIVATE, 0, 0)]))
    start = len(head) + len(top(0)) - ahead  # operands have a fixed length, so the first try measures
    return head + top(start) + programs


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


def _written_index(items: Sequence[bytes]) -> bytes:
    ends = list(accumulate(map(len, items), initial=1))
    size = (ends[-1].bit_length() + 7) // 8
    places = b"".join([end.to_bytes(size, "big") for end in ends])
    return len(items).to_bytes(2, "big") + bytes((size,)) + places + b"".join(items)


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


def _without_width(outline: bytes) -> bytes:
    """An outline without the width that may stand before its first operator's operands."""
    at, ends = 0, []
    while outline[at] == 28 or outline[at] >= 32:
        _, at = _number(outline, at, 4 if outline[at] == 255 else 2)
        ends.append(at)
    operands = len(ends)
    taken = _MOVES.get(outline[at])
    has_width = operands > taken if taken is not None else operands % 2 == 1
    return outline[ends[0] :] if has_width else outline


def _width(width: int, default: int) -> bytes:
    """The width as first operand of an outline; nothing when it is the default."""
    return b"" if width == default else b"\x1c" + width.to_bytes(2, "big", signed=True)


def _entry(operator: int, *operands: int) -> bytes:
    """A DICT entry with operands of fixed length, so that offsets do not move what they point to."""
    numbers = b"".join([b"\x1d" + value.to_bytes(4, "big", signed=True) for value in operands])
    return numbers + (bytes((operator,)) if operator < 1200 else bytes((_ESCAPE, operator - 1200)))


def _real(value: float) -> bytes:
    """A real operand in packed decimal."""
    nibbles = [("0123456789.".index(char)) for char in f"{value:.10f}".rstrip("0")] + [15]
    if len(nibbles) % 2:
        nibbles.append(15)
    return b"\x1e" + bytes([high << 4 | low for high, low in zip(nibbles[::2], nibbles[1::2], strict=True)])
