"""Other identity documents, agents, the household, its income by period and earner, property by class."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negotiation_docs.facts import Earner, Frequency
from negotiation_docs.figures.budget import budget
from negotiation_docs.figures.household import monthly
from tests.make.least import loaded, only_problem, told


def borrower(**facts):
    return {"borrower": {"name": "周启明", **facts}}


def case_of(**facts):
    return {
        "dated": "2026-11-21",
        "debts": [{"id": "a", "creditor": {"name": "示例银行", "kind": "bank_card"}}],
        **facts,
    }


@pytest.mark.parametrize(
    ("kind", "number", "kept"),
    [
        ("passport", "e12345678", "E12345678"),
        ("护照", "L898902C3", "L898902C3"),
        ("hk_macau_permit", "H12345678", "H12345678"),
        ("回乡证", "M 1234 5678 01", "M1234567801"),
        ("taiwan_permit", "01234567", "01234567"),
        ("residence_permit", "810000199001011230", "810000199001011230"),
        ("permanent_residence", "DEU110088051501", "DEU110088051501"),
    ],
)
def test_another_document_stands_in_for_the_identity_number(kind, number, kept):
    case = loaded(**borrower(id_document={"kind": kind, "number": number}))
    assert case.borrower.id_document.number == kept


@pytest.mark.parametrize(
    ("kind", "number", "message"),
    [
        ("hk_macau_permit", "A12345678", "不像是港澳居民来往内地通行证的号码"),
        ("taiwan_permit", "1234567", "不像是台湾居民来往大陆通行证的号码"),
        ("residence_permit", "810000199001011231", "港澳台居民居住证号码的出生日期或末位校验码不对，可能有一位写错"),
        ("residence_permit", "110101199001011237", "不像是港澳台居民居住证的号码"),
        ("passport", "护照12345678", "证件号码只有字母和数字"),
    ],
)
def test_a_document_that_cannot_be_is_refused_without_its_number(kind, number, message):
    path, said, hint = only_problem(case_of(**borrower(id_document={"kind": kind, "number": number})))
    assert (path, said) == ("borrower.id_document.number", message)
    assert number not in said + hint


def test_one_document_is_enough():
    both = borrower(id_number="110101199001011237", id_document={"kind": "passport", "number": "E12345678"})
    assert only_problem(case_of(**both))[:2] == ("borrower.id_document", "公民身份号码和其他证件只写一种")


def test_a_landline_is_a_telephone_number():
    assert loaded(**borrower(phone="010-12345678")).borrower.phone == "010-12345678"


def test_special_powers_are_named_and_only_special_powers_are():
    agent = {"name": "张律师", "kind": "律师"}
    assert told(case_of(**borrower(agent={**agent, "powers": "special"}))) == [
        ("borrower.agent.special_powers", "特别授权没有写明事项")
    ]
    assert told(case_of(**borrower(agent={**agent, "special_powers": ["代为和解"]}))) == [
        ("borrower.agent.special_powers", "一般授权没有特别授权事项")
    ]
    assert loaded(**borrower(agent={**agent, "powers": "特别", "special_powers": ["代为和解"]})).borrower.agent


def line(**facts):
    return loaded(finances={"income": [{"name": "工资", **facts}]}).finances.income[0]


PER_MONTH = {"month": (1, 1), "week": (52, 12), "quarter": (1, 3), "half_year": (1, 6), "year": (1, 12)}


@given(st.decimals(0, 10**7, places=2), st.sampled_from(sorted(PER_MONTH)))
def test_an_amount_of_any_period_is_made_monthly_half_up(amount, every):
    times, months = PER_MONTH[every]
    expected = (amount * times / months).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert monthly(line(amount=str(amount), every=every)) == expected


@given(st.lists(st.decimals(0, 10**6, places=2), min_size=1, max_size=12))
def test_real_months_give_their_average_half_up(amounts):
    expected = (sum(amounts) / len(amounts)).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert monthly(line(actual={"from": "2026-08", "amounts": [str(one) for one in amounts]})) == expected


def test_a_budget_counts_months_whatever_the_lines_are_stated_by():

    finances = {
        "income": [
            {"name": "工资", "actual": {"from": "2026-08", "amounts": [8000, 8600, "8200.01"]}},
            {"name": "奖金", "amount": 12000, "every": "每年", "earner": "配偶"},
        ],
        "essentials": [
            {"name": "保险", "amount": 1000, "every": "quarter"},
            {"name": "伙食", "amount": 300, "every": "week"},
        ],
    }
    case = loaded(finances=finances)
    assert budget(case).income == Decimal("8266.67") + 1000
    assert budget(case).essentials == Decimal("333.33") + 1300
    assert [one.earner for one in case.finances.income] == [Earner.SELF, Earner.SPOUSE]
    assert case.finances.income[1].every is Frequency.YEAR


@pytest.mark.parametrize(
    ("facts", "path", "message"),
    [
        ({}, "amount", "缺少金额"),
        ({"amount": 5, "actual": {"from": "2026-08", "amounts": [5]}}, "actual", "金额、周期与各月实际只写一种"),
        ({"every": "week", "actual": {"from": "2026-08", "amounts": [5]}}, "actual", "金额、周期与各月实际只写一种"),
        ({"actual": {"from": "2026-08", "amounts": []}}, "actual.amounts", "各月实际里没有金额"),
    ],
)
def test_an_income_has_an_amount_or_the_months_it_is_the_average_of(facts, path, message):
    found = told(case_of(**borrower(), finances={"income": [{"name": "工资", **facts}]}))
    assert found == [(f"finances.income[0].{path}", message)]


def test_the_household_is_its_members_and_the_borrower():
    members = [{"relation": "配偶"}, {"relation": "女儿", "age": "8"}]
    assert loaded(finances={"household": members}).finances.persons == 3
    assert loaded(finances={"household": []}).finances.persons == 1
    assert loaded(finances={"household_size": 2}).finances.persons == 2
    assert loaded(finances={}).finances.persons is None
    assert told(case_of(**borrower(), finances={"household": members, "household_size": 2})) == [
        ("finances.household_size", "家庭人口写了2人，家庭成员连本人是3人")
    ]


def test_a_class_of_assets_is_there_or_not():
    finances = {"assets": [{"name": "轿车", "class": "动产"}], "assets_none": ["real_estate", "动产"]}
    assert told(case_of(**borrower(), finances=finances)) == [("finances.assets_none[1]", "资产里有“动产”，又写了没有")]


def test_a_month_that_is_no_month_is_told_like_a_day():
    support = {"changes": [{"date": "2026-13", "kind": "expense", "what": "医药费"}]}
    assert told(case_of(**borrower(), finances=support)) == [("finances.changes[0].date", "没有这个月：“2026-13”")]
    good = loaded(finances={"changes": [{"date": "2026年6月", "kind": "转让", "what": "摩托车一辆"}]}).finances.changes[
        0
    ]
    assert (good.date, str(good.date)) == (date(2026, 6, 1), "2026-06")
