"""The fonts of a look: opened once per process, measured in 1/1000 em, and asked what they cannot draw."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path

import pylopdf_fonts_zh_cn

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.writers import cff
from negotiation_docs.writers.fontfile import FontFile
from negotiation_docs.writers.style import Face

DASH = "\ufdd0"
"""Stands for the two U+2014 of a Chinese dash inside the typesetter; a noncharacter, so no fact can contain it."""

_lock = threading.RLock()


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


class FontFace:
    """One font: which characters it has, how wide they are, how much of a full-width mark is blank."""

    def __init__(self, path: Path, index: int = 0) -> None:
        self.path, self.index = path, index
        self._glyphs: dict[str, int] = {}
        self._advances: dict[str, int] = {}
        self._slack: dict[str, int] = {}
        self._outlines: dict[int, bytes] = {}
        self._widths: dict[tuple[float, float], Widths] = {}

    @cached_property
    def file(self) -> FontFile:
        """The opened font file."""
        with _lock:
            return FontFile(self.path, self.index)

    def glyph(self, char: str) -> int:
        """The glyph of a character; 0 when the font has none."""
        glyph = self._glyphs.get(char)
        if glyph is None:
            glyph = self._glyphs[char] = self.file.dash() if char == DASH else self.file.glyph(ord(char))
        return glyph

    def has(self, char: str) -> bool:
        """Whether the font can draw a character of a text."""
        return char != DASH and self.glyph(char) != 0

    def advance(self, char: str) -> int:
        """The width of a character in 1/1000 em, as the PDF's width table says it too."""
        advance = self._advances.get(char)
        if advance is None:
            advance = self._advances[char] = self.file.advance(self.glyph(char))
        return advance

    def slack(self, char: str) -> int:
        """How much of a full-width mark is blank on its open side, in 1/1000 em and at most 500.

        Positive for marks whose right half is blank (，。）》), negative for those whose left half is (（《),
        0 for everything else, such as a font with narrow quotation marks.
        """
        slack = self._slack.get(char)
        if slack is None:
            slack = self._slack[char] = self.file.slack(self.glyph(char))
        return slack

    def outlines(self, glyphs: Sequence[int]) -> list[bytes]:
        """The CFF outlines of glyphs, taken out of the file once per process and kept (about 200 bytes each)."""
        known = self._outlines
        absent = sorted({glyph for glyph in glyphs if glyph not in known})
        if absent:
            with _lock:
                subset, numbers = self.file.subset(absent, whole_outlines=True)
                found = cff.outlines(bytes(subset.reference_table("CFF ").data))
            known.update({glyph: found[numbers[glyph]] for glyph in absent})
        return [known[glyph] for glyph in glyphs]

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


class FontChain:
    """Fonts in order of preference: a character is drawn with the first one that has it."""

    def __init__(self, *faces: FontFace) -> None:
        self.faces = faces
        self._known: dict[str, FontFace | None] = {}

    @property
    def primary(self) -> FontFace:
        """The font of nearly everything."""
        return self.faces[0]

    def find(self, char: str) -> FontFace | None:
        """The font that draws a character; ``None`` when no font of the chain has it."""
        if char not in self._known:
            self._known[char] = next((face for face in self.faces if face.has(char)), None)
        return self._known[char]

    def missing(self, text: str) -> list[str]:
        """The characters of ``text`` that no font of the chain has, each once, in order."""
        return [char for char in dict.fromkeys(text) if self.find(char) is None]


def describe(char: str) -> str:
    """A character as messages name it: itself and its code point."""
    return f"“{char}”（U+{ord(char):04X}）"


@cache
def _packaged(serif: bool) -> FontChain:
    return FontChain(FontFace(Path(pylopdf_fonts_zh_cn.serif_path() if serif else pylopdf_fonts_zh_cn.sans_path())))


def face(name: Face) -> FontChain:
    """The packaged font of a look's face: Noto Serif SC for 宋体, 仿宋 and 楷体, Noto Sans SC for 黑体."""
    with _lock:
        return _packaged(name != "hei")


def missing(text: str) -> list[str]:
    """The characters that the packaged fonts cannot draw, each once, in order; every format asks here.

    Both faces are asked, because a text may be set in either. Line ends and tabs separate parts of a text.
    """
    absent = dict.fromkeys(face("song").missing(text) + face("hei").missing(text))
    return [char for char in absent if char not in "\n\t"]
