"""This library beside its peers in one run: ``bench_documents.py [--rounds 5] [--write docs/performance.md]``."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import race
import report
from pages import put_into
from starters import CLOCK


def main() -> None:
    """Run the race and print its tables, or write them into a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--clock", choices=("wall", "cpu"), default="wall", help="cpu on a machine with other work")
    parser.add_argument("--write", type=Path, help="the page whose measured part to replace")
    options = parser.parse_args()
    os.environ[CLOCK] = options.clock
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / "course"
        # In a process of its own: a child's peak memory counts what its parent had when it was forked.
        subprocess.run([sys.executable, str(race.HERE / "course.py"), str(folder)], check=True, env=race.environment())
        results = race.run(folder, options.rounds, lambda words: print(words, file=sys.stderr))
    tables = report.markdown(results)
    print(tables)
    if options.write:
        put_into(options.write, "race", tables)


if __name__ == "__main__":
    main()
