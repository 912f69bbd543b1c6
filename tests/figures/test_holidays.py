"""Public holidays: only what is published, never a guess."""

from __future__ import annotations

import sys
from datetime import date
from types import ModuleType

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.holidays import public_holidays


@pytest.fixture
def published(monkeypatch):
    """A stand-in for chinesecalendar that knows 2026."""
    constants = ModuleType("chinese_calendar.constants")
    constants.holidays = {date(2025, 10, 1): "National Day", date(2026, 10, 1): "National Day"}
    constants.workdays = {date(2026, 10, 10): "National Day"}
    package = ModuleType("chinese_calendar")
    package.constants = constants
    monkeypatch.setitem(sys.modules, "chinese_calendar", package)
    monkeypatch.setitem(sys.modules, "chinese_calendar.constants", constants)


@pytest.mark.usefixtures("published")
def test_years_that_are_published_have_their_days_and_later_ones_a_warning():
    found = public_holidays([2026, 2027])
    assert (found.holidays, found.workdays) == ({date(2026, 10, 1)}, {date(2026, 10, 10)})
    assert found.covered == {2026}
    assert [problem.message for problem in found.problems] == ["2027年没有放假日资料，只按周六、周日调整还款日"]
    assert found.calendar("next").move(date(2026, 10, 1)) == date(2026, 10, 2)
    assert found.calendar("next").is_working(date(2026, 10, 10))


@pytest.mark.usefixtures("published")
def test_the_days_print_as_the_lines_of_a_case_file():
    assert str(nd.public_holidays([2026])) == "holidays: [2026-10-01]\nworkdays: [2026-10-10]"
    (warning,) = nd.public_holidays([2024, 2026, 2028, 2029]).problems
    assert warning.message.startswith("2024年、2028年至2029年没有放假日资料")


def test_without_the_package_the_command_that_installs_it_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "chinese_calendar", None)
    with pytest.raises(ModuleNotFoundError, match=r"negotiation-docs\[holidays\]"):
        public_holidays([2026])
