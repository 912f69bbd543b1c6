"""A process that makes documents for one contender, on command: ``worker.py FOLDER CONTENDER``.

Each line read is ``job start count``; the answer is a JSON list of milliseconds and the size of the last document.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from time import perf_counter, process_time

from starters import CLOCK, Contender, contender


class Runner:
    """One contender, with the jobs it has opened."""

    def __init__(self, folder: Path, who: Contender) -> None:
        self._folder, self._who = folder, who
        self._jobs: dict[str, tuple] = {}

    def run(self, job: str, start: int, count: int) -> tuple[list[float], int]:
        """Milliseconds of each of ``count`` documents from number ``start`` on, and the bytes of the last."""
        make, documents = self._opened(job)
        clock = process_time if os.environ.get(CLOCK) == "cpu" else perf_counter
        times, size = [], 0
        for number in range(start, start + count):
            document = documents[number % len(documents)]
            begun = clock()
            files = make(document)
            times.append(1000 * (clock() - begun))
            size = sum(map(len, files))
        return times, size

    def _opened(self, job: str) -> tuple:
        if job not in self._jobs:
            place = self._folder / job
            every = json.loads((place / "documents.json").read_text(encoding="utf-8"))
            documents = [{self._who.takes: document[self._who.takes]} for document in every]
            self._jobs[job] = self._who.opened(place), documents
        return self._jobs[job]


def main() -> None:
    """Answer until the input ends."""
    folder, name = sys.argv[1:]
    runner = Runner(Path(folder), contender(name))
    for line in iter(sys.stdin.readline, ""):
        job, start, count = line.split()
        print(json.dumps(runner.run(job, int(start), int(count))), flush=True)


if __name__ == "__main__":
    main()
