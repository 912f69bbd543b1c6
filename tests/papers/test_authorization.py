"""授权委托书: who, whom, for what, with which powers and until when; never wider than the file says."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import AGENT, LAWYER
from tests.make.cases import with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def case_of(agent: dict[str, Any]) -> nd.Case:
    data = with_debt()
    data["borrower"]["agent"] = agent
    return nd.load(data)


def made(agent: dict[str, Any] = AGENT, lang: str = "zh") -> str:
    return nd.render("authorization", case_of(agent), lang=lang).text


def refused(agent: dict[str, Any]) -> set[str]:
    with pytest.raises(nd.FactsError) as caught:
        made(agent)
    return {problem.path for problem in caught.value.problems}


def test_both_are_named_with_their_documents_in_full():
    text = made()
    assert "姓名\t顾清和\t顾清宁（近亲属）" in text.splitlines()
    assert f"公民身份号码110101199001011237\t公民身份号码{AGENT['id_number']}" in text
    assert "电话：13900139000" in text


def test_matters_and_term_are_those_of_the_file():
    text = made()
    assert "委托受托人办理以下事项：代为提交材料、查询办理情况。" in text
    assert "委托期限自2026年11月21日起，至2027年5月31日。" in text


def test_general_powers_admit_nothing_and_move_no_money():
    text = made()
    assert "受托人无权代为承认债务、放弃权利、达成或者变更还款安排、收付款项" in text
    assert "特别授权" not in text
    assert "全权" not in text


def test_special_powers_are_listed_one_by_one_and_no_others_are_given():
    text = made(LAWYER)
    assert "特别授权，包括以下各项；没有列出的，受托人无权代为办理：\n1.代为达成还款安排；\n2.代为签收文书。" in text


def test_who_acts_by_profession_shows_a_certificate_and_others_an_identity_card():
    assert "以受托人出示的执业证件为准" in made(LAWYER)
    relative = {name: value for name, value in AGENT.items() if name != "id_number"}
    assert refused(relative) == {"borrower.agent.id_number"}


def test_without_matters_or_term_it_is_refused():
    for name in ("matters", "until"):
        assert refused({key: value for key, value in AGENT.items() if key != name}) == {f"borrower.agent.{name}"}
    assert refused({**AGENT, "until": "2026-11-01"}) == {"borrower.agent.until"}


def test_one_who_negotiates_for_money_brings_a_warning():
    case = case_of({**AGENT, "kind": "adviser"})
    warned = [problem for problem in nd.check(case, "authorization") if problem.rule == "agent.trader"]
    assert [problem.severity for problem in warned] == ["warning"]
    assert "收费“代办协商”" in warned[0].hint
    assert not any(problem.rule == "agent.trader" for problem in nd.check(case_of(LAWYER), "authorization"))


def test_both_sign_and_the_principal_leaves_a_fingerprint():
    lines = made().splitlines()
    assert "委托人（签名并按指印）：" in lines
    assert "受托人（签名）：" in lines
    assert lines[-1] == "2026年11月21日"


def test_the_strip_tells_both_the_account_and_the_last_day():
    assert strip(nd.render("authorization", loaded("agent-relative"))) == {
        "委托人": "顾清和",
        "受托人": "顾清宁\n近亲属",
        "涉及": "信用卡\n卡号尾号7716",
        "期限": "至2027年5月31日",
    }


def before(court: dict[str, Any], agent: dict[str, Any] = LAWYER, lang: str = "zh") -> str:
    data = with_debt(litigation={"stage": "sued", "received": "2026-11-16", **court})
    data["borrower"]["agent"] = agent
    return nd.render("authorization", nd.load(data), lang=lang).text


SUIT = {
    "court": "示例市示例区人民法院",
    "case_number": "（2026）示0101民初1234号",
    "cause": "credit_card",
    "plaintiff": "示例银行股份有限公司",
}


def test_an_agent_in_a_suit_is_appointed_before_the_court_with_the_powers_of_a_suit():
    text = before(SUIT | {"represented": "true"}, AGENT)
    assert text.splitlines()[1] == "示例市示例区人民法院："
    assert (
        "委托人与示例银行股份有限公司信用卡纠纷一案（案号：（2026）示0101民初1234号），由示例市示例区人民法院审理。"
        in text
    )
    assert "受托人无权代为承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉" in text
    assert "把答复同时告知" not in text
    english = before(SUIT | {"represented": "true"}, AGENT, "en")
    assert "To: " in english
    assert "to admit, give up or change claims, to settle" in english


def test_without_an_agent_in_the_suit_the_authority_is_for_the_creditor():
    text = before(SUIT | {"represented": "false"}, AGENT)
    assert text.splitlines()[1].startswith("示例银行股份有限公司信用卡中心")
    assert "受托人无权代为承认债务" in text
