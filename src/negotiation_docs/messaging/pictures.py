"""The pages of a PDF as pictures for a chat window, drawn by PDFium (the extra ``pictures``)."""

from __future__ import annotations

import io
from typing import Final

from negotiation_docs.errors import OutputError

_POINTS: Final = 72
WIDTH: Final = 1240
"""Pixels of a page's width: A4 at 150 dpi, read on any telephone and sent by WeChat as it is."""
_WIDEST: Final = 5000


def pages(pdf: bytes, width: int = WIDTH) -> tuple[bytes, ...]:
    """Each page of ``pdf`` as PNG, ``width`` pixels wide, in grey. Raises OutputError, with the command if need be."""
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise OutputError("没有安装页面图片所需的 pypdfium2，请运行 pip install negotiation-docs[pictures]") from None
    if not 1 <= width <= _WIDEST:
        raise OutputError(f"图片宽度应在1和{_WIDEST}像素之间")
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise OutputError("PDF 打不开，画不成图片；加了密码的请先去掉密码") from None
    found = []
    try:
        for page in document:
            bitmap = page.render(scale=width / page.get_width(), grayscale=True)
            picture = bitmap.to_pil().convert("L")
            out = io.BytesIO()
            picture.save(out, "PNG", optimize=True, dpi=(width * _POINTS / page.get_width(),) * 2)
            found.append(out.getvalue())
            bitmap.close()
            page.close()
    finally:
        document.close()
    return tuple(found)
