"""A long screenshot on several sheets: cut where a row shows nothing, each sheet beginning a little before the cut."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PIL.Image import Image

_LONG: Final = 2.6
"""Heights by width: no screen of a telephone is as long, and a sheet would show it too small to read."""
_SHEET: Final = 2.0
"""Heights by width of what stands on a sheet: 13 cm wide, twice the screen it was read on."""
_SEARCHED: Final = 0.3
"""Of a sheet, from its end back: where a quiet row is looked for."""
_OVERLAP: Final = 0.06
"""Of a sheet: what the next one repeats at least, some two lines of a chat, and at most twice as much."""
_QUIET: Final = 6
"""Levels of grey by which the dots of a quiet row differ at most."""
_CALM: Final = 8
"""Rows around a cut that are quiet too: the room between two lines."""


def is_long(width: int, height: int) -> bool:
    """Whether it is cut."""
    return height > _LONG * width


def strips(image: Image) -> Iterator[Image]:
    """Its parts from top to bottom; each begins with the end of the one before, and nothing is left out."""
    width, height = image.size
    tall, overlap = round(_SHEET * width), round(_OVERLAP * _SHEET * width)
    top = 0
    while height - top > tall * (1 + _OVERLAP):
        end = _cut(image, top + round(tall * (1 - _SEARCHED)), top + tall)
        yield image.crop((0, top, width, end))
        top = _cut(image, end - 2 * overlap, end - overlap)
    yield _filled(image.crop((0, top, width, height)), tall)


def _filled(image: Image, tall: int) -> Image:
    """The last part as high as the others, so that it is shown at their size; white below it."""
    from PIL import Image as pillow  # noqa: N813, PLC0415

    if image.height >= tall:
        return image
    page = pillow.new(image.mode, (image.width, tall), "white")
    page.paste(image)
    return page


def _cut(image: Image, first: int, last: int) -> int:
    """The lowest row between two that lies in the middle of quiet ones; ``last`` where there is none."""
    width = image.width
    rows = image.crop((0, first, width, last)).convert("L").tobytes()
    calm = 0
    for at in range(last - first - 1, -1, -1):
        row = rows[at * width : (at + 1) * width]
        calm = calm + 1 if max(row) - min(row) <= _QUIET else 0
        if calm == _CALM:
            return first + at + _CALM // 2
    return last
