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

from .escaping import REFERENCES
from .faults import Fault

MARKER: Final = re.compile(r"<\?([^?]*):(\d+)\?>")
"""Left by a traced rendering: the template and line the following text comes from."""

_TOKEN = re.compile(
    r"""<(?P<leaf>t[dh])(?P<shape>(?:\s+[a-z][a-z-]*="[^"<>]*")*)>(?P<words>[^<>&]*)</(?P=leaf)>
      | (?P<text>[^<>&]+)
      | &(?P<reference>\#?[0-9A-Za-z]+);
      | <(?P<end>/?)(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?:\s+[a-z][a-z-]*="[^"<>]*")*)\s*(?P<void>/?)>
      | (?P<marker><\?[^?]*:\d+\?>)""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(r'([a-z][a-z-]*)="([^"]*)"')
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


class Leaf(Struct, gc=False):
    """A cell with nothing but text in it, start to end: what long tables are made of."""

    tag: Tag
    text: str


def scan(html: str) -> Iterator[Tag | Words | Leaf]:
    """All tokens in order; raises :class:`Fault` at the first place that is none."""
    position = 0
    while position < len(html):
        match = _TOKEN.match(html, position)
        if match is None:
            raise _unknown(html, position)
        kind = match.lastgroup
        if kind == "words":
            tag = Tag(match["leaf"], False, _attributes(match["shape"]), position)
            yield Leaf(tag, match["words"])
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
def _attributes(written: str) -> tuple[tuple[str, str], ...]:
    return tuple(_ATTRIBUTE.findall(written))


def _tag(match: re.Match[str], position: int) -> Tag:
    name, end = match["tag"], bool(match["end"])
    written = match["attributes"]
    attributes = _attributes(written) if written else ()
    if end and (attributes or match["void"]):
        raise Fault(position, f"结束标签 </{name}> 里不能有别的内容")
    if match["void"] and name != "br":
        raise Fault(position, f"标签 <{name}/> 不能自行结束，请写成 <{name}>…</{name}>")
    return Tag(name, end, attributes, position)


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
