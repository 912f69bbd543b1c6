"""An element of the HTML subset while it is being read, with the classes and attributes it may have."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from msgspec import Struct, field

from negotiation_docs.templating.faults import Fault
from negotiation_docs.templating.scanner import shown
from negotiation_docs.tree import DescriptionRole, Inline, Role, RowRole, SectionRole, TableRole

INLINE: Final = ("h1", "h2", "h3", "p", "li", "caption", "th", "td", "dt", "dd")
"""Elements that hold text."""

LONG: Final = "long"  # beside the class of a line to sign
_SIGNED = frozenset({Role.SIGNATURE.value, Role.FINGERPRINT.value})
_PARAGRAPH = (*(role.value for role in Role if role is not Role.BODY), LONG)
_SECTION = tuple(role.value for role in SectionRole if role.value)
_CELL = ("number", "center", "checkbox")
CLASSES: Final[Mapping[str, tuple[str, ...]]] = {
    "p": _PARAGRAPH,
    "li": ("checkbox",),
    "td": _CELL,
    "th": _CELL,
    "section": _SECTION,
    "dl": tuple(role.value for role in DescriptionRole),
    "table": tuple(role.value for role in TableRole if role.value),
    "tr": tuple(role.value for role in RowRole if role.value),
}
"""The classes of each tag; a tag that is not listed has none."""

_MAX_COLSPAN: Final = 20


class Element(Struct):
    """An element while it is being read."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    position: int
    lang: str = "zh"
    children: list[Any] = field(default_factory=list)  # finished nodes, in order
    content: tuple[Inline, ...] = ()  # of elements that hold text

    def classes(self) -> tuple[str, ...]:
        """The class names, each of them allowed on this tag; other attributes are faults."""
        if not self.attributes:
            return ()
        try:
            return _classes(self.tag, self.attributes)
        except Fault as fault:
            raise Fault(self.position, str(fault)) from None

    def only_class(self) -> str:
        """The one class, or ``""``."""
        return next(iter(self.classes()), "")

    def colspan(self) -> int:
        """The ``colspan`` of a cell, 1 if not given."""
        value = next((value for name, value in self.attributes if name == "colspan"), "1")
        if value == "1":  # nearly all there is
            return 1
        if not (value.isascii() and value.isdigit() and len(value) <= 2 and 1 <= int(value) <= _MAX_COLSPAN):
            raise Fault(self.position, f"colspan 应是 1 至 {_MAX_COLSPAN} 的整数")
        return int(value)


@lru_cache(maxsize=512)
def _classes(tag: str, attributes: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The classes among ``attributes``; raises Fault without a position."""
    found: tuple[str, ...] = ()
    seen: set[str] = set()
    for name, value in attributes:
        if name in seen:
            raise Fault(0, f"<{tag}> 的属性 {name} 写了两次")
        seen.add(name)
        if name == "class":
            found = tuple(value.split())
        elif not (name == "colspan" and tag in ("td", "th")):
            allowed = "class colspan" if tag in ("td", "th") else "class" if tag in CLASSES else "（无）"
            raise Fault(0, f"<{tag}> 不能有属性 {name}；可用的属性：{allowed}")
    allowed_classes = CLASSES.get(tag, ())
    for name in found:
        if name not in allowed_classes:
            raise Fault(0, f"<{tag}> 没有{shown(name)}这个类；可用的类：{' '.join(allowed_classes) or '（无）'}")
    signed = tag == "p" and len(found) == 2 and LONG in found and not _SIGNED.isdisjoint(found)
    if len(set(found)) < len(found) or (len(found) > 1 and tag not in ("td", "th") and not signed):
        raise Fault(0, f"<{tag}> 只能有一个类，且不能重复")
    if found == (LONG,):
        raise Fault(0, f"类 {LONG} 只与 signature 或者 fingerprint 一起使用")
    return found
