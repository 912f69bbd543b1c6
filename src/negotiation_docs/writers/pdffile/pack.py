"""The bytes of a PDF file: streams as they stand, all other objects in object streams, a cross-reference stream.

Plain objects would make a tagged table of 360 rows several hundred KB (ISO 32000-1 7.5.7 and 7.5.8).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from itertools import accumulate

from deflate import zlib_compress

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACK = 255  # objects in one object stream, so that an index fits one byte of the cross-reference
_ENTRY = 5  # bytes of one cross-reference entry: kind 1, offset or container 3, index 1
_LEVEL = 2  # half the time of level 6 for three percent more bytes
_BYTES = [bytes((value,)) for value in range(256)]
FLATE = "/Filter/FlateDecode"


def deflated(data: bytes, level: int = _LEVEL) -> bytes:
    """``data`` for a stream with :data:`FLATE`; the same on every machine, whatever its own zlib."""
    return bytes(zlib_compress(data, level))


def stream(entries: str, data: bytes) -> bytes:
    """A stream's source but for its end; ``data`` as filtered, ``entries`` name the filter."""
    return b"<<%s/Length %d>>\nstream\n%s" % (entries.encode(), len(data), data)


def packed(streams: Sequence[tuple[int, bytes]], objects: Mapping[int, str], trailer: str) -> bytes:
    """The finished file of numbered streams and other objects, numbered from 1 without a gap.

    ``trailer`` names root and information dictionary. The file's identifier is the digest of its content.
    """
    out = _File()
    for number, source in streams:
        out.add(number, source)
    numbers = sorted(objects)
    container = len(streams) + len(numbers)
    for start in range(0, len(numbers), _PACK):
        container += 1
        out.add_objects(container, {number: objects[number] for number in numbers[start : start + _PACK]})
    return out.finished(container + 1, trailer)


class _File:
    """The file as it grows; ``entries`` are its cross-references by object number."""

    def __init__(self) -> None:
        self.parts = [_HEADER]
        self.length = len(_HEADER)
        self.entries: dict[int, bytes] = {}

    def add(self, number: int, source: bytes) -> None:
        """Append a stream object.

        The end marker stands on a line of its own (ISO 19005-2 6.1.7.1); after CR LF, since a stream that happens to
        end in CR would seem a byte shorter before a lone LF.
        """
        self.entries[number] = b"\1" + self.length.to_bytes(3, "big") + b"\0"
        text = b"%d 0 obj\n%s\r\nendstream\nendobj\n" % (number, source)
        self.parts.append(text)
        self.length += len(text)

    def add_objects(self, container: int, objects: Mapping[int, str]) -> None:
        """Append an object stream."""
        offsets = accumulate([len(source) + 1 for source in objects.values()], initial=0)
        head = " ".join([f"{number} {at}" for number, at in zip(objects, offsets, strict=False)]) + "\n"
        kind = b"\2" + container.to_bytes(3, "big")
        self.entries.update(zip(objects, [kind + index for index in _BYTES[: len(objects)]], strict=True))
        content = deflated((head + "\n".join(objects.values())).encode("ascii"))
        self.add(container, stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}{FLATE}", content))

    def finished(self, number: int, trailer: str) -> bytes:
        """The whole file, with its cross-reference stream as object ``number``."""
        digest = hashlib.sha256(b"".join(self.parts)).hexdigest()[:32]
        start = self.length
        self.entries[number] = b"\1" + start.to_bytes(3, "big") + b"\0"
        table = b"".join([b"\0\0\0\0\0", *map(self.entries.__getitem__, range(1, number + 1))])
        entries = (
            f"{trailer}/ID[<{digest}><{digest}>]/Type/XRef/W[1 3 1]/Size {number + 1}"
            f"/DecodeParms<</Predictor 12/Columns {_ENTRY}>>{FLATE}"
        )
        self.add(number, stream(entries, deflated(_predicted(table))))
        return b"".join([*self.parts, b"startxref\n%d\n%%%%EOF\n" % start])


def _predicted(table: bytes) -> bytes:
    """PNG's Up predictor: each entry as its difference from the one above, which compresses to next to nothing."""
    size, above = len(table), bytes(_ENTRY) + table[:-_ENTRY]
    high, new, old = (int.from_bytes(each, "big") for each in (b"\x80" * size, table, above))
    low = int.from_bytes(b"\x7f" * size, "big")
    # All bytes at once: no byte borrows from its neighbour, since its highest bit is set before and mended after.
    rows = (((new | high) - (old & low)) ^ ((new ^ old ^ high) & high)).to_bytes(size, "big")
    out = bytearray(b"\2" * (size // _ENTRY * (_ENTRY + 1)))
    for column in range(_ENTRY):
        out[column + 1 :: _ENTRY + 1] = rows[column::_ENTRY]
    return bytes(out)
