"""One font as the typesetter sees it: characters, widths in 1/1000 em, blank halves of marks, outlines to embed."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.lazy import lazy
from negotiation_docs.writers.fonts import cff_read as cffread
from negotiation_docs.writers.fonts import cff_write as cffwrite
from negotiation_docs.writers.fonts.opentype import FontFile
from negotiation_docs.writers.fonts.ticked import BOX, TICKED, ticked

T = TypeVar("T")

DASH = "\ufdd0"
APOSTROPHE = "\ufdd1"
"""They stand for the two U+2014 of a Chinese dash and the ’ of an English word inside the typesetter: noncharacters, so
no fact can contain them."""

LOCK = threading.RLock()
"""Held while a font is opened or read; a fork waits for it, since its child could never let go what a thread holds."""
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release)


def describe(char: str) -> str:
    """A character as messages name it: itself, where it is seen, and its code point."""
    return f"{f'“{char}”' if char.isprintable() else ''}（U+{ord(char):04X}）"


class Widths(dict[str, float]):
    """Widths of characters in pt at one size, found on first use; ``spacing`` pt is added to each."""

    __slots__ = ("_face", "_scale", "_spacing")

    def __init__(self, face: FontFace, size: float, spacing: float) -> None:
        super().__init__()
        self._face, self._scale, self._spacing = face, size / 1000, spacing

    def __missing__(self, char: str) -> float:
        if not self._face.glyph(char):
            raise MissingGlyphs(f"字体中没有字符{describe(char)}")
        width = self[char] = self._face.advance(char) * self._scale + self._spacing
        return width


class _Kept(dict[str, T]):
    """What a font says of a character, asked once for each."""

    def __init__(self, ask: Callable[[str], T]) -> None:
        super().__init__()
        self._ask = ask

    def __missing__(self, char: str) -> T:
        said = self[char] = self._ask(char)
        return said


class FontFace:
    """One font: which characters it has, how wide they are, how much of a full-width mark is blank."""

    stroke = 0.0  # em: how much darker its outlines are drawn

    def __init__(self, path: Path, index: int = 0, data: bytes | None = None) -> None:
        self.path, self.index, self._data = path, index, data
        self._glyphs = _Kept(self._find)
        self._advances = _Kept(lambda char: self.file.advance(self._glyphs[char]))
        self._slack = _Kept(lambda char: self.file.slack(self._glyphs[char]))
        self._ink = _Kept(lambda char: self.file.ink(self._glyphs[char]))
        self._charstrings: dict[str, bytes] = {}
        self._widths: dict[tuple[float, float], Widths] = {}

    @property
    def plain(self) -> FontFace:
        """The font itself, as files embed it once."""
        return self

    @lazy
    def file(self) -> FontFile:
        """The opened font file."""
        with LOCK:
            return FontFile(self.path, self.index, data=self._data)

    def _find(self, char: str) -> int:
        if char == DASH:
            return self.file.dash()
        if char == APOSTROPHE:
            return self.file.apostrophe()
        glyph = self.file.glyph(ord(char)) if char else 0  # no character at all stands for .notdef
        return self.file.glyph(ord(BOX)) if not glyph and self._ticks(char) else glyph

    def _ticks(self, char: str) -> bool:
        """Whether it is the ticked box, which is drawn from the empty one where a font has none."""
        return char == TICKED and self.file.is_cff and not self.file.glyph(ord(TICKED))

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0 when the font has none."""
        return self._glyphs[char]

    def has(self, char: str) -> bool:
        """Whether the font can draw a character of a text."""
        return char not in (DASH, APOSTROPHE) and self.glyph(char) != 0

    def advance(self, char: str) -> int:
        """The width of a character in 1/1000 em, as the PDF's width table says it too."""
        return self._advances[char]

    def advances(self, chars: Iterable[str]) -> Iterator[int]:
        """The widths of many characters."""
        return map(self._advances.__getitem__, chars)

    def slack(self, char: str) -> int:
        """How much of a full-width mark is blank on its open side, in 1/1000 em and at most 500.

        Positive for marks whose right half is blank (，。）》), negative for those whose left half is (（《),
        0 for everything else, such as a font with narrow quotation marks.
        """
        return self._slack[char]

    def ink(self, char: str) -> tuple[float, float]:
        """Where the ink of a character begins and ends, from its start, in 1/1000 em."""
        return self._ink[char]

    def charstrings(self, chars: Sequence[str]) -> list[bytes]:
        """The outlines of .notdef and of ``chars`` as a CFF program holds them, each with its width.

        Taken out of the file once per process and kept (about 200 bytes each).
        """
        known = self._charstrings
        if not known.keys() >= {"", *chars}:
            font = self.file
            absent = {char: self._glyphs[char] for char in ("", *chars) if char not in known}
            with LOCK:
                subset = font.subset(sorted({*absent.values()}), whole_outlines=True)
                with font.reading():
                    found = cffread.outlines(subset.table("CFF "))
                    for char, glyph in absent.items():
                        width = cffwrite.width(font.raw_advance(glyph), font.upem)
                        outline = found[subset.numbers[glyph]]
                        known[char] = width + (ticked(outline, font.extents(glyph)) if self._ticks(char) else outline)
        return [known[""], *map(known.__getitem__, chars)]

    def prepare(self, chars: Iterable[str]) -> None:
        """Read the outlines of characters ahead of their first use; a ``glyf`` font is read with each document."""
        if self.file.is_cff:
            self.charstrings([char for char in chars if self.glyph(char)])

    def widths(self, size: float, spacing: float = 0.0) -> Widths:
        """The table of widths in pt at one size; the same object every time."""
        key = (size, spacing)
        table = self._widths.get(key)
        if table is None:
            table = self._widths.setdefault(key, Widths(self, size, spacing))
        return table

    def width(self, text: str, size: float) -> float:
        """The width in pt of a text without any squeezing."""
        return sum(map(self.widths(size).__getitem__, text))


class DarkFace(FontFace):
    """A font whose outlines are drawn ``stroke`` em wide besides being filled: a weight between regular and bold.

    Widths and outlines are those of the font itself, so that a file holds them once.
    """

    def __init__(self, plain: FontFace, stroke: float) -> None:
        self.__dict__.update(plain.__dict__)  # what is known of its characters is known of these
        self._plain, self.stroke = plain, stroke

    @property
    def plain(self) -> FontFace:
        return self._plain

    @property
    def file(self) -> FontFile:
        return self._plain.file
