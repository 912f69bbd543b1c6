"""Draws the sheets of a bundle's scans: the picture, its number at the margin, and what a copy may be used for."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, degrees, hypot, sin
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from negotiation_docs.writers.fonts import opened as fonts
from negotiation_docs.writers.lines.linebreak import Run, break_lines, text_width
from negotiation_docs.writers.pdffile.image import filling, image_entries
from negotiation_docs.writers.pdffile.ink import REPEATED, WATERMARK, Bookmark, Ink, Matrix
from negotiation_docs.writers.pdffile.tags import Node, alternative
from negotiation_docs.writers.scans import limits
from negotiation_docs.writers.scans.scan import Coded, Exhibit, Leaf, placed, sheet
from negotiation_docs.writers.style import MM, Look

if TYPE_CHECKING:
    from negotiation_docs.writers.pdffile.objects import PdfFile

NAME: Final = "Scan"
FAINT: Final = "Faint"
STATES: Final = {FAINT: "<</ca 0.5/CA 0.5>>"}
_STAMP: Final = 9.0  # pt
_STAMP_DROP: Final = 9 * MM  # from the upper edge to the baseline
_INSET: Final = 12 * MM
_PURPOSE: Final = 20.0  # pt, at most
_RED: Final = (0.75, 0.1, 0.1)
_WHITE: Final = (1.0, 1.0, 1.0)
_HALO: Final = 0.04  # em: white beside the red, which is seen where the picture is dark
_NATURAL: Final = 1.0  # a page of a PDF is not blown up
_EMPTY: Final = {"Type": "/XObject", "Subtype": "/Form", "BBox": "[0 0 1 1]"}


class Drawn(Struct):
    """A sheet that has been drawn, and what it shows."""

    ink: Ink
    size: tuple[float, float]
    shown: Coded | Leaf


def draw(exhibit: Exhibit, inks: Iterator[Ink], look: Look, lang: str) -> tuple[Node, list[Drawn]]:
    """The sheets of one exhibit, each on the next of ``inks``, and the part of the structure tree they make."""
    root, done = Node("Part"), []
    total = len(exhibit.scan.sheets)
    for number, (shown, ink) in enumerate(zip(exhibit.scan.sheets, inks, strict=False), start=1):
        width, height = _extent(shown)
        size, box = sheet(width, height), _box(shown)
        if number == 1:
            ink.bookmarks.append(Bookmark(exhibit.title, 0, size[1]))
        stamp = _stamp(exhibit.label, number, total, lang)
        figure = root.child("Figure", _said(exhibit, stamp, box, lang))
        ink.figure(figure, NAME, _matrix(shown, box))
        if exhibit.purpose:
            _across(ink, exhibit.purpose, box, look)
        _number(ink, stamp, size, look)
        done.append(Drawn(ink, size, shown))
    return root, done


def resource(file: PdfFile, shown: Coded | Leaf) -> object:
    """Store a picture, or what stands for a page of a PDF until it is put in; returns a reference to it."""
    if isinstance(shown, Leaf):
        return file.add_stream(b"", _EMPTY, level=0)
    entries = {
        **image_entries((shown.width, shown.height), shown.orientation, grey=shown.grey),
        "Filter": shown.filter_,
    }
    if shown.parameters:
        entries["DecodeParms"] = shown.parameters
    return file.add_stream(shown.data, entries, level=0)


def _extent(shown: Coded | Leaf) -> tuple[float, float]:
    if isinstance(shown, Coded):
        return shown.width, shown.height
    left, bottom, right, top = shown.box
    return right - left, top - bottom


def _box(shown: Coded | Leaf) -> tuple[float, float, float, float]:
    """Where it lies: left, bottom, width, height."""
    return placed(*_extent(shown), 72 / limits.COARSEST if isinstance(shown, Coded) else _NATURAL)


def _matrix(shown: Coded | Leaf, box: tuple[float, float, float, float]) -> Matrix:
    if isinstance(shown, Coded):
        return filling(box, shown.orientation)
    scale = box[2] / _extent(shown)[0]
    return scale, 0, 0, scale, box[0] - shown.box[0] * scale, box[1] - shown.box[1] * scale


def _stamp(label: str, number: int, total: int, lang: str) -> str:
    if lang.startswith("en"):
        return f"{label}, page {number} of {total}"
    return f"{label} 第{number}页 共{total}页"


def _said(exhibit: Exhibit, stamp: str, box: tuple[float, float, float, float], lang: str) -> str:
    """What a screen reader tells, and where the figure lies (ISO 14289-1 7.3)."""
    words = (". " if lang.startswith("en") else "。").join(
        part for part in (exhibit.title, stamp, exhibit.purpose) if part
    )
    left, bottom, width, height = box
    place = f"{left:.2f} {bottom:.2f} {left + width:.2f} {bottom + height:.2f}"
    return f"{alternative(words)}/A<</O/Layout/Placement/Block/BBox[{place}]>>"


def _number(ink: Ink, stamp: str, size: tuple[float, float], look: Look) -> None:
    run = Run(stamp, fonts.face("hei", look), _STAMP)
    (line,) = break_lines([run], text_width([run]) + _STAMP, align="left")
    ink.furniture_text(REPEATED, [(line, size[0] - _INSET - text_width([run]), size[1] - _STAMP_DROP)])


def _across(ink: Ink, words: str, box: tuple[float, float, float, float], look: Look) -> None:
    """Along the diagonal of the picture, pale enough to read what is below."""
    chain = fonts.face("hei", look)
    left, bottom, width, height = box
    room = 0.82 * hypot(width, height)
    size = min(_PURPOSE, _PURPOSE * room / text_width([Run(words, chain, _PURPOSE)]))
    run = Run(words, chain, size)
    length = text_width([run])
    (line,) = break_lines([run], length + size, align="left")
    slope = min(atan2(height, width), 0.6)
    if length * cos(slope) > width or length * sin(slope) > height:
        slope = atan2(height, width)
    with ink.furniture(WATERMARK) as canvas:
        canvas.addLiteral(f"/{FAINT} gs")
        canvas.translate(left + width / 2, bottom + height / 2)
        canvas.rotate(degrees(slope))
        for colour, aside in ((_WHITE, _HALO * size), (_RED, 0.0)):
            canvas.setFillColorRGB(*colour)
            ink.words(line, -length / 2 + aside, -0.36 * size - aside)
