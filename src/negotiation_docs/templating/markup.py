"""The HTML subset → the tree: the only grammar in which a template may speak.

Anything outside the subset raises :class:`~negotiation_docs.errors.TemplateError` with template, line, the nearest
text and what is allowed. A ``p`` or ``li`` without any text, a ``dt`` whose ``dd`` has none, and a list or section
without content, is dropped: a template's condition left nothing to say. An empty heading, caption, row or table is an
error.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from negotiation_docs.errors import TemplateError
from negotiation_docs.templating.builders import BUILDERS, empty_cell
from negotiation_docs.templating.elements import INLINE, Element
from negotiation_docs.templating.faults import Fault
from negotiation_docs.templating.inline import InlineText, words
from negotiation_docs.templating.scanner import MARKER, PlainRow, Tag, Words, scan
from negotiation_docs.tree import Block, Cell, Row

_BLOCKS: Final = ("h1", "h2", "h3", "p", "ol", "ul", "dl", "table", "section")
_ROWS: Final = ("tr",)
CHILDREN: Final[Mapping[str, tuple[str, ...]]] = {
    "": _BLOCKS,
    "section": _BLOCKS,
    "ol": ("li",),
    "ul": ("li",),
    "dl": ("dt", "dd"),
    "table": ("caption", "thead", "tbody", "tfoot", "tr"),
    "thead": _ROWS,
    "tbody": _ROWS,
    "tfoot": _ROWS,
    "tr": ("th", "td"),
    "strong": ("br",),
} | dict.fromkeys(INLINE, ("strong", "br"))
"""What may stand directly inside what; ``""`` is the page itself."""

_HOME: Final = {"": "p", "section": "p", "ol": "li", "ul": "li", "dl": "dd"}
_MAX_DEPTH: Final = 60
"""Elements inside each other; whatever walks the tree goes as deep."""
TAGS: Final = tuple(dict.fromkeys(tag for children in CHILDREN.values() for tag in children))


def parse(html: str, *, template: str, lang: str = "zh") -> tuple[Block, ...]:
    """The blocks of ``html``; ``template`` names it in errors, ``lang`` decides how white space collapses."""
    try:
        return build(html, lang)
    except Fault as fault:
        raise TemplateError(located(fault, html, template)) from None


def build(html: str, lang: str) -> tuple[Block, ...]:
    """As :func:`parse`, but raises :class:`Fault` with a position instead of a line."""
    return _Builder(lang).run(html)


def located(fault: Fault, html: str, template: str) -> str:
    """The message of ``fault`` with template, line and nearest text (taken from ``html``)."""
    line = html.count("\n", 0, fault.position) + 1
    markers = list(MARKER.finditer(html, 0, fault.position))
    if markers:
        marker = markers[-1]
        template, line = marker[1], int(marker[2]) + html.count("\n", marker.end(), fault.position)
    near = _nearest(html, fault.position)
    return f"模板 {template} 第{line}行{near}：{fault}"


def _nearest(html: str, position: int) -> str:
    def words(part: str) -> str:
        return re.sub(r"\s+", "", re.sub(r"<[^>]*>|&#?\w+;|^[^<]*>|<[^>]*$", "", part))

    before = words(html[max(0, position - 400) : position])[-12:]
    text = before or words(html[position : position + 400])[:12]
    return f"“{text}”附近" if text else ""


class _Builder:
    """Keeps the stack of open elements; each finished element becomes a child of the one around it."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._stack: list[Element] = [Element("", (), 0)]
        self._inline: InlineText | None = None
        self._cells: dict[tuple[str, str, str], Cell] = {}  # equal plain cells are one

    def run(self, html: str) -> tuple[Block, ...]:
        for token in scan(html):
            if isinstance(token, PlainRow):
                self._row(token)
            else:
                self._take(token)
        top = self._stack[-1]
        if top.tag:
            raise Fault(top.position, f"标签 <{top.tag}> 没有结束，请补上 </{top.tag}>")
        blocks: tuple[Block, ...] = tuple(top.children)
        return blocks

    def _take(self, token: Tag | Words | PlainRow) -> None:
        if isinstance(token, Words):
            self._words(token)
        elif isinstance(token, Tag):
            (self._close if token.end else self._open)(token)

    def _row(self, row: PlainRow) -> None:
        """The same as taking its tokens one by one, which finds the place of a fault."""
        known, parent = self._cells, self._stack[-1]
        try:
            if "tr" in CHILDREN[parent.tag]:
                cells = tuple([known.get(key) or self._cell(key) for key in row.cells])
                parent.children.append(("tr", row.position, Row(cells)))
                return
        except Fault:
            pass
        try:
            for token in scan(row.source, rows=False):
                self._take(token)
        except Fault as fault:
            raise Fault(row.position + fault.position, str(fault)) from None

    def _cell(self, key: tuple[str, str, str]) -> Cell:
        tag, written, text = key
        empty = empty_cell(tag, written)
        cell = self._cells[key] = replace(empty, content=words(text, self._lang)) if text else empty
        return cell

    def _words(self, words: Words) -> None:
        if self._inline is not None:
            if words.verbatim:
                self._inline.verbatim(words.text)
            else:
                self._inline.literal(words.text)
        elif words.verbatim or words.text.strip(" \t\n\r\f"):
            start = len(words.text) - len(words.text.lstrip(" \t\n\r\f"))
            inside = self._stack[-1].tag
            where = f" <{inside}> 里的" if inside else "段落之外的"
            home = _HOME.get(inside, "td")
            raise Fault(words.position + start, f"有{where}文字，请放进 <{home}>…</{home}>")

    def _open(self, tag: Tag) -> None:
        name = tag.name
        if name not in CHILDREN[self._stack[-1].tag]:
            raise self._misplaced(tag)
        if len(self._stack) > _MAX_DEPTH:
            raise Fault(tag.position, f"标签嵌套超过{_MAX_DEPTH}层")
        if name in ("br", "strong"):
            self._open_inline(tag)
        if name != "br":
            self._stack.append(Element(name, tag.attributes, tag.position, self._lang))
        if name in INLINE:
            self._inline = InlineText(self._lang)

    def _misplaced(self, tag: Tag) -> Fault:
        if tag.name not in TAGS:
            return Fault(tag.position, f"不认识的标签 <{tag.name}>；可用的标签：{' '.join(TAGS)}")
        parent = self._stack[-1].tag
        where = f"<{parent}> 里面" if parent else "最外层"
        return Fault(tag.position, f"标签 <{tag.name}> 不能放在{where}；这里可用：{' '.join(CHILDREN[parent])}")

    def _open_inline(self, tag: Tag) -> None:
        assert self._inline is not None  # noqa: S101 - CHILDREN lets these stand inside text only
        Element(tag.name, tag.attributes, tag.position).classes()  # neither has any
        if tag.name == "br":
            self._inline.line_break()
        else:
            self._inline.strong = True

    def _close(self, tag: Tag) -> None:
        element = self._stack[-1]
        if element.tag != tag.name:
            expected = f"应先结束 <{element.tag}>" if element.tag else "前面没有对应的开始标签"
            raise Fault(tag.position, f"结束标签 </{tag.name}> 位置不对，{expected}")
        self._stack.pop()
        inline = self._inline
        if inline is not None:
            if tag.name == "strong":
                inline.strong = False
                return
            element.content = inline.finish()
            self._inline = None
        node = BUILDERS[tag.name](element)
        if node is not None:
            self._stack[-1].children.append(node)
