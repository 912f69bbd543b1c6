"""Long batches to a null sink: whether memory stays flat, and what a second process brings.

``bench_batches.py [--letters 10000] [--packets 2000] [--write docs/performance.md]``; every document is made as DOCX
and as PDF.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from pages import put_into
from race import HERE, environment

EARLY = 500
_ROUNDS = 5


def main() -> None:
    """Run both batches and the pairs of processes; print a table, or put it into a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--packets", type=int, default=2_000)
    parser.add_argument("--write", type=Path, help="the page whose part about batches to replace")
    options = parser.parse_args()
    lines = ["| batch | documents | MB after 500 | MB at the end | growth | documents/s |", "|---|---|---|---|---|---|"]
    for job, count in (("letter", options.letters), ("packet", options.packets)):
        early, late, seconds = _finish(_start(job, count))
        growth = f"{100 * (late / early - 1):+.1f} %"
        lines.append(f"| {job} | {count} | {early:.0f} | {late:.0f} | {growth} | {count / seconds:.1f} |")
    gains = [_gain() for _ in range(_ROUNDS)]
    spread = f"{min(gains):.2f}–{max(gains):.2f}"
    lines.append(f"\nTwo processes make {median(gains):.2f} ({spread}) times the letters of one in the same time.")
    tables = "\n".join(lines) + "\n"
    print(tables)
    if options.write:
        put_into(options.write, "batches", tables)


def _start(job: str, count: int) -> subprocess.Popen[str]:
    command = [sys.executable, str(HERE / "batch.py"), job, str(count), str(EARLY)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True, env=environment())


def _finish(process: subprocess.Popen[str]) -> tuple[float, float, float]:
    """Let it begin and wait for it: MB after the early documents, MB at the end, seconds."""
    answer, _ = process.communicate("go\n")
    early, late, seconds = map(float, answer.split()[1:])
    return early, late, seconds


def _gain() -> float:
    """Letters a second of two processes over those of one."""
    rates = []
    for processes in (1, 2):
        running = [_start("letter", EARLY) for _ in range(processes)]
        for process in running:
            process.stdout.readline()  # ready
        begun = perf_counter()
        for process in running:
            process.stdin.write("go\n")
            process.stdin.flush()
        codes = [process.wait() for process in running]
        if any(codes):
            raise RuntimeError("a process of the batch failed")
        rates.append(processes * EARLY / (perf_counter() - begun))
    return rates[1] / rates[0]


if __name__ == "__main__":
    main()
