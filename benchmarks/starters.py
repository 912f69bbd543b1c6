"""Who runs: this library, its peers and the floors, each opened by name in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

Make = Callable[[Any], list[bytes]]


@dataclass(frozen=True)
class Contender:
    """``home`` is ``module:function``; ``takes`` says what of a document it is given: facts, papers or words."""

    name: str
    label: str
    suffix: str
    home: str
    takes: str = "papers"
    floor: bool = False

    def opened(self, folder: Path) -> Make:
        """A function from a document to its files, ready to run the job in ``folder``."""
        module, function = self.home.split(":")
        make = getattr(import_module(f"contenders.{module}"), function)(folder)
        return lambda document: make(document[self.takes])

    @property
    def module(self) -> Any:
        """The module that builds its templates."""
        return import_module(f"contenders.{self.home.split(':')[0]}")


CLOCK = "BENCHMARK_CLOCK"
"""The environment variable that says ``cpu`` where processor time is measured, on a machine with other work."""
OURS = {"docx": "ours_docx", "pdf": "ours_pdf"}
CONTENDERS = (
    Contender("ours_docx", "**negotiation_docs**", "docx", "ours:docx", "facts"),
    Contender("mailmerge", "docx-mailmerge2", "docx", "mailmerge2:opened"),
    Contender("docxtpl", "docxtpl", "docx", "docxtpl_:opened"),
    Contender("naive", "python-docx, naive", "docx", "naive_docx:opened"),
    Contender("zip", "*floor: zip of the finished parts*", "docx", "floors:zipping", "words", floor=True),
    Contender("ours_pdf", "**negotiation_docs**", "pdf", "ours:pdf", "facts"),
    Contender("plutoprint", "PlutoPrint", "pdf", "plutoprint_:opened"),
    Contender("typst", "Typst (tagged)", "pdf", "typst_:opened"),
    Contender("typst_untagged", "Typst, untagged", "pdf", "typst_untagged:opened"),
    Contender("reportlab", "ReportLab, plain", "pdf", "plain_reportlab:opened"),
    Contender("weasyprint", "WeasyPrint", "pdf", "weasyprint_:opened"),
    Contender("subset", "*floor: font subset + deflate*", "pdf", "floors:subsetting", "words", floor=True),
)


def contender(name: str) -> Contender:
    """The contender called ``name``."""
    return next(one for one in CONTENDERS if one.name == name)
