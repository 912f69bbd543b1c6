"""Of a confirmed plan two papers of one day name the same sums, and nothing is promised after its end."""

from __future__ import annotations

import re
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import plain
from tests.make.performed import STEPS, changing, in_plan

KINDS = ("progress_report", "plan_change_request")


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang).text


@pytest.mark.parametrize(
    ("paid", "part", "words"),
    [(4, False, "未登记的1,200.00元"), (4, True, "尚差和未登记的750.00元"), (5, True, "尚差的150.00元")],
)
def test_the_report_promises_the_sum_of_the_change_request(paid: int, part: bool, words: str):
    day = {"date": "2027-06-01", "amount": "450.00"}
    case = changing(paid, change={**STEPS, "arrears": {"pay_by": "2027-07-10"}})
    case["debts"][0]["payments"] += [day] if part else []
    for kind in KINDS:
        assert f"此前各期{words}，本人拟于2027年7月10日前另行补足。" in text(kind, case)


def test_a_change_says_which_instalments_it_counts_as_paid_and_what_it_comes_to():
    ahead = text("plan_change_request", changing(change={"from_instalment": 9, "periods": 40}))
    assert "变更后各期合计16,800.00元" in ahead
    assert "上述金额按第7至8期共1,200.00元已按原方案还清计算。" in ahead
    silent = changing(5, change={"from_instalment": 7, "periods": 40})
    assert "上述金额按第6期的600.00元已按原方案还清计算，以核对结果为准。" in text("plan_change_request", silent)
    assert "These figures count instalment 6 (RMB 600.00) as paid" in text("plan_change_request", silent, "en")
    spread = changing(5, change={"from_instalment": 7, "periods": 40, "arrears": "spread"})
    assert "还清计算" not in text("plan_change_request", spread)
    assert "此前各期未登记的600.00元已并入变更后的各期。" in text("plan_change_request", spread)


def test_nothing_is_promised_once_the_whole_plan_is_paid_and_what_is_too_much_is_told():
    report = text("progress_report", in_plan(6))
    assert "本人将按期足额还款" in report
    whole = in_plan(6)
    whole["debts"][0]["payments"].append({"date": "2027-06-02", "amount": "18050.00"})
    report = text("progress_report", whole)
    assert "方案各期均已足额偿还。多还的50.00元，请核对后告知如何处理。" in report
    assert "按方案尚余0.00元，比方案合计多还50.00元。" in report
    assert "本人将" not in report
    english = text("progress_report", whole, "en")
    assert "RMB 50.00 has been paid beyond the whole of it" in english
    assert "I will" not in english


def test_nobody_asks_when_arrears_come_who_has_promised_a_day_for_them():
    case = in_plan(0, payments=[{"date": "2026-12-25", "amount": "250.00"}])
    assert "补交安排请与本人商定" in text("progress_report", case)
    talk = {"at": "2027-06-01 10:00", "direction": "incoming", "channel": "phone", "summary": "询问何时补足"}
    case["debts"][0]["contacts"].append({**talk, "own_promise": "六月底前补足", "own_promise_due": "2027-06-30"})
    assert "承诺六月底前补足" in text("progress_report", case)
    assert "补交安排请与本人商定" not in text("progress_report", case)


def test_a_plan_is_reported_on_only_from_a_balance_that_holds_what_was_paid_before_it_was_agreed():
    case = in_plan(6)
    case["debts"][0]["payments"].append({"date": "2026-11-15", "amount": "321.00"})
    case["debts"][0]["balance"]["as_of"] = "2026-11-10"
    with pytest.raises(
        nd.FactsError, match=re.escape("谈妥之前还了321.00元，谈妥的方案却从没有扣除这些还款的本金算起")
    ):
        text("progress_report", case)


def test_a_wrong_day_of_the_confirmation_stops_the_papers_that_tell_it():
    case = changing()
    case["debts"][0]["agreement"]["confirmed"] = {"date": "2026-11-01", "channel": "sms"}
    for kind in KINDS:
        with pytest.raises(nd.FactsError, match="书面确认日期2026年11月1日早于达成日期"):
            text(kind, case)


