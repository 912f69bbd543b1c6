"""通话提纲: one page for the person who calls, with computed facts, and nothing about paying an old debt."""

from __future__ import annotations

import io

import pikepdf
import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, with_case, with_debt
from tests.make.proposals import three_lenders
from tests.make.variants import loaded, some, variants
from tests.papers.test_key_figures import strip
from tests.papers.test_refusals import time_barred


def script(case: str | nd.Case, lang: str = "zh", **options: object) -> str:
    return nd.render("call_script", loaded(case) if isinstance(case, str) else case, lang=lang, **options).text


def test_it_says_the_computed_facts_the_request_and_the_alternative():
    text = script("creditor-bank_card")
    assert "每月收入5,200.00元，必要支出2,800.00元，其他债务每月还700.00元。每月余1,700.00元。" in text
    assert "分36期偿还本金21,600.00元" in text
    assert "也可以自2026年12月25日起分30期" in text


def test_what_is_over_is_not_said_to_go_on_and_a_loan_without_a_number_is_named_in_a_sentence():
    over = {
        "cause": "unemployment",
        "since": "2026-05-31",
        "until": "2026-08-01",
        "statement": "没有工作",
        "evidence": [],
    }
    case = nd.load(with_case(hardship=[over]))
    assert "失业（2026年5月31日至8月1日），影响了还款" in script(case)
    assert "(31 May 2026 to 1 August 2026)" in script(case, "en")
    shop = with_debt(creditor={"name": "示例农资有限公司", "kind": "company"}, product="借款", account=None)
    assert "，想谈谈向贵公司的借款。" in script(nd.load(shop))


def test_first_the_other_side_says_who_it_is():
    rows = [line.partition("\t")[0] for line in script("creditor-bank_card").splitlines() if "\t" in line]
    assert rows.index("先核对方身份") < rows.index("开场") < rows.index("请求一句")
    assert "不向个人账户付款" in script("creditor-bank_card")
    assert "no payment into private accounts" in script("creditor-bank_card", "en")


def test_it_asks_for_the_desk_the_approval_the_form_of_the_answer_and_the_report():
    text = script("creditor-bank_card")
    for asked in ("贷后或者协商岗位", "哪个部门审批", "以何种书面形式答复", "征信如何报送", "工号", "业务编号"):
        assert asked in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_of_an_old_a_disputed_or_a_sued_debt_no_payment_is_spoken(lang):
    suit = {"stage": "sued", "received": "2026-11-10", "court": "示例市示例区人民法院"}
    sued = nd.load(with_debt(litigation=suit))
    for case in (time_barred(), loaded("disputed"), sued):
        text = script(case, lang)
        for sum_ in ("600.00", "21,600.00", "1,700.00"):
            assert sum_ not in text
    assert "不谈还款的金额和日期" in script("disputed")


def test_the_last_talk_and_the_step_noted_then_are_at_hand():
    text = script(nd.load("examples/zhou.yaml"))
    assert "上一次是2026年11月18日（电话，同意），当时记下的下一步：11月24日查询。" in text
    assert "（4000000000）" in text


def test_a_person_is_talked_with_as_a_person():
    text = script("creditor-private")
    for word in ("贵", "工号", "客服", "贷后", "征信", "官方"):
        assert word not in text
    assert "双方签名" in text


def test_with_nothing_left_it_asks_for_a_pause_and_with_a_lump_sum_to_settle():
    assert "希望暂缓偿还" in script("nothing-left")
    assert "每月缺口" in strip(nd.render("call_script", loaded("nothing-left")))
    settled = script("plan-settlement")
    assert "先请贵行书面确认，确认后付款" in settled
    assert strip(nd.render("call_script", loaded("plan-settlement")))["请求"].startswith("一次性偿还")


def test_a_plan_that_cannot_be_kept_is_not_spoken_of():
    case = nd.load(with_debt(proposal={"method": "interest_free", "periods": 6, "first_due": "2026-12-25"}))
    text = script(case)
    assert "每月还款不超过1,700.00元" in text
    assert "3,600.00" not in text


def test_it_says_on_its_first_line_that_it_is_for_own_use_and_fits_one_page():
    for kind in CREDITORS:
        document = nd.render("call_script", loaded(f"creditor-{kind}"))
        assert document.title == "通话提纲（内部使用）"
        assert len(pikepdf.open(io.BytesIO(document.to_pdf())).pages) == 1, kind


def test_no_letter_encloses_a_paper_of_ones_own():
    own = {kind.name for kind in nd.kinds() if kind.audience == "internal"}
    assert "call_script" in own
    assert not [kind.name for kind in nd.kinds() if own & set(kind.encloses)]
    assert some(name for name in variants() if "内部使用" in script("creditor-bank_card"))


def test_the_limit_named_last_is_the_share_of_several_and_none_for_a_lump_sum():
    shared = three_lenders()
    outline = script(shared, debt=shared.debts[0].id)
    assert "分到这个账户的是" in outline
    assert "高于这一份额的金额，当场不答应。" in outline
    assert "Agree to nothing above that share." in script(shared, "en", debt=shared.debts[0].id)
    settled = {"settlement": {"pay_by": "2026-12-31"}, "waive": {"penalty": "138.60"}, "funds": "现有存款"}
    lump = nd.load(with_debt(proposal=settled, agreement=None, contacts=None))
    assert "当场不答应" not in script(lump)
    assert "Agree to nothing" not in script(lump, "en")


def test_a_person_is_paid_into_an_account_of_theirs_which_is_a_private_one():
    text = script("creditor-private")
    assert "不向个人账户付款" not in text
    assert "本人认可的账户付款" in text


@pytest.mark.parametrize("creditor", ["bank_card", "private"])
def test_who_only_checks_asks_for_the_records_and_for_no_consent(creditor):
    suit = {"stage": "sued", "received": "2026-11-10", "court": "示例市示例区人民法院"}
    case = nd.load(with_debt(creditor=CREDITORS[creditor], litigation=suit))
    for word in ("商量借款", "是否同意；不同意", "您觉得怎样安排", "哪个部门审批", "回电"):
        assert word not in script(case)
    assert "核对清楚以前，我不谈还款" in script(case)
    for word in ("Whether they agree", "What would work", "talk with you about the loan"):
        assert word not in script(case, "en")
