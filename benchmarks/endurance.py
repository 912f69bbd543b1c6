"""100,000 letters through a pool and through Dask, killed twice on the way, and one after another in one process.

``endurance.py [--letters 100000] [--folder DIR]``: takes an hour or two and some gigabytes in ``DIR``. Ends with an
error unless both come out complete, each letter once, with the same bytes as those made one after another.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter

import psutil

import negotiation_docs as nd
from jobs import people

_KIND = "hardship_letter"
_KILLED_AT = (0.3, 0.7)
_WAYS = ("pool", "dask")


def main() -> None:
    """Make, kill, go on, compare; or, with ``--run``, be the process that is killed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--run", choices=_WAYS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        _make(options.run, options.folder, options.letters)
        return
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        made = {way: _killed_and_resumed(way, Path(folder), options.letters) for way in _WAYS}
        _compare(made, options.letters)


def cases(letters: int) -> Iterator[tuple[str, dict[str, object]]]:
    """Facts that differ from letter to letter, with keys."""
    return ((f"L{number:06}", facts) for number, facts in enumerate(people(letters)))


def _make(way: str, out: Path, letters: int) -> None:
    """One run; tells each hundredth record, and at the end how many records there were of each state."""
    states = Counter[str]()
    with _executor(way) as executor:
        for one in nd.render_many(cases(letters), [_KIND], formats=["pdf"], out=out, executor=executor, workers=2):
            states[one.state] += 1
            if states.total() % 100 == 0:
                print(states.total(), flush=True)
    print(json.dumps(states), flush=True)


@contextmanager
def _executor(way: str) -> Iterator[object]:
    if way == "pool":
        yield None
        return
    from distributed import Client, LocalCluster  # noqa: PLC0415 - the pool needs none of it

    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


def _killed_and_resumed(way: str, folder: Path, letters: int) -> dict[str, str]:
    """Two runs that end by ``kill -9`` of every process, one that goes on to the end; the SHA-256 of each letter."""
    out, begun = folder / way, perf_counter()
    for share in _KILLED_AT:
        _start(way, out, letters, until=int(share * letters))
    states = json.loads(_start(way, out, letters))
    spent = perf_counter() - begun
    files = sorted(out.rglob("*.pdf"))
    digests = {path.parts[-3]: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    print(f"{way}: {spent:.0f} s; the last run found {states}; {len(files):,} files, {len(digests):,} keys", flush=True)
    if not len(files) == len(digests) == letters == sum(states.values()) or set(states) - {"made", "kept"}:
        raise SystemExit(f"{way}: not each letter once")
    shutil.rmtree(out)
    return digests


def _start(way: str, out: Path, letters: int, until: int | None = None) -> str:
    """Run until the record ``until``, then kill all of it; gives what it said last."""
    command = [sys.executable, __file__, "--run", way, "--folder", str(out), "--letters", str(letters)]
    said = ""
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said = line
            if until is not None and int(line) >= until:
                _kill(process.pid)
    return said


def _kill(pid: int) -> None:
    """The process and everything it started, at once."""
    first = psutil.Process(pid)
    family = [first, *first.children(recursive=True)]
    for each in family:
        each.suspend()  # none may notice that another is gone, and tidy up
    for each in family:
        each.kill()


def _compare(made: dict[str, dict[str, str]], letters: int) -> None:
    begun, differing = perf_counter(), Counter[str]()
    for key, facts in cases(letters):
        alone = hashlib.sha256(nd.render(_KIND, nd.load(facts)).to_pdf()).hexdigest()
        differing.update(way for way in _WAYS if made[way][key] != alone)
    print(f"one after another: {perf_counter() - begun:.0f} s; other bytes: {dict(differing) or 'none'}", flush=True)
    if differing:
        raise SystemExit("not the same bytes")


if __name__ == "__main__":
    main()
