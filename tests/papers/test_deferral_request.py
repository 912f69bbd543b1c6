"""延期还款申请: one instalment or some months, before it falls due, with the interest worked out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.needed import suited
from tests.make.performed import DAYS, in_plan
from tests.make.variants import loaded, paper, variants

KIND = "deferral_request"


def text(case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(KIND, nd.load(suited(KIND, case)), lang=lang, **options).text


def test_one_instalment_goes_from_its_day_to_another_and_the_others_stay():
    said = paper("deferral", KIND, "zh").text
    assert "申请将原定2026年12月20日应还的第9期款项2,169.14元延至2027年1月20日偿还，其后各期的还款日和金额不变" in said
    assert "新入职单位首月工资于2027年1月15日发放（见附件1）" in said
    enclosed = said.partition("附件：")[2]
    assert enclosed.startswith("1.银行流水"), "what proves the reason, and no more"
    assert "2." not in enclosed


def test_the_interest_is_written_out_so_that_it_can_be_checked():
    said = paper("deferral", KIND, "zh").text
    assert "以该期本金1,429.68元、年利率18%、1个月计算，为21.45元，与该期款项一并支付，合计2,190.59元" in said
    assert "请免收延期款项的罚息" in said
    english = paper("deferral", KIND, "en").text
    assert "RMB 1,429.68, at 18% a year for 1 month, that is RMB 21.45, and pay it together" in english
    assert "together with the payment, RMB 2,190.59 in total." in english


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
    assert "上述情况为本人陈述，本申请未附书面证明" in said
    assert "They resume in April 2027" in paper("payment-holiday", KIND, "en").text


def test_interest_that_cannot_be_worked_out_is_asked_for_and_none_is_asked_where_the_file_says_so():
    assert "请告知计息的本金、起止日期和应付的金额" in text(plain())
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


SEVENTH = {"instalment": 7, "from": "2027-06-25", "to": "2027-08-25", "reason": "工资晚发"}
SUMMER = {"holiday": {"from": "2027-06", "to": "2027-08"}, "reason": "住院"}
BEARING = {"method": "equal_principal", "annual_rate": "6%", "periods": 36, "first_due": "2026-12-25"}


def under_the_plan(deferral: dict[str, Any], paid: int = 6, **debt: Any) -> dict[str, Any]:
    payments = [{"date": day, "amount": "600.00"} for day in DAYS[:paid]]
    return in_plan(0, **{"payments": payments, "deferral": deferral, **debt})


def test_until_it_is_agreed_the_confirmed_plan_goes_on_and_not_the_contract():
    for asked in (SEVENTH, SUMMER):
        said = text(under_the_plan(asked))
        assert "确认前，双方权利义务仍按贵行2026年12月8日以短信确认（编号0312）的方案执行。" in said
        assert "原合同" not in said
        english = text(under_the_plan(asked), "en")
        assert (
            "until then the plan you confirmed on 8 December 2026 by text message (no. 0312) stands as it is."
            in english
        )
        assert "contract" not in english
    for name in ("deferral", "payment-holiday"):
        assert "确认前，双方权利义务仍按原合同执行。" in paper(name, KIND, "zh").text
        assert "until then the contract stands as it is." in paper(name, KIND, "en").text


def test_a_person_keeps_to_the_confirmed_plan_too():
    said = text(under_the_plan(SEVENTH, creditor=CREDITORS["private"], product="借款", account="IOU-8"))
    assert "仍按您2026年12月8日以短信确认（编号0312）的方案执行" in said
    assert "原约定" not in said


def test_the_interest_of_a_holiday_under_a_plan_is_that_of_the_plan():
    case = under_the_plan(SUMMER, proposal=BEARING, payments=[{"date": "2027-05-25", "amount": "4203.00"}])
    case["debts"][0]["balance"]["as_of"] = "2026-11-25"
    said = text(case)
    assert "本人愿意按方案的利率支付：以未还本金18,000.00元、年利率6%、3个月计算，为270.00元" in said
    assert "原合同" not in said
    english = text(case, "en")
    assert "at the rate of the plan: on the principal outstanding, RMB 18,000.00, at 6% a year for 3 months" in english
    assert "that is RMB 270.00" in english


def test_an_instalment_that_was_paid_in_part_is_put_off_as_far_as_it_is_open():
    paid = [{"date": day, "amount": "600.00"} for day in DAYS] + [{"date": "2027-06-01", "amount": "100.00"}]
    said = text(under_the_plan(SEVENTH, payments=paid))
    assert "应还的第7期款项中尚未偿还的500.00元（该期已还100.00元）延至2027年8月25日偿还" in said
    english = text(under_the_plan(SEVENTH, payments=paid), "en")
    assert (
        "instalment 7, that is the RMB 500.00 still open after RMB 100.00 paid on it, which is due on 25 June 2027"
        in english
    )


def test_nothing_is_put_off_of_an_instalment_that_is_paid():
    paid = [{"date": day, "amount": "600.00"} for day in (*DAYS, "2027-06-01")]
    with pytest.raises(nd.FactsError, match="第7期登记的还款已经还足"):
        text(under_the_plan(SEVENTH, payments=paid))


def test_a_holiday_names_its_first_instalment_and_says_before_it_only_what_is_true():
    said = text(under_the_plan(SUMMER))
    assert "暂缓期间的首笔款项（第7期）于2027年6月25日到期，本申请在此前提出。" in said
    assert "暂缓期间开始之前" not in said
    english = text(under_the_plan(SUMMER), "en")
    assert "The first payment in this time, instalment 7, falls due on 25 June 2027; I ask before that day." in english
    due_today = under_the_plan(SUMMER)
    due_today["dated"] = "2027-06-25"
    assert "于2027年6月25日到期，本申请在当日提出。" in text(due_today)
    assert "falls due on 25 June 2027; I ask on that day." in text(due_today, "en")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_holiday_whose_first_instalment_is_past_is_refused_and_the_instalment_named(lang):
    late = under_the_plan(SUMMER)
    late["dated"] = "2027-06-26"
    with pytest.raises(nd.FactsError) as refusal:
        text(late, lang)
    (problem,) = refusal.value.problems
    assert (problem.rule, problem.path) == ("deferral.late", "debts[0].deferral.holiday.from")
    assert problem.message == "暂缓期间内第7期的还款日2027年6月25日已过，延期申请应在到期之前提出"
    paid = [{"date": day, "amount": "600.00"} for day in (*DAYS, "2027-06-25")]
    said = text({**late, "debts": [{**late["debts"][0], "payments": paid}]}, lang)
    assert ("（第8期）于2027年7月25日到期" if lang == "zh" else "instalment 8, falls due on 25 July 2027") in said


def test_where_no_instalment_is_told_only_a_holiday_that_is_to_come_is_asked_for_before_it_begins():
    for start, before in (("2026-12", True), ("2026-11", False)):
        case = plain()
        case["debts"][0]["deferral"] = {"holiday": {"from": start, "to": "2027-01"}, "reason": "工资晚发"}
        assert ("本申请在暂缓期间开始之前提出。" in text(case)) is before
        assert ("I ask before the suspension would begin." in text(case, "en")) is before
        assert "到期，本申请" not in text(case)


def test_on_the_very_day_the_letter_does_not_say_before():
    case = plain()
    case["debts"][0]["deferral"] = {"from": "2026-11-21", "to": "2027-01-20", "reason": "工资晚发"}
    assert "本申请在该期款项到期当日提出。" in text(case)
    assert "I ask on the day on which the payment falls due." in text(case, "en")


def test_a_new_day_that_the_month_cannot_pay_is_warned_of_and_full_payment_is_not_promised():
    dear = under_the_plan(SEVENTH)
    dear["finances"]["essentials"][0]["amount"] = "2100.00"
    (problem,) = [one for one in nd.check(nd.load(dear)) if one.rule == "deferral.unaffordable"]
    assert (problem.severity, problem.path) == ("warning", "debts[0].deferral.to")
    assert problem.message == (
        "延至2027年8月25日的款项须还600.00元，连同当月各笔债务其他应还的600.00元，共1,200.00元，"
        "超过每月可用于偿还的1,100.00元"
    )
    fair = under_the_plan(SEVENTH)
    assert not [one for one in nd.check(nd.load(fair)) if one.rule == "deferral.unaffordable"]
    for lang, promise in (("zh", "按期足额还款"), ("en", "every payment in full and on time")):
        assert promise in nd.render("progress_report", nd.load(fair), lang=lang).text
        assert promise not in nd.render("progress_report", nd.load(dear), lang=lang).text
        assert promise not in text(dear, lang)


def test_with_nothing_left_each_month_the_warning_says_so():
    poor = under_the_plan(SEVENTH)
    poor["finances"]["essentials"][0]["amount"] = "3300.00"
    (problem,) = [one for one in nd.check(nd.load(poor)) if one.rule == "deferral.unaffordable"]
    assert problem.message.endswith("共1,200.00元，而每月收支相抵后余-100.00元，没有可用于偿还的余额")


def test_a_contract_without_a_rate_puts_off_no_computed_sum():
    case = variants()["deferral"]
    del case["debts"][0]["contract"]["annual_rate"]
    said = text(case)
    assert "应还的第9期款项延至2027年1月20日偿还" in said
    assert "1,666.67" not in said


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


def test_after_a_holiday_by_the_day_payment_resumes_on_the_next_due_day():
    case = under_the_plan({"holiday": {"from": "2027-06-20", "to": "2027-08-26"}, "reason": "住院"})
    assert "申请自2027年6月20日至8月26日暂缓还款，自2027年9月25日起恢复；" in text(case)
    assert "They resume on 25 September 2027;" in text(case, "en")


def test_a_holiday_by_the_day_bears_interest_from_its_first_due_day_to_that_on_which_payment_resumes():
    case = under_the_plan(
        {"holiday": {"from": "2027-06-20", "to": "2027-08-26"}, "reason": "住院"}, proposal=BEARING,
        payments=[{"date": "2027-05-25", "amount": "4203.00"}],
    )  # fmt: skip
    case["debts"][0]["balance"]["as_of"] = "2026-11-25"
    said = text(case)
    assert "年利率6%、自2027年6月25日起至2027年9月25日的3个月计算，为270.00元" in said
    assert "8月26日（" not in said, "the days named are not three months"
    assert "at 6% a year for 3 months from 25 June 2027 to 25 September 2027, that is RMB 270.00" in text(case, "en")


def test_a_request_to_defer_tells_the_talks_before_it():
    call = {"at": "2027-06-01 15:00", "direction": "outgoing", "channel": "in_person", "outcome": "pending"}
    call |= {"summary": "申请暂缓三个月", "reply": "请提交书面申请和住院证明"}
    case = under_the_plan(SUMMER)
    case["debts"][0]["contacts"] = [*case["debts"][0]["contacts"], call]
    assert "方案确认以后，2027年6月1日，本人与贵行面谈，申请暂缓三个月，贵行答复：请提交书面申请和住院证明。" in text(
        case
    )
    assert "Since the plan was confirmed: On 1 June 2027 I spoke with you in person" in text(case, "en")
    before = variants()["payment-holiday"]
    before["debts"][0]["contacts"] = [{**call, "at": "2026-11-10 15:00"}]
    assert "此前，2026年11月10日，本人与贵行面谈，申请暂缓三个月" in text(before)


def test_what_has_no_instalments_moves_none_and_keeps_none():
    holiday = {
        "holiday": {"from": "2026-12", "to": "2027-05"},
        "reason": "医保报销2027年5月到账",
        "gap_interest": "none",
    }
    one = {"from": "2026-12-25", "to": "2027-01-25", "reason": "工资晚发", "gap_interest": "none"}
    card, friend = plain(), plain()
    friend["debts"][0]["creditor"] = CREDITORS["private"]
    for case in (card, friend):
        case["debts"][0].pop("proposal", None)
        case["debts"][0].pop("agreement", None)
        for asked in (holiday, one):
            case["debts"][0]["deferral"] = asked
            assert "各期" not in text(case)
            assert "the later" not in text(case, "en").replace("the later bills", "")
    card["debts"][0]["deferral"] = holiday
    assert "自2027年6月起恢复，按账单的还款日还款。" in text(card)
    assert "They resume in June 2027, on the due dates of the bills." in text(card, "en")
    friend["debts"][0]["contract"] = {**friend["debts"][0].get("contract", {}), "periods": "12"}
    friend["debts"][0]["deferral"] = holiday
    assert "其后各期的还款日依次顺延，期数和各期金额不变。" in text(friend)


HELD = {"holiday": {"from": "2026-12", "to": "2027-02"}, "reason": "病休至2027年2月", "evidence": []}
MONTHS = {"annual_rate": "18%", "payment": "900.00", "periods": 36, "first_due": "2026-01-20"}


def holiday(**facts: Any) -> dict[str, Any]:
    """A bank loan not yet due, of which a payment holiday is asked for."""
    loan = {"creditor": CREDITORS["bank_loan"], "account": "HT-8", "product": "个人贷款", "contract": MONTHS}
    return with_debt(**loan | {"due": "2026-12-20", "deferral": HELD, "proposal": None, "agreement": None} | facts)


@pytest.mark.parametrize(
    ("facts", "zh", "en"),
    [
        (
            {},
            "暂缓期间到期的为第12至14期，每期900.00元，合计2,700.00元。",
            "Due in this time: instalments 12 to 14, RMB 900.00 each, RMB 2,700.00 in all.",
        ),
        (
            {"deferral": {**HELD, "holiday": {"from": "2026-12", "to": "2026-12"}}},
            "暂缓期间到期的为第12期900.00元。",
            "Due in this time: instalment 12: RMB 900.00.",
        ),
        (
            {"contract": {"annual_rate": "18%", "payment": "900.00"}},
            "暂缓期间每期应还900.00元。",
            "Each payment in this time is RMB 900.00.",
        ),
        (
            {"contract": {"annual_rate": "18%"}, "deferral": {**HELD, "amount": "880.00"}},
            "暂缓期间每期应还880.00元。",
            "Each payment in this time is RMB 880.00.",
        ),
    ],
)
def test_a_payment_holiday_names_what_falls_due_in_it(facts, zh, en):
    case = nd.load(holiday(**facts))
    for kind in ("deferral_request", "hardship_letter"):
        assert zh in nd.render(kind, case).text
        assert en in nd.render(kind, case, lang="en").text


def test_a_payment_holiday_of_which_nothing_is_told_names_no_amount():
    text = nd.render("deferral_request", nd.load(holiday(contract={"annual_rate": "18%"}))).text
    assert "暂缓期间到期" not in text
    assert "暂缓期间每期" not in text


def test_a_holiday_from_a_confirmed_plan_counts_what_was_paid_ahead():
    facts = in_plan(6, deferral={**HELD, "holiday": {"from": "2027-06", "to": "2027-08"}})
    facts["debts"][0]["payments"].append({"date": "2027-06-05", "amount": "100.00"})
    assert "暂缓期间到期的为第7至9期中尚未偿还的，合计1,700.00元。" in text(facts)
    assert "instalments 7 to 9, of which still open, RMB 1,700.00 in all." in text(facts, "en")


def test_the_interest_of_a_payment_whose_principal_is_not_told_has_its_ceiling_and_a_card_has_none():
    loan = {"creditor": CREDITORS["bank_loan"], "account": "HT-8", "product": "个人贷款"}
    asked = {"from": "2026-12-25", "to": "2027-01-25", "amount": "1200.00", "reason": "工资晚发"}
    case = nd.load(with_debt(**loan, contract={"annual_rate": "0.12"}, deferral=asked))
    said = nd.render(KIND, case).text
    # 1,200.00 × 12 % ÷ 12
    assert "请告知计息的本金、起止日期和应付的金额。即使按该期款项的全额计算，这笔利息也不超过12.00元。" in said
    assert "it comes to no more than RMB 12.00." in nd.render(KIND, case, lang="en").text
    card = nd.render(KIND, nd.load(with_debt(contract={"annual_rate": "0.12"}, deferral=asked))).text
    assert "请告知计息的本金、起止日期和应付的金额。" in card
    assert "不超过" not in card


def test_of_some_months_without_payment_the_day_of_the_interest_is_asked_for():
    assert (
        "为972.00元；贵行计算的金额不同的，请告知。这笔利息何时支付，请一并告知。"
        in paper("payment-holiday", KIND, "zh").text
    )
    assert "Please also tell me when it is to be paid." in paper("payment-holiday", KIND, "en").text


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "延期期间的利息，本人愿意按"), ("en", "I will pay interest for the time in between")]
)
def test_the_letter_that_asks_to_put_off_a_payment_says_what_becomes_of_the_interest(lang, words):
    asked = {"from": "2026-12-25", "to": "2027-01-25", "amount": "1200.00", "reason": "工资晚发"}
    case = nd.load(with_debt(proposal=None, agreement=None, deferral=asked))
    assert words in nd.render("hardship_letter", case, lang=lang).text


ENDED = {"signed": "2025-06-01", "payment": "1131.35"}


@pytest.mark.parametrize(
    "contract",
    [
        {**ENDED, "amount": "12000", "method": "equal_payment", "periods": 12, "first_due": "2025-07-01"},
        {**ENDED, "ends": "2026-06-01"},
        {**ENDED, "ends": "2028-06-01", "accelerated": "2026-11-05"},
    ],
)
@pytest.mark.parametrize(
    "asked", [{"holiday": {"from": "2026-12", "to": "2027-05"}}, {"from": "2026-12-20", "to": "2027-01-20"}]
)
def test_nothing_is_put_off_after_the_last_instalment_and_no_letter_says_what_is_due_then(contract, asked):
    deferral = {**asked, "reason": "住院"}
    loan = {"creditor": CREDITORS["microloan"], "proposal": None, "contacts": None, "agreement": None}
    case = suited(KIND, with_debt(**loan, due="2026-01-01", contract=contract, deferral=deferral))
    case["debts"][0]["proposal"] = None
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(KIND, nd.load(case))
    assert "deferral.ended" in {problem.rule for problem in refusal.value.problems}
    letter = nd.render("hardship_letter", nd.load(case)).text
    assert "1,131.35" not in letter
    assert "顺延" not in letter
