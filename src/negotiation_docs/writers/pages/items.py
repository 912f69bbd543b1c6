"""Paragraphs of a PDF with something before their words: numbers, dots, boxes to tick, and lists of attachments."""

from __future__ import annotations

import re

from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.linebreak import Line, Run, break_lines, text_width
from negotiation_docs.writers.pages.furniture import BOX_EM
from negotiation_docs.writers.pages.paragraphs import EMPTY, Place, TextBlock, set_text
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import TextStyle

COLONS = ("：", ":")
_RUN_IN = "\u3000"  # between attachments on one line
_ATTACHMENT = re.compile(r"(附件[：:]|Attachments?: )?(\d+[.．、] ?)?")


def set_item(
    block: TextBlock, runs: list[list[Run]], place: Place, label: tuple[Node, Run] | None, *, hang: float = 0.0
) -> TextBlock:
    """As :func:`set_text`, with an ornament or a number before the first line.

    They run in with the text, whose further lines return to the margin (回行顶格), or, with ``hang`` em, stand apart.
    """
    indent = place.indent
    if block.ornament:
        block.ornament_x = place.left + indent
        indent += BOX_EM * block.style.size
    if label:
        node, run = label
        width = text_width([run])
        (line,) = break_lines([run], width + run.size, align="left")
        block.label = (node, line, place.left + indent)
        indent += width
    if hang:
        block.left = place.left + max(hang * block.style.size, indent)
        return set_text(block, runs, Place(block.left, place.left + place.measure - block.left))
    return set_text(block, runs, Place(place.left, place.measure, indent), hang=indent)


def set_attachments(block: TextBlock, runs: list[list[Run]], place: Place) -> TextBlock:
    """A list of attachments: names stand below the first, and their further lines below their first character.

    GB/T 9704-2012 7.3.4 附件说明: 附件名称较长需回行时，应当与上行附件名称的首字对齐. Where names run in, parted by
    wide spaces, further lines stand below the first number instead: they begin with numbers.
    """
    start = place.indent
    for number, segment in enumerate(runs):
        words = "".join([run.text for run in segment])
        found = _ATTACHMENT.match(words)
        heading, label = found.groups(default="") if found else ("", "")
        font = segment[0].font if segment else fonts.face(block.style.face)
        size = block.style.size
        name = start + font.width(heading if _RUN_IN in words else heading + label, size)
        if not number:
            start += font.width(heading, size)
        block.lines += _shifted(segment, place.measure, name, place.indent if not number else start, block.style) or [
            EMPTY
        ]
    return block


def _shifted(runs: list[Run], measure: float, left: float, first: float, style: TextStyle) -> list[Line]:
    """Lines of a paragraph that begins at ``first`` and goes on at ``left``."""
    lines = break_lines(runs, measure - left, indent=first - left, align=style.align)
    return [Line(line.text, line.x + left, line.width, line.pieces) for line in lines]


def ends_in_colon(runs: list[list[Run]]) -> bool:
    """Whether the words ask for something to be written behind them."""
    return "".join([run.text for run in runs[-1]]).rstrip().endswith(COLONS)
