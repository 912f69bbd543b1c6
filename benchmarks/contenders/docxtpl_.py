"""docxtpl: a Word file with Jinja tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.text.paragraph import Paragraph
from docxtpl import DocxTemplate

from contenders.wordfile import write


def build(templates: list[list[dict[str, Any]]], folder: Path) -> None:
    """One template file for each paper; a long table has a row that loops."""
    for number, template in enumerate(templates):
        write([_looped(part) for part in template], _put).save(folder / f"docxtpl{number}.docx")


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    paths = sorted(folder.glob("docxtpl*.docx"))
    return lambda papers: [_document(path, facts) for path, facts in zip(paths, papers, strict=True)]


def _document(path: Path, facts: dict[str, Any]) -> bytes:
    document = DocxTemplate(path)
    document.render(facts)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _looped(part: dict[str, Any]) -> dict[str, Any]:
    if not part.get("long"):
        return part
    width = len(part["head"])
    rows = [
        ["{%tr for row in rows %}", *[""] * (width - 1)],
        [f"{{{{ row[{place}] }}}}" for place in range(width)],
        ["{%tr endfor %}", *[""] * (width - 1)],
    ]
    return {**part, "rows": rows}


def _put(paragraph: Paragraph, text: str) -> None:
    paragraph.add_run(re.sub(r"\{(f\d+)\}", r"{{ \1 }}", text))
