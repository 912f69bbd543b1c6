"""A photo or a scan as a picture: JPEG, PNG or TIFF, upright, with no more dots than the sheet shows."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from negotiation_docs.writers.jpeg import MOST_PASSES, bare, passes
from negotiation_docs.writers.picture import as_seen, decode, on_white, orientation_of, turned
from negotiation_docs.writers.scans import limits
from negotiation_docs.writers.scans.cutting import is_long, strips
from negotiation_docs.writers.scans.scan import Coded, Scan, ScanError, room

if TYPE_CHECKING:
    from PIL.Image import Image

_DCT = "/DCTDecode"
_POINTS = 72


def jpeg(data: bytes) -> Scan:
    """The sheets of a JPEG file: passed through as it is coded where that is not too much."""
    from PIL.JpegImagePlugin import JpegImageFile  # noqa: PLC0415 - few papers come with a scan

    image = _bounded(JpegImageFile(io.BytesIO(data)), limits.MOST_JPEG_PIXELS)
    times, whole = passes(data)
    if times > MOST_PASSES:
        raise ScanError("存成了太多遍才显完的JPEG", "请用看图软件打开，另存一份再用")
    if whole:
        _bounded(image, limits.MOST_PIXELS)
    orientation = orientation_of(image)
    width, height = as_seen(image.size, orientation)
    pixels = width * height
    if is_long(width, height):
        return Scan(_drawn(_bounded(image, limits.MOST_PIXELS), orientation), pixels=pixels)
    most = _enough(width, height)
    coded = bare(data)
    if coded is not None and len(coded) <= limits.HEAVY and width <= most[0] and height <= most[1]:
        grey = image.mode == "L"
        decode(image)
        return Scan((Coded(width, height, coded, _DCT, grey, orientation=orientation),), pixels=pixels)
    image.draft(None, as_seen(most, orientation))
    return Scan(_drawn(image, orientation), pixels=pixels)


def png(data: bytes) -> Scan:
    """The sheets of a PNG file."""
    from PIL.PngImagePlugin import PngImageFile  # noqa: PLC0415

    image = _bounded(PngImageFile(io.BytesIO(data)), limits.MOST_PIXELS)
    pixels = image.width * image.height
    return Scan(_drawn(image, orientation_of(image)), pixels=pixels)


def tiff(data: bytes) -> Scan:
    """The sheets of a TIFF file, one a frame."""
    from PIL.TiffImagePlugin import TiffImageFile  # noqa: PLC0415

    sheets, pixels = list[Coded](), 0
    for frame in _frames(TiffImageFile(io.BytesIO(data))):
        pixels += frame.width * frame.height
        if pixels > limits.MOST_FILE_PIXELS:
            raise ScanError("各页加起来的像素过多", "请缩小扫描的精度，或者分成几份证据")
        sheets += _drawn(_bounded(frame, limits.MOST_PIXELS).copy(), orientation_of(frame))
    return Scan(tuple(sheets), pixels=pixels)


def _frames(image: Image) -> Iterator[Image]:
    for number in range(limits.MOST_PAGES + 1):
        try:
            image.seek(number)
        except EOFError:
            return
        if number == limits.MOST_PAGES:
            raise ScanError(f"超过{limits.MOST_PAGES}页", "请只留下要用的页，或者分成几份证据")
        yield image


def _bounded(image: Image, most: int) -> Image:
    width, height = image.size
    if width * height > most or max(width, height) > limits.MOST_SIDE:
        raise ScanError(f"图片过大（{width}×{height}像素）", "请缩小以后再用；长截图请分成几张")
    if min(width, height) < limits.LEAST_SIDE:
        raise ScanError(f"图片过小（{width}×{height}像素）", "请换成看得清的图片")
    return image


def _enough(width: int, height: int) -> tuple[int, int]:
    """The most pixels that a sheet shows of it, across and up."""
    across, up = room(width, height)
    return round(across / _POINTS * limits.DPI), round(up / _POINTS * limits.DPI)


def _drawn(image: Image, orientation: int) -> tuple[Coded, ...]:
    """A picture coded anew, a long one on several sheets."""
    photo = image.format == "JPEG"
    width, height = as_seen(image.size, orientation)
    if is_long(width, height):
        page = on_white(turned(image, orientation), image.size)
        return tuple(_coded(strip, photo=photo) for strip in strips(page))
    most = _enough(width, height)
    small = on_white(image, as_seen(most, orientation))
    return (_coded(turned(small, orientation), photo=photo),)


def _coded(image: Image, *, photo: bool) -> Coded:
    """To the last bit if that is little and it was no photo, else as JPEG."""
    grey = image.mode == "L"
    out = io.BytesIO()
    if not photo:
        image.save(out, "PNG")
        if out.tell() <= limits.FINEST:
            return Coded(*image.size, _rows(out.getvalue()), "/FlateDecode", grey, _predicted(image.width, grey=grey))
        out = io.BytesIO()
    image.save(out, "JPEG", quality=limits.QUALITY)
    return Coded(*image.size, out.getvalue(), _DCT, grey)


def _predicted(width: int, *, grey: bool) -> str:
    """How a PDF reads the rows of a PNG file, which are coded by prediction (ISO 32000-1 7.4.4.4)."""
    return f"<</Predictor 15/Colors {1 if grey else 3}/Columns {width}>>"


def _rows(png_file: bytes) -> bytes:
    """The rows of a PNG file without its frame."""
    at, found = 8, []
    while at < len(png_file):
        length = int.from_bytes(png_file[at : at + 4], "big")
        if png_file[at + 4 : at + 8] == b"IDAT":
            found.append(png_file[at + 8 : at + 8 + length])
        at += 12 + length
    return b"".join(found)
