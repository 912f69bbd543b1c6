"""A payment that runs ahead of a confirmed plan puts off no due day, as nobody agreed to that."""

from __future__ import annotations

from datetime import date
from typing import Any

import negotiation_docs as nd
from negotiation_docs.figures.performance import Performance, performance
from negotiation_docs.standing import standing
from negotiation_docs.standing.events.plan import plan
from tests.make.performed import changing, in_plan


def paid_also(*more: tuple[str, str], paid: int = 6) -> dict[str, Any]:
    case = in_plan(paid)
    case["debts"][0]["payments"] += [{"date": day, "amount": sum_} for day, sum_ in more]
    return case


def kept(case: dict[str, Any]) -> Performance:
    facts = nd.load(case)
    found = performance(facts, facts.debts[0])
    assert found is not None
    return found


def coming(found: Performance) -> tuple[date, str]:
    assert found.coming is not None
    return found.coming.row.due, str(found.coming.open)


def test_a_debit_that_fits_no_instalment_is_told_apart_by_its_day():
    found = kept(paid_also(("2027-03-02", "1700.00")))
    assert coming(found) == (date(2027, 6, 25), "600.00")
    assert (str(found.surplus), found.surplus_days) == ("1700.00", (date(2027, 3, 2),))
    assert all(row.days == (row.row.due,) for row in found.rows), "what was paid on its day is not moved"
    assert found.whole - found.left == found.paid - found.surplus


def test_instalments_paid_two_ahead_are_surplus_by_the_days_of_the_last_payments():
    found = kept(paid_also(("2027-06-01", "600.00"), ("2027-06-02", "600.00")))
    assert coming(found) == (date(2027, 6, 25), "600.00")
    assert (str(found.surplus), found.surplus_days) == ("1200.00", (date(2027, 6, 1), date(2027, 6, 2)))


def test_where_usual_payments_do_not_suffice_the_earliest_serve_what_is_due_and_the_rest_is_surplus():
    found = kept(paid_also(("2027-06-01", "2000.50"), paid=5))
    assert all(row.met for row in found.rows)
    assert (str(found.surplus), found.surplus_days) == ("1400.50", (date(2027, 6, 1),))


def test_what_does_not_reach_beyond_the_next_instalment_is_counted_towards_it():
    assert coming(kept(paid_also(("2027-06-01", "250.00")))) == (date(2027, 6, 25), "350.00")
    assert not kept(paid_also(("2027-06-01", "600.00"))).surplus


def test_a_plan_paid_in_full_ahead_and_a_change_that_is_asked_for_keep_what_was_paid():
    assert not kept(paid_also(("2027-06-01", "18000.00"))).surplus
    case = changing(6)
    case["debts"][0]["payments"].append({"date": "2027-06-01", "amount": "1700.00"})
    assert not kept(case).surplus


def test_report_check_and_status_name_the_same_next_day():
    case = nd.load(paid_also(("2027-03-02", "1700.00")))
    debt = case.debts[0].id
    zh, en = (nd.render("progress_report", case, debt, lang=lang).text for lang in ("zh", "en"))
    assert "2027年3月2日的1,700.00元超出到期各期" in zh
    assert "第7期600.00元的还款日为2027年6月25日。" in zh
    assert "exceeds the instalments due" in en
    ahead = [one for one in nd.check(case) if one.rule == "payment.ahead"]
    assert [one.severity for one in ahead] == ["warning"]
    assert "1,700.00元" in ahead[0].message
    by = [one.by for one in plan(case, case.debts[0], standing(case, case.debts[0])) if one.form == "instalment"]
    assert by == [date(2027, 6, 25)]
