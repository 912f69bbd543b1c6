"""Two snapshots of a borrower's means: the month before and after, what fits no longer, what is to be written."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.outlook import outlook
from tests.make.cases import CREDITORS, plain
from tests.read.some import some

LATER = "2027-01-10"


def month(
    income: str = "5200.00", dated: str = "2026-11-21", confirmed: bool = True, **finances: Any
) -> dict[str, Any]:
    """The plain case on a day, with this income; 1700.00 are left of 5200.00, and the plan takes 600.00."""
    case = plain()
    case["dated"] = dated
    case["finances"]["income"][0]["amount"] = income
    case["finances"].update(finances)
    if confirmed:
        case["debts"][0]["agreement"]["confirmed"] = {"date": "2026-11-20", "channel": "sms"}
    return case


def between(before: dict[str, Any], after: dict[str, Any]) -> nd.Review:
    return nd.review(nd.load(before), nd.load(after))


def kinds_of(found: nd.Review) -> list[str]:
    return [step.kind for step in found.steps]


def test_every_line_of_the_month_is_told_before_and_after():
    essentials = [{"name": "房租", "amount": "1900.00"}, {"name": "伙食", "amount": "1300.00"}]
    found = between(month(), month("5600.00", LATER, essentials=essentials, reserve="150.00"))
    told = {shift.line: (str(shift.before), str(shift.after), str(shift.more)) for shift in found.shifts}
    assert told == {
        "income": ("5200.00", "5600.00", "400.00"),
        "essentials": ("2800.00", "3200.00", "400.00"),
        "other_debts": ("700.00", "700.00", "0.00"),
        "reserve": ("0.00", "150.00", "150.00"),
        "disposable": ("1700.00", "1550.00", "-150.00"),
    }
    assert [shift.label for shift in found.shifts] == ["收入", "必要支出", "其他债务", "备用金", "可用于偿还"]
    assert found.changed


def test_the_same_month_twice_asks_for_nothing():
    found = between(month(), month(dated=LATER))
    assert not found.changed
    assert found.steps == ()
    assert found.causes == ()


def test_a_confirmed_plan_that_fits_no_longer_asks_for_a_change_and_what_it_needs():
    found = between(month(), month("4000.00", LATER))
    assert found.too_dear == ("one",)
    assert (found.plans[0].fits, found.plans[0].fitted, found.room) == (False, True, Decimal("0.00"))
    (step,) = found.steps
    assert (step.kind, step.paper, step.urgency) == ("too_dear", "plan_change_request", nd.Urgency.NOW)
    assert step.waits_for == ("debts[0].change",)
    assert "每月最多须还600.00元，超过每月可用于偿还的500.00元" in step.why


def test_a_new_cause_is_named_and_asks_for_a_change_where_the_plan_still_fits():
    after = month("4600.00", LATER)
    after["hardship"].append({"cause": "illness", "since": "2027-01-03", "statement": "住院", "evidence": []})
    found = between(month(), after)
    assert [(cause.cause, cause.label) for cause in found.causes] == [("illness", "疾病")]
    assert kinds_of(found) == ["new_cause"]
    assert found.steps[0].paper == "plan_change_request"


def test_a_month_that_changed_while_the_plan_fits_is_reported():
    after = month("4600.00", LATER)
    after["debts"][0]["payments"] = [{"date": "2026-12-25", "amount": "600.00"}]
    found = between(month(), after)
    assert kinds_of(found) == ["means_changed"]
    assert (found.steps[0].paper, found.steps[0].record) == ("progress_report", ("updates",))
    after["updates"] = [{"date": "2027-01-05", "statement": "换到工资较低的岗位"}]
    assert kinds_of(between(month(), after)) == ["news"], "what the file tells already is told once"


def test_more_is_affordable_only_beyond_the_dearest_month_of_all_plans():
    found = between(month(), month("6000.00", LATER))
    assert found.room == Decimal("1900.00")
    more = next(step for step in found.steps if step.kind == "more_affordable")
    assert more.what.startswith("每月多出1,900.00元")
    assert (more.debt, more.paper) == (None, None), "nobody is promised anything"


def test_an_offer_that_fits_no_longer_is_lowered_before_it_is_agreed_on():
    before, after = month(confirmed=False), month("4000.00", LATER, confirmed=False)
    (step,) = between(before, after).steps
    assert step.what.startswith("按现在的收支，谈妥的方案超出能力")
    for case in (before, after):
        case["debts"][0].pop("agreement")
        case["debts"][0]["contacts"][0].update(outcome="pending")
    (step,) = between(before, after).steps
    assert step.what.startswith("按现在的收支，提出的方案超出能力")
    assert step.record == ("debts[0].proposal",)


def test_when_nothing_is_left_any_more_that_comes_before_every_plan():
    found = between(month(), month("3000.00", LATER))
    assert set(kinds_of(found)) == {"too_dear", "nothing_left"}
    assert found.room == Decimal("0.00")


def test_something_left_again_without_any_plan_says_that_one_can_be_offered():
    before, after = month("3000.00", confirmed=False), month(dated=LATER, confirmed=False)
    for case in (before, after):
        for key in ("proposal", "agreement", "contacts"):
            case["debts"][0].pop(key)
    assert kinds_of(between(before, after)) == ["can_offer"]


def test_each_debt_has_its_plan_beside_all_the_others():
    before, after = month(), month("4000.00", LATER)
    for case in (before, after):
        other = copy.deepcopy(case["debts"][0])
        other.update(id="two", creditor=CREDITORS["microloan"], account="HT-9")
        case["debts"].append(other)
    found = between(before, after)
    assert [plan.debt for plan in found.plans] == ["one", "two"]
    assert {plan.together for plan in found.plans} == {Decimal("1200.00")}
    assert found.too_dear == ("one", "two")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"name": "顾清明", "id_number": "110101199003070476"}, "两份案件不是同一个借款人"),
        ({"name": "顾清明", "id_number": None}, "两份案件不是同一个借款人"),
    ],
)
def test_cases_of_two_people_are_not_compared_and_neither_is_named(change, message):
    other = month(dated=LATER)
    other["borrower"] = {**other["borrower"], **change}
    with pytest.raises(nd.FactsError) as refused:
        between(month(), other)
    assert [problem.message for problem in refused.value.problems] == [message]
    assert "顾" not in str(refused.value)


def test_a_person_who_changed_the_name_is_known_by_the_number():
    other = month(dated=LATER)
    other["borrower"]["name"] = "顾清荷"
    assert between(month(), other).steps == ()


def test_the_later_case_stands_second_and_both_state_a_month():
    with pytest.raises(nd.FactsError, match="前一份案件的落款日期晚于后一份"):
        between(month(dated=LATER), month())
    bare = month()
    bare.pop("finances")
    with pytest.raises(nd.FactsError, match="前一份案件缺少收支情况"):
        between(bare, month(dated=LATER))


def test_a_paper_to_write_is_one_that_the_catalogue_calls_due_with_what_it_lacks():
    for income in ("4000.00", "4600.00", "6000.00"):
        after = month(income, LATER)
        case = nd.load(after)
        due = {paper.kind.name: paper for paper in outlook(case, "one", nd.kinds()) if not paper.idle}
        for step in some(between(month(), after).steps):
            if step.paper:
                assert set(step.waits_for) == {stop.path for stop in due[step.paper].stops if stop.absent}


@settings(max_examples=30, deadline=None)
@given(income=st.integers(0, 12_000))
def test_what_fits_and_what_is_left_over_follow_from_the_income_alone(income):
    found = between(month(), month(f"{income}.00", LATER))
    left = Decimal(income - 3500)
    assert found.shift("disposable").after == left
    assert found.plans[0].fits == (left >= 600)
    assert found.room == (max(left - 600, Decimal(0)) if left > 0 else 0)
    assert ("too_dear" in kinds_of(found)) == (left < 600)
    assert ("more_affordable" in kinds_of(found)) == (income > 5200)
    assert not {"too_dear", "more_affordable"} <= set(kinds_of(found))


def test_a_review_is_plain_pickles_and_shows_nothing_personal():
    after = month("4000.00", LATER)
    after["hardship"].append({"cause": "illness", "since": "2027-01-03", "statement": "住院", "evidence": []})
    found = between(month(), after)
    assert pickle.loads(pickle.dumps(found)) == found
    for words in ("600.00", "illness", "疾病", "5200", "顾清和"):
        assert words not in repr(found)
    assert "可用于偿还" in found._repr_html_()
