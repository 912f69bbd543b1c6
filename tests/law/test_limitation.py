"""The stop before a letter about an old debt: from when the period runs, what restarts it, and what does not."""

from __future__ import annotations

from datetime import date

import pytest

from negotiation_docs.checks import check
from negotiation_docs.law.limitation import is_old, limitation, undecided
from negotiation_docs.law.restarts import period
from tests.make.debts import CARD, FINANCE, debt, household
from tests.make.spoiled import readiness

SUIT = {"stage": "sued", "received": "2026-11-10"}
CONFIRMED = {"reached": "2024-01-10", "terms": {"plan": True}, "confirmed": {"date": "2024-01-20", "channel": "sms"}}
INCOMING = {"direction": "incoming", "channel": "phone", "summary": "要求还款", "outcome": "pending"}
OUTGOING = {"direction": "outgoing", "channel": "phone", "summary": "询问欠款金额", "outcome": "pending"}
BOUGHT = {"name": "示例资产管理有限公司", "kind": "transferee"}


def sold(notice: str) -> dict:
    return {**BOUGHT, "transferred_from": {"name": "示例银行", "kind": "bank_card", "notice": notice}}


def case_of(base: dict = CARD, **facts: object):
    return household(debt(base, **facts))


def found(base: dict = CARD, **facts: object):
    case = case_of(base, **facts)
    return limitation(case, case.debts[0])


def starts(**facts: object) -> date:
    case = case_of(**facts)
    running = period(case, case.debts[0])
    assert running is not None
    return running.start


def test_a_recent_debt_passes():
    assert found() == ()


@pytest.mark.parametrize(("due", "stops"), [("2024-05-21", False), ("2024-05-20", True)])
def test_half_a_year_before_the_three_are_over_is_the_limit(due, stops):
    assert bool(found(due=due)) is stops


def test_a_debt_that_is_nearly_old_is_told_when_the_period_ends():
    (problem,) = found(due="2024-03-01")
    assert problem.message == (
        "诉讼时效一般为三年，自2024年3月1日（最早逾期还款日）起算，到2027年3月1日届满，已不足半年。"
        "承认债务、请求分期或延期，会使时效重新计算"
    )


def test_an_old_debt_stops_with_an_explanation_and_a_way_out():
    (problem,) = found(due="2018-06-30")
    assert (problem.severity, problem.rule, problem.place) == ("error", "limitation", ("debts", 0, "due"))
    assert problem.message == (
        "诉讼时效一般为三年，自2018年6月30日（最早逾期还款日）起算，可能已于2021年6月30日届满。"
        "本人承认债务、同意还款或请求分期，就不能再以时效抗辩"
    )
    assert "12348" in problem.hint
    assert "limitation_risk_accepted: true" in problem.hint
    assert "在2021年6月30日以前被催收过的，填写“最近催收日期”（last_demanded）" in problem.hint


def test_who_accepts_the_risk_is_only_reminded():
    (problem,) = found(due="2018-06-30", limitation_risk_accepted=True)
    assert (problem.severity, problem.place) == ("warning", ("debts", 0, "limitation_risk_accepted"))


@pytest.mark.parametrize(
    "late",
    [
        {"last_demanded": "2026-10-01"},
        {"last_demanded": "2021-07-01"},
        {"contacts": [{**INCOMING, "at": "2026-11-01 10:00"}]},
        {"creditor": sold("2026-10-10")},
        {"litigation": SUIT},
        {"litigation": {"stage": "payment_order", "received": "2026-11-01"}},
        {"litigation": {"stage": "mediation"}},
    ],
)
def test_what_the_creditor_does_after_the_end_never_silences_the_stop(late):
    (problem,) = found(due="2018-06-30", **late)
    assert problem.severity == "error"
    assert "已在届满之后，不使时效重新计算；" in problem.message
    assert "可能已于2021年6月30日届满" in problem.message
    assert ("时效抗辩须在一审期间提出" in problem.hint) is ("litigation" in late)


