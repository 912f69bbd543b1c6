"""Builds one node of the tree from one finished element; a writer never meets an empty or ragged one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any, Final

from negotiation_docs.templating.elements import LONG, Element
from negotiation_docs.templating.faults import Fault
from negotiation_docs.templating.scanner import attributes
from negotiation_docs.tree import (
    Cell,
    Description,
    DescriptionList,
    DescriptionRole,
    Heading,
    Inline,
    ItemList,
    ListItem,
    Paragraph,
    Role,
    Row,
    RowRole,
    Section,
    SectionRole,
    Table,
    TableRole,
)

_MOST_FIGURES: Final = 5  # side by side; with more, no figure fits its column
_TABLE_PARTS: Final = ("caption", "thead", "tbody", "tfoot")


def _heading(element: Element) -> Heading:
    element.classes()
    if not element.content:
        raise Fault(element.position, f"标题 <{element.tag}> 没有文字")
    return Heading(int(element.tag[1]), element.content)


def _paragraph(element: Element) -> Paragraph | None:
    classes = element.classes()
    role = Role(next((name for name in classes if name != LONG), Role.BODY))
    return Paragraph(element.content, role, LONG in classes) if element.content else None


def _item(element: Element) -> ListItem | None:
    checkbox = "checkbox" in element.classes()
    return ListItem("", element.content, checkbox) if element.content else None


def _list(element: Element) -> ItemList | None:
    element.classes()
    if element.tag == "ul":
        return ItemList(tuple(element.children), ordered=False) if element.children else None
    stop = "." if element.lang == "zh" else ". "  # Western text sets a blank after the number, Chinese does not
    numbered = (
        ListItem(f"{number}{stop}", item.content, item.checkbox)
        for number, item in enumerate(element.children, start=1)
    )
    return ItemList(tuple(numbered), ordered=True) if element.children else None


def _described(element: Element) -> tuple[str, int, tuple[Inline, ...]]:
    element.classes()
    return element.tag, element.position, element.content


def _descriptions(element: Element) -> DescriptionList | None:
    role = element.only_class()
    if not role:
        raise Fault(element.position, '<dl> 须写明用途：class="figures"（要点）或者 class="contact"（联系方式）')
    found, parts = [], element.children
    for at, (tag, position, content) in enumerate(parts):
        if tag != ("dt", "dd")[at % 2] or (tag == "dt" and at + 1 == len(parts)):
            raise Fault(position, "<dl> 里的 <dt>名称</dt> 和 <dd>内容</dd> 要一一对应，先名称后内容")
        if tag == "dd" and content:
            if not parts[at - 1][2]:
                raise Fault(position, "<dd> 有内容而前面的 <dt> 没有文字，请写上名称")
            found.append(Description(parts[at - 1][2], content))
    if role == DescriptionRole.FIGURES and len(found) > _MOST_FIGURES:
        raise Fault(element.position, f"要点并排至多{_MOST_FIGURES}项，这里有{len(found)}项；请只留最要紧的")
    return DescriptionList(tuple(found), DescriptionRole(role)) if found else None


def _cell(element: Element) -> Cell:
    classes = element.classes()
    if "number" in classes and "center" in classes:
        raise Fault(element.position, f"<{element.tag}> 不能同时是 number 和 center")
    return Cell(
        element.content,
        header=element.tag == "th",
        number="number" in classes,
        center="center" in classes,
        checkbox="checkbox" in classes,
        colspan=element.colspan(),
    )


@lru_cache(maxsize=512)
def empty_cell(tag: str, written: str) -> Cell:
    """A cell without words, from its attributes as written. Raises Fault without a position."""
    return _cell(Element(tag, attributes(written), 0))


def _row(element: Element) -> tuple[str, int, Row]:
    role = RowRole(element.only_class())
    if not element.children:
        raise Fault(element.position, "表格的一行没有任何单元格")
    return "tr", element.position, Row(tuple(element.children), role)


def _part(element: Element) -> tuple[str, int, Any]:
    element.classes()
    if element.tag == "caption" and not element.content:
        raise Fault(element.position, "表格标题 <caption> 没有文字")
    return element.tag, element.position, element.content or tuple(element.children)


def _table(element: Element) -> Table:
    role = TableRole(element.only_class())
    parts: dict[str, Any] = {"caption": (), "thead": (), "tbody": (), "tfoot": ()}
    rank = 0
    for tag, position, content in element.children:
        name = "tbody" if tag == "tr" else tag
        once = name != "tbody"
        if _TABLE_PARTS.index(name) < rank or (once and parts[name]):
            raise Fault(position, "表格各部分的次序应为 caption thead tbody tfoot，除 tbody 外至多各一个")
        rank = _TABLE_PARTS.index(name)
        parts[name] += ((tag, position, content),) if tag == "tr" else content
    rows = [*parts["thead"], *parts["tbody"], *parts["tfoot"]]
    if not parts["tbody"]:
        raise Fault(element.position, "表格没有任何内容行")
    _check_widths(rows)
    head, body, foot = (tuple(row for _, _, row in parts[name]) for name in ("thead", "tbody", "tfoot"))
    return Table(parts["caption"], head, body, foot, role)


def _check_widths(rows: list[tuple[str, int, Row]]) -> None:
    expected = 0
    for number, (_, position, row) in enumerate(rows, start=1):
        columns = sum(cell.colspan for cell in row.cells)
        expected = expected or columns
        if columns != expected:
            raise Fault(position, f"表格第{number}行有{columns}列，第1行有{expected}列；各行的列数（含 colspan）应相同")


def _section(element: Element) -> Section | None:
    role = SectionRole(element.only_class())
    return Section(tuple(element.children), role) if element.children else None


BUILDERS: Final[Mapping[str, Callable[[Element], Any]]] = {
    "h1": _heading,
    "h2": _heading,
    "h3": _heading,
    "p": _paragraph,
    "li": _item,
    "ol": _list,
    "ul": _list,
    "dt": _described,
    "dd": _described,
    "dl": _descriptions,
    "td": _cell,
    "th": _cell,
    "tr": _row,
    "caption": _part,
    "thead": _part,
    "tbody": _part,
    "tfoot": _part,
    "table": _table,
    "section": _section,
}
"""For each tag but ``strong`` and ``br``: the element as a node, or None if there is nothing to say."""
