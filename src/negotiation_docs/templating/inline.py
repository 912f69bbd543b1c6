"""Text inside one block: collapses a template's layout white space and keeps every character of a fact.

A run of layout white space (blanks, tabs, line breaks of the template) vanishes at the ends of a block and around
``<br>``. Between two characters it becomes one blank, unless Chinese typography has none there: in a Chinese paper
it vanishes when either neighbour is a full-width character, so that lines may be broken and Jinja tags padded
anywhere; in an English paper only when both are. A blank that is wanted all the same is written ``&#32;``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from negotiation_docs.templating.escaping import LAYOUT
from negotiation_docs.tree import Inline, LineBreak, Text

_RUNS = re.compile(f"([{LAYOUT}]+)")


@lru_cache(maxsize=8192)
def full_width(char: str) -> bool:
    """Whether ``char`` fills a whole Chinese cell: wide by Unicode, or a mark like “ — … that Chinese sets wide."""
    width = unicodedata.east_asian_width(char)
    return width in "WF" or (width == "A" and not char.isalpha())


@lru_cache(maxsize=8192)
def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in ("W", "F")


def _vanishes_in_chinese(before: str, after: str) -> bool:
    return full_width(before) or full_width(after)


def _vanishes_elsewhere(before: str, after: str) -> bool:
    return _wide(before) and _wide(after)


def words(text: str, lang: str) -> tuple[Inline, ...]:
    """Text of a template that makes up a whole block, without anything else in it."""
    if not _RUNS.search(text):
        return (Text(text),) if text else ()
    inline = InlineText(lang)
    inline.literal(text)
    return inline.finish()


class InlineText:
    """Collects the words of one block; :meth:`finish` gives them as runs, neighbours of one kind merged."""

    def __init__(self, lang: str) -> None:
        self.strong = False
        self._vanishes: Callable[[str, str], bool] = (
            _vanishes_in_chinese if lang.startswith("zh") else _vanishes_elsewhere
        )
        self._pieces: list[tuple[bool | None, str]] = []  # (strong, text); (None, "") is a line break
        self._last = ""  # the last character of this line, "" at its start
        self._gap: bool | None = None  # layout white space is pending; its value says whether it stood in strong

    def literal(self, text: str) -> None:
        """Adds text of the template, whose white space is layout."""
        for piece in _RUNS.split(text):
            if not piece:
                continue
            if piece[0] in LAYOUT:
                if self._gap is None:
                    self._gap = self.strong
            else:
                self.verbatim(piece)

    def verbatim(self, text: str) -> None:
        """Adds text that is kept as it is; a line break in it is a line break of the paragraph."""
        if text == "\n":
            self.line_break()
            return
        if self._gap is not None and self._last and not self._vanishes(self._last, text[0]):
            self._pieces.append((self._gap, " "))
        self._gap = None
        self._pieces.append((self.strong, text))
        self._last = text[-1]

    def line_break(self) -> None:
        """Adds ``<br>``."""
        self._gap = None
        self._last = ""
        self._pieces.append((None, ""))

    def finish(self) -> tuple[Inline, ...]:
        """The runs, without line breaks at either end; empty if there was no text at all."""
        if len(self._pieces) == 1 and self._last:  # nearly every cell of a table
            strong, text = self._pieces[0]
            return (Text(text, bool(strong)),)
        content: list[Inline] = []
        for strong, pieces in groupby(self._pieces, key=itemgetter(0)):
            if strong is None:
                content += [LineBreak() for _ in pieces]
            else:
                content.append(Text("".join(text for _, text in pieces), strong))
        while content and isinstance(content[-1], LineBreak):
            content.pop()
        while content and isinstance(content[0], LineBreak):
            content.pop(0)
        return tuple(content)
