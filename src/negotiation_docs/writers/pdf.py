"""Writes a paper as PDF: tagged, PDF/A-2a and PDF/UA-1, the same bytes for the same paper.

tree ── compose ──▶ galley of strips + structure tree ── fit ──▶ pages ── ink ──▶ content streams ──▶ file
"""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from negotiation_docs.tree import Paper
from negotiation_docs.writers.fonts.chosen import Choice, chains
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
from negotiation_docs.writers.pdffile.tags import elements
from negotiation_docs.writers.picture import Picture, read_picture
from negotiation_docs.writers.style import A4, LOOKS, Look


def to_pdf(
    paper: Paper,
    look: Look = LOOKS["personal"],
    *,
    signature: bytes | None = None,
    password: str | None = None,
    fonts: Choice | None = None,
) -> bytes:
    """The paper as a PDF file.

    ``signature`` is a picture (PNG or JPEG) to put on the signature line. ``password`` encrypts with AES-256; such a
    file makes no PDF/A claim and differs from run to run. ``fonts`` are the user's own, ahead of the packaged ones.
    Raises MissingGlyphs for characters no font has, OutputError for a picture or font that cannot be used, or when the
    extra ``encrypt`` is not installed.
    """
    if fonts:
        look = replace(look, chains=chains(fonts))
    picture = read_picture(signature) if signature is not None else None
    root, cut = composed(paper, look, picture)
    used, canvas = DocumentFonts(), Canvas("", invariant=1)
    pages = [_draw(page, Ink(number, used, canvas), paper, look) for number, page in enumerate(cut)]
    if len(pages) > 1:
        for ink, (lang, number, total) in zip(pages, numbered(cut, paper.lang), strict=True):
            page_number(ink, look, lang, number, total)
    file = PdfFile()
    numbers = _add_pages(file, pages, picture)
    form = Form(file, len(pages))
    for ink, number in zip(pages, numbers, strict=True):
        form.add(ink.fields, number)
    form.close()
    describe(file, paper, archival=password is None)
    used.add_to(file)
    data = file.assemble(partial(elements, root, [ink.owners for ink in pages], numbers, form.nodes))
    return data if password is None else encrypt(data, password)


def _draw(page: PageOfStrips, ink: Ink, paper: Paper, look: Look) -> Ink:
    """Draw one page's strips, on top of the draft mark."""
    if paper.draft:
        draft_mark(ink, paper.lang)
    top = A4[1] - look.top
    if page.resumed is not None:
        page.resumed.resume(ink, top)
    for block, placed in by_block(page.placed):
        block.draw(ink, [(index, top - offset) for index, offset in placed])
    return ink


def _add_pages(file: PdfFile, inks: list[Ink], picture: Picture | None) -> list[int]:
    """Add the pages, their bookmarks and the signature's picture to the file; returns the pages' object numbers."""
    pictures = {image.NAME: image.embed(file, picture)} if picture else {}
    numbers = [file.add_page(A4, ink.content, pictures) for ink in inks]
    for ink, number in zip(inks, numbers, strict=True):
        for mark in ink.bookmarks:
            file.bookmark(mark.title, mark.level, number, mark.top)
    return numbers
