"""``mail_house``: bytes a letter, letters a second, and whether memory grows with the number of shards.

``bench_mail_house.py [--letters 2000] [--write docs/performance.md]``. The letters differ in names, amounts and words;
the script fails if one takes more than 12 KB of a full file.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import negotiation_docs as nd
from jobs import job
from pages import put_into
from watched import Watched

SHARD = 500
MOST_BYTES = 12_000
"""Of a letter in a file of ``SHARD``."""


def main() -> None:
    """One worker, ever more shards; print a table, or put it into a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=2000)
    parser.add_argument("--write", type=Path, help="the page whose part about the mail house to replace")
    options = parser.parse_args()
    lines = ["| letters | files | bytes a letter | alone | letters/s | MB here | MB a process |", f"|{'---|' * 7}"]
    alone = sum(len(nd.render("hardship_letter", nd.load(facts)).to_pdf()) for _, facts in cases(20)) / 20
    most = 0.0
    for letters in (SHARD // 5, SHARD, options.letters):
        files, each, rate, watched = measured(letters)
        most = max(most, each if letters >= SHARD else 0.0)
        memory = f"{watched.here:.0f} | {watched.worker:.0f}"
        lines.append(f"| {letters} | {files} | {each:,.0f} | {alone:,.0f} | {rate:.1f} | {memory} |")
    tables = "\n".join(lines) + "\n"
    print(tables)
    if options.write:
        put_into(options.write, "mail house", tables)
    if most > MOST_BYTES:
        sys.exit(f"{most:,.0f} bytes a letter, more than {MOST_BYTES:,}")


def cases(letters: int) -> Iterator[tuple[str, object]]:
    """As many people, each with a key."""
    letter = job("letter")
    return ((f"B{number}", letter.case(number)) for number in range(letters))


def measured(letters: int) -> tuple[int, float, float, Watched]:
    """Files, bytes a letter, letters a second, and what was seen meanwhile."""
    with tempfile.TemporaryDirectory() as folder, Watched() as watched:
        begun = perf_counter()
        made = [
            one.state for one in nd.mail_house(cases(letters), ["hardship_letter"], out=folder, shard=SHARD, workers=1)
        ]
        if made != ["made"] * letters:
            raise RuntimeError("not every letter was printed")
        rate = letters / (perf_counter() - begun)
        sizes = [path.stat().st_size for path in Path(folder).glob("*.pdf")]
    return len(sizes), sum(sizes) / letters, rate, watched


if __name__ == "__main__":
    main()
