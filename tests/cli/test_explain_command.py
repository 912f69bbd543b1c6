"""``explain`` tells a borrower about one paper."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.guide.guide import PARTS
from tests.read.some import some


@pytest.mark.parametrize("name", ["confirmation_request", "协商结果书面确认申请"])
def test_explain_tells_the_six_parts_and_that_it_is_no_legal_advice(run, name):
    answer = run("explain", name)
    assert answer.code == 0
    lines = answer.out.splitlines()
    assert lines[0] == "协商结果书面确认申请（confirmation_request）"
    assert [line for line in lines if line in PARTS] == list(PARTS)
    assert "不提供法律意见" in answer.out
    assert "12348" in answer.out


@pytest.mark.parametrize(("typed", "nearest"), [("还款计化", "还款计划"), ("contact_logs", "contact_log")])
def test_an_unknown_paper_is_answered_with_the_nearest(run, typed, nearest):
    answer = run("explain", typed)
    assert answer.code == 2
    assert f"没有名为 {typed} 的文书。是不是 {nearest}？" in answer.err


def test_without_a_paper_it_tells_where_to_begin_and_which_papers_there_are(run):
    answer = run("explain")
    assert answer.code == 0
    assert {"不还会怎样", "先做哪几件事", "先打12348的几种情况", "当心", "以后"} <= set(answer.out.splitlines())
    assert "12348" in answer.out
    for kind in some(nd.kinds()):
        assert f"{kind.title()}（{kind.name}）" in answer.out


def test_a_problem_is_explained_by_its_id(run):
    answer = run("explain", "plan.unaffordable")
    assert answer.code == 0
    for heading in ("发现什么", "为什么", "例子", "怎么办"):
        assert heading in answer.out
    wrong = run("explain", "plan.unafordable")
    assert wrong.code == 2
    assert "是不是 plan.unaffordable？" in wrong.err
