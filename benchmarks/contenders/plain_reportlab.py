"""ReportLab as most people use it: Platypus paragraphs in a TTFont, tables of plain strings."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from contenders.filling import filled
from fontcut import font

_BODY = ParagraphStyle("body", fontName="cut", fontSize=12, leading=19, wordWrap="CJK", firstLineIndent=24)
_STYLES = {
    "body": _BODY,
    "title": ParagraphStyle("title", _BODY, fontSize=20, leading=30, alignment=1, firstLineIndent=0),
    "caption": ParagraphStyle("caption", _BODY, alignment=1, firstLineIndent=0),
    "right": ParagraphStyle("right", _BODY, alignment=2, firstLineIndent=0),
}
_FLUSH = ParagraphStyle("flush", _BODY, firstLineIndent=0)


def build(templates: list[list[dict[str, Any]]], folder: Path) -> None:
    """The lines as they are."""
    (folder / "reportlab.json").write_text(json.dumps(templates, ensure_ascii=False), encoding="utf-8")


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    registerFont(TTFont("cut", str(font())))
    templates = json.loads((folder / "reportlab.json").read_text(encoding="utf-8"))
    return lambda papers: [_document(lines, facts) for lines, facts in zip(templates, papers, strict=True)]


def _document(template: list[dict[str, Any]], facts: dict[str, Any]) -> bytes:
    out = BytesIO()
    margins = {"leftMargin": 2.6 * cm, "rightMargin": 2.6 * cm, "topMargin": 3 * cm, "bottomMargin": 3 * cm}
    document = SimpleDocTemplate(out, pagesize=A4, initialFontName="cut", **margins)
    document.build([_flowable(part) for part in filled(template, facts)])
    return out.getvalue()


def _flowable(part: dict[str, Any]) -> Flowable:
    if "text" in part:
        return Paragraph(escape(part["text"]), _STYLES.get(part["style"], _FLUSH))
    aligned = [("ALIGN", (n, 0), (n, -1), align.upper()) for n, align in enumerate(part["align"])]
    style = [
        ("FONT", (0, 0), (-1, -1), "cut", 9 if len(part["head"]) < 8 else 6),
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        *aligned,
    ]
    return Table([part["head"], *part["rows"]], repeatRows=1, style=style)
