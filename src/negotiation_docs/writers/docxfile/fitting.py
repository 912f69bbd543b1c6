"""Fits a DOCX to its pages: closer lines, lower rows, less space, closer lines in rows, where that saves a page.

What a program makes of the file cannot be measured here, so heights are those of :mod:`estimate`. Only the values of
styles change: paragraphs stay formatted by their styles alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from negotiation_docs.writers.docxfile.estimate import Extent, pages
from negotiation_docs.writers.docxfile.fits import AS_IT_IS, Fit
from negotiation_docs.writers.docxfile.xml import line_twips, twips
from negotiation_docs.writers.style import Look, english_style

_SURE: Final = (
    0.9,
    1.0,
)  # of a page, as fonts and programs differ: what holds at both ends is likely to hold between …
_HOPED: Final = 1.04  # … but what may just fit is tried
_SPARING: Final = (0.5, 0.7)  # of the space between paragraphs, as in the PDF …
_LAST: Final = (0.7, 0.8)  # … and with closer lines in rows
_CELL: Final = (
    1 / 11
)  # of the leading in cells: other programs set rooms round figures, and lines more than the PDF has
_LINE = re.compile(r'w:line="([0-9]+)"')
_SPACE = re.compile(r'w:(before|after)="([0-9]+)"')
_ROOM = re.compile(r'(<w:(?:top|bottom) w:w=")([0-9]+)(" w:type="dxa"/>)')


def fitted(found: list[Extent], look: Look) -> tuple[Fit, list[int]]:
    """The loosest way to the fewest pages, and how many these are likely to be (see :func:`estimate.pages`)."""
    tries = list(_tries(look))
    least = pages(found, look, tries[-1], share=_HOPED)
    for fit in tries:
        if all(pages(found, look, fit, share=share) == least for share in _SURE):
            return fit, least
    return tries[-1], pages(found, look, tries[-1])


def _tries(look: Look) -> Iterator[Fit]:
    """From the look as it is to the tightest."""
    leadings = [leading for leading in look.leadings if leading <= 0]
    yield from (Fit(leading) for leading in leadings)
    yield from (Fit(leadings[-1], row) for row in look.rows[1:])
    yield from (Fit(leadings[-1], look.rows[-1], sparing) for sparing in _SPARING)
    yield from (Fit(leadings[-1], look.rows[-1], sparing, -_CELL * look.styles["cell"].leading) for sparing in _LAST)


def restyled(styles: str, look: Look, to: Fit) -> str:
    """styles.xml of ``look`` with the values of the adapted one."""
    if to == AS_IT_IS:
        return styles
    body = look.styles["body"]
    running = {line_twips(style.leading) for style in (body, english_style(body))}
    more = dict.fromkeys(running, twips(to.leading)) | {line_twips(look.styles["cell"].leading): twips(to.cell)}
    row, keep = twips(to.row / 2), 1 - to.sparing

    def line(found: re.Match[str]) -> str:
        value = int(found[1])
        return f'w:line="{value + more.get(value, 0)}"'

    styles = _LINE.sub(line, styles)
    styles = _SPACE.sub(lambda found: f'w:{found[1]}="{round(int(found[2]) * keep)}"', styles)
    return _ROOM.sub(lambda found: f"{found[1]}{max(0, int(found[2]) + row)}{found[3]}", styles)


def regridded(section: str, look: Look, to: Fit) -> str:
    """The properties of a section with the grid of the adapted lines."""
    pitch = line_twips(look.styles["body"].leading)
    return section.replace(f'w:linePitch="{pitch}"', f'w:linePitch="{pitch + twips(to.leading)}"')
