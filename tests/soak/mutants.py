"""How many small mistakes in figures/ and law/ the tests notice: ``python -m tests.soak.mutants [--only figures.fen]``.

The tests are loaded once and run once, to know which lines each reaches and how long it takes. Each mistake (< for <=,
+ for -, one more, min for max …) is then put into a fork of that process, which runs only the tests that reach it, the
fastest first, until one fails.
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.soak.mistakes import Mistake, mistakes, put_in
from tests.soak.reach import Reach, passes

TESTS = ("tests/figures", "tests/law", "tests/standing", "tests/checks", "tests/views")
SLOW = ("tests/law/test_product.py", "tests/checks/test_robustness.py", "tests/checks/test_manual.py")
MEMORY = 4_000_000_000
KNOWN = Path("docs/trust.md")


def survives(mistake: Mistake, tests: Sequence[pytest.Item], reach: Reach) -> bool:
    """Whether no test notices the mistake, each with a time limit for loops that never end."""
    child = os.fork()
    if child == 0:
        sink = os.open(os.devnull, os.O_WRONLY)
        os.dup2(sink, 1)
        os.dup2(sink, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if not put_in(mistake):
            os._exit(2)
        for item, following in zip(tests, (*tests[1:], None), strict=True):
            signal.alarm(10 + int(20 * reach.seconds[item]))
            if not passes(item, following=following):
                os._exit(1)
        os._exit(0)
    code = os.waitpid(child, 0)[1]
    if os.WIFEXITED(code) and os.WEXITSTATUS(code) == 2:
        raise RuntimeError(f"{mistake.place} was not put in: has its file changed since?")
    return code == 0


class Mutants:
    """Takes the place of pytest's own loop over the tests that it has loaded."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options = options

    def pytest_collectstart(self) -> None:
        """Before each module, as a conftest may have chosen otherwise: always the same examples, none made smaller."""
        from hypothesis import HealthCheck, Phase, settings

        phases, quiet = (Phase.explicit, Phase.generate), list(HealthCheck)
        settings.register_profile(
            "same", derandomize=True, database=None, deadline=None, phases=phases, suppress_health_check=quiet
        )
        settings.load_profile("same")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        every = [each for each in mistakes() if each.place.startswith(tuple(self.options.only or [""]))]
        drawn = Random(self.options.seed).sample(every, min(self.options.most or len(every), len(every)))
        start = time.monotonic()
        reach = Reach(session.items)
        say(f"{len(reach.seconds)} of {len(session.items)} tests serve, {time.monotonic() - start:.0f} s")
        known = explained(every)
        tried = noticed = told = 0
        for mistake in sorted(drawn, key=every.index):
            if time.monotonic() - start > self.options.seconds:
                break
            tried += 1
            tests = reach.tests(mistake, self.options.patience)
            if not tests or survives(mistake, tests, reach):
                told += mistake.place in known
                if mistake.place not in known:
                    say(f"{mistake.place}   [line {mistake.lines[0]}, {len(tests)} tests met it]")
            else:
                noticed += 1
                if mistake.place in known:
                    say(f"{mistake.place}   [explained, but noticed]")
        say(f"{len(every)} mistakes, {tried} tried, {noticed} noticed, {told} of the others explained")
        return True


def explained(every: Sequence[Mistake]) -> set[str]:
    """The mistakes that docs/trust.md explains."""
    text = KNOWN.read_text(encoding="utf-8")
    return {each.place for each in every if f"`{each.place}`" in text}


def say(line: str) -> None:
    os.write(2, f"{line}\n".encode())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", help="mistakes whose place begins so, such as figures.plans")
    parser.add_argument("--most", type=int, default=0, help="how many of them, drawn by lot; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=1e9)
    parser.add_argument("--patience", type=float, default=20, help="seconds of tests, at most, that a mistake meets")
    parser.add_argument("--tests", nargs="*", default=TESTS)
    options = parser.parse_args()
    ignored = (f"--ignore={path}" for path in SLOW)
    quiet = ("-q", "-s", "-n", "0", "-p", "no:cacheprovider", "-p", "no:randomly")
    return pytest.main([*quiet, *options.tests, *ignored], plugins=[Mutants(options)])


if __name__ == "__main__":
    sys.exit(main())
