"""A scan as it is laid on sheets of A4, whatever file it came from."""

from __future__ import annotations

from msgspec import Struct

from negotiation_docs.errors import OutputError
from negotiation_docs.writers.style import A4, MM

Rect = tuple[float, float, float, float]

_ROOM = (10 * MM, 10 * MM, 10 * MM, 14 * MM)  # left, bottom, right, top: the stamp stands in the last


class Coded(Struct, frozen=True):
    """A picture as it is coded in the file: ``width`` × ``height`` pixels as seen upright.

    ``filter_`` and ``parameters`` tell a PDF the coding; the rows lie as ``orientation`` says (EXIF, 1 to 8).
    """

    width: int
    height: int
    data: bytes
    filter_: str
    grey: bool
    parameters: str = ""
    orientation: int = 1


class Leaf(Struct, frozen=True):
    """A page of a cleaned PDF: its number in it (from 0), and the box that its drawing fills (pt)."""

    number: int
    box: Rect


class Scan(Struct, frozen=True):
    """One piece of evidence: its sheets, and the cleaned PDF that those of a PDF are taken from.

    ``signed``: its file bears an electronic signature, which a copy of its pages does not. ``pixels`` and ``unfolded``
    (bytes of what its pages draw) are what it cost to read it.
    """

    sheets: tuple[Coded | Leaf, ...]
    source: bytes = b""
    signed: bool = False
    pixels: int = 0
    unfolded: int = 0


class Exhibit(Struct, frozen=True):
    """A scan under its number: ``label`` 附件2, ``title`` 附件2　居民身份证.

    ``purpose`` is written across its sheets.
    """

    scan: Scan
    label: str
    title: str
    purpose: str = ""


class ScanError(OutputError):
    """A scan that cannot be used: ``told`` is what is wrong with it, ``hint`` what to do; it knows no name.

    ``unfolded`` is what it cost to find that out, as of a scan.
    """

    def __init__(self, told: str, hint: str, unfolded: int = 0) -> None:
        super().__init__(f"{told}；{hint}")
        self.told = told
        self.hint = hint
        self.unfolded = unfolded


def wide(width: float, height: float) -> bool:
    """Whether it lies on a sheet turned to landscape."""
    return width > 1.1 * height


def sheet(width: float, height: float) -> tuple[float, float]:
    """The size of the sheet for what is ``width`` × ``height``."""
    return A4[::-1] if wide(width, height) else A4


def room(width: float, height: float) -> tuple[float, float]:
    """The width and height (pt) there is for it on its sheet."""
    page = sheet(width, height)
    left, bottom, right, top = _ROOM
    return page[0] - left - right, page[1] - bottom - top


def placed(width: float, height: float, most: float) -> Rect:
    """Where on its sheet it lies, in the middle, as large as there is room, scaled up to ``most`` at most."""
    across, up = room(width, height)
    scale = min(across / width, up / height, most)
    x = _ROOM[0] + (across - width * scale) / 2
    y = _ROOM[1] + (up - height * scale) / 2
    return x, y, width * scale, height * scale
