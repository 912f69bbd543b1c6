"""升级处理申请: what counts as an answer, and whose."""

from __future__ import annotations

import negotiation_docs as nd
from tests.make.cases import with_debt


def test_a_reply_that_exists_is_not_called_no_reply():
    asked = {"at": "2026-10-20 10:00", "direction": "outgoing", "channel": "phone", "summary": "提出分期"}
    talks = [
        {**asked, "reply": "已登记，未告知答复时间", "outcome": "pending"},
        {**asked, "at": "2026-10-28 10:00", "summary": "再次询问", "reply": "仍在审核", "outcome": "pending"},
    ]
    case = nd.load(with_debt(contacts=talks, agreement=None))
    for lang, never, counted in (("zh", "尚无答复", "其中未予明确2次"), ("en", "no answer", "2")):
        text = nd.render("escalation_request", case, lang=lang).text
        assert never not in text
        assert counted in text
    silent = [{**talks[0], "reply": None}, {**talks[1], "reply": None}]
    silent = [{name: value for name, value in talk.items() if value is not None} for talk in silent]
    assert "尚无答复2次" in nd.render("escalation_request", nd.load(with_debt(contacts=silent, agreement=None))).text


def test_a_law_firm_that_decides_nothing_answers_no_request():
    asked = {"at": "2026-10-20 10:00", "direction": "outgoing", "channel": "letter", "summary": "提出分期"}
    firm = {
        "at": "2026-11-10 09:00", "channel": "phone", "direction": "incoming", "organisation": "示例律师事务所",
        "summary": "要求三日内还款", "outcome": "unclear", "reply": "称不清楚申请的情况",
    }  # fmt: skip
    case = nd.load(with_debt(contacts=[{**asked, "outcome": "pending"}, firm], agreement=None))
    assert "尚无答复1次" in nd.render("escalation_request", case).text
