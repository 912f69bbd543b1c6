"""What PDFium (Chrome, Edge, most Android viewers) gives to someone who points at words, selects or searches them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import pypdfium2
from pdfminer.high_level import extract_pages
from pdfminer.layout import LAParams, LTChar
from pypdfium2 import raw

from tests.read.words import squeeze

FIGURE = re.compile(r"\d{1,3}(?:,\d{3})*\.\d\d元|20\d\d年\d+月\d+日|尾号\d{4}")
BLANK = re.compile(r"(?<=\S) +(?=\S)")
NUMBER = re.compile(r"\d+\.")  # of an item in a list, which stands apart in English
INSIDE = re.compile(r"[0-9A-Za-z]")  # what goes before a place within a word
AROUND = 4  # characters that tell the place of a blank
PHRASE = 12


@dataclass(frozen=True)
class Drawn:
    """A character, the middle of the place where it is drawn, and its height, in pt."""

    char: str
    x: float
    y: float
    height: float

    @property
    def is_mark(self) -> bool:
        """Whether the middle of its place may be blank."""
        return unicodedata.category(self.char[0])[0] == "P"


class Viewer:
    """One page as PDFium shows it."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        self._text = page.get_textpage()
        units = [raw.FPDFText_GetUnicode(self._text, at) for at in range(self._text.count_chars())]
        self._pairs = {at for at, unit in enumerate(units) if 0xD800 <= unit < 0xDC00}
        self.copied = self._text.get_text_range().replace("\r\n", "\n")

    def pointed(self, place: Drawn) -> str:
        """The character found where one is drawn, or a little above or below; empty where there is none."""
        height = 1 if place.is_mark else place.height / 2
        index = raw.FPDFText_GetCharIndexAtPos(self._text, place.x, place.y, 1, height)
        return self._text.get_text_range(index, 2 if index in self._pairs else 1) if index >= 0 else ""

    def units(self, place: Drawn) -> list[int]:
        """The units of UTF-16 whose box is that of the character drawn at a place."""
        index = raw.FPDFText_GetCharIndexAtPos(self._text, place.x, place.y, 1, 1)
        box = self._text.get_charbox(index)
        alike = [at for at in range(index - 1, index + 2) if self._text.get_charbox(at) == box]
        return [raw.FPDFText_GetUnicode(self._text, at) for at in alike]

    def selected(self, first: Drawn, last: Drawn) -> str:
        """What is selected by dragging from one character to another, without white space."""
        start, end = [raw.FPDFText_GetCharIndexAtPos(self._text, each.x, each.y, 2, 2) for each in (first, last)]
        return re.sub(r"\s", "", self._text.get_text_range(start, end - start + 1)) if 0 <= start <= end else ""

    def finds(self, phrase: str) -> bool:
        """Whether a search for a phrase hits."""
        return self._text.search(phrase).get_next() is not None


@lru_cache(64)  # tests ask the same few files several questions
def viewers(data: bytes) -> list[Viewer]:
    """The pages of a file as PDFium shows them."""
    return [Viewer(page) for page in pypdfium2.PdfDocument(data)]


@lru_cache(64)
def drawn(data: bytes) -> list[list[Drawn]]:
    """The characters of each page in the order they are drawn, by pdfminer, which knows no ActualText."""
    pages = extract_pages(io.BytesIO(data), laparams=LAParams(all_texts=True))
    return [
        [
            Drawn(each.get_text(), (each.x0 + each.x1) / 2, each.y0 + 0.4 * (each.y1 - each.y0), each.y1 - each.y0)
            for each in _characters(page)
            if each.get_text().strip()
        ]
        for page in pages
    ]


def misread(data: bytes) -> list[str]:
    """What PDFium has elsewhere than it is drawn: characters one by one, and figures selected with the mouse."""
    found = []
    for viewer, places in zip(viewers(data), drawn(data), strict=True):
        for place in places:
            said = viewer.pointed(place)
            if not _same(said, place.char) and (said or not place.is_mark):
                found.append(f"{place.char} read as {said or 'nothing'} at {place.x:.0f}, {place.y:.0f}")
        line = "".join([place.char if len(place.char) == 1 else "?" for place in places])
        for figure in FIGURE.finditer(line):
            first, last = places[figure.start()], places[figure.end() - 1]
            selected = viewer.selected(first, last)
            if abs(first.y - last.y) < 1 and selected != figure[0]:
                found.append(f"{figure[0]} selected as {selected}")
    return found


def blanks(page: str, words: str) -> list[str]:
    """Blanks in an extracted page that stand between characters of the words that belong together."""
    found = []
    for blank in BLANK.finditer(page):
        before = re.split(r"\s", page[: blank.start()][-AROUND:])[-1]
        after = re.split(r"\s", page[blank.end() :][:AROUND])[0]
        if NUMBER.fullmatch(before):
            continue
        if before + after in words and f"{before} {after}" not in words and f"{before}\t{after}" not in words:
            found.append(f"{before}␣{after}")
    return found


def unfound(data: bytes, words: str) -> list[str]:
    """Phrases that are drawn on a page, perhaps broken over lines, and that PDFium's search or a copy does not have.

    Some are looked for in the copy alone: PDFium joins the halves of a character above U+FFFF on some systems only,
    and a hyphen that ends a line goes with the line, as if it parted a word (in pdf.js as well).
    """
    wanted = {squeeze(phrase): phrase for phrase in phrases(words)}
    found = []
    for viewer, places in zip(viewers(data), drawn(data), strict=True):
        shown, copied = "".join([place.char for place in places]), bare(viewer.copied)
        for letters, phrase in wanted.items():
            if letters in shown:
                plain = max(phrase) <= "\uffff" and "-" not in phrase
                if bare(letters) not in copied or (plain and not viewer.finds(phrase)):
                    found.append(phrase)
    return found


def bare(text: str) -> str:
    """Text without white space, hyphens, and what PDFium has in the place of a hyphen that ends a line."""
    return re.sub(r"[\s\x02\ufffe-]", "", text)


def phrases(words: str) -> Iterator[str]:
    """Phrases of twelve characters all through the words, none beginning within a word or a figure."""
    for line in re.split(r"[\n\t\u3000]|^\d+\.(?=[A-Z])", words, flags=re.MULTILINE):
        starts = [at for at in range(len(line)) if not INSIDE.match(line, max(at - 1, 0))]
        for start in starts[:: PHRASE // 2]:
            phrase = line[start : start + PHRASE].strip()
            if len(phrase) > PHRASE // 2:  # shorter ones are also found where figures of two cells meet
                yield phrase


def _characters(node: object) -> Iterator[LTChar]:
    if isinstance(node, LTChar):
        yield node
    elif isinstance(node, Iterable):
        for child in node:
            yield from _characters(child)


def _same(one: str, other: str) -> bool:
    return unicodedata.normalize("NFKC", one) == unicodedata.normalize("NFKC", other)
