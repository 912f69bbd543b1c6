"""Plan, alternative and original contract side by side."""

from __future__ import annotations

import re
from datetime import date

from negotiation_docs.figures.compare import compare
from tests.make.debts import CARD, FRIEND, debt, household


def contract(**facts: object) -> dict:
    return debt(CARD, contract=facts)


def test_without_a_contract_only_the_proposals_are_compared():
    assert [option.label for option in compare(household())] == ["首选方案", "备选方案"]


def test_the_rest_of_the_contract_is_counted_from_the_first_unpaid_day():
    facts = contract(periods=48, first_due="2024-01-20", payment="6124.34", annual_rate="0.18")
    found = compare(household(facts))
    original = found.options[2]
    assert (original.label, original.periods, original.last_due) == ("原合同", 17, date(2027, 12, 20))
    assert (str(original.total), str(original.interest)) == ("104113.78", "17692.41")
    assert not original.reference


def test_a_contract_that_was_called_in_is_no_way_to_repay_any_more():
    facts = contract(periods=48, first_due="2024-01-20", payment="6124.34", accelerated="2026-10-01")
    assert [option.name for option in compare(household(facts))] == ["plan", "alternative"]


def test_a_contract_that_takes_less_than_the_principal_is_not_believed():
    facts = contract(periods=48, first_due="2024-01-20", payment="100.00")
    assert len(compare(household(facts))) == 2


def test_a_card_is_compared_with_its_rate_as_a_yardstick():
    found = compare(household(contract(annual_rate="0.18")))
    yardstick = found.options[2]
    assert yardstick.reference
    assert yardstick.label == "按原合同利率等额本息（参照）"
    assert str(found.dearer(yardstick)) == "45403.67"  # 34 days to the first instalment, not a month
    assert found.dearer(found.options[0]) == 0


def test_a_longer_term_can_cost_more():
    terms = {"method": "equal_payment", "annual_rate": "0.12", "periods": 24, "first_due": "2026-12-28"}
    found = compare(household(debt(FRIEND, proposal=terms | {"alternative": {"periods": 60}})))
    plan, longer = found
    assert longer.first < plan.first
    assert found.dearer(longer) > 0
    assert longer.interest > plan.interest


def test_charges_that_a_plan_pays_are_part_of_its_cost():
    plan = compare(household(debt(CARD, proposal={"remaining_charges": "spread"}))).options[0]
    assert str(plan.interest) == "3912.08"


def test_a_comparison_shows_itself_as_a_table():
    html = compare(household())._repr_html_()
    assert re.search(r"<td [^>]*left[^>]*>备选方案</td><td [^>]*right[^>]*>48</td>", html)
    assert "86,421.37" in html


def test_a_contract_that_takes_just_the_principal_costs_nothing_more_and_begins_with_its_own_first_payment():
    terms = {"amount": "1200.00", "periods": 12, "first_due": "2026-09-20", "payment": "100.00"}
    same = household(debt(CARD, balance={"principal": "1200.00"}, due="2026-09-20", contract=terms))
    last = list(compare(same))[-1]
    assert (last.name, str(last.interest)) == ("original", "0.00")
    falling = {key: told for key, told in terms.items() if key != "payment"}
    falling |= {"method": "equal_principal", "annual_rate": "0.12"}
    case = household(debt(CARD, balance={"principal": "1200.00"}, due="2026-09-20", contract=falling))
    assert str(list(compare(case))[-1].first) == "112.00"
