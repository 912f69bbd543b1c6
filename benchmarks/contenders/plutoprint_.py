"""PlutoPrint: HTML set by a C++ engine."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import plutoprint
from jinja2 import Template

from contenders.page import build, load

__all__ = ["build", "opened"]


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    templates = load(folder)
    return lambda papers: [_document(template, facts) for template, facts in zip(templates, papers, strict=True)]


def _document(template: Template, facts: dict[str, Any]) -> bytes:
    book = plutoprint.Book(plutoprint.PAGE_SIZE_A4)
    book.load_html(template.render(facts))
    out = BytesIO()
    book.write_to_pdf_stream(out)
    return out.getvalue()
