"""The ink of one page: its content stream, with every mark tagged either as part of the text or as furniture.

Rules, boxes and pictures are drawn in the words of ReportLab's canvas; text, of which a long table has thousands of
pieces, is written by :mod:`operators` straight into the same stream.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager

from msgspec import Struct

from negotiation_docs.writers.lines.linebreak import Line
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from negotiation_docs.writers.pdffile.fields import Field
from negotiation_docs.writers.pdffile.operators import TextWriter
from negotiation_docs.writers.pdffile.reportlab_alone import Canvas
from negotiation_docs.writers.pdffile.tags import Node, mark

LAYOUT = "<</Type/Layout>>"
FOOTER = "<</Type/Pagination/Subtype/Footer>>"
REPEATED = "<</Type/Pagination/Subtype/Header>>"
WATERMARK = "<</Type/Pagination/Subtype/Watermark>>"

Set = tuple[Line, float, float]  # a line, the x of its measure's left edge, the y of its baseline
Matrix = tuple[float, float, float, float, float, float]


class Bookmark(Struct, frozen=True):
    """A heading that the outline names: its words, its level (from 0) and the y of its top edge."""

    title: str
    level: int
    top: float


class Ink:
    """Collects a page's operators. Coordinates are the page's own: pt from the lower left corner.

    ``canvas`` lends its words to every page of a document.
    """

    def __init__(self, page: int, fonts: DocumentFonts, canvas: Canvas) -> None:
        self.page = page  # from 0
        self.owners: list[Node] = []  # by marked-content id
        self.bookmarks: list[Bookmark] = []
        self.fields: list[Field] = []
        self._fonts = fonts
        self._writer = TextWriter(fonts)
        self._canvas = canvas
        self._operators: list[str] = []
        self._in_text = False  # between BT and ET; thousands of cells share one text object

    @property
    def content(self) -> bytes:
        """The page's content stream."""
        self._leave_text()
        return "\n".join(self._operators).encode("latin-1")

    def bookmark(self, heading: Node, title: str, top: float) -> None:
        """Let the outline name a heading, at the level that its tag has."""
        self.bookmarks.append(Bookmark(title, int(heading.tag.removeprefix("H")) - 1, top))

    def text(self, node: Node, lines: Iterable[Set]) -> None:
        """Lines that belong to a structure element, as one piece of marked content."""
        self._show(f"/{node.tag}<</MCID {self._owned(node)}>>BDC", lines)

    def furniture_text(self, kind: str, lines: Iterable[Set], *, grey: float = 0.0) -> None:
        """Lines that are no part of the paper's words: page numbers, repeated heads."""
        self._show(f"/Artifact{kind}BDC", lines, grey)

    def _show(self, mark: str, lines: Iterable[Set], grey: float = 0.0) -> None:
        line = self._writer.line
        shown = [line(words, x, y) for words, x, y in lines]
        if not self._in_text:
            self._operators.append("BT")
            self._in_text = True
        if grey:
            shown = [f"{grey:g} g", *shown, "0 g"]
        self._operators += [mark, *shown, "EMC"]

    def _leave_text(self) -> None:
        if self._in_text:
            self._operators.append("ET")
            self._in_text = False

    def furniture(self, kind: str = LAYOUT) -> AbstractContextManager[Canvas]:
        """A canvas for rules, boxes and shades that are no part of the text, with a graphics state of its own."""
        return self._drawn(f"/Artifact{kind}BDC")

    def control(self, parent: Node, attributes: str) -> AbstractContextManager[Canvas]:
        """A canvas for what is to be filled in by hand, an element of its own, told in words by ``attributes``."""
        node = parent.child("Form", attributes)
        return self._drawn(f"/Form<</MCID {self._owned(node)}>>BDC")

    def words(self, line: Line, x: float, y: float) -> None:
        """A line within furniture, in whatever colour and place the canvas is set to."""
        shown = TextWriter(self._fonts).line(line, x, y)  # its own writer: Q forgets the font it sets
        self._operators.append(f"BT\n{shown}\nET")

    def figure(self, node: Node, name: str, matrix: Matrix) -> None:
        """A picture that belongs to a structure element: the page's resource ``name``, placed by ``matrix``."""
        with self._drawn(f"/{node.tag}<</MCID {self._owned(node)}>>BDC") as canvas:
            canvas.transform(*matrix)
            canvas.addLiteral(f"/{name} Do")

    @contextmanager
    def _drawn(self, mark: str) -> Iterator[Canvas]:
        self._leave_text()
        self._operators.append(f"{mark}\nq")
        self._canvas._code = self._operators
        yield self._canvas
        self._operators.append("Q\nEMC")

    def _owned(self, node: Node) -> int:
        """The next marked-content id, which belongs to ``node``."""
        mcid = len(self.owners)
        node.kids.append(mark(self.page, mcid))
        self.owners.append(node)
        return mcid
