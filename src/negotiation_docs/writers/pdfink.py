"""The ink of one page: its content stream, with every mark tagged either as part of the text or as furniture."""

from __future__ import annotations

from collections.abc import Iterable

from negotiation_docs.writers.fontembed import DocumentFonts
from negotiation_docs.writers.linebreak import Line
from negotiation_docs.writers.pdftags import Node, mark
from negotiation_docs.writers.textops import TextWriter

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

    @property
    def content(self) -> bytes:
        """The page's content stream."""
        return "\n".join(self._operators).encode("latin-1")

    def text(self, node: Node, lines: Iterable[Set]) -> None:
        """Lines that belong to a structure element, as one piece of marked content."""
        node.kids.append(mark(self.page, len(self.owners)))
        self._operators.append(f"/{node.tag}<</MCID {len(self.owners)}>>BDC\nBT")
        self.owners.append(node)
        self._show(lines)

    def furniture_text(self, kind: str, lines: Iterable[Set]) -> None:
        """Lines that are no part of the paper's words: page numbers, repeated heads."""
        self._operators.append(f"/Artifact{kind}BDC\nBT")
        self._show(lines)

    def _show(self, lines: Iterable[Set]) -> None:
        line = self._writer.line
        self._operators += [line(words, x, y) for words, x, y in lines]
        self._operators.append("ET\nEMC")

    def watermark(self, line: Line, grey: float, matrix: str) -> None:
        """One line of furniture behind the text, in grey, moved and turned by ``matrix``."""
        shown = TextWriter(self._fonts).line(line, 0, 0)  # its own writer: Q forgets the font it sets
        self._operators.append(f"/Artifact{WATERMARK}BDC\nq {grey} g {matrix} cm\nBT\n{shown}\nET\nQ\nEMC")

    def furniture(self, *operators: str, kind: str = LAYOUT) -> None:
        """Rules, boxes and shades, drawn with the given operators in a graphics state of their own."""
        self._operators.append(f"/Artifact{kind}BDC\nq")
        self._operators += operators
        self._operators.append("Q\nEMC")

    def figure(self, node: Node, operators: str) -> None:
        """A picture that belongs to a structure element."""
        node.kids.append(mark(self.page, len(self.owners)))
        self._operators.append(f"/{node.tag}<</MCID {len(self.owners)}>>BDC\nq {operators} Q\nEMC")
        self.owners.append(node)
