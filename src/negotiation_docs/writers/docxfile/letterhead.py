"""A base for papers out of a document, with python-docx: the user's own letterhead, or ours.

The contract is style names. A style the letterhead has under one of our Chinese names wins; those it lacks are added.
A paragraph saying only ``【正文】`` is the place of the paper; without one, the whole body is. What the letterhead says
of its author, company, template and earlier letters stays behind.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import count

import docx
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docxfile.adoption import adopt_styles
from negotiation_docs.writers.docxfile.controls import draft_line
from negotiation_docs.writers.docxfile.drawing import RELATIONSHIP
from negotiation_docs.writers.docxfile.elements import Element, redeclared
from negotiation_docs.writers.docxfile.place import clear_place
from negotiation_docs.writers.docxfile.reached import keep_reached
from negotiation_docs.writers.docxfile.remains import drop_dangling, forget
from negotiation_docs.writers.docxfile.xml import IGNORABLE, NAMESPACES, PREFIXES, R, W

_PAGE_WIDTH, _MARGIN = 11906, 1800  # Word's own values, where a section says nothing (twips)


def prepare(data: bytes, ours: bytes, *, draft: str = "", picture: str = "") -> tuple[bytes, int]:
    """The document ``data`` made ready to take papers, and the width of its text area in twips.

    ``ours`` is our own base, whose styles it gets where it lacks them; ``draft`` is the word every page is marked with;
    ``picture`` is the name of a signature's picture that gets a place. Raises :class:`OutputError` for a useless one.
    """
    try:
        document = docx.Document(io.BytesIO(data))
        measure = _measure(clear_place(document.element.body, list(_furniture(document))))
        forget(document)
        keep_reached(document)
        _adopt(document, ours, measure)
        if draft:
            mark_draft(document, draft)
        if picture:
            _make_room(document.part, picture)
        drop_dangling(document)
        _declare(document.part, PREFIXES)
        _declare(document.part._styles_part, {"w": W})
        out = io.BytesIO()
        document.save(out)
    except OutputError:
        raise
    except Exception:  # python-docx has no error tree of its own: KeyError, ValueError, XMLSyntaxError …
        raise OutputError("信头文件不能作为 Word 文档打开，请用 Word 打开后另存为 .docx 再试") from None
    return out.getvalue(), measure


def _furniture(document: Element) -> Iterator[Element]:
    """Headers and footers."""
    for relationship in document.part.rels.values():
        if relationship.reltype.endswith(("/header", "/footer")) and not relationship.is_external:
            yield relationship.target_part.element


def _measure(section: Element | None) -> int:
    """The width of a section's text area in twips."""
    page, margins = (None, None) if section is None else (section.find(qn("w:pgSz")), section.find(qn("w:pgMar")))
    try:
        width = _PAGE_WIDTH if page is None else int(page.get(qn("w:w"), _PAGE_WIDTH))
        sides = [_MARGIN] * 2
        if margins is not None:
            sides = [int(margins.get(qn(f"w:{side}"), "0")) for side in ("left", "right", "gutter")]
    except ValueError:
        raise OutputError("信头文件的页面设置读不出来，请用 Word 打开后另存为 .docx 再试") from None
    measure = width - sum(sides)
    if measure < _MARGIN:
        raise OutputError("信头文件的版心太窄，放不下正文，请检查页面设置")
    return measure


def _adopt(document: Element, ours: bytes, measure: int) -> None:
    """Our styles, known by our ids in every part that uses styles."""
    styles, wanted = document.styles.element, docx.Document(io.BytesIO(ours)).styles.element
    parts = [part for part in document.part.package.iter_parts() if part.partname.startswith("/word/")]
    others = {
        part: parse_xml(part.blob) for part in parts if not isinstance(part, XmlPart) and part.partname.ext == "xml"
    }
    using = [part.element for part in parts if isinstance(part, XmlPart) and part.element is not styles]
    adopt_styles(styles, wanted, [*using, *others.values()], measure)
    for part, content in others.items():
        part._blob = serialize_part_xml(content)


def mark_draft(document: Element, word: str) -> None:
    """``word`` on every page: in every header there is, and in new ones for pages that have none."""
    first, *others = document.sections
    headers = [first.header, first.first_page_header, first.even_page_header]
    for section in others:
        own = (section.header, section.first_page_header, section.even_page_header)
        headers += [header for header in own if not header.is_linked_to_previous]
    for number, header in enumerate(headers, 1):
        if header.is_linked_to_previous:
            header.is_linked_to_previous = False
            for paragraph in header.paragraphs:  # in a style of python-docx that the letterhead may not have
                header._element.remove(paragraph._p)
        header._element.append(parse_xml(draft_line(word, number, NAMESPACES).encode()))


def _make_room(part: Element, picture: str) -> None:
    """A place in the package for the picture of a signature."""
    name = PackURI(f"/word/media/{picture}")
    for other in part.package.iter_parts():
        if other.partname == name:
            other.partname = part.package.next_partname(f"/word/media/picture%d.{name.ext}")
    part.load_rel(f"{R}/image", Part(name, f"image/{name.ext}", b"", part.package), RELATIONSHIP)


def _declare(part: Element, prefixes: dict[str, str]) -> None:
    """Give a part the prefixes that are written into it, and no other for the same namespaces."""
    old = part.element
    others = {prefix: uri for prefix, uri in old.nsmap.items() if prefix and uri not in prefixes.values()}
    declared = others | prefixes
    free = (prefix for number in count() if (prefix := f"their{number}") not in others)
    declared |= {next(free): uri for uri in old.nsmap.values() if uri not in declared.values()}
    new = redeclared(old, declared)
    new.attrib.update(old.attrib)
    ignorable = f"{{{PREFIXES['mc']}}}Ignorable"
    known = [prefix for prefix in (*old.get(ignorable, "").split(), IGNORABLE) if prefix in new.nsmap]
    if known:
        new.set(ignorable, " ".join(dict.fromkeys(known)))
    part._element = new
