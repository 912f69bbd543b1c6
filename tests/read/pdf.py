"""Reads a PDF the way a screen reader does: marked content only, in content order or along the structure tree."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import pikepdf


@dataclass
class Reading:
    """What a file says: ``marks`` in content order, (page, mcid) to text; ``artifacts``, each page's furniture."""

    marks: dict[tuple[int, int], str] = field(default_factory=dict)
    artifacts: list[list[str]] = field(default_factory=list)
    pages: list[list[str]] = field(default_factory=list)  # the marked texts of each page

    @property
    def text(self) -> str:
        return "".join(self.marks.values())


def read(data: bytes, password: str = "") -> Reading:
    """All text of a PDF, what is marked apart from what is furniture."""
    reading = Reading()
    with pikepdf.open(io.BytesIO(data), password=password) as pdf:
        for number, page in enumerate(pdf.pages):
            _read_page(reading, number, page)
    return reading


def _read_page(reading: Reading, number: int, page: pikepdf.Page) -> None:
    maps = {name: unicode_map(font) for name, font in page.obj.Resources.Font.items()}
    reading.artifacts.append([])
    reading.pages.append([])
    _Page(reading, number, maps).follow(page)


class _Page:
    """Follows one content stream: the font in force, and the marked content it is in."""

    def __init__(self, reading: Reading, number: int, maps: dict[str, dict[int, str]]) -> None:
        self.reading, self.number, self.maps = reading, number, maps
        self.codes: dict[int, str] = {}
        self.saved: list[dict[int, str]] = []
        self.mark: int | None = None
        self.depth = 0
        self.spoken = False  # inside a span that says itself what it stands for

    def follow(self, page: pikepdf.Page) -> None:
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC":
                    self._begin(str(operands[0]), operands[1])
                case "EMC":
                    self.depth -= 1
                    self.spoken = False
                case "q":
                    self.saved.append(self.codes)
                case "Q":
                    self.codes = self.saved.pop()
                case "Tf":
                    self.codes = self.maps[str(operands[0])]
                case "Tj" | "TJ":
                    if not self.spoken:
                        self._say(text_of(operands[0], self.codes))
        assert not self.depth

    def _begin(self, tag: str, properties: pikepdf.Object) -> None:
        self.depth += 1
        if self.depth > 1:
            assert tag == "/Span", "only spans stand inside marked content"
            self.spoken = True
            self._say(str(properties.ActualText))
            return
        self.mark = None if tag == "/Artifact" else int(properties.MCID)
        if self.mark is None:
            self.reading.artifacts[-1].append("")
        else:
            self.reading.marks[self.number, self.mark] = ""
            self.reading.pages[-1].append("")

    def _say(self, text: str) -> None:
        assert self.depth, "no text outside marked content"
        if self.mark is None:
            self.reading.artifacts[-1][-1] += text
        else:
            self.reading.marks[self.number, self.mark] += text
            self.reading.pages[-1][-1] += text


def text_of(operand: object, codes: dict[int, str]) -> str:
    strings = [operand] if isinstance(operand, pikepdf.String) else operand
    raw = b"".join(bytes(part) for part in strings if isinstance(part, pikepdf.String))
    return "".join(codes[int.from_bytes(raw[at : at + 2], "big")] for at in range(0, len(raw), 2))


def unicode_map(font: pikepdf.Object) -> dict[int, str]:
    """Code → character, as the font's ToUnicode says."""
    return _code_map(font.ToUnicode.read_bytes())


@lru_cache(8)  # every file of a font holds the same map of the whole font
def _code_map(cmap: bytes) -> dict[int, str]:
    source = cmap.decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", source, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", source, re.DOTALL):
        for first, last, text, texts in re.findall(r"<(\w+)>\s*<(\w+)>\s*(?:<(\w+)>|\[(.*?)\])", block, re.DOTALL):
            start, count = int(first, 16), int(last, 16) - int(first, 16) + 1
            units = re.findall(r"<(\w+)>", texts) or [f"{int(text, 16) + n:0{len(text)}x}" for n in range(count)]
            assert len(units) == count
            found |= {start + n: bytes.fromhex(unit).decode("utf-16-be") for n, unit in enumerate(units)}
    return found


@dataclass
class Element:
    """A structure element with its kids and, of its own marks, (page, mcid)."""

    tag: str
    kids: list[Element]
    marks: list[tuple[int, int]]
    source: dict[str, str]

    def walk(self) -> Iterator[Element]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def all(self, tag: str) -> list[Element]:
        return [element for element in self.walk() if element.tag == tag]


def structure(data: bytes) -> Element:
    """The structure tree's one root element."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        return _element(pdf.Root.StructTreeRoot.K, numbers)


def _element(node: pikepdf.Object, pages: dict[tuple[int, int], int]) -> Element:
    found = Element(str(node.S)[1:], [], [], {})
    for key in ("/Lang", "/Alt", "/ID", "/T"):
        if key in node:
            found.source[key[1:]] = str(node[key])
    if "/A" in node:
        found.source |= {str(key)[1:]: str(value).lstrip("/") for key, value in node.A.items()}
    kids = node.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.marks.append((pages[node.Pg.objgen], kid))
        elif kid.get("/Type") == "/OBJR":
            found.source["Field"] = str(kid.Obj.T)
        elif kid.get("/Type") == "/MCR":
            found.marks.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            found.kids.append(_element(kid, pages))
    return found


def spoken(data: bytes) -> str:
    """The text along the structure tree."""
    marks = read(data).marks
    return "".join(marks[mark] for element in structure(data).walk() for mark in element.marks if mark in marks)
