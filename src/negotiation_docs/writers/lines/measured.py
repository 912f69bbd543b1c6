"""A paragraph measured once: every character's place on one endless line, its class, and where marks close up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby

from msgspec import Struct

from negotiation_docs.writers.fonts.face import APOSTROPHE, DASH, FontFace
from negotiation_docs.writers.fonts.opened import FontChain
from negotiation_docs.writers.lines.charclass import classes
from negotiation_docs.writers.lines.tokens import solid

LATIN_GAP = 1 / 6
WIDEST_GAP = 1 / 4
"""Room between Chinese characters and Latin letters or figures, in em: as set, and at most (CLREQ)."""

_HAIR = 1 / 50
"""Room kept, in em, between two closing marks or two opening ones, and behind an apostrophe: the ink of the one begins
or ends at its edge, which would lie on the middle of the other, and PDFium would take the one for the other. Low marks
are out of the way."""
_LOW = frozenset("，。、；：｡､．")

_MARK = re.compile("[OC]")
_APOSTROPHE = re.compile("[A-Za-z]’(?=[A-Za-z])")
_WORD = re.compile("(?<=H)L(?:[LMBPNS]*L)?(?=H)")
_LETTER = re.compile(r"[^\W\d_]")


class Run(Struct, frozen=True):
    """Characters to be set in one font at ``size`` pt, with ``spacing`` pt after each."""

    text: str
    font: FontChain
    size: float
    spacing: float = 0.0


class Stretch(Struct, frozen=True):
    """Part of a paragraph in one font: from character ``start`` up to ``end``."""

    start: int
    end: int
    face: FontFace
    size: float
    spacing: float


class Measured:
    """The characters of ``runs`` with their widths, closed up where two marks meet, opened between scripts.

    ``places[k]`` is where character ``k`` begins (pt), ``kerns[k]`` the room before it that its neighbour's width does
    not hold (negative where marks close up), ``blanks[k]`` the blank half of a full-width mark (positive on its right,
    negative on its left; ``marks`` are their indices), ``solid[k]`` is 1 where a break before ``k`` would cut a token.
    """

    __slots__ = ("_solid", "blanks", "classes", "em", "kerns", "marks", "places", "stretches", "text")

    def __init__(self, runs: Sequence[Run]) -> None:
        self.em = runs[0].size
        self.text, self.stretches = _stretches(runs)
        self.classes = classes(self.text)
        self._solid: bytearray | None = None
        self.blanks: dict[int, float] = {}
        kerns: dict[int, float] = {}
        self._close_up(kerns)
        self._open_between_scripts(kerns)
        self.marks = list(self.blanks)
        self.kerns = dict(sorted(kerns.items()))
        widths: list[float] = []
        for part in self.stretches:
            table = part.face.widths(part.size, part.spacing)
            widths += map(table.__getitem__, self.text[part.start : part.end])
        for index, room in kerns.items():
            widths[index - 1] += room
        self.places = list(accumulate(widths, initial=0.0))

    @property
    def solid(self) -> bytearray:
        """Looked for when it is first asked for: most texts stand on one line."""
        if self._solid is None:
            self._solid = solid(self.text)
        return self._solid

    def _close_up(self, kerns: dict[int, float]) -> None:
        """Two full-width marks together take one and a half ems (CLREQ, GB/T 15834), an apostrophe in a word half."""
        text, letters, blanks = self.text, self.classes, self.blanks
        before = -2
        for part in self.stretches:
            slack, scale = part.face.slack, part.size / 1000
            hair = part.size * _HAIR - min(part.spacing, 0.0)
            for match in _MARK.finditer(letters, part.start, part.end):
                at = match.start()
                blank = blanks[at] = slack(text[at]) * scale
                if at == before + 1:
                    room = max(blanks[before], -blank)
                    if room > 0:
                        alike = blank * blanks[before] > 0 and text[at] not in _LOW
                        kerns[at] = (hair if alike else 0.0) - room
                if blank > 0 and at and _APOSTROPHE.match(text, at - 1):
                    kerns[at + 1] = hair - blank
                before = at
            at = text.find(APOSTROPHE, part.start, part.end)
            while at > part.start:  # the letter before it may lean over it
                kerns[at] = hair
                at = text.find(APOSTROPHE, at + 1, part.end)

    def _open_between_scripts(self, kerns: dict[int, float]) -> None:
        """Room on both sides of a word between Chinese characters. Round figures there is none, as within a date."""
        gap, text = self.em * LATIN_GAP, self.text
        for match in _WORD.finditer(self.classes):
            start, end = match.span()
            if _LETTER.search(text, start, end) and not (self.solid[start] or self.solid[end]):
                if text[start - 1] <= "\uffff":  # no span can tell poppler that the gap is no space
                    kerns[start] = gap
                if text[end] <= "\uffff":
                    kerns[end] = gap

    def visible(self, start: int, end: int) -> int:
        """Where a line of these characters ends for the eye: before the spaces at its end."""
        letters = self.classes
        while end > start and letters[end - 1] == "S":
            end -= 1
        return end

    def extent(self, start: int, end: int) -> float:
        """The width of a line of these characters: without spaces at its end, marks at its ends cut to half width."""
        end = self.visible(start, end)
        return self._right(end) - self.places[start] + self.pull(start, end) if end > start else 0.0

    def right(self, end: int) -> float:
        """Where a line that ends before character ``end`` ends for the eye, on the endless line."""
        return self._right(self.visible(0, end))

    def _right(self, end: int) -> float:
        right = self.places[end] - self.kerns.get(end, 0.0)
        if not end:  # a line of nothing but the blanks at the beginning
            return right
        return right - max(self.blanks[end - 1], 0.0) if self.classes[end - 1] == "C" else right

    def pull(self, start: int, end: int) -> float:
        """How far an opening mark at the start of a line is pulled out of it, negative, in pt."""
        return min(self.blanks[start], 0.0) if self.classes[start] == "O" and end > start + 1 else 0.0


def _stretches(runs: Sequence[Run]) -> tuple[str, list[Stretch]]:
    """The text as it will be drawn, and its parts by font; a dash of two ems becomes one character."""
    texts: list[str] = []
    parts: list[Stretch] = []
    end = 0
    for run in runs:
        for face, text in _by_face(run):
            drawn = text.replace("——", DASH) if "——" in text and face.glyph(DASH) else text
            if "’" in drawn and face.glyph(APOSTROPHE):
                drawn = _APOSTROPHE.sub(lambda found: found[0][0] + APOSTROPHE, drawn)
            start, end = end, end + len(drawn)
            texts.append(drawn)
            parts.append(Stretch(start, end, face, run.size, run.spacing))
    return "".join(texts), parts


def _by_face(run: Run) -> Iterator[tuple[FontFace, str]]:
    """The text of a run cut where the chain falls back to another font."""
    chain = run.font
    if len(chain.faces) == 1:
        yield chain.primary, run.text
        return
    for face, chars in groupby(run.text, chain.find):
        yield face or chain.primary, "".join(chars)
