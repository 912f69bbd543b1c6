"""The very edge of what is a plan, a day or a period: one 分, one day, one instalment to either side."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.charges import deferral_interest, interest_by_days, penalty
from negotiation_docs.figures.dates import Calendar, add_months, due_dates, months_between
from negotiation_docs.figures.plans import LONGEST, PlanTerms, plan, settlement
from negotiation_docs.figures.rows import Schedule
from negotiation_docs.figures.wording import amount, rmb_upper

DAY = date(2026, 12, 25)
FEN = Decimal("0.01")


def of(principal: str, method: str, periods: int, **terms: Any) -> Schedule:
    return plan(PlanTerms(Decimal(principal), method, periods, DAY, **terms))


def payments(found: Schedule) -> list[str]:
    return [str(row.payment) for row in found]


@pytest.mark.parametrize("cost", [penalty, deferral_interest, interest_by_days])
def test_no_time_costs_nothing_and_time_never_runs_backwards(cost):
    assert str(cost(Decimal("10000.00"), Decimal("0.1"), 0)) == "0.00"
    assert cost(Decimal("10000.00"), Decimal("0.1"), 1) > 0
    with pytest.raises(ValueError, match="不能为负数"):
        cost(Decimal("10000.00"), Decimal("0.1"), -1)


@pytest.mark.parametrize(
    ("shift", "day", "moved"),
    [
        ("previous", date(2026, 11, 21), date(2026, 11, 20)),  # a Saturday
        ("previous", date(2026, 11, 22), date(2026, 11, 20)),
        ("modified_next", date(2026, 10, 31), date(2026, 10, 30)),  # a Saturday at the end of its month
        ("modified_next", date(2026, 11, 21), date(2026, 11, 23)),
        ("next", date(2026, 10, 31), date(2026, 11, 2)),
    ],
)
def test_a_saturday_moves_to_the_nearest_working_day_on_its_side(shift, day, moved):
    assert Calendar(shift).move(day) == moved


def test_the_first_and_the_last_year_of_the_calendar_are_reached_and_not_left():
    assert add_months(date(1, 3, 31), -1) == date(1, 2, 28)
    assert add_months(date(9999, 11, 30), 1) == date(9999, 12, 30)
    for day, months in ((date(1, 1, 31), -1), (date(9999, 12, 1), 1)):
        with pytest.raises(FactsError, match="超出可表示的范围"):
            add_months(day, months)


def test_two_dates_on_one_day_are_refused_even_where_others_are_apart():
    long = Calendar("next", frozenset(date(2026, 12, 25 + day) for day in range(7)) | frozenset(
        date(2027, 1, day) for day in range(1, 26)
    ))  # fmt: skip
    with pytest.raises(FactsError, match="相邻两期落在同一天"):
        due_dates(DAY, 3, long)
    assert due_dates(date(2027, 1, 25), 2, long) == (date(2027, 1, 26), date(2027, 2, 25))


def test_a_month_is_whole_on_its_last_day_and_not_before():
    assert months_between(date(2026, 1, 31), date(2026, 2, 27)) == 0
    assert months_between(date(2026, 1, 31), date(2026, 2, 28)) == 1
    assert months_between(date(2026, 1, 31), date(2026, 1, 1)) == 0


def test_one_fen_is_a_plan_and_none_is_not():
    assert payments(of("0.01", "interest_free", 1)) == ["0.01"]
    assert payments(of("0.03", "equal_principal", 3)) == ["0.01"] * 3
    for principal, method, periods in (("0.00", "interest_free", 1), ("0.02", "equal_principal", 3)):
        with pytest.raises(FactsError):
            of(principal, method, periods)


def test_a_rate_of_a_hundred_percent_is_a_rate():
    assert payments(of("1200.00", "equal_payment", 1, annual_rate=Decimal(1))) == ["1300.00"]
    assert payments(of("100.01", "equal_payment", 2, remainder="first")) == ["50.01", "50.00"]


def test_interest_of_a_quarter_is_three_months_of_it():
    rows = of("1200.00", "equal_principal", 2, annual_rate=Decimal("0.12"), every=3)
    assert [str(row.interest) for row in rows] == ["36.00", "18.00"]


def test_principal_at_the_end_without_interest_is_one_payment_or_none():
    assert payments(of("1200.00", "interest_first", 1)) == ["1200.00"]
    with pytest.raises(FactsError, match="先息后本须有年利率"):
        of("1200.00", "interest_first", 2)


def test_the_longest_plan_is_a_plan_and_one_instalment_more_is_not():
    assert len(of("6000.00", "interest_free", LONGEST)) == LONGEST
    with pytest.raises(FactsError, match="期数须为1至600"):
        of("6000.00", "interest_free", LONGEST + 1)


def steps(principal: str, *parts: tuple[int, str | None], rate: str = "0") -> Schedule:
    shape = tuple((periods, None if paid is None else Decimal(paid)) for periods, paid in parts)
    return of(principal, "stepped", sum(n for n, _ in parts), annual_rate=Decimal(rate), steps=shape)


def test_a_step_may_pay_the_interest_alone_and_no_fen_less():
    assert payments(steps("1200.00", (2, "12.00"), (1, None), rate="0.12")) == ["12.00", "12.00", "1212.00"]
    with pytest.raises(FactsError, match="低于当期利息") as caught:
        steps("1200.00", (1, "20.00"), (1, "11.91"), (1, None), rate="0.12")
    assert caught.value.problems[0].place == ("steps", 1, "payment")


def test_a_step_leaves_something_for_those_after_it():
    assert payments(steps("100.00", (2, "49.99"), (1, None))) == ["49.99", "49.99", "0.02"]
    with pytest.raises(FactsError, match="期数未满本金已还清"):
        steps("100.00", (2, "50.00"), (1, None))


def test_steps_with_a_payment_each_may_miss_the_last_by_less_than_a_fen_an_instalment():
    assert payments(steps("30.02", (3, "10.00"))) == ["10.00", "10.00", "10.02"]
    assert payments(steps("29.98", (3, "10.00"))) == ["10.00", "10.00", "9.98"]
    for principal in ("30.03", "29.97"):
        with pytest.raises(FactsError, match="末期须还"):
            steps(principal, (3, "10.00"))


@pytest.mark.parametrize("parts", [((1, None), (1, "10.00"), (1, None)), ((0, "10.00"), (2, None))])
def test_one_wrong_step_among_right_ones_is_refused(parts):
    with pytest.raises(FactsError):
        steps("30.00", *parts)


def test_a_settlement_is_of_more_than_nothing_and_its_payment_is_the_first():
    (row,) = settlement(FEN, Decimal("0.00"), DAY)
    assert (row.period, str(row.payment), str(row.principal)) == (1, "0.01", "0.01")
    with pytest.raises(FactsError, match="结清金额须大于0元"):
        settlement(Decimal("0.00"), Decimal("0.00"), DAY)


@pytest.mark.parametrize("paid", ["0.01", "99.99"])
def test_a_down_payment_is_more_than_nothing_and_less_than_all(paid):
    found = of("100.00", "interest_free", 1, down_payment=(Decimal(paid), date(2026, 12, 24)))
    assert payments(found) == [paid, str(Decimal("100.00") - Decimal(paid))]
    for other in ("0.00", "100.00"):
        with pytest.raises(FactsError, match="首付款须大于0元并小于本金"):
            of("100.00", "interest_free", 1, down_payment=(Decimal(other), date(2026, 12, 24)))


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 11, 20), "20.05"),  # 1,000.00 for 61 days at 12 %
        (date(2026, 11, 21), "20.12"),  # and 200.00 more for one day
    ],
)
def test_the_interest_of_a_late_start_runs_on_the_whole_until_the_down_payment(day, first):
    terms = PlanTerms(
        Decimal("1200.00"), "equal_principal", 2, date(2027, 1, 20), Decimal("0.12"),
        start=date(2026, 11, 20), down_payment=(Decimal("200.00"), day),
    )  # fmt: skip
    assert str(plan(terms).instalments[0].interest) == first


def test_a_zero_fills_every_gap_in_upper_case_up_to_the_last_place():
    assert rmb_upper(10_950) == "壹万零玖佰伍拾元整"
    assert rmb_upper(109_500_000) == "壹亿零玖佰伍拾万元整"
    assert rmb_upper(110_000_000) == "壹亿壹仟万元整"


def test_less_than_nothing_bears_its_sign_and_nothing_bears_none():
    assert [amount(Decimal(value)) for value in ("-0.00", "-0.01", "-1234.50", "0.00")] == [
        "0.00",
        "-0.01",
        "-1,234.50",
        "0.00",
    ]
