"""欠款明细及合同资料提供申请: figures first; it asks, and admits nothing where that could cost something."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.variants import LANGS, paper, variants
from tests.read.some import some

KIND = "account_statement_request"
RESERVE = "本函仅为核对，不构成对债务的确认或同意履行"


def text(case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(KIND, nd.load(case), lang=lang, **options).text


def asked(said: str) -> list[str]:
    """The numbered list of what is asked for."""
    return [line.partition(".")[2] for line in said.splitlines() if line[:1].isdigit() and "." in line[:3]]


def test_contract_breakdown_and_payments_are_asked_for_with_basis_rate_and_days():
    said = text(plain())
    assert "本人签署的领用合约、附件及收费标准" in said
    assert "自2026年9月10日起的欠款明细，分列本金、利息、违约金和其他费用，写明各项的计算基数、利率和起止日期" in said
    assert "各次还款冲抵本金、息费的先后顺序" in said
    assert "转让" not in said
    assert "担保费" not in said, "a card has none"


def test_what_the_file_lists_is_asked_for_and_nothing_else():
    said = text(with_debt(documents_wanted=["payments", "contract"]))
    assert len(asked(said)) == 3
    assert "欠款明细，分列" not in said


def test_a_platform_is_asked_first_who_the_lender_is():
    said = paper("unknown-lender", KIND, "zh").text
    assert asked(said)[0].startswith("放款机构（合同上的出借人）的全称、地址和联系方式")
    assert "通过贵公司办理贷款（合同编号DD20260901-7）" in said
    assert "担保费、服务费" in said
    english = paper("unknown-lender", KIND, "en").text
    assert "Please tell me first who the lender is" in english


def test_a_transferee_is_asked_for_the_notice_and_told_where_none_came():
    said = paper("creditor-transferee", KIND, "zh").text
    assert "债权转让的通知，以及转让的日期、债权范围和金额" in said
    assert "2026年10月10日的通知称该笔债权已转让给贵公司" in said
    case = variants()["creditor-transferee"]
    del case["debts"][0]["creditor"]["transferred_from"]["notice"]
    assert "本人目前没有收到转让通知" in text(case)
    assert "第五百四十六条" in text(case)


@pytest.mark.parametrize("kind", ["guarantor", "insurer"])
def test_who_paid_for_the_borrower_is_asked_for_the_voucher(kind):
    said = paper(f"creditor-{kind}", KIND, "zh").text
    assert f"贵公司{'代偿' if kind == 'guarantor' else '理赔'}的日期、金额和凭证" in said


def test_the_cost_table_is_asked_for_only_of_contracts_that_had_to_come_with_one():
    assert "综合融资成本明示表" in paper("service-fee", KIND, "zh").text
    older = variants()["service-fee"]
    older["debts"][0]["contract"]["signed"] = "2026-07-31"
    assert "综合融资成本" not in text(older)
    assert "综合融资成本" not in text(plain())


def test_fees_are_asked_about_one_by_one_with_their_payee_and_so_is_money_that_never_came():
    said = paper("service-fee", KIND, "zh").text
    assert "服务费300.00元（2026年10月，收取主体：示例担保有限公司）的计收依据" in said
    assert "合同金额与实际到账金额不一致的原因" in said
    assert "合同载明借款22,000.00元，实际到账21,000.00元" in said
    assert "差额的去向" not in text(plain())


def test_recorded_amounts_are_told_as_recorded_and_never_as_owed():
    for lang in LANGS:
        said = text(with_debt(balance=None, proposal=None, agreement=None), lang)
        assert "尚欠" not in said
        assert "I owe" not in said
    said = text(plain())
    assert "据2026年11月账单，截至2026年11月20日，账面款项为本金21,600.00元、利息612.35元、违约金138.60元" in said
    disputed = paper("partly-disputed", KIND, "zh").text
    assert (
        "贵行登记的款项为本金21,600.00元、利息612.35元，另有违约金138.60元。本人对其中违约金138.60元有异议。"
        in disputed
    )


def test_nothing_is_told_of_amounts_whose_day_or_source_is_not_known():
    case = plain()
    del case["debts"][0]["balance"]["source"]
    said = text(case)
    assert "21,600.00" not in said
    assert "本人没有掌握准确的欠款金额" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_old_disputed_or_sued_debt_is_not_acknowledged_by_asking(lang):
    reserve = RESERVE if lang == "zh" else "neither acknowledges the debt nor agrees to perform it"
    old = with_debt(due="2023-01-10", paid_on_time=None, contract={"signed": "2022-03-05"})
    sued = with_debt(litigation={"stage": "sued", "received": "2026-11-10", "court": "示例市示例区人民法院"})
    disputed = variants()["partly-disputed"]
    undated = with_debt(due=None)
    for case in (old, sued, disputed, undated):
        said = text(case, lang)
        assert reserve in said
        assert "安排还款" not in said
        assert "plan my payments" not in said
    assert reserve not in text(plain(), lang)
    assert ("由示例市示例区人民法院审理" if lang == "zh" else "The case is before 示例市示例区人民法院") in text(
        sued, lang
    )


@pytest.mark.parametrize("name", [f"creditor-{kind}" for kind in CREDITORS])
def test_no_letter_sets_a_number_of_days_or_asks_for_time(name):
    for lang in ("zh", "en"):
        said = paper(name, KIND, lang).text
        assert not any(word in said for word in ("个工作日", "日内", "天内", "working days", "within")), lang
        assert not any(word in said for word in ("暂缓", "延期", "defer", "歉", "apolog")), lang


def test_the_right_to_copies_is_quoted_to_institutions_and_no_law_to_a_friend():
    for kind in ("bank_card", "bank_loan", "consumer_finance", "microloan", "transferee"):
        said = paper(f"creditor-{kind}", KIND, "zh").text
        assert "《网络数据安全管理条例》第二十三条" in said
    assert "《" not in paper("creditor-private", KIND, "zh").text
    assert "第五百零九条" in paper("creditor-company", KIND, "zh").text


def test_a_collector_is_named_and_its_mandate_asked_for():
    assert "示例信息服务有限公司自2026年9月10日起就该笔贷款与本人联系，请一并说明委托的范围" in text(
        variants()["people"]
    )


def test_the_letter_is_ready_whatever_else_is_missing():
    case = plain()
    for name in ("hardship", "finances", "evidence", "choices"):
        case.pop(name)
    for name in (
        "balance",
        "proposal",
        "agreement",
        "contacts",
        "evidence",
        "contract",
        "account",
        "due",
        "paid_on_time",
    ):
        case["debts"][0].pop(name)
    assert some(asked(text(case)))
    assert "待填" not in text(case, draft=True).replace("【待填：账号】", "")


def test_the_basis_of_a_fee_is_asked_for_with_its_days():
    case = variants()["service-fee"]
    for charge in case["debts"][0]["balance"]["charges"]:
        if charge.get("payee"):
            charge.pop("period", None)
            charge |= {"from": "2026-10-01", "to": "2026-10-31"}
    assert "（2026年10月1日至10月31日，收取主体：示例担保有限公司）的计收依据" in text(case)
    assert "(1 October 2026 to 31 October 2026; payee: " in text(case, "en")


def test_what_a_guarantor_paid_is_not_called_a_credit_that_was_taken():
    for product in ("经营贷款代偿款", "经营贷款的代偿款", "经营贷款追偿款", "经营贷款"):
        case = with_debt(creditor=CREDITORS["guarantor"], product=product, account="DB-331")
        text = nd.render("account_statement_request", nd.load(case)).text
        assert "办理经营贷款（合同编号DB-331）" in text


def test_charges_that_began_before_the_due_day_are_asked_for_from_their_own_day():
    early = {"kind": "interest", "amount": "612.35", "from": "2026-05-11", "to": "2026-11-20"}
    for start, told in (("2026-05-11", True), ("2026-09-11", False)):
        case = with_debt(agreement=None)
        case["debts"][0]["balance"] |= {"charges": [{**early, "from": start}]}
        said, english = (nd.render("account_statement_request", nd.load(case), lang=one).text for one in ("zh", "en"))
        assert ("；所列息费在此以前计收的，自计收之日起列明；" in said) is told
        assert ("charges before that day, from the day they began" in english) is told
