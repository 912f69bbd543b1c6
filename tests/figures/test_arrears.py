"""Around a change of the plan: what earlier instalments lack, and what later ones have already."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.arrears import ArrearsParts, ahead, arrears
from tests.make.cases import with_debt

OWED = {"as_of": "2026-08-31", "principal": "1000.00", "interest": "50.00", "penalty": "0.00", "fees": "0.00"}
TEN = {"method": "interest_free", "periods": 10, "first_due": "2026-08-10", "remaining_charges": "spread"}


def case(*payments: tuple[str, str], start: int | None = 3, spread: bool = False, dated: str = "2026-10-20") -> nd.Case:
    """Ten instalments of 100.00 元 and 5.00 元 of charges on each 10th from August on, changed from ``start`` on."""
    change: dict[str, Any] = {"periods": 20} if start is None else {"from_instalment": start}
    confirmed = {"date": "2026-08-02", "channel": "sms"}
    facts = with_debt(
        due="2026-07-01",
        balance=OWED,
        proposal=TEN,
        contacts=None,
        agreement={"reached": "2026-08-01", "terms": {"plan": True}, "confirmed": confirmed},
        payments=[{"date": day, "amount": amount} for day, amount in payments],
        change=change | ({"arrears": "spread"} if spread else {}),
    )
    facts["dated"] = dated
    return nd.load(facts)


def parts(found: ArrearsParts) -> tuple[str, str, str]:
    return str(found.principal), str(found.charges), str(found.whole)


def lacking(*payments: tuple[str, str], **asked: Any) -> tuple[str, str, str]:
    found = case(*payments, **asked)
    return parts(arrears(found, found.debts[0]))


def had(*payments: tuple[str, str], **asked: Any) -> tuple[str, str, str]:
    found = case(*payments, **asked)
    return parts(ahead(found, found.debts[0]))


NOTHING = ("0.00", "0.00", "0.00")


def test_an_instalment_paid_in_part_lacks_the_rest_and_charges_were_paid_first():
    assert lacking(("2026-08-10", "103.00")) == ("2.00", "0.00", "2.00")
    assert lacking(("2026-08-10", "2.00")) == ("100.00", "3.00", "103.00")


def test_one_without_a_payment_is_in_arrears_only_where_the_change_speaks_of_arrears():
    assert lacking() == NOTHING
    assert lacking(spread=True) == ("200.00", "10.00", "210.00")
    assert lacking(("2026-08-10", "105.00"), spread=True) == ("100.00", "5.00", "105.00")


def test_the_changed_instalment_itself_and_what_is_due_today_are_no_arrears():
    assert lacking(start=2, spread=True) == ("100.00", "5.00", "105.00")
    assert lacking(start=4, spread=True, dated="2026-10-10") == ("200.00", "10.00", "210.00")
    assert lacking(("2026-08-10", "220.00"), start=4, dated="2026-10-10") == NOTHING, "paid in part and due today"
    assert lacking(("2026-08-10", "220.00"), start=4, dated="2026-10-11") == ("95.00", "0.00", "95.00")
    assert lacking(start=4, spread=True, dated="2026-10-11") == ("300.00", "15.00", "315.00")


def test_what_was_paid_from_the_changed_instalment_on_is_ahead():
    two = ("2026-08-10", "210.00")
    assert had(two) == NOTHING
    assert had(two, ("2026-09-10", "8.00")) == ("3.00", "5.00", "8.00")
    assert had(two, ("2026-09-10", "2.00")) == ("0.00", "2.00", "2.00")
    assert had(two, ("2026-09-10", "106.00")) == ("100.00", "6.00", "106.00"), "1.00 of the fourth is charges"


@pytest.mark.parametrize("start", [None])
def test_a_change_of_the_whole_plan_has_neither(start):
    assert lacking(("2026-08-10", "103.00"), start=start) == NOTHING
    assert had(("2026-08-10", "103.00"), start=start) == NOTHING


def test_without_a_change_or_a_plan_there_is_neither():
    for facts in (with_debt(), with_debt(change={"from_instalment": 3}, agreement=None)):
        loaded = nd.load(facts)
        assert parts(arrears(loaded, loaded.debts[0])) == parts(ahead(loaded, loaded.debts[0])) == NOTHING
