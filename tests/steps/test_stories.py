"""The examples and the story of a card, read as the borrower reads ``status``: what comes first, by when, with what."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs import Urgency
from tests.packaging.snippets import ROOT
from tests.read.some import some

PRESSING: dict[str, list[tuple[str, str | None, str, str | None, str | None]]] = {
    "zhou": [
        ("now", "bank1", "consent", "confirmation_request", None),
        ("now", "bank1", "own_promise", None, "2026-11-25"),
        ("coming", "bank1", "unconfirmed_instalment", None, "2026-12-25"),
        ("waiting", "bank1", "promise", None, "2026-11-23"),
    ],
    "lin": [
        ("now", "loan_a", "opening", "hardship_letter", None),
        ("now", "finance_b", "opening", "hardship_letter", None),
        ("now", "finance_b", "wrong_record", "credit_dispute", None),
        ("now", "friend", "consent", "confirmation_request", None),
        ("coming", "friend", "unconfirmed_instalment", None, "2026-12-28"),
    ],
    "he": [
        ("now", "transferred", "opening", "hardship_letter", None),
        ("now", "transferred", "figures", "account_statement_request", None),
        ("coming", None, "evidence", None, "2026-12-10"),
    ],
    "ouyang": [
        ("now", "loan1", "consent", "confirmation_request", None),
        ("coming", None, "evidence", None, "2026-12-05"),
        ("coming", "loan1", "unconfirmed_instalment", None, "2026-12-12"),
        ("waiting", "loan1", "promise", None, "2026-11-23"),
    ],
    "shen": [
        ("now", "card", "consent", "confirmation_request", None),
        ("now", "card", "unconfirmed_instalment", None, "2026-11-25"),
    ],
    "stories/card-1-overdue": [("now", "bank1", "opening", "hardship_letter", None)],
    "stories/card-2-waiting": [("now", "bank1", "answer", "escalation_request", "2026-10-27")],
    "stories/card-4-in-plan": [
        ("coming", "bank1", "deferral", "deferral_request", "2027-04-25"),
        ("coming", "bank1", "instalment", None, "2027-04-25"),
        ("coming", "bank1", "news", "progress_report", None),
    ],
    "stories/card-5-change": [
        ("coming", "bank1", "new_cause", "plan_change_request", "2027-06-25"),
        ("coming", "bank1", "instalment", None, "2027-06-25"),
    ],
    "stories/card-5-missed": [
        ("overdue", "bank1", "short", None, "2027-04-25"),
        ("overdue", "bank1", "unrecorded", None, "2027-05-25"),
        ("coming", "bank1", "new_cause", "plan_change_request", "2027-06-25"),
        ("coming", "bank1", "instalment", None, "2027-06-25"),
        ("coming", "bank1", "make_up", None, "2027-07-10"),
    ],
    "stories/card-6-settled": [("now", "bank1", "settled", "settlement_certificate_request", None)],
    "stories/card-0-predue": [
        ("coming", "bank1", "goes_on", None, "2026-08-20"),
        ("coming", None, "review", None, "2026-09-10"),
    ],
    "stories/card-3-agreed": [
        ("now", "bank1", "consent", "confirmation_request", None),
        ("now", "bank1", "own_promise", None, "2026-11-25"),
        ("coming", "bank1", "unconfirmed_instalment", None, "2026-12-25"),
        ("waiting", "bank1", "promise", None, "2026-11-23"),
    ],
    "stories/friend-0-predue": [
        ("coming", "friend", "opening", "hardship_letter", "2026-10-08"),
    ],
    "stories/friend-1-overdue": [
        ("now", "friend", "opening", "hardship_letter", None),
    ],
    "stories/friend-2-agreed": [
        ("now", "friend", "consent", "confirmation_request", None),
        ("coming", "friend", "unconfirmed_instalment", None, "2026-11-15"),
    ],
    "stories/friend-3-confirmed": [
        ("coming", "friend", "instalment", None, "2026-11-15"),
    ],
    "stories/friend-4-part-paid": [
        ("overdue", "friend", "short", None, "2027-02-15"),
        ("coming", "friend", "instalment", None, "2027-03-15"),
        ("coming", "friend", "make_up", None, "2027-03-31"),
    ],
    "stories/friend-5-settled": [
        ("now", "friend", "settled", "settlement_certificate_request", None),
    ],
    "stories/loan-0-predue": [
        ("coming", "loan", "opening", "hardship_letter", "2026-05-20"),
        ("coming", "loan", "deferral", "deferral_request", "2026-05-20"),
    ],
    "stories/loan-1-overdue": [
        ("now", "loan", "answer", "escalation_request", "2026-05-27"),
    ],
    "stories/loan-2-refused": [
        ("now", "loan", "refused", "escalation_request", None),
    ],
    "stories/again-1-refused": [
        ("now", "card", "wrong_record", "credit_dispute", "2026-09-09"),
        ("now", "loan", "refused", "escalation_request", None),
        ("coming", "card", "instalment", None, "2026-10-16"),
    ],
    "court/deng": [
        ("now", "card", "court", "court_answer", "2026-12-01"),
        ("now", "card", "court", None, "2026-12-16"),
        ("now", "card", "figures", "account_statement_request", None),
        ("coming", "card", "hearing", None, "2026-12-22"),
    ],
    "court/lu": [
        ("now", "loan", "court", "payment_order_objection", "2026-12-01"),
        ("now", "loan", "figures", "account_statement_request", None),
    ],
    "court/qin": [
        ("now", "card", "court", None, None),
        ("now", "card", "court", "property_report", "2026-11-30"),
    ],
    "stories/loan-3-escalated": [
        ("now", "loan", "refused", "escalation_request", None),  # the calls that came since take no refusal back
    ],
    "stories/loan-4-disputed": [
        ("now", "loan", "answer", "escalation_request", "2026-07-15"),
        ("now", "loan", "figures", "account_statement_request", None),
        ("now", "loan", "wrong_record", "credit_dispute", None),
    ],
    "stories/loan-5-agreed": [
        ("now", "loan", "consent", "confirmation_request", None),
        ("coming", "loan", "unconfirmed_instalment", None, "2026-09-20"),
        ("waiting", "loan", "promise", None, "2026-08-11"),
    ],
    "stories/loan-6-in-plan": [
        ("coming", "loan", "instalment", None, "2027-01-20"),
        ("coming", "loan", "news", "progress_report", None),
    ],
    "stories/loan-7-settled": [
        ("now", "loan", "settled", "settlement_certificate_request", None),
    ],
}


@pytest.mark.parametrize("name", PRESSING)
def test_an_example_asks_for_this_and_nothing_else(name):
    found = nd.next_steps(nd.load(ROOT / f"examples/{name}.yaml"))
    pressing = [step for step in found if step.urgency is not Urgency.OPEN and step.goes_with is None]
    told = [
        (step.urgency.value, step.debt, step.kind, step.paper, step.by.isoformat() if step.by else None)
        for step in pressing
    ]
    assert told == PRESSING[name]


def test_every_example_and_every_part_of_a_story_is_looked_at():
    folder = ROOT / "examples"
    files = {path.relative_to(folder).with_suffix("").as_posix() for path in some(folder.rglob("*.yaml"))}
    assert files == PRESSING.keys()


def test_what_an_example_is_asked_to_write_can_be_written():
    for path in some((ROOT / "examples").rglob("*.yaml")):
        case = nd.load(path)
        for step in nd.next_steps(case):
            if step.paper and step.debt and step.ready and step.urgency is not Urgency.WAITING:
                assert nd.render(step.paper, case, step.debt).text, (path.name, step.paper)