def test_news_is_told_in_the_order_in_which_it_happened():
    case = in_plan()
    case["updates"] = [{"date": "2027-05-02", "statement": "出院复工"}, {"date": "2027-04", "statement": "住院治疗"}]
    report = text("progress_report", case)
    assert report.index("住院治疗") < report.index("出院复工")


def test_a_translation_without_its_subject_gets_one():
    case = changing()
    case["english"] = {**case.get("english", {}), "因手术住院，医嘱休息两个月": "was in hospital for an operation"}
    assert ", I was in hospital for an operation" in text("plan_change_request", case, "en")


def agreed(**agreement: Any) -> dict[str, Any]:
    case = plain()
    case["debts"][0]["agreement"] = {**case["debts"][0]["agreement"], **agreement}
    return case


def test_a_charge_that_the_file_asks_about_itself_is_asked_about_once():
    case = agreed(unclear=["credit_reporting", "已产生的其他费用120.00元如何偿还"])
    case["debts"][0]["balance"].update(interest="300.00", fees="120.00")
    case["debts"][0]["balance"].pop("charges", None)
    request = text("confirmation_request", case)
    assert request.count("费用120.00元") == 1
    assert "利息300.00元" in request


def test_nobody_asks_for_a_reply_by_a_day_that_is_past():
    late = text("confirmation_request", {**agreed(reply_by="2026-11-30"), "dated": "2026-12-02"})
    assert "2026年11月30日" not in late
    assert "恳请在2026年12月5日前回复" in text("confirmation_request", agreed(reply_by="2026-12-05"))


ASKED = {"at": "2026-11-02 10:00", "channel": "phone", "direction": "outgoing", "summary": "申请分期", "ref": "YW7"}
PROMISED = {**ASKED, "reply": "已上报", "outcome": "pending", "promise": "五日内答复", "promise_due": "2026-11-07"}


def talked(*contacts: dict[str, Any], **debt: Any) -> dict[str, Any]:
    case = plain()
    case["debts"][0].update({"contacts": list(contacts), **debt})
    del case["debts"][0]["agreement"]
    return case


@pytest.mark.parametrize(("day", "late"), [("2026-11-06", False), ("2026-11-09", True)])
def test_an_answer_that_came_in_time_keeps_the_promise_of_one(day: str, late: bool):
    came = {
        "at": f"{day} 09:00",
        "channel": "sms",
        "direction": "incoming",
        "summary": "同意分期",
        "outcome": "accepted",
    }
    case = talked(PROMISED, came)
    assert ("现已过期限" in text("progress_query", case)) is late
    assert not [one for one in nd.next_steps(nd.load(case)).steps if "五日内答复" in one.why]


def test_no_step_up_while_the_day_of_their_promise_is_ahead():
    with pytest.raises(nd.FactsError, match="还没有到，还不到升级处理的时候"):
        text("escalation_request", talked({**PROMISED, "promise_due": "2026-12-31"}))


def test_what_a_keeper_of_credit_records_was_asked_is_not_asked_of_the_lender():
    centre = {**PROMISED, "organisation": "中国人民银行征信中心", "sent": ["credit_dispute"], "channel": "in_person"}
    for kind in ("progress_query", "escalation_request"):
        with pytest.raises(nd.FactsError, match=r"没有可以查询的事项|只有征信方面的沟通"):
            text(kind, talked(centre))
    assert "五日内答复" in text("contact_log", talked(centre))


def test_a_request_to_confirm_does_not_keep_silent_what_was_confirmed_already():
    request = text("confirmation_request", in_plan())
    assert "此后，贵行2026年12月8日以短信确认（编号0312）；下列内容与该确认不一致的，请指出。" in request
    english = text("confirmation_request", in_plan(), "en")
    assert "Since then you confirmed on 8 December 2026 by text message (no. 0312); where what follows" in english
    assert "以短信确认" not in text("confirmation_request", plain())
