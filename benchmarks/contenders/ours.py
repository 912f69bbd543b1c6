"""This library, everything on: a mapping of facts, validated, checked, put into words, set, tagged, packed."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import negotiation_docs as nd
from jobs import job
from negotiation_docs import preparing


def docx(folder: Path) -> Callable[[dict[str, Any]], list[bytes]]:
    """From one case's facts to the papers of the job named by ``folder``, as DOCX."""
    prepare()
    kinds = job(folder.name).kinds
    return lambda facts: [document.to_docx() for document in _documents(facts, kinds)]


def pdf(folder: Path) -> Callable[[dict[str, Any]], list[bytes]]:
    """The same as PDF."""
    prepare()
    kinds = job(folder.name).kinds
    return lambda facts: [document.to_pdf() for document in _documents(facts, kinds)]


def words(folder: Path) -> Callable[[dict[str, Any]], list[bytes]]:
    """The part of both before there is a file, which is empty here: what the peers are handed ready-made."""
    prepare()
    kinds = job(folder.name).kinds

    def make(facts: dict[str, Any]) -> list[bytes]:
        _documents(facts, kinds)
        return []

    return make


@cache
def prepare() -> None:
    """As a service or a batch would, once; the one-off is measured by the command line instead."""
    preparing.prepare(freeze=True)


def _documents(facts: dict[str, Any], kinds: tuple[str, ...]) -> list[nd.Document]:
    case = nd.load(facts)
    return [nd.render(kind, case) for kind in kinds]
