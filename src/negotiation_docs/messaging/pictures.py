"""The pages of a PDF as pictures for a chat window, drawn by PDFium (the extra ``pictures``)."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from negotiation_docs.arguments import told
from negotiation_docs.errors import OutputError

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_POINTS: Final = 72
WIDTH: Final = 1240
"""Pixels of a page's width: A4 at 150 dpi, read on any telephone and sent by WeChat as it is."""
_WIDEST: Final = 5000
_LARGEST: Final = 50_000_000
"""Pixels of a page: twenty A4 at 150 dpi, and a scroll of paper that would fill the memory is none."""
_MOST: Final = 200
"""Pages of a PDF: the longest pack has a quarter of them."""


@told
def pages(pdf: bytes, width: int = WIDTH) -> tuple[bytes, ...]:
    """Each page of ``pdf`` as PNG, ``width`` pixels wide, in grey. Raises OutputError, with the command if need be.

    >>> import negotiation_docs as nd
    >>> case = nd.load("examples/zhou.yaml")
    >>> pictures = nd.pages(nd.render("hardship_letter", case).to_pdf())  # doctest: +SKIP
    """
    try:
        import pypdfium2  # noqa: PLC0415 - an extra
    except ModuleNotFoundError:
        raise OutputError('没有安装页面图片所需的 pypdfium2，请运行 pip install "negotiation-docs[pictures]"') from None
    if not 1 <= width <= _WIDEST:
        raise OutputError(f"图片宽度应在1和{_WIDEST}像素之间")
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        raise OutputError("PDF 打不开，画不成图片；加了密码的请先去掉密码") from None
    try:
        if len(document) > _MOST:
            raise OutputError(f"PDF 超过{_MOST}页，请分开画成图片")
        return tuple(_drawn(page, width) for page in document)
    except pypdfium2.PdfiumError:
        raise OutputError("PDF 有损坏的页，画不成图片") from None
    finally:
        document.close()


def _drawn(page: PdfPage, width: int) -> bytes:
    scale = width / page.get_width()
    if width * page.get_height() * scale > _LARGEST:
        raise OutputError("PDF 的页面过长，画不成图片")
    bitmap = page.render(scale=scale, grayscale=True)
    out = io.BytesIO()
    bitmap.to_pil().convert("L").save(out, "PNG", optimize=True, dpi=(scale * _POINTS,) * 2)
    bitmap.close()
    page.close()
    return out.getvalue()
