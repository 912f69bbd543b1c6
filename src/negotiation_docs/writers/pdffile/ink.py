"""The ink of one page: its content stream, with every mark tagged either as part of the text or as furniture."""

from __future__ import annotations

from collections.abc import Iterable

from negotiation_docs.writers.lines.linebreak import Line
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from negotiation_docs.writers.pdffile.operators import TextWriter
from negotiation_docs.writers.pdffile.tags import Node, mark

LAYOUT = "<</Type/Layout>>"
FOOTER = "<</Type/Pagination/Subtype/Footer>>"
REPEATED = "<</Type/Pagination/Subtype/Header>>"
WATERMARK = "<</Type/Pagination/Subtype/Watermark>>"

Set = tuple[Line, float, float]  # a line, the x of its measure's left edge, the y of its baseline


class Ink:
    """Collects a page's operators. Coordinates are the page's own: pt from the lower left corner."""

    def __init__(self, page: int, fonts: DocumentFonts) -> None:
        self.page = page  # from 0
        self.owners: list[Node] = []  # by marked-content id
        self._fonts = fonts
        self._writer = TextWriter(fonts)
        self._operators: list[str] = []
        self._in_text = False  # between BT and ET; thousands of cells share one text object

    @property
    def content(self) -> bytes:
        """The page's content stream."""
        self._leave_text()
        return "\n".join(self._operators).encode("latin-1")

    def text(self, node: Node, lines: Iterable[Set]) -> None:
        """Lines that belong to a structure element, as one piece of marked content."""
        self._show(f"/{node.tag}<</MCID {self._owned(node)}>>BDC", lines)

    def furniture_text(self, kind: str, lines: Iterable[Set]) -> None:
        """Lines that are no part of the paper's words: page numbers, repeated heads."""
        self._show(f"/Artifact{kind}BDC", lines)

    def _show(self, mark: str, lines: Iterable[Set]) -> None:
        line = self._writer.line
        shown = [line(words, x, y) for words, x, y in lines]
        if not self._in_text:
            self._operators.append("BT")
            self._in_text = True
        self._operators += [mark, *shown, "EMC"]

    def _leave_text(self) -> None:
        if self._in_text:
            self._operators.append("ET")
            self._in_text = False

    def watermark(self, line: Line, grey: float, matrix: str) -> None:
        """One line of furniture behind the text, in grey, moved and turned by ``matrix``."""
        shown = TextWriter(self._fonts).line(line, 0, 0)  # its own writer: Q forgets the font it sets
        self.furniture(f"{grey} g {matrix} cm\nBT\n{shown}\nET", kind=WATERMARK)

    def furniture(self, *operators: str, kind: str = LAYOUT) -> None:
        """Rules, boxes and shades, drawn with the given operators in a graphics state of their own."""
        self._leave_text()
        self._operators += [f"/Artifact{kind}BDC\nq", *operators, "Q\nEMC"]

    def figure(self, node: Node, operators: str) -> None:
        """A picture that belongs to a structure element."""
        self._leave_text()
        self._operators.append(f"/{node.tag}<</MCID {self._owned(node)}>>BDC\nq {operators} Q\nEMC")

    def _owned(self, node: Node) -> int:
        """The next marked-content id, which belongs to ``node``."""
        mcid = len(self.owners)
        node.kids.append(mark(self.page, mcid))
        self.owners.append(node)
        return mcid
