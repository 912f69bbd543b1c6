"""Identity, card and telephone numbers in free text as people write them: with blanks or hyphens, in full width."""

import re
from typing import Final

_UNSEEN: Final = (
    "".join(
        chr(code)
        for first, last in ((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F))
        for code in range(first, last + 1)
    )
    + "\u00ad\u061c\ufeff\u20e3"
)
"""What web pages and telephones leave between the digits that are copied from them, and the frame of a key 1️⃣."""
# Each sign → the one of ASCII that it stands for, one for one, so that places stay the same.
_PLAIN: Final = str.maketrans(
    {chr(0xFF01 + step): chr(0x21 + step) for step in range(94)}  # full width
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\u00b7\u30fb\u2022_", "-")
    | dict.fromkeys(_UNSEEN, "-")
    | dict.fromkeys("\u3000\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\t", " ")
)
_BETWEEN: Final = r"(?:[ \-()]{0,3}|(?<=[0-9]{3})\.(?=[0-9]{3}))"
_RUN: Final = re.compile(rf"(?<![0-9])(?:[0-9](?:{_BETWEEN}[0-9]){{10,}}|[0-9]{{8,}})(?![0-9])")
_LAST: Final = re.compile(r"[ \-()]{0,3}[Xx](?![A-Za-z])")  # of an identity number
_DATE: Final = re.compile(r"(?:19|20|21)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}(?![0-9])")


def plain(text: str) -> str:
    """``text`` with full-width signs, blanks and dashes of every kind as ASCII ones, each at its place."""
    return text if text.isascii() else text.translate(_PLAIN)


def runs(text: str) -> list[tuple[int, int, str]]:
    """Start, end and digits (or X at the end) of everything in ``text`` that may be somebody's number.

    That is eight digits or more. A date is none, but a run that goes on behind it is.
    """
    seen = plain(text)
    dates = {found.start(): found.end() for found in _DATE.finditer(seen)}
    found = []
    for start, end in (run.span() for run in _RUN.finditer(seen)):
        digits = re.sub("[^0-9]", "", seen[start:end])
        if len(digits) == 17 and (last := _LAST.match(seen, end)):
            end, digits = last.end(), f"{digits}X"  # noqa: PLW2901
        if end > dates.get(start, -1):
            found.append((start, end, digits))
    return found
