"""Lists of names and values in a PDF: the strip of key figures, and the contact block under its hairline."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from msgspec import Struct, field

from negotiation_docs.tree import Description, DescriptionList, DescriptionRole, Inline
from negotiation_docs.writers.lines.linebreak import Line, break_lines
from negotiation_docs.writers.pages.galley import Block, Placed, Strip
from negotiation_docs.writers.pages.paragraphs import EMPTY, Place, baseline_drop, segments
from negotiation_docs.writers.pdffile.ink import Ink
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import Look, TextStyle
from negotiation_docs.writers.tables.beside import (
    DISTANCE,
    FIGURE_ABOVE,
    FIGURE_BELOW,
    FIGURE_PADDING,
    UNDER_RULE,
    ContactGrid,
    figure_shares,
)


class Part(Struct, eq=False):
    """A label or a value: its element, its style, its lines, the x of its measure, how far below the row's top."""

    node: Node
    style: TextStyle
    lines: list[Line]
    x: float
    down: float = 0.0

    @property
    def height(self) -> float:
        """What its lines take, in pt."""
        return len(self.lines) * self.style.leading


class DescriptionBlock(Block):
    """Rows of labels and values in reading order, with rules above, between and below as their role has them."""

    look: Look
    figures: bool
    edges: tuple[float, ...]
    rows: list[list[Part]] = field(default_factory=list)
    heights: list[float] = field(default_factory=list)

    def strips(self) -> list[Strip]:
        """A strip a row; the rows stay together."""
        last = len(self.rows) - 1
        found = [Strip(self, at, height, keep=at < last) for at, height in enumerate(self.heights)]
        found[0].above = DISTANCE if self.figures else self.look.styles["contact"].before
        return found

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        with ink.furniture() as canvas:
            for index, top in placed:
                left, right = self.edges[0], self.edges[-1]
                if self.figures:
                    bottom = top - self.heights[index]
                    canvas.setLineWidth(self.look.heavy_rule)
                    canvas.lines([(left, top, right, top), (left, bottom, right, bottom)])
                    canvas.setLineWidth(self.look.hairline)
                    canvas.lines([(x, top - FIGURE_ABOVE, x, bottom + FIGURE_BELOW) for x in self.edges[1:-1]])
                elif index == 0:
                    canvas.setLineWidth(self.look.hairline)
                    canvas.line(left, top, right, top)
        for index, top in placed:
            for part in self.rows[index]:
                level = top - part.down - baseline_drop(part.style)
                lines = [(line, part.x, level - at * part.style.leading) for at, line in enumerate(part.lines)]
                ink.text(part.node, lines)


class DescriptionSetter:
    """Sets one list under ``node``: an item with label and body for each pair (ISO 32000-1 14.8.4.3.3)."""

    def __init__(self, node: Node, listed: DescriptionList, look: Look) -> None:
        self.node, self.listed, self.look = node, listed, look

    def block(self) -> DescriptionBlock:
        """The block of the list."""
        return self._figures() if self.listed.role is DescriptionRole.FIGURES else self._contact()

    def _pair(self, pair: Description, names: tuple[str, str], places: tuple[Place, Place]) -> tuple[Part, Part]:
        """Label and value of a pair, each in the style of its name and at its place."""
        item, styles = self.node.child("LI"), [self.look.styles[name] for name in names]
        return (
            self._part(item.child("Lbl"), pair.term, styles[0], places[0]),
            self._part(item.child("LBody"), pair.content, styles[1], places[1]),
        )

    def _part(self, node: Node, content: tuple[Inline, ...], style: TextStyle, place: Place) -> Part:
        lines: list[Line] = []
        for runs in segments(content, style, self.look):
            lines += break_lines(runs, place.measure, align="left") or [EMPTY]
        return Part(node, style, lines, place.left)

    def _figures(self) -> DescriptionBlock:
        look = self.look
        shares = figure_shares(self.listed, look)
        edges = tuple(accumulate([share * look.measure for share in shares], initial=look.left))
        pairs = []
        for pair, left, right in zip(self.listed.pairs, edges, edges[1:], strict=False):
            place = Place(left + FIGURE_PADDING, right - left - 1.5 * FIGURE_PADDING)
            pairs.append(self._pair(pair, ("figure_label", "figure"), (place, place)))
        labels = max(label.height for label, _ in pairs)
        for label, value in pairs:
            label.down, value.down = FIGURE_ABOVE, FIGURE_ABOVE + labels
        height = FIGURE_ABOVE + labels + max(value.height for _, value in pairs) + FIGURE_BELOW
        return DescriptionBlock(look, True, edges, [[part for pair in pairs for part in pair]], [height])

    def _contact(self) -> DescriptionBlock:
        look = self.look
        grid = ContactGrid(self.listed, look, look.measure)
        block = DescriptionBlock(look, False, (look.left, look.left + look.measure))
        for row in grid.rows:
            parts: list[Part] = []
            for pair, left in zip(row, (look.left, look.left + grid.half), strict=False):
                room = (grid.half if len(row) > 1 else look.measure) - grid.label
                places = Place(left, grid.label), Place(left + grid.label, room)
                parts += self._pair(pair, ("contact_label", "contact"), places)
            down = 0.0 if block.rows else UNDER_RULE
            for part in parts:
                part.down = down
            block.rows.append(parts)
            block.heights.append(down + max(part.height for part in parts))
        return block
