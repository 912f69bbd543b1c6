"""The results of a race as Markdown: what everybody needed, and our ratios beside the targets."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from platform import python_version
from statistics import StatisticsError, median

from jobs import JOBS
from race import Results
from starters import CLOCK, CONTENDERS, OURS, Contender
from targets import TARGETS, Target

_PACKAGES = ["docx-mailmerge2", "docxtpl", "python-docx", "plutoprint", "typst", "reportlab", "weasyprint", "uharfbuzz"]


def markdown(results: Results) -> str:
    """All tables."""
    return "\n\n".join([_ratios(results), *(_measures(results, suffix) for suffix in OURS), _setting(results)]) + "\n"


def _ratios(results: Results) -> str:
    lines = ["| job | format | measured against | target | measured | |", "|---|---|---|---|---|---|"]
    for target in TARGETS:
        cells = (target.job, target.suffix.upper(), target.against, f"≤ {target.limit:g}", *_reached(target, results))
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _reached(target: Target, results: Results) -> tuple[str, str]:
    try:
        reached = target.ratio(results)
    except (StatisticsError, KeyError):
        return "–", "not run"
    return f"{reached:.2f}", "met" if reached <= target.limit else "missed"


def _measures(results: Results, suffix: str) -> str:
    labels = " | ".join(job.label for job in JOBS)
    head = f"| {suffix.upper()} | {labels} | cold, ms | peak, MB | letters/s, 1 process | 2 processes |"
    rows = [f"| {who.label} | {' | '.join(_row(results, who))} |" for who in results.contenders if who.suffix == suffix]
    return "\n".join([head, "|---" * (len(JOBS) + 5) + "|", *rows])


def _row(results: Results, who: Contender) -> Iterator[str]:
    """Warm milliseconds with their spread, and kilobytes; then the measures of whole processes."""
    for job in JOBS:
        times = results.warm[job.name, who.name]
        size = "" if who.floor else f" · {results.size[job.name, who.name] / 1000:.0f} KB"
        yield f"{_spread(times)}{size}"
    if who.floor:
        yield from [""] * 4
        return
    cold = results.cold[who.name]
    yield _spread([1000 * seconds for seconds, _ in cold])
    yield f"{median(memory for _, memory in cold):.0f}"
    for processes in (1, 2):
        yield _spread(results.rate[who.name, processes])


def _spread(values: list[float]) -> str:
    """The median and the range: ``12.3 (11–15)``."""
    middle = median(values)
    digits = 1 if middle < 100 else 0
    return f"{middle:.{digits}f} ({min(values):.{digits}f}–{max(values):.{digits}f})"


def _setting(results: Results) -> str:
    clock = "processor time" if os.environ.get(CLOCK) == "cpu" else "time on the clock"
    missing = ", ".join(who.label for who in CONTENDERS if who not in results.contenders)
    packages = ", ".join(f"{name} {_version(name)}" for name in _PACKAGES)
    return (
        f"{results.rounds} interleaved rounds; milliseconds of {clock} are the median of the rounds' medians, with "
        f"the fastest and the slowest round. Python {python_version()}; {packages}."
        + (f" Not run, since it does not start on this machine: {missing}." if missing else "")
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"
