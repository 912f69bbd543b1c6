"""The printed lines of a PDF, element by element, and what breaks the rules of Chinese line breaking in them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pikepdf

from tests.read.breaks import NO_END, NO_START, at_a_cost
from tests.read.pdf import structure, text_of, unicode_map

CELLS = frozenset({"TD", "TH"})
WHOLE = re.compile(
    r"\d[\d,]*\.\d{2}元?|\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{2}-\d{2}|第\d+期|\d+(?:\.\d+)?%|\d+[日期元份页]"
    r"|第[一二三四五六七八九十百]+条|RMB [\d,.]+\d|——|……|[A-Za-z0-9_.]+@[A-Za-z0-9.]+|\d{11}|\d{6}\*{8}[\dX]{4}"
    r"|[A-Z]{2,}[\d-]+"
)
AMOUNT = re.compile(r"[\d,]+\.\d{2}元?")


def printed(data: bytes) -> Iterator[tuple[str, list[str]]]:
    """(tag, lines) of each structure element that holds text, a paragraph over two pages being one."""
    lines = _lines(data)
    for element in structure(data).walk():
        found = [line for mark in element.marks for line in lines.get(mark, [])]
        if found:
            yield element.tag, found


def broken_rules(tag: str, lines: list[str]) -> list[str]:
    """What is wrong with how an element was broken into lines; what may part at a cost is not.

    In cells, codes wider than a column may be cut.
    """
    found = []
    for before, after in pairwise(line for line in lines if line.strip()):
        place = f"<{tag}> …{before[-8:]}⏎{after[:8]}…"
        if after.lstrip()[0] in NO_START:
            found.append(f"starts with {after.lstrip()[0]}: {place}")
        if before.rstrip()[-1] in NO_END:
            found.append(f"ends with {before.rstrip()[-1]}: {place}")
        edge = len(before)
        cut = (
            match[0]
            for match in WHOLE.finditer(before + after)
            if match.start() < edge < match.end() and not at_a_cost(match[0], edge - match.start())
        )
        found += [f"cuts {token}: {place}" for token in cut if tag not in CELLS or AMOUNT.fullmatch(token)]
    return found


def _lines(data: bytes) -> dict[tuple[int, int], list[str]]:
    """(page, mark) → its lines from top to bottom: each line sets the text matrix anew."""
    found: dict[tuple[int, int], list[str]] = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for number, page in enumerate(pdf.pages):
            maps = {name: unicode_map(font) for name, font in page.obj.Resources.Font.items()}
            _Page(number, maps, found).follow(page)
    return found


class _Page:
    """Follows one content stream: the line that is being shown, and the font in force."""

    def __init__(self, number: int, maps: dict[str, dict[int, str]], found: dict[tuple[int, int], list[str]]) -> None:
        self.number, self.maps, self.found = number, maps, found
        self.lines: list[str] | None = None
        self.codes: dict[int, str] = {}
        self.saved: list[dict[int, str]] = []
        self.spoken = False  # inside a part of a line that says itself what it stands for

    def follow(self, page: pikepdf.Page) -> None:
        for operands, operator in pikepdf.parse_content_stream(page):
            match str(operator):
                case "BDC" | "EMC" as mark:
                    self._mark(mark, operands)
                case "q":
                    self.saved.append(self.codes)
                case "Q":
                    self.codes = self.saved.pop()
                case "Tf":
                    self.codes = self.maps[str(operands[0])]
                case "Tm" | "Tj" | "TJ" as shown if self.lines is not None and not self.spoken:
                    if shown == "Tm":
                        self.lines.append("")
                    else:
                        self.lines[-1] += text_of(operands[0], self.codes)

    def _mark(self, operator: str, operands: Sequence[pikepdf.Object]) -> None:
        if operator == "EMC":
            self.lines = self.lines if self.spoken else None
            self.spoken = False
        elif "/ActualText" in operands[1]:
            self.spoken = True
            if self.lines is not None:
                self.lines[-1] += str(operands[1].ActualText)
        elif str(operands[0]) == "/Artifact":
            self.lines = None
        else:
            self.lines = self.found.setdefault((self.number, int(operands[1].MCID)), [])
