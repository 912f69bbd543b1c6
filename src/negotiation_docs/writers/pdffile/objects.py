"""A PDF file on ReportLab's document, which holds its pages, fonts, pictures, outline, catalogue and information.

ReportLab's own way to save a document knows no structure tree: :mod:`pack` writes it instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reportlab.pdfbase.pdfdoc import BasicFonts, PDFArray, PDFDocument, PDFObjectReference

from negotiation_docs.writers.pdffile.pack import written
from negotiation_docs.writers.pdffile.source import LEVEL, Dictionary, Entries, Stream

Elements = Callable[[int], Sequence[str]]  # the sources of the structure tree's objects, given the number of its root


class PdfFile(PDFDocument):  # type: ignore[misc]  # ReportLab has no types
    """The objects of one document, numbered as they come; :meth:`assemble` gives its bytes, once.

    ``Catalog`` and ``info`` take their entries by name; ``fonts`` are the font resources, which all pages share.
    """

    def __init__(self) -> None:
        super().__init__(invariant=1)
        self.Catalog = Dictionary({"Type": "/Catalog", "Pages": self.Reference(self.Pages)})
        self.info = Dictionary()
        self.fonts: dict[str, object] = self.idToObject[BasicFonts].dict
        self._destinations: list[str] = []

    def add(self, entries: Entries) -> object:
        """Store a dictionary; returns a reference to it."""
        return self.Reference(Dictionary(entries))

    def add_stream(self, data: bytes, entries: Entries | None = None, *, level: int = LEVEL) -> object:
        """Store a stream, deflated unless ``level`` is 0; returns a reference to it."""
        return self.Reference(Stream(data, entries or {}, level))

    def add_page(
        self, size: tuple[float, float], content: bytes, pictures: Entries, states: Entries | None = None
    ) -> int:
        """Append a tagged page of ``size`` pt, with the pictures and graphics states it may use.

        Returns its object's number.
        """
        resources: dict[str, object] = {"Font": PDFObjectReference(BasicFonts)}
        if states:
            resources["ExtGState"] = Dictionary(states)
        if pictures:
            resources["XObject"] = Dictionary(pictures)
        entries = {
            "Type": "/Page",
            "Parent": self.Reference(self.Pages),
            "MediaBox": f"[0 0 {size[0]:.2f} {size[1]:.2f}]",
            "Contents": self.add_stream(content),
            "Resources": Dictionary(resources),
            "StructParents": len(self.Pages.pages),
            "Tabs": "/S",
        }
        self.addPage(Dictionary(entries))
        return int(self.objectcounter)

    def annotate(self, page: int, annotations: Sequence[object]) -> None:
        """Put stored annotations on the page with this object number."""
        self.idToObject[self.numberToId[page]]["Annots"] = PDFArray(annotations)

    def source(self, reference: object) -> str:
        """A reference as it is written."""
        return bytes(reference.format(self)).decode("ascii")  # type: ignore[attr-defined]

    def bookmark(self, title: str, level: int, page: int, top: float) -> None:
        """Append an entry to the outline, at most one level (from 0) below the last; ``page`` is its page's number."""
        name = str(len(self._destinations))
        self._destinations.append(f"[{page} 0 R/XYZ null {top:.0f} null]")
        self.outline.addOutlineEntry(name, level, title)

    def label_pages(self, prefixes: Mapping[int, str]) -> None:
        """Count the pages anew from each of some (from 0) on, behind a prefix (ISO 32000-1 12.4.2)."""
        codes = {page: prefix.encode("utf-16-be").hex().upper() for page, prefix in prefixes.items()}
        rows = [f"{page}<</S/D" + (f"/P<FEFF{code}>" if code else "") + ">>" for page, code in codes.items()]
        self.Catalog["PageLabels"] = f"<</Nums[{''.join(rows)}]>>"

    def _bookmarkReference(self, name: str) -> str:  # noqa: N802  # what an outline asks its canvas for
        return self._destinations[int(name)]

    def assemble(self, elements: Elements | None = None) -> bytes:
        """The finished file, tagged with a structure of ``elements``."""
        if self._destinations:
            self.Catalog["Outlines"] = self.Reference(self.outline)
            self.outline.prepare(self, self)
        trailer = {"Root": self.Reference(self.Catalog), "Info": self.Reference(self.info)}
        first = int(self.objectcounter) + 1
        tree = elements(first) if elements else ()
        if tree:
            self.Catalog["StructTreeRoot"] = f"{first} 0 R"
        return written(self, trailer, tree)
