"""This library, everything on: a mapping of facts, validated, checked, put into words, set, tagged, packed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import negotiation_docs as nd
from jobs import job


def docx(folder: Path) -> Callable[[dict[str, Any]], list[bytes]]:
    """From one case's facts to the papers of the job named by ``folder``, as DOCX."""
    kinds = job(folder.name).kinds
    return lambda facts: [document.to_docx() for document in _documents(facts, kinds)]


def pdf(folder: Path) -> Callable[[dict[str, Any]], list[bytes]]:
    """The same as PDF."""
    kinds = job(folder.name).kinds
    return lambda facts: [document.to_pdf() for document in _documents(facts, kinds)]


def _documents(facts: dict[str, Any], kinds: tuple[str, ...]) -> list[nd.Document]:
    case = nd.load(facts)
    return [nd.render(kind, case) for kind in kinds]
