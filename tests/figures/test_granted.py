"""An instalment whose later day a talk agreed to is due on that day, in every figure and every paper."""

from __future__ import annotations

from typing import Any

import negotiation_docs as nd
from negotiation_docs.figures.performance import performance
from negotiation_docs.standing import State, standing
from tests.make.cases import with_debt
from tests.make.performed import DAYS, in_plan

ASKED = {"instalment": 6, "amount": "600.00", "from": "2027-05-25", "to": "2027-06-25", "reason": "团款六月结"}
YES = {"at": "2027-05-20", "direction": "outgoing", "channel": "app", "summary": "申请第6期延一个月"}


def with_talk(payments: int, **answer: Any) -> nd.Case:
    case = in_plan(payments, deferral=ASKED)
    case["debts"][0]["contacts"].append({**YES, **answer})
    return nd.load(case)


def test_a_granted_deferral_moves_the_day_and_nothing_is_called_late():
    case = with_talk(5, sent=["延期还款申请"], reply="同意", outcome="accepted")
    kept = performance(case, case.debts[0])
    assert kept.coming.row.period == 6
    assert str(kept.coming.row.due) == "2027-06-25"
    assert not any(step.kind == "unrecorded" for step in nd.next_steps(case).steps)
    assert not any("deferral" in problem.rule for problem in nd.check(case) if problem.severity == "error")


def test_what_is_only_asked_for_moves_no_day():
    for answer in ({"sent": ["延期还款申请"], "outcome": "pending"}, {"outcome": "accepted"}):
        case = with_talk(5, **answer)
        assert any(step.kind == "unrecorded" for step in nd.next_steps(case).steps)


def test_what_was_paid_by_the_later_day_is_told_as_paid_in_time():
    case = in_plan(0, deferral={**ASKED, "from": DAYS[4], "to": DAYS[5], "instalment": 5})
    case["debts"][0]["payments"] = [{"date": day, "amount": "600.00"} for day in (*DAYS[:4], "2027-05-10", DAYS[5])]
    yes = {**YES, "at": "2027-04-20", "sent": ["延期还款申请"], "outcome": "accepted"}
    case["debts"][0]["contacts"].append(yes)
    report = nd.render("progress_report", nd.load(case)).text
    assert "还清" not in report


def test_a_confirmation_without_a_plan_is_no_plan_once_a_payment_was_missed_since():
    given = {"reached": "2026-07-22", "terms": {"other": ["8月至10月暂缓，11月起按原合同恢复"]}}
    written = {"date": "2026-07-29", "channel": "letter", "ref": "091"}
    talk = {
        "at": "2026-07-22",
        "direction": "outgoing",
        "channel": "in_person",
        "summary": "请求暂缓",
        "outcome": "accepted",
    }
    facts = {"agreement": {**given, "confirmed": written}, "contacts": [talk], "proposal": None}
    case = nd.load(with_debt(due="2026-11-15", **facts))
    assert standing(case, case.debts[0]).state is State.OVERDUE
    before = nd.load(with_debt(due="2026-07-15", **facts))
    assert standing(before, before.debts[0]).state is State.CONFIRMED
