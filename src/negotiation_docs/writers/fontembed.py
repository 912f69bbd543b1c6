"""Fonts inside a PDF: each font once per document, as one Type 0 subset whose codes count characters by first use.

A code stands for a character, not for a glyph, so that two characters drawn alike still extract as themselves. CFF
outlines are put together in the order of the codes (glyph = CID = code, ``Identity-H``, no map at all); ``glyf`` fonts
are subset by HarfBuzz and mapped with ``CIDToGIDMap``. The same texts in the same order give the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from itertools import groupby

from reportlab.pdfbase import pdfdoc

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers import cff
from negotiation_docs.writers.fonts import DASH, FontFace, describe

_EM = 1000
_LEVEL = 6
_PROGRAM_LEVEL = 1  # outlines hardly compress: the highest level takes half as long again and saves one percent
_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
    "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)


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
        self.chars.append(char)
        code = self[point] = f"{len(self.chars):04X}"
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

    def add_to(self, document: pdfdoc.PDFDocument) -> None:
        """Add every font used to a ReportLab ``PDFDocument`` and to its font resources; call it once, at the end."""
        resources = document.idToObject["BasicFonts"].dict
        for codes in self._codes.values():
            if codes.chars:
                resources[codes.name] = document.Reference(_font(codes, document))


def _font(codes: FontCodes, document: pdfdoc.PDFDocument) -> pdfdoc.PDFDictionary:
    """The Type 0 font dictionary with everything below it."""
    file = codes.face.file
    name = f"/{codes.tag}+{file.name}"
    kind, descriptor, extra = _program(codes, name[1:])
    descriptor_dict = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": 4,
        "FontBBox": "[{} {} {} {}]".format(*file.box),
        "ItalicAngle": 0,
        "Ascent": file.ascent,
        "Descent": file.descent,
        "CapHeight": file.cap_height,
        "StemV": file.stem,
        descriptor[0]: document.Reference(descriptor[1]),
    }
    cid_font = {
        "Type": "/Font",
        "Subtype": kind,
        "BaseFont": name,
        "CIDSystemInfo": _SYSTEM,
        "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor_dict)),
        "DW": _EM,
    }
    if widths := _widths(codes):
        cid_font["W"] = widths
    if extra is not None:
        cid_font["CIDToGIDMap"] = document.Reference(extra)
    descendant = document.Reference(pdfdoc.PDFDictionary(cid_font))
    return pdfdoc.PDFDictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([descendant]),
            "ToUnicode": document.Reference(_stream(_to_unicode(codes.chars).encode("ascii"))),
        }
    )


def _program(codes: FontCodes, name: str) -> tuple[str, tuple[str, pdfdoc.PDFStream], pdfdoc.PDFStream | None]:
    """The descendant's kind, its font program under the descriptor's key, and the CID to glyph map if it needs one."""
    face, file = codes.face, codes.face.file
    glyphs = [face.glyph(char) for char in codes.chars]
    if file.is_cff:
        outlines = zip(face.outlines([0, *glyphs]), map(file.raw_advance, [0, *glyphs]), strict=True)
        data = cff.font(name, file.design_box, file.upem, list(outlines))
        return "/CIDFontType0", ("FontFile3", _stream(data, {"Subtype": "/CIDFontType0C"}, _PROGRAM_LEVEL)), None
    subset, numbers = file.subset(sorted(set(glyphs)), whole_outlines=False)
    data = bytes(subset.blob.data)
    to_glyph = b"".join([numbers[glyph].to_bytes(2, "big") for glyph in [0, *glyphs]])
    return "/CIDFontType2", ("FontFile2", _stream(data, {"Length1": len(data)})), _stream(to_glyph)


def _widths(codes: FontCodes) -> str:
    """The W array: widths other than an em, in groups of consecutive codes."""
    odd = [(code, width) for code, char in enumerate(codes.chars, 1) if (width := codes.face.advance(char)) != _EM]
    groups = []
    for _, group in groupby(enumerate(odd), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in group]
        groups.append(f"{entries[0][0]}[{' '.join([str(width) for _, width in entries])}]")
    return f"[{''.join(groups)}]" if groups else ""


def _to_unicode(chars: list[str]) -> str:
    """The CMap from codes to UTF-16BE, a code a line: page-validation reads neither array ranges nor dense lines."""
    texts = ["——" if char == DASH else char for char in chars]
    pairs = [f"<{code:04x}> <{text.encode('utf-16-be').hex()}>\n" for code, text in enumerate(texts, 1)]
    parts = [_TO_UNICODE]
    for start in range(0, len(pairs), 100):  # the most that one block may hold
        chunk = pairs[start : start + 100]
        parts.append(f"{len(chunk)} beginbfchar\n{''.join(chunk)}endbfchar\n")
    return "".join([*parts, "endcmap CMapName currentdict/CMap defineresource pop end end"])


def _stream(data: bytes, entries: dict[str, object] | None = None, level: int = _LEVEL) -> pdfdoc.PDFStream:
    dictionary = pdfdoc.PDFDictionary({"Filter": "/FlateDecode", **(entries or {})})
    return pdfdoc.PDFStream(dictionary, zlib.compress(data, level), [])
