"""Before signing, the borrower sees what a bad turn does to the plan: the first payment that would stay unpaid."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.figures.stress import Scenario, Stress, Unpaid
from tests.make.debts import CARD, FINANCE, debt, earning, household
from tests.read.some import some


def told(case, name: str | None = None) -> dict[str, str]:
    return {scenario.name: scenario.outcome for scenario in nd.stress(case, name)}


def means(savings: str, *lines: tuple[str, bool], essentials: str = "4650.00") -> dict:
    finances = earning("0.00", essentials)
    finances["income"] = [
        {"name": f"收入{place}", "amount": amount, "regular": regular} for place, (amount, regular) in enumerate(lines)
    ]
    return finances | {"assets": [{"name": "存款", "amount": savings, "realisable": True}]}


def test_savings_and_what_is_left_over_carry_a_plan_through_a_tenth_less():
    # 8,200.00 less 820.00 leaves 1,530.00 a month for 1,440.35
    case = household(CARD, finances=means("0.00", ("8200.00", True)))
    assert told(case)["income_less"] == "各期仍能按时还款"
    assert (
        told(household(CARD, finances=means("0.00", ("8100.00", True))))["income_less"]
        == "2026年12月25日的第1期还差0.35元"
    )


def test_savings_put_off_the_day_on_which_a_payment_stays_unpaid():
    # 7,000.00 less 700.00 leaves 450.00 a month; 5,000.00 of savings bridge the other 990.35 five times
    case = household(CARD, finances=means("5000.00", ("7000.00", True)))
    assert told(case)["income_less"] == "2027年5月25日的第6期还差942.10元"


def test_irregular_income_may_stay_out_altogether():
    case = household(CARD, finances=means("3000.00", ("6500.00", True), ("1700.00", False)))
    # 650.00 of the regular income are left a month; 3,000.00 of savings bridge three instalments
    assert told(case)["irregular_gone"] == "2027年3月25日的第4期还差161.40元"
    assert "irregular_gone" not in told(household(CARD, finances=means("0.00", ("8200.00", True))))


def test_the_income_of_others_may_stay_out_and_is_told_apart():
    finances = means("0.00", ("6500.00", True), ("1700.00", True))
    finances["income"][1]["earner"] = "spouse"
    # 650.00 of the borrower's own income are left a month for 1,440.35
    assert told(household(CARD, finances=finances))["own_income_only"] == "2026年12月25日的第1期还差790.35元"
    assert "own_income_only" not in told(household(CARD, finances=means("0.00", ("8200.00", True))))


@pytest.mark.parametrize(
    ("savings", "outcome"), [("7290.35", "各期仍能按时还款"), ("7290.34", "2026年12月25日的第1期还差0.01元")]
)
def test_a_month_without_pay_is_bridged_by_savings_alone(savings, outcome):
    case = household(CARD, finances=means(savings, ("8200.00", True)))
    assert told(case)["month_without_pay"] == outcome


def test_the_payments_of_all_debts_come_out_of_the_same_money():
    other = debt(FINANCE, proposal={"method": "interest_free", "periods": 23, "first_due": "2026-12-20"})
    case = household(CARD, other, finances=means("0.00", ("8300.00", True)))
    # 8,300.00 − 830.00 − 5,850.00 = 1,620.00: the 1,000.00 of the 20th leave 620.00 for the 25th
    assert told(case, "finance")["income_less"] == "各期仍能按时还款"
    assert told(case, "bank1")["income_less"] == "2026年12月25日的第1期还差820.35元"


def test_a_payment_out_of_a_source_of_its_own_needs_no_income():
    lump = {"settlement": {"pay_by": "2026-12-20"}, "funds": "父母资助", "waive": None, "alternative": None}
    assert nd.stress(household(debt(CARD, proposal=lump))).scenarios == ()


def test_without_a_plan_there_is_nothing_to_test():
    assert nd.stress(household(debt(CARD, proposal=None))).scenarios == ()
    with pytest.raises(nd.FactsError, match="缺少收支情况"):
        nd.stress(household(finances=None))
    with pytest.raises(nd.FactsError, match="没有编号为“none”的债务"):
        nd.stress(household(), "none")


@given(st.integers(0, 2_000_000), st.integers(0, 2_000_000))
def test_more_savings_never_bring_the_day_nearer(one, other):
    less, more = sorted((one, other))
    first, second = (
        {s.name: s.unpaid for s in nd.stress(household(CARD, finances=means(f"{fen / 100:.2f}", ("7300.00", False))))}
        for fen in (less, more)
    )
    for name, unpaid in some(second.items()):
        assert unpaid is None or (first[name] is not None and first[name].due <= unpaid.due)


def test_a_stress_test_travels_and_shows_itself():
    tested = nd.stress(household())
    assert pickle.loads(pickle.dumps(tested)) == tested
    assert tested._repr_html_().count("<tr>") == 1 + len(tested.scenarios) > 1
    assert not tested.withstands


def test_a_payment_due_on_the_very_day_of_the_letter_counts():
    proposal = CARD["proposal"] | {"first_due": "2026-11-21"}
    case = household(debt(CARD, proposal=proposal), finances=means("0.00", ("4000.00", True)))
    assert case.dated.isoformat() == "2026-11-21"
    assert told(case)["income_less"].startswith("2026年11月21日的第1期")


def test_surplus_accumulates_from_the_day_of_the_finances_and_not_of_the_letter():
    # 6,900.00 − 690.00 − 5,850.00 = 360.00 a month: 1,440.00 since the 25th of August
    for as_of, short in (("2026-08-25", "0.35"), ("2026-11-21", "1,080.35")):
        case = household(CARD, finances=means("0.00", ("6900.00", True)) | {"as_of": as_of})
        assert told(case)["income_less"] == f"2026年12月25日的第1期还差{short}元"


def test_a_plan_withstands_where_no_turn_leaves_anything_unpaid():
    unpaid = Unpaid("one", 1, date(2026, 12, 25), Decimal("1.00"), Decimal("1.00"))
    assert Stress((Scenario("income_less", None), Scenario("month_without_pay", None))).withstands
    assert not Stress((Scenario("income_less", None), Scenario("month_without_pay", unpaid))).withstands
