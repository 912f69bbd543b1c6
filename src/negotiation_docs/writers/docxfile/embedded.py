"""What a letterhead embeds: pictures that are pictures, freed of place, author and what follows their end; fonts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Final

from docx.opc.part import Part

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.jpeg import bare

_JPEG, _PNG, _EMF = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b" EMF"
_OTHERS: Final = (b"GIF8", b"BM", b"II*\0", b"MM\0*", b"\xd7\xcd\xc6\x9a", b"\1\0\x09\0", b"\2\0\x09\0")
_SHOWING: Final = (b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"pHYs", b"bKGD", b"hIST", b"sPLT")
_FONTS: Final = ("application/vnd.openxmlformats-officedocument.obfuscatedFont", "application/x-fontdata")
_UPPER: Final = 0x20  # the bit that is not set in the first letter of what a PNG cannot be shown without


def clean(part: Part, kind: str) -> None:
    """Leaves of an embedded ``part`` (a relationship of the ``kind``) what is shown. Raises :class:`OutputError`."""
    if kind == "image":
        part._blob = _picture(part.blob)
    elif kind == "font" and part.content_type not in _FONTS:
        raise OutputError("信头文件里嵌入的字体不是 Word 嵌入的，请在 Word 的保存选项里取消嵌入字体，再试")


def _picture(data: bytes) -> bytes:
    if data.startswith(_PNG):
        return _PNG + b"".join(_chunks(data))
    if data.startswith(_JPEG):
        with suppress(ValueError, IndexError):  # what is no JPEG is shown by no program either
            return bare(data) or data
        return data
    if data.startswith(_OTHERS) or data[40:44] == _EMF:
        return data
    raise OutputError("信头文件里有不认识的图片，请在 Word 里换成 PNG 或者 JPEG 图片再试")


def _chunks(data: bytes) -> Iterator[bytes]:
    """The chunks of a PNG (ISO/IEC 15948) without which it looks different, until its end."""
    at, kind = len(_PNG), b""
    while kind != b"IEND" and at + 12 <= len(data):
        end, kind = at + 12 + int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if not kind[0] & _UPPER or kind in _SHOWING:
            yield data[at:end]
        at = end
