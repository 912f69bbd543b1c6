"""The objects of a PDF file, written as PDF source and numbered as they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from negotiation_docs.writers.pdffile.pack import FLATE, deflated, packed, stream


def text_string(text: str) -> str:
    """A text string (ISO 32000-1 7.9.2.2) as source."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary's source."""
    return f"<<{''.join([f'/{name} {value}' for name, value in entries.items()])}>>"


class PdfFile:
    """The objects of one document, numbered as they come; :meth:`assemble` gives its bytes, once.

    ``catalog`` and ``info`` hold the source of their entries by name, ``fonts`` that of the font resources, which all
    pages share.
    """

    def __init__(self) -> None:
        self.catalog: dict[str, str] = {}
        self.info: dict[str, str] = {}
        self.fonts: dict[str, str] = {}
        self._objects: dict[int, str] = {}
        self._streams: list[tuple[int, bytes]] = []
        self._last = 0
        self._pages: list[int] = []
        self._tree = self.reserve(1)
        self._resources = self.reserve(1)

    def reserve(self, count: int) -> int:
        """Set aside ``count`` object numbers in a row for :meth:`put`; returns the first."""
        first = self._last + 1
        self._last += count
        return first

    def put(self, first: int, objects: Iterable[str]) -> None:
        """Store objects under reserved numbers."""
        self._objects.update(enumerate(objects, first))

    def add(self, source: str) -> str:
        """Store an object; returns a reference to it."""
        number = self.reserve(1)
        self._objects[number] = source
        return f"{number} 0 R"

    def add_stream(self, entries: str, data: bytes) -> str:
        """Store a stream, ``data`` as filtered (``entries`` name the filter); returns a reference to it."""
        number = self.reserve(1)
        self._streams.append((number, stream(entries, data)))
        return f"{number} 0 R"

    def add_page(self, size: tuple[float, float], content: bytes, images: dict[str, str]) -> int:
        """Append a tagged page of ``size`` pt, with the pictures it may use; returns its number."""
        pictures = "".join([f"/{name} {reference}" for name, reference in images.items()])
        shown = self.add_stream(FLATE, deflated(content))
        number = self.reserve(1)
        self._objects[number] = (
            f"<</Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {size[0]:.2f} {size[1]:.2f}]/Contents {shown}"
            f"/Resources<</Font {self._resources} 0 R{f'/XObject<<{pictures}>>' if pictures else ''}>>"
            f"/StructParents {len(self._pages)}/Tabs/S>>"
        )
        self._pages.append(number)
        return number

    def assemble(self) -> bytes:
        """The finished file. Its identifier is the digest of its content."""
        kids = " ".join([f"{page} 0 R" for page in self._pages])
        self._objects[self._tree] = f"<</Type/Pages/Count {len(self._pages)}/Kids[{kids}]>>"
        self._objects[self._resources] = dictionary(self.fonts)
        root = self.add(dictionary({"Type": "/Catalog", "Pages": f"{self._tree} 0 R", **self.catalog}))
        info = self.add(dictionary(self.info))
        return packed(self._streams, self._objects, f"/Root {root}/Info {info}")
