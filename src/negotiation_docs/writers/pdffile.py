"""A PDF file put together from its objects, packed: object streams, a cross-reference stream, no clock.

Objects are written as PDF source. Everything that is not itself a stream goes into compressed object streams, since
plain objects make a tagged table of 360 rows several hundred KB (ISO 32000-1 7.5.7 and 7.5.8).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
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


def text_string(text: str) -> str:
    """A text string (ISO 32000-1 7.9.2.2) as source."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


class PdfFile:
    """The objects of one document, numbered as they come; :meth:`assemble` gives its bytes, once.

    ``catalog`` and ``info`` hold the source of their entries by name, ``fonts`` that of the font resources, which all
    pages share.
    """

    def __init__(self) -> None:
        self.catalog: dict[str, str] = {}
        self.info: dict[str, str] = {}
        self.fonts: dict[str, str] = {}
        self._objects: dict[int, str] = {}
        self._streams: list[tuple[int, bytes]] = []
        self._last = 0
        self._pages: list[int] = []
        self._tree = self.reserve(1)
        self._resources = self.reserve(1)

    def reserve(self, count: int) -> int:
        """Set aside ``count`` object numbers in a row for :meth:`put`; returns the first."""
        first = self._last + 1
        self._last += count
        return first

    def put(self, first: int, objects: Iterable[str]) -> None:
        """Store objects under reserved numbers."""
        self._objects.update(enumerate(objects, first))

    def add(self, source: str) -> str:
        """Store an object; returns a reference to it."""
        number = self.reserve(1)
        self._objects[number] = source
        return f"{number} 0 R"

    def add_stream(self, entries: str, data: bytes) -> str:
        """Store a stream, ``data`` as filtered (``entries`` name the filter); returns a reference to it."""
        number = self.reserve(1)
        self._streams.append((number, b"<<%s/Length %d>>\nstream\n%s" % (entries.encode(), len(data), data)))
        return f"{number} 0 R"

    def add_page(self, size: tuple[float, float], content: bytes, images: dict[str, str]) -> int:
        """Append a tagged page of ``size`` pt, with the pictures it may use; returns its number."""
        pictures = "".join([f"/{name} {reference}" for name, reference in images.items()])
        shown = self.add_stream(FLATE, deflated(content))
        number = self.reserve(1)
        self._objects[number] = (
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {size[0]:.2f} {size[1]:.2f}]/Contents {shown}"
            f"/Resources<</Font {self._resources} 0 R{f'/XObject<<{pictures}>>' if pictures else ''}>>"
            f"/StructParents {len(self._pages)}/Tabs/S>>"
        )
        self._pages.append(number)
        return number

    def assemble(self) -> bytes:
        """The finished file. Its identifier is the digest of its content."""
        kids = " ".join([f"{page} 0 R" for page in self._pages])
        self._objects[self._tree] = f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>"
        self._objects[self._resources] = dictionary(self.fonts)
        root = self.add(dictionary({"Type": "/Catalog", "Pages": f"{self._tree} 0 R", **self.catalog}))
        info = self.add(dictionary(self.info))
        out, entries = _Bytes(), {}
        for number, body in self._streams:
            entries[number] = out.add(number, body)
        self._pack(out, entries)
        digest = hashlib.sha256(b"".join(out.parts)).hexdigest()[:32]
        start, number = out.length, self.reserve(1)
        entries[number] = b"\1" + start.to_bytes(3, "big") + b"\0"
        table = b"".join([b"\0\0\0\0\0", *map(entries.__getitem__, range(1, number + 1))])
        trailer = f"/Root {root}/Info {info}/ID[<{digest}><{digest}>]/Type/XRef/W[1 3 1]/Size {number + 1}"
        out.add(number, _stream(f"{trailer}/DecodeParms<</Predictor 12/Columns {_ENTRY}>>", _predicted(table)))
        return b"".join([*out.parts, b"startxref\n%d\n%%%%EOF\n" % start])

    def _pack(self, out: _Bytes, entries: dict[int, bytes]) -> None:
        """Append the object streams that hold everything but the streams."""
        numbers = sorted(self._objects)
        for start in range(0, len(numbers), _PACK):
            chunk = numbers[start : start + _PACK]
            container = self.reserve(1)
            bodies = [self._objects[number] for number in chunk]
            offsets = accumulate([len(body) + 1 for body in bodies], initial=0)
            head = " ".join([f"{number} {at}" for number, at in zip(chunk, offsets, strict=False)]) + "\n"
            kind = b"\2" + container.to_bytes(3, "big")
            entries.update(zip(chunk, [kind + index for index in _BYTES[: len(chunk)]], strict=True))
            content = (head + "\n".join(bodies)).encode("ascii")
            body = _stream(f"/Type/ObjStm/N {len(chunk)}/First {len(head)}", content)
            entries[container] = out.add(container, body)


class _Bytes:
    """The file as it grows."""

    def __init__(self) -> None:
        self.parts = [_HEADER]
        self.length = len(_HEADER)

    def add(self, number: int, stream: bytes) -> bytes:
        """Append a stream object without its end; returns its cross-reference entry.

        The end marker stands on a line of its own (ISO 19005-2 6.1.7.1); after CR LF, since a stream that happens to
        end in CR would seem a byte shorter before a lone LF.
        """
        entry = b"\1" + self.length.to_bytes(3, "big") + b"\0"
        text = b"%d 0 obj\n%s\r\nendstream\nendobj\n" % (number, stream)
        self.parts.append(text)
        self.length += len(text)
        return entry


def dictionary(entries: dict[str, str]) -> str:
    """A dictionary's source."""
    return f"<<{''.join([f'/{name} {value}' for name, value in entries.items()])}>>"


def _stream(entries: str, content: bytes) -> bytes:
    data = deflated(content)
    return b"<<%s%s/Length %d>>\nstream\n%s" % (entries.encode(), FLATE.encode(), len(data), data)


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
