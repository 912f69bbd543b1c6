"""Schedules and budgets as DataFrames: the figures by name, exact; pandas is the host's own and may be absent."""

from __future__ import annotations

import sys
from decimal import Decimal
from types import ModuleType
from typing import Any

import pytest

import negotiation_docs as nd
from tests.packaging.snippets import ROOT

ZHOU = nd.load(ROOT / "examples/zhou.yaml")


class Frame:
    """What pandas is asked for, kept as it was asked."""

    def __init__(self, columns: Any, dtype: Any = None) -> None:
        self.columns, self.index, self.dtype = columns, "", dtype

    def set_index(self, name: str) -> Frame:
        self.index = name
        return self


@pytest.fixture
def pandas(monkeypatch) -> None:
    module = ModuleType("pandas")
    module.DataFrame = Frame
    monkeypatch.setitem(sys.modules, "pandas", module)


@pytest.mark.usefixtures("pandas")
def test_a_schedule_has_a_column_for_each_figure_and_no_float():
    plan = nd.schedule(ZHOU)
    frame = plan.to_frame()
    assert (frame.index, frame.dtype) == ("period", object)
    assert frame.columns["period"] == list(range(1, 61))
    assert sum(frame.columns["payment"]) == plan.total
    assert {type(value) for value in frame.columns["balance"]} == {Decimal}


@pytest.mark.usefixtures("pandas")
def test_a_budget_has_a_line_for_each_figure():
    month = nd.budget(ZHOU)
    frame = month.to_frame()
    lines = dict(zip(frame.columns["line"], frame.columns["amount"], strict=True))
    assert (lines["income"], lines["disposable"]) == (month.income, month.disposable)
    assert {type(value) for value in lines.values()} == {Decimal}


def test_without_pandas_python_says_so(monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ModuleNotFoundError):
        nd.schedule(ZHOU).to_frame()
