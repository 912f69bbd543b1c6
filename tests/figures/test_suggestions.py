"""What would be affordable instead is really the shortest, and is advised only where anybody would agree to it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.errors import FactsError
from negotiation_docs.figures.affordability import affordability
from negotiation_docs.figures.plans import PlanTerms, plan
from negotiation_docs.figures.suggestions import suggest
from tests.make.debts import CARD, debt, earning, household

DAY = date(2026, 12, 25)


def fits(terms: PlanTerms, ceiling: Decimal) -> bool:
    try:
        return plan(terms).largest <= ceiling
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
)
def test_no_shorter_term_stays_below_the_ceiling(principal, ceiling, rate, method):
    method = "interest_free" if rate == "0" else method
    found = suggest(PlanTerms(principal, method, 12, DAY, Decimal(rate)), ceiling)
    shorter = range(1, found.term or 589)
    assert not any(fits(PlanTerms(principal, method, periods, DAY, Decimal(rate)), ceiling) for periods in shorter)
    assert found.level is None or found.level.largest <= ceiling


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
