"""Writes a paper, or several in one file, as PDF: tagged, PDF/A-2a and PDF/UA-1, the same bytes for the same paper.

tree ── compose ──▶ galley of strips + structure tree ── fit ──▶ pages ── ink ──▶ content streams ──▶ file
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec.structs import replace

from negotiation_docs.files import Fonts
from negotiation_docs.tree import Paper
from negotiation_docs.writers.fonts.chosen import chains
from negotiation_docs.writers.pages.fitting import composed
from negotiation_docs.writers.pages.furniture import draft_mark, page_number
from negotiation_docs.writers.pages.galley import by_block
from negotiation_docs.writers.pages.paginate import PageOfStrips, numbered
from negotiation_docs.writers.pdffile import image
from negotiation_docs.writers.pdffile.archive import describe
from negotiation_docs.writers.pdffile.embedding import DocumentFonts
from negotiation_docs.writers.pdffile.encryption import encrypt
from negotiation_docs.writers.pdffile.fields import Form
from negotiation_docs.writers.pdffile.ink import Ink
from negotiation_docs.writers.pdffile.objects import PdfFile
from negotiation_docs.writers.pdffile.reportlab_alone import Canvas
from negotiation_docs.writers.pdffile.tags import Node, elements, joined
from negotiation_docs.writers.picture import Picture, read_picture
from negotiation_docs.writers.style import A4, LOOKS, Look


def to_pdf(
    paper: Paper,
    look: Look = LOOKS["personal"],
    *,
    signature: bytes | None = None,
    password: str | None = None,
    fonts: Fonts | None = None,
) -> bytes:
    """The paper as a PDF file.

    ``signature`` is a picture (PNG or JPEG) to put on the signature line. ``password`` encrypts with AES-256; such a
    file makes no PDF/A claim and differs from run to run. ``fonts`` are the user's own, ahead of the packaged ones.
    Raises MissingGlyphs for characters no font has, OutputError for a picture or font that cannot be used, or when the
    extra ``encrypt`` is not installed.
    """
    return together([paper], paper.title, look, signature=signature, password=password, fonts=fonts)


def together(  # noqa: PLR0913 - each is a choice of the caller, by name
    papers: Sequence[Paper],
    title: str,
    look: Look = LOOKS["personal"],
    *,
    signature: bytes | None = None,
    password: str | None = None,
    fonts: Fonts | None = None,
) -> bytes:
    """Several papers (one at least), each from a new page, as one tagged PDF file called ``title``.

    They share their fonts and one structure tree, in which each of several is a part; each counts its own pages, and
    the outline names them one after the other. The file's language and day are those of the first. ``signature``,
    ``password``, ``fonts`` and what is raised: as for :func:`to_pdf`.
    """
    if fonts:
        look = replace(look, chains=chains(fonts))
    picture = read_picture(signature) if signature is not None else None
    used, canvas = DocumentFonts(), Canvas("", invariant=1)
    roots: list[Node] = []
    inks: list[Ink] = []
    for paper in papers:
        root, cut = composed(paper, look, picture)
        roots.append(root)
        inks += _drawn(cut, [Ink(number, used, canvas) for number, _ in enumerate(cut, len(inks))], paper, look)
    file = PdfFile()
    numbers = _add_pages(file, inks, picture)
    form = Form(file, len(inks))
    for ink, number in zip(inks, numbers, strict=True):
        form.add(ink.fields, number)
    form.close()
    describe(file, title, papers[0].lang, papers[0].dated, archival=password is None)
    used.add_to(file)
    data = file.assemble(partial(elements, joined(roots), [ink.owners for ink in inks], numbers, form.nodes))
    return data if password is None else encrypt(data, password)


def _drawn(cut: Sequence[PageOfStrips], inks: list[Ink], paper: Paper, look: Look) -> list[Ink]:
    """Draw the pages of one paper, numbered if there are several."""
    for page, ink in zip(cut, inks, strict=True):
        _draw(page, ink, paper, look)
    if len(inks) > 1:
        for ink, (lang, number, total) in zip(inks, numbered(cut, paper.lang), strict=True):
            page_number(ink, look, lang, number, total)
    return inks


def _draw(page: PageOfStrips, ink: Ink, paper: Paper, look: Look) -> None:
    """Draw one page's strips, on top of the draft mark."""
    if paper.draft:
        draft_mark(ink, paper.lang)
    top = A4[1] - look.top
    if page.resumed is not None:
        page.resumed.resume(ink, top)
    for block, placed in by_block(page.placed):
        block.draw(ink, [(index, top - offset) for index, offset in placed])


def _add_pages(file: PdfFile, inks: list[Ink], picture: Picture | None) -> list[int]:
    """Add the pages, their bookmarks and the signature's picture to the file; returns the pages' object numbers."""
    pictures = {image.NAME: image.embed(file, picture)} if picture else {}
    numbers = [file.add_page(A4, ink.content, pictures) for ink in inks]
    for ink, number in zip(inks, numbers, strict=True):
        for mark in ink.bookmarks:
            file.bookmark(mark.title, mark.level, number, mark.top)
    return numbers
