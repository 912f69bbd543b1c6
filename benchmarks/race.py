"""The race itself: interleaved rounds over long-lived workers, one-off processes, and two workers at once."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from time import perf_counter
from types import TracebackType

from fontplace import fontconfig
from installed import installed
from jobs import JOBS
from starters import CLOCK, OURS, Contender, present

HERE = Path(__file__).parent


@dataclass
class Results:
    """Medians of each round: ms by (job, contender), bytes, (seconds, MB) of a one-off, documents per second."""

    rounds: int
    contenders: tuple[Contender, ...]
    warm: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    size: dict[tuple[str, str], int] = field(default_factory=dict)
    cold: dict[str, list[tuple[float, float]]] = field(default_factory=lambda: defaultdict(list))
    rate: dict[tuple[str, int], list[float]] = field(default_factory=lambda: defaultdict(list))


class Worker:
    """A contender in a process of its own, kept from round to round."""

    def __init__(self, folder: Path, who: Contender) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(HERE / "worker.py"), str(folder), who.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment(),
        )

    def ask(self, job: str, start: int, count: int) -> None:
        """Start a batch."""
        print(job, start, count, file=self._process.stdin, flush=True)

    def answer(self) -> tuple[list[float], int]:
        """Wait for the batch: milliseconds of each document, bytes of the last."""
        times, size = json.loads(self._process.stdout.readline())
        return times, size

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.stdin.close()
        self._process.wait()


def environment() -> dict[str, str]:
    """What every process of the race sees: this checkout as installed, its bytecode kept, and no fonts but the cut."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPATH": f"{installed()}{os.pathsep}{HERE}", "FONTCONFIG_FILE": str(fontconfig())}


def run(folder: Path, rounds: int, tell: Callable[[str], None] = lambda _: None) -> Results:
    """All measures, ``rounds`` times each, everybody's turn coming in every round."""
    results = Results(rounds, present())
    with ExitStack() as stack:
        workers = {who.name: [stack.enter_context(Worker(folder, who)) for _ in range(2)] for who in results.contenders}
        _warm_up(workers, results.contenders, folder)
        for number in range(rounds):
            tell(f"round {number + 1} of {rounds}")
            for job in JOBS:
                for who in results.contenders:
                    workers[who.name][0].ask(job.name, number * job.batch, job.batch)
                    times, size = workers[who.name][0].answer()
                    results.warm[job.name, who.name].append(median(times))
                    results.size[job.name, who.name] = size
            for who in results.contenders:
                if not who.floor:
                    _throughput(workers[who.name], who.name, number, results)
                    results.cold[who.name].append(one_off(folder / "letter", who))
    return results


def _warm_up(workers: dict[str, list[Worker]], contenders: Iterable[Contender], folder: Path) -> None:
    """Enough documents that caches are as full as in a service that has run for a while, and one one-off of each."""
    for who in contenders:
        if not who.floor:
            one_off(folder / "letter", who)
    for first, second in workers.values():
        for worker, jobs in ((first, JOBS), (second, JOBS[:1])):
            for job in jobs:
                worker.ask(job.name, 0, job.batch // 2)
                worker.answer()


def _throughput(pair: list[Worker], name: str, number: int, results: Results) -> None:
    """Letters per second of one process, then of two at once."""
    count = JOBS[0].batch
    for active in (pair[:1], pair):
        begun = perf_counter()
        for worker in active:
            worker.ask(JOBS[0].name, number * count, count)
        for worker in active:
            worker.answer()
        results.rate[name, len(active)].append(count * len(active) / (perf_counter() - begun))


def one_off(place: Path, who: Contender) -> tuple[float, float]:
    """Seconds and peak MB of a whole process that makes one letter from a file of facts."""
    target = place / f"one-{who.name}.{who.suffix}"
    target.unlink(missing_ok=True)
    if who.name in OURS.values():
        command = ["-m", "negotiation_docs", "render", "hardship_letter", str(place / "case.json"), "-o", str(target)]
    else:
        command = [str(HERE / "oneoff.py"), str(place), who.name, str(target)]
    begun = perf_counter()
    process = subprocess.Popen([sys.executable, *command], env=environment(), stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode or not target.exists():
        raise RuntimeError(f"{who.name}: exit {process.returncode}")
    seconds = usage.ru_utime + usage.ru_stime if os.environ.get(CLOCK) == "cpu" else perf_counter() - begun
    return seconds, usage.ru_maxrss / 1024