@pytest.mark.parametrize(
    "in_time",
    [
        {"last_demanded": "2026-06-30"},
        {"contacts": [{**INCOMING, "at": "2025-03-01 10:00"}]},
        {"creditor": sold("2026-03-10")},
        {"litigation": {**SUIT, "received": "2026-05-10"}},
        {"litigation": {"stage": "payment_order", "received": "2026-06-30"}},
        {"litigation": {"stage": "mediation", "received": "2026-01-10"}},
        {"litigation": {"stage": "arbitration", "received": "2026-01-10"}},
        {"litigation": {"stage": "preservation", "received": "2026-01-10"}},
    ],
)
def test_what_the_creditor_does_while_the_period_runs_begins_it_anew(in_time):
    assert found(due="2023-06-30", **in_time) == ()


def test_one_demand_in_time_carries_the_next_and_a_gap_breaks_the_chain():
    chain = [{**INCOMING, "at": "2021-06-30 10:00"}, {**INCOMING, "at": "2024-06-30 10:00"}]
    assert starts(due="2018-06-30", contacts=chain) == date(2024, 6, 30)
    gap = [{**INCOMING, "at": "2021-06-30 10:00"}, {**INCOMING, "at": "2024-07-01 10:00"}]
    assert starts(due="2018-06-30", contacts=gap) == date(2021, 6, 30)
    assert found(due="2018-06-30", contacts=gap)


@pytest.mark.parametrize(
    "own",
    [
        {"last_acknowledged": "2025-01-01"},
        {"payments": [{"date": "2025-06-01", "amount": "100.00"}]},
        {"agreement": {**CONFIRMED, "confirmed": {"date": "2026-01-05", "channel": "sms"}}},
    ],
)
@pytest.mark.parametrize("due", ["2023-08-20", "2018-06-30"])
def test_what_the_borrower_did_restarts_it_before_and_after_its_end(due, own):
    assert found(due=due, **own) == ()


def test_a_confirmed_plan_runs_from_its_last_instalment():
    plan = {"method": "interest_free", "periods": 24, "first_due": "2024-02-25"}
    assert starts(due="2023-08-20", proposal=plan, agreement=CONFIRMED) == date(2026, 1, 25)
    untold = {**CONFIRMED, "terms": {}}
    assert starts(due="2023-08-20", proposal=None, agreement=untold) == date(2024, 1, 20)


def test_a_talk_counts_while_the_period_runs_and_gives_no_proof_after_its_end():
    spoken = {"reached": "2026-11-18", "terms": {"plan": True}}
    assert found(due="2023-12-20", agreement=spoken) == ()
    (problem,) = found(due="2018-06-30", agreement=spoken)
    assert "届满之后" not in problem.message


@pytest.mark.parametrize(
    "talk",
    [
        {"contacted": "employer", "summary": "询问何一是否还在单位上班"},
        {"contacted": "family", "summary": "请转告尽快还款"},
        {"contacted": "other", "summary": "催收欠款"},
        {"channel": "sms", "summary": "您好，本行新版手机银行已上线，欢迎使用"},
        {"channel": "sms", "summary": "还款无忧活动，提额优惠，欢迎申请"},
        {"organisation": "示例市消费者协会", "summary": "告知本人的投诉已受理，请等待银行答复还款事宜"},
        {"level": "regulator", "summary": "转告银行要求还款的答复"},
        {"summary": "回访客服满意度"},
        {"summary": "来电询问近况"},
        {"channel": "sms", "summary": "您的还款已收到，感谢按时还款"},
    ],
)
def test_an_incoming_talk_that_is_no_demand_begins_nothing_and_is_asked_about(talk):
    log = [{**INCOMING, **talk, "at": "2024-05-20 10:00"}]
    assert starts(due="2021-06-01", contacts=log) == date(2021, 6, 1)
    (problem,) = found(due="2021-06-01", contacts=log)
    assert problem.hint.startswith("2024年5月20日那次来电来函没有写明向本人催收，没有算作催收")
    assert "最近催收日期" in problem.hint


