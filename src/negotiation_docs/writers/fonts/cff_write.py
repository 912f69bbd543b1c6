"""Compact Font Format written: a CID-keyed font put together from outlines.

Adobe technical notes 5176 (CFF) and 5177 (Type 2 charstrings). Each outline was taken out of its file once: what a
document pays for is copying, not subsetting a font of 30,000 glyphs.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Sequence
from itertools import accumulate

_ESCAPE = 12
_CHARSET, _CHARSTRINGS, _PRIVATE, _DEFAULT_WIDTH = 15, 17, 18, 20
_FDARRAY, _FDSELECT, _ROS, _CID_COUNT, _FONT_BBOX = 1236, 1237, 1230, 1234, 5
_ADOBE, _IDENTITY = 391, 392  # the first two strings after the 391 standard ones


def font(name: str, box: tuple[int, int, int, int], upem: int, glyphs: Sequence[bytes], cids: Sequence[int]) -> bytes:
    """A CID-keyed CFF font of ``glyphs`` (each :func:`width` + outline), the first of them .notdef.

    ``cids`` are the CIDs of the others.
    """
    programs = _written_index(glyphs)
    private = _entry(_DEFAULT_WIDTH, upem)
    charset = struct.pack(f">B{len(cids)}H", 0, *cids)  # format 0: one CID after the other
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
        body = _entry(_ROS, _ADOBE, _IDENTITY, 0) + matrix + _entry(_FONT_BBOX, *box)
        body += _entry(_CID_COUNT, max(cids, default=0) + 1)
        body += _entry(_CHARSET, start) + _entry(_FDSELECT, at_select)
        body += _entry(_CHARSTRINGS, at_programs) + _entry(_FDARRAY, at_array)
        return _written_index([body]) + strings + charset + select + private + array

    ahead = len(charset) + len(select) + len(private) + len(_written_index([_entry(_PRIVATE, 0, 0)]))
    start = len(head) + len(top(0)) - ahead  # operands have a fixed length, so the first try measures
    return head + top(start) + programs


def _written_index(items: Sequence[bytes]) -> bytes:
    ends = list(accumulate(map(len, items), initial=1))
    size = (ends[-1].bit_length() + 7) // 8
    wide = array("I", ends)
    if sys.byteorder == "little":
        wide.byteswap()
    places, whole = bytearray(size * len(ends)), wide.tobytes()
    for at in range(size):
        places[at::size] = whole[wide.itemsize - size + at :: wide.itemsize]
    return len(items).to_bytes(2, "big") + bytes((size,)) + places + b"".join(items)


def width(advance: int, upem: int) -> bytes:
    """The width (font units) as first operand of an outline; nothing for an em, which is the default."""
    return b"" if advance == upem else b"\x1c" + advance.to_bytes(2, "big", signed=True)


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
