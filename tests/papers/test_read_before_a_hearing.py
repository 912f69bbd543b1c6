"""What a reading of eight sued cases found: one payment told as two, own sums shown as a bill, papers told twice."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.outlook import outlook
from tests.make.sued import (
    STOPS,
    card_admitted,
    card_over_claimed,
    enforced,
    online_loan,
    payment_order,
    private_loan,
    time_barred,
)


def text(kind: str, case: dict[str, Any], lang: str = "zh") -> str:
    return nd.render(kind, nd.load(case), lang=lang, acknowledge=STOPS).text


def suit(case: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = case["debts"][0]["litigation"]
    return found


def told(case: dict[str, Any], rule: str) -> list[str]:
    return [one.message for one in nd.check(nd.load(case)) if one.rule == rule]


def test_what_is_asked_for_beside_a_full_confirmation_speaks_of_no_objection():
    asked = "请求准予分期履行"
    assert f"{asked}。" in text("court_answer", card_admitted())
    assert f"{asked}；这一请求不是对有异议部分的确认。" in text("court_answer", card_over_claimed())
    assert "to pay in instalments." in text("court_answer", card_admitted(), "en")
    assert "confirms nothing of what is objected to" in text("court_answer", card_over_claimed(), "en")


def test_a_payment_that_the_reason_names_in_other_words_is_added_up_and_told_as_no_further_one():
    said = text("court_answer", card_over_claimed())
    assert "起诉后又还过一笔，没有扣除（见证据2）。" in said
    assert "上述还款中，2026年11月20日以后的合计500.00元，请予核对扣除。" in said
    assert "起诉后所还一笔没有计入（2026年11月21日还款500.00元，凭证号0088）（见证据2）。" in said
    english = text("court_answer", card_over_claimed(), "en")
    assert "(21 November 2026: paid RMB 500.00, receipt no. 0088) (see Evidence 2)." in english
    assert "Of these payments, those since 20 November 2026 come to RMB 500.00 in all; please check" in english
    silent = card_over_claimed()
    suit(silent)["claims"][0]["reason"] = "与账单不符，还没有收到明细"
    assert "2026年11月20日以后，答辩人已还款合计500.00元" in text("court_answer", silent)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_who_raises_limitation_tells_the_court_of_no_payment(lang: str):
    case = time_barred()
    case["debts"][0]["payments"] = [{"date": "2026-11-21", "amount": "207.00", "ref": "9871", "evidence": ["flow"]}]
    facts = [one for one in suit(case).get("facts", []) if one["item"] != "repaid"]
    suit(case)["facts"] = [*facts, {"item": "repaid", "answer": "dispute", "reason": "原告没有明细"}]
    said = text("court_answer", case, lang)
    assert "207.00" not in said
    assert "9871" not in said
    for kind in ("account_statement_request", "hold_request"):
        assert "207.00" not in text(kind, case, lang)
    suit(case)["raise_limitation"] = False
    case["debts"][0]["limitation_risk_accepted"] = True
    assert "207.00" in text("account_statement_request", case, lang)
    for claim in suit(case)["claims"]:
        claim["reason"] = "原告没有明细"
    assert "207.00" in text("court_answer", case, lang)


@pytest.mark.parametrize(
    ("words", "barred"),
    [
        ("愿意偿还本金，但无力承担利息", True), ("确认欠款属实，已过诉讼时效", True), ("希望能够分期", True),
        ("原告曾同意分期偿还，后来反悔", False), ("本人从未承认欠款", False), ("不同意偿还", False),
        ("银行没有确认欠款的依据", False), ("已过诉讼时效，不应再还", False),
        ("本人愿意每月偿还银行三百元", True), ("已过诉讼时效，愿意先还一半本金", True),
        ("等打工挣到钱每月可以给银行三百元", True), ("钱确实是本人借的", True), ("现在还欠11,250元", True),
        ("借款属实，但已过诉讼时效", True), ("以后慢慢还给银行", True), ("每月还三百元", True), ("会还的", True),
        ("本人向银行承诺还款", True), ("如果原告减免利息，本人愿意还", True), ("对原告的本金本人愿意归还", True),
        ("不同意原告意见但愿意还一半", True), ("只能每月还二百元", True), ("本人不否认欠款", True),
        ("合同约定每月还1200元", False), ("此前每月还1200元，2018年10月以后没有再还", False), ("钱不是本人借的", False),
        ("本人没有向银行承诺还款", False), ("原告称本人承认欠款，与事实不符", False), ("是否尚欠1000元没有依据", False),
        ("原告要求本人承诺还款，本人没有答应", False), ("请求法院确认该债务已过诉讼时效", False),
        ("每月只能支付房租600元", False), ("流水可以证明还款的日期", False), ("本人不会再还", False),
        ("本人愿意还原事实经过", False), ("账户扣划不是本人自愿还款", False), ("没有人通知本人还款", False),
        ("借款不属实", False), ("尚欠金额不属实", False), ("本人没有表示过愿意偿还", False),
        ("录音里本人未表示同意分期", False), ("本人没有以任何方式同意还款", False), ("没有证据表明本人愿意还款", False),
        ("原告应当证明本人曾承诺还款", False), ("本人没有授权他人承诺还款", False), ("约定每月还款500元", False),
        ("本人没有承诺过还款", False), ("起诉状写明本人欠21600元", False), ("本人欠款已于2019年3月还清", False),
        ("本人将全部还款凭证附后", False), ("本人对借款合同的签名没有异议", False), ("此后没有能力再还款", False),
        ("今后每月还款500元", True), ("本人将按月偿还", True), ("本人拟分期偿还", True), ("等有钱了再还", True),
        ("对本金没有异议", True), ("本人欠原告21600元", True), ("尚有21600元未还", True), ("同意承担还款责任", True),
        ("本人不是不愿意还款", True), ("借款属实", True),
        ("签收催收函不等于同意还款", False), ("不代表本人愿意还款", False), ("不应视为本人同意还款", False),
        ("不能据此认定本人同意履行", False), ("本人没有在对账单上确认欠款", False), ("没有签字承认债务", False),
        ("本人每月还款500元到2019年3月", False), ("时效届满后债务人同意履行的才不能抗辩", False),
        ("不代表认可利息，但愿意还款", True), ("不代表认可利息但愿意还款", True),
        ("本人每月还款500元到2028年3月", True),
        ("希望与原告协商还款方案", True), ("本人可以提交还款计划", True), ("本人愿意履行", True),
        ("我承认借了钱", True),
    ],
)  # fmt: skip
def test_who_raises_limitation_promises_nothing_in_words_of_their_own(words: str, barred: bool):
    case = time_barred()
    suit(case)["statement"] = words
    if barred:
        with pytest.raises(nd.FactsError) as refusal:
            text("court_answer", case)
        assert [(one.rule, one.path) for one in refusal.value.problems] == [
            ("answer.barred_words", "debts[0].litigation.statement")
        ]
    else:
        assert words in text("court_answer", case)
    suit(case)["raise_limitation"] = False
    case["debts"][0]["limitation_risk_accepted"] = True
    for claim in suit(case)["claims"]:
        claim["reason"] = "原告没有明细"
    assert words in text("court_answer", case)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nor_in_the_row_of_what_the_answer_relies_on(lang: str):
    case = time_barred()
    suit(case)["basis"] = "愿意偿还本金，参照民法典第一百九十二条"
    with pytest.raises(nd.FactsError) as refusal:
        text("court_answer", case, lang)
    assert [(one.rule, one.path) for one in refusal.value.problems] == [
        ("answer.barred_words", "debts[0].litigation.basis")
    ]
    suit(case)["basis"] = "民法典第一百八十八条、第一百九十二条"
    assert "第一百九十二条" in text("court_answer", case, lang)


def test_who_raises_limitation_signs_no_record_of_having_asked_for_instalments():
    case = time_barred()
    asked = {"at": "2026-03-01 10:00", "direction": "outgoing", "channel": "phone", "summary": "请求分24期偿还"}
    case["debts"][0]["contacts"] = [{**asked, "reply": "不同意", "outcome": "refused"}]
    with pytest.raises(nd.FactsError) as refusal:
        text("contact_log", case)
    assert [one.rule for one in refusal.value.problems] == ["court.raises_limitation"]
    suit(case)["raise_limitation"] = False
    assert "请求分24期偿还" in text("contact_log", case)


def test_an_objection_to_a_payment_order_tells_one_payment_as_one_too():
    order = payment_order()
    debt = order["debts"][0]
    debt["payments"] = [{"date": "2026-11-21", "amount": "500.00"}]
    item = next(one for one in suit(order)["claims"] if one["item"] == "principal")
    item |= {
        "answer": "partly",
        "admitted": "100.00",
        "reason": "后来还的一笔没有扣除，已还部分不应再列",
        "evidence": [],
    }
    said = text("payment_order_objection", order)
    assert "后来还的一笔没有扣除，已还部分不应再列（2026年11月21日还款500.00元）。" in said
    assert "合计500.00元" not in said
    assert "(21 November 2026: paid RMB 500.00)" in text("payment_order_objection", order, "en")


def test_a_sum_that_the_borrower_worked_out_is_no_paper_of_the_lender():
    case = private_loan()
    claims = suit(case)["claims"]
    claims[1] |= {"amount": "3000.00"}
    claims[3] |= {"amount": "24600.00"}
    assert "出借人微信所列（截至2026年11月20日）所列" in text("court_answer", case)
    case["debts"][0]["balance"]["source"] = "本人计算"
    assert "本人计算" not in text("court_answer", case)
    assert "所列" not in text("court_answer", case).split("自由陈述栏")[2]


def test_a_deadline_that_two_entries_state_is_told_once_and_one_that_only_the_list_states_is_not_lost():
    case = enforced()
    order = {"kind": "property_order", "received": suit(case)["received"], "deadline": "2026-12-01"}
    suit(case)["deadline"], suit(case)["papers"] = "2026-12-01", [order]
    assert text("legal_aid_request", case).count("2026年12月1日") == 2  # the strip and the sentence
    assert text("legal_aid_request", case, "en").count("1 December 2026") == 2
    suit(case).pop("deadline")
    assert "报告财产令所载的期限为2026年12月1日" in text("legal_aid_request", case)


@pytest.mark.parametrize(
    ("lang", "words"), [("zh", "{}月{}日收到报告财产令"), ("en", "The order to report property was received on")]
)
def test_a_report_tells_the_day_of_the_order_to_report_where_it_came_after_the_notice(lang: str, words: str):
    case = enforced()
    suit(case)["received"], order = "2026-11-10", {"kind": "property_order", "received": "2026-11-13"}
    first = text("property_report", case, lang)
    suit(case)["papers"] = [order]
    later = text("property_report", case, lang)
    assert words.format(11, 10) in first
    assert words.format(11, 13) in later
    assert "10 November 2026" in first or lang == "zh"
    assert "13 November 2026" in later or lang == "zh"
    assert ("自2025年11月10日起" if lang == "zh" else "10 November 2025") in later, "changes go by the notice"


def test_legal_aid_and_mediators_read_of_claims_without_a_sum_too():
    said = text("legal_aid_request", online_loan())
    assert "利息等3,300.00元、提前还款或解除合同、其他请求、标的总额24,900.00元，列在这里不是对请求的确认" in said
    assert "early repayment" in text("legal_aid_request", online_loan(), "en")


def test_legal_aid_is_of_use_as_soon_as_something_is_at_court():
    def idle(case: dict[str, Any]) -> str:
        loaded = nd.load(case)
        (look,) = (
            one for one in outlook(loaded, loaded.debts[0].id, nd.kinds()) if one.kind.name == "legal_aid_request"
        )
        return look.idle

    case = card_over_claimed()
    case["debts"][0].pop("contacts", None)
    assert idle(case) == ""
    case["debts"][0].pop("litigation")
    assert idle(case)


@pytest.mark.parametrize(("lang", "words"), [("zh", "审理（案号："), ("en", "The case is before")])
def test_a_list_of_evidence_for_the_lender_names_the_suit_and_admits_nothing(lang: str, words: str):
    said = text("evidence_list", card_over_claimed(), lang)
    assert words in said
    assert ("不构成对债务的确认" if lang == "zh" else "neither acknowledges the debt") in said


def test_boxes_that_only_the_person_may_tick_are_named_while_they_are_open():
    case = card_over_claimed()
    assert told(case, "court.open_boxes") == []
    suit(case).pop("electronic_service")
    suit(case).pop("mediation_wish")
    assert told(case, "court.open_boxes") == [
        "这些栏没有答，会留空：是否同意电子送达（送达地址确认书）、是否考虑先行调解"
    ]


def test_a_total_with_or_without_the_fees_of_the_court_adds_up():
    case = card_over_claimed()
    claims = suit(case)["claims"]
    claims.append({"item": "court_fees", "amount": "50.00", "answer": "dispute", "reason": "请依法分担"})
    assert told(case, "court.claims_sum") == []
    claims[3]["amount"] = "26250.00"
    assert told(case, "court.claims_sum") == []
    claims[3]["amount"] = "26251.00"
    assert len(told(case, "court.claims_sum")) == 1
