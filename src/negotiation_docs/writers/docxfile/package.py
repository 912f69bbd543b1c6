"""A DOCX package as bytes: parts compressed once, joined into a ZIP file that is the same on every run.

The standard library's writer cannot take parts that are already compressed, so the two ZIP records are packed here
(PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16). Every entry has the date 1980-01-01, names are sorted, and
``[Content_Types].xml`` stands first as OPC readers like it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable

from deflate import crc32, deflate_compress
from msgspec import Struct

CONTENT_TYPES = "[Content_Types].xml"
_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
_UTF8 = 0x800  # names are UTF-8
_DEFLATED, _VERSION = 8, 20
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class Part(Struct, frozen=True):
    """One file of the package, deflated; made once for the parts that never change."""

    name: str
    packed: bytes
    crc: int
    size: int

    @classmethod
    def of(cls, name: str, content: str | bytes, level: int = 9) -> Part:
        """Deflate ``content`` (text becomes UTF-8)."""
        data = content.encode() if isinstance(content, str) else content
        return cls(name, bytes(deflate_compress(data, level)), crc32(data), len(data))


def archive(parts: Iterable[Part]) -> bytes:
    """The ZIP file of ``parts``: the same parts give the same bytes."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    ordered = sorted(parts, key=lambda part: (part.name != CONTENT_TYPES, part.name))
    for part in ordered:
        name = part.name.encode()
        common = (_UTF8, _DEFLATED, 0, _DATE, part.crc, len(part.packed), part.size, len(name), 0)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, *common) + name
        files += (local, part.packed)
        directory.append(_CENTRAL.pack(b"PK\1\2", _VERSION, _VERSION, *common, 0, 0, 0, 0, offset) + name)
        offset += len(local) + len(part.packed)
    records = b"".join(directory)
    end = _END.pack(b"PK\5\6", 0, 0, len(ordered), len(ordered), len(records), offset, 0)
    return b"".join((*files, records, end))
