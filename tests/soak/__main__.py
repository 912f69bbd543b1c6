"""``python -m tests.soak [--seconds 60] [--seed 1] [--guided] [--papers 5] [--out FOLDER]``: what was tried and found.

Each target gets its share of the time with random damage; ``--guided`` adds the fuzzer guided by coverage; ``--papers``
draws whole cases, and ``--out`` keeps every fiftieth paper as PDF and DOCX for the validators. Exit code 1 for a fault.
"""

from __future__ import annotations

import argparse
import faulthandler
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from random import Random

from tests.soak.papers import case, faults, papers
from tests.soak.targets import TARGETS, mutated

HANGS = 120
"""Seconds after which one input is taken to hang; the traceback of all threads is shown."""


def main() -> int:
    options = _options()
    found: list[str] = []
    for name in options.target or TARGETS:
        found += _told(name, _damaged(name, options.seconds, options.seed))
        if options.guided and find_spec("atheris"):  # there is none for every system and Python
            found += _guided(name, options.seconds)
    if options.papers:
        found += _told("papers", _papers(options.seconds * options.papers, options.seed, options.out))
    for each in found:
        print(each)  # noqa: T201
    return int(bool(found))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true")
    parser.add_argument("--papers", type=float, default=0, help="how many shares of the time whole papers get")
    parser.add_argument("--target", action="append", choices=TARGETS)
    parser.add_argument("--out", type=Path)
    return parser.parse_args()


def _told(name: str, tried: tuple[Counter[str], list[str], float]) -> list[str]:
    counts, found, slowest = tried
    told = ", ".join(f"{number:,} {what}" for what, number in counts.items())
    print(f"{name}: {told}; slowest {slowest:.2f} s; {len(found)} faults", flush=True)  # noqa: T201
    return found


def _within(seconds: float) -> Callable[[], bool]:
    end = time.monotonic() + seconds
    return lambda: time.monotonic() < end


def _damaged(name: str, seconds: float, seed: int) -> tuple[Counter[str], list[str], float]:
    chance, counts, found, slowest, going = Random(f"{name}{seed}"), Counter[str](), [], 0.0, _within(seconds)
    while going():
        state, data = counts["executions"], mutated(name, chance)
        faulthandler.dump_traceback_later(HANGS, exit=True)
        begun = time.process_time()
        try:
            TARGETS[name](data)
        except Exception:
            found.append(f"{name}, seed {seed}, input {state}: {data[:200]!r}\n{traceback.format_exc()}")
        slowest = max(slowest, time.process_time() - begun)
        counts["executions"] += 1
    faulthandler.cancel_dump_traceback_later()
    return counts, found[:20], slowest


def _guided(name: str, seconds: float) -> list[str]:
    command = [sys.executable, "-W", "ignore", "-m", "tests.soak.guided", name, f"-max_total_time={int(seconds)}"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    told = (ended.stdout + ended.stderr).splitlines()
    runs = [line for line in told if line.startswith("Done ") or "stat::number_of_executed_units" in line]
    print(f"{name}, guided: {runs[-1] if runs else told[-1:]}", flush=True)  # noqa: T201
    if not ended.returncode:
        return []
    return ["\n".join((name, *stream.splitlines()[-40:])) for stream in (ended.stdout, ended.stderr)]


def _papers(seconds: float, seed: int, out: Path | None) -> tuple[Counter[str], list[str], float]:
    chance, counts, found, slowest, going = Random(f"papers{seed}"), Counter[str](), [], 0.0, _within(seconds)
    while going():
        data = case(chance)
        counts["cases"] += 1
        faulthandler.dump_traceback_later(HANGS, exit=True)
        begun = time.process_time()
        try:
            for document in papers(data, chance):
                counts["papers"] += 1
                if differing := faults(document, chance):
                    found.append(f"case {counts['cases']} of seed {seed}, {document.kind}: words lost in {differing}")
                if out and counts["papers"] % 50 == 0:
                    for suffix in (".pdf", ".docx"):
                        document.save(out / f"{seed}-{counts['papers']}{suffix}", overwrite=True)
        except Exception:
            found.append(f"case {counts['cases']} of seed {seed}: {traceback.format_exc()}")
        slowest = max(slowest, time.process_time() - begun)
    faulthandler.cancel_dump_traceback_later()
    return counts, found[:20], slowest


if __name__ == "__main__":
    sys.exit(main())
