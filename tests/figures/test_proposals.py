"""A partial plan beside the whole one: what it inherits, and what it does not."""

from __future__ import annotations

import pytest

from negotiation_docs.errors import FactsError
from negotiation_docs.facts import PartialPlan, Proposal, Terms
from negotiation_docs.figures.proposals import as_agreed, changed, compute, plan_terms
from tests.make.debts import CARD, debt, household

SETTLED = Proposal.model_validate(
    {"settlement": {"pay_by": "2026-12-31"}, "waive": {"principal": "100.00", "penalty": "40.00"}}
)


def alternative(**stated: object) -> Proposal:
    return changed(SETTLED, PartialPlan.model_validate(stated))


def test_another_day_of_settlement_is_still_a_settlement_with_its_waiver():
    later = alternative(settlement={"pay_by": "2027-01-31"})
    assert later.settlement is not None
    assert str(later.settlement.pay_by) == "2027-01-31"
    assert later.waive == SETTLED.waive
    assert alternative(waive={"penalty": "1.00"}).settlement == SETTLED.settlement


def test_instalments_instead_of_a_settlement_leave_its_waiver_of_principal_and_keep_that_of_charges():
    plan = alternative(method="interest_free", periods=12, first_due="2026-12-25")
    assert plan.settlement is None
    assert plan.waive is not None
    assert (plan.waive.principal, str(plan.waive.penalty)) == (None, "40.00")


def test_a_waiver_of_its_own_is_that_of_the_instalments():
    plan = alternative(periods=12, waive={"principal": "5.00"})
    assert plan.waive is not None
    assert str(plan.waive.principal) == "5.00"
    without = changed(SETTLED.model_copy(update={"waive": None}), PartialPlan.model_validate({"periods": 12}))
    assert without.waive is None


def test_nothing_is_agreed_without_a_plan_on_both_sides():
    assert as_agreed(None, Terms.model_validate({"plan": {"periods": 12}})) is None
    assert as_agreed(None, Terms.model_validate({"plan": "alternative"})) is None
    assert as_agreed(SETTLED, Terms()) is None


@pytest.mark.parametrize("gone", ["method", "first_due"])
def test_terms_are_of_a_whole_plan_alone(gone):
    case = household(debt(CARD))
    with pytest.raises(ValueError, match="plan_terms needs"):
        plan_terms(case, case.debts[0], case.debts[0].proposal.model_copy(update={gone: None}))


def test_what_a_plan_lacks_is_absent_so_that_a_draft_leaves_it_open():
    case = household(debt(CARD))
    with pytest.raises(FactsError) as caught:
        compute(case, case.debts[0], case.debts[0].proposal.model_copy(update={"method": None, "first_due": None}))
    assert [problem.absent for problem in caught.value.problems] == [True, True]
