"""The PDF objects of an embedded font: Type 0 dictionary, descendant, descriptor, program, widths, Unicode map.

ISO 32000-1 9.6 to 9.10, as ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1) narrow them.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from itertools import groupby

from reportlab.pdfbase import pdfdoc

from negotiation_docs.writers import cffwrite
from negotiation_docs.writers.fontface import DASH, FontFace

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


def font_dictionary(
    face: FontFace, chars: Sequence[str], tag: str, document: pdfdoc.PDFDocument
) -> pdfdoc.PDFDictionary:
    """The Type 0 font of ``chars`` (the first has code 1) with everything below it; ``tag`` names the subset."""
    file = face.file
    name = f"/{tag}+{file.name}"
    kind, descriptor, extra = _program(face, chars, name[1:])
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
    if widths := _widths(face, chars):
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
            "ToUnicode": document.Reference(_stream(_to_unicode(chars).encode("ascii"))),
        }
    )


def _program(
    face: FontFace, chars: Sequence[str], name: str
) -> tuple[str, tuple[str, pdfdoc.PDFStream], pdfdoc.PDFStream | None]:
    """The descendant's kind, its font program under the descriptor's key, and the CID to glyph map if it needs one."""
    file = face.file
    glyphs = [face.glyph(char) for char in chars]
    if file.is_cff:
        outlines = zip(face.outlines([0, *glyphs]), map(file.raw_advance, [0, *glyphs]), strict=True)
        data = cffwrite.font(name, file.design_box, file.upem, list(outlines))
        return "/CIDFontType0", ("FontFile3", _stream(data, {"Subtype": "/CIDFontType0C"}, _PROGRAM_LEVEL)), None
    subset = file.subset(glyphs, whole_outlines=False)
    data = subset.file()
    to_glyph = b"".join([subset.numbers[glyph].to_bytes(2, "big") for glyph in [0, *glyphs]])
    return "/CIDFontType2", ("FontFile2", _stream(data, {"Length1": len(data)})), _stream(to_glyph)


def _widths(face: FontFace, chars: Sequence[str]) -> str:
    """The W array: widths other than an em, in groups of consecutive codes."""
    odd = [(code, width) for code, char in enumerate(chars, 1) if (width := face.advance(char)) != _EM]
    groups = []
    for _, group in groupby(enumerate(odd), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in group]
        groups.append(f"{entries[0][0]}[{' '.join([str(width) for _, width in entries])}]")
    return f"[{''.join(groups)}]" if groups else ""


def _to_unicode(chars: Sequence[str]) -> str:
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
