"""The last talk: what the lender promised when it got in touch counts, and is waited for until its day."""

from __future__ import annotations

from typing import Any

import negotiation_docs as nd
from negotiation_docs.standing import State, standing
from tests.make.cases import with_debt

REFUSED = {"at": "2026-05-20", "direction": "outgoing", "channel": "phone", "summary": "提出分期", "outcome": "refused"}
CAME = {"at": "2026-10-26", "direction": "incoming", "channel": "phone", "summary": "问一个月能还多少"}
PROMISE = {"promise": "三天内发申请链接", "promise_due": "2026-10-29"}
BARE = {"at": "2026-11-01", "direction": "incoming", "channel": "sms", "summary": "发来账单截图"}


def of(*contacts: dict[str, Any]) -> nd.Case:
    return nd.load(with_debt(contacts=list(contacts), agreement=None))


def said(case: nd.Case) -> list[str]:
    return [problem.message for problem in nd.check(case) if "contacts" in str(problem.path)]


def test_a_promise_of_the_lender_after_a_refusal_ends_the_refusal():
    case = of(REFUSED, {**CAME, **PROMISE, "promise_kept": True})
    assert standing(case, case.debts[0]).state is State.WAITING
    assert not any("被拒绝" in words for words in said(case))
    bare = of(REFUSED, CAME)
    assert standing(bare, bare.debts[0]).state is State.REFUSED


def test_that_a_mediator_got_in_touch_takes_no_refusal_back():
    mediator = {"level": "mediation", "organisation": "滨江示例调解中心"}
    case = of(REFUSED, {**CAME, **mediator, **PROMISE})
    assert standing(case, case.debts[0]).state is State.REFUSED


def test_nobody_is_sent_to_complain_while_a_promise_runs():
    case = of({**REFUSED, "outcome": "unclear"}, {**CAME, **PROMISE, "promise_due": "2026-11-30"}, BARE)
    words = said(case)
    assert "对方2026年10月26日答应的期限（2026年11月30日）还没有到" in words
    assert not any("没有明确答复" in each for each in words)


def test_a_head_says_which_talk_it_means_where_later_ones_settled_nothing():
    text = nd.render("contact_log", of(REFUSED, CAME)).text
    assert "最近一次有结果的沟通（2026年5月20日）" in text
    assert "最近一次结果" not in text
    assert "Last contact with a result (20 May 2026)" in nd.render("contact_log", of(REFUSED, CAME), lang="en").text
    assert "最近一次有待答复的沟通（2026年10月26日）" in nd.render("contact_log", of({**CAME, **PROMISE}, BARE)).text
    assert "上一次有结果的沟通是2026年5月20日（电话，拒绝）" in nd.render("call_script", of(REFUSED, CAME)).text


def test_what_came_under_the_number_of_a_promise_to_answer_is_that_answer_and_a_demand_is_none():
    asked = {
        **REFUSED,
        "outcome": "pending",
        "ref": "XB-07",
        "promise": "十五个工作日内答复",
        "promise_due": "2026-06-10",
    }
    told = {**CAME, "ref": "XB-07", "summary": "称律所已停止委托", "own_reply": "请书面答复", "outcome": "unclear"}
    demand = {**told, "summary": "催还全部欠款", "own_reply": None}
    due = "对方承诺的2026年6月10日已过"
    assert not any(due in words for words in said(of(asked, told)))
    assert any(due in words for words in said(of(asked, {**told, "ref": "XB-99"})))
    assert any(due in words for words in said(of(asked, demand)))


def test_the_notes_for_a_call_say_with_whom_the_last_talk_was():
    body = {"level": "regulator", "organisation": "国家金融监督管理总局示例监管局", "summary": "反映没有书面答复"}
    asked = {**REFUSED, **body, "at": "2026-11-16", "promise": "三十日内转办", "promise_due": "2026-12-16"}
    notes = nd.render("call_script", of({**asked, "outcome": "pending"})).text
    assert "2026年11月16日（与国家金融监督管理总局示例监管局，电话" in notes
    english = nd.render("call_script", of({**asked, "outcome": "pending"}), lang="en").text
    assert "16 November 2026 (with " in english


def test_who_is_asked_for_papers_is_sent_to_hand_them_in_and_not_to_complain():
    asked = {**CAME, "at": "2026-11-10", "summary": "已登记分期申请，请10日内提交失业证明", "ref": "GX-55"}
    case = of({**CAME, "own_reply": "请求停息分期", "reply": "先还一期再谈", "outcome": "unclear"}, asked)
    steps = nd.next_steps(case).steps
    assert any("对方要书面申请或者材料" in step.what for step in steps)
    assert not any("能作决定的部门" in step.what for step in steps)
    query = nd.render("progress_query", case).text
    assert "内容为：" in query or "对方表示：已登记分期申请，请10日内提交失业证明" in query
    assert "未收到答复" not in query
    assert "no answer" not in nd.render("progress_query", case, lang="en").text
    handed = {**REFUSED, "at": "2026-11-20", "outcome": "pending", "sent": ["hardship_letter"]}
    after = nd.next_steps(of(asked, handed)).steps
    assert not any("对方要书面申请或者材料" in step.what for step in after)
