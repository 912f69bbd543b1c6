"""The picture of a signature as a file and as a drawing, freed of everything but its pixels."""

from __future__ import annotations

import struct

from deflate import crc32, zlib_compress

from negotiation_docs.writers.picture import Picture, read_picture

RELATIONSHIP = "signature"
_PNG = b"\x89PNG\r\n\x1a\n"
TALLEST = 40.0  # pt, 14 mm
WIDEST = 110.0  # pt, about nine characters, the length of the blank
_EMU = 12700  # to the point
_DRAWING_ID = 4001  # above what a letterhead's own pictures use


def signature_picture(data: bytes) -> tuple[bytes, str]:
    """The picture as a PNG or JPEG file and the run that shows it, upright, scaled to fit the signature line.

    A photo's metadata (place, camera, time) is left behind. Raises :class:`~negotiation_docs.errors.OutputError` for
    anything but a PNG or JPEG.
    """
    picture = read_picture(data).upright()
    scale = min(WIDEST / picture.width, TALLEST / picture.height)
    width, height = (round(side * scale * _EMU) for side in (picture.width, picture.height))
    return picture.data if picture.jpeg else _png(picture), _drawing(width, height)


def file_name(image: bytes) -> str:
    """What the picture is called in word/media, nothing if there is none; its suffix is its media type too."""
    return "" if not image else "signature.png" if image.startswith(_PNG) else "signature.jpeg"


def _png(picture: Picture) -> bytes:
    """A PNG with the three chunks it must have."""
    pixels, stride = picture.data, picture.width * (1 if picture.grey else 3)
    rows = b"".join(b"\0" + pixels[at : at + stride] for at in range(0, len(pixels), stride))
    header = struct.pack(">2L5B", picture.width, picture.height, 8, 0 if picture.grey else 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", bytes(zlib_compress(rows, 9))), (b"IEND", b""))
    body = b""
    for kind, data in chunks:
        body += struct.pack(">L", len(data)) + kind + data + struct.pack(">L", crc32(kind + data))
    return _PNG + body


def _drawing(width: int, height: int) -> str:
    """The picture in the line of text; lengths in EMU."""
    uri = "http://schemas.openxmlformats.org/drawingml/2006/picture"
    extent = f'cx="{width}" cy="{height}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{_DRAWING_ID}" name="签名" descr="签名"/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
        f'<a:graphic><a:graphicData uri="{uri}"><pic:pic><pic:nvPicPr><pic:cNvPr id="{_DRAWING_ID}" name="签名"/>'
        f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{RELATIONSHIP}"/><a:stretch>'
        f'<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
