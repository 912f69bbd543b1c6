"""The least case that loads, and what a faulty one is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.load import load

COMPLETE = Path(__file__).parents[1] / "facts" / "complete.yaml"


def case_with(**sections: Any) -> dict[str, Any]:
    """The least that loads, with whole sections put in or replaced; ``debt`` goes into the one debt."""
    debt = {"id": "bank1", "creditor": {"name": "示例银行", "kind": "bank_card"}, **sections.pop("debt", {})}
    return {"dated": "2026-11-21", "borrower": {"name": "周启明"}, "debts": [debt], **sections}


def loaded(**sections: Any) -> Case:
    return load(case_with(**sections))


def problems_of(source: Mapping[str, Any] | Path, **options: Any) -> tuple[Problem, ...]:
    with pytest.raises(FactsError) as caught:
        load(source, **options)
    return caught.value.problems


def told(source: Mapping[str, Any] | Path, **options: Any) -> list[tuple[str, str]]:
    """Path and message of every problem."""
    return [(problem.path, problem.message) for problem in problems_of(source, **options)]


def only_problem(source: Mapping[str, Any] | Path, **options: Any) -> tuple[str, str, str]:
    """Path, message and hint of the one problem there is."""
    problems = problems_of(source, **options)
    assert len(problems) == 1, [str(problem) for problem in problems]
    return problems[0].path, problems[0].message, problems[0].hint
