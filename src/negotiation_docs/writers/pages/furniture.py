"""Furniture of a PDF page: what is drawn but is no part of the words — boxes, rules, page numbers, draft marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.linebreak import Run, break_lines, text_width
from negotiation_docs.writers.pages.galley import Block, Placed
from negotiation_docs.writers.pdffile.ink import FOOTER, WATERMARK, Ink, Set
from negotiation_docs.writers.style import A4, MM, Look

if TYPE_CHECKING:
    from negotiation_docs.writers.pdffile.reportlab_alone import Canvas

FINGERPRINT = 25 * MM  # domain rule: leave 25 × 25 mm near the name
BOX_DROP = 0.33  # em, from the middle of a check box down to the baseline of the words beside it
BOX_EM = 1.25  # a check box and the gap after it
RULE_DROP = 3.0  # pt from the words beside it down to a rule to write on
CUT_LINE = 30.0  # height of the strip with the cut line, pt
LABEL_SIZE = 8.0  # pt
LABEL_GREY = 0.3
_DRAFT_SIZE = 150.0
_DRAFT_GREY = 0.9
_DRAFT_ANGLE = 50  # degrees
_NUMBER_DROP = 7 * MM  # GB/T 9704 7.5: a 一字线 7 mm below the text area


def box(canvas: Canvas, x: float, baseline: float, size: float) -> tuple[float, float, float]:
    """Draw an empty square to tick, as high as a Han character of ``size`` pt looks; returns its corner and side."""
    side = 0.78 * size
    canvas.setLineWidth(0.7)
    left, bottom = x + 0.08 * size, baseline - 0.06 * size
    canvas.rect(left, bottom, side, side)
    return left, bottom, side


def disc(canvas: Canvas, x: float, baseline: float, size: float) -> None:
    """Draw the dot before an item without a number."""
    canvas.circle(x + 0.5 * size, baseline + 0.36 * size, 0.13 * size, stroke=0, fill=1)


def blank(canvas: Canvas, x: float, end: float, baseline: float) -> None:
    """Draw a rule to sign or write on."""
    canvas.setLineWidth(0.6)
    canvas.line(x, baseline - RULE_DROP, end, baseline - RULE_DROP)


def fingerprint_place(canvas: Canvas, x: float, bottom: float) -> None:
    """Draw a thin dashed square of 25 mm."""
    canvas.setLineWidth(0.4)
    canvas.setDash(2, 2)
    canvas.setStrokeGray(0.45)
    canvas.rect(x, bottom, FINGERPRINT, FINGERPRINT)


def fingerprint_label(x: float, bottom: float, *, english: bool) -> Set:
    """指印 (or Fingerprint), small and in the middle of its square."""
    run = Run("Fingerprint" if english else "指印", fonts.face("song"), LABEL_SIZE)
    (line,) = break_lines([run], FINGERPRINT, align="center")
    return line, x, bottom + (FINGERPRINT - LABEL_SIZE) / 2


class CutLine(Block):
    """The dashed rule above a slip that is to be cut off, between two x."""

    left: float
    right: float

    def draw(self, ink: Ink, placed: Sequence[Placed]) -> None:
        with ink.furniture() as canvas:
            canvas.setLineWidth(0.5)
            canvas.setDash(4, 3)
            for _, top in placed:
                canvas.line(self.left, top - CUT_LINE / 2, self.right, top - CUT_LINE / 2)


def page_number(ink: Ink, look: Look, lang: str, number: int, total: int) -> None:
    """第1页 共3页 (or Page 1 of 3) in the middle; — 1 — towards the outer edge in the look of GB/T 9704."""
    style = look.styles["page_number"]
    chain = fonts.face(style.face, look)
    if look.page_number == "dash":
        label = f"— {number} —"
    else:
        label = f"Page {number} of {total}" if lang.startswith("en") else f"第{number}页 共{total}页"
    width = text_width([Run(label, chain, style.size)])
    (line,) = break_lines([Run(label, chain, style.size)], width + style.size, align="left")
    if look.page_number == "dash":
        inset = style.size  # 单页居右空一字，双页居左空一字
        x = A4[0] - look.right - inset - width if number % 2 else look.left + inset
        y = look.bottom - _NUMBER_DROP - style.size * 0.4
    else:
        x, y = (A4[0] - width) / 2, look.bottom / 2
    ink.furniture_text(FOOTER, [(line, x, y)])


def draft_mark(ink: Ink, lang: str) -> None:
    """草稿 (or DRAFT) across the page in light grey, so that nobody takes it for a final paper."""
    english = lang.startswith("en")
    run = Run("DRAFT" if english else "草稿", fonts.face("hei"), _DRAFT_SIZE)
    width = text_width([run])
    (line,) = break_lines([run], width + 1, align="left")
    with ink.furniture(WATERMARK) as canvas:
        canvas.setFillGray(_DRAFT_GREY)
        canvas.translate(A4[0] / 2, A4[1] / 2)
        canvas.rotate(_DRAFT_ANGLE)
        ink.words(line, -width / 2, -0.36 * _DRAFT_SIZE)  # the middle of the characters in the middle of the page
