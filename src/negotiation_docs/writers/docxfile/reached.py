"""Only what the new body and its headers reach stays of a letterhead: no old note, recorded change or hidden data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from docx.opc.oxml import serialize_part_xml
from docx.opc.part import Part, XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.docxfile.elements import Element
from negotiation_docs.writers.docxfile.remains import references
from negotiation_docs.writers.docxfile.xml import W
from negotiation_docs.writers.jpeg import bare

_SHARED: Final = ("styles", "settings", "fontTable", "theme", "numbering", "footnotes", "endnotes")
_REFERRED: Final = ("header", "footer", "image", "hyperlink", "font")
_NOTES: Final = {"footnotes": "footnote", "endnotes": "endnote"}
_RECORDED: Final = frozenset(
    qn(f"w:{name}")
    for name in (
        "del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "rPrChange",
        "pPrChange", "tblPrChange", "tblPrExChange", "tcPrChange", "trPrChange", "tblGridChange", "sectPrChange",
        "numberingChange", "cellDel", "cellIns", "cellMerge", "permStart", "permEnd", "rsid", "proofErr", "dataBinding",
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
_OUTSIDE: Final = re.compile(r"\b(?:INCLUDEPICTURE|INCLUDETEXT|IMPORT|DDEAUTO|DDE|LINK|RD|DATABASE)\b", re.IGNORECASE)
_VML: Final = ("{urn:schemas-microsoft-com:vml}", "{urn:schemas-microsoft-com:office:office}")
_ADDRESSES: Final = ("src", "href", f"{_VML[1]}href")


def keep_reached(document: Any) -> None:  # noqa: ANN401 - python-docx has no types
    """Take out of every part what is on record of earlier versions, and every part that nothing left refers to.

    Raises :class:`OutputError` for a field that fetches something from elsewhere.
    """
    parts = {part: content for part in document.part.package.iter_parts() if (content := _content(part)) is not None}
    for content in parts.values():
        _forget_changes(content)
        _refuse_fetching(content)
    _drop_notes(document, parts)
    for part, content in parts.items():
        _drop_relationships(part, {key for each in content.iter() for key in references(each).values()})
        if not isinstance(part, XmlPart):
            part._blob = serialize_part_xml(content)
    settings = document.settings.element
    for each in [each for each in settings if each.tag not in _SETTINGS]:
        settings.remove(each)
    for part in document.part.package.iter_parts():
        if part.partname.ext.lower() in ("jpg", "jpeg"):
            with suppress(ValueError, IndexError):  # what is no JPEG is shown by no program either
                part._blob = bare(part.blob) or part.blob


def _content(part: Part) -> Element | None:
    """The XML of a part of the document; None for pictures and fonts."""
    if isinstance(part, XmlPart):
        return part.element
    is_xml = part.partname.ext == "xml" and part.partname.startswith("/word/")
    return parse_xml(part.blob) if is_xml else None


def _forget_changes(content: Element) -> None:
    """Accept every recorded change: what was deleted goes, what was added stays, and who did it is not told."""
    for element in list(content.iter()):
        if not isinstance(element.tag, str):  # a comment of the XML, such as our own styles have
            continue
        for name in [name for name in element.attrib if name.startswith(f"{{{W}}}rsid")]:
            del element.attrib[name]
        if element.tag.startswith(_VML):
            for name in _ADDRESSES:
                element.attrib.pop(name, None)
        parent = element.getparent()
        if element.tag in _RECORDED:
            _remove(parent.getparent() if parent is not None and parent.tag == qn("w:trPr") else element)
        elif element.tag in _ADDED and parent is not None:
            for child in [] if parent.tag in _PROPERTIES else list(element):
                element.addprevious(child)
            _remove(element)


def _remove(element: Element) -> None:
    if element is not None and element.getparent() is not None:
        element.getparent().remove(element)


def _refuse_fetching(content: Element) -> None:
    said = "".join(each.text or "" for each in content.iter(qn("w:instrText")))
    simple = " ".join(each.get(qn("w:instr"), "") for each in content.iter(qn("w:fldSimple")))
    if _OUTSIDE.search(f"{said} {simple}"):
        raise OutputError("信头文件引用了外部内容（例如链接的图片），请改为嵌入后再试")


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


def _drop_relationships(part: Part, used: set[str]) -> None:
    for key, kind in list(_kinds(part)):
        if kind not in _SHARED and not (kind in _REFERRED and key in used):
            del part.rels[key]


def _kinds(part: Part) -> Iterator[tuple[str, str]]:
    return ((key, each.reltype.rpartition("/")[2]) for key, each in part.rels.items())
