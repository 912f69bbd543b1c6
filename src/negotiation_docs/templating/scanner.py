"""Cuts the HTML subset into tokens; whatever is not exactly of its grammar is a fault.

Python's ``html.parser`` mends what is broken (``<p class=a"b>``, ``</p x>``, a lone ``<``) and differs between
versions. The papers need the opposite: one closed grammar, in which a slip of the pen is found and named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from msgspec import Struct

from negotiation_docs.templating.escaping import REFERENCES
from negotiation_docs.templating.faults import Fault

MARKER: Final = re.compile(r"<\?([^?]*):(\d+)\?>")
"""Left by a traced rendering: the template and line the following text comes from."""

_SHAPE = r'(?:\s+[a-z][a-z-]*="[^"<>]*")*'
_ROW = rf"(?P<row><tr>(?:<td{_SHAPE}>[^<>&]*</td>|<th{_SHAPE}>[^<>&]*</th>)+</tr>)"
_SMALL = rf"""(?P<text>[^<>&]+)
      | &(?P<reference>\#?[0-9A-Za-z]+);
      | <(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>{_SHAPE})\s*(?P<void>/?)>
      | (?P<marker><\?[^?]*:\d+\?>)"""
_TOKEN = re.compile(f"{_ROW} | {_SMALL}", re.VERBOSE)
_SMALL_TOKEN = re.compile(_SMALL, re.VERBOSE)
_CELL = re.compile(rf"<(t[dh])({_SHAPE})>([^<>&]*)<")
_ATTRIBUTE = re.compile(r'(?<![a-z-])([a-z][a-z-]*)="([^"]*)"')
_SAFE_NAME = re.compile(r"[A-Za-z][\w-]{0,20}", re.ASCII)


class Tag(Struct, gc=False):
    """An opening (``end`` false) or closing tag with its attributes as written."""

    name: str
    end: bool
    attributes: tuple[tuple[str, str], ...]
    position: int


class Words(Struct, gc=False):
    """Characters; ``verbatim`` when they were written as a reference."""

    text: str
    verbatim: bool
    position: int


class PlainRow(Struct, gc=False):
    """A row whose cells hold nothing but text, start to end: what long tables are made of."""

    source: str
    position: int

    @property
    def cells(self) -> list[tuple[str, str, str]]:
        """Each cell's tag, attributes as written, and text."""
        return _CELL.findall(self.source)


def scan(html: str, *, rows: bool = True) -> Iterator[Tag | Words | PlainRow]:
    """All tokens in order, plain rows in one piece if ``rows``; raises :class:`Fault` where the subset is left."""
    token = _TOKEN if rows else _SMALL_TOKEN
    position = 0
    while position < len(html):
        match = token.match(html, position)
        if match is None:
            raise _unknown(html, position)
        kind = match.lastgroup
        if kind == "row":
            yield PlainRow(match["row"], position)
        elif kind == "text":
            yield Words(match["text"], False, position)
        elif kind == "reference":
            yield Words(_character(match["reference"], position), True, position)
        elif kind != "marker":
            yield _tag(match, position)
        position = match.end()


def shown(value: str) -> str:
    """``value`` in quotes if it is a plain ASCII name; otherwise nothing, for it might be a fact."""
    return f"“{value}”" if _SAFE_NAME.fullmatch(value) else ""


def _character(name: str, position: int) -> str:
    try:
        return REFERENCES[name]
    except KeyError:
        raise Fault(position, f"不能使用字符实体 &{name};，请直接写出这个字") from None


@lru_cache(maxsize=512)
def attributes(written: str) -> tuple[tuple[str, str], ...]:
    """The attributes of a tag as names and values."""
    return tuple(_ATTRIBUTE.findall(written))


def _tag(match: re.Match[str], position: int) -> Tag:
    name, end = match["tag"], bool(match["end"])
    written = attributes(match["attributes"])
    if end and (written or match["void"]):
        raise Fault(position, f"结束标签 </{name}> 里不能有别的内容")
    if match["void"] and name != "br":
        raise Fault(position, f"标签 <{name}/> 不能自行结束，请写成 <{name}>…</{name}>")
    return Tag(name, end, written, position)


def _unknown(html: str, position: int) -> Fault:
    rest = html[position : position + 40]
    if rest.startswith("&"):
        return Fault(position, "单独的 & 请写成 &amp;")
    if rest.startswith(">"):
        return Fault(position, "单独的 > 请写成 &gt;")
    if rest.startswith("<!"):
        return Fault(position, "不能使用 HTML 注释或声明，注释请写成 {# … #}")
    name = re.match(r"</?([A-Za-z][A-Za-z0-9]*)", rest)
    if name is None:
        return Fault(position, "单独的 < 请写成 &lt;")
    if name[1] != name[1].lower():
        return Fault(position, f"标签 <{name[1]}> 请用小写字母")
    return Fault(position, f'标签 <{name[1]}> 写得不完整：属性写成 名称="值"，标签以 > 结束')
