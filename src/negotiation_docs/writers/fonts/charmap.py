"""Whether the table of characters of a stranger's font can be gone through: HarfBuzz does so, segment by segment."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import Final

_MOST: Final = 2 * 0x10000
"""Characters of all segments of a subtable of format 4, which knows 65,536: in a font they never overlap."""
_SUBTABLES: Final = 64
"""Fonts have a dozen at most."""
_HEAD: Final = 14  # bytes before the ends of the segments (OpenType 1.9, cmap format 4)


def is_orderly(cmap: bytes) -> bool:
    """False where thousands of segments hold the same characters again and again."""
    offsets = {int.from_bytes(cmap[at + 4 : at + 8], "big") for at in range(4, 4 + 8 * _records(cmap), 8)}
    fours = [offset for offset in offsets if cmap[offset : offset + 2] == b"\0\4"]
    return len(offsets) <= _SUBTABLES and all(sum(_lengths(cmap, offset)) <= _MOST for offset in fours)


def _records(cmap: bytes) -> int:
    return min(int.from_bytes(cmap[2:4], "big"), (len(cmap) - 4) // 8)


def _lengths(cmap: bytes, offset: int) -> Iterator[int]:
    """How many characters each segment holds."""
    segments = int.from_bytes(cmap[offset + 6 : offset + 8], "big") // 2
    segments = max(0, min(segments, (len(cmap) - offset - _HEAD - 2) // 4))
    ends = struct.unpack_from(f">{segments}H", cmap, offset + _HEAD) if segments else ()
    starts = struct.unpack_from(f">{segments}H", cmap, offset + _HEAD + 2 * segments + 2) if segments else ()
    return (max(0, end - start + 1) for start, end in zip(starts, ends, strict=True))
