"""Fonts inside a PDF: each font once per document, as one Type 0 subset whose codes count characters by first use.

A code stands for a character, not for a glyph, so that two characters drawn alike still extract as themselves. CFF
outlines are put together in the order of the codes (glyph = CID = code, ``Identity-H``, no map at all); ``glyf`` fonts
are subset by HarfBuzz and mapped with ``CIDToGIDMap``. The same texts in the same order give the same bytes.
"""

from __future__ import annotations

import hashlib
from functools import cache

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers.fontface import FontFace, describe
from negotiation_docs.writers.fontobjects import add_font
from negotiation_docs.writers.pdffile import PdfFile


@cache
def _code(number: int) -> str:
    """The digits of a code; the same few hundred in every document."""
    return f"{number:04X}"


class FontCodes(dict[int, str]):
    """The codes of one font in one document, by code point, as the four hexadecimal digits of a PDF string."""

    def __init__(self, face: FontFace, name: str) -> None:
        super().__init__()
        self.face = face
        self.name = name
        self.chars: list[str] = []

    def __missing__(self, point: int) -> str:
        char = chr(point)
        if not self.face.glyph(char):
            raise MissingGlyphs(f"字体中没有字符{describe(char)}")
        chars = self.chars
        chars.append(char)
        code = self[point] = _code(len(chars))
        return code

    def encode(self, text: str) -> str:
        """The digits of a text's codes, four a character; a whole run at C speed."""
        return text.translate(self)

    @property
    def tag(self) -> str:
        """Six letters that differ when the subset does (ISO 32000-1 9.6.4)."""
        digest = hashlib.sha256("".join(self.chars).encode("utf-16-be")).digest()
        return "".join([chr(65 + byte % 26) for byte in digest[:6]])


class DocumentFonts:
    """The fonts of one document: hands out codes while pages are written, then writes the subsets."""

    def __init__(self) -> None:
        self._codes: dict[FontFace, FontCodes] = {}

    def codes(self, face: FontFace) -> FontCodes:
        """The codes of a font; its ``name`` is the resource name (T1, T2 … in order of first use)."""
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = FontCodes(face, f"T{len(self._codes) + 1}")
        return codes

    def add_to(self, file: PdfFile) -> None:
        """Add every font used to the file and to its font resources; call it once, at the end."""
        for codes in self._codes.values():
            if codes.chars:
                file.fonts[codes.name] = add_font(file, codes.face, codes.chars, codes.tag)
