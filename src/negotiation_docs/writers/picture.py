"""The picture of a signature, read for any writer: upright, of a size that suits a line, and nothing but a picture."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from msgspec import Struct

from negotiation_docs.errors import OutputError
from negotiation_docs.interruption import let_through
from negotiation_docs.writers.jpeg import MOST_PASSES, bare, passes

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST = 200_000_000  # pixels of a JPEG: what the largest sensor of a telephone takes
_MOST_WHOLE = 60_000_000  # pixels of what is read whole: 240 MB of a PNG, 360 MB of a progressive JPEG
_ENOUGH = 1600  # pixels a side: more than a printer shows of a line's height
_QUALITY = 90  # of a photo that must be coded anew
_ORIENTATION = 0x0112  # the EXIF tag: how the rows of a photo lie, 1 to 8


class Picture(Struct, frozen=True):
    """A picture of ``width`` × ``height`` pixels as seen upright.

    ``data`` is a JPEG file, or rows of pixels (on white: transparency is flattened) of one byte each if ``grey``, else
    of red, green and blue. Only the rows of a JPEG file may lie otherwise than upright, as ``orientation`` says.
    """

    width: int
    height: int
    data: bytes
    jpeg: bool
    grey: bool
    orientation: int = 1

    def upright(self) -> Picture:
        """The same with upright rows, for formats that cannot turn a picture."""
        return self if self.orientation == 1 else _coded_anew(_jpeg(self.data), self.orientation)


def read_picture(data: bytes) -> Picture:
    """Open a PNG or JPEG of any kind and size. Raises OutputError for anything else."""
    try:
        return _read_jpeg(data) if data.startswith(b"\xff\xd8") else _read_png(data)
    except OutputError:
        raise
    except Exception:  # a damaged file makes Pillow raise whatever its reading comes across
        raise OutputError("签名图片无法读取：只接受PNG或JPEG图片（HEIC照片请先另存为JPEG）。") from None


def _read_jpeg(data: bytes) -> Picture:
    image = _jpeg(data)
    orientation = orientation_of(image)
    coded = bare(data)
    if coded is None:
        return _coded_anew(image, orientation)
    size, grey = as_seen(image.size, orientation), image.mode == "L"
    decode(image)
    return Picture(*size, coded, True, grey, orientation)


def _read_png(data: bytes) -> Picture:
    from PIL.PngImagePlugin import PngImageFile  # noqa: PLC0415

    image = _bounded(PngImageFile(io.BytesIO(data)), _MOST_WHOLE)
    page = on_white(turned(image, orientation_of(image)))
    return Picture(*page.size, page.tobytes(), False, page.mode == "L")


def _jpeg(data: bytes) -> Image:
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415  # few papers carry a picture

    image = _bounded(JpegImageFile(io.BytesIO(data)), _MOST)
    times, whole = passes(data)
    if times > MOST_PASSES:
        raise OutputError("签名图片存成了太多遍才显完的JPEG，请用看图软件打开，另存一份再试")
    return _bounded(image, _MOST_WHOLE) if whole else image


def _bounded(image: Image, most: int) -> Image:
    if image.width * image.height > most:
        raise OutputError(f"签名图片过大：像素总数不能超过{most // 10_000:,}万，请缩小后再试。")
    return image


def orientation_of(image: Image) -> int:
    """How the rows of a photo lie (EXIF), 1 to 8."""
    try:
        found = int(image.getexif().get(_ORIENTATION, 1))
    except Exception as error:  # damaged notes about a photo do not make the photo unreadable
        let_through(error)
        return 1
    return found if 1 <= found <= 8 else 1


def as_seen(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """Width and height upright of rows that lie as ``orientation`` says; of what is upright, those of its rows."""
    return size if orientation < 5 else size[::-1]


def decode(image: Image) -> None:
    """Raises unless the whole of a JPEG can be decoded, which its smallest rendering tells."""
    image.draft(None, (1, 1))
    image.load()


def _coded_anew(image: Image, orientation: int) -> Picture:
    """A photo as an upright JPEG that every program shows."""
    page = on_white(turned(image, orientation))
    out = io.BytesIO()
    page.save(out, "JPEG", quality=_QUALITY)
    return Picture(*page.size, out.getvalue(), True, page.mode == "L")


def turned(image: Image, orientation: int) -> Image:
    """A photo whose rows lie as ``orientation`` says, upright."""
    from PIL.Image import Transpose  # noqa: PLC0415

    turns = (
        Transpose.FLIP_LEFT_RIGHT,
        Transpose.ROTATE_180,
        Transpose.FLIP_TOP_BOTTOM,
        Transpose.TRANSPOSE,
        Transpose.ROTATE_270,
        Transpose.TRANSVERSE,
        Transpose.ROTATE_90,
    )
    return image if orientation == 1 else image.transpose(turns[orientation - 2])


def on_white(image: Image, most: tuple[int, int] = (_ENOUGH, _ENOUGH)) -> Image:
    """Grey or RGB pixels on white, no more of them than ``most``."""
    from PIL import Image as pillow  # noqa: N813, PLC0415

    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "L" if image.mode in ("1", "L") else "RGB"
    if image.mode != mode:  # a copy of a long screenshot is 65 MB
        image = image.convert(mode)
    image.thumbnail(most)
    if image.mode == "RGBA":
        page = pillow.new("RGB", image.size, "white")
        page.paste(image, mask=image.getchannel("A"))
        return page
    return image
