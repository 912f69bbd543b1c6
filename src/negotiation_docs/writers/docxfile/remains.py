"""What a letterhead leaves behind: who wrote it, with what, and all that only its earlier letters needed."""

from __future__ import annotations

from typing import Final

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from lxml.etree import XPath  # type: ignore[import-untyped]

from negotiation_docs.writers.docxfile.elements import Element
from negotiation_docs.writers.docxfile.xml import R

_KEPT: Final = ("styles", "settings", "fontTable", "theme", "numbering")
_NOTES: Final = {"footnotes": "footnoteReference", "endnotes": "endnoteReference"}
_COMMENTS: Final = tuple(qn(f"w:comment{name}") for name in ("RangeStart", "RangeEnd", "Reference"))
_REFERRING: Final = XPath("descendant-or-self::*[@r:*]", namespaces={"r": R})
_SHOWN: Final = tuple(qn(name) for name in ("w:drawing", "w:pict", "w:object"))


def forget(document: Element) -> None:
    """Drop properties, thumbnail, template and form data, and every part that no word or picture left refers to."""
    package, part = document.part.package, document.part
    for key, each in list(package.rels.items()):
        if each.reltype not in (RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES):
            del package.rels[key]
    document.core_properties._element.clear()
    package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).partname = PackURI("/docProps/core.xml")
    for each in list(document.element.iter(*_COMMENTS)):
        each.getparent().remove(each)
    used = {key for each in referring(document.element) for key in references(each).values()}
    notes = {kind for kind, mark in _NOTES.items() if next(document.element.iter(qn(f"w:{mark}")), None) is not None}
    for key, each in list(part.rels.items()):
        if key not in used and each.reltype.rpartition("/")[2] not in (*_KEPT, *notes):
            del part.rels[key]
    settings = document.settings.element
    gone = [f"{kind[:-1]}Pr" for kind in _NOTES if kind not in notes]
    for each in settings.xpath(" | ".join(f"w:{name}" for name in gone)):
        settings.remove(each)
    part._settings_part.rels.clear()


def drop_dangling(document: Element) -> None:
    """Take out what shows a part that is not there: an office program would call the file damaged."""
    for part in document.part.package.iter_parts():
        for each in referring(part.element) if isinstance(part, XmlPart) else ():
            lost = [name for name, key in references(each).items() if key not in part.rels]
            if lost:
                _take_out(each, lost)


def _take_out(element: Element, references: list[str]) -> None:
    """A picture goes with its frame, a link loses its target alone."""
    for name in references:
        del element.attrib[name]
    frame = next(element.iterancestors(*_SHOWN), None)
    lost = frame if frame is not None or element.tag == qn("w:hyperlink") else element
    if lost is not None and lost.getparent() is not None:
        lost.getparent().remove(lost)


def referring(root: Element) -> list[Element]:
    """The elements in ``root`` (or itself) that name a relationship."""
    return list(_REFERRING(root))


def references(element: Element) -> dict[str, str]:
    """The attributes of an element that name a relationship."""
    return {name: key for name, key in element.attrib.items() if name.startswith(f"{{{R}}}") and key}
