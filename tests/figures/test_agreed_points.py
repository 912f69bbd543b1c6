"""What of an agreement stands in writing: each point by itself, against what was said."""

from __future__ import annotations

from typing import Any

import negotiation_docs as nd
from negotiation_docs.figures.agreed_points import POINTS, points
from tests.make.cases import with_debt

SAID = {"plan": True, "payment_account": "原账户", "pause_charges": True}


def found(confirmed: dict[str, Any] | None, **terms: Any) -> dict[str, tuple[bool, str]]:
    agreement: dict[str, Any] = {"reached": "2026-11-16", "terms": {**SAID, **terms}}
    if confirmed is not None:
        agreement["confirmed"] = {"date": "2026-11-20", "channel": "sms", **confirmed}
    case = nd.load(with_debt(agreement=agreement))
    return {point.name: (point.said, point.status) for point in points(case, case.debts[0])}


def test_there_are_thirteen_points_and_none_without_an_agreement():
    assert len(POINTS) == 13
    case = nd.load(with_debt(agreement=None))
    assert points(case, case.debts[0]) == ()


def test_before_a_confirmation_nothing_is_in_writing_whatever_was_said():
    told = found(None)
    assert told["payment_account"] == (True, "unwritten")
    assert told["breach"] == (False, "unwritten")
    assert {status for name, (_, status) in told.items() if name not in ("parties", "account")} == {"unwritten"}


def test_a_confirmation_stands_for_what_was_understood_and_for_no_more():
    told = found({})
    assert told["instalments"] == (True, "written")
    assert told["interest"] == (True, "written")
    assert told["credit_reporting"] == (False, "unwritten")


def test_another_number_of_instalments_differs_in_that_point_alone():
    told = found({"plan": {"periods": 48}})
    assert told["instalments"] == (True, "differs")
    assert told["principal"] == (True, "written")
    assert told["first_due"] == (True, "written")


def test_another_first_day_and_another_account_differ():
    told = found({"plan": {"first_due": "2027-01-25"}, "payment_account": "新开账户", "pause_charges": False})
    assert told["first_due"] == (True, "differs")
    assert told["instalments"] == (True, "written")
    assert told["payment_account"] == (True, "differs")
    assert told["interest"] == (True, "differs")


def test_what_only_the_writing_says_is_written_and_was_not_said():
    assert found({"breach": "连续两期未还的恢复原约定"})["breach"] == (False, "written")


def test_a_confirmation_of_a_later_day_does_not_count_yet():
    case = nd.load(
        with_debt(
            agreement={"reached": "2026-11-16", "terms": SAID, "confirmed": {"date": "2026-12-08", "channel": "sms"}}
        )
    )
    assert all(point.status != "written" for point in points(case, case.debts[0]))


RATED = {"method": "equal_payment", "annual_rate": "6%", "periods": 36, "first_due": "2026-12-25"}


def interest(said: dict[str, Any], written: dict[str, Any], proposal: dict[str, Any] = RATED) -> tuple[bool, str]:
    agreement = {
        "reached": "2026-11-16",
        "terms": said,
        "confirmed": {"date": "2026-11-20", "channel": "sms", **written},
    }
    case = nd.load(with_debt(agreement=agreement, proposal=proposal))
    return next((point.said, point.status) for point in points(case, case.debts[0]) if point.name == "interest")


def test_the_rate_of_the_plan_is_what_is_known_of_interest_where_nothing_else_was_said():
    assert interest({"plan": True}, {}) == (True, "written")
    assert interest({"plan": True}, {"plan": {"annual_rate": "7%"}}) == (True, "differs")
    assert interest({"plan": True}, {"plan": {"periods": 48}}) == (True, "written")


def test_a_rate_that_only_the_writing_has_differs():
    free = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25"}
    assert interest({"plan": True}, {}, free) == (False, "unwritten")
    rated = {"plan": {"method": "equal_payment", "annual_rate": "6%"}}
    assert interest({"plan": True}, rated, free) == (True, "differs")


