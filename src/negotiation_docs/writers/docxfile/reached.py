"""Only what the new body and its headers reach stays of a letterhead: no old note, recorded change or hidden data."""

from __future__ import annotations

from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml.etree import Comment, ProcessingInstruction, XPath, strip_tags  # type: ignore[import-untyped]

from negotiation_docs.writers.docxfile.elements import Element
from negotiation_docs.writers.docxfile.embedded import clean
from negotiation_docs.writers.docxfile.fields import ADDRESS, refuse_fields
from negotiation_docs.writers.docxfile.remains import references, referring
from negotiation_docs.writers.docxfile.xml import W

_SHARED: Final = ("styles", "settings", "fontTable", "theme", "numbering", "footnotes", "endnotes")
_FURNITURE: Final = ("header", "footer")
_EMBEDDED: Final = ("image", "font")
_LINKS: Final = (qn("w:hyperlink"), qn("a:hlinkClick"))
_NOTES: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_RECORDED: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange",
        "pPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange", "tblGridChange", "sectPrChange",
        "numberingChange", "cellDel", "cellIns", "cellMerge", "permStart", "permEnd", "rsid", "proofErr", "dataBinding",
        "fldData", "ffData", "alias", "tag", "placeholder", "smartTagPr", "customXmlPr",
    )
)  # fmt: skip
_ADDED: Final = (qn("w:ins"), qn("w:moveTo"))
_PROPERTIES: Final = (qn("w:rPr"), qn("w:trPr"), qn("w:pPr"))
_SETTINGS: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "zoom", "mirrorMargins", "gutterAtTop", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter",
        "autoHyphenation",
        "consecutiveHyphenLimit", "hyphenationZone", "defaultTabStop", "evenAndOddHeaders", "bookFoldPrinting",
        "drawingGridHorizontalSpacing", "drawingGridVerticalSpacing", "displayHorizontalDrawingGridEvery",
        "displayVerticalDrawingGridEvery", "displayBackgroundShape", "characterSpacingControl", "noLineBreaksAfter",
        "noLineBreaksBefore", "strictFirstAndLastChars", "footnotePr", "endnotePr", "compat", "themeFontLang",
        "clrSchemeMapping", "decimalSymbol", "listSeparator", "embedTrueTypeFonts", "saveSubsetFonts",
    )
)  # fmt: skip
_UNREAD: Final = (ProcessingInstruction, Comment)  # our own styles have comments
_NUMBERED: Final = XPath("descendant-or-self::*[@w:*[starts-with(local-name(), 'rsid')]]", namespaces={"w": W})
_AUTHORED: Final = XPath("descendant-or-self::*[@w:author]", namespaces={"w": W})
_PICTURE_OF_LINES: Final = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"  # beside its PNG
_VML: Final = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_ADDRESSES: Final = ("src", "href", f"{_VML[1]}href")


def keep_reached(document: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Take out of every part what is on record of earlier versions, and every part that nothing left refers to.

    Raises :class:`OutputError` for a field that fetches something from elsewhere.
    """
    parts = {part: content for part in document.part.package.iter_parts() if (content := _content(part)) is not None}
    for content in parts.values():
        _forget_changes(content)
        refuse_fields(content)
    _drop_notes(document, parts)
    for part, content in parts.items():
        _drop_relationships(part, content, whole=part is document.part)
        if not isinstance(part, XmlPart):
            part._blob = serialize_part_xml(content)
    settings = document.settings.element
    for each in [each for each in settings if each.tag not in _SETTINGS]:
        settings.remove(each)
    for part in document.part.package.iter_parts():
        for each in part.rels.values():
            if not each.is_external:
                clean(each.target_part, _kind(each))


def _content(part: Part) -> Element | None:
    """The XML of a part of the document; None for pictures and fonts."""
    if isinstance(part, XmlPart):
        return part.element
    is_xml = part.partname.ext == "xml" and part.partname.startswith("/word/")
    return parse_xml(part.blob) if is_xml else None


def _forget_changes(content: Element) -> None:
    """Accept every recorded change: what was deleted goes, what was added stays, and who did it is not told."""
    strip_tags(content, *([ProcessingInstruction] if content.tag == qn("w:styles") else _UNREAD))
    for element in _NUMBERED(content):
        for name in [name for name in element.attrib if name.startswith(f"{{{W}}}rsid")]:
            del element.attrib[name]
    for element in content.iter(*(f"{namespace}*" for namespace in _VML)):
        for name in _ADDRESSES:
            element.attrib.pop(name, None)
    for element in list(content.iter(*_RECORDED, *_ADDED, _PICTURE_OF_LINES)):
        parent = element.getparent()
        if element.tag not in _ADDED:
            _remove(parent.getparent() if parent is not None and parent.tag == qn("w:trPr") else element)
        elif parent is not None:
            for child in [] if parent.tag in _PROPERTIES else list(element):
                element.addprevious(child)
            _remove(element)
    for element in _AUTHORED(content):  # of a change that is recorded in another way
        _remove(element)


def _remove(element: Element) -> None:
    if element is not None and element.getparent() is not None:
        element.getparent().remove(element)


def _drop_notes(document: Any, parts: dict[Part, Element]) -> None:  # noqa: ANN401 - python-docx has no types
    """The notes that no word left refers to; those that draw the line above notes stay."""
    for kind, name in _NOTES.items():
        used = {each.get(qn("w:id")) for each in document.element.iter(qn(f"w:{name}Reference"))}
        for relationship in document.part.rels.values():
            if relationship.reltype.endswith(f"/{kind}") and relationship.target_part in parts:
                notes = parts[relationship.target_part]
                for note in list(notes.iter(qn(f"w:{name}"))):
                    if note.get(qn("w:type")) is None and note.get(qn("w:id")) not in used:
                        _remove(note)


def _drop_relationships(part: Part, content: Element, *, whole: bool) -> None:
    """Of a part, what nothing in it refers to; of links, what leads to no address. ``whole``: the document itself."""
    linked = {key for each in content.iter(*_LINKS) for key in references(each).values()}
    shown = {key for each in referring(content) if each.tag not in _LINKS for key in references(each).values()}
    for key, each in list(part.rels.items()):
        kind = _kind(each)
        if each.is_external:
            kept = kind == "hyperlink" and key in linked - shown and ADDRESS.match(each.target_ref) is not None
        else:
            kept = key in shown and kind in _EMBEDDED
            kept = kept or (whole and (kind in _SHARED or (key in shown and kind in _FURNITURE)))
        if not kept:
            del part.rels[key]


def _kind(relationship: Any) -> str:  # noqa: ANN401 - python-docx has no types
    return str(relationship.reltype.rpartition("/")[2])
