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
from negotiation_docs.figures.spoken import instead, spoken, workable
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


def free(principal: str, **terms: object) -> PlanTerms:
    return PlanTerms(Decimal(principal), "interest_free", 12, DAY, **terms)


def courses(terms: PlanTerms, ceiling: str, months: int = 1) -> tuple[int | None, list[tuple[int, str]]]:
    """The shortest term, and the runs of the plan that starts lower."""
    found = suggest(terms, Decimal(ceiling), months)
    runs = found.stepped.groups if found.stepped else ()
    return found.term, [(run.periods, str(run.payment)) for run in runs]


def test_a_stepped_plan_starts_at_half_the_ceiling_for_half_a_short_term():
    assert courses(free("6000.00"), "600.00") == (10, [(5, "300.00"), (8, "562.50")])
    assert courses(free("18000.00", every=3), "200.00") == (30, [(4, "300.00"), (28, "600.00")]), "a year of quarters"
    assert suggest(free("1.00"), Decimal(1)).term == 1, "in many months it would be nothing a month"
    assert courses(free("60.00"), "2.00") == (30, [(12, "1.00"), (24, "2.00")]), "one 元 is a start"


@pytest.mark.parametrize(
    ("ceiling", "start"),
    [
        ("3000.00", "2500.00"),  # half would not pay the interest of 2,000.00: midway between it and the ceiling
        ("4000.00", "3000.00"),  # half would pay the interest and nothing else
        ("5000.00", "2500.00"),
        ("5001.99", "2500.00"),  # whole 元
    ],
)
def test_a_stepped_plan_pays_more_than_its_interest_from_the_first_month(ceiling, start):
    terms = PlanTerms(Decimal("100000.00"), "equal_payment", 12, DAY, Decimal("0.24"))
    assert courses(terms, ceiling)[1][0] == (12, start)


@pytest.mark.parametrize(("every", "most"), [(1, 588), (3, 196), (12, 49)])
def test_the_longest_plan_looked_at_leaves_room_for_a_year_in_fifty(every, most):
    terms = free(f"{most * every}.00", every=every)
    assert suggest(terms, Decimal(1)).term == most
    assert suggest(replace(terms, principal=terms.principal + every), Decimal(1)).term is None


def test_the_first_of_two_falling_payments_must_fit_too():
    falling = PlanTerms(Decimal("10000.00"), "equal_principal", 12, DAY, Decimal("0.12"))  # 5,100.00 and 5,050.00
    assert suggest(falling, Decimal("5060.00")).term == 3
    assert suggest(falling, Decimal("5100.00")).term == 2


def test_a_late_first_instalment_may_take_all_that_its_months_lay_by_and_not_a_fen_more():
    late = PlanTerms(Decimal("10000.00"), "equal_payment", 12, DAY, Decimal("0.12"), start=date(2025, 12, 25))
    first = plan(replace(late, periods=10)).instalments[0].payment
    assert first == Decimal("2155.82")
    assert suggest(late, Decimal("1077.91"), months=2).term == 10
    assert suggest(late, Decimal("1077.90"), months=2).term == 11


@pytest.mark.parametrize("paid", ["spread", "last_instalment"])
def test_charges_paid_in_one_sum_with_the_debt_are_part_of_the_sum(paid):
    at_once = free("1000.00", charges=Decimal("500.00"), charges_paid=paid)
    assert suggest(at_once, Decimal("1000.00")).term == 2, "1,500.00 in one payment are not within 1,000.00"
    assert suggest(at_once, Decimal("1500.00")).term == 1


def test_of_two_instalments_charges_spread_count_and_charges_at_the_end_stand_apart():
    at_the_end = free("2000.00", charges=Decimal("500.00"), charges_paid="last_instalment")
    assert suggest(at_the_end, Decimal("1000.00")).term == 2
    spread = free("100.01", charges=Decimal("0.02"))
    assert suggest(spread, Decimal("50.01")).term == 3, "50.01 and 50.02"
    assert suggest(free("99.97", charges=Decimal("0.03")), Decimal("33.33")).term == 4, "33.33, 33.33 and 33.34"


def test_five_years_of_a_card_and_ten_of_any_debt_are_still_workable():
    def told(principal: str, *, is_card: bool, every: int = 1) -> bool:
        return workable(suggest(free(principal, every=every), Decimal(1)), is_card=is_card)

    assert told("60.00", is_card=True)
    assert not told("61.00", is_card=True)
    assert told("120.00", is_card=False)
    assert not told("121.00", is_card=False)
    assert told("60.00", is_card=True, every=3)
    assert not told("63.00", is_card=True, every=3), "21 instalments of three months"
    assert not workable(None, is_card=False)
    assert not workable(suggest(free("589.00"), Decimal(1)), is_card=False)


def test_where_no_plan_is_within_the_ceiling_the_debt_itself_is_to_be_talked_about():
    nothing = "按目前的余额，没有可负担的分期方案；请与债权人商议减免、降息或延期"
    assert instead(None, is_card=True) == instead(suggest(free("589.00"), Decimal(1)), is_card=True) == nothing


def test_only_what_is_beyond_five_years_is_too_long_for_a_card():
    assert "信用卡分期一般不超过60期" not in instead(suggest(free("60.00"), Decimal(1)), is_card=True)
    assert "信用卡分期一般不超过60期" in instead(suggest(free("61.00"), Decimal(1)), is_card=True)


@pytest.mark.parametrize(
    ("periods", "paid", "said"),
    [
        (1, "last_instalment", "1期，第1期2,500.00元"),
        (2, "last_instalment", "2期，第1至2期每期1,000.00元，末期另付息费500.00元"),
        (2, "spread", "2期，第1至2期每期1,250.00元"),
    ],
)
def test_charges_at_the_end_are_named_apart_from_two_instalments_on(periods, paid, said):
    terms = free("2000.00", charges=Decimal("500.00"), charges_paid=paid)
    assert spoken(plan(replace(terms, periods=periods))) == said


@pytest.mark.parametrize(
    ("principal", "periods", "said"),
    [
        ("9000.00", 3, "3期，第1期3,090.00元、第2期3,060.00元、第3期3,030.00元"),
        ("10000.00", 4, "4期，首期2,600.00元，逐期递减至2,525.00元"),
    ],
)
def test_a_falling_course_of_more_than_three_payments_is_told_by_its_ends(principal, periods, said):
    assert spoken(plan(PlanTerms(Decimal(principal), "equal_principal", periods, DAY, Decimal("0.12")))) == said


def test_a_course_of_four_turns_names_each():
    steps = ((2, Decimal("300.00")), (2, Decimal("900.00")), (2, Decimal("100.00")), (2, None))
    course = spoken(plan(PlanTerms(Decimal("4200.00"), "stepped", 8, DAY, steps=steps)))
    assert course == ("8期，第1至2期每期300.00元、第3至4期每期900.00元、第5至6期每期100.00元、第7至8期每期800.00元")
