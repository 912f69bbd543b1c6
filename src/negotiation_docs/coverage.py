"""Refuses a paper with characters that no font can draw, naming the character and where it stands.

Places are told by headings and counts, which are the template's own words: the text around the character might be
somebody's name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negotiation_docs.errors import MissingGlyphs
from negotiation_docs.files import Fonts
from negotiation_docs.tree import Block, Heading, Paper, Section, lines, plain
from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.fonts.chosen import chains

_drawable: set[str] = set()
"""Characters that earlier papers were found to have; there are no more than the fonts have."""


def check(paper: Paper, chosen: Fonts | None = None) -> None:
    """Raises MissingGlyphs if ``paper`` cannot be drawn, with the user's ``chosen`` fonts; the same for every format.

    Raises OutputError for a font that cannot be used.
    """
    own = chains(chosen) if chosen else None
    text = paper.text
    unseen = "".join(sorted({*text} - (set() if own else _drawable), key=text.index))
    absent = fonts.missing(unseen, own) if unseen else []
    if absent:
        named = "；".join(f"{fonts.describe(char)}在{_place(paper, char)}" for char in absent)
        raise MissingGlyphs(f"字体中没有这些字符，无法打印：{named}。请改用其他写法，或者选用有这些字的字体")
    if own is None:
        _drawable.update(unseen)


def _place(paper: Paper, char: str) -> str:
    """Where ``char`` first stands: the heading before it and the number of the paragraph after that heading."""
    heading, count = "", 0
    for block in _flat(paper.blocks):
        if isinstance(block, Heading):
            heading, count = "".join(filter(str.isprintable, plain(block.content))), 0
        else:
            count += 1
        if any(char in line for line in lines((block,))):
            break
    if char in heading or (not char.isprintable() and not count):
        return "标题中"
    return f"“{heading}”之后第{count}段" if heading else f"第{count}段"


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Section):
            yield from _flat(block.blocks)
        else:
            yield block
