"""DOCX: a paper as an Office Open XML document, written as text around parts made once."""

from __future__ import annotations

from pathlib import Path

from negotiation_docs.tree import Paper
from negotiation_docs.writers.docxfile import constants
from negotiation_docs.writers.docxfile import controls as furniture
from negotiation_docs.writers.docxfile.body import Body
from negotiation_docs.writers.docxfile.drawing import NAME as PICTURE_NAME
from negotiation_docs.writers.docxfile.drawing import signature_picture
from negotiation_docs.writers.docxfile.estimate import one_page
from negotiation_docs.writers.docxfile.flow import flow
from negotiation_docs.writers.docxfile.inspection import read_letterhead
from negotiation_docs.writers.docxfile.letterhead import Letterhead
from negotiation_docs.writers.docxfile.package import Part, archive
from negotiation_docs.writers.docxfile.stylespart import styles_part, styles_xml
from negotiation_docs.writers.docxfile.theme import theme
from negotiation_docs.writers.docxfile.xml import DECLARATION, NAMESPACES, line_twips, twips
from negotiation_docs.writers.style import A4, LOOKS, Look

_PAGE = (twips(A4[0]), twips(A4[1]))
EVEN_FOOTER = "footer-even"
_FOOTER_GAP = 7 * 72 / 25.4  # the page number stands 7 mm under the text area (GB/T 9704-2012 7.5)


def to_docx(
    paper: Paper, look: Look = LOOKS["personal"], *, base: bytes | Path | None = None, signature: bytes | None = None
) -> bytes:
    """The paper as DOCX; the same paper and look give the same bytes.

    ``base`` is the user's own letterhead (DOCX): its page, header, footer and styles stay, styles are found by their
    Chinese names, and those it lacks are added. ``signature`` is a PNG or JPEG set on the first signature line outside
    a receipt. Raises :class:`~negotiation_docs.errors.OutputError` for a letterhead or picture that cannot be used.
    """
    pieces = flow(paper)
    latin = not paper.lang.startswith("zh")
    image, drawing = signature_picture(signature) if signature is not None else (b"", "")
    if base is not None:
        letterhead = Letterhead(read_letterhead(base))
        body = Body(look, letterhead.measure, drawing, latin=latin)
        content = body.xml(pieces)
        styles = styles_xml(look, paper.lang, frozenset(body.variants), letterhead.measure)
        return letterhead.write(paper, content, styles, b"" if body.picture else image)
    body = Body(look, twips(look.measure), drawing, latin=latin)
    content = body.xml(pieces)
    pages = furniture.footers(look.page_number, latin=latin)
    if paper.draft:
        pages = (*pages, furniture.draft_header(furniture.draft_word(paper.lang)))
    section = _section(look, pages, single=one_page(pieces, look))
    document = f"{DECLARATION}<w:document {NAMESPACES}><w:body>{content}{section}</w:body></w:document>"
    styles_file = styles_part(look, paper.lang, frozenset(body.variants))
    return archive(_parts(paper.title, document, styles_file, pages, b"" if body.picture else image))


def _parts(title: str, document: str, styles: Part, pages: tuple[Part, ...], image: bytes) -> list[Part]:
    """All files of the package; only the document itself (and a picture) is made for this paper."""
    picture = PICTURE_NAME if image else ""
    names = tuple(_key(page) for page in pages)
    parts = [
        constants.content_types(names, picture),
        constants.package_relationships(),
        constants.core_properties(title),
        constants.app_properties(),
        Part.of("word/document.xml", document, level=6),
        constants.document_relationships(names, picture),
        styles,
        constants.settings(two_sided=EVEN_FOOTER in names),
        constants.font_table(),
        theme(),
        *pages,
    ]
    if image:
        parts.append(Part.of(f"word/media/{picture}", image, level=1))
    return parts


def _key(page: Part) -> str:
    """The name of a header or footer part without folder and suffix, which is its relationship's id too."""
    return page.name.removeprefix("word/").removesuffix(".xml")


def _section(look: Look, pages: tuple[Part, ...], *, single: bool) -> str:
    """Page size, margins, headers and footers, and the line grid of the look.

    A single page carries no page number. Only the program that opens the file counts pages, and a field that decides
    (``IF NUMPAGES > 1``) breaks in LibreOffice, so a paper that should fit on one page has an empty first footer: if
    it runs over all the same, its second page is numbered.
    """
    names = [_key(page) for page in pages]
    references = ""
    for name in sorted(names, reverse=True):  # headers before footers
        part = name.partition("-")[0]
        kinds = ["even" if name == EVEN_FOOTER else "default"]
        if part == "header":  # a draft's mark is on every page
            kinds += ["first"] * single + ["even"] * (EVEN_FOOTER in names)
        references += "".join(f'<w:{part}Reference w:type="{kind}" r:id="{name}"/>' for kind in kinds)
    pitch = line_twips(look.styles["body"].leading)
    footer_gap = twips(look.bottom - _FOOTER_GAP - look.styles["page_number"].leading)
    left = twips(look.left)
    right = _PAGE[0] - left - twips(look.measure)
    return (
        f'<w:sectPr>{references}<w:pgSz w:w="{_PAGE[0]}" w:h="{_PAGE[1]}"/>'
        f'<w:pgMar w:top="{twips(look.top)}" w:right="{right}" w:bottom="{twips(look.bottom)}" w:left="{left}"'
        f' w:header="851" w:footer="{footer_gap}" w:gutter="0"/>'
        f'<w:cols w:space="425"/>{"<w:titlePg/>" if single else ""}'
        f'<w:docGrid w:type="lines" w:linePitch="{pitch}"/></w:sectPr>'
    )
