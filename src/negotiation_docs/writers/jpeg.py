"""A JPEG file freed of all but its picture: place, camera, time, thumbnail, comments, what follows its end.

ITU-T T.81 Annex B. The coded picture itself is not touched.
"""

from __future__ import annotations

import re

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_FRAMES = (0xC0, 0xC1, 0xC2)  # coded by Huffman, as PDF reads it: baseline, extended, progressive
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
    at = len(_START)
    while data[at : at + 2] != _END:
        marker, end = data[at + 1], at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at] != 0xFF or end == at + 2:
            raise ValueError("no marker")
        if marker == _SCAN:
            found = _MARKER.search(data, end)
            end = found.start() if found else len(data)
        segment = data[at:end]
        if marker in _APPLICATIONS or marker == _COMMENT:
            if segment[4:9] == _COLOUR:
                header = segment
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC) and not _shown(marker, segment):
            return None
        else:
            kept.append(segment)
        at = end
    return b"".join([_START, header, *kept, _END])


def _shown(marker: int, frame: bytes) -> bool:
    """Whether PDF's DCTDecode shows a frame in the colours that PDF/A allows: grey or YCbCr of eight bits."""
    depth, components = frame[4], frame[10::3]
    return marker in _FRAMES and depth == 8 and len(components) in (1, 3) and components != b"RGB"
