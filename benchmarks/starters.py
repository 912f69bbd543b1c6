"""Who runs: this library, its peers and the floors, each opened by name in a process of its own."""

from __future__ import annotations

import subprocess
import sys
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
        make = getattr(self.module, self.home.split(":")[1])(folder)
        return lambda document: make(document[self.takes])

    @property
    def module_name(self) -> str:
        """The module that builds its templates and sets them."""
        return f"contenders.{self.home.split(':')[0]}"

    @property
    def module(self) -> Any:
        """That module."""
        return import_module(self.module_name)


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
    Contender("ours_words", "*of that: facts to checked words*", "pdf", "ours:words", "facts", floor=True),
    Contender("plutoprint", "PlutoPrint", "pdf", "plutoprint_:opened"),
    Contender("typst", "Typst (tagged)", "pdf", "typst_:opened"),
    Contender("typst_untagged", "Typst, untagged", "pdf", "typst_untagged:opened"),
    Contender("reportlab", "ReportLab, plain", "pdf", "plain_reportlab:opened"),
    Contender("weasyprint", "WeasyPrint", "pdf", "weasyprint_:opened"),
    Contender("subset", "*floor: font subset + deflate*", "pdf", "floors:subsetting", "words", floor=True),
)


def present() -> tuple[Contender, ...]:
    """The contenders that start here: a peer may need a system library that is not there, as WeasyPrint does Pango."""
    names = {who.module_name for who in CONTENDERS}
    able = {name for name in names if _imports(name)}
    return tuple(who for who in CONTENDERS if who.module_name in able)


def _imports(name: str) -> bool:
    """In a process of its own: what a peer loads must not count in ours."""
    command = [sys.executable, "-c", f"import {name}"]
    return subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, check=False).returncode == 0


def contender(name: str) -> Contender:
    """The contender called ``name``."""
    return next(one for one in CONTENDERS if one.name == name)
