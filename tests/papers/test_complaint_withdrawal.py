"""投诉撤回申请: the number, what was confirmed and done, and no right given up beyond this complaint."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.again import COMPLAINT
from tests.make.cases import with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(name: str = "complaint-solved", lang: str = "zh") -> str:
    return nd.render("complaint_withdrawal", loaded(name), lang=lang).text


def test_it_names_the_complaint_by_day_and_number_and_goes_to_whom_it_lies_with():
    text = made()
    assert text.splitlines()[1] == "示例银行股份有限公司信用卡中心消费者权益保护部门："
    assert "于2026年10月20日就" in text
    assert "受理编号为TS20261020" in text
    assert made("complaint-solved-above").splitlines()[1] == "国家金融监督管理总局示例监管局："


def test_what_was_confirmed_and_what_was_done_is_the_reason():
    text = made()
    assert "于2026年11月19日以短信书面确认了还款安排（编号0312）" in text
    assert "对方承诺的以下事项已经兑现：十五日内书面答复。" in text


def test_what_an_authority_promised_is_not_told_as_done_by_the_creditor():
    for lang, word in (("zh", "已经兑现"), ("en", "What it promised has been done")):
        assert word in made(lang=lang)
        assert word not in made("complaint-solved-above", lang=lang)


def test_no_other_right_is_given_up():
    text = made()
    assert "只撤回这一件投诉，不放弃投诉人依照约定和法律享有的其他权利" in text
    assert "I give up none of my other rights" in made(lang="en")
    for word in ("不再投诉", "满意", "感谢", "误会", "承认", "欠"):
        assert word not in text


def test_without_a_number_or_a_confirmation_it_is_refused():
    talks = with_debt()["debts"][0]["contacts"]
    confirmed = {"date": "2026-11-19", "channel": "sms"}
    agreement = {"reached": "2026-11-16", "terms": {"plan": True}}
    unnumbered = [{**COMPLAINT, "ref": None}, *talks]
    for contacts, agreed, path in (
        (unnumbered, {**agreement, "confirmed": confirmed}, "debts[0].contacts"),
        ([COMPLAINT, *talks], agreement, "debts[0].agreement.confirmed"),
    ):
        with pytest.raises(nd.FactsError) as caught:
            nd.render("complaint_withdrawal", nd.load(with_debt(contacts=contacts, agreement=agreed)))
        assert path in {problem.path for problem in caught.value.problems}


def test_a_complaint_made_after_the_confirmation_is_not_withdrawn_on_its_strength():
    later = {**COMPLAINT, "at": "2026-11-19 10:00"}
    agreement = {
        "reached": "2026-11-10",
        "terms": {"plan": True},
        "confirmed": {"date": "2026-11-18", "channel": "sms"},
    }
    with pytest.raises(nd.FactsError, match="在书面确认（2026年11月18日）以后"):
        nd.render("complaint_withdrawal", nd.load(with_debt(contacts=[later], agreement=agreement)))


def test_the_strip_tells_account_number_day_and_request():
    assert strip(nd.render("complaint_withdrawal", loaded("complaint-solved"))) == {
        "涉及": "信用卡\n卡号尾号7716",
        "受理编号": "TS20261020",
        "投诉日期": "2026年10月20日",
        "请求": "撤回投诉",
    }
