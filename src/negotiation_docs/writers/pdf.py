"""Writes a paper, or several in one file, as PDF: tagged, PDF/A-2a and PDF/UA-1, the same bytes for the same paper.

tree ── compose ──▶ galley of strips + structure tree ── fit ──▶ pages ── ink ──▶ content streams ──▶ file
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from itertools import accumulate, count

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
from negotiation_docs.writers.scans.grafting import grafted
from negotiation_docs.writers.scans.scan import Exhibit, Leaf
from negotiation_docs.writers.scans.sheets import NAME, STATES, Drawn, draw, resource
from negotiation_docs.writers.style import A4, LOOKS, Look

Cover = Callable[[Sequence[int], Sequence[int]], Paper]
"""Makes the paper before all others from the first pages of what follows, and from how many pages each has."""


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
    cover: Cover | None = None,
    exhibits: Sequence[Exhibit] = (),
    signature: bytes | None = None,
    password: str | None = None,
    fonts: Fonts | None = None,
) -> bytes:
    """Several papers (one at least), each from a new page, as one tagged PDF file called ``title``.

    They share their fonts and one structure tree, in which each of several is a part; each counts its own pages, and
    the outline names them one after the other. The file's language and day are those of the first. ``cover`` makes a
    paper before them from the numbers of their pages, ``exhibits`` are scans behind them, with labels for their pages;
    a file with pages out of others claims neither PDF/A nor PDF/UA. ``signature``, ``password``, ``fonts`` and what is
    raised: as for :func:`to_pdf`.
    """
    look = set_in(fonts, look)
    picture = read_picture(signature) if signature is not None else None
    set_ = [(paper, *composed(paper, look, picture)) for paper in papers]
    if cover:
        set_ = [_front(cover, [len(cut) for _, _, cut in set_], exhibits, look), *set_]
    used, canvas = DocumentFonts(), Canvas("", invariant=1)
    roots: list[Node] = []
    inks: list[Ink] = []
    for paper, root, cut in set_:
        roots.append(root)
        inks += drawn(cut, [Ink(number, used, canvas) for number, _ in enumerate(cut, len(inks))], paper, look)
    sheets: list[Drawn] = []
    for exhibit in exhibits:
        fresh = (Ink(number, used, canvas) for number in count(len(inks) + len(sheets)))
        root, laid = draw(exhibit, fresh, look, papers[0].lang)
        roots.append(root)
        sheets += laid
    file = PdfFile()
    numbers = add_pages(file, inks, picture) + _add_sheets(file, sheets)
    first = len(inks)
    inks += [sheet.ink for sheet in sheets]
    form = Form(file, len(inks))
    for ink, number in zip(inks, numbers, strict=True):
        outline(file, ink, number)
        form.add(ink.fields, number)
    form.close()
    places = _places(exhibits, first)
    lang, own = papers[0].lang, not places
    describe(file, title, lang, papers[0].dated, archival=own and password is None, accessible=own)
    if exhibits:
        file.label_pages(_labels(exhibits, first))
    used.add_to(file)
    data = file.assemble(partial(elements, joined(roots), [ink.owners for ink in inks], numbers, form.nodes))
    if places:
        data = grafted(data, places, NAME)
    return data if password is None else encrypt(data, password)


def scanned(
    exhibit: Exhibit,
    dated: date | None,
    look: Look = LOOKS["personal"],
    *,
    lang: str = "zh-CN",
    fonts: Fonts | None = None,
) -> bytes:
    """A scan as a PDF file of its own, its sheets as they are in a bundle. Raises OutputError without pikepdf."""
    look = set_in(fonts, look)
    used, canvas = DocumentFonts(), Canvas("", invariant=1)
    root, sheets = draw(exhibit, (Ink(number, used, canvas) for number in count()), look, lang)
    file = PdfFile()
    numbers = _add_sheets(file, sheets)
    for sheet, number in zip(sheets, numbers, strict=True):
        outline(file, sheet.ink, number)
    places = _places([exhibit], 0)
    describe(file, exhibit.label, lang, dated, archival=not places, accessible=not places)
    used.add_to(file)
    root.tag = "Document"
    data = file.assemble(partial(elements, root, [sheet.ink.owners for sheet in sheets], numbers, ()))
    return grafted(data, places, NAME) if places else data


def set_in(fonts: Fonts | None, look: Look) -> Look:
    """The look in the user's own fonts, if there are any."""
    return replace(look, chains=chains(fonts)) if fonts else look


def _front(
    cover: Cover, lengths: Sequence[int], exhibits: Sequence[Exhibit], look: Look
) -> tuple[Paper, Node, list[PageOfStrips]]:
    """The cover, which tells on which page each part begins, set as often as its own length asks for."""
    lengths = [*lengths, *[len(exhibit.scan.sheets) for exhibit in exhibits]]
    pages = 1
    while True:
        paper = cover([*accumulate(lengths[:-1], initial=pages + 1)], lengths)
        root, cut = composed(paper, look)
        if len(cut) <= pages:
            return paper, root, cut
        pages = len(cut)


def _places(exhibits: Sequence[Exhibit], first: int) -> dict[int, tuple[bytes, Leaf]]:
    """Which pages of the file, the scans from ``first`` on, are drawn in other files."""
    sheets = [(exhibit.scan.source, sheet) for exhibit in exhibits for sheet in exhibit.scan.sheets]
    return {page: (source, sheet) for page, (source, sheet) in enumerate(sheets, first) if isinstance(sheet, Leaf)}


def _labels(exhibits: Sequence[Exhibit], first: int) -> dict[int, str]:
    """What the labels of pages begin with, from which page on (from 0)."""
    starts = accumulate([len(exhibit.scan.sheets) for exhibit in exhibits[:-1]], initial=first)
    return {0: "", **{start: f"{exhibit.label}-" for start, exhibit in zip(starts, exhibits, strict=True)}}


def drawn(cut: Sequence[PageOfStrips], inks: list[Ink], paper: Paper, look: Look) -> list[Ink]:
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


def add_pages(file: PdfFile, inks: list[Ink], picture: Picture | None) -> list[int]:
    """Add the pages of papers and the signature's picture to the file; returns the pages' object numbers."""
    pictures = {image.NAME: image.embed(file, picture)} if picture else {}
    return [file.add_page(A4, ink.content, pictures) for ink in inks]


def _add_sheets(file: PdfFile, sheets: Sequence[Drawn]) -> list[int]:
    """Add the sheets of scans to the file; returns their object numbers."""
    return [file.add_page(each.size, each.ink.content, {NAME: resource(file, each.shown)}, STATES) for each in sheets]


def outline(file: PdfFile, ink: Ink, number: int) -> None:
    """Name the headings of a page, which is object ``number``, in the outline."""
    for mark in ink.bookmarks:
        file.bookmark(mark.title, mark.level, number, mark.top)
