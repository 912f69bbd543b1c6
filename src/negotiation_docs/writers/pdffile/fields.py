"""Form fields of a slip that is to be filled in: boxes to tick and a line for a date or figures (ISO 32000-1 12.7).

The empty box and the line are drawn on the page; a field adds what its reader puts in. Every state has an appearance
of its own and the type that is typed in is embedded, as PDF/A-2 wants it (ISO 19005-2 6.3.3, 6.4): nothing is left to
the viewer to make, and no script is there.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFArray, PDFString

from negotiation_docs.writers.fonts.face import FontFace
from negotiation_docs.writers.pdffile.embedding import FontCodes
from negotiation_docs.writers.pdffile.fontobjects import add_font
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.source import Dictionary, Entries
from negotiation_docs.writers.pdffile.tags import Node

_TYPED = "0123456789-./ "
_FONT = "F1"
_TICK = "1.1 w 1 J 1 j {0:.2f} {1:.2f} m {2:.2f} {3:.2f} l {4:.2f} {5:.2f} l S"
_TICK_SHAPE = (0.18, 0.52, 0.42, 0.24, 0.84, 0.8)  # of the box's side
_PRINTED = 4  # the annotation flag that PDF/A asks for


class Field(Struct, frozen=True):
    """A field of a page: its structure element, its place, and the words that say what it is for.

    ``type_face`` is what is typed in, ``size`` pt large; None for a box to tick.
    """

    node: Node
    rect: tuple[float, float, float, float]
    words: str
    type_face: FontFace | None = None
    size: float = 0.0


class Form:
    """The fields of one document, page by page; ``nodes`` are their elements, whose keys follow those of ``pages``."""

    def __init__(self, file: PdfFile, pages: int) -> None:
        self._file = file
        self._pages = pages
        self._all: list[object] = []
        self._font: object = None
        self.nodes: list[Node] = []

    def add(self, fields: Sequence[Field], page: int) -> None:
        """Put fields on the page with this object number."""
        if fields:
            self._file.annotate(page, [self._widget(field, page) for field in fields])

    def close(self) -> None:
        """Name all fields in the file's catalogue."""
        if self._all:
            form: dict[str, object] = {"Fields": PDFArray(self._all)}
            if self._font:
                form["DR"] = Dictionary({"Font": Dictionary({_FONT: self._font})})
            self._file.Catalog["AcroForm"] = Dictionary(form)

    def _widget(self, field: Field, page: int) -> object:
        left, bottom, right, top = field.rect
        entries: dict[str, object] = {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "Rect": f"[{left:.2f} {bottom:.2f} {right:.2f} {top:.2f}]",
            "F": _PRINTED,
            "T": PDFString(f"{'tick' if field.type_face is None else 'date'}{len(self._all) + 1}"),
            "TU": PDFString(field.words),
            "P": f"{page} 0 R",
            "StructParent": self._pages + len(self.nodes),
        }
        size = (right - left, top - bottom)
        face = field.type_face
        reference = self._file.add(entries | (self._line(face, field.size, size) if face else self._box(size)))
        field.node.attributes += f"/Pg {page} 0 R/K<</Type/OBJR/Obj {self._file.source(reference)}>>"
        self._all.append(reference)
        self.nodes.append(field.node)
        return reference

    def _box(self, size: tuple[float, float]) -> dict[str, object]:
        tick = _TICK.format(*[size[0] * part for part in _TICK_SHAPE])
        states = Dictionary({"Off": self._appearance("", size), "Yes": self._appearance(tick, size)})
        return {"FT": "/Btn", "V": "/Off", "AS": "/Off", "AP": Dictionary({"N": states})}

    def _line(self, face: FontFace, typed: float, size: tuple[float, float]) -> dict[str, object]:
        if self._font is None:
            self._font = _small_font(self._file, face)
        empty = self._appearance("/Tx BMC EMC", size, {"Font": Dictionary({_FONT: self._font})})
        return {"FT": "/Tx", "DA": PDFString(f"/{_FONT} {typed:g} Tf 0 g"), "AP": Dictionary({"N": empty})}

    def _appearance(self, operators: str, size: tuple[float, float], resources: Entries | None = None) -> object:
        entries: Entries = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": f"[0 0 {size[0]:.2f} {size[1]:.2f}]",
            "Resources": Dictionary(resources or {}),
        }
        return self._file.add_stream(operators.encode("ascii"), entries, level=0)


def _small_font(file: PdfFile, face: FontFace) -> object:
    """Digits and what stands between them in a date or a number: anything else viewers take from their own fonts."""
    codes = FontCodes(face, _FONT)
    codes.encode("".join([char for char in _TYPED if face.glyph(char)]))
    return add_font(file, face, codes.codes, codes.tag, whole_rows=False)
