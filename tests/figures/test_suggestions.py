"""What would be affordable instead is really the shortest, and is advised only where anybody would agree to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.plans import PlanTerms, plan
from negotiation_docs.figures.spoken import spoken
from negotiation_docs.figures.suggestions import suggest
from tests.make.debts import CARD, debt, earning, household

DAY = date(2026, 12, 25)


def fits(terms: PlanTerms, ceiling: Decimal) -> bool:
    try:
        return plan(terms).largest <= ceiling * terms.every
    except FactsError:
        return False


def test_the_shortest_term_is_found_where_a_longer_one_fails_by_its_odd_fen():
    terms = PlanTerms(Decimal("1383.70"), "interest_free", 12, DAY)
    assert not fits(PlanTerms(Decimal("1383.70"), "interest_free", 65, DAY), Decimal("21.64"))
    assert suggest(terms, Decimal("21.64")).term == 64


fen = st.integers(100, 300_000).map(lambda value: Decimal(value).scaleb(-2))


@given(
    principal=st.integers(1_000, 500_000).map(lambda value: Decimal(value).scaleb(-2)),
    ceiling=fen,
    rate=st.sampled_from(["0", "0.06", "0.18"]),
    method=st.sampled_from(["equal_payment", "equal_principal"]),
    every=st.sampled_from([1, 3, 6, 12]),
)
def test_no_shorter_term_stays_below_the_ceiling(principal, ceiling, rate, method, every):
    method = "interest_free" if rate == "0" else method
    asked = PlanTerms(principal, method, 12, DAY, Decimal(rate), every=every)
    found = suggest(asked, ceiling)
    shorter = range(1, found.term or 588 // every + 1)
    assert not any(fits(replace(asked, periods=periods), ceiling) for periods in shorter)
    assert found.level is None or (found.level.every, fits(replace(asked, periods=found.term), ceiling)) == (
        every,
        True,
    )
    if found.stepped is not None:
        assert found.stepped.largest <= ceiling * every
        assert found.stepped.groups[0].periods * every <= 12


@pytest.mark.parametrize(
    ("every", "said"),
    [
        (
            "quarter",
            "每月1,000.00元（每3个月3,000.00元）以内，最短可负担期限为10期（每3个月一期），第1至10期每期3,000.00元；",
        ),
        (
            "half_year",
            "每月1,000.00元（每半年6,000.00元）以内，最短可负担期限为5期（每半年一期），第1至5期每期6,000.00元；",
        ),
        ("year", "每月1,000.00元（每年12,000.00元）以内，最短可负担期限为3期（每年一期），第1至3期每期10,000.00元；"),
    ],
)
def test_a_longer_interval_is_advised_by_what_its_months_lay_by_together(every, said):
    terms = {"every": every, "periods": 2, "first_due": "2027-11-20"}
    assert hint({"principal": "30000.00"}, "6850.00", **terms).startswith(said)


def test_ten_years_and_the_five_of_a_card_are_counted_in_time():
    yearly = {"every": "year", "periods": 2, "first_due": "2027-11-20"}
    beyond = hint({"principal": "132000.00"}, "6850.00", **yearly)
    assert beyond.startswith("每月1,000.00元（每年12,000.00元）以内，要还11期、共132个月，期限过长")
    ten = hint({"principal": "120000.00"}, "6850.00", **yearly)
    assert "最短可负担期限为10期（每年一期）" in ten
    assert "信用卡分期一般不超过5年" in ten


def test_the_interest_of_a_late_start_is_no_step_of_a_falling_course():
    late = {"method": "equal_payment", "annual_rate": "0.06", "periods": 2, "first_due": "2027-03-25"}
    said = hint({"principal": "30000.00"}, "6850.00", **late)
    level, stepped = said.split("；也可以阶梯还款：")
    assert level.endswith("，首期另付起息以来的利息461.51元")
    assert stepped.startswith("40期，第1至12期每期500.00元、第13至39期每期985.23元")
    assert "逐期递减" not in said


def hint(balance: dict, income: str, **proposal: object) -> str:
    facts = debt(CARD, balance=balance, proposal={"waive": None, "alternative": None, **proposal})
    return affordability(household(facts, finances=earning(income))).problems[0].hint


def test_a_term_beyond_ten_years_is_no_advice():
    said = hint({"principal": "86421.37"}, "6006.00")
    assert said == "每月156.00元以内，要还563期，期限过长，难以获得同意，也难以坚持；请与债权人商议减免、降息或延期"


def test_ten_years_may_still_be_advised():
    assert "最短可负担期限为120期" in hint({"principal": "12000.00"}, "5950.00")
    assert "期限过长" in hint({"principal": "12100.00"}, "5950.00")


def test_charges_due_with_the_last_instalment_are_named_apart_from_the_months():
    said = hint({"principal": "86421.37"}, "7615.56", remaining_charges="last_instalment", periods=48)
    assert said.startswith(
        "每月1,765.56元以内，最短可负担期限为49期，第1至48期每期1,763.70元、第49期1,763.77元，末期另付息费5,172.08元；"
    )


def test_no_plan_is_advised_that_begins_by_paying_nothing():
    found = suggest(PlanTerms(Decimal("30.00"), "interest_free", 12, DAY), Decimal("1.00"))
    assert found.term == 30
    assert found.stepped is None


def test_a_course_of_many_turns_names_its_first_last_and_largest_payment():
    steps = ((2, "300.00"), (2, "900.00"), (2, "100.00"), (2, "800.00"), (None, None))
    steps = tuple((periods, Decimal(amount)) if amount else (4, None) for periods, amount in steps)
    schedule = plan(PlanTerms(Decimal("7000.00"), "stepped", 12, DAY, steps=steps))
    last = schedule.instalments[-1].payment
    assert f"首期300.00元，末期{last}元，最多的一期{schedule.largest}元" in spoken(schedule)
    assert last != schedule.instalments[-5].payment
