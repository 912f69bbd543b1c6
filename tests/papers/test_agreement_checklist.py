"""协议要点核对表: thirteen points, each as it was said, as it is written, and whether the two agree."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt
from tests.papers.test_key_figures import strip


def sheet(confirmed: dict[str, Any] | None = None, lang: str = "zh", **facts: Any) -> nd.Document:
    agreement: dict[str, Any] = {"reached": "2026-11-16", "terms": {"plan": True, "payment_account": "原账户"}}
    if confirmed is not None:
        agreement["confirmed"] = {"date": "2026-11-20", "channel": "sms", "ref": "0312", **confirmed}
    return nd.render("agreement_checklist", nd.load(with_debt(**{"agreement": agreement, **facts})), lang=lang)


def rows(document: nd.Document) -> dict[str, list[str]]:
    lines = [line.split("\t") for line in document.text.splitlines() if line[:1].isdigit() and line.count("\t") >= 4]
    return {line[1].strip("※ "): line[2:5] for line in lines}


def test_there_are_thirteen_lines_in_the_order_of_an_agreement():
    assert list(rows(sheet())) == [
        "主体", "账户", "本金基数", "期数和金额", "首期日", "还款账户", "利息", "费用和减免", "已产生的息费",
        "催收暂停", "征信报送口径", "提前结清", "违约后果",
    ]  # fmt: skip


def test_before_a_confirmation_what_was_said_is_shown_and_nothing_is_called_written():
    document = sheet()
    assert rows(document)["期数和金额"] == ["36期，每期600.00元", "", "未写明"]
    assert "目前没有书面确认" in document.text
    assert strip(document)["已写明"] == "0项"


@pytest.mark.parametrize(
    ("lang", "told", "none"),
    [("zh", "也是书面形式", "都还没有写明"), ("en", "is in writing too", "none of the points")],
)
def test_consent_by_message_is_in_writing_itself(lang: str, told: str, none: str):
    case = with_debt()
    case["debts"][0]["contacts"][-1] |= {"channel": "sms", "outcome": "accepted"}
    said = nd.render("agreement_checklist", nd.load(case), lang=lang).text
    assert told in said
    assert none not in said


def test_a_confirmation_that_says_otherwise_is_called_so_in_that_line_alone():
    document = sheet({"plan": {"periods": 48}, "breach": "连续两期未还的恢复原约定"})
    found = rows(document)
    assert found["期数和金额"] == ["36期，每期600.00元", "48期，每期450.00元", "与口头不一致"]
    assert found["首期日"][2] == "已写明"
    assert found["违约后果"] == ["", "连续两期未还的恢复原约定", "已写明（口头未谈）"]
    assert found["征信报送口径"] == ["", "", "未写明"]
    assert "2026年11月20日，短信，编号0312" in document.text
    assert [strip(document)[name] for name in ("已写明", "未写明", "与口头不一致")] == ["4项", "6项", "1项"]
    assert "not as said" in sheet({"plan": {"periods": 48}}, "en").text


def test_parties_and_account_are_read_off_the_paper_itself():
    found = rows(sheet({}))
    assert found["主体"] == ["示例银行股份有限公司信用卡中心", "", "对照文本"]
    assert found["账户"][2] == "对照文本"


def test_authority_order_of_payments_and_return_of_a_waiver_are_to_be_looked_for():
    text = sheet({}).text
    for asked in ("签署权限", "冲抵顺序", "减免恢复条款"):
        assert asked in text
    waived = {"reached": "2026-11-16", "terms": {"plan": True, "waive": {"penalty": "138.60"}}}
    assert "减免的违约金138.60元在未按期还款时是否恢复" in sheet(agreement=waived).text


def test_the_contents_of_the_card_article_are_marked_for_a_card_bank_and_for_nobody_else():
    card, loan = sheet({}).text, sheet({}, creditor=CREDITORS["bank_loan"], account="HT8").text
    assert card.count("※") == 9  # seven lines, the promise about new cards, and what the mark means
    assert "第七十条" in card
    assert "用词为“可以”" in card
    assert "※" not in loan
    assert "第七十条" not in loan


def test_it_is_for_own_use():
    document = sheet()
    assert "内部使用" in document.title
    assert "不外发" in document.text
    assert "for my own use" in sheet(lang="en").title


def test_a_rate_alone_is_the_interest_that_was_agreed_and_ends_without_a_stray_semicolon():
    plan = {"annual_rate": "3.65%", "method": "equal_payment"}
    said = {"reached": "2026-11-16", "terms": {"plan": plan}}
    confirmed = {"date": "2026-11-20", "channel": "sms"}
    assert rows(sheet(agreement={**said, "confirmed": confirmed}))["利息"] == ["年利率3.65%", "年利率3.65%", "已写明"]
    other = {**confirmed, "plan": {**plan, "annual_rate": "6%"}}
    assert rows(sheet(agreement={**said, "confirmed": other}))["利息"] == ["年利率3.65%", "年利率6%", "与口头不一致"]
    paused = {**said, "terms": {"plan": plan, "pause_charges": True}}
    assert rows(sheet(agreement=paused))["利息"][0] == "年利率3.65%，不再按原合同计收"


def test_what_was_agreed_beside_the_standard_terms_has_its_own_lines():
    said = {"reached": "2026-11-16", "terms": {"plan": True, "other": ["首期前免收手续费", "不联系家人"]}}
    text = sheet(agreement=said).text
    assert "其他约定\t首期前免收手续费\t\t未写明" in text
    assert "其他约定\t不联系家人\t\t未写明" in text
    written = {**said, "confirmed": {"date": "2026-11-20", "channel": "sms", "other": ["不联系家人", "按月通知"]}}
    text = sheet(agreement=written).text
    assert "其他约定\t首期前免收手续费\t\t未写明" in text
    assert "其他约定\t不联系家人\t不联系家人\t已写明" in text
    assert "其他约定\t\t按月通知\t已写明（口头未谈）" in text


def test_interest_that_is_paused_is_told_of_a_plan_with_interest_and_of_one_without():
    paused = {"reached": "2026-11-16", "terms": {"plan": True, "pause_charges": True}}
    assert rows(sheet(agreement=paused))["利息"][0] == "履行期间暂停计收"
    rated = {"plan": {"method": "equal_payment", "annual_rate": "4.8%", "periods": 48}, "pause_charges": True}
    assert rows(sheet(agreement={**paused, "terms": rated}))["利息"][0] == "年利率4.8%，不再按原合同计收"
    assert "4.8% a year instead of that of the contract" in sheet(lang="en", agreement={**paused, "terms": rated}).text


def settled_at_once(**confirmed: Any) -> dict[str, Any]:
    said = {"reached": "2026-11-16", "terms": {"plan": True, "waive": {"interest": "612.35", "penalty": "138.60"}}}
    return {
        "proposal": {"settlement": {"pay_by": "2026-12-20"}, "waive": said["terms"]["waive"], "funds": "父母出资"},
        "agreement": {**said, "confirmed": {"date": "2026-11-20", "channel": "sms", **confirmed}},
    }


def test_a_settlement_has_no_line_that_only_instalments_have():
    document = sheet(**settled_at_once())
    found = rows(document)
    assert list(found) == ["主体", "账户", "金额", "付款期限", "还款账户", "费用和减免", "征信报送口径", "违约后果"]
    assert found["金额"] == ["一次性21,600.00元", "一次性21,600.00元", "已写明"]
    assert found["付款期限"] == ["2026年12月20日前", "2026年12月20日前", "已写明"]
    assert "冲抵顺序" not in document.text
    assert "请在签字或者付款以前，对照文本核对" in document.text
    english = sheet(lang="en", **settled_at_once())
    assert rows(english)["Pay by"][:2] == ["20 December 2026"] * 2
    assert "Order of payments" not in english.text


def test_a_settlement_confirmed_on_another_day_shows_either_day():
    found = rows(sheet(**settled_at_once(plan={"settlement": {"pay_by": "2026-12-10"}})))
    assert found["付款期限"] == ["2026年12月20日前", "2026年12月10日前", "与口头不一致"]
    assert found["金额"][2] == "已写明"


def test_what_the_table_leaves_out_is_not_called_missing_from_the_file():
    assert "下列各项不在上表之内，请在签字或者首期付款以前" in sheet().text
    assert "案件文件里没有" not in sheet().text
    assert "The following is not in the table" in sheet(lang="en").text


def test_what_is_not_waived_is_said_beside_what_is():
    said = {"plan": True, "waive": {"penalty": "138.60", "interest": "0.00"}}
    document = sheet(agreement={"reached": "2026-11-16", "terms": said})
    assert rows(document)["费用和减免"][0] == "减免违约金138.60元，利息不减免"
    confirmed = {"date": "2026-11-20", "channel": "sms", "waive": {"penalty": "0.00", "interest": "0.00"}}
    both = {"agreement": {"reached": "2026-11-16", "terms": said, "confirmed": confirmed}}
    assert rows(sheet(**both))["费用和减免"][1:] == ["利息和违约金不减免", "与口头不一致"]
    english = sheet(agreement=both["agreement"], lang="en").text
    assert "waived: late charges of RMB 138.60; not waived: interest" in english
    assert "not waived: interest and late charges" in english


def test_charges_run_up_have_a_line_and_new_ones_a_question():
    proposal = {**with_debt()["debts"][0]["proposal"], "remaining_charges": "spread"}
    for treatment, zh, en in (
        ("spread", "750.95元分摊到各期", "RMB 750.95, spread over the instalments"),
        ("last_instalment", "750.95元随最后一期偿还", "RMB 750.95, paid with the last instalment"),
    ):
        plan = {**proposal, "remaining_charges": treatment}
        assert rows(sheet({}, proposal=plan))["已产生的息费"] == [zh, zh, "已写明"]
        assert en in sheet({}, "en", proposal=plan).text
    assert rows(sheet({}))["已产生的息费"] == ["", "", "未写明"]
    assert "2026年11月20日以后、首期以前新产生的利息和违约金怎么算、怎么还；" in sheet({}).text
    assert "that run up after 20 November 2026 and before the first instalment" in sheet({}, "en").text
