"""The stop before a letter about an old debt."""

from __future__ import annotations

import pytest

from negotiation_docs.law.limitation import limitation
from tests.make.debts import CARD, debt, household


def found(**facts: object):
    case = household(debt(CARD, **facts))
    return limitation(case, case.debts[0])


def test_a_recent_debt_passes():
    assert found() == ()


@pytest.mark.parametrize(("due", "stops"), [("2024-05-21", False), ("2024-05-20", True)])
def test_two_and_a_half_years_are_the_limit(due, stops):
    assert bool(found(due=due)) is stops


def test_an_old_debt_stops_with_an_explanation_and_a_way_out():
    (problem,) = found(due="2023-08-20")
    assert (problem.severity, problem.rule, problem.path) == ("error", "limitation", "debts[0].due")
    assert problem.message == (
        "最近一次到期、还款或承认债务是2023年8月20日，距今已超过两年半。诉讼时效一般为三年；"
        "承认债务、请求分期或延期，会使时效重新计算，已经届满的也可能不能再以时效抗辩"
    )
    assert "12348" in problem.hint
    assert "limitation_risk_accepted: true" in problem.hint


def test_who_accepts_the_risk_is_only_reminded():
    (problem,) = found(due="2023-08-20", limitation_risk_accepted=True)
    assert problem.severity == "warning"


@pytest.mark.parametrize(
    "facts",
    [
        {"last_acknowledged": "2025-01-01"},
        {"payments": [{"date": "2025-06-01", "amount": "100.00"}]},
        {"contract": {"first_due": "2022-09-20", "periods": 36}},
        {
            "agreement": {
                "reached": "2025-01-01",
                "terms": {"plan": True},
                "confirmed": {"date": "2025-01-05", "channel": "sms"},
            }
        },
    ],
)
def test_a_later_payment_acknowledgement_or_instalment_counts(facts):
    assert found(due="2023-08-20", **facts) == ()


def test_an_earlier_acknowledgement_does_not_shorten_the_time():
    assert found(due="2024-08-20", last_acknowledged="2023-01-01") == ()


def test_a_debt_without_any_day_gets_a_notice():
    (problem,) = found(due=None)
    assert (problem.severity, problem.message) == ("notice", "没有写到期日，无法核对诉讼时效")
