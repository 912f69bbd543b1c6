"""账目核对及联系方式函: asks for the papers and to be written to for thirty days; it postpones and admits nothing."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_debt
from tests.make.sued import SUED
from tests.make.variants import loaded, variants
from tests.papers.test_key_figures import strip

NAMES = sorted(set(variants()) - {"unknown-lender"})


def made(lang: str = "zh", **facts: object) -> str:
    return nd.render("hold_request", nd.load(with_debt(**facts)), lang=lang).text


def test_it_asks_for_the_papers_and_names_the_first_and_last_day_of_the_check():
    text = made()
    assert "请贵行提供以下资料" in text
    assert "2.自2026年9月10日起的欠款明细" in text
    assert "自2026年11月21日起30日内（至2026年12月21日）" in text
    assert "暂停就该账户的电话和上门联系" in text
    assert "书面材料可发送至电子邮箱gu@example.com" in text
    assert "期间届满后，请按文末所列方式联系本人" in text


def test_the_thirty_days_are_counted_over_the_end_of_a_year():
    data = with_debt(due="2026-11-20")
    data["dated"] = "2026-12-15"
    assert "自2026年12月15日起30日内（至2027年1月14日）" in nd.render("hold_request", nd.load(data)).text


@pytest.mark.parametrize("name", NAMES)
def test_whatever_the_case_it_admits_nothing_and_asks_for_no_delay(name):
    case = loaded(name)
    text = nd.render("hold_request", case, case.debts[0].id).text
    assert "不请求延期还款，也不构成对债务的确认或同意履行" in text
    for word in ("尚欠", "本人愿意", "暂缓", "分期", "认可", "承诺", "歉"):
        assert word not in text, word


def test_amounts_are_those_that_the_lender_has_on_record():
    text = made()
    assert "贵行登记的款项为本金21,600.00元、利息612.35元、违约金138.60元" in text
    assert "您主张的款项为本金" in made(creditor=CREDITORS["private"], account="2024年3月5日借条", product="借款")


def test_a_private_lender_is_asked_not_to_call_and_reads_no_words_of_institutions():
    text = made(creditor=CREDITORS["private"], account="2024年3月5日借条", product="借款")
    assert "暂不来电和上门" in text
    for word in ("贵公司", "贵行", "催收", "领用合约"):
        assert word not in text


def test_a_collector_is_told_of_it_by_the_lender():
    creditor = {**CREDITORS["bank_loan"], "collector": {"name": "示例信息服务有限公司", "since": "2026-10-01"}}
    text = made(creditor=creditor, account="HT-8")
    assert "并请转告示例信息服务有限公司" in text
    assert "please tell 示例信息服务有限公司 so as well" in made("en", creditor=creditor, account="HT-8")


def test_what_has_to_be_served_is_not_kept_away():
    assert "依法须向本人送达的文书，照常送达" in made()
    assert "Documents that have to be served on me are not affected" in made("en")


def test_without_figures_it_says_that_none_are_known():
    assert "本人没有掌握准确的欠款金额" in made(balance=None, proposal=None, agreement=None)


def test_an_old_debt_does_not_stop_it_as_it_only_asks():
    assert made(due="2023-01-10", paid_on_time=None, contract={"signed": "2022-03-05"})


def test_the_strip_tells_account_record_papers_and_the_last_day():
    assert strip(nd.render("hold_request", loaded("creditor-bank_card"))) == {
        "账户": "信用卡\n卡号尾号7716",
        "账面金额": "待核对\n截至2026年11月20日",
        "请提供": "合同、欠款明细、冲抵明细",
        "核对期间": "至2026年12月21日\n书面联系",
    }


@pytest.mark.parametrize("kind", ["hold_request", "account_statement_request", "mediation_request", "hardship_letter"])
def test_what_a_private_lender_sues_for_is_not_said_to_be_what_the_borrower_noted(kind):
    case = SUED["private-loan"]()
    debt = case["debts"][0]
    debt["balance"]["disputed"] = True
    debt["escalation"] = {"level": "mediation", "addressee": "示例人民调解委员会"}
    debt["contacts"] = [{**debt["contacts"][0], "outcome": "refused", "reply": "不同意"}]
    for lang, words in (("zh", ("您主张", "被申请人主张")), ("en", ("you claim", "other party claims"))):
        text = nd.render(kind, nd.load(case), lang=lang, acknowledge=["litigation"]).text
        assert not any(word in text for word in words), (lang, text)


def test_the_sum_of_a_private_contract_stands_beside_what_was_received_in_english_too():
    contract = {"signed": "2024-03-05", "amount": "100000.00", "received": "92500.00"}
    case = nd.load(
        with_debt(creditor=CREDITORS["private"], account="2024年3月5日借条", product="借款", contract=contract)
    )
    text = nd.render("hold_request", case, lang="en").text
    assert "you lent me RMB 92,500.00 on 5 March 2024 where the contract states RMB 100,000.00" in text
