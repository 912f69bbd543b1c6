"""Small batches: one short paper, a thread instead of processes, into a folder. Fixtures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import negotiation_docs as nd


@pytest.fixture
def thread() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(1) as executor:
        yield executor


@pytest.fixture
def out(tmp_path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def many(thread, out) -> Callable[..., list[nd.Made]]:
    """The records of a batch: one kind, as DOCX, into a folder, by one thread, unless said otherwise."""

    def many(cases, **choices) -> list[nd.Made]:
        usual = {"kinds": ["hardship_letter"], "formats": ["docx"], "out": out, "executor": thread}
        return list(nd.render_many(cases, **usual | choices))

    return many