@pytest.mark.parametrize(
    "summary",
    ["催收函，请尽快还款", "您的欠款23622.18元已转让，请三日内处理", "要求三日内全额还清", "三天内不还就起诉",
     "账户已逾期，请归还", "您的分期申请未通过审批，请按原合同还款", "请偿还到期本息", "⼀直没有还款"],
)  # fmt: skip
def test_a_demand_is_known_by_its_words(summary):
    assert starts(due="2021-06-01", contacts=[{**INCOMING, "summary": summary, "at": "2024-05-20"}]) == date(
        2024, 5, 20
    )


@pytest.mark.parametrize(
    "talk",
    [
        {"channel": "letter", "summary": "请求分24期偿还并寄出还款计划", "reply": "同意研究"},
        {"summary": "说明失业，提出60期方案，申请延期"},
        {"summary": "承认欠款，说明困难"},
        {"summary": "商量慢慢还"},
        {"summary": "说明情况", "own_promise": "同意每月还500元"},
        {"summary": "寄送材料", "sent": ["repayment_plan"]},
        {"direction": "incoming", "summary": "询问情况", "own_reply": "请求分期还款"},
    ],
)
def test_what_the_borrower_asked_or_promised_begins_it_anew_while_it_runs(talk):
    log = [{**OUTGOING, **talk, "at": "2024-05-20 10:00"}]
    assert starts(due="2021-06-01", contacts=log) == date(2024, 5, 20)
    late = [{**OUTGOING, **talk, "at": "2024-06-02 10:00"}]
    assert starts(due="2021-06-01", contacts=late) == date(2021, 6, 1), "after its end a log is no proof"


@pytest.mark.parametrize(
    "talk",
    [
        {"summary": "询问欠款金额"},
        {"summary": "询问能否分期还款"},
        {"summary": "说明失业及收入情况"},
        {"summary": "提出异议，不认可欠款，要求提供还款明细"},
        {"summary": "请求分期偿还", "level": "regulator"},
        {"summary": "寄送材料", "sent": ["evidence_list"]},
    ],
)
def test_what_offers_nothing_begins_nothing(talk):
    assert starts(due="2021-06-01", contacts=[{**OUTGOING, **talk, "at": "2024-05-20 10:00"}]) == date(2021, 6, 1)


RAISED = {"litigation": {**SUIT, "raise_limitation": True}}


@pytest.mark.parametrize("kind", ["hardship_letter", "repayment_plan", "evidence_list", "confirmation_request"])
def test_who_raises_limitation_gets_no_paper_that_gives_it_away_whatever_is_acknowledged(kind):
    stops = readiness(case_of(**RAISED), kind, acknowledge=["limitation", "litigation"])
    (stop,) = [one for one in stops if one.rule == "court.raises_limitation"]
    assert stop.path == "debts[0].litigation.raise_limitation"
    assert "放弃这项抗辩" in stop.message
    assert "答辩状" in stop.hint
    decided = case_of(litigation={**SUIT, "raise_limitation": False})
    assert "court.raises_limitation" not in {one.rule for one in readiness(decided, kind)}


@pytest.mark.parametrize(("decision", "stops"), [(None, True), (True, False), (False, False)])
def test_an_answer_at_court_stops_until_it_is_decided_whether_limitation_is_raised(decision, stops):
    case = case_of(due="2018-06-30", litigation=SUIT | ({} if decision is None else {"raise_limitation": decision}))
    assert undecided(case, case.debts[0]) == (limitation(case, case.debts[0]) if stops else ())
    assert limitation(case, case.debts[0])
    unsued = case_of(due="2018-06-30")
    assert undecided(unsued, unsued.debts[0]) == limitation(unsued, unsued.debts[0]) != ()


def test_an_own_call_is_no_demand():
    (problem,) = found(due="2023-08-20", contacts=[{**OUTGOING, "at": "2026-08-01 10:00"}])
    assert "没有写明" not in problem.hint, "and nothing to ask about"


