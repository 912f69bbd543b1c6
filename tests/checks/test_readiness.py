"""What stops a paper: what it lacks, what is wrong in what it prints, and what nobody may wave through."""

# ruff: noqa: E501  one case a line reads best as a table

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.checks import check, readiness_of_all
from tests.make.needed import NEEDED
from tests.make.spoiled import CHECKS, GONE, OTHER_DEBT, own, readiness, spoiled
from tests.shipped import ALL, having, lacking

D = "debts[0]"
REPORT = own("还款进展说明", "agreement.confirmed", "payments", traits=["letter", "admits"])
WAIVER = own("息费减免申请", "proposal", "proposal.waive", "evidence", traits=["letter", "admits", "balance"])
DISPUTE = own("征信异议申请", "dispute", traits=["letter"])
QUESTION = own("欠款明细及合同资料提供申请", traits=["letter", "unknown_lender"])
LETTER = own("其他说明")
TRANSFEREE = {
    f"{D}.creditor.kind": "transferee",
    f"{D}.creditor.transferred_from": {"name": "示例银行", "kind": "bank_card", "notice": "2026-03-10"},
}


def stops(changes, kind, **options):
    return [(problem.rule, problem.path) for problem in readiness(spoiled(changes), kind, **options)]


@pytest.mark.parametrize(
    "kind",
    [
        kind
        for kind in ALL
        if kind.is_due("agreed")
        and not kind.stages
        and kind.name not in NEEDED
        and not kind.traits & {"shares", "disputes", "appoints", "declares", "complains", "seeks_aid", "binds"}
    ],
    ids=lambda kind: kind.name,
)
def test_a_clean_case_is_ready_for_every_paper_that_is_due(kind):
    assert stops({}, kind) == []


@pytest.mark.parametrize(
    ("kind", "changes", "rule", "path", "message"),
    [
        ("hardship_letter", {"hardship": GONE}, "missing.hardship", "hardship", "缺少“困难情况”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {"finances": GONE}, "missing.finances", "finances", "缺少“收支情况”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {"finances.income": GONE}, "missing.income", "finances.income", "缺少“收入”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {f"{D}.due": GONE}, "missing.due", f"{D}.due", "缺少“最早逾期还款日”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {f"{D}.account": GONE}, "missing.account", f"{D}.account", "缺少“账号”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {"hardship[0].since": GONE}, "missing.since", "hardship[0].since", "缺少“失业的发生日期”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {"hardship[0].evidence": GONE}, "missing.evidence_status", "hardship[0].evidence", "缺少“失业有无证据”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {f"{D}.balance.source": GONE}, "missing.source", f"{D}.balance.source", "缺少“欠款数据来源”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {f"{D}.balance.as_of": GONE}, "missing.as_of", f"{D}.balance.as_of", "缺少“欠款截至日期”，《困难情况说明》需要这项事实"),
        ("hardship_letter", {"borrower": {"name": "周启明"}}, "missing.reply", "borrower.phone", "缺少“联系方式”，《困难情况说明》需要这项事实"),
        ("repayment_plan", {f"{D}.proposal": GONE}, "missing.proposal", f"{D}.proposal", "缺少“还款方案”，《还款计划》需要这项事实"),
        ("repayment_plan", {f"{D}.proposal.periods": GONE, f"{D}.proposal.alternative": GONE}, "missing.periods", f"{D}.proposal.periods", "缺少“期数”，《还款计划》需要这项事实"),
        ("repayment_plan", {f"{D}.balance.principal": GONE}, "missing.principal", f"{D}.balance.principal", "缺少“本金”，《还款计划》需要这项事实"),
        ("evidence_list", {"evidence": GONE, "hardship[0].evidence": [], "finances.income[0].evidence": [], f"{D}.evidence": []}, "missing.evidence", "evidence", "缺少“证据材料”，《证据材料清单》需要这项事实"),
        ("confirmation_request", {f"{D}.agreement": GONE}, "missing.agreement", f"{D}.agreement", "缺少“协商结果”，《协商结果书面确认申请》需要这项事实"),
        (REPORT, {}, "missing.confirmed", f"{D}.agreement.confirmed", "缺少“书面确认”，《还款进展说明》需要这项事实"),
        (WAIVER, {f"{D}.proposal.waive": GONE}, "missing.waive", f"{D}.proposal.waive", "缺少“减免”，《息费减免申请》需要这项事实"),
        (DISPUTE, {}, "missing.dispute", f"{D}.dispute", "缺少“征信异议”，《征信异议申请》需要这项事实"),
    ],
)  # fmt: skip
def test_a_missing_fact_is_named_with_its_paper_and_a_draft_does_without(kind, changes, rule, path, message):
    case = spoiled(changes)
    found = [problem for problem in readiness(case, kind) if problem.path == path]
    assert [(problem.rule, problem.severity, problem.message) for problem in found] == [(rule, "error", message)]
    assert found[0].hint
    assert path not in [problem.path for problem in readiness(case, kind, draft=True)]


