"""WeasyPrint: HTML set in Python."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from weasyprint import HTML

from contenders.page import build, load

__all__ = ["build", "opened"]


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    templates = load(folder)
    return lambda papers: [
        HTML(string=template.render(facts)).write_pdf() for template, facts in zip(templates, papers, strict=True)
    ]
