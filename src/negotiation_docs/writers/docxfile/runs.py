"""Runs of text as XML."""

from __future__ import annotations

import re

from negotiation_docs.tree import Inline, LineBreak
from negotiation_docs.writers.docxfile.stylenames import STRONG
from negotiation_docs.writers.docxfile.xml import escape

BREAK = "<w:r><w:br/></w:r>"
_STRONG = f'<w:r><w:rPr><w:rStyle w:val="{STRONG[0]}"/></w:rPr>'
_DELICATE = re.compile('[\\s&<>"\x00-\x1f\ud800-\udfff\ufffe\uffff]').search  # what most cells have none of


def run(text: str, *, strong: bool = False) -> str:
    """One run; white space at its ends or doubled inside is kept."""
    start = _STRONG if strong else "<w:r>"
    if not _DELICATE(text):
        return f"{start}<w:t>{text}</w:t></w:r>" if text else ""
    keep = ' xml:space="preserve"' if text[0].isspace() or text[-1].isspace() or "  " in text else ""
    return f"{start}<w:t{keep}>{escape(text)}</w:t></w:r>"


def runs(content: tuple[Inline, ...], *, strong: bool = False) -> str:
    """The runs of some inline content; ``strong`` sets all of it in the strong face."""
    if len(content) == 1 and not isinstance(content[0], LineBreak):
        return run(content[0].text, strong=strong or content[0].strong)
    return "".join(
        BREAK if isinstance(item, LineBreak) else run(item.text, strong=strong or item.strong) for item in content
    )