def test_a_letter_about_an_oversight_needs_no_finances():
    slip = {"hardship": [{"cause": "oversight", "since": "2026-08-20"}], "finances": GONE, f"{D}.proposal": GONE}
    assert stops(slip, "hardship_letter") == []


def test_no_income_at_all_is_stated_not_missing():
    assert stops({"finances.income": [], f"{D}.proposal": GONE}, "hardship_letter") == []


def test_a_platform_gets_no_paper_but_one_that_asks_who_the_lender_is():
    case = spoiled({f"{D}.creditor.kind": "platform", f"{D}.creditor.name": "示例随借APP"})
    for kind in lacking("unknown_lender"):
        assert "creditor.platform" in [problem.rule for problem in readiness(case, kind)]
    assert readiness(case, QUESTION) == ()


def test_an_old_debt_stops_what_admits_or_offers_and_nothing_else_unless_the_risk_is_taken():
    old = {f"{D}.due": "2023-01-01"}
    stopped = [kind.name for kind in (*ALL, REPORT, QUESTION) if "limitation" in [rule for rule, _ in stops(old, kind)]]
    assert stopped == [
        name for name in (kind.name for kind in ALL) if name in having("admits", "supports", "answers", "objects")
    ] + [REPORT.name]
    assert "evidence_list" in stopped
    assert stops(old, "hardship_letter", acknowledge={"limitation"}) == []
    assert stops({**old, f"{D}.limitation_risk_accepted": "true"}, "hardship_letter") == []


def test_nobody_can_acknowledge_a_wrong_figure_or_forbidden_words():
    case = spoiled({f"{D}.proposal.periods": "24", f"{D}.proposal.other": ["逾期视为同意"]})
    rules = {problem.rule for problem in readiness(case, "repayment_plan")}
    assert rules == {"plan.unaffordable", "text.law"}
    kept = {problem.rule for problem in readiness(case, "repayment_plan", acknowledge={"limitation"}, draft=True)}
    assert kept == rules


@pytest.mark.parametrize("wrong", ["limitation", ["limitations"], ["limitation", "text.law"], {"plan.unaffordable"}])
def test_a_stop_that_is_none_is_refused_instead_of_ignored(wrong):
    case = spoiled({f"{D}.due": "2023-01-01"})
    for ask in (lambda: check(case, acknowledge=wrong), lambda: readiness(case, "hardship_letter", acknowledge=wrong)):
        with pytest.raises(ValueError, match="acknowledge 应是列表，可以写的只有 jurisdiction、limitation、litigation"):
            ask()
    with pytest.raises(ValueError, match="acknowledge"):
        nd.render("hardship_letter", case, acknowledge=wrong)


def test_an_unaffordable_plan_stops_the_paper_that_states_it_and_not_the_letter_that_leaves_it_out():
    dear = {f"{D}.proposal.periods": "24"}
    assert stops(dear, "repayment_plan") == [("plan.unaffordable", f"{D}.proposal")]
    for kind in ("hardship_letter", "evidence_list"):
        assert stops(dear, kind) == []


def test_with_nothing_left_the_plan_is_stopped_but_not_the_letter_that_asks_for_a_pause():
    nothing = {"finances.income": []}
    assert ("plan.unaffordable", f"{D}.proposal") in stops(nothing, "repayment_plan")
    assert stops(nothing, "hardship_letter") == []


def test_a_card_plan_needs_the_promise_of_article_70_and_says_so():
    case = spoiled({"choices.commitments": []})
    stop = readiness(case, "repayment_plan")[0]
    assert stop.rule == "plan.no_new_cards"
    assert "第七十条" in stop.hint
    for kind in ("bank_loan", "consumer_finance", "microloan", "private"):
        assert "plan.no_new_cards" not in [
            rule for rule, _ in stops({"choices.commitments": [], f"{D}.creditor.kind": kind}, "repayment_plan")
        ]


def test_one_payment_on_a_card_needs_no_such_promise():
    settled = {
        "choices.commitments": [], f"{D}.proposal": {"settlement": {"pay_by": "2026-12-25"}, "funds": "亲属资助"},
        "finances.income": GONE, f"{D}.agreement": GONE,
    }  # fmt: skip
    assert stops(settled, "repayment_plan") == []


def test_the_term_of_a_card_is_limited_and_that_of_a_loan_is_not():
    assert stops({f"{D}.proposal.periods": "61"}, "repayment_plan") == [("plan.card_term", f"{D}.proposal.periods")]
    assert stops({f"{D}.proposal.periods": "61", f"{D}.creditor.kind": "bank_loan"}, "repayment_plan") == []


