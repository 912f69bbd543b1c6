"""python-docx as most people use it: the document written anew, paragraph by paragraph."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

from contenders.filling import filled
from contenders.wordfile import write


def build(templates: list[list[dict[str, Any]]], folder: Path) -> None:
    """The lines as they are."""
    (folder / "naive.json").write_text(json.dumps(templates, ensure_ascii=False), encoding="utf-8")


def opened(folder: Path) -> Callable[[list[dict[str, Any]]], list[bytes]]:
    """See the package."""
    templates = json.loads((folder / "naive.json").read_text(encoding="utf-8"))
    return lambda papers: [_document(lines, facts) for lines, facts in zip(templates, papers, strict=True)]


def _document(template: list[dict[str, Any]], facts: dict[str, Any]) -> bytes:
    out = BytesIO()
    write(filled(template, facts)).save(out)
    return out.getvalue()