def test_a_loan_in_instalments_runs_from_its_last_and_when_it_is_called_in_from_that_day():
    loan = {"contract": {"first_due": "2022-09-20", "periods": 36}}
    assert starts(due="2022-12-20", **loan) == date(2025, 8, 20)
    called = {"contract": {**loan["contract"], "accelerated": "2023-02-01"}}
    assert starts(due="2022-12-20", **called) == date(2023, 2, 1)
    assert found(FINANCE, due="2022-12-20", contract={"ends": "2025-12-20"}) == ()
    assert found(CARD, due="2022-12-20", contract={"ends": "2025-12-20"}), "a card does not fall due with its contract"


@pytest.mark.parametrize("loan", [{"first_due": "2022-09-20"}, {"periods": 36}])
def test_a_loan_of_which_the_last_instalment_cannot_be_told_runs_from_the_due_day(loan):
    assert starts(due="2022-12-20", contract=loan) == date(2022, 12, 20)


@pytest.mark.parametrize(
    ("day", "reason"), [("2024-03-01", "最早逾期还款日"), ("2024-03-02", "最近一次还款或承认债务")]
)
def test_an_act_on_the_day_from_which_it_runs_begins_nothing_anew(day, reason):
    case = case_of(due="2024-03-01", last_acknowledged=day)
    running = period(case, case.debts[0])
    assert running is not None
    assert (running.start.isoformat(), running.reason) == (day, reason)


def test_an_earlier_act_does_not_shorten_the_time_and_a_later_day_counts_only_when_it_has_come():
    assert found(due="2024-08-20", last_acknowledged="2023-01-01") == ()
    assert found(due="2018-06-30", last_acknowledged="2026-12-01")


@pytest.mark.parametrize("stage", ["judgment", "enforcement"])
def test_what_a_court_has_decided_is_no_question_of_limitation(stage):
    case = case_of(due="2018-06-30", litigation={"stage": stage, "received": "2026-11-10"})
    assert limitation(case, case.debts[0]) == ()
    assert not is_old(case, case.debts[0])


def test_a_debt_without_any_day_stops_too_unless_its_contract_is_young():
    (problem,) = found(due=None)
    assert (problem.severity, problem.place) == ("error", ("debts", 0, "due"))
    assert problem.message == (
        "没有写最早逾期还款日，无法核对诉讼时效；时效已满的，承认债务或请求分期就不能再以时效抗辩"
    )
    assert problem.absent, "a fact is missing"
    (taken,) = found(due=None, limitation_risk_accepted=True)
    assert (taken.severity, taken.absent) == ("warning", False)
    assert found(due=None, contract={"signed": "2024-05-21"}) == ()
    assert found(due=None, contract={"signed": "2024-05-20"})
    assert found(due=None, last_acknowledged="2025-01-01") == ()
    assert found(due=None, last_demanded="2026-10-01"), "whether a demand came in time is not known"


def test_a_demand_is_not_asked_for_under_the_name_of_an_acknowledgement():
    (problem,) = [one for one in found(due="2018-06-30") if one.rule == "limitation"]
    assert "被催收过的，填写最近承认日期" not in problem.hint


@pytest.mark.parametrize("kind", ["hardship_letter", "repayment_plan", "evidence_list", "confirmation_request"])
def test_no_paper_about_a_debt_that_is_over_time_is_made(kind):
    case = case_of(due="2018-06-30", last_demanded="2026-10-01")
    assert "limitation" in {one.rule for one in readiness(case, kind)}
    assert "limitation" not in {one.rule for one in readiness(case, kind, acknowledge=["limitation"])}


@pytest.mark.parametrize("name", ["last_acknowledged", "last_demanded"])
def test_a_day_that_has_not_come_is_wrong(name):
    told = [one for one in check(case_of(**{name: "2026-11-22"})) if one.rule == "debt.day_later"]
    assert [(one.severity, one.place[-1]) for one in told] == [("error", name)]
    assert not [one for one in check(case_of(**{name: "2026-11-21"})) if one.rule == "debt.day_later"]
