"""Paragraphs, headings and list items of a PDF: set in lines, a strip each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from negotiation_docs.tree import Inline, Text
from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.linebreak import Line, Run, break_lines
from negotiation_docs.writers.pages.controls import Hand
from negotiation_docs.writers.pages.furniture import disc
from negotiation_docs.writers.pages.galley import Block, Placed, Strip, glue_ends
from negotiation_docs.writers.pdffile.ink import Ink
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import Look, TextStyle

_ASCENT = 0.88  # of an em square above its baseline, in Chinese fonts
GAP_EM = 0.25  # between words and a rule to write on


def baseline_drop(style: TextStyle) -> float:
    """From the top of a strip to the baseline of its text, which stands in the middle of the leading."""
    return (style.leading - style.size) / 2 + _ASCENT * style.size


def segments(content: Sequence[Inline], style: TextStyle, look: Look) -> list[list[Run]]:
    """The runs of some inline content, a list for each stretch between line breaks."""
    found: list[list[Run]] = [[]]
    for item in content:
        if isinstance(item, Text):
            name = look.strong if item.strong else style.face
            face = fonts.face(name, look, dark=item.strong or style.dark)
            found[-1].append(Run(item.text, face, style.size, look.char_spacing + style.tracking * style.size))
        else:
            found.append([])
    return found


class TextBlock(Block):
    """Lines of one element. ``left`` is the x of the measure; ``label`` an item's number, an element of its own."""

    node: Node
    style: TextStyle
    left: float
    lines: list[Line] = field(default_factory=list)
    label: tuple[Node, Line, float] | None = None  # its element, its line, its x
    rule_to: float = 0.0  # x where a rule to write on ends that follows the last line; 0 for none
    ornament: Literal["", "box", "disc"] = ""  # what stands before the first line …
    ornament_x: float = 0.0  # … at this x
    hand: Hand = Hand()
    bookmark: str = ""  # a heading's words, for the outline
    flexible: bool = False  # whether its lines may stand a little wider or closer

    def strips(self) -> list[Strip]:
        """A strip a line; two lines at least stay together at either end."""
        style = self.style
        flexible: Literal["", "line"] = "line" if self.flexible else ""
        found = [Strip(self, index, style.leading, flexible=flexible) for index in range(len(self.lines))]
        glue_ends(found)
        found[0].above = style.before
        if style.keep_next:
            for strip in found:
                strip.keep = True
        return found

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        drop = baseline_drop(self.style)
        if placed[0][0] == 0:
            self._draw_start(ink, placed[0][1] - drop)
            if self.bookmark:
                ink.bookmark(self.node, self.bookmark, placed[0][1])
        ink.text(self.node, [(self.lines[index], self.left, top - drop) for index, top in placed])
        index, top = placed[-1]
        start = self.end(index) + GAP_EM * self.style.size
        if self.rule_to > start and index + 1 == len(self.lines):
            self.hand.rule(ink, self.node, (start, self.rule_to, top - drop))

    def stretch(self, leading: float, row: float) -> None:
        if self.flexible:
            self.style = replace(self.style, leading=self.style.leading + leading)

    def end(self, index: int) -> float:
        """The x where a line of text ends."""
        line = self.lines[index]
        return self.left + line.x + line.width

    def _draw_start(self, ink: Ink, baseline: float) -> None:
        """What stands before the first line: a box, a dot (furniture) or the number."""
        if self.ornament == "box":
            self.hand.box(ink, self.node, self.ornament_x, baseline, self.style.size)
        elif self.ornament:
            with ink.furniture() as canvas:
                disc(canvas, self.ornament_x, baseline, self.style.size)
        if self.label:
            node, line, x = self.label
            ink.text(node, [(line, x, baseline)])


class Place(Struct, frozen=True):
    """Where a paragraph stands: the x of the measure, its width, and the indent of its first line, in pt."""

    left: float
    measure: float
    indent: float = 0.0


def set_text(block: TextBlock, runs: list[list[Run]], place: Place, *, hang: float = 0.0) -> TextBlock:
    """Break ``runs`` into the block's lines; lines after a line break begin ``hang`` pt from the measure's edge."""
    align = block.style.align
    for number, segment in enumerate(runs):
        indent = hang if number else place.indent
        lines = break_lines(segment, place.measure, indent=indent, align=align) or [EMPTY]
        block.lines += _balanced(segment, place.measure, lines) if align == "center" and len(lines) > 1 else lines
    return block


def _balanced(segment: list[Run], measure: float, lines: list[Line]) -> list[Line]:
    """As many centred lines as even as they can be: no word of a title stands alone under the others."""
    narrow, wide = measure / len(lines), measure
    while wide - narrow > segment[0].size / 4:
        tried = (narrow + wide) / 2
        found = break_lines(segment, tried, align="center")
        if len(found) > len(lines):
            narrow = tried
        else:
            wide, lines = tried, [replace(line, x=line.x + (measure - tried) / 2) for line in found]
    return lines


EMPTY = Line("", 0.0, 0.0, ())
