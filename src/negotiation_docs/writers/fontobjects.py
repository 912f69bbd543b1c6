"""The PDF objects of an embedded font: Type 0 dictionary, descendant, descriptor, program, widths, Unicode map.

ISO 32000-1 9.6 to 9.10, as ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1) narrow them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from negotiation_docs.writers import cffwrite
from negotiation_docs.writers.fontface import DASH, FontFace
from negotiation_docs.writers.pdffile import FLATE, PdfFile, deflated

_EM = 1000
_PROGRAM_LEVEL = 1  # outlines hardly compress: level 6 takes half as long again and saves one percent
_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
    "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)
_SAID_AS = {DASH: "——"}


def add_font(file: PdfFile, face: FontFace, chars: Sequence[str], tag: str) -> str:
    """Store the Type 0 font of ``chars`` (the first has code 1) with everything below it; returns a reference to it.

    ``tag`` names the subset.
    """
    font = face.file
    name = f"{tag}+{font.name}"
    kind, program, extra = (_compact if font.is_cff else _true_type)(file, face, chars, name)
    left, bottom, right, top = font.box
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{left} {bottom} {right} {top}]/ItalicAngle 0"
        f"/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.cap_height}/StemV {font.stem}{program}>>"
    )
    descendant = file.add(
        f"<</Type/Font/Subtype{kind}/BaseFont/{name}/CIDSystemInfo{_SYSTEM}/FontDescriptor {descriptor}/DW {_EM}"
        f"{_widths(face, chars)}{extra}>>"
    )
    to_unicode = file.add_stream(FLATE, deflated(_to_unicode(chars).encode("ascii")))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
        f"/ToUnicode {to_unicode}>>"
    )


def _compact(file: PdfFile, face: FontFace, chars: Sequence[str], name: str) -> tuple[str, str, str]:
    """A CFF program: the descendant's kind, and what the descriptor says of it."""
    font = face.file
    data = cffwrite.font(name, font.design_box, font.upem, face.charstrings(chars))
    program = file.add_stream(f"/Subtype/CIDFontType0C{FLATE}", deflated(data, _PROGRAM_LEVEL))
    return "/CIDFontType0", f"/FontFile3 {program}", ""


def _true_type(file: PdfFile, face: FontFace, chars: Sequence[str], name: str) -> tuple[str, str, str]:
    """A ``glyf`` program, as :func:`_compact`, and the descendant's map from codes to glyphs."""
    glyphs = [face.glyph(char) for char in chars]
    subset = face.file.subset(glyphs, whole_outlines=False)
    data = subset.file()
    program = file.add_stream(f"/Length1 {len(data)}{FLATE}", deflated(data))
    to_glyph = b"".join([subset.numbers[glyph].to_bytes(2, "big") for glyph in [0, *glyphs]])
    return "/CIDFontType2", f"/FontFile2 {program}", f"/CIDToGIDMap {file.add_stream(FLATE, deflated(to_glyph))}"


def _widths(face: FontFace, chars: Sequence[str]) -> str:
    """The W array: widths other than an em, in groups of consecutive codes."""
    odd = [(code, width) for code, width in enumerate(face.advances(chars), 1) if width != _EM]
    groups = []
    for _, group in groupby(enumerate(odd), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in group]
        groups.append(f"{entries[0][0]}[{' '.join([str(width) for _, width in entries])}]")
    return f"/W[{''.join(groups)}]" if groups else ""


class _Utf16(dict[str, str]):
    """Characters as hexadecimal UTF-16BE, worked out on first use."""

    def __missing__(self, char: str) -> str:
        said = self[char] = _SAID_AS.get(char, char).encode("utf-16-be").hex()
        return said


_UTF16 = _Utf16()


def _to_unicode(chars: Sequence[str]) -> str:
    """The CMap from codes to UTF-16BE, a code a line: page-validation reads neither array ranges nor dense lines."""
    pairs = [f"<{code:04x}> <{_UTF16[char]}>\n" for code, char in enumerate(chars, 1)]
    parts = [_TO_UNICODE]
    for start in range(0, len(pairs), 100):  # the most that one block may hold
        chunk = pairs[start : start + 100]
        parts.append(f"{len(chunk)} beginbfchar\n{''.join(chunk)}endbfchar\n")
    return "".join([*parts, "endcmap CMapName currentdict/CMap defineresource pop end end"])
