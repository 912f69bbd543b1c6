"""How a fact travels through a template: as character references, so that markup and white space survive untouched.

White space that a template author types is layout and collapses (see :mod:`.inline`); white space inside a fact is
the borrower's text. Both meet in one HTML string, so a fact's blanks and line breaks are written as ``&#32;`` and
``&#10;``: references are kept verbatim by the markup parser, plain blanks are not. No private characters are needed
that a fact might happen to contain.
"""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

LAYOUT: Final = " \t\n\r\f"
"""White space that counts as layout when it stands unescaped; U+3000 and U+00A0 are text."""

REFERENCES: Final = {
    "amp": "&", "lt": "<", "gt": ">", "quot": '"', "#34": '"', "#39": "'",
    "#32": " ", "#9": "\t", "#10": "\n", "#13": "\r", "#12": "\f",
}  # fmt: skip
"""Every character reference the markup parser knows, by its name without ``&`` and ``;``."""

_ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;"} | {c: f"&#{ord(c)};" for c in LAYOUT}
)

_ESCAPED: Final = re.compile(f"[{''.join(map(chr, _ESCAPES))}]")


def encode(text: str) -> str:
    """``text`` as markup that reads back as exactly ``text``; markup (the result of a macro) is returned as it is."""
    if isinstance(text, Markup):
        return text
    return text.translate(_ESCAPES) if _ESCAPED.search(text) else text  # most facts have nothing to escape