def test_five_years_run_from_the_written_confirmation_once_there_is_one():
    at = {f"{D}.agreement.confirmed": {"date": "2026-11-20", "channel": "sms"}, f"{D}.agreement.reached": "2026-11-18"}
    assert stops({**at, f"{D}.proposal.periods": "59"}, "repayment_plan") == []
    assert stops(at, "repayment_plan") == [("plan.card_term", f"{D}.proposal.periods")]


@pytest.mark.parametrize("first_due", ["2027-06-25", "2027-01-25"])
def test_five_years_run_from_the_agreement_at_the_latest_also_where_the_term_is_sixty(first_due):
    late = {f"{D}.agreement": GONE, f"{D}.proposal.first_due": first_due}
    assert stops(late, "repayment_plan") == [("plan.card_term", f"{D}.proposal.periods")]
    assert stops({**late, f"{D}.proposal.periods": "54"}, "repayment_plan") == []
    assert stops({**late, f"{D}.proposal.first_due": "2026-12-25"}, "repayment_plan") == []


def test_what_was_not_accepted_is_not_confirmed():
    case = spoiled({f"{D}.contacts[1].outcome": "refused"})
    assert [problem.rule for problem in readiness(case, "confirmation_request")] == ["agreement.refused"]


def test_what_was_left_open_is_asked_for_with_a_warning():
    case = spoiled({f"{D}.contacts[1].outcome": "pending"})
    assert readiness(case, "confirmation_request") == ()


def test_a_fault_stops_only_the_papers_that_print_it():
    changes = {"measures[0]": "逾期视为同意"}
    assert stops(changes, "hardship_letter") == [("text.law", "measures[0]")]
    assert stops(changes, "evidence_list") == []


def test_a_check_of_one_debt_is_silent_about_the_others():
    case = spoiled({"debts[1]": {**OTHER_DEBT, "due": "2022-01-01"}})
    assert not [problem for problem in check(case, debt="bank1") if problem.path.startswith("debts[1]")]
    assert "limitation" in {problem.rule for problem in check(case, debt="loan")}
    with pytest.raises(nd.FactsError, match="没有编号为"):
        check(case, debt="nobody")


def test_a_kind_of_the_users_own_is_stopped_by_what_is_wrong_everywhere_only():
    assert stops({"hardship": GONE, "finances": GONE, f"{D}.proposal": GONE}, LETTER) == []
    assert stops({"evidence[1].issued": "2027-01-01"}, LETTER) == [("evidence.issued", "evidence[1].issued")]


def test_a_bad_case_shows_everything_at_once_in_the_order_of_the_file():
    problems = check(nd.load(CHECKS / "bad.yaml"))
    assert len({problem.rule for problem in problems}) >= 50
    tops = [problem.path.split(".")[0].split("[")[0] for problem in problems]
    order = ["borrower", "hardship", "measures", "finances", "evidence", "debts"]
    assert tops == sorted(tops, key=order.index)
    lines = (CHECKS / "bad.yaml").read_text(encoding="utf-8").splitlines()
    debts = [int(problem.path[6]) for problem in problems if problem.path.startswith("debts[")]
    assert debts == sorted(debts)
    assert lines


def test_a_kind_that_is_none_is_no_paper_without_faults():
    with pytest.raises(nd.TemplateError, match="是不是 hardship_letter"):
        nd.check(spoiled({}), "hardship_leter")


@pytest.mark.parametrize("draft", [False, True])
def test_a_debt_that_is_paid_off_is_not_written_about_as_owed(draft):
    case = spoiled({f"{D}.settled": "2026-11-20"})
    for kind in ("hardship_letter", "repayment_plan", "confirmation_request"):
        (stop,) = [one for one in readiness(case, kind, draft=draft) if one.rule == "debt.settled"]
        assert (stop.severity, stop.path) == ("error", f"{D}.settled")
        assert stop.message == "这笔债务已于2026年11月20日结清，不能再写成欠款"
    assert not readiness(case, "evidence_list", draft=draft)
    assert "debt.settled" not in {one.rule for one in nd.check(case)}, "one paid debt is no fault of the case"
    assert not readiness(spoiled({f"{D}.settled": "2031-11-25"}), "hardship_letter"), "a day to come is a plan"


def test_many_papers_asked_about_at_once_are_answered_as_each_alone():
    for changes in ({}, {f"{D}.proposal.periods": 1}, {f"{D}.settled": "2026-01-01"}):
        case = spoiled(changes)
        together = readiness_of_all(case, ALL, case.debts[0].id)
        assert together == {kind.name: readiness(case, kind) for kind in ALL}
    assert any(together.values())
