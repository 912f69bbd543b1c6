"""A signature's picture in a PDF: an image among the page's resources, and the matrix that lays it upright."""

from __future__ import annotations

from negotiation_docs.writers.pdffile.ink import Matrix
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.tags import alternative
from negotiation_docs.writers.picture import Picture, as_seen

NAME = "Signature"

# By EXIF orientation (which side of the photo its rows and columns begin at): the unit square turned upright.
_UPRIGHT: dict[int, Matrix] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}


def shown(lang: str) -> str:
    """What the picture shows, as an attribute of its structure element."""
    return alternative("Signature" if lang.startswith("en") else "签名")


def embed(file: PdfFile, picture: Picture) -> object:
    """Store the picture, a JPEG file as it is coded; returns a reference to it."""
    entries = image_entries((picture.width, picture.height), picture.orientation, grey=picture.grey)
    if picture.jpeg:
        return file.add_stream(picture.data, {**entries, "Filter": "/DCTDecode"}, level=0)
    return file.add_stream(picture.data, entries, level=9)


def image_entries(size: tuple[int, int], orientation: int, *, grey: bool) -> dict[str, object]:
    """What a PDF says of a picture of ``size`` as seen upright, but for its coding (ISO 32000-1 8.9.5)."""
    width, height = as_seen(size, orientation)
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "ColorSpace": "/DeviceGray" if grey else "/DeviceRGB",
        "BitsPerComponent": 8,
    }


def place(picture: Picture, left: float, right: float, bottom: float, tallest: float) -> Matrix:
    """The matrix that shows it in the middle between ``left`` and ``right``, no taller than ``tallest`` pt."""
    scale = min((right - left) / picture.width, tallest / picture.height)
    width, height = picture.width * scale, picture.height * scale
    return filling((left + (right - left - width) / 2, bottom, width, height), picture.orientation)


def filling(box: tuple[float, float, float, float], orientation: int) -> Matrix:
    """The matrix that shows a picture upright in a box: left, bottom, width, height."""
    a, b, c, d, e, f = _UPRIGHT[orientation]
    x, y, width, height = box
    return a * width, b * height, c * width, d * height, x + e * width, y + f * height
