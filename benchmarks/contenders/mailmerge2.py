"""docx-mailmerge2: a Word file with merge fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from mailmerge import MailMerge

from contenders.wordfile import write


def build(templates: list[list[dict[str, Any]]], folder: Path) -> None:
    """One template file for each paper; a long table has one row of merge fields."""
    for number, template in enumerate(templates):
        write([_row(part) for part in template], _put).save(folder / f"mailmerge{number}.docx")


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    paths = sorted(folder.glob("mailmerge*.docx"))
    return lambda papers: [_document(path, facts) for path, facts in zip(paths, papers, strict=True)]


def _document(path: Path, facts: dict[str, Any]) -> bytes:
    out = BytesIO()
    with MailMerge(path) as document:
        if facts["rows"]:
            document.merge_rows("c0", [{f"c{place}": cell for place, cell in enumerate(row)} for row in facts["rows"]])
        document.merge(**{name: text for name, text in facts.items() if name != "rows"})
        document.write(out)
    return out.getvalue()


def _row(part: dict[str, Any]) -> dict[str, Any]:
    return {**part, "rows": [[f"{{c{place}}}" for place in range(len(part["head"]))]]} if part.get("long") else part


def _put(paragraph: Paragraph, text: str) -> None:
    for piece in re.split(r"(\{[fc]\d+\})", text):
        if re.fullmatch(r"\{[fc]\d+\}", piece):
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), f" MERGEFIELD {piece[1:-1]} ")
            run, words = OxmlElement("w:r"), OxmlElement("w:t")
            words.text = f"«{piece[1:-1]}»"
            run.append(words)
            field.append(run)
            paragraph._p.append(field)
        elif piece:
            paragraph.add_run(piece)
