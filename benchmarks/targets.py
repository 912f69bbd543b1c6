"""What this library has set itself, as ratios to a peer in the same run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from race import Results
from starters import OURS


@dataclass(frozen=True)
class Target:
    """``ratio`` of ours to ``against``, which shall be at most ``limit``."""

    job: str
    suffix: str
    against: str
    limit: float
    ratio: Callable[[Results], float]


def _warm(job: str, name: str) -> Callable[[Results], float]:
    return lambda results: median(results.warm[job, name])


def _size(job: str, name: str) -> Callable[[Results], float]:
    return lambda results: results.size[job, name]


def _cold(name: str) -> Callable[[Results], float]:
    return lambda results: median(seconds for seconds, _ in results.cold[name])


def _peak(name: str) -> Callable[[Results], float]:
    return lambda results: median(memory for _, memory in results.cold[name])


def _sum(*measures: Callable[[Results], float]) -> Callable[[Results], float]:
    return lambda results: sum(measure(results) for measure in measures)


def _against(ours: Callable[[Results], float], peer: Callable[[Results], float]) -> Callable[[Results], float]:
    return lambda results: ours(results) / peer(results)


def _warm_targets() -> list[Target]:
    docx, pdf = OURS["docx"], OURS["pdf"]
    found = []
    for job, label in (("letter", "letter, warm"), ("rows60", "60 rows, warm"), ("rows360", "360 rows, warm")):
        ratio = _against(_warm(job, docx), _warm(job, "mailmerge"))
        found.append(Target(label, "docx", "docx-mailmerge2", 0.15, ratio))
    words = _sum(_warm("letter", "plutoprint"), _warm("letter", "ours_words"))
    ratio = _against(_warm("letter", pdf), words)
    found.append(Target("letter, warm", "pdf", "PlutoPrint, and our facts and words before it", 1.0, ratio))
    found.append(Target("letter, warm", "pdf", "Typst", 0.6, _against(_warm("letter", pdf), _warm("letter", "typst"))))
    for job, label, pluto, typst in (("rows60", "60 rows, warm", 0.6, 0.25), ("rows360", "360 rows, warm", 0.4, 0.2)):
        found.append(Target(label, "pdf", "PlutoPrint", pluto, _against(_warm(job, pdf), _warm(job, "plutoprint"))))
        found.append(Target(label, "pdf", "Typst", typst, _against(_warm(job, pdf), _warm(job, "typst"))))
    return found


def _growth(name: str) -> Target:
    suffix = "docx" if name == OURS["docx"] else "pdf"
    return Target("growth", suffix, "itself at 60 rows", 6, _against(_warm("rows360", name), _warm("rows60", name)))


TARGETS = (
    *_warm_targets(),
    Target("letter, size", "docx", "docxtpl", 0.4, _against(_size("letter", "ours_docx"), _size("letter", "docxtpl"))),
    Target(
        "letter, size",
        "pdf",
        "Typst, untagged",
        1.05,
        _against(_size("letter", "ours_pdf"), _size("letter", "typst_untagged")),
    ),
    Target(
        "360 rows, size",
        "pdf",
        "Typst (tagged)",
        0.3,
        _against(_size("rows360", "ours_pdf"), _size("rows360", "typst")),
    ),
    Target("one-off, cold", "docx", "docxtpl", 1.3, _against(_cold("ours_docx"), _cold("docxtpl"))),
    Target("one-off, cold", "pdf", "ReportLab, plain", 1.2, _against(_cold("ours_pdf"), _cold("reportlab"))),
    Target("one-off, cold", "pdf", "WeasyPrint", 0.3, _against(_cold("ours_pdf"), _cold("weasyprint"))),
    Target("peak memory", "docx", "docxtpl", 1.0, _against(_peak("ours_docx"), _peak("docxtpl"))),
    Target("peak memory", "pdf", "ReportLab, plain", 1.1, _against(_peak("ours_pdf"), _peak("reportlab"))),
    _growth("ours_docx"),
    _growth("ours_pdf"),
)
