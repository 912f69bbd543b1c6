"""落款: the signature line with its blank, the place for the fingerprint, and the date beneath it.

On the right, the date on the next line, ending where the line to sign on ends.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from negotiation_docs.tree import Role
from negotiation_docs.writers.lines.linebreak import Run, break_lines, text_width
from negotiation_docs.writers.pages.furniture import (
    FINGERPRINT,
    LABEL_GREY,
    blank,
    fingerprint_label,
)
from negotiation_docs.writers.pages.galley import Placed, Strip
from negotiation_docs.writers.pages.items import COLONS, ends_in_colon
from negotiation_docs.writers.pages.paragraphs import EMPTY, GAP_EM, TextBlock, baseline_drop
from negotiation_docs.writers.pdffile.image import NAME, place
from negotiation_docs.writers.pdffile.ink import LAYOUT, Ink
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.picture import Picture
from negotiation_docs.writers.style import TextStyle

ROLES = frozenset({Role.SIGNATURE, Role.FINGERPRINT, Role.DATE})
_BLANK_EM = 9  # room for a name of four characters in ink …
_LONG_EM = 14  # … and for a longer one
_DESCENT = 2.0  # pt that a signature's picture reaches below the baseline
_GAP_EM = 0.5  # between the blank and the fingerprint's place


class Frame(Struct, frozen=True):
    """The text area, whether the text is English (then all is flush left), a date follows, and a name is long."""

    left: float
    measure: float
    english: bool
    dated: bool = False
    long: bool = False


class SignatureBlock(TextBlock):
    """A line with a blank after its words; ``height`` of its first strip leaves room for ink or a fingerprint."""

    blank_end: float = 0.0  # x; 0 when there is no blank
    height: float = 0.0
    fingerprint_x: float = 0.0  # 0 when there is no place for one
    dates: bool = False  # whether it is a date that is written on the blank
    picture: tuple[Node, Picture] | None = None

    def strips(self) -> list[Strip]:
        found = TextBlock.strips(self)
        found[0].height = self.height
        return found

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        shift = self.height - self.style.leading  # the words stand at the bottom of a high strip
        words = [(index, top - (shift if index == 0 else 0)) for index, top in placed]
        TextBlock.draw(self, ink, words)
        index, top = words[-1]
        if index + 1 < len(self.lines):
            return
        baseline = top - baseline_drop(self.style)
        start = self.end(index) + GAP_EM * self.style.size
        rule = (start, self.blank_end, baseline)
        if self.blank_end > start:
            if self.dates:
                font = self.lines[index].pieces[-1].font.plain
                self.hand.date(ink, self.node, rule, font, self.style.size)
            elif not self.picture:
                self.hand.rule(ink, self.node, rule, sign=True)
            else:
                with ink.furniture() as canvas:
                    blank(canvas, *rule)
                node, picture = self.picture
                tallest = 1.5 * self.style.leading
                ink.figure(node, NAME, place(picture, start, self.blank_end, baseline - _DESCENT, tallest))
        if self.fingerprint_x:
            self.hand.fingerprint(ink, self.node, self.fingerprint_x, top + shift - FINGERPRINT)
            label = fingerprint_label(self.fingerprint_x, top + shift - FINGERPRINT, english=self.hand.english)
            ink.furniture_text(LAYOUT, [label], grey=LABEL_GREY)


def wants_blank(runs: list[list[Run]]) -> bool:
    """Whether the reader is to write after these words: unless something stands behind their colon already."""
    return ends_in_colon(runs) or not any(colon in run.text for run in runs[-1] for colon in COLONS)


def signature_line(
    node: Node, style: TextStyle, runs: list[list[Run]], frame: Frame, *, fingerprint: bool
) -> SignatureBlock:
    """The line to be signed, with a place for the fingerprint at its right if asked for."""
    size = style.size
    square = FINGERPRINT + _GAP_EM * size if fingerprint else 0.0
    room = _BLANK_EM * size if wants_blank(runs) else 0.0
    if room and frame.long:  # as far as the words before it stay on one line
        free = frame.measure - style.right_em * size - square - text_width(runs[-1]) - size / 100
        room = max(room, min(_LONG_EM * size, free))
    block = _placed(node, style, runs, frame, room + square)
    if room:
        block.blank_end = block.left + block.lines[-1].width + room
    block.height = style.leading
    if fingerprint:
        widest = max(block.lines[-1].width + room, *[line.width for line in block.lines])  # of words on two lines
        block.fingerprint_x = block.left + widest + _GAP_EM * size
        # The square ends where the date below ends, if there is one: what is higher is room to sign.
        block.height = max(style.leading, FINGERPRINT - (style.leading if frame.dated else 0.0))
    return block


def date_line(
    node: Node, style: TextStyle, runs: list[list[Run]], frame: Frame, above: SignatureBlock | None
) -> SignatureBlock:
    """The date, under the signature if there is one."""
    room = _BLANK_EM * style.size if ends_in_colon(runs) else 0.0
    block = _placed(node, style, runs, frame, room)
    block.dates = True
    width = block.lines[-1].width
    if above is not None:
        end = above.blank_end or above.left + above.lines[-1].width
        block.left = above.left if frame.english else max(frame.left, end - width - room)
    if room:
        block.blank_end = max(block.left + width + room, above.blank_end if above else 0.0)
    block.height = style.leading
    return block


def _placed(node: Node, style: TextStyle, runs: list[list[Run]], frame: Frame, extra: float) -> SignatureBlock:
    """The words set flush right (left in English), ``extra`` pt left free behind them."""
    inset = style.right_em * style.size
    measure = frame.measure - inset - extra
    block = SignatureBlock(node, style, frame.left)
    for segment in runs:
        block.lines += break_lines(segment, measure, align="left") or [EMPTY]
    if not frame.english:
        block.left = frame.left + max(measure - max(line.width for line in block.lines), 0.0)
    return block
