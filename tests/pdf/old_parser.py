"""A parser of the year 2001: it finds objects by the plain cross-reference table, and knows nothing else.

No cross-reference streams, no object streams, no guessing where a table is wrong: what a table does not list is null,
as in the free parsers behind upload portals.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Ref:
    number: int


@dataclass(frozen=True)
class Stream:
    entries: dict[str, Any]
    raw: bytes

    @property
    def data(self) -> bytes:
        return zlib.decompress(self.raw) if self.entries.get("Filter") == "/FlateDecode" else self.raw


_TOKEN = re.compile(
    rb"""\s*(?:(<<|>>|\[|\])                # around several values
    |(\d+)\ \d+\ R(?![a-zA-Z])            # a reference
    |\(((?:\\.|[^\\()])*)\)|<([0-9A-Fa-f\s]*)>  # a string, plain or hexadecimal
    |(/[^\s/<>\[\]()]*)|([^\s/<>\[\]()]+))  # a name, a word or number
    """,
    re.DOTALL | re.VERBOSE,
)


class Table:
    """A file as its table tells it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.offsets: dict[int, int] = {}
        self.trailer: dict[str, Any] = {}
        start = int(re.findall(rb"startxref\s+(\d+)\s+%%EOF\s*$", data)[-1])
        while start:
            assert data[start : start + 4] == b"xref", "an old parser refuses anything but a table"
            start = self._section(start)

    def _section(self, start: int) -> int:
        at = start + len(b"xref\n")
        while head := re.compile(rb"(\d+) (\d+)\s*?\n").match(self.data, at):
            first, count = map(int, head.groups())
            at = head.end()
            for number in range(first, first + count):
                entry = self.data[at : at + 20]
                assert re.fullmatch(rb"\d{10} \d{5} [nf](?: \n|\r\n)", entry), entry
                if entry[17:18] == b"n":
                    self.offsets.setdefault(number, int(entry[:10]))
                at += 20
        assert self.data[at : at + 7] == b"trailer"
        trailer, _ = self._value(at + 7)
        self.trailer = {**trailer, **self.trailer}
        return trailer.get("Prev", 0)

    def get(self, value: Any) -> Any:
        """What a reference stands for; None if the table does not list it."""
        if not isinstance(value, Ref):
            return value
        if value.number not in self.offsets:
            return None
        at = self.offsets[value.number]
        head = b"%d 0 obj" % value.number
        assert self.data[at : at + len(head)] == head
        found, at = self._value(at + len(head))
        mark = re.compile(rb"\s*stream\r?\n").match(self.data, at)
        if mark:
            length = self.get(found["Length"])
            end = mark.end() + length
            assert re.compile(rb"\r?\nendstream\s+endobj").match(self.data, end), "Length is wrong"
            return Stream(found, self.data[mark.end() : end])
        assert re.compile(rb"\s*endobj").match(self.data, at)
        return found

    def _value(self, at: int) -> tuple[Any, int]:
        token = _TOKEN.match(self.data, at)
        assert token, self.data[at : at + 20]
        mark, number, text, digits, name, word = token.groups()
        at = token.end()
        if mark in (b"<<", b"["):
            return self._several(at, b">>" if mark == b"<<" else b"]")
        if number:
            return Ref(int(number)), at
        if text is not None:
            return text, at
        if digits is not None:
            return bytes.fromhex(digits.decode()), at
        plain = (name or word or mark).decode("latin-1")
        return (int(plain) if re.fullmatch(r"-?\d+", plain) else plain), at

    def _several(self, at: int, end: bytes) -> tuple[Any, int]:
        items: list[Any] = []
        while not (close := re.compile(rb"\s*" + re.escape(end)).match(self.data, at)):
            item, at = self._value(at)
            items.append(item)
        if end == b"]":
            return items, close.end()
        return {key[1:]: value for key, value in zip(items[::2], items[1::2], strict=True)}, close.end()

    def pages(self) -> list[dict[str, Any]]:
        """The pages in order, each with what it inherits."""
        return self._kids(self.get(self.get(self.trailer["Root"])["Pages"]), {})

    def _kids(self, node: dict[str, Any], above: dict[str, Any]) -> list[dict[str, Any]]:
        node = {**above, **node}
        if node["Type"] == "/Page":
            return [node]
        kids = node.pop("Kids")
        return [page for kid in kids for page in self._kids(self.get(kid), {**node})]

    def reached(self, value: Any, without: tuple[str, ...] = ("Parent",)) -> tuple[set[int], set[int]]:
        """The objects that can be reached from a value through the table, and those that it names in vain."""
        found: set[int] = set()
        missing: set[int] = set()
        waiting = [value]
        while waiting:
            item = waiting.pop()
            if isinstance(item, Ref) and item.number not in found | missing:
                target = self.get(item)
                (found if target is not None else missing).add(item.number)
                waiting.append(target)
            elif isinstance(item, Stream):
                waiting.append(item.entries)
            elif isinstance(item, dict):
                waiting += [entry for key, entry in item.items() if key not in without]
            elif isinstance(item, list):
                waiting += item
        return found, missing
