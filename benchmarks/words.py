"""The words of a paper as a template with gaps, learnt from samples, so that every peer sets the same words.

What all samples have in common is the template; what differs is a field, and filling the fields gives the words back.
The rows of a long table are data: a template loops over them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from difflib import SequenceMatcher
from typing import Any

from negotiation_docs.tree import (
    Block,
    DescriptionList,
    Heading,
    ItemList,
    Paper,
    Paragraph,
    Role,
    Section,
    Table,
    lines,
    plain,
)

LONG = 24  # rows from which a table's rows are data, not template
_SHORT = 2  # characters below which common text between two gaps is coincidence
_TOKEN = re.compile(r"[0-9A-Za-z,.%@*-]+|.", re.DOTALL)


@dataclass(frozen=True)
class Line:
    """A block: ``style`` is title, heading, body, flush, right, item or caption; ``text`` has gaps like ``{3}``."""

    style: str
    text: str


@dataclass(frozen=True)
class Grid:
    """A table of short cells: ``head`` and ``rows`` as text; ``align`` per column; a long one gets ``data`` rows."""

    head: tuple[str, ...]
    align: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    long: bool


Words = list[Line | Grid]
Fields = dict[str, Any]  # "f0": text …, and "rows": rows of a long table


def learn(papers: Sequence[Paper]) -> list[dict[str, Any]]:
    """The template of ``papers`` in a form that JSON can carry; all must have the same blocks."""
    shapes = [list(_blocks(paper.blocks)) for paper in papers]
    counter = iter(range(10_000))
    template: list[dict[str, Any]] = []
    for same in zip(*shapes, strict=True):
        first = same[0]
        if isinstance(first, Line):
            template.append({"style": first.style, "text": _common([line.text for line in same], counter)})
        else:
            grid = asdict(first)
            if first.long:
                grid["rows"] = [["{}"] * len(first.head)]
            else:
                together = zip(*(other.rows for other in same), strict=True)
                grid["rows"] = [[_common(texts, counter) for texts in zip(*rows, strict=True)] for rows in together]
            template.append(grid)
    return template


def fields(template: list[dict[str, Any]], paper: Paper) -> Fields:
    """What ``paper`` puts into the gaps; raises ValueError if the template does not give its words back."""
    found: Fields = {"rows": []}
    for part, block in zip(template, _blocks(paper.blocks), strict=True):
        if isinstance(block, Line):
            found |= _extract(part["text"], block.text)
        elif block.long:
            found["rows"] = [list(row) for row in block.rows]
        else:
            for row, texts in zip(part["rows"], block.rows, strict=True):
                for text, words in zip(row, texts, strict=True):
                    found |= _extract(text, words)
    return found


def _blocks(blocks: Sequence[Block]) -> Iterator[Line | Grid]:
    for block in blocks:
        if isinstance(block, Heading):
            yield Line("title" if block.level == 1 else "heading", plain(block.content))
        elif isinstance(block, Paragraph):
            style = _STYLES.get(block.role, "body")
            yield from (Line(style, line) for line in plain(block.content).split("\n"))
        elif isinstance(block, DescriptionList):
            yield from (Line("flush", line) for text in lines((block,)) for line in text.split("\n"))
        elif isinstance(block, ItemList):
            yield from (Line("item", item.label + plain(item.content)) for item in block.items)
        elif isinstance(block, Table):
            if block.caption:
                yield Line("caption", plain(block.caption))
            yield _grid(block)
        elif isinstance(block, Section):
            yield from _blocks(block.blocks)


_STYLES = {
    Role.SALUTATION: "flush",
    Role.REGARDS: "flush",
    Role.CONTACT: "flush",
    Role.NOTE: "flush",
    Role.ATTACHMENTS: "flush",
    Role.SIGNATURE: "right",
    Role.FINGERPRINT: "right",
    Role.DATE: "right",
}


def _grid(table: Table) -> Grid:
    """Cells that span columns (the group rows of the evidence list) are followed by empty ones."""
    rows = []
    for row in table.rows:
        texts: list[str] = []
        for cell in row.cells:
            texts += [plain(cell.content), *[""] * (cell.colspan - 1)]
        rows.append(tuple(texts))
    cells = next(row.cells for row in table.body if all(cell.colspan == 1 for cell in row.cells))
    align = tuple("right" if cell.number else "center" if cell.center else "left" for cell in cells)
    return Grid(rows[0], align, tuple(rows[1:]), long=len(rows) > LONG)


def _common(texts: Sequence[str], counter: Iterator[int]) -> str:
    """The text that all have in common, with gaps ``{f0}`` where they differ."""
    pieces = [texts[0]]
    for other in texts[1:]:
        pieces = _narrowed(pieces, other)
    kept = [piece for place, piece in enumerate(pieces) if place in (0, len(pieces) - 1) or len(piece) >= _SHORT]
    return re.sub("\0+", lambda _: f"{{f{next(counter)}}}", "\0".join(kept))


def _narrowed(pieces: list[str], other: str) -> list[str]:
    """The pieces cut where ``other`` differs, so that its words too are the pieces with something between."""
    tokens = [token for piece in pieces for token in (*_TOKEN.findall(piece), "\0")][:-1]
    matcher = SequenceMatcher(None, tokens, _TOKEN.findall(other), autojunk=False)
    parts: list[str] = []
    end_here = end_there = 0
    for here, there, size in matcher.get_matching_blocks():
        if here != end_here or there != end_there:
            parts.append("\0")
        parts.append("".join(tokens[here : here + size]))
        end_here, end_there = here + size, there + size
    return "".join(parts).split("\0")


def _extract(template: str, text: str) -> dict[str, str]:
    names = re.findall(r"\{(f\d+)\}", template)
    pattern = "(.*?)".join(re.escape(piece) for piece in re.split(r"\{f\d+\}", template))
    match = re.fullmatch(pattern, text, re.DOTALL)
    if match is None:
        raise ValueError(f"not the words of the template: {template}")
    return dict(zip(names, match.groups(), strict=True))
