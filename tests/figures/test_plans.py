"""Schedules on plain values: the pinned vectors, what is always true, and what is refused."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, localcontext
from itertools import pairwise

import pytest
from msgspec.structs import replace

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.dates import Calendar
from negotiation_docs.figures.methods import METHODS
from negotiation_docs.figures.plans import PlanTerms, plan, settlement
from negotiation_docs.figures.rates import annual_rate
from tests.make.plans import FIRST_DUE, random_terms, terms, vectors

PLANS = vectors("plans")
Z1 = terms(PLANS["Z1"]["terms"])


@pytest.mark.parametrize("name", PLANS)
def test_every_row_of_every_vector_is_met(name):
    schedule = plan(terms(PLANS[name]["terms"]))
    rows = [(row.period, row.payment, row.principal, row.interest, row.balance) for row in schedule]
    assert rows == [(row[0], *map(Decimal, row[1:])) for row in PLANS[name]["rows"]]
    assert str(schedule.total) == PLANS[name]["total"]
    assert str(schedule.interest) == PLANS[name]["interest"]


@pytest.mark.parametrize(
    ("principal", "rate", "dates", "basis", "figures"),
    [
        ("20000", "0.0435", (date(2026, 3, 31), date(2027, 3, 31)), 360, ("882.08", "20882.08")),
        ("8000", "0.18", (date(2026, 8, 20), date(2026, 11, 21)), 365, ("366.90", "8366.90")),
    ],
)
def test_a_single_repayment_bears_interest_by_days(principal, rate, dates, basis, figures):
    start, due = dates
    (row,) = plan(PlanTerms(Decimal(principal), "bullet", 1, due, Decimal(rate), start=start, day_count=basis))
    assert (str(row.interest), str(row.payment)) == figures
    assert (row.due, str(row.balance)) == (due, "0.00")


def assert_is_sound(facts: PlanTerms) -> None:
    """What holds for every plan whatever its method."""
    schedule = plan(facts)
    assert schedule.principal == facts.principal
    assert schedule.charges == facts.charges
    assert schedule.total == schedule.principal + schedule.interest + schedule.charges
    assert schedule.rows[-1].balance == 0
    balance = facts.principal
    for row in schedule:
        balance -= row.principal
        assert row.balance == balance >= 0
        assert row.payment == row.principal + row.interest + row.charges > 0
    assert all(earlier.due < later.due for earlier, later in pairwise(schedule))
    assert [row.period for row in schedule.instalments] == list(range(1, schedule.periods + 1))
    assert sum(group.periods * group.payment for group in schedule.groups) == sum(
        r.payment for r in schedule.instalments
    )


def assert_is_level(facts: PlanTerms) -> None:
    """Only the row that absorbs the odd 分 differs, by less than one 分 for each period, and the rate is the plan's."""
    schedule = plan(replace(facts, charges=Decimal(0)))
    odd = 0 if facts.remainder == "first" else -1
    rows = list(schedule.instalments)
    last = rows.pop(odd)
    assert len({row.payment for row in rows}) <= 1
    compounds = facts.annual_rate / 12 * schedule.periods > Decimal("0.6")  # half a 分 a month bears interest too
    if rows:
        assert abs(last.payment - rows[0].payment) < Decimal(schedule.periods) / 100 * (
            Decimal("1.2") if compounds else 1
        )
    if facts.method == "equal_payment" and facts.principal > 1000:
        start = schedule.instalments[0].balance + schedule.instalments[0].principal
        rate = annual_rate(start, [row.payment for row in schedule.instalments])
        assert abs(rate.nominal - facts.annual_rate) < Decimal("0.0002")


def assert_principal_is_level(facts: PlanTerms) -> None:
    """等额本金: only the row that absorbs the odd 分 repays another principal, by less than one 分 for each period."""
    parts = [row.principal for row in plan(facts).instalments]
    odd = parts.pop(0 if facts.remainder == "first" else -1)
    assert len(set(parts)) <= 1
    assert not parts or abs(odd - parts[0]) < Decimal(len(parts) + 1) / 100


@pytest.mark.parametrize("method", METHODS)
def test_random_plans_are_sound(method):
    for facts in random_terms(method, 150):
        assert_is_sound(facts)


