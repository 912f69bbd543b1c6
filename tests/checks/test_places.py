"""A finding made after loading still names its place as the file wrote it, with the line."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from negotiation_docs.catalogue.kinds import find
from negotiation_docs.checks import check, readiness
from negotiation_docs.facts import Case
from negotiation_docs.facts.reading.load import load

CHINESE = """\
落款日期: 2026-11-21
借款人: {姓名: 周启明, 手机号码: "13800138000"}
困难情况:
  - 原因: 失业
    发生日期: 2026-12-01
    证据: []
债务:
  - 编号: bank1
    债权人: {名称: 示例银行股份有限公司, 类型: 银行信用卡}
    账号: "4021"
    欠款: {本金: 5000}
"""


@pytest.fixture
def case(tmp_path) -> Case:
    file = Path(tmp_path, "案件.yaml")
    file.write_text(CHINESE, encoding="utf-8")
    return load(file)


def test_a_finding_is_placed_in_the_words_of_the_file(case):
    places = {problem.rule: (problem.path, problem.line) for problem in check(case)}
    assert places["hardship.future"] == ("困难情况[0].发生日期", 5)


def test_a_finding_keeps_its_place_in_the_keys_of_the_case_format_for_programs(case):
    places = {problem.rule: problem.place for problem in check(case)}
    assert places["hardship.future"] == ("hardship", 0, "since")
    assert {problem.place for problem in readiness(case, find("hardship_letter")) if problem.rule == "missing.due"} == {
        ("debts", 0, "due")
    }


def test_a_missing_fact_is_placed_where_it_would_be_written(case):
    places = {problem.rule: (problem.path, problem.line) for problem in readiness(case, find("hardship_letter"))}
    assert places["missing.due"] == ("债务[0].最早逾期还款日", 8)
    assert places["missing.source"] == ("债务[0].欠款.数据来源", 11)


def test_a_case_made_of_the_model_has_the_english_keys(case):
    copy = Case.model_validate(case.model_dump(by_alias=True, exclude_none=True))
    assert "hardship[0].since" in {problem.path for problem in check(copy)}


def test_a_case_stays_equal_and_can_be_sent_to_another_process(case):
    same = pickle.loads(pickle.dumps(case))
    assert same == case
    assert check(same) == check(case)
    assert "周启明" not in repr(vars(case._spelling))
