"""What a plan leaves open."""

from __future__ import annotations

from negotiation_docs.figures.cautions import plan_cautions
from tests.make.debts import CARD, debt, household


def found(**facts: object) -> list[str]:
    case = household(debt(CARD, **facts))
    return [problem.message for problem in plan_cautions(case, case.debts[0])]


def test_a_complete_plan_leaves_nothing_open():
    assert found() == []
    assert found(proposal={"remaining_charges": "spread"}) == []


def test_charges_that_are_promised_but_not_known_are_named():
    facts = {"balance": {"fees": None}, "proposal": {"remaining_charges": "last_instalment"}}
    assert found(**facts) == ["方案承诺付清息费，但其他费用没有填写，应还金额未包括这一部分"]
    assert found(balance={"fees": None}) == []


def test_a_shift_without_holidays_is_by_weekends_only():
    assert found(proposal={"holiday_shift": "next", "periods": 2}) == [
        "2026年至2027年没有放假日资料，只按周六、周日调整还款日"
    ]


def test_what_cannot_be_computed_is_reported_elsewhere():
    assert found(proposal=None) == []
    assert found(balance={"principal": None}) == []