@pytest.mark.parametrize("method", ["equal_payment", "interest_free"])
def test_random_level_plans_are_level(method):
    for facts in random_terms(method, 150, seed=2):
        assert_is_level(facts)


def test_random_plans_of_equal_principal_are_level_in_it():
    for facts in random_terms("equal_principal", 150, seed=2):
        assert_principal_is_level(facts)


LEVEL = {
    "equal_payment": assert_is_level,
    "interest_free": assert_is_level,
    "equal_principal": assert_principal_is_level,
}


@pytest.mark.check
@pytest.mark.parametrize("method", METHODS)
def test_ten_thousand_random_plans_are_sound(method):
    for facts in random_terms(method, 10_000, seed=3):
        assert_is_sound(facts)
        if method in LEVEL:
            LEVEL[method](facts)


def test_a_careless_decimal_context_changes_nothing():
    expected = plan(Z1)
    with localcontext() as context:
        context.prec = 3
        assert plan(Z1) == expected
        assert plan(Z1).total == expected.total


def test_groups_are_the_runs_that_sentences_speak_of():
    assert [tuple(group) for group in plan(Z1).groups] == [(1, 59, Decimal("1440.35")), (60, 60, Decimal("1440.72"))]


def test_a_down_payment_comes_off_the_principal_first():
    schedule = plan(replace(Z1, periods=60, down_payment=(Decimal(1000), date(2026, 12, 10))))
    assert (schedule.down_payment.period, str(schedule.down_payment.balance)) == (0, "85421.37")
    assert (len(schedule), schedule.periods) == (61, 60)
    assert (str(schedule.first), str(schedule.last)) == ("1423.68", "1424.25")
    assert schedule.total == Decimal("86421.37")


def test_charges_promised_evenly_stand_in_every_instalment():
    schedule = plan(replace(Z1, charges=Decimal("3912.08")))
    assert (str(schedule.first), str(schedule.last)) == ("1505.55", "1506.00")
    assert (schedule.total, schedule.charges) == (Decimal("90333.45"), Decimal("3912.08"))


def test_charges_promised_for_the_end_stand_in_the_last_instalment():
    schedule = plan(replace(Z1, charges=Decimal("3912.08"), charges_paid="last_instalment"))
    assert (str(schedule.first), str(schedule.last)) == ("1440.35", "5352.80")


def test_a_settlement_is_one_payment():
    (row,) = settlement(Decimal("86421.37"), Decimal("3912.08"), date(2027, 1, 31))
    assert (str(row.payment), str(row.principal), str(row.charges)) == ("90333.45", "86421.37", "3912.08")
    with pytest.raises(FactsError, match="须大于0元"):
        settlement(Decimal(0), Decimal(0), date(2027, 1, 31))


def test_a_holiday_moves_the_date_and_not_the_money():
    moved = plan(replace(Z1, calendar=Calendar("next")))
    assert [row.payment for row in moved] == [row.payment for row in plan(Z1)]
    assert all(row.due.weekday() < 5 for row in moved)


@pytest.mark.parametrize(
    ("change", "path", "message"),
    [
        ({"principal": Decimal("0.59")}, "periods", "每期不足0.01元"),
        ({"principal": Decimal("0.00")}, "principal", "本金须大于0元"),
        ({"method": "balloon"}, "method", "不认识的还款方式"),
        ({"annual_rate": Decimal("0.18")}, "annual_rate", "年利率须为0"),
        ({"annual_rate": Decimal("-0.1")}, "annual_rate", "不能为负数"),
        ({"periods": 0}, "periods", "期数须为1至600"),
        ({"periods": 601}, "periods", "期数须为1至600"),
        ({"method": "interest_first"}, "annual_rate", "先息后本须有年利率"),
        ({"method": "equal_principal", "principal": Decimal("1.00")}, "periods", "每期不足0.01元"),
        ({"method": "equal_payment", "annual_rate": Decimal("0.1"), "remainder": "first"}, "remainder", "末期"),
        ({"method": "bullet", "start": FIRST_DUE, "periods": 1}, "first_due", "晚于起息日"),
        ({"method": "bullet", "periods": 1}, "first_due", "晚于起息日"),
        ({"day_count": 364}, "day_count", "360或365"),
        ({"remainder": "middle"}, "remainder", "余数"),
        ({"charges": Decimal(-1)}, "waive", "超过欠款"),
        ({"down_payment": (Decimal("86421.37"), date(2026, 12, 1))}, "down_payment.amount", "小于本金"),
        ({"down_payment": (Decimal(0), date(2026, 12, 1))}, "down_payment.amount", "大于0元"),
        ({"down_payment": (Decimal(100), FIRST_DUE)}, "down_payment.date", "早于首期还款日"),
    ],
)
def test_what_cannot_be_a_plan_is_refused_by_name(change, path, message):
    with pytest.raises(FactsError, match=message) as caught:
        plan(replace(Z1, **change))
    assert caught.value.problems[0].path == path