def test_a_pause_of_charges_is_told_before_the_rate_whoever_speaks_of_it():
    assert interest({"plan": True, "pause_charges": True}, {"plan": {"annual_rate": "7%"}}) == (True, "written")
    assert interest({"plan": True}, {"pause_charges": True}) == (False, "written")


def bare(terms: dict[str, Any], confirmed: dict[str, Any], **debt: Any) -> dict[str, tuple[bool, str]]:
    """As ``found``, where nothing was said but ``terms``."""
    agreement = {
        "reached": "2026-11-16",
        "terms": terms,
        "confirmed": {"date": "2026-11-20", "channel": "sms", **confirmed},
    }
    case = nd.load(with_debt(agreement=agreement, **debt), draft=True)
    return {point.name: (point.said, point.status) for point in points(case, case.debts[0])}


def test_who_is_bound_and_which_account_is_read_off_the_paper_itself():
    told = found({})
    assert told["parties"] == told["account"] == (False, "by_hand")


def test_a_plan_that_only_the_writing_tells_was_not_said():
    told = bare({"payment_account": "原账户"}, {"plan": True})
    assert told["principal"] == told["instalments"] == told["first_due"] == (False, "written")


def test_a_plan_in_writing_that_is_none_of_those_spoken_of_differs_in_every_point():
    alone = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25"}
    told = bare({"plan": "alternative"}, {"plan": True}, proposal=alone)
    assert told["principal"] == told["instalments"] == (True, "differs")


def test_another_interval_leaves_the_first_day_as_it_was():
    told = found({"plan": {"every": "quarter"}})
    assert told["first_due"] == (True, "written")


def test_plans_that_cannot_be_computed_are_compared_as_they_are_written():
    unknown = {"balance": {"principal": None}}
    assert bare({"plan": True}, {"plan": {"periods": 24}}, **unknown)["instalments"] == (True, "differs")
    told = bare({"plan": {"periods": 36}}, {"plan": True}, **unknown)
    assert told["instalments"] == (True, "written"), "36 is what was proposed"
    assert told["interest"] == (False, "unwritten"), "no rate is known"


OWING = {"as_of": "2026-11-20", "principal": "21600.00", "interest": "612.35", "penalty": "138.60", "fees": "0.00"}


def run_up(
    confirmed: dict[str, Any] | None, proposal: dict[str, Any] | None = None, **terms: Any
) -> tuple[bool, str] | None:
    """The point about charges run up; None where there is none."""
    plan = {"method": "interest_free", "periods": 36, "first_due": "2026-12-25", **(proposal or {})}
    agreement: dict[str, Any] = {"reached": "2026-11-16", "terms": {"plan": True, **terms}}
    if confirmed is not None:
        agreement["confirmed"] = {"date": "2026-11-20", "channel": "sms", **confirmed}
    case = nd.load(with_debt(agreement=agreement, proposal=plan, balance={**OWING, "source": "账单"}))
    told = {point.name: (point.said, point.status) for point in points(case, case.debts[0])}
    return told.get("charges")


def test_charges_run_up_are_a_point_of_their_own_while_somebody_has_to_pay_them():
    spread = {"remaining_charges": "spread"}
    assert run_up(None) == (False, "unwritten")
    assert run_up({}) == (False, "unwritten"), "a plan that leaves them to be agreed says nothing of them"
    assert run_up(None, spread) == (True, "unwritten")
    assert run_up({}, spread) == (True, "written")
    assert run_up({"plan": {"remaining_charges": "spread"}}) == (False, "written")
    assert run_up({"plan": {"remaining_charges": "to_be_agreed"}}, spread) == (True, "unwritten")
    assert run_up({"plan": {"remaining_charges": "last_instalment"}}, spread) == (True, "differs")
    assert run_up({"plan": {"periods": 36}}, spread) == (True, "written")
    assert run_up({}, waive={"interest": "612.35", "penalty": "138.60"}) is None, "nothing is left of them"
    assert run_up(None, {"settlement": {"pay_by": "2026-12-31"}}) is None, "one sum that settles everything"
