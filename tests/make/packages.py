"""ZIP packages as no office program writes them: sound ones of which one entry lies."""

from __future__ import annotations

import functools
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping

from negotiation_docs.writers.docxfile.package import Part, archive

_METHOD, _FLAGS, _CRC = "method", "flags", "crc"
_FIELDS = {b"PK\3\4": {_FLAGS: 6, _METHOD: 8, _CRC: 14}, b"PK\1\2": {_FLAGS: 8, _METHOD: 10, _CRC: 16}}
BOMB = 200 << 20


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _set(data: bytes, name: str, field: str, value: int) -> bytes:
    """The package with a field of an entry changed in both of its records."""
    made = bytearray(data)
    for sign, fields in _FIELDS.items():
        header = {b"PK\3\4": 30, b"PK\1\2": 46}[sign]
        at = -1
        while (at := made.find(sign, at + 1)) >= 0:
            if made[at + header : at + header + len(name)] == name.encode():
                struct.pack_into("<H" if field != _CRC else "<L", made, at + fields[field], value)
    return bytes(made)


def _method(number: int) -> Callable[[bytes, str], bytes]:
    """Said to be packed in another way than it is."""
    return lambda data, name: _set(data, name, _METHOD, number)


def _truly(method: int) -> Callable[[bytes, str], bytes]:
    """Truly packed in a way that no office program reads."""

    def made(data: bytes, name: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
            for each, content in _parts(data).items():
                package.writestr(each, content, method if each == name else None)
        return out.getvalue()

    return made


def _with(changed: Callable[[Mapping[str, bytes], str], Part]) -> Callable[[bytes, str], bytes]:
    def made(data: bytes, name: str) -> bytes:
        contents = _parts(data)
        own = [Part.of(each, content) for each, content in contents.items() if each != name]
        return archive([*own, changed(contents, name)])

    return made


@functools.cache
def _packed_bomb() -> bytes:
    squeezed = zlib.compressobj(9, wbits=-15)
    return b"".join(squeezed.compress(bytes(1 << 20)) for _ in range(BOMB >> 20)) + squeezed.flush()


def _small_lie(contents: Mapping[str, bytes], name: str) -> Part:
    """Declares its own size, and goes on for 200 MB."""
    content = contents[name]
    squeezed = zlib.compressobj(9, wbits=-15)
    packed = squeezed.compress(content) + squeezed.flush(zlib.Z_FULL_FLUSH)
    return Part(name, packed + _packed_bomb(), zlib.crc32(content), len(content))


def _large_lie(contents: Mapping[str, bytes], name: str) -> Part:
    """Declares a byte more than there is."""
    sound = Part.of(name, contents[name])
    return Part(name, sound.packed, sound.crc, sound.size + 1)


def _twice(data: bytes, name: str) -> bytes:
    sound = [Part.of(each, content) for each, content in _parts(data).items()]
    return archive([*sound, Part.of(name, b"<other/>")])


def _twice_in_another_case(data: bytes, name: str) -> bytes:
    sound = [Part.of(each, content) for each, content in _parts(data).items()]
    return archive([*sound, Part.of(name.upper(), b"<other/>")])


def _overlapping(data: bytes, name: str) -> bytes:
    """A stored entry that holds the entry ``name`` with its header: the bytes are unpacked twice."""
    others = _parts(data)
    inner = others.pop(name)
    common = (20, 0, 0, 0, 33, zlib.crc32(inner), len(inner), len(inner), len(name), 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", *common) + name.encode()
    made = _stored({"outer.bin": local + inner, **others})
    end = made.rfind(b"PK\5\6")
    size, offset = struct.unpack_from("<2L", made, end + 12)
    record = struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, *common, 0, 0, 0, 0, made.index(local)) + name.encode()
    count = len(others) + 2
    return made[:end] + record + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, size + len(record), offset, 0)


def _stored(contents: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in contents.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


LIES: dict[str, Callable[[bytes, str], bytes]] = {
    "said to be shrunk": _method(1),
    "said to be deflate64": _method(9),
    "said to be bzip2": _method(12),
    "said to be lzma": _method(14),
    "said to be zstd": _method(93),
    "said to be encrypted by AES": _method(99),
    "said to be stored": _method(0),
    "truly bzip2": _truly(zipfile.ZIP_BZIP2),
    "truly lzma": _truly(zipfile.ZIP_LZMA),
    "said to be encrypted": lambda data, name: _set(data, name, _FLAGS, 0x801),
    "strongly encrypted": lambda data, name: _set(data, name, _FLAGS, 0x840),
    "patched data": lambda data, name: _set(data, name, _FLAGS, 0x820),
    "another checksum": lambda data, name: _set(data, name, _CRC, 7),
    "larger than it says": _with(_small_lie),
    "smaller than it says": _with(_large_lie),
    "twice": _twice,
    "twice, in capitals": _twice_in_another_case,
    "inside another": _overlapping,
}
"""What is wrong with one entry → makes it so, of a sound package and the entry's name."""
