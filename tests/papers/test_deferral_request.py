"""延期还款申请: one instalment or some months, before it falls due, with the interest worked out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, plain
from tests.make.needed import suited
from tests.make.variants import loaded, paper, variants

KIND = "deferral_request"


def text(case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(KIND, nd.load(suited(KIND, case)), lang=lang, **options).text


def test_one_instalment_goes_from_its_day_to_another_and_the_others_stay():
    said = paper("deferral", KIND, "zh").text
    assert "申请将原定2026年12月20日应还的第9期款项2,169.14元延至2027年1月20日偿还，其后各期的还款日和金额不变" in said
    assert "新入职单位首月工资于2027年1月15日发放（见附件4）" in said


def test_the_interest_is_written_out_so_that_it_can_be_checked():
    said = paper("deferral", KIND, "zh").text
    assert "以该期本金1,429.68元、年利率18%、1个月计算，为21.45元，与该期款项一并支付，合计2,190.59元" in said
    assert "请免收延期款项的罚息" in said
    english = paper("deferral", KIND, "en").text
    assert (
        "RMB 1,429.68, at 18% a year for 1 month, that is RMB 21.45, together with the payment RMB 2,190.59" in english
    )


def test_a_plan_without_interest_asks_for_none_in_between():
    story = Path(__file__).parents[2] / "examples" / "stories" / "card-4-in-plan.yaml"
    said = nd.render(KIND, nd.load(story)).text
    assert "原定2027年4月25日应还的第5期款项1,440.35元延至2027年5月10日偿还" in said
    assert "现行的还款安排不计利息，延期期间请贵行同样不计收利息和违约金。" in said
    assert "愿意" not in said


def test_some_months_without_payment_move_what_follows():
    said = paper("payment-holiday", KIND, "zh").text
    assert "自2027年1月至3月（3个月）暂缓还款，自2027年4月起恢复；其后各期的还款日依次顺延" in said
    assert "以未还本金21,600.00元、年利率18%、3个月计算，为972.00元" in said
    assert "上述情况为本人陈述，暂无书面证明" in said
    assert "They resume in April 2027" in paper("payment-holiday", KIND, "en").text


def test_interest_that_cannot_be_worked_out_is_asked_for_and_none_is_asked_where_the_file_says_so():
    assert "请告知应付的金额" in text(plain())
    case = plain()
    case["debts"][0]["deferral"] = {
        "from": "2026-12-25",
        "to": "2027-01-25",
        "reason": "工资晚发",
        "gap_interest": "none",
    }
    said = text(case)
    assert "请贵行同意延期期间不另计收利息和违约金" in said
    assert "愿意" not in said


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("draft", [False, True])
def test_what_is_due_already_cannot_be_put_off(lang, draft):
    for asked in (
        {"from": "2026-11-20", "to": "2027-01-20", "reason": "工资晚发"},
        {"holiday": {"from": "2026-10", "to": "2027-01"}, "reason": "工资晚发"},
    ):
        case = plain()
        case["debts"][0]["deferral"] = asked
        with pytest.raises(nd.FactsError) as refusal:
            text(case, lang, draft=draft)
        (problem,) = refusal.value.problems
        assert problem.rule == "deferral.late"
        assert "延期申请应在到期之前提出" in problem.message
        assert nd.render("hardship_letter", nd.load(case), lang=lang).text, "another paper is none the worse for it"


def test_this_month_may_still_be_asked_for_and_so_may_today():
    case = plain()
    case["debts"][0]["deferral"] = {"holiday": {"from": "2026-11", "to": "2027-01"}, "reason": "工资晚发"}
    assert "2026年11月至2027年1月（3个月）" in text(case)
    case["debts"][0]["deferral"] = {"from": "2026-11-21", "to": "2027-01-20", "reason": "工资晚发"}
    assert text(case)


def test_extension_is_quoted_before_maturity_and_never_to_a_card():
    assert "第六百七十八条" in paper("deferral", KIND, "zh").text
    assert "第六百七十八条" not in text(plain())
    late = variants()["deferral"]
    late["debts"][0]["due"] = "2026-10-20"
    assert "第六百七十八条" not in text(late)


def test_reporting_is_asked_about_where_lenders_report_and_a_guarantor_is_thought_of():
    said = paper("deferral", KIND, "zh").text
    assert "是否作为特殊交易“展期”" in said
    case = variants()["deferral"]
    case["debts"][0]["parties"] = [{"name": "王强", "role": "guarantor"}]
    assert "王强为保证人，延期是否需要其书面同意" in text(case)
    case["debts"][0]["creditor"] = CREDITORS["private"]
    friend = text(case)
    assert "征信" not in friend
    assert "仍按原约定执行" in friend


def test_without_a_deferral_there_is_no_letter_and_a_draft_shows_the_gap():
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(KIND, nd.load(plain()))
    assert "debts[0].deferral" in [problem.path for problem in refusal.value.problems]
    assert "【待填：延期申请】" in nd.render(KIND, nd.load(plain()), draft=True).text


def test_the_letter_says_the_same_figures_in_both_languages():
    for name in ("deferral", "payment-holiday"):
        chinese, english = (nd.render(KIND, loaded(name), lang=lang).text for lang in ("zh", "en"))
        for figure in ("18%", "21,600.00" if name == "payment-holiday" else "2,169.14"):
            assert figure in chinese
            assert figure in english
