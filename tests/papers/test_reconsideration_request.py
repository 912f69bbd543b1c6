"""再次协商申请: what was refused and why, what is new or better, the difference in figures, and one request."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import REFUSED, UPDATE
from tests.make.cases import with_case, with_debt
from tests.make.proposals import three_lenders
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(name: str, lang: str = "zh", **options: Any) -> str:
    return nd.render("reconsideration_request", loaded(name), lang=lang, **options).text


def refused(**facts: Any) -> nd.Problem:
    case = nd.load(with_debt(**{"agreement": None, **facts}))
    with pytest.raises(nd.FactsError) as caught:
        nd.render("reconsideration_request", case)
    (problem,) = caught.value.problems
    return problem


def test_the_refusal_is_recounted_with_its_day_number_and_reason_and_the_plan_of_that_day():
    text = made("refused-better")
    assert "2026年11月12日，本人致电贵行（业务编号YW20261112），提出分48期偿还，贵行答复：期限过长，不能办理。" in text
    assert "当时提出分48期偿还，按现在的本金21,600.00元计算，每期450.00元" in text
    assert "该方案未获同意。" in text


def test_old_and_new_stand_side_by_side_with_the_difference_worked_out():
    rows = made("refused-better").splitlines()
    assert "期数\t48期\t36期" in rows
    assert "每期金额\t450.00元\t600.00元" in rows
    assert "还款总额\t21,600.00元\t21,600.00元" in rows
    assert "与上次方案相比，每期由450.00元增加到600.00元，多还150.00元，减少12期。" in "".join(rows)
    assert "each instalment is RMB 600.00 instead of RMB 450.00, RMB 150.00 more, and there are 12 fewer" in made(
        "refused-better", "en"
    )


def test_a_change_since_is_told_with_its_day_and_its_proof():
    text = made("refused-changed")
    assert "二、此后的情况\n2026年11月18日，本人入职示例物流有限公司（见附件2）。" in text
    assert "两次方案对照" not in text, "what was proposed then is not in the file"
    assert "此后的情况" not in made("refused-better")


def test_what_happened_before_the_refusal_is_not_new():
    early = {**with_debt(contacts=[REFUSED], agreement=None), "updates": [{**UPDATE, "date": "2026-10-18"}]}
    assert "入职" not in nd.render("reconsideration_request", nd.load(early)).text


def test_payments_since_the_refusal_are_told():
    contacts = [{**REFUSED, "offered": None}]
    paid = [{"date": "2026-11-21", "amount": "300.00"}]
    case = nd.load(with_debt(contacts=contacts, agreement=None, payments=paid))
    assert "上次答复以后，本人于2026年11月21日还款300.00元。" in nd.render("reconsideration_request", case).text


def test_many_payments_since_the_refusal_are_told_by_their_days_number_and_sum():
    words = "上次答复以后，本人自2026年11月14日至2026年11月20日还款7笔，合计700.70元。"
    paid = [{"date": f"2026-11-{day}", "amount": "100.10"} for day in range(14, 21)]
    data = with_debt(contacts=[{**REFUSED, "offered": None}], agreement=None, payments=paid)
    data["debts"][0]["balance"]["as_of"] = "2026-10-01"
    text = nd.render("reconsideration_request", nd.load(data)).text
    assert words in text
    assert "11月15日" not in text
    english = nd.render("reconsideration_request", nd.load(data), lang="en").text
    assert "from 14 November 2026 to 20 November 2026, I have made 7 payments, RMB 700.70 in all." in english


def test_many_payments_before_the_refusal_are_summed_up_too():
    paid = [{"date": f"2026-11-0{day}", "amount": "100.10"} for day in range(1, 8)]
    data = with_debt(contacts=[REFUSED], agreement=None, payments=paid)
    data["debts"][0]["balance"]["as_of"] = "2026-10-01"
    text = nd.render("reconsideration_request", nd.load(data)).text
    assert "2026年11月1日至11月7日，本人已还款7笔，合计700.70元，均未计入上述金额" in text.replace("至2026年11", "至11")
    assert "11月3日" not in text


def test_plans_whose_sums_cannot_be_compared_are_not_compared_in_words_either():
    offered = {"method": "equal_payment", "annual_rate": "0.10", "periods": 48}
    data = with_debt(contacts=[{**REFUSED, "offered": offered}], agreement=None)
    document = nd.render("reconsideration_request", nd.load(data))
    assert "多" not in strip(document)["与上次相比"]
    assert "增加到" not in document.text
    dated = with_debt(contacts=[{**REFUSED, "offered": {**offered, "first_due": "2026-12-25"}}], agreement=None)
    assert "增加到" in nd.render("reconsideration_request", nd.load(dated)).text


def test_there_is_one_request_and_the_contract_stands_until_both_have_confirmed():
    text = made("refused-better")
    assert text.count("请贵行对本次方案重新审核") == 1
    assert "经双方书面确认后生效；确认前，双方权利义务仍按原合同执行" in text
    for word in ("投诉", "必须", "务必", "12378"):
        assert word not in text


def test_a_friend_is_asked_to_think_again_and_not_reproached_for_silence():
    text = made("refused-friend")
    assert "请您再考虑本次方案" in text
    assert "没有说明理由" not in text
    assert "审核" not in text


def test_a_settlement_in_place_of_instalments_needs_no_table():
    text = made("refused-settles")
    assert "本人拟于2026年12月31日前一次性偿还21,600.00元，款项来源：可变现资产（存款），请贵行减免" in text
    assert "两次方案对照" not in text
    assert strip(nd.render("reconsideration_request", loaded("refused-settles")))["与上次相比"] == "改为一次性偿还"


def test_one_of_several_lenders_reads_that_all_are_treated_by_one_rule():
    case = three_lenders()
    data = case.model_dump(mode="python", by_alias=True, exclude_unset=True)
    data["debts"][0].update(contacts=[{**REFUSED, "offered": {"periods": 72}}], agreement=None)
    text = nd.render("reconsideration_request", nd.Case.model_validate(data), data["debts"][0]["id"]).text
    assert "按未还本金的比例分担，各笔适用同一办法" in text


def test_the_enclosed_papers_are_named_by_their_numbers_only_when_they_travel_along():
    text = made("refused-better", enclose=["repayment_plan", "financial_statement"])
    assert "逐期金额见附件1《还款计划（建议稿）》" in text
    assert "（见附件2《个人财务状况说明》）" in text
    assert "附件1《" not in made("refused-better")


def test_without_a_refusal_as_the_last_word_it_is_refused():
    problem = refused(contacts=[{**REFUSED, "outcome": "unclear"}])
    assert problem.path == "debts[0].contacts[0].outcome"
    assert "对方没有拒绝" in problem.message
    assert "《办理进展查询函》" in problem.hint


def test_the_same_plan_again_is_refused_and_so_is_a_worse_one():
    for periods in (36, 30):
        problem = refused(contacts=[{**REFUSED, "offered": {"periods": periods}}])
        assert problem.rule == "reconsideration.no_better"
        assert "不比2026年11月12日被拒绝的方案还得多、还得早" in problem.message


def test_with_nothing_new_on_file_it_asks_what_was_proposed_then_and_a_draft_leaves_it_open():
    contacts = [{**REFUSED, "offered": None}]
    problem = refused(contacts=contacts)
    assert problem.path == "debts[0].contacts[0].offered"
    assert "offered，如 {periods: 60}" in problem.hint
    case = nd.load(with_debt(contacts=contacts, agreement=None))
    assert nd.render("reconsideration_request", case, draft=True).text


def test_a_plan_beyond_what_is_left_is_refused_as_everywhere():
    dear = {"method": "interest_free", "periods": 10, "first_due": "2026-12-25"}
    data = with_debt(contacts=[REFUSED], agreement=None, proposal=dear)
    data["finances"].pop("assets")
    with pytest.raises(nd.UnaffordablePlan):
        nd.render("reconsideration_request", nd.load(data))


def test_a_case_without_means_says_what_is_missing():
    data = with_case(finances=None)
    data["debts"][0].update(contacts=[REFUSED])
    data["debts"][0].pop("agreement")
    with pytest.raises(nd.FactsError) as caught:
        nd.render("reconsideration_request", nd.load(data))
    assert "finances" in {problem.path for problem in caught.value.problems}


def test_the_strip_tells_account_last_answer_plan_and_difference():
    assert strip(nd.render("reconsideration_request", loaded("refused-better"))) == {
        "账户": "信用卡\n卡号尾号7716",
        "上次答复": "2026年11月12日\n未获同意",
        "本次方案": "36期，每期600.00元\n2026年12月25日起",
        "与上次相比": "每期多150.00元\n减少12期",
    }


def test_what_is_past_due_of_a_loan_is_told_apart():
    balance = {
        "as_of": "2026-11-20", "principal": "21600.00", "interest": "612.35", "penalty": "138.60", "fees": "0",
        "past_due": "2400.00", "source": "账单",
    }  # fmt: skip
    case = nd.load(with_debt(contacts=[REFUSED], agreement=None, balance=balance))
    assert "其中已到期未还2,400.00元，其余尚未到期。" in nd.render("reconsideration_request", case).text
    english = nd.render("reconsideration_request", case, lang="en").text
    assert "Of this, RMB 2,400.00 is past due; the rest is not due yet." in english


def test_a_counter_offer_in_an_earlier_refusal_is_told_and_one_before_an_agreement_is_not():
    first = {**REFUSED, "at": "2026-11-03 09:00", "ref": "A1", "offered": None, "reply": "最多分24期"}
    case = nd.load(with_debt(contacts=[first, REFUSED], agreement=None))
    text = nd.render("reconsideration_request", case).text
    assert "2026年11月3日，本人致电贵行（业务编号A1），提出分48期偿还，贵行答复：最多分24期。" in text
    assert "11月12日，本人再次致电贵行（业务编号YW20261112）" in text
    between = {**first, "at": "2026-11-05 09:00", "ref": "A2", "outcome": "accepted", "reply": "同意"}
    case = nd.load(with_debt(contacts=[first, between, REFUSED], agreement=None))
    assert "最多分24期" not in nd.render("reconsideration_request", case).text
