"""``render_many``: letters a second with one process and with two, and whether memory grows with the number of cases.

``bench_many.py [--letters 1000] [--write docs/performance.md]``. Each letter is made as DOCX and as PDF, from facts
that are read and checked, and handed back; the time counts from the first record, when all processes are ready.
"""

from __future__ import annotations

import argparse
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

import psutil

import negotiation_docs as nd
from jobs import job
from pages import put_into

_EVERY = 0.2
_PEOPLE = 50


class Watched:
    """The most memory in MB, and the processor time in seconds, of this process and of its children."""

    def __enter__(self) -> Watched:
        self.here = self.worker = 0.0
        self._spent: dict[int, float] = {}
        self.ready()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()
        now = process_time(), sum(self._spent.values())
        self.own_time, self.their_time = (late - early for late, early in zip(now, self._early, strict=True))

    def ready(self) -> None:
        """All that was spent until now was spent on getting ready."""
        self._early = process_time(), sum(self._spent.values())

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._over.wait(_EVERY):
            self.here = max(self.here, own.memory_info().rss / 1e6)
            for child in own.children():
                try:
                    self.worker = max(self.worker, child.memory_info().rss / 1e6)
                    times = child.cpu_times()
                    self._spent[child.pid] = times.user + times.system
                except psutil.Error:
                    continue


def main() -> None:
    """One process and two, a few cases and many; print a table, or put it into a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--write", type=Path, help="the page whose part about many cases to replace")
    options = parser.parse_args()
    lines = [
        "| processes | letters | letters/s | CPU ms a letter | of that here | MB here | MB a process |",
        f"|{'---|' * 7}",
    ]
    rates: dict[tuple[int, int], float] = {}
    for workers in (1, 2):
        for letters in (options.letters // 4, options.letters):
            rate, watched = measured(letters, workers)
            rates[workers, letters] = rate
            own, theirs = (1000 * spent / letters for spent in (watched.own_time, watched.their_time))
            memory = f"{watched.here:.0f} | {watched.worker:.0f}"
            lines.append(f"| {workers} | {letters} | {rate:.1f} | {own + theirs:.1f} | {own:.2f} | {memory} |")
    gain = rates[2, options.letters] / rates[1, options.letters]
    lines.append(f"\nTwo processes make {gain:.2f} times the letters of one.")
    tables = "\n".join(lines) + "\n"
    print(tables)
    if options.write:
        put_into(options.write, "many", tables)


def measured(letters: int, workers: int) -> tuple[float, Watched]:
    """Letters a second, and what was seen meanwhile."""
    with Watched() as watched:
        run = nd.render_many(cases(letters), ["hardship_letter"], workers=workers)
        next(run)
        watched.ready()
        begun = perf_counter()
        wrong = sum(one.state != "made" for one in run)
        spent = perf_counter() - begun
    if wrong:
        raise RuntimeError("some letters were not made")
    return letters / spent, watched


def cases(count: int) -> Iterator[dict[str, object]]:
    """Facts that differ from letter to letter: a few dozen people, again and again with other accounts."""
    known = [json.dumps(job("letter").case(number)) for number in range(_PEOPLE)]
    for number in range(count):
        facts = json.loads(known[number % _PEOPLE])
        facts["debts"][0]["account"] = f"{number:04}"
        yield facts


if __name__ == "__main__":
    main()
