"""征信异议申请: the fields of the form, one data item, what is true, and only the evidence that belongs to it."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from negotiation_docs.law.citations import Situation, hindrances
from tests.make.cases import CREDITORS, PLAIN, with_case, with_debt
from tests.make.several import DISPUTE, LOAN
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def dispute(lang: str = "zh", *, record: dict[str, Any] | None = None, **facts: Any) -> str:
    case = nd.load(with_debt(dispute={**DISPUTE, **(record or {})}, **facts))
    return nd.render("credit_dispute", case, lang=lang).text


def refused(**record: Any) -> nd.Problem:
    with pytest.raises(nd.FactsError) as caught:
        dispute(record=record)
    (problem,) = caught.value.problems
    return problem


def test_the_fields_of_the_form_are_there_for_a_card():
    text = nd.render("credit_dispute", loaded("record-in-dispute")).text
    for field in (
        "姓名\t顾清和", "公民身份号码\t110101199001011237", "手机号码\t13800138000", "电子邮箱\tgu@example.com",
        "通讯地址\t北京市东城区示例街道1号", "发卡机构\t示例银行股份有限公司信用卡中心", "开户日期\t2024年3月5日",
        "信用额度\t30,000.00元", "报告编号\t2026111500012345", "查询日期\t2026年11月15日",
        "认为有误的数据项\t2026年3月还款状态", "报告记载\t2026年3月逾期", "实际情况\t该期款项已于2026年3月18日足额偿还",
    ):  # fmt: skip
        assert field in text.splitlines(), field


def test_a_loan_has_the_day_it_was_paid_out_and_its_amount():
    text = dispute(creditor=CREDITORS["bank_loan"], account="HT-8", contract={**LOAN, "credit_limit": None})
    assert "发放日期\t2024年3月6日" in text
    assert "合同金额\t30,000.00元" in text
    assert "信用额度" not in text


def test_a_postcode_is_printed_where_it_is_told():
    data = with_case(borrower={**PLAIN["borrower"], "postcode": "100010"})
    data["debts"][0]["dispute"] = DISPUTE
    assert "邮政编码\t100010" in nd.render("credit_dispute", nd.load(data)).text


def test_it_asks_for_correction_a_mark_and_a_written_answer_and_quotes_the_regulation_once():
    text = dispute()
    assert "予以更正" in text
    assert "作异议标注" in text
    assert "请书面答复本人" in text
    assert text.count("《征信业管理条例》第二十五条") == 1
    for word in ("修复", "洗白", "20日", "工作日"):
        assert word not in text


@pytest.mark.parametrize("kind", ["microloan", "consumer_finance"])
def test_a_lender_whose_record_is_disputed_is_quoted_the_regulation_whether_or_not_its_kind_always_reports(kind):
    facts = {"creditor": CREDITORS[kind], "account": "HT-8", "product": "个人借款", "contract": LOAN}
    assert dispute(**facts).count("《征信业管理条例》第二十五条") == 1
    assert "Regulation on the Administration of the Credit Reporting Industry" in dispute("en", **facts)


def test_it_is_the_disputed_record_that_lets_the_regulation_be_quoted_to_a_small_lender():
    facts = {"creditor": CREDITORS["microloan"], "account": "HT-8", "contract": LOAN}
    without, told = nd.load(with_debt(**facts)), nd.load(with_debt(**facts, dispute=DISPUTE))
    kind = without.debts[0].creditor.kind
    assert len(hindrances("credit_objection", kind, Situation.of(without, without.debts[0]))) == 1
    assert hindrances("credit_objection", kind, Situation.of(told, told.debts[0])) == ()


def test_only_the_document_and_what_proves_it_travel_along_numbered_by_themselves():
    text = dispute()
    assert "附件：1.居民身份证（复印件1份，1页）\n2.欠款账单（复印件1份，2页）" in text
    assert "实际情况的凭证是欠款账单（见附件2）" in text
    for other in ("门店停业通知", "银行流水", "每月", "失业"):
        assert other not in text


def test_without_proof_it_is_ones_own_statement():
    assert "为本人陈述，本申请未附书面凭证" in dispute(record={"evidence": []})


def test_the_centre_is_written_to_by_its_name_and_reads_the_lender_in_the_table():
    text = nd.render("credit_dispute", loaded("record-at-the-centre")).text
    assert text.splitlines()[1] == "中国人民银行征信中心："
    assert "业务机构\t示例银行股份有限公司东城支行" in text
    assert "尊敬的" not in text


def test_a_record_that_is_true_is_no_dispute():
    problem = refused(kind="statement")
    assert problem.path == "debts[0].dispute.kind"
    assert "记录属实" in problem.message


def test_without_the_item_it_is_refused_by_its_path_and_a_draft_leaves_it_open():
    assert refused(item=None).path == "debts[0].dispute.item"
    case = nd.load(with_debt(dispute={**DISPUTE, "item": None}))
    assert "【待填：异议信息】" in nd.render("credit_dispute", case, draft=True).text


def test_a_lender_that_reports_nothing_is_not_asked():
    case = nd.load(with_debt(dispute=DISPUTE, creditor=CREDITORS["private"], account="借条"))
    with pytest.raises(nd.FactsError) as caught:
        nd.render("credit_dispute", case)
    assert [problem.path for problem in caught.value.problems] == ["debts[0].dispute.addressee"]


def test_a_form_without_a_document_is_refused():
    data = with_case(borrower={name: value for name, value in PLAIN["borrower"].items() if name != "id_number"})
    data["debts"][0]["dispute"] = DISPUTE
    with pytest.raises(nd.FactsError, match="须写完整的证件号码"):
        nd.render("credit_dispute", nd.load(data))


def test_the_strip_tells_account_item_report_and_request():
    assert strip(nd.render("credit_dispute", loaded("record-in-dispute"))) == {
        "账户": "信用卡\n卡号尾号7716",
        "异议信息": "2026年3月还款状态",
        "信用报告": "2026111500012345\n2026年11月15日查询",
        "请求": "核查更正并书面答复",
    }
