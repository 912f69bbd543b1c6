"""Places in a line of words: 【姓名】 and {{ 姓名 }}, and what looks like one and may be meant so, 〔姓名〕."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct

_OPEN, _CLOSE = "【〖〔［[﹝＜<«｛{", "】〗〕］]﹞＞>»｝}"
_SURE: Final = "【】"
_MARK: Final = re.compile(
    r"\{\{(?P<twice>[^{}\n]{0,100})\}\}"
    rf"|[{re.escape(_OPEN)}](?P<once>[^{re.escape(_OPEN + _CLOSE)}\n]{{0,100}})[{re.escape(_CLOSE)}]"
)
_LOOSE: Final = re.compile(r"[^\n]{0,12}(?:[【】]|\{\{|\}\})[^\n]{0,12}")
CODE: Final = re.compile(r"\{%[^\n]{0,60}|\{#[^\n]{0,60}")
"""What other programs take for an instruction: a loop, a condition, a comment."""


class Mark(Struct, frozen=True):
    """One place: as it is ``written``, what stands between its brackets, and from where to where."""

    written: str
    inside: str
    start: int
    end: int

    @property
    def opening(self) -> int:
        """How long its opening bracket is, with the blanks behind it."""
        return self.written.index(self.inside) if self.inside else 1


def marks(line: str, known: Callable[[str], bool]) -> Iterator[Mark]:
    """The places of a line; one that only looks like it counts where ``known`` knows what stands in it."""
    for found in _MARK.finditer(line):
        inside = (found["twice"] if found["twice"] is not None else found["once"]).strip()
        sure = found["twice"] is not None or found[0][0] in _SURE or found[0][-1] in _SURE
        if sure or known(inside):
            yield Mark(found[0], inside, found.start(), found.end())


def loose(line: str, found: list[Mark]) -> Iterator[str]:
    """Brackets of a place without their other half, with the words around; ``found`` are the whole places."""
    rest = list(line)
    for mark in found:
        rest[mark.start : mark.end] = "\n" * (mark.end - mark.start)
    yield from (each[0].strip() for each in _LOOSE.finditer("".join(rest)))
