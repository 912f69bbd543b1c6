"""The fonts of a look, opened once per process, and what they cannot draw: every format asks here."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pylopdf_fonts_zh_cn

from negotiation_docs.writers.fonts.face import APOSTROPHE, DASH, LOCK, DarkFace, FontFace, describe
from negotiation_docs.writers.style import Face, Look

__all__ = ["APOSTROPHE", "DASH", "FontChain", "FontFace", "describe", "face", "missing", "prepare"]

_packaged: dict[bool, FontChain] = {}  # Song (True) and Hei, once opened
_darkened: dict[FontFace, FontFace] = {}  # the packaged ones, drawn darker
_dark_chains: dict[FontChain, FontChain] = {}  # and their chains
_DARK = 0.021  # em: a quarter of a point in 12 pt type


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

    def width(self, text: str, size: float) -> float:
        """The width in pt of a text without any squeezing. Raises MissingGlyphs for a character no font has."""
        return sum((self.find(char) or self.primary).width(char, size) for char in text)

    def missing(self, text: str) -> list[str]:
        """The characters of ``text`` that no font of the chain has, each once, in order."""
        return [char for char in dict.fromkeys(text) if self.find(char) is None]


def face(name: Face, look: Look | None = None, *, dark: bool = False) -> FontChain:
    """The fonts of a face: those of a ``look`` with fonts of its own, else the packaged one.

    Packaged are Noto Serif SC for 宋体, 仿宋 and 楷体, Noto Sans SC for 黑体. They are regular weights; ``dark`` draws
    them with a stroke, as headings want it. A font that the user chose is drawn as it is.
    """
    if dark:
        return _dark(face(name, look))
    if look is not None and look.chains is not None:
        return look.chains[name]
    serif = name != "hei"
    if serif not in _packaged:
        path = pylopdf_fonts_zh_cn.serif_path() if serif else pylopdf_fonts_zh_cn.sans_path()
        with LOCK:  # so that all threads share one chain
            _packaged.setdefault(serif, FontChain(FontFace(Path(path))))
    return _packaged[serif]


def _dark(chain: FontChain) -> FontChain:
    if chain in _dark_chains:
        return _dark_chains[chain]
    ours = [font for known in _packaged.values() for font in known.faces]
    for font in ours:
        _darkened.setdefault(font, DarkFace(font, _DARK))
    made = FontChain(*[_darkened[font] if font in ours else font for font in chain.faces])
    if chain in _packaged.values():  # the chains of a user's fonts go with their look
        _dark_chains[chain] = made
    return made


def missing(text: str, chains: Mapping[Face, FontChain] | None = None) -> list[str]:
    """The characters that the packaged fonts (or the user's ``chains``) lack, each once, in order; every format asks.

    All faces are asked, because a text may be set in any. Line ends and tabs separate parts of a text.
    """
    asked = (face("song"), face("hei")) if chains is None else tuple(chains.values())
    absent = dict.fromkeys(char for chain in asked for char in chain.missing(text))
    return [char for char in absent if char not in "\n\t"]


def prepare() -> None:
    """Read the 6,763 characters of GB 2312 of both packaged fonts ahead: for a service or a batch, not for one paper.

    Takes a fifth of a second and 30 MB, most of it pages of the font files themselves; every later paper only copies
    outlines. The bytes of a paper are the same with and without.
    """
    common = bytes(byte for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF) for byte in (row, cell))
    chars = common.decode("gb2312", errors="ignore")
    for name in ("song", "hei"):
        for font in face(name).faces:
            font.prepare(chars)
