"""The PDF objects of an embedded font: Type 0 dictionary, descendant, descriptor, program, widths, Unicode map.

ISO 32000-1 9.6 to 9.10, as ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1) narrow them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from negotiation_docs.writers.fonts import cff_write as cffwrite
from negotiation_docs.writers.fonts.face import APOSTROPHE, DASH, FontFace
from negotiation_docs.writers.pdffile.objects import PdfFile

_EM = 1000
_PROGRAM_LEVEL = 1  # outlines hardly compress: level 6 takes half as long again and saves one percent
_SYSTEM = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
_TO_UNICODE = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n"
    "/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n"
    "1 begincodespacerange<0000><FFFF>endcodespacerange\n"
)
_SAID_AS = {DASH: "——", APOSTROPHE: "’"}
_BARRED = {
    0x0000,
    0xFEFF,
    0xFFFE,
    0xFFFF,
    ord(DASH),
    ord(APOSTROPHE),
}  # ISO 19005-2 6.2.11.7.2 forbids the first three


def add_font(file: PdfFile, face: FontFace, codes: Mapping[str, int], tag: str, *, whole_rows: bool = True) -> object:
    """Store the Type 0 font of some characters with everything below it; returns a reference to it.

    ``codes`` gives each character its code; ``tag`` names the subset. Without ``whole_rows`` the Unicode map names
    these characters only, so that whoever types others sees that they are not there.
    """
    font = face.file
    name = PDFName(f"{tag}+{font.name}")
    kind, program, extra = (_compact if font.is_cff else _true_type)(file, face, codes, name)
    descriptor = {
        "Type": "/FontDescriptor",
        "FontName": name,
        "Flags": 4,
        "FontBBox": PDFArray(font.box),
        "ItalicAngle": 0,
        "Ascent": font.ascent,
        "Descent": font.descent,
        "CapHeight": font.cap_height,
        "StemV": font.stem,
        **program,
    }
    descendant = {
        "Type": "/Font",
        "Subtype": kind,
        "BaseFont": name,
        "CIDSystemInfo": _SYSTEM,
        "FontDescriptor": file.add(descriptor),
        "DW": _EM,
        "W": _widths(face, codes),
        **extra,
    }
    return file.add(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": name,
            "Encoding": "/Identity-H",
            "DescendantFonts": PDFArray([file.add(descendant)]),
            "ToUnicode": file.add_stream(_to_unicode(codes, whole_rows=whole_rows).encode("ascii")),
        }
    )


_Program = tuple[str, dict[str, object], dict[str, object]]  # the descendant's kind, what the descriptor and it say


def _compact(file: PdfFile, face: FontFace, codes: Mapping[str, int], name: str) -> _Program:
    """A CFF program."""
    font = face.file
    outlines = face.charstrings(tuple(codes))
    data = cffwrite.font(name.removeprefix("/"), font.design_box, font.upem, outlines, tuple(codes.values()))
    program = file.add_stream(data, {"Subtype": "/CIDFontType0C"}, level=_PROGRAM_LEVEL)
    return "/CIDFontType0", {"FontFile3": program}, {}


def _true_type(file: PdfFile, face: FontFace, codes: Mapping[str, int], name: str) -> _Program:
    """A ``glyf`` program, and the map from codes to its glyphs."""
    glyphs = {code: face.glyph(char) for char, code in codes.items()}
    subset = face.file.subset(glyphs.values(), whole_outlines=False)
    data = subset.file()
    program = file.add_stream(data, {"Length1": len(data)})
    to_glyph = bytearray(2 * (max(glyphs) + 1))
    for code, glyph in glyphs.items():
        to_glyph[2 * code : 2 * code + 2] = subset.numbers[glyph].to_bytes(2, "big")
    return "/CIDFontType2", {"FontFile2": program}, {"CIDToGIDMap": file.add_stream(bytes(to_glyph))}


def _widths(face: FontFace, codes: Mapping[str, int]) -> str:
    """The W array: widths other than an em, in groups of consecutive codes."""
    odd = [(code, width) for code, width in zip(codes.values(), face.advances(codes), strict=True) if width != _EM]
    groups = []
    for _, group in groupby(enumerate(odd), key=lambda item: item[1][0] - item[0]):
        entries = [entry for _, entry in group]
        groups.append(f"{entries[0][0]}[{' '.join([str(width) for _, width in entries])}]")
    return f"[{''.join(groups)}]"


def _to_unicode(codes: Mapping[str, int], *, whole_rows: bool) -> str:
    """The CMap from codes to UTF-16BE: whole rows of codes that are their characters, then the others one by one.

    A range ends with its row (ISO 32000-1 9.10.3), and page-validation reads no array ranges and no dense lines.
    """
    rows = sorted({code >> 8 for char, code in codes.items() if ord(char) == code}) if whole_rows else []
    ranges = [line for row in rows for line in _row(row)]
    others = [
        f"<{code:04x}> <{_SAID_AS.get(char, char).encode('utf-16-be').hex()}>\n"
        for char, code in codes.items()
        if ord(char) != code or char in _SAID_AS or not whole_rows
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
