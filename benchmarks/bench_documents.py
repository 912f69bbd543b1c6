"""This library beside its peers in one run: ``bench_documents.py [--rounds 5] [--write docs/performance.md]``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import course
import race
import report
from fontcut import font


def main() -> None:
    """Run the race and print its tables, or write them into a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--write", type=Path, help="the page whose measured part to replace")
    options = parser.parse_args()
    font()
    with TemporaryDirectory() as folder:
        course.lay_out(Path(folder))
        results = race.run(Path(folder), options.rounds, lambda words: print(words, file=sys.stderr))
    tables = report.markdown(results)
    print(tables)
    if options.write:
        page = options.write.read_text(encoding="utf-8")
        options.write.write_text(report.put_into(page, tables), encoding="utf-8")


if __name__ == "__main__":
    main()
