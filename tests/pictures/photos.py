"""Pictures as people have them: photos that lie on their side and say where they were taken, scans of every depth."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

ORIENTATION, CAMERA, GPS = 0x0112, 0x0110, 0x8825
SECRETS = (b"SecretCam", b"Hometown", b"GPSLatitude", b"photo by drone", b"THUMBNAIL", b"trailing video")


def marked(size=(300, 200)) -> Image.Image:
    """White, with a red corner at the top left and a blue one at the top right."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 3, size[1] // 3))
    image.paste("blue", (size[0] * 2 // 3, 0, *(size[0], size[1] // 3)))
    return image


def segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def photo(orientation: int = 1, size=(300, 200), **options) -> bytes:
    """A JPEG that looks like :func:`marked` once it is turned as its EXIF says, full of what is nobody's business."""
    turns = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,  # the camera's rows lie the other way round
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = marked(size)
    if orientation > 1:
        image = image.transpose(turns[orientation])
    exif = Image.Exif()
    exif[CAMERA] = "SecretCam"
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[29] = "Hometown"
    out = io.BytesIO()
    image.save(out, "JPEG", exif=exif, comment=b"Hometown", **{"quality": 95, "subsampling": 0, **options})
    data = out.getvalue()
    xmp = segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSLatitude, photo by drone</x:xmpmeta>")
    thumbnail = segment(0xE0, b"JFXX\0\x10THUMBNAIL")
    return data[:2] + xmp + thumbnail + data[2:] + b"trailing video"


def saved(image: Image.Image, kind: str = "PNG", **options) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def grey_of_16_bits(values: list[int]) -> bytes:
    """A PNG of one row whose samples are ``values``, of 0 to 65535."""
    return _png(len(values), 1, 16, b"\0" + struct.pack(f">{len(values)}H", *values))


def huge(width: int, height: int) -> bytes:
    """A small PNG file that says it has that many pixels of one bit."""
    return _png(width, height, 1, b"\0" * ((width + 7) // 8 + 1))


def _png(width: int, height: int, depth: int, rows: bytes) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))

    header = struct.pack(">2L5B", width, height, depth, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def layered(times: int, *, size: tuple[int, int] = (300, 200)) -> bytes:
    """A progressive JPEG that is gone through ``times`` more often than it takes, in a few bytes each time."""
    made = saved(marked(size).convert("L"), "JPEG", progressive=True)
    last = made.rindex(b"\xff\xda")
    return made[:last] + made[last:-2] * (times + 1) + made[-2:]
