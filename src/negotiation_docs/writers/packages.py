"""A stranger's ZIP package (DOCX, XLSX): looked at before any of it is unpacked, then unpacked a block at a time.

Only what office programs write is read: stored and deflated entries, no two of one name, none inside another. An entry
that unpacks to more or less than it declares is damage, so that what the declared sizes are held to is held by the
bytes, also when python-docx or openpyxl read the file after us.
"""

from __future__ import annotations

import copy
import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

MOST_ENTRIES: Final = 2000
_BLOCK: Final = 1 << 20
_READ: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_HEADER: Final = 30  # bytes before the name of an entry (PKWARE APPNOTE 4.3.7)
_RAISED: Final = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, ValueError, KeyError,
    RuntimeError,  # encrypted; NotImplementedError, which is one, for what only later versions unpack
)  # fmt: skip


class DamagedError(Exception):
    """No ZIP file, or none that an office program writes and can read."""


class OversizeError(Exception):
    """More entries, or more bytes in them, than the caller takes."""


def opened(file: IO[bytes]) -> zipfile.ZipFile:
    """The package in ``file``. Raises :class:`DamagedError`; nothing has been unpacked yet."""
    try:
        package = zipfile.ZipFile(file)
    except _RAISED:
        raise DamagedError from None
    entries = sorted(package.infolist(), key=lambda entry: entry.header_offset)
    begins = [*(entry.header_offset for entry in entries), package.start_dir]
    inside = any(
        entry.header_offset + _HEADER + entry.compress_size > begin
        for entry, begin in zip(entries, begins[1:], strict=True)
    )
    if inside or len({entry.filename.lower() for entry in entries}) < len(entries):
        raise DamagedError
    if any(entry.compress_type not in _READ or entry.flag_bits & 1 for entry in entries):
        raise DamagedError
    return package


def blocks(package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of an entry, a megabyte at most at once. Raises :class:`DamagedError`."""
    asked, left = copy.copy(entry), entry.file_size
    asked.file_size += 1  # one byte more than is declared shows that there is more
    try:
        with package.open(asked) as file:
            while block := file.read(_BLOCK):
                left -= len(block)
                if left < 0:
                    raise DamagedError
                yield block
    except _RAISED:
        raise DamagedError from None
    if left:
        raise DamagedError


def unpacked(data: bytes, most: int) -> dict[str, bytes]:
    """Every entry by its name, ``most`` bytes in all. Raises :class:`DamagedError` or :class:`OversizeError`."""
    with opened(io.BytesIO(data)) as package:
        found = package.infolist()
        if len(found) > MOST_ENTRIES or sum(entry.file_size for entry in found) > most:
            raise OversizeError
        return {entry.filename: b"".join(blocks(package, entry)) for entry in found}
