"""``render_many``: letters a second with one process, with two and with Dask, and whether memory or cost grows with N.

``bench_many.py [--letters 1000] [--rounds 3] [--long 100000] [--write docs/performance.md]``. Each letter is made as
DOCX and as PDF, from facts that are read and checked, and handed back to the process that asked, which forgets it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import NamedTuple

import negotiation_docs as nd
from jobs import people
from pages import put_into
from watched import Watched

KIND = "hardship_letter"
FORMATS = ("pdf", "docx")
TENTHS = 10


@dataclass(frozen=True)
class Way:
    """Who makes the letters."""

    label: str
    workers: int
    dask: bool = False


WAYS = (Way("one process", 1), Way("two processes", 2), Way("Dask, two workers", 2, dask=True))


class Run(NamedTuple):
    """Letters a second; processor time a letter in ms, of the process that asks and of the others; the most MB."""

    rate: float
    own: float
    theirs: float
    here: float
    worker: float


def main() -> None:
    """Rounds of one process, two, and Dask; then one long run, to see whether memory and cost stay flat."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--long", type=int, default=0, help="letters of the long run, through two processes")
    parser.add_argument("--write", type=Path, help="the page whose part about many cases to replace")
    options = parser.parse_args()
    tables = _compared(options.letters, options.rounds) + (_long(options.long) if options.long else "")
    print(tables)
    if options.write:
        put_into(options.write, "many", tables)


def _compared(letters: int, rounds: int) -> str:
    """A table of the ways, the medians of rounds that take turns, and what the ways gain over one another."""
    runs: dict[Way, list[Run]] = {way: [] for way in WAYS}
    for _ in range(rounds):
        for way, made in runs.items():
            made.append(measured(letters, way))
    lines = [
        "| run by | letters | letters/s | CPU ms a letter | of that here | MB here | MB a process |",
        f"|{'---|' * 7}",
    ]
    for way, made in runs.items():
        rates = sorted(run.rate for run in made)
        spread = f"{median(rates):.1f} ({rates[0]:.1f}–{rates[-1]:.1f})"
        own, theirs = median(run.own for run in made), median(run.theirs for run in made)
        memory = f"{max(run.here for run in made):.0f} | {max(run.worker for run in made):.0f}"
        lines.append(f"| {way.label} | {letters} | {spread} | {own + theirs:.1f} | {own:.2f} | {memory} |")
    one, two, dask = (runs[way] for way in WAYS)
    lines += [
        f"\nTwo processes make {_over(two, one)} times the letters of one; "
        f"two workers of Dask make {_over(dask, two)} times the letters of two processes."
    ]
    return "\n".join(lines) + "\n"


def _over(these: list[Run], those: list[Run]) -> str:
    """The median and the spread of the ratios of the same round."""
    ratios = sorted(this.rate / that.rate for this, that in zip(these, those, strict=True))
    return f"{median(ratios):.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"


def _long(letters: int) -> str:
    """One run, as PDF alone, whose tenths are looked at one by one."""
    head = "| as PDF, one run of many letters | letters/s | CPU ms a letter | MB here | MB a process |"
    lines = [f"\n{head}", f"|{'---|' * 5}"]
    with Watched() as watched:
        run = nd.render_many(people(letters), [KIND], formats=["pdf"], workers=2)
        next(run)
        watched.ready()
        tenth, begun = letters // TENTHS, perf_counter()
        for number, one in enumerate(run, start=2):
            if one.state != "made":
                raise RuntimeError("a letter was not made")
            if number % tenth == 0:
                spent, (own, theirs) = perf_counter() - begun, watched.spent()
                here, worker = watched.here, watched.worker
                part = f"{number:,} | {tenth / spent:.1f} | {1000 * (own + theirs) / tenth:.2f}"
                lines.append(f"| {part} | {here:.0f} | {worker:.0f} |")
                watched.ready()
                begun = perf_counter()
    return "\n".join(lines) + "\n"


def measured(letters: int, way: Way) -> Run:
    """Letters a second from the first record on, when all processes are ready, and what was seen meanwhile."""
    with _executor(way) as executor, Watched() as watched:
        run = nd.render_many(people(letters), [KIND], formats=FORMATS, executor=executor, workers=way.workers)
        next(run)
        watched.ready()
        begun = perf_counter()
        wrong = sum(one.state != "made" for one in run)
        spent = perf_counter() - begun
        own, theirs = watched.spent()
    if wrong:
        raise RuntimeError("some letters were not made")
    return Run(letters / spent, 1000 * own / letters, 1000 * theirs / letters, watched.here, watched.worker)


@contextmanager
def _executor(way: Way) -> Iterator[object]:
    """None for the processes of ``render_many`` itself."""
    if not way.dask:
        yield None
        return
    from distributed import Client, LocalCluster  # noqa: PLC0415 - the others need none of it

    workers = LocalCluster(n_workers=way.workers, threads_per_worker=1, dashboard_address=None)
    with workers as cluster, Client(cluster) as client:
        yield client


if __name__ == "__main__":
    main()
