"""The picture of a signature, put on the signature line when the user gives one (never by default)."""

from __future__ import annotations

import io

from msgspec import Struct

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.pack import FLATE, deflated

_NAME = "Signature"
_LARGEST = 4000  # pixels a side: a scan, not a poster
_FORMATS = ("PNG", "JPEG")


class Picture(Struct, frozen=True):
    """Pixels on white (transparency is flattened): the same in every viewer and printer."""

    width: int
    height: int
    pixels: bytes  # RGB

    def attributes(self, lang: str) -> str:
        """The structure element's alternative text."""
        text = "Signature" if lang.startswith("en") else "签名"
        return f"/Alt<FEFF{text.encode('utf-16-be').hex().upper()}>"

    def operators(self, left: float, right: float, baseline: float, tallest: float) -> str:
        """Draw it on the line between ``left`` and ``right``, no taller than ``tallest`` pt."""
        scale = min((right - left) / self.width, tallest / self.height)
        width, height = self.width * scale, self.height * scale
        return f"{width:.2f} 0 0 {height:.2f} {left + (right - left - width) / 2:.2f} {baseline - 2:.2f} cm /{_NAME} Do"

    def embed(self, file: PdfFile) -> dict[str, str]:
        """Store the picture; returns it as a page's resource: its name and its reference."""
        entries = (
            f"/Type/XObject/Subtype/Image/Width {self.width}/Height {self.height}/ColorSpace/DeviceRGB"
            f"/BitsPerComponent 8{FLATE}"
        )
        return {_NAME: file.add_stream(entries, deflated(self.pixels, level=9))}


def read_picture(data: bytes) -> Picture:
    """Open a PNG or JPEG. Raises OutputError for anything else."""
    from PIL import Image  # noqa: PLC0415  # comes with ReportLab; imported only where a picture is used

    try:
        with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
            if max(image.size) > _LARGEST:
                raise OutputError(f"签名图片过大：边长不能超过{_LARGEST}像素。")
            rgba = image.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise OutputError("签名图片无法读取：只接受PNG或JPEG图片。") from None
    page = Image.new("RGB", rgba.size, "white")
    page.paste(rgba, mask=rgba.getchannel("A"))
    return Picture(*page.size, page.tobytes())
