"""Reminders: which days of a case a borrower is reminded of, how they are called, and what a change does to them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

import negotiation_docs as nd
from negotiation_docs.facts import Contact, Litigation
from tests.make.proposals import three_lenders
from tests.packaging.snippets import ROOT
from tests.read.calendars import events
from tests.read.some import some

STORIES = sorted((ROOT / "examples").rglob("*.yaml"))
BY_DAY = {path.stem: nd.load(path) for path in STORIES}


def story(name: str) -> nd.Case:
    return BY_DAY[name]


def of(found: nd.Reminders, *kinds: str) -> list[nd.Reminder]:
    return [one for one in found if one.kind in kinds]


def with_debt(case: nd.Case, **changes) -> nd.Case:
    return case.model_copy(update={"debts": (case.debts[0].model_copy(update=changes), *case.debts[1:])})


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
@pytest.mark.parametrize("discreet", [False, True])
def test_every_example_is_read_alike_by_both_readers_and_tells_no_person(path, discreet):
    case = story(path.stem)
    found = nd.reminders(case, discreet=discreet)
    read = events(found.to_ics())
    assert len(read) == len(found)
    assert {one.uid: (one.day, one.title, one.about) for one in found} == {
        uid: (told["day"], told["title"], told["text"]) for uid, told in read.items()
    }
    assert all(one.day >= case.dated for one in found)
    said = found.to_ics().replace(b"\r\n ", b"").decode()
    who = case.borrower
    assert not [each for each in (who.name, who.id_number, who.phone) if each and each in said]
    if discreet:
        names = [debt.creditor.name for debt in case.debts] + [debt.account for debt in case.debts if debt.account]
        assert not [name for name in names if name in said]
    assert not [each for debt in case.debts for each in (debt.id, debt.creditor.name) if f"UID:{each}" in said]


def test_every_instalment_of_a_confirmed_plan_rings_three_days_a_day_and_at_nine_before():
    case = story("card-4-in-plan")
    ahead = of(nd.reminders(case), "instalment")
    assert [one.day for one in some(ahead)] == sorted({one.day for one in ahead})
    assert all(one.alarms == (3, 1, 0) and not one.proposed for one in some(ahead))
    assert ahead[0].title.startswith(case.debts[0].creditor.name)


def test_an_instalment_that_was_paid_is_not_reminded_of_and_one_paid_in_part_of_the_rest():
    case = story("loan-6-in-plan")
    first = of(nd.reminders(case), "instalment")[0]
    payment = case.debts[0].payments[0]
    part = payment.model_copy(update={"amount": Decimal("100.00"), "date": case.dated})
    rest = of(nd.reminders(with_debt(case, payments=(*case.debts[0].payments, part))), "instalment")[0]
    assert rest.id == first.id
    assert "已登记100.00元" in rest.about
    full = part.model_copy(update={"amount": Decimal("783.07")})
    after = of(nd.reminders(with_debt(case, payments=(*case.debts[0].payments, full))), "instalment")
    assert first.id not in [one.id for one in after]


def test_instalments_that_nobody_confirmed_are_called_intended():
    found = of(nd.reminders(story("card-3-agreed")), "proposed")
    assert len(found) == 60
    assert all("拟还款" in one.title and one.proposed and "还没有书面确认" in one.about for one in found)
    read = events(nd.reminders(story("card-3-agreed")).to_ics())
    assert {read[one.uid]["state"] for one in found} == {"TENTATIVE"}


def test_a_plan_that_was_refused_is_not_reminded_of():
    assert not of(nd.reminders(story("loan-2-refused")), "proposed", "instalment")


def test_confirmation_updates_the_intended_instalments_instead_of_doubling_them():
    before, after = nd.reminders(story("card-3-agreed")), nd.reminders(story("card-4-in-plan"))
    intended = {one.id.replace("proposed", "instalment"): one.uid for one in of(before, "proposed")}
    confirmed = {one.id: one.uid for one in of(after, "instalment")}
    assert confirmed.items() <= intended.items()


def test_a_shorter_plan_cancels_what_is_left_of_the_longer_one(tmp_path):
    case = story("card-3-agreed")
    path = nd.reminders(case).save(tmp_path / "还款.ics")
    proposal = case.debts[0].proposal.model_copy(update={"periods": 48})
    shorter = nd.reminders(with_debt(case, proposal=proposal))
    shorter.save(path, overwrite=True)
    read = events(path.read_bytes())
    ours = {one.uid for one in shorter}
    assert {told["state"] for uid, told in read.items() if uid not in ours} == {"CANCELLED"}
    assert len([uid for uid in read if uid not in ours]) >= 12


def test_saved_again_unchanged_the_file_stays_as_it_is(tmp_path):
    found = nd.reminders(story("zhou"))
    path = found.save(tmp_path / "a.ics")
    first = path.read_bytes()
    assert found.save(path, overwrite=True).read_bytes() == first
    assert found.to_ics() == nd.reminders(story("zhou")).to_ics()


def test_promises_of_both_sides_have_their_days():
    found = nd.reminders(story("card-3-agreed"))
    assert [(one.kind, one.day) for one in of(found, "promise", "own_promise")] == [
        ("promise", date(2026, 11, 23)),
        ("own_promise", date(2026, 11, 25)),
    ]


def test_before_the_due_day_the_contract_is_reminded_of():
    found = of(nd.reminders(story("loan-0-predue")), "contract", "goes_on")
    assert found
    assert all("原合同" in one.title for one in found)


def test_days_of_a_court_are_advice_and_say_that_the_paper_prevails():
    case = story("zhou")
    suit = {"stage": "sued", "received": "2026-11-20"}
    found = of(nd.reminders(with_debt(case, litigation=Litigation.model_validate(suit))), "court")
    assert [one.day for one in found] == [date(2026, 12, 7)]  # the fifteenth day is a Saturday
    assert all(one.advice and "期限以文书所载为准" in one.about and "12348" in one.about for one in found)


@pytest.mark.parametrize(
    ("outcome", "days"),
    [("pending", ["2026-12-05", "2026-12-20", "2027-01-19"]), ("refused", ["2026-12-20"]), ("accepted", [])],
)
def test_a_complaint_sets_days_as_advice(outcome, days):
    case = story("zhou")
    made = Contact.model_validate(
        {
            "at": "2026-11-20", "direction": "outgoing", "channel": "email", "level": "consumer_protection",
            "summary": "提交书面投诉", "outcome": outcome,
        }
    )  # fmt: skip
    found = nd.reminders(with_debt(case, contacts=(*case.debts[0].contacts, made)))
    told = of(found, "complaint", "superior")
    assert [one.day.isoformat() for one in told] == days
    assert all(one.advice for one in told)


def test_a_lender_that_the_complaint_rule_does_not_bind_sets_no_such_days():
    assert not of(nd.reminders(story("loan-3-escalated")), "complaint", "superior")


def test_the_budget_is_reviewed_each_quarter_and_the_credit_report_looked_at_each_year():
    found = nd.reminders(story("zhou"))
    quarters = [one.id.removeprefix("case.review.") for one in of(found, "review")]
    years = [one.id.removeprefix("case.credit_report.") for one in of(found, "credit_report")]
    assert len(quarters) == len(set(quarters)) >= 4
    assert years == sorted(set(years))
    assert {quarter[:4] for quarter in quarters} == set(years)


def test_once_all_is_settled_only_the_record_is_looked_at():
    case = story("card-6-settled")
    found = nd.reminders(case, on=case.debts[0].settled)
    assert [one.id for one in found] == ["bank1.credit_report.settled"]
    assert found.items[0].day > case.debts[0].settled
    assert found.items[0].title.endswith("看信用报告有没有更新为已结清")


def test_two_people_with_the_same_ids_have_different_events():
    case = story("zhou")
    other = case.model_copy(update={"borrower": case.borrower.model_copy(update={"name": "李另一"})})
    assert not {one.uid for one in nd.reminders(case)} & {one.uid for one in nd.reminders(other)}


def test_a_calendar_is_saved_as_ics_only(tmp_path):
    with pytest.raises(nd.OutputError, match=r"后缀是 \.ics"):
        nd.reminders(story("zhou")).save(tmp_path / "a.txt")


def test_a_reminder_shows_no_words_of_the_case():
    shown = repr(nd.reminders(story("zhou")).items[0])
    assert "示例" not in shown


def test_a_name_that_is_too_long_is_said_also_when_a_calendar_would_be_updated(tmp_path):
    for overwrite in (False, True):
        with pytest.raises(nd.OutputError, match="文件名过长"):
            nd.reminders(nd.load(ROOT / "examples/zhou.yaml")).save(tmp_path / f"{'长' * 200}.ics", overwrite=overwrite)


def test_a_moment_counts_as_its_day():
    case, moment = nd.load(ROOT / "examples/zhou.yaml"), datetime(2026, 12, 1, 10, 30, tzinfo=UTC)
    assert nd.reminders(case, on=moment) == nd.reminders(case, on=moment.date())
    assert nd.next_steps(case, on=moment) == nd.next_steps(case, on=moment.date())


def test_a_calendar_of_one_debt_holds_its_days_and_no_others():
    case = three_lenders()
    every = nd.reminders(case)
    for debt in case.debts:
        assert list(nd.reminders(case, debt.id)) == [one for one in every if one.debt == debt.id]
    with pytest.raises(nd.FactsError):
        nd.reminders(case, "nobody")
