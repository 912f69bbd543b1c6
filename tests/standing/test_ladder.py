"""The steps of a complaint: one after the other, as the kind of creditor has them."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.standing.ladder import next_step
from tests.make.cases import CREDITORS, with_debt
from tests.make.escalated import REFUSED


def after(kind: str, *levels: str, **facts: object) -> str | None:
    contacts = [{**REFUSED, "level": level} for level in levels]
    case = nd.load(with_debt(creditor=CREDITORS[kind], contacts=contacts, agreement=None, **facts))
    step = next_step(case, case.debts[0])
    return step.value if step else None


@pytest.mark.parametrize(
    ("kind", "tried", "next_"),
    [
        ("bank_card", ["service"], "supervisor"),
        ("bank_card", ["service", "supervisor"], "consumer_protection"),
        ("bank_card", ["consumer_protection", "service"], "head_office"),
        ("bank_card", ["mediation"], "regulator"),
        ("bank_card", ["regulator"], None),
        ("microloan", ["supervisor"], "mediation"),
        ("private", ["service"], "mediation"),
        ("transferee", ["mediation"], None),
    ],
)
def test_the_next_step_lies_above_all_that_were_tried(kind, tried, next_):
    assert after(kind, *tried) == next_


def test_the_file_may_name_another_step_but_none_that_this_creditor_has_not():
    named = {"level": "consumer_protection"}
    assert after("bank_card", "service", escalation=named) == "consumer_protection"
    assert after("microloan", "service", escalation=named) is None


def test_a_talk_of_a_later_day_was_not_tried_yet():
    contacts = [REFUSED, {**REFUSED, "at": "2026-12-20", "level": "supervisor"}]
    case = nd.load(with_debt(contacts=contacts, agreement=None))
    assert next_step(case, case.debts[0]).value == "supervisor"
