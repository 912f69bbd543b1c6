"""What a plan asks of a month and of a day, worked out by hand on plans of a few instalments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from negotiation_docs.figures.plans import PlanTerms, plan, settlement
from negotiation_docs.figures.pledges import Lump, Pledge, laid_by, monthly_totals, shortfalls

TODAY = date(2026, 11, 21)
YUAN = Decimal("1.00")


def pledge(principal: str, periods: int, first: date, source: str = "", **terms: Any) -> Pledge:
    method = terms.pop("method", "interest_free")
    return Pledge("one", plan(PlanTerms(Decimal(principal), method, periods, first, **terms)), first, source)


def months(found: Pledge) -> dict[str, str]:
    return {f"{year}-{month:02}": str(part) for (year, month), part in found.monthly().items()}


def lumps(found: Pledge) -> list[tuple[str, str, bool]]:
    return [(lump.due.isoformat(), str(lump.amount), lump.gap) for lump in found.lumps()]


QUARTERLY = pledge("300.01", 2, date(2027, 1, 15), every=3)
"""150.00 元 in January and 150.01 元 in April, laid by in thirds."""
LATE = {"method": "equal_payment", "annual_rate": Decimal("0.12"), "start": date(2026, 11, 15)}


def test_a_monthly_plan_asks_its_payment_of_each_month_across_the_year():
    found = pledge("100.01", 3, date(2026, 11, 30))
    assert months(found) == {"2026-11": "33.33", "2026-12": "33.33", "2027-01": "33.35"}


def test_an_instalment_of_a_quarter_is_laid_by_in_thirds_rounded_up_over_the_months_before_it():
    first, second = dict.fromkeys(("2027-01", "2026-12", "2026-11"), "50.00"), ("2027-04", "2027-03", "2027-02")
    assert months(QUARTERLY) == first | dict.fromkeys(second, "50.01")


def test_by_days_the_odd_fen_of_a_quarter_falls_on_the_day_of_the_instalment():
    laid_by = {day.isoformat(): fen for day, fen in QUARTERLY.laid_by()}
    assert laid_by == {
        "2027-01-15": 5000, "2026-12-15": 5000, "2026-11-15": 5000,
        "2027-04-15": 5001, "2027-03-15": 5000, "2027-02-15": 5000,
    }  # fmt: skip


def test_two_equal_instalments_are_no_lump_and_one_alone_is():
    assert lumps(pledge("200.00", 2, date(2026, 12, 25))) == []
    assert lumps(pledge("200.00", 1, date(2026, 12, 25))) == [("2026-12-25", "200.00", False)]
    assert months(pledge("200.00", 1, date(2026, 12, 25))) == {"2026-12": "0.00"}


def test_charges_that_are_spread_are_no_lump_and_those_at_the_end_are():
    charged = {"charges": Decimal("10.00")}
    assert lumps(pledge("200.00", 2, date(2026, 12, 25), **charged)) == []
    at_the_end = pledge("200.00", 2, date(2026, 12, 25), charges_paid="last_instalment", **charged)
    assert lumps(at_the_end) == [("2027-01-25", "10.00", False)]
    assert months(at_the_end) == {"2026-12": "100.00", "2027-01": "100.00"}


def test_the_interest_of_a_late_start_is_a_lump_of_its_own_where_instalments_follow():
    # 1,200.00 at 12 % from 2026-11-15 to 2027-01-15: 61 days bear 24.07, a month 12.00
    found = pledge("1200.00", 2, date(2027, 1, 15), **LATE)
    assert lumps(found) == [("2027-01-15", "12.07", True)]
    alone = pledge("1200.00", 1, date(2027, 1, 15), **LATE)
    assert lumps(alone) == [("2027-01-15", "1224.07", False)]


def test_only_the_late_first_instalment_is_told_as_interest_beside_other_lumps():
    charges = {"charges": Decimal("10.00"), "charges_paid": "last_instalment"}
    found = pledge("1200.00", 2, date(2027, 1, 15), **LATE, **charges)
    assert lumps(found) == [("2027-01-15", "12.07", True), ("2027-02-15", "10.00", False)]


def test_a_down_payment_and_the_principal_at_the_end_are_lumps():
    down = (Decimal("50.00"), date(2026, 12, 1))
    assert lumps(pledge("250.00", 2, date(2026, 12, 25), down_payment=down)) == [("2026-12-01", "50.00", False)]
    found = pledge("1200.00", 2, date(2026, 12, 25), method="interest_first", annual_rate=Decimal("0.12"))
    assert lumps(found) == [("2027-01-25", "1200.00", False)]


def test_a_source_pays_the_lumps_and_own_means_the_rest():
    terms = {"method": "interest_first", "annual_rate": Decimal("0.12")}
    own = pledge("1200.00", 2, date(2026, 12, 25), **terms)
    assert [fen for _, fen in own.from_own_means()] == [1200, 121200]
    aided = pledge("1200.00", 2, date(2026, 12, 25), "亲属资助", **terms)
    assert [fen for _, fen in aided.from_own_means()] == [1200, 1200]
    assert list(Pledge("one", own.schedule, own.first_due, carried=True).from_own_means()) == []
    assert list(Pledge("one", own.schedule, own.first_due, carried=True).laid_by()) == []


def test_the_month_of_today_counts_and_the_one_before_does_not():
    found = pledge("300.00", 3, date(2026, 10, 10))
    assert monthly_totals([found], date(2026, 11, 30)) == {(2026, 11): 100, (2026, 12): 100}
    assert monthly_totals([found, found], date(2026, 12, 1)) == {(2026, 12): 200}


def at_once(amount: str, day: date, debt: str = "one") -> Pledge:
    return Pledge(debt, settlement(Decimal(amount), Decimal("0.00"), day), day)


def short(*pledges: Pledge, disposable: str, assets: str = "0.00") -> list[tuple[str, str]]:
    lumps = [lump for each in pledges for lump in each.lumps()]
    found = shortfalls(lumps, laid_by(pledges, TODAY), Decimal(disposable), Decimal(assets), TODAY)
    return [(each.lump.debt, str(each.available)) for each in found]


def test_a_lump_due_today_is_tested_and_one_of_yesterday_is_past():
    assert short(at_once("100.01", TODAY), disposable="0.00", assets="100.00") == [("one", "100.00")]
    assert short(at_once("100.00", TODAY), disposable="0.00", assets="100.00") == []
    assert short(at_once("100.01", date(2026, 11, 20)), disposable="0.00") == []


def test_months_of_saving_reach_a_lump_to_the_fen():
    due = date(2027, 2, 21)  # three whole months
    assert short(at_once("300.00", due), disposable="100.00") == []
    assert short(at_once("300.01", due), disposable="100.00") == [("one", "300.00")]
    day_before = date(2027, 2, 20)  # two whole months
    assert short(at_once("200.01", day_before), disposable="100.00") == [("one", "200.00")]


def test_an_earlier_lump_leaves_less_for_a_later_one_and_never_less_than_nothing():
    first, later = at_once("150.00", date(2026, 12, 1), "a"), at_once("60.00", date(2026, 12, 2), "b")
    assert short(first, later, disposable="0.00", assets="200.00") == [("b", "50.00")]
    assert short(first, later, disposable="0.00", assets="100.00") == [("a", "100.00"), ("b", "0.00")]


def test_a_lump_looks_one_month_ahead_and_no_further():
    # 100.00 a month; 100.00 of each month belong to the instalments from 2026-12-15 on
    lump = at_once("100.00", date(2026, 12, 10), "lump")
    soon = pledge("200.00", 2, date(2026, 12, 15))
    assert short(lump, soon, disposable="100.00") == [("lump", "0.00")]
    in_a_month = pledge("150.00", 2, date(2027, 1, 10))  # on the very day a month later
    assert short(lump, in_a_month, disposable="50.00") == [("lump", "25.00")]
    later = pledge("150.00", 2, date(2027, 1, 11))
    assert short(lump, later, disposable="50.00") == [("lump", "50.00")]


def test_instalments_before_today_take_nothing_and_one_of_today_does():
    lump = at_once("100.00", date(2026, 12, 21), "lump")
    past = pledge("120.00", 1, date(2026, 11, 20))
    assert short(lump, past, disposable="0.00", assets="100.00") == []
    quarter = pledge("300.00", 1, date(2026, 12, 21), every=3)
    assert isinstance(quarter.lumps()[0], Lump)
    two = pledge("200.00", 2, date(2026, 11, 21))  # today and in a month
    assert short(lump, two, disposable="0.00", assets="250.00") == [("lump", "50.00")]
    yesterday = pledge("200.00", 2, date(2026, 11, 20))
    assert short(lump, yesterday, disposable="0.00", assets="250.00") == []


@pytest.mark.parametrize("carried", [True, False])
def test_what_somebody_else_carries_leaves_the_months_to_the_lump(carried):
    lump = at_once("100.00", date(2026, 12, 10), "lump")
    plain = pledge("200.00", 2, date(2026, 12, 15))
    other = Pledge("other", plain.schedule, plain.first_due, carried=carried)
    assert short(lump, other, disposable="100.00") == ([] if carried else [("lump", "0.00")])
