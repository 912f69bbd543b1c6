"""Classes of characters for line breaking: which may not begin or end a line, which are half blank, which spread.

After W3C CLREQ, "Prohibition Rules for Line Start and Line End", and GB/T 15834-2011. A text's classes are one string
of letters as long as the text, so that rules become short patterns:

``H`` Chinese characters, ``W`` other full-width ones, ``O`` opening marks, ``C`` closing and pause marks,
``M`` further marks that may not begin a line, ``U`` the same when they belong to a figure (``%``), ``P`` currency signs
and narrow brackets that may not end a line, ``B`` solidus, ``E`` dashes and ellipses, ``S`` spaces, U+3000 too,
``L`` letters and figures of other scripts, ``N`` the rest, such as straight quotation marks.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

from msgspec import Struct

from negotiation_docs.writers.fonts.face import APOSTROPHE, DASH

Level = Literal["basic", "gb", "strict"]

_MARKS = {
    "O": "（《〈“‘【〔「『〖〘〚〝［｛",
    "C": "，。、；：？！）》〉”’】〕」』〗〙〛〞〟］｝．｡､",
    "M": "·・‧•～~％℃-–‐‑−－,.;:!?)]}>›»*",
    "U": "%‰°",
    "P": "￥¥＄$€£＃#([{<‹«",
    "B": "／/",
    "E": f"—…⋯⸺{DASH}",
    "S": " \t\u3000",
    "L": APOSTROPHE,
}
_ENCLOSED = 0x2150
ALL = "HWOCMUPBESLN"
"""All the letters; the module's docstring says what each stands for."""


class _Classes(dict[int, str]):
    """Class letters by code point, worked out on first use."""

    def __missing__(self, point: int) -> str:
        char = chr(point)
        kind = unicodedata.category(char)
        enumerator = kind in {"No", "Nl"} and point >= _ENCLOSED  # ① Ⅳ ⒈, as wide as Chinese characters
        if unicodedata.east_asian_width(char) in {"W", "F"} or kind == "So" or enumerator:
            letter = "H" if kind == "Lo" or char == "〇" else "W"
        else:
            letter = "L" if char.isalnum() else "N"
        self[point] = letter
        return letter


_CLASSES = _Classes({ord(char): letter for letter, chars in _MARKS.items() for char in chars})


def classes(text: str) -> str:
    """The class letter of every character."""
    return text.translate(_CLASSES)


class Prohibitions(Struct, frozen=True):
    """The class letters that may not begin and may not end a line."""

    no_start: str
    no_end: str


LEVELS: dict[Level, Prohibitions] = {
    "basic": Prohibitions("CMUBS", "OP"),
    "gb": Prohibitions("CMUBS", "OPB"),
    "strict": Prohibitions("CMUBSE", "OPB"),
}
"""CLREQ's levels; a space may not begin a line at any of them, because it stays, unseen, with the line it ends."""


@cache
def _table(letters: str) -> bytes:
    return bytes([chr(byte) in letters for byte in range(256)])


def between(text_classes: str, before: str, after: str) -> int:
    """The boundaries between a class of ``before`` and one of ``after``, as an integer of one byte a boundary.

    Boundaries combine with ``&``, ``|`` and :func:`unpacked`; whole paragraphs cost a few microseconds.
    """
    letters = text_classes.encode("ascii")
    left = int.from_bytes(letters[:-1].translate(_table(before)), "big")
    return left & int.from_bytes(letters[1:].translate(_table(after)), "big")


def line_ends(text_classes: str, solid: bytes | bytearray, rules: Prohibitions) -> bytes:
    """One byte for every character, 1 where a line may end before it; ``solid`` as :func:`tokens.solid` gives it."""
    places = between(text_classes, _without(rules.no_end), _without(rules.no_start))
    places &= ~between(text_classes, "LN", "LN") & ~int.from_bytes(solid, "big")
    return unpacked(places, len(text_classes))


@cache
def _without(letters: str) -> str:
    return "".join([letter for letter in ALL if letter not in letters])


def unpacked(boundaries: int, length: int) -> bytes:
    """One byte for every character of a text of ``length``: 1 where the boundary before it is among ``boundaries``."""
    return boundaries.to_bytes(length, "big")
