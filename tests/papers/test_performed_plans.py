"""A confirmed plan: what was paid is told to the 分, what is not recorded is never called unpaid."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.facts import Payment
from negotiation_docs.figures.performance import performed
from negotiation_docs.figures.schedule import changed_schedule
from tests.make.cases import CREDITORS
from tests.make.performed import DAYS, STEPS, changing, in_plan

SHORT = [{"date": DAYS[0], "amount": "600.00"}, {"date": DAYS[1], "amount": "250.00", "ref": "0098"}]


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang).text


def test_the_report_tells_what_was_paid_what_is_left_and_what_comes_next():
    report = text("progress_report", in_plan())
    assert "就贵行信用卡（卡号尾号7716）欠款说明还款进展。" in report
    assert "。贵行2026年12月8日以短信确认（编号0312）的方案为：自2026年12月25日起分36期" in report
    assert "截至2027年6月10日，登记的还款合计3,600.00元，足额偿还6期，按方案尚余18,000.00元。" in report
    assert "2027年2月，本人入职新单位，收入比签约时增加（见附件1）。" in report
    assert "第7期600.00元的还款日为2027年6月25日。" in report
    assert "1\t2026-12-25\t600.00\t600.00\t0.00\t2026-12-25\tPZ1" in report


@pytest.mark.parametrize("kind", ["progress_report", "plan_change_request"])
def test_a_column_of_vouchers_stands_only_where_a_payment_has_one(kind):
    paid = [{"date": DAYS[0], "amount": "600.00"}, {"date": DAYS[1], "amount": "600.00"}]
    make = in_plan if kind == "progress_report" else changing
    for lang, head in (("zh", "凭证号"), ("en", "Receipt no.")):
        assert head not in text(kind, make(payments=paid), lang)
        assert head in text(kind, make(payments=[*paid, {"date": DAYS[2], "amount": "600.00", "ref": "P3"}]), lang)


def test_what_is_not_recorded_is_never_called_unpaid():
    report = text("progress_report", in_plan(4))
    assert "第5、6期的还款尚未登记，以核对结果为准。" in report
    assert "5\t2027-04-25\t600.00\t未登记" in report
    assert "未还" not in report
    english = text("progress_report", in_plan(4), "en")
    assert "no payment is on record yet" in english
    assert "unpaid" not in english


def test_a_report_asks_nothing_about_what_the_change_spreads_already():
    spread = changing(0, payments=SHORT, change={**STEPS, "arrears": "spread"})
    assert "此前各期尚差和未登记的2,750.00元，本人申请并入变更后的各期。" in text("progress_report", spread)
    assert "此前各期尚差和未登记的2,750.00元已并入变更后的各期。" in text("plan_change_request", spread)
    assert "补交安排请与本人商定" not in text("progress_report", spread)
    english = text("progress_report", spread, "en")
    assert (
        "I am asking to spread the RMB 2,750.00 that is still owing on earlier instalments or not on record" in english
    )
    assert "remains to be arranged" not in english
    assert "第2期尚差的350.00元，补交安排请与本人商定。" in text("progress_report", in_plan(0, payments=SHORT))


def test_a_day_of_making_up_that_is_past_is_announced_by_no_report():
    late = changing(0, payments=SHORT, change={**STEPS, "arrears": {"pay_by": "2027-06-01"}})
    assert "2027年6月1日前补足" not in text("progress_report", late)
    assert "补交安排请与本人商定" in text("progress_report", late)
    on_time = changing(0, payments=SHORT, change={**STEPS, "arrears": {"pay_by": "2027-06-10"}})
    assert "本人拟于2027年6月10日前另行补足" in text("progress_report", on_time)


def test_a_missed_instalment_is_told_and_made_up_on_its_day():
    case = changing(0, payments=SHORT, change={**STEPS, "arrears": {"pay_by": "2027-07-10"}})
    request = text("plan_change_request", case)
    assert request.startswith("未按期足额还款的说明及变更还款计划申请")
    assert "第2期应还600.00元，已还250.00元，尚差350.00元。" in request
    assert "此前各期尚差和未登记的2,750.00元，本人拟于2027年7月10日前另行补足。" in request
    report = text("progress_report", case)
    assert "此前各期尚差和未登记的2,750.00元，本人拟于2027年7月10日前另行补足。" in report


def second(payment: str, **facts: Any) -> dict[str, Any]:
    """A debt of five monthly instalments of ``payment`` 元 from August 2027 on."""
    principal = f"{Decimal(payment) * 5:.2f}"
    plan = {"method": "interest_free", "periods": 5, "first_due": "2027-08-10", **facts.pop("proposal", {})}
    balance = {"as_of": "2027-06-01", "principal": principal}
    lender = {"id": "two", "creditor": CREDITORS["microloan"], "due": "2027-05-20"}
    return {**lender, "balance": balance, "proposal": plan, **facts}


def too_dear(*others: dict[str, Any], **facts: Any) -> list[str]:
    case = changing(**facts)
    case["debts"] += others
    return [one.message for one in nd.check(nd.load(case)) if one.rule == "change.unaffordable"]


def test_a_change_is_measured_with_the_instalments_of_the_other_debts():
    assert too_dear() == []
    assert too_dear(second("1078.58")) == [], "621.42 and 1,078.58 are the 1,700.00 that are left"
    assert too_dear(second("1078.59")) == ["变更后每月最多须还1,700.01元，超过每月可用于偿还的1,700.00元"]
    assert too_dear(second("1500.00")) == ["变更后每月最多须还2,121.42元，超过每月可用于偿还的1,700.00元"]


def test_a_debt_that_somebody_else_pays_takes_nothing_of_the_month_of_a_change():
    payer = [{"name": "李敏", "role": "payer", "consents": True}]
    carried = second("1500.00", parties=payer, proposal={"funds": "姐姐李敏的存款"})
    assert too_dear(carried) == []


def test_a_change_of_which_all_months_are_past_is_measured_without_an_error():
    plan = {"method": "interest_free", "periods": 4, "first_due": "2026-12-25"}
    past = {"from_instalment": 2, "periods": 2}
    assert too_dear(proposal=plan, change=past) == []
    assert too_dear(second("1500.00"), proposal=plan, change=past) == []
    assert len(too_dear(second("1701.00"), proposal=plan, change=past)) == 1


def test_the_change_is_computed_from_what_was_really_paid():
    spread = nd.load(changing(0, payments=SHORT, change={**STEPS, "arrears": "spread"}))
    apart = nd.load(changing(0, payments=SHORT, change={**STEPS, "arrears": {"pay_by": "2027-07-10"}}))
    assert changed_schedule(spread).total == Decimal("21600.00") - Decimal("850.00")
    assert changed_schedule(apart).total == Decimal("21600.00") - 6 * Decimal("600.00")
    unsaid = nd.load(changing(0, payments=SHORT))
    assert changed_schedule(unsaid).total == Decimal("18000.00") + Decimal("350.00"), "only what is known to lack"


def test_the_change_shows_old_and_new_side_by_side():
    request = text("plan_change_request", changing())
    assert "7至8\t2027-06-25\t600.00\t300.00" in request
    assert "9至35\t2027-08-25\t600.00\t621.42" in request
    assert "36\t2029-11-25\t600.00\t621.66" in request
    assert "本人每月收入由6,200.00元降至5,200.00元" in request
    assert "门店停业" not in request.partition("二、新的情况")[2].partition("三、变更请求")[0], (
        "the old cause is not new"
    )


def test_a_change_keeps_a_pause_of_charges_that_was_agreed_and_asks_for_none_that_was_only_proposed():
    def asked(**terms: Any) -> str:
        case = changing()
        case["debts"][0]["agreement"]["terms"] = {"plan": True, **terms}
        return text("plan_change_request", case)

    assert "暂停计收利息" not in asked()
    assert "暂停计收利息" not in asked(pause_charges=False)
    assert "履行期间暂停计收利息和违约金" in asked(pause_charges=True)
    again = changing(change={**STEPS, "pause_charges": True})
    again["debts"][0]["agreement"]["terms"] = {"plan": True}
    assert "履行期间暂停计收利息和违约金" in text("plan_change_request", again)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"change": {"from_instalment": 7, "periods": 2}}, "change.unaffordable"),
        ({"litigation": {"stage": "enforcement"}}, "change.enforced"),
        ({"change": {"from_instalment": 99, "periods": 2}}, "plan.impossible"),
    ],
)
def test_a_change_that_cannot_be_kept_or_changes_nothing_is_refused(change, rule):
    with pytest.raises(nd.FactsError) as refusal:
        nd.render("plan_change_request", nd.load(changing(**change)), acknowledge=["litigation"])
    assert rule in {problem.rule for problem in refusal.value.problems}


def test_a_change_needs_a_cause_that_is_later_than_the_agreement():
    case = changing()
    case["hardship"].pop()
    with pytest.raises(nd.FactsError, match="没有写达成方案之后的新情况"):
        text("plan_change_request", case)


@pytest.mark.parametrize(("lender", "lang"), list(product(CREDITORS, ("zh", "en"))))
def test_every_kind_of_creditor_is_asked_for_what_it_can_give(lender, lang):
    account = None if lender == "private" else "7716"
    case = in_plan(settled="2027-06-05", creditor=CREDITORS[lender], account=account)
    request = text("settlement_certificate_request", case, lang)
    person = lender == "private"
    assert ("金融信用信息基础数据库" in request or "credit database" in request) is (
        lender not in ("private", "company", "pawnshop", "factoring")
    )
    assert ("签名的结清凭据" in request or "signed receipt" in request) is person
    assert ("公章" in request or "stamped" in request) is not person


def test_the_last_payment_of_a_settled_debt_is_the_latest_in_whatever_order_the_file_has_them():
    case = in_plan(settled="2027-06-05")
    debt = case["debts"][0]
    turned = {**case, "debts": [{**debt, "payments": debt["payments"][::-1]}]}
    for kind, lang in product(("settlement_certificate_request", "account_statement_request"), ("zh", "en")):
        told = [nd.render(kind, nd.load(one), lang=lang).text for one in (case, turned)]
        assert told[0] == told[1]


def test_an_account_that_is_not_said_to_be_settled_gets_no_certificate():
    with pytest.raises(nd.FactsError, match=r"settled.*结清日期"):
        text("settlement_certificate_request", in_plan())


AMOUNTS = st.lists(st.integers(1, 200_000), max_size=12)


@given(AMOUNTS, st.integers(0, 500))
def test_every_fen_that_was_paid_is_told_once(paid, days):
    schedule = nd.schedule(nd.load(in_plan()))
    payments = [Payment.model_validate({"date": DAYS[0], "amount": Decimal(each) / 100}) for each in paid]
    told = performed(schedule, payments, date.fromordinal(date(2026, 12, 1).toordinal() + days))
    whole = sum(paid)
    on_rows = sum(int(each.paid * 100) for each in told.rows)
    assert on_rows == min(whole, int(schedule.total * 100))
    assert int(told.left * 100) == max(0, int(schedule.total * 100) - whole)
    first_open = next((place for place, each in enumerate(told.rows) if not each.met), len(told.rows))
    assert all(not each.paid for each in told.rows[first_open + 1 :]), "the oldest instalment is served first"


def test_the_strip_and_the_letter_say_the_same():
    for case in (in_plan(), changing()):
        report = text("progress_report", case)
        strip, letter = report.split("一、")[0], report.split("一、", 1)[1]
        for amount in re.findall(r"[\d,]+\.\d\d元", strip):
            assert amount in letter


def ahead_of_time() -> dict[str, Any]:
    """Six instalments paid on their days, the seventh and 400.00 of the eighth before they are due."""
    payments = [{"date": day, "amount": "600.00"} for day in DAYS] + [{"date": "2027-06-01", "amount": "1000.00"}]
    return changing(0, payments=payments)


def test_what_was_paid_on_the_coming_instalment_is_told_with_what_it_still_takes():
    report = text("progress_report", ahead_of_time())
    assert "足额偿还7期，按方案尚余17,000.00元" in report
    assert "第8期600.00元的还款日为2027年7月25日，已先还400.00元，届时尚须支付200.00元。" in report
    english = text("progress_report", ahead_of_time(), "en")
    assert "RMB 400.00 has been paid on it already, which leaves RMB 200.00." in english


def test_a_change_takes_off_what_was_paid_before_its_time():
    schedule = changed_schedule(nd.load(ahead_of_time()))
    assert schedule.total == Decimal("17000.00")
    assert [row.payment for row in schedule.rows[:3]] == [Decimal("300.00"), Decimal("300.00"), Decimal("585.71")]


def test_a_down_payment_is_called_so_and_is_no_instalment():
    case = in_plan(0, payments=[{"date": "2026-12-20", "amount": "1.00"}])
    case["debts"][0]["proposal"]["down_payment"] = {"amount": "3000.00", "date": "2026-12-20"}
    assert "首付款尚差的2,999.00元，补交安排请与本人商定。" in text("progress_report", case)
    assert "the RMB 2,999.00 still owing on the down payment" in text("progress_report", case, "en")
    case["debts"][0]["payments"] = [{"date": "2026-12-20", "amount": "3000.00"}]
    assert "足额偿还" not in text("progress_report", case)
    unrecorded = {**changing(0), "debts": [{**changing(0)["debts"][0], "proposal": case["debts"][0]["proposal"]}]}
    assert "首付款和第1、2、3、4、5、6期的还款尚未登记" in text("plan_change_request", unrecorded)


WAIVED = {"interest": "612.35", "penalty": "138.60"}


def settled_by_confirmation() -> dict[str, Any]:
    return in_plan(
        0,
        proposal={"settlement": {"pay_by": "2026-12-20"}, "waive": WAIVED, "funds": "父母出资"},
        agreement={
            "reached": "2026-11-16",
            "terms": {"plan": True, "waive": WAIVED},
            "confirmed": {"date": "2026-12-08", "channel": "in_person"},
        },
        payments=[{"date": "2026-12-18", "amount": "21600.00"}],
    )


def test_a_confirmed_settlement_is_told_with_its_last_day_what_was_waived_and_who_pays():
    case = settled_by_confirmation()
    assert (
        "贵行2026年12月8日当面确认的方案为：2026年12月20日前一次性偿还21,600.00元，"
        "贵行同意减免利息612.35元、违约金138.60元；款项来源：父母出资。"
    ) in text("progress_report", case)
    english = text("progress_report", case, "en")
    assert "As you confirmed on 8 December 2026 in person, I am to pay RMB 21,600.00 in one sum by 20 D" in english
    assert "you agreed to waive the interest of RMB 612.35 and late charges of RMB 138.60." in english


@pytest.mark.parametrize("kind", ["progress_report", "plan_change_request"])
def test_what_the_confirmation_waives_is_told_and_not_what_was_only_said(kind):
    agreed = in_plan()["debts"][0]["agreement"]
    said = {**agreed, "terms": {**agreed["terms"], "waive": WAIVED}}
    case = changing(agreement=said)
    assert "贵行同意减免利息612.35元、违约金138.60元。" in text(kind, case)
    case = changing(agreement={**said, "confirmed": {**said["confirmed"], "waive": {"penalty": "100.00"}}})
    assert "贵行同意减免违约金100.00元。" in text(kind, case)
    assert "you agreed to waive the late charges of RMB 100.00." in text(kind, case, "en")


def test_a_confirmation_without_a_word_of_a_waiver_is_given_none():
    assert "同意减免" not in text("progress_report", in_plan())


CALL = {
    "at": "2027-06-01 10:00", "direction": "outgoing", "channel": "phone", "outcome": "accepted",
    "summary": "说明病假期间只能先还一半", "reply": "第6期不足部分7月10日前补上，不算违约",
    "promise": "补上之前不终止分期", "promise_due": "2027-07-10",
}  # fmt: skip


@pytest.mark.parametrize("kind", ["progress_report", "plan_change_request"])
def test_what_the_lender_said_after_the_confirmation_is_told_with_its_day_as_its_word(kind):
    case = changing()
    before = case["debts"][0]["contacts"]
    case["debts"][0]["contacts"] = [*before, CALL]
    told = text(kind, case)
    assert (
        "方案确认以后，2027年6月1日，本人致电贵行，说明病假期间只能先还一半，"
        "贵行答复：第6期不足部分7月10日前补上，不算违约。贵行并表示：补上之前不终止分期（期限为2027年7月10日）。"
    ) in told
    assert "Since the plan was confirmed: On 1 June 2027 I called you" in text(kind, case, "en")
    assert "方案确认以后" not in text(kind, changing())


def test_a_change_that_is_asked_for_is_not_said_to_have_been_sent_already():
    story = nd.load("examples/stories/card-5-change.yaml")
    assert "本人另行申请自第7期起变更还款安排" in nd.render("progress_report", story).text
    assert "I am asking separately to change the plan" in nd.render("progress_report", story, lang="en").text


@pytest.mark.parametrize("kind", ["progress_report", "plan_change_request"])
def test_a_new_hardship_is_told_whole_and_what_changed_before_the_agreement_not_again(kind):
    case = changing()
    case["hardship"][-1]["statement"] = "因手术住院，医嘱休息两个月\n休养期间只领取病假工资"
    case["updates"] = [
        {"date": "2027-04", "statement": "由同事代班", "evidence": []},
        {"date": "2026-10", "statement": "参加过技能培训", "evidence": []},
        {"date": "2026-11", "statement": "搬入单位宿舍", "evidence": []},  # the agreement is of 16 November
    ]
    told = text(kind, case)
    assert "因手术住院，医嘱休息两个月；休养期间只领取病假工资（见附件" in told
    assert "2027年4月，本人由同事代班。" in told
    assert "2026年11月，本人搬入单位宿舍。" in told
    assert "技能培训" not in told


@pytest.mark.parametrize("spoken", [{"pause_charges": "true"}, {"plan": {"method": "interest_free", "periods": "36"}}])
def test_no_report_tells_of_a_plan_that_the_file_does_not_tell(spoken):
    """It said that the lender had confirmed the plan “：。”, and “I am to pay .”."""
    case = in_plan()
    agreement = {**case["debts"][0]["agreement"], "terms": spoken}
    case["debts"][0] = {key: value for key, value in case["debts"][0].items() if key != "proposal"} | {
        "agreement": agreement
    }
    with pytest.raises(nd.FactsError) as refused:
        text("progress_report", case)
    assert "没有可以说明的方案" in str(refused.value)
    assert "先把谈妥的方案写进“还款方案”（proposal）" in str(refused.value)


def test_what_was_paid_ahead_is_told_and_how_it_is_counted_is_asked():
    on_time = [{"date": day, "amount": "600.00"} for day in DAYS]
    case = nd.load(in_plan(0, payments=[*on_time, {"date": "2027-06-05", "amount": "3000.00"}]))
    assert "登记的还款里有3,000.00元先于还款日，本人按提前归还以后各期计算" in nd.render("progress_report", case).text
    assert "RMB 3,000.00 came before its day" in nd.render("progress_report", case, lang="en").text
    assert "payment.ahead" in {one.rule for one in nd.check(case)}
    early = nd.load(in_plan(0, payments=[*on_time, {"date": "2027-06-05", "amount": "600.00"}]))
    assert "payment.ahead" not in {one.rule for one in nd.check(early)}
    asked = [step for step in nd.next_steps(case).steps if step.kind == "paid_ahead"]
    assert [step.what for step in asked] == [
        "问清先还的3,000.00元怎样入账；没有书面同意的，2027年6月25日仍还第7期600.00元"
    ]
    assert not any(step.kind == "paid_ahead" for step in nd.next_steps(early).steps)
