"""What is told of the days of a court beside the one that counts: the paper's own, days off, one listed twice."""

from __future__ import annotations

import negotiation_docs as nd
from negotiation_docs.law.court_days import court_days
from tests.law.test_limits import told
from tests.make.debts import CARD, debt, household


def test_a_later_day_of_the_paper_is_told_beside_the_computed_one():
    suit = {"stage": "sued", "received": "2026-11-05", "deadline": "2026-11-24"}
    assert told("debt.court", day="2026-11-22", **suit)[0].startswith(
        "已收到法院或调解文书（被起诉）：提交答辩状、提出管辖权异议的期限2026年11月20日已过2天"
    )
    assert "；文书载明的是2026年11月24日，还有2天" in told("debt.court", day="2026-11-22", **suit)[0]
    assert "；文书载明的是2026年11月24日，已过1天" in told("debt.court", day="2026-11-25", **suit)[0]
    assert "文书载明" not in told("debt.court", **{**suit, "deadline": "2026-11-20"})[0]


def test_a_last_day_that_may_be_a_public_holiday_says_so_where_the_file_names_no_days_off():
    suit = {"stage": "sued", "received": "2026-09-22"}
    assert "没有放假日资料，这一天放假的，顺延" in told("debt.court", day="2026-10-08", **suit)[0]
    assert "放假日资料" not in told("debt.court", day="2026-09-21", stage="sued", received="2026-09-01")[0]


def test_a_last_day_beside_a_feast_that_follows_the_moon_may_be_off_too():
    asked = "没有放假日资料，这一天放假的，顺延"
    assert asked in told("debt.court", day="2026-06-22", stage="sued", received="2026-06-04")[0]
    assert asked in told("debt.court", day="2026-09-21", stage="sued", received="2026-09-10")[0]
    assert asked not in told("debt.court", day="2026-06-22", stage="sued", received="2026-06-09")[0]


def test_an_order_of_preservation_is_reviewed_within_five_days_and_never_appealed_against():
    ruling = {"kind": "ruling", "received": "2026-11-19"}
    suit = {"stage": "preservation", "received": "2026-11-19"}
    (opened,) = court_days(*_at_court(suit | {"papers": [ruling]}))
    assert opened.told == "不服保全裁定的，向作出裁定的法院书面申请复议的期限是2026年11月24日，还有3天"
    assert "不能上诉，只能申请复议一次，复议期间不停止执行" in opened.advice
    assert "生活必需费用" in opened.advice
    suit = {"stage": "sued", "received": "2026-11-19", "papers": [ruling | {"kind": "财产保全裁定书"}]}
    assert [str(one.day) for one in court_days(*_at_court(suit))] == ["2026-12-04", "2026-11-24"]
    (other,) = (one for one in court_days(*_at_court(suit | {"papers": [ruling]})) if not one.opens)
    assert "保全裁定不能上诉，只能在收到之日起五日内申请复议" in other.advice


def test_who_has_paid_under_a_settlement_is_told_that_it_is_deducted_when_enforcement_goes_on():
    (order,) = court_days(*_at_court({"stage": "enforcement", "received": "2026-11-16", "deadline": "2026-12-01"}))
    assert "和解以后恢复执行的，已经履行的部分应当扣除，把还款凭证交给执行法官" in order.advice


def test_the_paper_that_opened_the_stage_is_not_told_twice_where_it_is_listed_too():
    order = {"kind": "property_order", "received": "2026-11-16", "deadline": "2026-12-01"}
    suit = {"stage": "enforcement", "received": "2026-11-16", "deadline": "2026-12-01"}
    assert len(court_days(*_at_court(suit | {"papers": [order]}))) == 1
    assert len(court_days(*_at_court(suit | {"papers": [order | {"deadline": "2026-12-08"}]}))) == 2


def test_an_order_to_report_with_a_day_of_its_own_is_not_told_with_that_of_the_notice_too():
    order = {"kind": "property_order", "received": "2026-11-18", "deadline": "2026-12-08"}
    suit = {"stage": "enforcement", "received": "2026-11-16", "deadline": "2026-12-01", "papers": [order]}
    told = {str(one.day): one.what for one in court_days(*_at_court(suit))}
    assert told["2026-12-08"] == "如实报告财产"
    assert told["2026-12-01"] == "履行或者说明不能履行的理由"


def test_the_paper_that_opened_the_stage_is_not_told_twice_where_only_one_of_both_states_the_day():
    suit = {"stage": "sued", "received": "2026-11-17"}
    complaint = {"kind": "complaint", "received": "2026-11-17"}
    assert len(court_days(*_at_court(suit | {"papers": [complaint | {"deadline": "2026-12-02"}]}))) == 1
    assert len(court_days(*_at_court(suit | {"deadline": "2026-12-02", "papers": [complaint]}))) == 1
    assert len(court_days(*_at_court(suit | {"papers": [complaint | {"deadline": "2026-11-30"}]}))) == 2


def _at_court(suit: dict[str, object]) -> tuple[nd.Case, nd.Debt]:
    case = household(debt(CARD, litigation=suit))
    return case, case.debts[0]
