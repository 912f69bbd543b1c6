"""The very day of a limit, and the codes of case numbers that hold another code."""

from __future__ import annotations

from datetime import date

import pytest

from negotiation_docs.facts import CourtPaper
from negotiation_docs.law.limitation import limitation
from negotiation_docs.law.limits import Limit, rules
from tests.make.debts import CARD, debt, household

DUE = "2023-01-10"
"""Three years from here end on 2026-01-10, before the letters of 2026-11-21."""


def call(day: str) -> dict[str, str]:
    """Somebody of the creditor rang up; the log does not say that payment was demanded."""
    return {"at": f"{day} 10:00", "direction": "incoming", "channel": "phone", "summary": "来电", "outcome": "pending"}


def hint(due: str, *days: str) -> str:
    case = household(debt(CARD, due=due, contacts=[call(day) for day in days]))
    (problem,) = limitation(case, case.debts[0])
    return problem.hint


@pytest.mark.parametrize(
    ("day", "named"), [("2023-01-10", False), ("2023-01-11", True), ("2026-01-10", True), ("2026-01-11", False)]
)
def test_an_unclear_call_is_named_where_it_fell_into_the_period_its_last_day_included(day, named):
    assert ("那次来电来函没有写明" in hint(DUE, day)) is named


def test_of_several_unclear_calls_the_last_is_named():
    assert "2025年6月1日那次来电来函" in hint(DUE, "2024-03-01", "2025-06-01", "2024-09-01")


def test_a_period_that_ends_on_the_day_of_the_letters_has_not_ended():
    case = household(debt(CARD, due="2023-11-21"))
    (problem,) = limitation(case, case.debts[0])
    assert "到2026年11月21日届满，已不足半年" in problem.message
    later = household(debt(CARD, due="2023-11-20"))
    assert "可能已于2026年11月20日届满" in limitation(later, later.debts[0])[0].message


@pytest.mark.parametrize(("stated", "counts"), [(9, 20), (10, 10), (11, 11), (25, 20)])
def test_a_stated_day_before_the_receipt_is_a_slip_and_one_on_its_day_counts(stated, counts):
    paper, rule = next(iter(rules().items()))
    received, computed = date(2026, 11, 10), date(2026, 11, 20)
    limit = Limit(CourtPaper(paper), rule, True, received, computed, computed, None, date(2026, 11, stated))
    assert limit.day == date(2026, 11, counts)
