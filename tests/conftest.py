"""Marks the subset: a few cases of every test, so that it grows with the tests and not with the cases; no deadlines."""

from __future__ import annotations

from itertools import groupby

import pytest
from hypothesis import settings

from tests.make.schedule import share

MOST = 4
"""Cases of one test function in the subset."""

settings.register_profile("untimed", deadline=None)  # no test is timed: a busy machine is no fault
settings.load_profile("untimed")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark at most ``MOST`` cases of each test function, spread evenly; never those of judges and recipes."""
    for _, group in groupby(items, lambda item: item.nodeid.partition("[")[0]):
        for case in share(list(group), 0, MOST):
            if not (case.get_closest_marker("check") or case.get_closest_marker("recipes")):
                case.add_marker("subset")
