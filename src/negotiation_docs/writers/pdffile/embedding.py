"""Fonts inside a PDF: each font once per document, as one Type 0 subset whose codes are the characters themselves.

A code is a character's UTF-16 code unit, so that text is encoded at C speed and two characters drawn alike still
extract as themselves. Characters above U+FFFF get the numbers of surrogates, which no text holds, in order of first
use. CFF outlines stand in the order of their codes, named by the program's own charset (``Identity-H``, CID = code);
``glyf`` fonts are subset by HarfBuzz and mapped with ``CIDToGIDMap``. The same texts give the same bytes.
"""

from __future__ import annotations

import hashlib

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers.fonts.face import FontFace, describe
from negotiation_docs.writers.pdffile.fontobjects import add_font
from negotiation_docs.writers.pdffile.objects import PdfFile

_FIRST_HIGH = 0xD800  # 2,048 of them: more rare characters than the fonts of any paper have


class FontCodes:
    """The characters of one font that a document uses, and their codes; ``name`` is the font's resource name."""

    def __init__(self, face: FontFace, name: str) -> None:
        self.face = face
        self.name = name
        self.chars: set[str] = set()
        self._high: dict[int, str] = {}  # characters above U+FFFF → what stands for them

    def encode(self, text: str) -> str:
        """The hexadecimal digits of a text's codes, four a character. Raises MissingGlyphs."""
        if not self.chars.issuperset(text):
            self._admit(text)
        codes = text.encode("utf-16-be")
        if len(codes) > 2 * len(text):
            codes = text.translate(self._high).encode("utf-16-be", "surrogatepass")
        return codes.hex()

    def _admit(self, text: str) -> None:
        for char in text:
            if char not in self.chars:
                if not self.face.glyph(char):
                    raise MissingGlyphs(f"字体中没有字符{describe(char)}")
                self.chars.add(char)
                if char > "\uffff":
                    self._high[ord(char)] = chr(_FIRST_HIGH + len(self._high))

    @property
    def codes(self) -> dict[str, int]:
        """The code of every character used, in the order of the characters."""
        chars = "".join(sorted(self.chars))
        return dict(zip(chars, map(ord, chars.translate(self._high) if self._high else chars), strict=True))

    @property
    def tag(self) -> str:
        """Six letters that differ when the subset does (ISO 32000-1 9.6.4)."""
        digest = hashlib.sha256("".join(sorted(self.chars)).encode("utf-16-be")).digest()
        return "".join([chr(65 + byte % 26) for byte in digest[:6]])


class DocumentFonts:
    """The fonts of one document: hands out codes while pages are written, then writes the subsets."""

    def __init__(self) -> None:
        self._codes: dict[FontFace, FontCodes] = {}

    def codes(self, face: FontFace) -> FontCodes:
        """The codes of a font; its ``name`` is the resource name (T1, T2 … in order of first use)."""
        face = face.plain
        codes = self._codes.get(face)
        if codes is None:
            codes = self._codes[face] = FontCodes(face, f"T{len(self._codes) + 1}")
        return codes

    def add_to(self, file: PdfFile) -> None:
        """Add every font used to the file and to its font resources; call it once, at the end."""
        for codes in self._codes.values():
            if codes.chars:
                file.fonts[codes.name] = add_font(file, codes.face, codes.codes, codes.tag)
