"""The checks read any case that loads: whatever is left out, they find things and never fall over."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.checks import check, readiness
from tests.make.spoiled import CLEAN
from tests.shipped import ALL

EXAMPLES = Path(__file__).parents[2] / "examples"
BARE = {"borrower": {"name": "周启明"}, "debts": [{"id": "a", "creditor": {"name": "李明远", "kind": "private"}}]}


def without_one(data: Any) -> Iterator[Any]:
    """The data without each of its facts in turn."""
    places = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
    for place in places:
        less = deepcopy(data)
        del less[place]
        yield less
        for inner in without_one(data[place]):
            changed = deepcopy(data)
            changed[place] = inner
            yield changed


def test_a_bare_case_is_checked_and_told_what_every_paper_lacks():
    case = nd.load(BARE, today=date(2026, 11, 21))
    check(case)
    for kind in ALL:
        missing = {problem.rule for problem in readiness(case, kind) if problem.rule.startswith("missing.")}
        assert bool(missing) == ("letter" in kind.traits or bool(kind.needs))
        assert not [one for one in readiness(case, kind, draft=True) if one.rule.startswith("missing.")]


def test_taking_out_any_one_fact_never_breaks_the_checks():
    checked = 0
    for data in without_one(CLEAN):
        try:
            case = nd.load(data, today=date(2026, 11, 21))
        except nd.FactsError:
            continue
        check(case)
        for kind in ALL:
            readiness(case, kind)
        checked += 1
    assert checked > 100


def test_findings_are_the_same_every_time():
    case = nd.load(Path(__file__).parent / "bad.yaml")
    assert check(case) == check(case)
    assert len(set(check(case))) == len(check(case))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_an_example_gives_no_error_and_no_warning(path):
    problems = nd.check(nd.load(path))
    assert [problem for problem in problems if problem.severity != "notice"] == []
