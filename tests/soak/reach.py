"""Which test runs which lines of figures/ and law/, and how long it takes: recorded once, for all mistakes."""

from __future__ import annotations

import gc
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

import negotiation_docs
from tests.soak.mistakes import ROOMS, Mistake

Line = tuple[str, int]


class Reach:
    """The tests of each line, the fastest first; tests that fail on the library as it is are left out."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        self.seconds: dict[pytest.Item, float] = {}
        self._of: dict[Line, set[pytest.Item]] = defaultdict(set)
        for item in items:
            forget()  # what a test before it had worked out, this one would not reach
            lines, start = set[Line](), time.perf_counter()
            if passes(item, lines):
                self.seconds[item] = time.perf_counter() - start
                for line in lines:
                    self._of[line].add(item)
        forget()
        gc.collect()
        gc.freeze()

    def tests(self, mistake: Mistake, patience: float) -> list[pytest.Item]:
        """Those that reach the mistake, of its own room first, then the fastest first, for ``patience`` seconds."""
        found = {item for line in mistake.lines for item in self._of[mistake.path, line]}
        own = f"tests/{mistake.module.partition('.')[0]}/"
        order = sorted(found, key=lambda item: (not item.nodeid.startswith(own), self.seconds[item], item.nodeid))
        ends = accumulate(self.seconds[item] for item in order)
        return [item for item, end in zip(order, ends, strict=True) if end <= max(patience, self.seconds[order[0]])]


def passes(item: pytest.Item, lines: set[Line] | None = None, following: pytest.Item | None = None) -> bool:
    """Run one test; ``lines`` gets what it ran of the two rooms."""
    if lines is not None:
        sys.settrace(partial(_enter, lines))
    try:
        return not any(report.failed for report in runtestprotocol(item, nextitem=following, log=False))
    finally:
        sys.settrace(None)


_FOLDERS = tuple(f"{Path(negotiation_docs.__path__[0]) / room}/" for room in ROOMS)


def _enter(lines: set[Line], frame: FrameType, event: str, arg: object) -> Any:
    path = frame.f_code.co_filename
    if not path.startswith(_FOLDERS):
        return None

    def step(frame: FrameType, event: str, arg: object) -> Any:
        lines.add((path, frame.f_lineno))
        return step

    return step


_ROOMS = ("tests.", *(f"negotiation_docs.{room}." for room in (*ROOMS, "standing", "checks", "views")))


def forget() -> None:
    """What tests keep of papers and figures would hide a mistake that is made later, and whoever asks again."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS) and not name.startswith("tests.soak."):
            for each in list(vars(module).values()):
                if hasattr(type(each), "cache_clear"):
                    each.cache_clear()
