"""Days of a complaint: counted from the last one, and only where the rule binds the lender."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from negotiation_docs.law.complaints import complaint_days
from tests.make.debts import CARD, FRIEND, debt, household

HERE = {
    "direction": "outgoing",
    "channel": "phone",
    "level": "consumer_protection",
    "summary": "提交投诉",
    "outcome": "pending",
}
ASKED = {**HERE, "at": "2026-11-01"}
REFUSED = {**HERE, "at": "2026-11-10", "direction": "incoming", "reply": "不予支持", "outcome": "refused"}


def days(*talks: dict[str, Any], base: dict[str, Any] = CARD) -> list[str]:
    case = household(debt(base) | {"contacts": list(talks)})
    return [each.day.isoformat()[5:] for each in complaint_days(case, case.debts[0])]


def test_a_complaint_waits_fifteen_thirty_and_sixty_days():
    assert days(ASKED) == ["11-16", "12-01", "12-31"]
    case = household(debt(CARD) | {"contacts": [ASKED]})
    first = complaint_days(case, case.debts[0])[0]
    assert (first.talk.at, first.span.days) == (date(2026, 11, 1), 15)
    assert first.law.startswith("《银行业保险业消费投诉处理管理办法》")


def test_of_several_the_last_counts_wherever_it_stands_in_the_file():
    assert days({**ASKED, "at": "2026-11-05"}, ASKED) == days(ASKED, {**ASKED, "at": "2026-11-05"})
    assert days(ASKED, {**ASKED, "at": "2026-11-05"})[0] == "11-20"


def test_a_decision_against_it_may_be_taken_further_for_thirty_days():
    assert days(ASKED, REFUSED) == ["12-10"]
    assert days(REFUSED) == ["12-10"], "also where the log does not tell the complaint"
    assert days({**ASKED, "reply": "不予支持", "outcome": "refused"}) == ["12-01"], "refused in the same talk"
    assert days(ASKED, {**REFUSED, "at": "2026-11-02"}, REFUSED) == ["12-10"], "of several answers the last"


def test_a_decision_that_is_no_refusal_sets_no_day():
    assert days(ASKED, {**REFUSED, "outcome": "accepted"}) == []


@pytest.mark.parametrize("outcome", ["pending", "unclear"])
def test_what_came_back_without_a_decision_is_no_answer(outcome):
    assert days(ASKED, {**REFUSED, "outcome": outcome}) == ["11-16", "12-01", "12-31"]


def test_a_complaint_after_the_answer_begins_anew():
    assert days(ASKED, REFUSED, {**ASKED, "at": "2026-11-15"})[0] == "11-30"


def test_nothing_is_counted_from_another_desk_a_later_day_or_no_talk_at_all():
    assert days() == []
    assert days({**ASKED, "level": "service"}) == []
    assert days({**ASKED, "at": "2026-11-21"})[0] == "12-06", "the day of the letters still counts"
    assert days({**REFUSED, "direction": "incoming", "outcome": "pending"}) == []


def test_a_private_lender_is_not_bound():
    assert days(ASKED, base=FRIEND) == []
