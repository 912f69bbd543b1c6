"""What a third reading of new cases found: deferrals, down payments, and what nobody said of other debts."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.performed import changing
from tests.shipped import KINDS

LOAN = CREDITORS["bank_loan"]
HOLIDAY = {"holiday": {"from": "2026-12", "to": "2027-02"}, "reason": "病休至2027年2月", "evidence": []}
ONE = {"instalment": 9, "amount": "2169.14", "from": "2026-12-20", "to": "2027-01-20", "reason": "工资晚发"}
CONTRACT = {"annual_rate": "18%", "payment": "900.00", "periods": 36, "first_due": "2026-01-20"}


def said(case: dict[str, Any], kind: str = "hardship_letter", lang: str = "zh", debt: str | None = None) -> str:
    return nd.render(kind, nd.load(case), debt, lang).text


def put_off(deferral: dict[str, Any], **facts: Any) -> dict[str, Any]:
    """A bank loan not yet due, of which nothing but a deferral is asked for."""
    asked = {"creditor": LOAN, "account": "HT-8", "product": "个人贷款", "contract": CONTRACT, "due": "2026-12-20"}
    return with_debt(**asked, paid_on_time=None, deferral=deferral, **{"proposal": None, "agreement": None} | facts)


def beside(case: dict[str, Any]) -> dict[str, Any]:
    """The same household with a card that is overdue beside the first debt, and a plan for it."""
    case["debts"].append(plain()["debts"][0] | {"id": "card", "agreement": None})
    return case


def test_nobody_says_that_another_debt_is_not_overdue_unless_the_file_does():
    case = plain()
    told = {"creditor": "示例住房公积金贷款", "monthly": "700.00", "balance": "90000.00"}
    for known, zh, en in ((None, "余额90,000.00元", "90,000.00"), (False, "；没有逾期", "; not overdue")):
        case["finances"]["other_debts"] = [told if known is None else told | {"overdue": known}]
        assert f"{zh}\n" in said(case, "financial_statement")
        assert f"{en}\n" in said(case, "financial_statement", "en")


def test_a_request_for_a_waiver_offers_the_down_payment_of_the_plan_too():
    case = plain()
    down = {"amount": "3000.00", "date": "2026-12-10"}
    case["debts"][0]["proposal"] |= {"waive": {"penalty": "138.60"}, "down_payment": down}
    assert "本人于2026年12月10日先付首付款3,000.00元，自2026年12月25日起分36期还款" in said(case, "fee_waiver_request")
    english = said(case, "fee_waiver_request", "en")
    assert "I will pay RMB 3,000.00 down on 10 December 2026 and the rest in 36 monthly instalments" in english


@pytest.mark.parametrize("income", ["5200.00", "2600.00"])  # with 1,700.00 left a month, and with less than nothing
def test_the_letter_of_hardship_asks_for_the_deferral_that_is_asked_for(income):
    case = put_off(HOLIDAY)
    case["finances"]["income"] = [{"name": "零工报酬", "amount": income}]
    letter = nd.render("hardship_letter", nd.load(case))
    wish = "同意本人自2026年12月至2027年2月（3个月）暂缓还款，自2027年3月起恢复（理由：病休至2027年2月）。"
    assert wish in letter.text
    assert "暂缓还款\n2026年12月至2027年2月" in letter.text
    assert "请同意本人自2026年12月至2027年2月暂缓还款。" in letter.short
    assert "分期还款安排" not in letter.text + letter.short
    english = nd.render("hardship_letter", nd.load(case), None, "en")
    assert "let me suspend my payments from December 2026 to February 2027 (3 months)" in english.text
    assert "let me suspend my payments from December 2026 to February 2027." in english.short


def test_the_short_text_asks_for_the_one_instalment_to_be_put_off():
    case = nd.load(put_off(ONE))
    assert (
        "请同意将原定2026年12月20日应还的款项2,169.14元延至2027年1月20日偿还。"
        in nd.render("hardship_letter", case).short
    )
    assert "on 20 January 2027 instead." in nd.render("hardship_letter", case, None, "en").short


def test_a_loan_that_only_puts_a_payment_off_takes_its_payment_before_the_others_share():
    case = beside(put_off(HOLIDAY))
    # 5,200.00 - 2,800.00 - 700.00 of other debts leaves 1,700.00, of which the loan takes 900.00
    assert str(nd.allocation(nd.load(case))["card"]) == "800.00"
    assert "每月余额1,700.00元，其中该笔贷款按合同每期应还900.00元，其余用于本人拟协商处理的另1笔" in said(
        case, debt="one"
    )
    statement = said(case, "financial_statement", debt="one")
    assert "每月最高还款额1,700.00元，其中该笔贷款按合同每期应还900.00元，其余用于本人拟协商处理的另1笔" in statement
    english = said(case, "financial_statement", "en", debt="one")
    assert "the contract of this loan takes RMB 900.00; the rest is for 1 other debt" in english


def test_a_lender_whose_contract_goes_on_is_told_of_no_share_where_nobody_said_what_it_takes():
    case = beside(put_off(HOLIDAY))
    one = case["debts"][0]
    one["due"] = "2026-12-20"
    one["contract"] = dict.fromkeys(one["contract"])
    one["balance"] |= {"past_due": None}
    letter = said(case, debt="one")
    assert "每月余额1,700.00元，先用于按合同偿还该笔贷款，其余用于本人拟协商处理的另1笔欠款。" in letter
    assert "份额" not in letter
    assert "先用于按合同偿还该笔贷款" in said(case, "financial_statement", debt="one")
    assert "What the contract of this loan takes comes first; the rest" in said(case, lang="en", debt="one")
    assert "what the contract of this loan takes comes first" in said(case, "financial_statement", "en", debt="one")


def test_a_lender_whose_contract_goes_on_is_told_of_no_share_that_other_papers_do_not_know():
    case = beside(put_off(HOLIDAY))
    with pytest.raises(nd.FactsError) as refusal:
        nd.render("allocation_statement", nd.load(case), "one")
    (problem,) = refusal.value.problems
    assert problem.rule == "shares.goes_on"
    assert problem.message == "这笔债务按原合同继续还，不和其他债务分配，《还款分配说明》不适用"


def test_where_every_debt_goes_on_the_own_table_shares_nothing_that_the_letters_take_off_instead():
    case = beside(put_off(HOLIDAY))
    case["debts"][1] = {**case["debts"][0], "id": "second", "account": "HT-2", "due": "2026-12-20"}
    letter = said(case, "financial_statement", debt="one")
    assert "其他债务还款" in letter
    for kind in ("creditor_allocation", "allocation_statement"):
        with pytest.raises(nd.FactsError, match="不和其他债务分配"):
            nd.render(kind, nd.load(case), "one")


def test_a_paper_that_the_note_of_a_talk_names_is_not_told_twice():
    case = with_debt(agreement=None)
    talk = case["debts"][0]["contacts"][0]
    talk |= {"summary": "提交困难情况说明和流水", "sent": ["hardship_letter", "repayment_plan"]}
    assert "提交困难情况说明和流水，并提交《还款计划》，" in said(case)
    log = said(case, "contact_log")
    assert "提交困难情况说明和流水；提交《还款计划》" in log
    assert "《困难情况说明》" not in log


def test_a_query_tells_the_promise_of_a_later_answer_with_its_day():
    case = with_debt(agreement=None)
    first = {
        "at": "2026-10-20",
        "direction": "outgoing",
        "channel": "email",
        "summary": "说明情况",
        "outcome": "unclear",
    }
    first |= {"sent": ["hardship_letter"], "reply": "须到网点办理"}
    then = {"at": "2026-11-03", "direction": "outgoing", "channel": "in_person", "summary": "到网点说明"}
    then |= {"reply": "已上报", "outcome": "pending", "promise": "一个月内答复", "promise_due": "2026-12-03"}
    case["debts"][0]["contacts"] = [first, then]
    told = "2026年11月3日，贵行答复：已上报，并承诺：一个月内答复（期限为2026年12月3日）。"
    assert told in said(case, "progress_query")
    assert "(by 3 December 2026)" in said(case, "progress_query", "en")


def test_the_outline_for_a_call_reads_with_another_cause_and_a_plan_by_the_year():
    case = plain()
    case["hardship"] = [{"cause": "other", "since": "2026-06", "statement": "房屋漏水需要修缮", "evidence": []}]
    case["debts"][0]["proposal"] |= {"every": "quarter", "periods": 12, "alternative": None}
    outline = said(case, "call_script")
    assert "“其他困难（2026年6月" in outline
    assert "折合每月高于每月余额的金额，当场不答应" in outline


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        # the accident is of its day although its consequence lasts; a state with an end lasts from its first day on
        (("accident", "2026-04-27", "代驾途中被追尾，一直不能开车", None), "2026年4月27日，本人代驾"),
        (("family_event", "2026-05", "丈夫病逝，没有其他收入", None), "2026年5月，本人丈夫病逝"),
        (
            ("unpaid_wages", "2026-08-01", "在食品厂打工，两个月工资未发", "2027-02-28"),
            "自2026年8月1日起，本人在食品厂",
        ),
        (("unpaid_wages", "2026-08-01", "在食品厂打工，两个月工资未发", None), "2026年8月1日，本人在食品厂"),
    ],
)
def test_what_happened_on_a_day_is_not_told_as_lasting_from_it(cause, told):
    case = plain()
    kind, since, statement, until = cause
    stated = {"cause": kind, "since": since, "statement": statement, "evidence": []}
    case["hardship"] = [stated if until is None else stated | {"until": until}]
    assert f"\n{told}" in said(case)


def test_what_goes_on_in_a_season_is_not_told_as_done():
    case = plain()
    case["measures"] = ["冬季去县里打零工", "停用该卡"]
    assert "本人冬季去县里打零工，并已停用该卡。" in said(case)
    case["measures"].reverse()
    assert "本人已停用该卡，冬季去县里打零工。" in said(case)


def test_a_loan_that_is_asked_to_be_put_off_is_not_told_to_others_as_paid_as_usual():
    case = beside(put_off(HOLIDAY))
    case["debts"][0]["due"] = "2026-11-20"
    own = said(case, "creditor_allocation", debt="card")
    assert "这些债务照常还款，不参与分配：示例网络银行" not in own
    assert "这些债务正在申请延期还款，按合同每期应还先扣除，不参与分配：" in own
    assert own.count("900.00元") == 1, "named once"
    assert "Asked to be put off, taken off first" in said(case, "creditor_allocation", "en", debt="card")
    for kind in ("financial_statement", "hardship_letter"):
        assert "其他债务还款中，900.00元是按合同每期应还的数额，正在申请延期还款。" in said(case, kind, debt="card")
        assert "RMB 900.00 is what the contract asks each time; I am asking to put it off." in said(
            case, kind, "en", debt="card"
        )
        assert "按约偿还的债务\t900.00" not in said(case, kind, debt="card")
        assert "正在申请延期还款" not in said(case, kind, debt="one")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_paper_that_takes_other_debts_off_says_that_one_of_them_is_asked_to_be_put_off(lang: str):
    case = beside(put_off(HOLIDAY))
    case["debts"][0]["due"] = "2026-11-20"
    loaded = nd.load(case)
    off, told = ("其他债务", "正在申请延期") if lang == "zh" else ("other debts", "asking to put ")
    papers = {}
    for kind in KINDS:
        with suppress(nd.FactsError):
            papers[kind] = nd.render(kind, loaded, "card", lang=lang).text
    silent = {kind for kind, text in papers.items() if off in text and "900.00" in text and told not in text}
    assert silent - {"creditor_allocation"} == set()
    assert sum(told in text for text in papers.values()) > 4


def test_what_is_owed_elsewhere_is_not_called_paid_as_agreed_where_a_part_is_asked_to_be_put_off():
    case = beside(put_off(HOLIDAY))
    case["finances"]["other_debts"][0]["balance"] = "5200.00"
    assert "。其他债务余额合计27,550.95元。" in said(case, "hardship_letter", debt="card")
    assert "RMB 27,550.95 is outstanding on other debts." in said(case, "hardship_letter", "en", debt="card")


@pytest.mark.parametrize("kind", ["hardship_letter", "financial_statement"])
def test_what_is_left_is_not_said_to_pay_an_instalment_that_is_larger(kind: str):
    case = beside(put_off(HOLIDAY))
    case["finances"]["income"] = [{"name": "零工报酬", "amount": "4100.00"}]
    told = said(case, kind, debt="one")
    assert "600.00元，不够支付该笔贷款按合同每期应还的900.00元；本人另有1笔欠款拟协商处理。" in told
    assert "其余" not in told
    english = said(case, kind, "en", debt="one")
    assert "takes each time. I am also seeking arrangements for 1 other debt." in english


def test_a_child_of_less_than_a_year_is_not_called_nought_years_old():
    case = plain()
    case["finances"]["household"] = [{"relation": "女儿", "age": 0}]
    assert "女儿，不满周岁" in said(case, "financial_statement")
    assert "under one year old" in said(case, "financial_statement", "en")


def test_a_missed_loan_that_income_does_not_carry_is_told_to_no_other_lender_as_paid_on():
    case = beside(put_off(HOLIDAY))
    missed = {**CONTRACT, "payment": "1888.00"}
    other = {**case["debts"][0], "id": "net", "account": "WD-1", "contract": missed, "due": "2026-08-20"}
    case["debts"].append({name: value for name, value in other.items() if name != "deferral"})
    assert "其他债务还款\t1,600.00" in said(case, "financial_statement", debt="card")
    assert "1,888.00" not in said(case, "financial_statement", debt="card")
    case["finances"]["income"] = [{"name": "工资", "amount": "9000.00", "regular": True}]
    assert "1,888.00" in said(case, "financial_statement", debt="card"), "carried, and paid on"


def test_an_earlier_cause_took_the_income_no_lower_than_the_next_found_it():
    case = plain()
    first = {"cause": "reduced_income", "since": "2025-06-01", "until": "2025-12-31", "statement": "工地停工，只接零活"}
    then = {"cause": "illness", "since": "2026-08-19", "statement": "查出肾病，每周透析"}
    case["hardship"] = [
        {**first, "income_before": "9000.00", "evidence": []},
        {**then, "income_before": "7600.00", "evidence": []},
    ]
    assert "由9,000.00元降至7,600.00元，减少1,400.00元（15.6%）" in said(case)
    assert "由7,600.00元降至5,200.00元" in said(case)


def test_what_was_told_of_an_illness_for_the_letter_is_in_no_request_to_change_a_plan():
    case = changing()
    case["hardship"].append(
        {
            "cause": "illness",
            "since": "2027-04-02",
            "statement": "手术住院",
            "medical_detail": "胆囊切除",
            "evidence": [],
        }
    )
    for lang in ("zh", "en"):
        assert "胆囊切除" not in said(case, "plan_change_request", lang)


def test_a_change_of_the_rate_is_asked_for_in_words():
    terms = {"method": "equal_payment", "annual_rate": "6%", "periods": 36, "first_due": "2026-12-25"}
    case = changing(
        proposal=terms, payments=[], change={"method": "interest_free", "from_instalment": 8, "periods": 40}
    )
    assert "；变更后不再按年利率6%计收利息。" in said(case, "plan_change_request")
    assert "no interest at 6% a year is charged any more" in said(case, "plan_change_request", "en")
    case["debts"][0]["change"] = {"annual_rate": "4%", "from_instalment": 8, "periods": 40}
    assert "；年利率由6%改为4%。" in said(case, "plan_change_request")
    assert "计收利息。其余约定不变" not in said(changing(), "plan_change_request")
