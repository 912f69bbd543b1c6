"""The log tells the hour and the number of a call, counted from the noted times and nothing else."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

import pytest

import negotiation_docs as nd
from negotiation_docs.figures.calls import at_night, calls_of_day
from negotiation_docs.law.collection_hours import most_calls
from tests.make.cases import CREDITORS, with_debt


def contacts(*given: dict) -> tuple:
    base = {"direction": "incoming", "channel": "phone", "summary": "要求还款"}
    return nd.load(with_debt(contacts=[{**base, **one} for one in given], agreement=None)).debts[0].contacts


@pytest.mark.parametrize(
    ("at", "night"),
    [
        ("2026-11-10 21:59", False),
        ("2026-11-10 22:00", True),
        ("2026-11-10 23:59", True),
        ("2026-11-10 07:59", True),
        ("2026-11-10 08:00", False),
        ("2026-11-10", False),
    ],
)
def test_the_night_is_from_ten_to_eight_and_a_day_without_a_time_tells_nothing(at, night):
    (contact,) = contacts({"at": at})
    assert at_night(contact) is night


def test_what_the_borrower_sent_and_what_lies_until_it_is_read_is_no_contact_at_night():
    own, letter, text = contacts(
        {"at": "2026-11-10 23:00", "direction": "outgoing"},
        {"at": "2026-11-10 23:00", "channel": "email"},
        {"at": "2026-11-10 23:00", "channel": "sms"},
    )
    assert [at_night(one) for one in (own, letter, text)] == [False, False, True]


def test_calls_are_counted_by_day_and_by_who_was_called_whatever_the_order_of_the_file():
    chance = random.Random(7)
    start = datetime(2026, 11, 10, 9)  # noqa: DTZ001 - the file has local times
    told = [
        {"at": f"{start + timedelta(days=day, minutes=7 * n):%Y-%m-%d %H:%M}", "contacted": whom}
        for day in range(3)
        for whom in ("self", "family")
        for n in range(day + 2)
    ]
    chance.shuffle(told)
    given = contacts(*told)
    counted = calls_of_day(given)
    for place, contact in enumerate(given):
        earlier = [
            other
            for other in given
            if other.day == contact.day and other.contacted == contact.contacted and other.moment <= contact.moment
        ]
        assert counted[place] == len(earlier)


def test_calls_of_ones_own_and_messages_are_not_counted():
    given = contacts({"at": "2026-11-10 09:00", "direction": "outgoing"}, {"at": "2026-11-10 09:05", "channel": "sms"})
    assert calls_of_day(given) == {}


@pytest.mark.parametrize(
    ("kind", "most"),
    [("bank_card", 6), ("bank_loan", 3), ("microloan", 3), ("private", None), ("pawnshop", None)],
)
def test_the_number_that_is_marked_follows_the_rule_that_fits_the_lender(kind, most):
    assert most_calls(nd.load(with_debt(creditor=CREDITORS[kind])).debts[0].creditor.kind) == most
