"""Reads a DOCX the way a critical reader does: straight from the XML, with checks that name what is wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
LAYOUT = {"pStyle", "sectPr"}  # a section ends in a paragraph; everything else belongs to a style


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def xml(data: bytes, part: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts(data)[part])


def val(element: etree._Element | None, name: str = "val") -> str:
    return "" if element is None else str(element.get(f"{W}{name}"))


def words(element: etree._Element) -> str:
    """The words of the tree: without boxes to tick and the label of a fingerprint's place."""
    return "".join(text.text or "" for text in element.iter(f"{W}t") if not _furniture(text))


def _furniture(text: etree._Element) -> bool:
    boxed = any(around.find(f"{W}sdtPr/{W14}checkbox") is not None for around in text.iterancestors(f"{W}sdt"))
    paragraph = next(text.iterancestors(f"{W}p"), None)
    return boxed or (paragraph is not None and val(paragraph.find(f"{W}pPr/{W}pStyle")) == "place")


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """Style id and words of each paragraph of the body, those in tables too."""
    return [(val(p.find(f"{W}pPr/{W}pStyle")), words(p)) for p in xml(data).iter(f"{W}p")]


def styles(data: bytes) -> dict[str, etree._Element]:
    return {style.get(f"{W}styleId"): style for style in xml(data, "word/styles.xml").iter(f"{W}style")}


def style_of(data: bytes, text: str) -> etree._Element:
    """The style of the first paragraph that starts with ``text``."""
    return styles(data)[next(key for key, said in paragraphs(data) if said.lstrip().startswith(text))]


def property_of(data: bytes, text: str, name: str, of: str = "pPr") -> etree._Element | None:
    """A paragraph's (or its runs') property as the styles say it, for the first paragraph that starts with ``text``."""
    known = styles(data)
    style: etree._Element | None = style_of(data, text)
    while style is not None:
        found = style.find(f"{W}{of}/{W}{name}")
        if found is not None:
            return found
        style = known.get(val(style.find(f"{W}basedOn")))
    return None


def faults(data: bytes) -> list[str]:
    """What is wrong with a document by the rules of the house; empty for a good one."""
    return [*_style_faults(data), *_table_faults(data), *_package_faults(data), *_order_faults(data)]


def _style_faults(data: bytes) -> Iterator[str]:
    known = styles(data)
    document = xml(data)
    for use in ("pStyle", "rStyle", "tblStyle"):
        for element in document.iter(f"{W}{use}"):
            if val(element) not in known:
                yield f"undefined style {val(element)}"
    for key, style in known.items():
        for link in ("basedOn", "next"):
            target = val(style.find(f"{W}{link}"))
            if target and target not in known:
                yield f"style {key} leans on undefined {target}"
    if any("Theme" in name for fonts in xml(data, "word/styles.xml").iter(f"{W}rFonts") for name in fonts.attrib):
        yield "a style takes its font from the theme"
    yield from _formatting_by_hand(document)


def _formatting_by_hand(document: etree._Element) -> Iterator[str]:
    for what, container, allowed in (("paragraph", "pPr", LAYOUT), ("run", "rPr", {"rStyle"})):
        for properties in document.iter(f"{W}{container}"):
            extra = {etree.QName(child).localname for child in properties} - allowed
            if extra:
                yield f"{what} formatted by hand: {sorted(extra)}"


def _table_faults(data: bytes) -> Iterator[str]:
    for table in xml(data).iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w")) for column in table.iter(f"{W}gridCol")]
        if sum(grid) != int(table.find(f"{W}tblPr/{W}tblW").get(f"{W}w")):
            yield "the columns do not fill the table"
        for row in table.iter(f"{W}tr"):
            at = 0
            for cell in row.iter(f"{W}tc"):
                span = int(val(cell.find(f"{W}tcPr/{W}gridSpan")) or 1)
                if int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) != sum(grid[at : at + span]):
                    yield "a cell is not as wide as its columns"
                if cell[-1].tag != f"{W}p":
                    yield "a cell does not end with a paragraph"
                at += span
            if at != len(grid):
                yield "a row does not span the grid"
        following = table.getnext()
        if following is None or following.tag != f"{W}p":
            yield "a table is not followed by a paragraph"


def _package_faults(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        if package.testzip():
            yield "a part is damaged"
    if {entry.date_time for entry in entries} != {(1980, 1, 1, 0, 0, 0)}:
        yield "the clock is in the ZIP file"
    names = [entry.filename for entry in entries]
    if names[0] != "[Content_Types].xml" or names[1:] != sorted(names[1:]):
        yield "the parts are not in order"
    for name, content in parts(data).items():
        if name.endswith((".xml", ".rels")):
            try:
                etree.fromstring(content)
            except etree.XMLSyntaxError:
                yield f"{name} is not well-formed"


_PARAGRAPH_ORDER = [
    *("keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "pBdr", "tabs", "kinsoku", "wordWrap"),
    *(
        "overflowPunct",
        "topLinePunct",
        "autoSpaceDE",
        "autoSpaceDN",
        "snapToGrid",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
    ),
]
_ROW_ORDER = ["cantSplit", "tblHeader"]


def _order_faults(data: bytes) -> Iterator[str]:
    """The schema is a sequence: Word repairs or refuses elements out of order."""
    for part, container, order in (
        ("word/styles.xml", "pPr", _PARAGRAPH_ORDER),
        ("word/document.xml", "trPr", _ROW_ORDER),
    ):
        for element in xml(data, part).iter(f"{W}{container}"):
            names = [etree.QName(child).localname for child in element]
            known = [order.index(name) for name in names if name in order]
            if known != sorted(known) or len(set(names)) != len(names):
                yield f"{container} out of order: {names}"