STEPPED = terms(PLANS["S2"]["terms"])


@pytest.mark.parametrize(
    ("steps", "message"),
    [
        (((6, Decimal(200)), (30, None)), "每期200.00元低于当期利息270.00元"),
        ((), "须填写阶梯"),
        (((6, None), (30, None)), "只有最后一个阶段"),
        (((6, Decimal(500)), (29, None)), "与期数36不一致"),
        (((0, Decimal(500)), (36, None)), "每个阶段至少一期"),
        (((30, Decimal(9000)), (6, None)), "期数未满本金已还清"),
        (((6, Decimal(500)), (30, Decimal(1200))), "末期须还.*与所填1200.00元不符"),
    ],
)
def test_steps_that_do_not_work_out_are_refused(steps, message):
    with pytest.raises(FactsError, match=message):
        plan(replace(STEPPED, steps=steps))


def test_steps_that_all_name_their_payment_must_meet_it_but_for_the_odd_fen():
    named = replace(STEPPED, steps=((6, Decimal(500)), (30, Decimal("1292.02"))))
    assert plan(named).rows == plan(STEPPED).rows


def test_a_first_instalment_can_take_the_odd_fen_of_the_levelled_step():
    free = PlanTerms(
        Decimal("1000.00"), "stepped", 5, FIRST_DUE, steps=((2, Decimal(100)), (3, None)), remainder="first"
    )
    assert [str(row.payment) for row in plan(free)] == ["100.00", "100.00", "266.68", "266.66", "266.66"]


def test_what_a_step_pays_it_pays_with_its_part_of_spread_charges():
    terms = PlanTerms(
        Decimal("1000.00"), "stepped", 5, FIRST_DUE, steps=((2, Decimal(100)), (3, None)), charges=Decimal("50.02")
    )
    assert [str(row.payment) for row in plan(terms)] == ["100.00", "100.00", "283.33", "283.33", "283.36"]
    assert [str(row.principal) for row in plan(terms)] == ["90.00", "90.00", "273.33", "273.33", "273.34"]
    low = replace(terms, steps=((2, Decimal("9.00")), (3, None)))
    with pytest.raises(FactsError, match=r"每期9\.00元低于当期利息和分摊的息费10\.00元"):
        plan(low)
    last = replace(terms, charges_paid="last_instalment")
    assert [str(row.payment) for row in plan(last)] == ["100.00", "100.00", "266.66", "266.66", "316.70"]


def test_a_schedule_shows_itself_as_a_small_table():
    html = plan(Z1)._repr_html_()
    assert html.count("<tr>") == 15
    assert "…" in html
    assert "免息等额分期，60期，年利率0%" in html
    assert re.search(r"<tfoot><tr><td [^>]*>合计</td>.*<td [^>]*right[^>]*>86,421.37</td>", html)
    assert "首付" in plan(replace(Z1, down_payment=(Decimal(1000), date(2026, 12, 10))))._repr_html_()


def test_a_schedule_of_fourteen_rows_shows_itself_whole_and_one_of_fifteen_does_not():
    assert "…" not in plan(replace(Z1, periods=14))._repr_html_()
    assert "…" in plan(replace(Z1, periods=15))._repr_html_()
    rows = re.findall(r"<tr><td [^>]*>([^<]*)</td>", plan(replace(Z1, periods=3))._repr_html_())
    assert rows[:3] == ["1", "2", "3"]


def test_the_repr_of_a_schedule_is_one_line():
    assert repr(plan(Z1)) == "<Schedule interest_free 60 periods, total 86421.37>"
