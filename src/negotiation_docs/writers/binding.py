"""Binds many papers into one PDF for a printer: each from an odd page, so that both sides of a sheet are one letter's.

They are set and drawn one by one; what is kept of each are its content streams and its tags. Fonts lie in it once.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from msgspec import Struct

from negotiation_docs.files import Fonts
from negotiation_docs.tree import Paper
from negotiation_docs.writers.pages.fitting import composed
from negotiation_docs.writers.pdf import add_pages, drawn, outline, set_in
from negotiation_docs.writers.pdffile.archive import describe
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from negotiation_docs.writers.pdffile.fields import Form
from negotiation_docs.writers.pdffile.ink import Ink
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.reportlab_alone import Canvas
from negotiation_docs.writers.pdffile.tags import Node, elements, joined
from negotiation_docs.writers.picture import read_picture
from negotiation_docs.writers.style import LOOKS, Look

_SHEET: Final = 2
"""Pages of a sheet of paper."""


class Span(Struct, frozen=True):
    """Where a paper stands: its first page (from 1), and how many it has."""

    first: int
    pages: int


class Binder:
    """Takes papers, one at least, and gives one file: tagged, PDF/A-2a and PDF/UA-1, as each would be by itself."""

    def __init__(
        self, look: Look = LOOKS["personal"], *, signature: bytes | None = None, fonts: Fonts | None = None
    ) -> None:
        """Raises OutputError for a picture or font that cannot be used."""
        self._look = set_in(fonts, look)
        self._picture = read_picture(signature) if signature is not None else None
        self._used, self._canvas = DocumentFonts(), Canvas("", invariant=1)
        self._papers: list[Paper] = []
        self._roots: list[Node] = []
        self._inks: list[Ink] = []

    def add(self, paper: Paper) -> Span:
        """One more paper; raises what ``to_pdf`` does, and then the file is what it was."""
        root, cut = composed(paper, self._look, self._picture)
        first = len(self._inks) + len(self._inks) % _SHEET
        blank = [self._ink(number) for number in range(len(self._inks), first)]
        own = drawn(cut, [self._ink(number) for number, _ in enumerate(cut, first)], paper, self._look)
        self._papers.append(paper)
        self._roots.append(root)
        self._inks += [*blank, *own]
        return Span(first + 1, len(own))

    def bound(self, title: str) -> bytes:
        """The file, called ``title``; its language and day are those of the first paper."""
        file, inks, first = PdfFile(), self._inks, self._papers[0]
        numbers = add_pages(file, inks, self._picture)
        form = Form(file, len(inks))
        for ink, number in zip(inks, numbers, strict=True):
            outline(file, ink, number)
            form.add(ink.fields, number)
        form.close()
        describe(file, title, first.lang, first.dated, archival=True, accessible=True)
        self._used.add_to(file)
        tree = partial(elements, joined(self._roots), [ink.owners for ink in inks], numbers, form.nodes)
        return file.assemble(tree)

    def _ink(self, number: int) -> Ink:
        return Ink(number, self._used, self._canvas)
