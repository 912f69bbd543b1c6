"""Makes ``srgb.icc``, the display profile by which a PDF says what its greys mean, from the published numbers.

ICC.1:2001-04 (version 2.4) matrix/TRC profile; primaries and white point of IEC 61966-2-1 adapted to D50. The file was
written by ``python -m tests.pdf.srgb_profile``; it is ours, and free for any use (CC0).
"""

from __future__ import annotations

import functools
import struct

_WHITE = (0.9505, 1.0, 1.0891)  # D65, the media white
_D50 = (0.9642, 1.0, 0.8249)  # the profile connection space
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
_HEADER = 128
_TAG_ENTRY = 12
_CURVE_POINTS = 256


def _fixed(*values: float) -> bytes:
    """s15Fixed16 numbers."""
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def _xyz(values: tuple[float, float, float]) -> bytes:
    return b"XYZ \0\0\0\0" + _fixed(*values)


def _description(text: bytes) -> bytes:
    """``textDescriptionType``: the ASCII part, and empty Unicode and Macintosh parts."""
    return b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * (1 + 4 + 4 + 2 + 1 + 67)


def _curve() -> bytes:
    """The sRGB transfer curve, sampled."""
    points = []
    for step in range(_CURVE_POINTS):
        value = step / (_CURVE_POINTS - 1)
        linear = value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        points.append(round(linear * 65535))
    return b"curv\0\0\0\0" + struct.pack(f">I{_CURVE_POINTS}H", _CURVE_POINTS, *points)


@functools.cache
def srgb_profile() -> bytes:
    """The profile, about 1 KB; always the same bytes."""
    tags: dict[bytes, bytes] = {
        b"desc": _description(b"sRGB"),
        b"cprt": b"text\0\0\0\0No copyright\0",
        b"wtpt": _xyz(_WHITE),
        **{name: _xyz(values) for name, values in _PRIMARIES.items()},
    }
    shared = (b"rTRC", b"gTRC", b"bTRC")  # one curve serves all three channels
    start = _HEADER + 4 + _TAG_ENTRY * (len(tags) + len(shared))
    directory, body = b"", b""
    for name, data in tags.items():
        directory += name + struct.pack(">II", start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    curve = _curve()
    directory += b"".join(name + struct.pack(">II", start + len(body), len(curve)) for name in shared)
    body += curve
    return _header(start + len(body)) + struct.pack(">I", len(tags) + len(shared)) + directory + body


def _header(size: int) -> bytes:
    date = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)  # fixed: the same bytes for ever
    head = struct.pack(">I4x", size) + b"\x02\x40\0\0mntrRGB XYZ " + date + b"acsp"
    return (head + b"\0" * 28 + _fixed(*_D50)).ljust(_HEADER, b"\0")


if __name__ == "__main__":
    from pathlib import Path

    from negotiation_docs.writers.pdffile import archive

    Path(archive.__file__).with_name("srgb.icc").write_bytes(srgb_profile())
