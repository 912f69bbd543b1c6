"""A DOCX written with python-docx from template lines, as the templates of the DOCX peers and as the naive peer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

FONT = "Noto Serif SC"
_ALIGN = {"title": ALIGN.CENTER, "caption": ALIGN.CENTER, "right": ALIGN.RIGHT, "center": ALIGN.CENTER}
Put = Callable[[Paragraph, str], None]


def put_text(paragraph: Paragraph, text: str) -> None:
    """The text as one run."""
    paragraph.add_run(text)


def write(template: Iterable[dict[str, Any]], put: Put = put_text, looped: bool = True) -> WordDocument:
    """The document; ``put`` fills a paragraph with a line's text, ``looped`` writes the data rows of long tables."""
    document = Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(12)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    for part in template:
        if "text" in part:
            paragraph = document.add_paragraph()
            paragraph.alignment = _ALIGN.get(part["style"])
            if part["style"] == "body":
                paragraph.paragraph_format.first_line_indent = Pt(24)
            put(paragraph, part["text"])
        else:
            _table(document, part, put, looped)
    return document


def _table(document: WordDocument, grid: dict[str, Any], put: Put, looped: bool) -> None:
    rows = [grid["head"], *(grid["rows"] if looped or not grid["long"] else [])]
    table = document.add_table(len(rows), len(grid["head"]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text, align in zip(row.cells, texts, grid["align"], strict=True):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = _ALIGN.get(align)
            put(paragraph, text)
