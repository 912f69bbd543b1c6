"""A base built with python-docx: page, line grid, page numbers, styles and settings of a look in one language.

``skeleton/`` holds what no style table says: Word's own styles, line rules, stand-ins for fonts, a theme.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
from docx.opc.oxml import serialize_part_xml
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Twips

from negotiation_docs.writers.docxfile.controls import field
from negotiation_docs.writers.docxfile.elements import Element, element, redeclared
from negotiation_docs.writers.docxfile.furniture import add_furniture_styles
from negotiation_docs.writers.docxfile.letterhead import prepare
from negotiation_docs.writers.docxfile.package import Part, archive
from negotiation_docs.writers.docxfile.runs import run
from negotiation_docs.writers.docxfile.stylenames import END, EVEN
from negotiation_docs.writers.docxfile.stylesheet import add_text_styles
from negotiation_docs.writers.docxfile.xml import NAMESPACES, PLACE_MARK, R, W, line_twips, twips
from negotiation_docs.writers.style import A4, Look

_SKELETON = Path(__file__).with_name("skeleton")
_KEPT = {"styles": "styles", "settings": "settings", "fontTable": "fontTable", "theme": "theme1"}
_AFTER_NUMBERS = tuple(f"w:{name}" for name in ("cols", "formProt", "vAlign", "noEndnote", "titlePg", "docGrid"))
_FOOTER_GAP = 7 * 72 / 25.4  # the page number stands 7 mm under the text area (GB/T 9704-2012 7.5)


def build(look: Look, lang: str) -> bytes:
    """An empty document of ``look`` in ``lang`` (``zh``, ``en``, ``zh+en``), its only paragraph the mark ``【正文】``.

    One for both languages has a second section, whose pages are counted by themselves and numbered in English.

    The same bytes on every run: without the clock, the author and the pictures of python-docx's template.
    """
    document, latin = docx.Document(), lang == "en"
    _furnish(document.part)
    add_text_styles(document.styles, look, latin=latin)
    add_furniture_styles(document.styles, look, latin=latin)
    _lay_out(document.sections[0], look)
    both = lang == "zh+en"
    _number_pages(document.sections[0], document, look, latin=latin, part=both)
    document.add_paragraph(PLACE_MARK)
    if both:
        second = document.add_section()
        _number_pages(second, document, look, latin=True, part=True)
        second._sectPr.insert_element_before(element("pgNumType", start=1), *_AFTER_NUMBERS)
        document.element.body.p_lst[-1].get_or_add_pPr().style = END
    for section in document.sections:
        section._sectPr.attrib.clear()  # who edited the template when
    for part in document.part.package.iter_parts():
        if isinstance(part, XmlPart) and part.partname.startswith("/word/"):
            part._element = redeclared(part.element, {"w": W, "r": R})
    out = io.BytesIO()
    document.save(out)
    prepared, _ = prepare(out.getvalue(), out.getvalue())
    with zipfile.ZipFile(io.BytesIO(prepared)) as package:
        return archive(Part.of(name, package.read(name)) for name in package.namelist())


def _furnish(part: Element) -> None:
    """Exchange the parts of python-docx's own template for those of the skeleton, and drop the others."""
    for key, relationship in list(part.rels.items()):
        name = _KEPT.get(relationship.reltype.rpartition("/")[2])
        if name is None:
            del part.rels[key]
            continue
        content = parse_xml((_SKELETON / f"{name}.xml").read_bytes())
        target = relationship.target_part
        if isinstance(target, XmlPart):
            target.element.clear()
            target.element.extend(list(content))
        else:
            target._blob = serialize_part_xml(content)


def _lay_out(section: Element, look: Look) -> None:
    """Page size, margins and line grid."""
    page = (twips(A4[0]), twips(A4[1]))
    section.page_width, section.page_height = (Twips(side) for side in page)
    section.top_margin, section.bottom_margin = Twips(twips(look.top)), Twips(twips(look.bottom))
    section.left_margin = Twips(twips(look.left))
    section.right_margin = Twips(page[0] - twips(look.left) - twips(look.measure))
    section.header_distance, section.gutter = Twips(851), Twips(0)
    section.footer_distance = Twips(twips(look.bottom - _FOOTER_GAP - look.styles["page_number"].leading))
    grid = section._sectPr.find(qn("w:docGrid"))
    if look.line_grid:
        grid.set(qn("w:type"), "lines")
    grid.set(qn("w:linePitch"), str(line_twips(look.styles["body"].leading)))


def _number_pages(section: Element, document: Element, look: Look, *, latin: bool, part: bool) -> None:
    """第1页 共3页 or Page 1 of 3 centred; — 1 — in two footers, at the outer edge of odd and even pages.

    ``part`` counts the pages of the section alone.
    """
    styles = document.styles
    page, pages = field("PAGE", "1"), field("SECTIONPAGES" if part else "NUMPAGES", "1")
    if look.page_number == "dash":
        line = f"{run('— ')}{page}{run(' —')}"
    elif latin:
        line = f"{run('Page ')}{page}{run(' of ')}{pages}"
    else:
        line = f"{run('第')}{page}{run('页 共')}{pages}{run('页')}"
    _set_line(section.footer, styles[look.styles["page_number"].name], line)
    if look.page_number == "dash":
        document.settings.odd_and_even_pages_header_footer = True
        _set_line(section.even_page_footer, styles[EVEN[1]], line)


def _set_line(footer: Element, style: Element, runs: str) -> None:
    footer.is_linked_to_previous = False
    paragraph = footer.paragraphs[0]
    paragraph.style = style
    paragraph._p.extend(list(parse_xml(f"<w:p {NAMESPACES}>{runs}</w:p>".encode())))
