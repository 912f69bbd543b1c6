"""The PDF objects of an embedded font: Type 0 dictionary, descendant, descriptor, program, widths, Unicode map.

ISO 32000-1 9.6 to 9.10, as ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1) narrow them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from negotiation_docs.writers.fonts import cff_write as cffwrite
from negotiation_docs.writers.fonts.face import DASH, FontFace
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.pack import FLATE, deflated

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
_BARRED = {
    0x0000,
    0xFEFF,
    0xFFFE,
    0xFFFF,
    ord(DASH),
}  # ISO 19005-2 6.2.11.7.2 forbids the first three


def add_font(file: PdfFile, face: FontFace, codes: Mapping[str, int], tag: str) -> str:
    """Store the Type 0 font of some characters with everything below it; returns a reference to it.

    ``codes`` gives each character its code; ``tag`` names the subset.
    """
    font = face.file
    name = f"{tag}+{font.name}"
    kind, program, extra = (_compact if font.is_cff else _true_type)(file, face, codes, name)
    left, bottom, right, top = font.box
    descriptor = file.add(
        f"<</Type/FontDescriptor/FontName/{name}/Flags 4/FontBBox[{left} {bottom} {right} {top}]/ItalicAngle 0"
        f"/Ascent {font.ascent}/Descent {font.descent}/CapHeight {font.cap_height}/StemV {font.stem}{program}>>"
    )
    descendant = file.add(
        f"<</Type/Font/Subtype{kind}/BaseFont/{name}/CIDSystemInfo{_SYSTEM}/FontDescriptor {descriptor}/DW {_EM}"
        f"{_widths(face, codes)}{extra}>>"
    )
    to_unicode = file.add_stream(FLATE, deflated(_to_unicode(codes).encode("ascii")))
    return file.add(
        f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
        f"/ToUnicode {to_unicode}>>"
    )


def _compact(file: PdfFile, face: FontFace, codes: Mapping[str, int], name: str) -> tuple[str, str, str]:
    """A CFF program: the descendant's kind, and what the descriptor says of it."""
    font = face.file
    outlines = face.charstrings(tuple(codes))
    data = cffwrite.font(name, font.design_box, font.upem, outlines, tuple(codes.values()))
    program = file.add_stream(f"/Subtype/CIDFontType0C{FLATE}", deflated(data, _PROGRAM_LEVEL))
    return "/CIDFontType0", f"/FontFile3 {program}", ""


def _true_type(file: PdfFile, face: FontFace, codes: Mapping[str, int], name: str) -> tuple[str, str, str]:
    """A ``glyf`` program, as :func:`_compact`, and the descendant's map from codes to glyphs."""
    glyphs = {code: face.glyph(char) for char, code in codes.items()}
    subset = face.file.subset(glyphs.values(), whole_outlines=False)
    data = subset.file()
    program = file.add_stream(f"/Length1 {len(data)}{FLATE}", deflated(data))
    to_glyph = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        to_glyph[2 * code : 2 * code + 2] = subset.numbers[glyph].to_bytes(2, "big")
    return "/CIDFontType2", f"/FontFile2 {program}", f"/CIDToGIDMap {file.add_stream(FLATE, deflated(bytes(to_glyph)))}"


def _widths(face: FontFace, codes: Mapping[str, int]) -> str:
    """The W array: widths other than an em, in groups of consecutive codes."""
    odd = [(code, width) for code, width in zip(codes.values(), face.advances(codes), strict=True) if width != _EM]
    groups = []
    for _, group in groupby(enumerate(odd), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in group]
        groups.append(f"{entries[0][0]}[{' '.join([str(width) for _, width in entries])}]")
    return f"/W[{''.join(groups)}]" if groups else ""


def _to_unicode(codes: Mapping[str, int]) -> str:
    """The CMap from codes to UTF-16BE: whole rows of codes that are their characters, then the others one by one.

    A range ends with its row (ISO 32000-1 9.10.3), and page-validation reads no array ranges and no dense lines.
    """
    rows = sorted({code >> 8 for char, code in codes.items() if ord(char) == code})
    ranges = [line for row in rows for line in _row(row)]
    others = [
        f"<{code:04x}> <{_SAID_AS.get(char, char).encode('utf-16-be').hex()}>\n"
        for char, code in codes.items()
        if ord(char) != code or char in _SAID_AS
    ]
    parts = [*_blocks("bfrange", ranges), *_blocks("bfchar", others)]
    return f"{_TO_UNICODE}{''.join(parts)}endcmap CMapName currentdict/CMap defineresource pop end end"


@cache
def _row(row: int) -> tuple[str, ...]:
    """The ranges of those codes of a row that mean themselves."""
    first, last = row << 8, row << 8 | 0xFF
    barred = sorted(code for code in _BARRED if first <= code <= last)
    edges = [first, *[edge for code in barred for edge in (code - 1, code + 1)], last]
    spans = zip(edges[::2], edges[1::2], strict=True)
    return tuple(f"<{start:04x}> <{end:04x}> <{start:04x}>\n" for start, end in spans if start <= end)


def _blocks(kind: str, lines: Sequence[str]) -> Iterator[str]:
    """The lines in blocks of a hundred, the most that one may hold."""
    for start in range(0, len(lines), 100):
        chunk = lines[start : start + 100]
        yield f"{len(chunk)} begin{kind}\n{''.join(chunk)}end{kind}\n"
