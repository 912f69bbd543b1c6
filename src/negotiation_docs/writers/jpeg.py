"""A JPEG file freed of all but its picture: place, camera, time, thumbnail, comments, what follows its end.

ITU-T T.81 Annex B. The coded picture itself is not touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_PASSES = 100
"""Times that a picture may be gone through, with a little more of it each time: programs that write files so take some
ten; thousands fit in as many bytes, and each costs as much as the whole picture."""
_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_FRAMES = (0xC0, 0xC1, 0xC2)  # coded by Huffman, as PDF reads it: baseline, extended, progressive
_AT_ONCE = (0xC0, 0xC1, 0xC9)  # in rows from the top down, unless its colours come one after the other
_ALONE = (0x01, *range(0xD0, 0xD8))  # markers without a length; as many 0xFF as one likes may stand before any
_APPLICATIONS, _COMMENT = range(0xE0, 0xF0), 0xFE
_COLOUR = b"Adobe"  # the one application segment that says how to read the colours
_PLAIN_HEADER = b"\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"  # without a thumbnail
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # in coded data: neither a stuffed byte nor a restart


def bare(data: bytes) -> bytes | None:
    """The file with what its picture needs; None if PDF cannot show it as it is coded (CMYK, arithmetic coding).

    Raises ValueError or IndexError for what is no JPEG.
    """
    kept = []
    header = _PLAIN_HEADER
    for marker, segment in _segments(data):
        if marker in _APPLICATIONS or marker == _COMMENT:
            if segment[4:9] == _COLOUR:
                header = segment
        elif _is_frame(marker) and not _shown(marker, segment):
            return None
        else:
            kept.append(segment)
    return b"".join([_START, header, *kept, _END])


def passes(data: bytes) -> tuple[int, bool]:
    """How often the picture is gone through, and whether all of it has to be in memory for that.

    Raises ValueError or IndexError for what is no JPEG.
    """
    components, whole, found = 0, False, 0
    for marker, segment in _segments(data):
        if _is_frame(marker):
            components, whole = segment[9], whole or marker not in _AT_ONCE
        elif marker == _SCAN:
            found += 1
            whole = whole or segment[4] < components
    return found, whole


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Each marker until the end of the picture with what belongs to it, as decoders see them."""
    at = len(_START)
    while data[at : at + 2] != _END:
        marker = data[at + 1]
        if data[at] != 0xFF:
            raise ValueError("no marker")
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if end == at + 2:
            raise ValueError("no marker")
        if marker == _SCAN:
            found = _MARKER.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[at:end]
        at = end


def _is_frame(marker: int) -> bool:
    return 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC)


def _shown(marker: int, frame: bytes) -> bool:
    """Whether PDF's DCTDecode shows a frame in the colours that PDF/A allows: grey or YCbCr of eight bits."""
    depth, components = frame[4], frame[10::3]
    return marker in _FRAMES and depth == 8 and len(components) in (1, 3) and components != b"RGB"
