"""A plan as it went: what was paid after its day is said in words, and who agreed before a claim was sold is named."""

from __future__ import annotations

from typing import Any

import negotiation_docs as nd
from tests.make.cases import CREDITORS
from tests.make.performed import CONFIRMED, DAYS, EARLIER, again, changing, in_plan

SELLER, BUYER = "示例信托银行股份有限公司", "示例资产管理有限公司"


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang).text


def paid_on(*days: str) -> list[dict[str, Any]]:
    return [{"date": day, "amount": "600.00"} for day in days]


def one_sum(*payments: tuple[str, str], **debt: Any) -> dict[str, Any]:
    """One sum of 21,600.00 that settles the debt by the end of January, with what was paid of it."""
    case, waived = in_plan(0, **debt), {"interest": "612.35", "penalty": "138.60"}
    one = case["debts"][0]
    one["proposal"] = {"settlement": {"pay_by": "2027-01-31"}, "waive": waived, "funds": "父母资助"}
    one["agreement"]["terms"] = {"plan": True, "waive": waived}
    one["payments"] = [{"date": day, "amount": amount} for day, amount in payments]
    return case


def sold(**debt: Any) -> dict[str, Any]:
    """The same plan, confirmed by the bank; the claim was sold in March."""
    seller = {"name": SELLER, "kind": "bank_card", "notice": "2027-03-10"}
    return in_plan(creditor={**CREDITORS["transferee"], "transferred_from": seller}, **debt)


def test_an_instalment_paid_after_its_day_is_named_with_both_days():
    case = in_plan(0, payments=paid_on(*DAYS[:2], "2027-02-26", *DAYS[3:]))
    assert "第3期的还款日为2027年2月25日，于2027年2月26日还清。" in text("progress_report", case)
    english = text("progress_report", case, "en")
    assert "Instalment 3 was due on 25 February 2027 and paid in full on 26 February 2027." in english
    late = changing(0, payments=paid_on(*DAYS[:5], "2027-05-27"))
    assert "第6期的还款日为2027年5月25日，于2027年5月27日还清。" in text("plan_change_request", late)
    assert "于2027年" not in text("progress_report", in_plan()).split("还款登记表")[0]


def test_many_late_instalments_are_numbered_and_the_table_gives_their_days():
    days = ("2026-12-26", "2027-01-26", "2027-02-26", "2027-03-26", *DAYS[4:])
    case = in_plan(0, payments=paid_on(*days))
    assert "第1期、第2期、第3期、第4期在还款日之后还清，日期见还款登记表。" in text("progress_report", case)
    assert "Instalment 1, instalment 2, instalment 3 and instalment 4 were paid in full after" in text(
        "progress_report", case, "en"
    )


def test_one_sum_is_no_instalment_and_paid_late_it_asks_whether_the_waiver_stands():
    late = one_sum(("2027-01-12", "9600.00"), ("2027-02-01", "12000.00"))
    report, english = text("progress_report", late), text("progress_report", late, "en")
    assert "约定的款项应于2027年1月31日前付清，于2027年2月1日付清。" in report
    assert "约定的款项已全部付清。请书面确认上述减免仍然有效，该笔欠款已经结清。" in report
    assert "The payment agreed was due on 31 January 2027 and paid in full on 1 February 2027." in english
    assert "Please confirm in writing that the waiver above still stands" in english
    for words in ("第1期", "足额偿还1期", "方案各期"):
        assert words not in report
    on_time = text("progress_report", one_sum(("2027-01-12", "9600.00"), ("2027-01-31", "12000.00")))
    assert "约定的款项已全部付清。以上金额" in on_time
    short = text("progress_report", one_sum(("2027-01-12", "9600.00")))
    assert "约定的款项应还21,600.00元，已还9,600.00元，尚差12,000.00元。" in short
    assert "方案各期" not in short


def test_a_certificate_of_a_sum_paid_late_says_both_days():
    late = one_sum(("2027-02-01", "21600.00"), settled="2027-02-01")
    assert "即告结清，期限为2027年1月31日，2027年2月1日付清，本人已如数偿还" in text(
        "settlement_certificate_request", late
    )
    assert "to settle the debt by 31 January 2027; I have paid all of it, by 1 February 2027" in text(
        "settlement_certificate_request", late, "en"
    )


def test_who_bought_the_claim_is_not_said_to_have_confirmed_what_the_seller_did():
    for case, kind in ((sold(), "progress_report"), (sold(settled="2027-06-05"), "settlement_certificate_request")):
        assert f"{SELLER}2026年12月8日以短信确认" in text(kind, case) or kind != "progress_report"
        assert "贵公司2026年" not in text(kind, case)
        assert "you confirmed" not in text(kind, case, "en")
    assert f"As {SELLER} confirmed on 8 December 2026" in text("progress_report", sold(), "en")
    assert "贵行2026年12月8日以短信确认" in text("progress_report", in_plan())


def test_a_talk_before_the_notice_was_with_the_seller_unless_the_file_says_otherwise():
    log = text("contact_log", sold())
    assert f"本人联系{SELLER}" in log
    assert "本人联系贵公司" not in log
    case = sold()
    case["debts"][0]["contacts"][0].update(organisation=BUYER)
    assert "本人联系贵公司" in text("contact_log", case)
    case["debts"][0]["contacts"][0].update(at="2027-03-10 09:40", organisation=None)
    assert "本人联系贵公司" in text("contact_log", case)


def test_the_seller_is_no_collector_of_the_buyer_and_keeps_its_staff():
    notice = {"at": "2027-03-10 10:00", "direction": "incoming", "channel": "sms", "organisation": SELLER}
    refused = {"at": "2027-03-20 10:00", "direction": "incoming", "channel": "phone", "agent": "陈经理"}
    case = sold()
    case["debts"][0]["contacts"][0].update(outcome="unclear", promise=None, promise_due=None)
    case["debts"][0]["contacts"] += [
        {**notice, "summary": "债权已转让"},
        {**refused, "summary": "不认原来的方案", "outcome": "refused"},
    ]
    assert "名义联系本人的机构" not in text("contact_log", case)
    escalated = text("escalation_request", case)
    assert f"工号2207（{SELLER}）、陈经理（{BUYER}）" in escalated


def test_an_arrangement_with_the_seller_is_told_as_that_sellers_where_the_buyer_made_a_new_one():
    case = again(sold())
    case["debts"][0]["agreement"]["confirmed"] = {**CONFIRMED, "date": "2027-03-12"}
    assert EARLIER["date"] == "2026-03-08"
    assert f"变更的是{SELLER}2026年3月8日以短信确认" in text("progress_report", case)
    assert f"the arrangement that {SELLER} confirmed on 8 March 2026" in text("progress_report", case, "en")
    assert "贵公司2027年3月12日以短信确认" in text("progress_report", case)


def test_how_it_is_reported_was_confirmed_by_the_seller_too():
    case = sold(settled="2027-06-05")
    case["debts"][0]["agreement"]["confirmed"] = {**CONFIRMED, "credit_reporting": "履行期间不再新增逾期记录"}
    assert f"{SELLER}2026年12月8日确认的征信报送方式为" in text("settlement_certificate_request", case)
    assert f"On 8 December 2026 {SELLER} confirmed how" in text("settlement_certificate_request", case, "en")
