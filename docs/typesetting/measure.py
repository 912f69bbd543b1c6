"""Measures the running text of every example beside Typst's: how far lines are spread, and how many stay ragged.

Part of ``make typesetting``. Both engines set the same paragraphs in the same fonts, sizes and measure; what stands on
their pages is read by one program that knows neither. Writes the table of docs/typesetting.md to standard output.
"""

from __future__ import annotations

import io
import statistics
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pdfplumber
from engines import typst_set

import negotiation_docs as nd
from negotiation_docs.tree import Block, ItemList, Paper, Paragraph, Role, Section
from negotiation_docs.writers.pdf import to_pdf
from negotiation_docs.writers.style import LOOKS, Look

ROOT = Path(__file__).parents[2]
CASES = [*sorted((ROOT / "examples").glob("*.yaml")), ROOT / "tests" / "facts" / "complete.yaml"]
_FEWEST = 4  # pairs of Han characters that a line must have for its spread to be measured
_SHORT = 0.75  # em: a line that ends this far from the edge, and is not a paragraph's last, is ragged


@dataclass
class Lines:
    """What was found in the lines of one engine in one look; ``gaps`` in em, a number for each line."""

    gaps: list[float] = field(default_factory=list)
    ragged: int = 0

    def above(self, em: float) -> int:
        return sum(gap > em for gap in self.gaps)


def running(blocks: Iterable[Block]) -> Iterator[Block]:
    """The paragraphs and items that are set flush on both sides."""
    for block in blocks:
        if isinstance(block, Section):
            yield from running(block.blocks)
        elif isinstance(block, ItemList) or (isinstance(block, Paragraph) and block.role is Role.BODY):
            yield block


def papers() -> Iterator[Paper]:
    """The running text of every Chinese paper that the cases are ready for."""
    for path in CASES:
        case = nd.load(path)
        for debt in case.debts:
            for kind in nd.kinds():
                try:
                    paper = nd.render(kind.name, case, debt=debt.id).paper
                except nd.FactsError:
                    continue
                yield Paper(paper.kind, paper.title, paper.lang, tuple(running(paper.blocks)))


def measured(pdf: bytes, look: Look, found: Lines) -> None:
    """Add what the pages of one file show to ``found``."""
    size = look.styles["body"].size
    with pdfplumber.open(io.BytesIO(pdf)) as file:
        rows = [row for page in file.pages for row in _rows(page, look)]
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        pairs = [
            (right - left - look.char_spacing) / size - 1
            for (left, one), (right, other) in pairwise(row)
            if _han(one) and _han(other)
        ]
        if len(pairs) >= _FEWEST:
            found.gaps.append(statistics.median(pairs))
        last, char = row[-1]
        end = last + (size if ord(char) > 0x2E80 else size / 2)
        goes_on = following is not None and following[0][0] < look.left + size
        found.ragged += goes_on and end < look.left + look.measure - _SHORT * size


def _rows(page: pdfplumber.page.Page, look: Look) -> Iterator[list[tuple[float, str]]]:
    """The lines of the text area from the top: where each character begins, and what it is."""
    levels = defaultdict(list)
    for char in page.chars:
        *_, x, y = char["matrix"]
        if char["text"].strip() and y > look.bottom - 6:
            levels[round(y)].append((x, char["text"]))
    for level in sorted(levels)[::-1]:
        yield sorted(levels[level])


def _han(text: str) -> bool:
    return "\u3400" <= text <= "\u9fff"


def table() -> Iterator[str]:
    """The rows of the table, line by line."""
    yield "| look, engine | lines | above 0.1 em | above 0.2 em | widest | ragged |\n|---|---|---|---|---|---|"
    texts = list(papers())
    for look in LOOKS.values():
        for name, engine in {"this PDF": to_pdf, "Typst": typst_set}.items():
            found = Lines()
            for paper in texts:
                measured(engine(paper, look), look, found)
            tenth = f"{found.above(0.1)} ({found.above(0.1) / len(found.gaps):.1%})"
            yield (
                f"| `{look.name}`, {name} | {len(found.gaps)} | {tenth} | {found.above(0.2)} "
                f"| {max(found.gaps):.2f} em | {found.ragged} |"
            )


if __name__ == "__main__":
    for row in table():
        sys.stdout.write(f"{row}\n")
