"""What every part of the package shares: namespaces, escaping, lengths, and the mark of the place of the words."""

from __future__ import annotations

import re

from negotiation_docs.errors import OutputError

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREFIXES = {
    "w": W,
    "r": R,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
IGNORABLE = "w14"  # of these, what an older program may pass over
NAMESPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in PREFIXES.items())
PLACE_MARK = "【正文】"  # a paragraph saying only this gives way to the paper
PLACE_PARAGRAPH = f"<w:p><w:r><w:t>{PLACE_MARK}</w:t></w:r></w:p>"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def escape(text: str) -> str:
    """``text`` as XML character data, safe in attributes too.

    Raises :class:`OutputError` for a character that XML cannot carry (the loader refuses them long before).
    """
    if not text.isprintable():  # also true of plain U+3000, so look closer
        illegal = _ILLEGAL.search(text)
        if illegal:
            raise OutputError(f"DOCX 文件不能包含控制字符 U+{ord(illegal.group()):04X}，请从内容中删去")
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    return text


def twips(points: float) -> int:
    """Points as twentieths of a point, the unit of WordprocessingML."""
    return round(points * 20)


def line_twips(points: float) -> int:
    """A leading in twips, never rounded up: 22 lines of 28.99 pt must fit the page they were divided from."""
    return int(points * 20 + 0.001)
