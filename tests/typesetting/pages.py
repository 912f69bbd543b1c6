"""Plain pages with lines on them, without the paper around, for looking at what a reader and a program get to see."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf

from negotiation_docs.writers.lines.linebreak import Line
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.operators import TextWriter
from negotiation_docs.writers.style import A4


def page_of(lines: Sequence[Line], leading: float = 24) -> bytes:
    """A PDF of one page with the lines below each other."""
    fonts = DocumentFonts()
    writer = TextWriter(fonts)
    shown = [writer.line(line, 80, 780 - number * leading) for number, line in enumerate(lines)]
    file = PdfFile()
    file.add_page(A4, "\n".join(["BT", *shown, "ET"]).encode(), {})
    fonts.add_to(file)
    return file.assemble()


def content(pdf: bytes) -> str:
    """The operators of the first page."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return opened.pages[0].Contents.read_bytes().decode("latin-1")


@dataclass(frozen=True)
class Embedded:
    """One font as the file holds it."""

    name: str
    encoding: str
    kind: str
    widths: list[object]
    program: bytes
    packed: int  # bytes of the program in the file
    glyph_map: bytes


def fonts_of(pdf: bytes) -> list[Embedded]:
    """The Type 0 fonts of the first page, by resource name."""
    found = []
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        fonts = opened.pages[0].Resources.Font
        for key in sorted(fonts.keys()):
            if fonts[key].Subtype != "/Type0":
                continue
            (child,) = fonts[key].DescendantFonts
            descriptor = child.FontDescriptor
            program = descriptor.get("/FontFile3") or descriptor.get("/FontFile2")
            widths = [
                list(map(int, item)) if isinstance(item, pikepdf.Array) else int(item) for item in child.get("/W", [])
            ]
            glyph_map = child.CIDToGIDMap.read_bytes() if "/CIDToGIDMap" in child else b""
            found.append(
                Embedded(
                    str(fonts[key].BaseFont)[1:],
                    str(fonts[key].Encoding),
                    str(child.Subtype),
                    widths,
                    program.read_bytes(),
                    len(program.read_raw_bytes()),
                    glyph_map,
                )
            )
    return found
