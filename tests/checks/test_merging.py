"""What a rule says of several rows is said once and names them all; each stop is said of its own row."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.checks.merging import problems
from negotiation_docs.checks.rule import Words, found
from tests.make.cases import with_case, with_debt

PAGES = "“{name}”没有写页数"


def told(words: Words, *places: tuple[str | int, ...], **values: list[str]) -> list[str]:
    findings = [
        found(*place, **{key: each[number] for key, each in values.items()}) for number, place in enumerate(places)
    ]
    return [one.message for one in problems(words, findings)]


def rows(count: int) -> list[tuple[str | int, ...]]:
    return [("evidence", number, "pages") for number in range(count)]


def test_names_of_several_rows_stand_in_one_notice():
    assert told(Words("x", "notice", PAGES), *rows(3), name=["甲", "乙", "丙"]) == ["“甲”、“乙”、“丙”没有写页数"]


def test_rows_that_are_told_alike_are_numbered():
    places = [("debts", 0, "contacts", number, "agent") for number in (0, 3)]
    assert told(Words("x", "notice", "没有记下经办人"), *places) == ["没有记下经办人（第1、4项）"]
    assert told(Words("x", "warning", "没有记下经办人"), *places) == ["没有记下经办人（第1、4项）"]


@pytest.mark.parametrize("severity", ["error", "warning"])
def test_what_has_to_be_mended_row_by_row_is_told_row_by_row(severity):
    assert len(told(Words("x", severity, PAGES), *rows(3), name=["甲", "乙", "丙"])) == 3


def test_what_differs_in_more_than_a_name_is_not_told_as_one():
    words = Words("x", "notice", "“{name}”少了{count}元")
    assert len(told(words, *rows(2), name=["甲", "乙"], count=["1", "2"])) == 2
    assert len(told(words, *rows(2), name=["甲", "甲"], count=["1", "2"])) == 2
    assert len(told(Words("x", "notice", PAGES, "问{name}"), *rows(2), name=["甲", "乙"])) == 2


def test_rows_of_two_debts_are_two_notices():
    places = [("debts", debt, "contacts", row, "agent") for debt in (0, 1) for row in (0, 1)]
    assert told(Words("x", "notice", "没有记下"), *places) == ["没有记下（第1、2项）"] * 2


def test_a_case_whose_evidence_has_no_pages_hears_of_it_once():
    case = with_case(evidence=[{**item, "pages": None} for item in with_debt()["evidence"]])
    (notice,) = [one for one in nd.check(nd.load(case)) if one.rule == "evidence.pages"]
    assert notice.message == "“居民身份证”、“门店停业通知”、“银行流水”、“欠款账单”没有写页数"
    assert notice.path == "evidence[0].pages"
