"""A paper says what the facts carry: who said what, what was agreed, what was received, since when and by how much."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import CREDITORS, PLAIN, plain, with_case, with_debt


def letter(case: dict[str, Any], kind: str = "hardship_letter", lang: str = "zh", **options: Any) -> str:
    debt = None if len(case["debts"]) == 1 else case["debts"][0]["id"]
    return nd.render(kind, nd.load(case), debt, lang, **options).text


def balance(**parts: str) -> dict[str, str]:
    return {"as_of": "2026-11-20", "fees": "0.00", "source": "2026年11月账单", **parts}


def agreed(terms: dict[str, Any], *, owed: dict[str, str], **proposal: Any) -> str:
    plan = {"method": "interest_free", "periods": 24, "first_due": "2026-12-25", **proposal}
    talk = {"reached": "2026-11-16", "terms": terms}
    case = with_debt(balance=balance(**owed), proposal=plan, agreement=talk)
    case["finances"]["income"][0]["amount"] = "9000.00"
    return letter(case, "confirmation_request")


OWED = {"principal": "12000.00", "interest": "600.00", "penalty": "120.00"}


def test_the_plan_to_be_confirmed_is_the_one_that_was_agreed_not_the_one_that_was_asked_for():
    asked = {"waive": {"penalty": "120.00", "interest": "600.00"}, "remaining_charges": "spread"}
    text = agreed({"plan": True, "waive": {"penalty": "120.00"}}, owed=OWED, **asked)
    assert "分24期偿还本金12,000.00元及息费600.00元，每月25日还款，每期525.00元" in text
    assert "合计12,600.00元" in text
    assert "减免违约金120.00元" in text
    assert "500.00元" not in text.replace("525.00元", "")


def test_a_charge_that_nothing_settled_is_raised():
    text = agreed({"plan": True, "waive": {"penalty": "120.00"}}, owed=OWED, waive={"penalty": "120.00"})
    assert "已产生的利息600.00元如何偿还" in text
    assert "违约金120.00元如何偿还" not in text


def test_a_waiver_of_which_nothing_was_said_is_asked_about_and_the_rest_as_well():
    text = agreed({"plan": True}, owed=OWED, waive={"penalty": "120.00"})
    assert "已产生的违约金120.00元是否减免" in text
    assert "已产生的利息600.00元如何偿还" in text


def test_a_waiver_left_out_of_ones_own_list_of_open_points_is_raised_all_the_same():
    plan = {"method": "interest_free", "periods": 24, "first_due": "2026-12-25", "waive": {"penalty": "120.00"}}
    talk = {"reached": "2026-11-16", "terms": {"plan": True}, "unclear": ["credit_reporting"]}
    case = with_debt(balance=balance(**OWED), proposal=plan, agreement=talk)
    assert "违约金120.00元是否减免" in letter(case, "confirmation_request")


def test_charges_in_dispute_are_to_be_checked_and_not_to_be_paid():
    plan = {"method": "interest_free", "periods": 24, "first_due": "2026-12-25"}
    talk = {"reached": "2026-11-16", "terms": {"plan": True}}
    case = with_debt(balance=balance(**OWED) | {"disputed": ["penalty"]}, proposal=plan, agreement=talk)
    text = letter(case, "confirmation_request")
    assert "贵行登记的违约金120.00元，本人有异议，如何核对" in text
    assert "利息600.00元如何偿还" in text


def test_one_open_point_is_not_counted():
    talk = {"reached": "2026-11-16", "terms": {"plan": True, "waive": {"penalty": "120.00", "interest": "600.00"}}}
    case = with_debt(balance=balance(**OWED), agreement=talk | {"unclear": ["breach"]})
    text = letter(case, "confirmation_request")
    assert "上列未明确的事项，请一并答复" in text
    assert "1项" not in text


INCOMING = {
    "phone": "贵行致电本人，表示：要求三日内全额还清。",
    "sms": "贵行向本人发送短信，内容为：要求三日内全额还清。",
    "email": "贵行向本人发送电子邮件，内容为：要求三日内全额还清。",
    "letter": "贵行致函本人，内容为：要求三日内全额还清。",
    "in_person": "贵行与本人面谈，表示：要求三日内全额还清。",
    "app": "贵行通过APP站内信联系本人，内容为：要求三日内全额还清。",
    "online": "贵行通过在线客服联系本人，内容为：要求三日内全额还清。",
}


def dunned(channel: str) -> dict[str, Any]:
    words = {"at": "2026-11-16", "direction": "incoming", "channel": channel, "summary": "要求三日内全额还清"}
    return with_debt(contacts=[words | {"outcome": "unclear"}], agreement=None)


@pytest.mark.parametrize("channel", INCOMING)
def test_what_the_other_side_said_is_told_as_theirs(channel):
    text = letter(dunned(channel))
    assert INCOMING[channel] in text
    assert "本人要求三日内" not in text


def test_what_the_other_side_said_is_told_as_theirs_in_english():
    text = letter(dunned("sms"), lang="en")
    assert "you sent me a text message; the message read: “要求三日内全额还清”" in text
    assert "I “" not in text


def test_an_agreement_by_a_message_of_the_other_side_is_recounted_as_theirs():
    words = {"at": "2026-11-16", "direction": "incoming", "channel": "sms", "summary": "同意分36期，每期600元"}
    text = letter(with_debt(contacts=[words | {"outcome": "accepted"}]), "confirmation_request")
    assert "贵行来文内容为：同意分36期，每期600元。" in text
    assert "本人同意分36期" not in text


def test_the_lenders_reply_to_an_earlier_talk_is_told():
    assert "提出分期偿还，贵行答复：同意按该方案登记。" in letter(plain())


def test_what_was_received_stands_beside_what_the_contract_says():
    contract = {"signed": "2024-03-05", "amount": "20000.00", "received": "17000.00"}
    lender = {"name": "示例小额贷款有限公司", "kind": "microloan"}
    text = letter(
        with_debt(creditor=lender, product="个人贷款", account="HT-8", contract=contract, proposal=None, agreement=None)
    )
    assert "合同载明借款20,000.00元，实际到账17,000.00元" in text
    assert "借款金额20,000.00元" not in text
    friend = {"name": "赵国梁", "kind": "private", "salutation": "先生"}
    text = letter(
        with_debt(creditor=friend, product="借款", account="借条", contract=contract, proposal=None, agreement=None)
    )
    assert "向您借款（借条），约定金额20,000.00元，实际到账17,000.00元。" in text


@pytest.mark.parametrize(
    ("product", "words"),
    [
        ("受让债权", "原在示例信托银行股份有限公司办有贷款（合同编号HT-8）"),
        ("转让债权", "办有贷款（合同编号HT-8）"),
        ("个人借款", "办有个人借款（合同编号HT-8）"),
        ("消费贷欠款", "办有消费贷（合同编号HT-8）"),
    ],
)
def test_a_product_that_is_no_product_reads_all_the_same(product, words):
    seller = {"name": "示例信托银行股份有限公司", "kind": "bank_loan", "notice": "2026-10-10"}
    buyer = {"name": "示例资产管理有限公司", "kind": "transferee", "transferred_from": seller}
    case = with_debt(creditor=buyer, product=product, account="HT-8")
    text = letter(case) + letter(case, "confirmation_request")
    assert words in text
    for clumsy in ("办有受让债权", "受让的受让债权", "债权欠款", "借款欠款", "借款（合同编号HT-8）欠款", "欠款欠款"):
        assert clumsy not in text


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("本人所在门店停业", "本人所在门店停业（见附件"),
        ("我被裁员后一直在找工作。", "本人被裁员后一直在找工作（见附件"),
        ("门店停业；", "本人门店停业（见附件"),
        ("我们门店停业", "本人我们门店停业（见附件"),  # warned of, not mended: who is 我们?
    ],
)
def test_a_statement_loses_its_own_subject_and_its_marks_at_the_end(words, printed):
    case = plain()
    case["hardship"][0]["statement"] = words
    assert printed in letter(case)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("正在找工作", "本人正在找工作。"),
        ("已停用该卡", "本人已停用该卡。"),
        ("我已经停用该卡。", "本人已停用该卡。"),
        ("停用该卡", "本人已停用该卡。"),
        ("每月减少支出", "本人每月减少支出。"),
        ("尽量多接零工", "本人尽量多接零工。"),
    ],
)
def test_a_measure_takes_its_aspect_once(words, printed):
    assert printed in letter(with_case(measures=[words]))


def test_marks_at_the_end_of_any_text_are_not_doubled():
    case = with_debt(proposal={**PLAIN["debts"][0]["proposal"], "pay_day_reason": "我的报酬20日到账。"})
    case["debts"][0]["agreement"]["terms"]["payment_account"] = "原来的银行卡自动扣。"
    text = letter(case, "repayment_plan") + letter(case, "confirmation_request")
    assert "是因为本人的报酬20日到账。" in text
    assert "还款账户：原来的银行卡自动扣。" in text
    assert "。。" not in text
    assert "。；" not in text


def test_overdue_days_count_to_the_letter_where_the_balance_is_older_than_the_due_day():
    text = letter(with_debt(due="2026-11-10", balance=balance(principal="21600.00") | {"as_of": "2026-11-01"}))
    assert "2026年11月10日" in text
    assert "截至2026年11月21日已逾期11日。截至2026年11月1日，尚欠本金21,600.00元" in text


LOAN = {"name": "示例银行股份有限公司东城支行", "kind": "bank_loan"}


@pytest.mark.parametrize(
    ("contract", "words"),
    [
        ({}, "该笔贷款自2026年9月10日应还的款项起未能按期偿还，截至2026年11月20日已逾期71日，未还本金"),
        ({"periods": 36}, "该笔贷款自2026年9月10日应还的一期起未能按期偿还，截至2026年11月20日已逾期71日，未还本金"),
        ({"periods": 1}, "该笔贷款应于2026年9月10日偿还，截至2026年11月20日已逾期71日，尚欠本金"),
        ({"method": "bullet"}, "该笔贷款应于2026年9月10日偿还，截至2026年11月20日已逾期71日，尚欠本金"),
    ],
)
def test_an_instalment_loan_is_not_called_due_as_a_whole(contract, words):
    assert words in letter(with_debt(creditor=LOAN, account="HT-8", product="个人贷款", contract=contract))


def test_what_is_proved_is_not_called_unproved():
    first, second = PLAIN["hardship"][0], {"cause": "family_burden", "since": "2026-07-01", "evidence": []}
    text = letter(with_case(hardship=[first, second]))
    assert "其中，家庭负担增加的情况为本人陈述，暂无书面证明。" in text
    assert text.count("暂无书面证明") == 1


def test_that_nothing_is_proved_is_said_once():
    causes = [
        {"cause": each, "since": "2026-07-01", "evidence": []} for each in ("unemployment", "illness", "family_burden")
    ]
    evidence = [item for item in PLAIN["evidence"] if item["group"] != "hardship"]
    text = letter(with_case(hardship=causes, evidence=evidence))
    assert text.count("暂无书面证明") == 1
    assert "上述情况均为本人陈述，暂无书面证明。" in text


@pytest.mark.parametrize(
    ("cause", "statement", "words"),
    [
        ("illness", "尿毒症，每周透析三次", "自2026年6月30日起，本人尿毒症，每周透析三次"),
        ("illness", "确诊尿毒症", "2026年6月30日，本人确诊尿毒症"),
        ("reduced_income", "工资减少三成", "自2026年6月30日起，本人工资减少三成"),
        ("unemployment", "与原单位解除劳动合同", "2026年6月30日，本人与原单位解除劳动合同"),
        ("accident", "骑行时摔伤", "2026年6月30日，本人骑行时摔伤"),
    ],
)
def test_what_lasts_is_told_from_its_day_on_and_what_happened_on_its_day(cause, statement, words):
    case = with_case(hardship=[{"cause": cause, "since": "2026-06-30", "statement": statement, "evidence": []}])
    text = letter(case)
    assert words in text
    assert f"自{words}" not in text


def test_a_source_that_is_no_noun_reads_all_the_same():
    case = with_debt(balance=balance(**OWED) | {"source": "客服告知"})
    text = letter(case) + letter(case, "repayment_plan")
    assert text.count("（数据来源：客服告知）") == 2
    assert "数据来自" not in text


def two_cards() -> dict[str, Any]:
    case = plain()
    other = {**case["debts"][0], "id": "two", "account": "8830", "evidence": [], "contacts": [], "agreement": None}
    case["debts"] = [case["debts"][0], {key: value for key, value in other.items() if value is not None}]
    return case


def test_two_accounts_of_one_lender_have_a_share_each_and_a_letter_each():
    text = letter(two_cards())
    assert "对应该账户的份额为每月" in text
    assert "对应贵行的份额" not in text
    assert "本人在贵行的另一笔欠款，另函说明。" in text


def test_what_the_borrower_owns_and_owes_elsewhere_is_told():
    case = plain()
    case["finances"]["other_debts"][0]["balance"] = "52000.00"
    text = letter(case)
    assert "财产方面，本人现有存款23,000.00元（可变现）。" in text
    assert "按约偿还的其他债务，余额合计52,000.00元。" in text
    case["finances"]["assets"] = []
    assert "本人没有可以变现的财产。" in letter(case)


def test_a_payment_after_the_day_of_the_balance_is_told_beside_it():
    case = with_debt(payments=[{"date": "2026-11-21", "amount": "300.00"}])
    assert "2026年11月21日，本人已还款300.00元，未计入上述金额。" in letter(case)
    assert "2026年11月21日，本人已还款300.00元，未计入上述金额。" in letter(case, "repayment_plan")


def test_charges_of_which_nothing_is_said_are_raised_by_the_letter_itself():
    assert "已产生的利息612.35元、违约金138.60元如何处理，请贵行在答复中一并明确。" in letter(plain())


def test_a_sum_of_what_is_known_is_not_called_the_whole():
    case = with_debt(balance=balance(principal="21600.00"))
    assert "已知欠款合计21,600.00元" in nd.render("hardship_letter", nd.load(case)).short
    assert "，欠款合计" in nd.render("hardship_letter", nd.load(plain())).short


def test_the_instalment_that_is_about_to_fall_due_is_part_of_what_is_asked():
    assert "2026年12月20日到期的款项，请一并按上述安排处理。" in letter(with_debt(due="2026-12-20"))


def test_so_is_every_instalment_of_the_contract_before_the_first_of_the_plan():
    contract = {"payment": "1200", "first_due": "2026-01-20", "periods": 24}
    loan = {"creditor": CREDITORS["bank_loan"], "due": "2026-12-20", "contract": contract}
    plan = plain()["debts"][0]["proposal"]
    later, soon = (with_debt(**loan, proposal={**plan, "first_due": day}) for day in ("2027-02-25", "2027-01-20"))
    assert "2026年12月20日以及此后、首期还款日以前到期的款项，请一并按上述安排处理。" in letter(later)
    english = nd.render("hardship_letter", nd.load(later), lang="en").text
    assert "the payments due on 20 December 2026 and after that, before the first instalment, as part" in english
    assert "2026年12月20日到期的款项，请一并按上述安排处理。" in letter(soon)


def test_a_fixed_line_is_no_mobile_number():
    case = plain()
    case["borrower"]["phone"] = "010-12345678"
    text = letter(case)
    assert "联系电话\t010-12345678" in text
    assert "手机" not in text


def test_a_modest_offer_is_not_advertised_as_modest():
    case = with_debt(proposal={"method": "interest_free", "periods": 54, "first_due": "2026-12-25"})
    text = letter(case, "repayment_plan")
    assert "占每月余额的" in text
    assert "临时的必要支出" not in text


def test_a_contract_that_has_run_out_is_no_option():
    contract = {
        "signed": "2024-03-05",
        "amount": "24000.00",
        "periods": 24,
        "first_due": "2024-04-05",
        "payment": "1100.00",
    }
    text = letter(with_debt(creditor=LOAN, account="HT-8", contract=contract), "repayment_plan")
    assert "原合同\t" not in text


@pytest.mark.parametrize(
    ("lang", "left", "asked"),
    [
        ("zh", "200.00元，目前不足以提出可行的分期方案", "暂缓偿还，或者由本人每月在上述金额以内先行偿还"),
        ("en", "RMB 200.00 a month, is too little", "agree to a pause, or accept payments up to that amount"),
    ],
)
def test_a_letter_without_an_affordable_plan_says_what_is_possible_instead(lang, left, asked):
    case = plain()
    case["finances"]["income"][0]["amount"] = "3700.00"  # 200.00 left for 600.00 a month
    text = letter(case, lang=lang)
    assert left in text
    assert asked in text
    assert "分36期" not in text
    assert "36 monthly" not in text
    with pytest.raises(nd.UnaffordablePlan):
        nd.render("repayment_plan", nd.load(case))


ALL_BUT_FEES = {"as_of": "2026-11-20", "source": "2026年11月账单", "fees": None, **OWED}
"""What the file states of a balance whose fees are left out, which means not known and never nil."""


@pytest.mark.parametrize("kind", ["hardship_letter", "repayment_plan", "fee_waiver_request", "settlement_offer"])
def test_fees_that_are_left_out_are_not_known_and_said_to_be_open(kind: str):
    plan = {"method": "interest_free", "periods": 60, "first_due": "2026-12-25", "waive": {"penalty": "120.00"}}
    if kind == "settlement_offer":
        plan = {"settlement": {"pay_by": "2026-12-25"}, "waive": {"penalty": "120.00"}, "funds": "父母资助"}
    case = with_debt(balance=ALL_BUT_FEES, proposal=plan)
    chinese, english = letter(case, kind), letter(case, kind, "en")
    assert "费用的金额待核对" in chinese
    assert "Some amounts are still to be checked" in english
    assert "欠款合计" not in chinese
    known = {**ALL_BUT_FEES, "fees": "0.00"}
    assert "费用的金额待核对" not in letter(with_debt(balance=known, proposal=plan), kind)


@pytest.mark.parametrize("kind", ["hardship_letter", "repayment_plan", "account_statement_request", "call_script"])
def test_a_part_in_dispute_whose_amount_is_not_known_is_disputed_all_the_same(kind: str):
    plan = {"method": "interest_free", "periods": 60, "first_due": "2026-12-25"}
    case = with_debt(balance={**balance(principal="12000.00"), "disputed": ["interest"]}, proposal=plan)
    assert ("利息我有异议" if kind == "call_script" else "本人对利息有异议") in letter(case, kind)
    assert "I dispute the interest" in letter(case, kind, "en")


def test_the_short_text_disputes_what_the_letter_disputes():
    case = with_debt(balance={**balance(principal="12000.00"), "disputed": ["interest"]})
    assert "本人对利息有异议，核对之前不作认可。" in nd.render("hardship_letter", nd.load(case)).short


@pytest.mark.parametrize("kind", ["account_statement_request", "hold_request"])
def test_a_debt_that_is_paid_off_is_said_to_be_and_no_payment_is_arranged(kind: str):
    paid = [{"date": "2026-11-20", "amount": "300.00"}]
    owing = with_debt(balance={**balance(principal="300.00"), "as_of": "2026-11-19"}, payments=paid)
    settled = with_debt(balance=owing["debts"][0]["balance"], payments=paid, settled="2026-11-20")
    chinese = letter(settled, kind)
    assert "已于2026年11月20日结清。" in chinese
    assert "安排还款" not in chinese
    assert "不构成对债务的确认" in chinese
    assert "paid off on 20 November 2026" in letter(settled, kind, "en")
    assert "结清" not in letter(owing, kind)


@pytest.mark.parametrize(
    ("cause", "statement", "words"),
    [
        ("accident", "送餐途中与电动车相撞", "2026年8月2日（影响持续至10月10日），本人送餐途中与电动车相撞"),
        ("disaster", "所住房屋失火受损", "2026年8月2日（影响持续至10月10日），本人所住房屋失火受损"),
        ("unemployment", "被物流公司辞退", "2026年8月2日（影响持续至10月10日），本人被物流公司辞退"),
        ("unemployment", "没有工作", "2026年8月2日至10月10日，本人没有工作"),
        ("accident", "因伤长期休养", "2026年8月2日至10月10日，本人因伤长期休养"),
        ("illness", "因手术住院休养", "2026年8月2日至10月10日，本人因手术住院休养"),
    ],
)
def test_what_happened_on_one_day_is_not_told_as_if_it_had_gone_on_for_weeks(cause, statement, words):
    told = {"cause": cause, "since": "2026-08-02", "until": "2026-10-10", "statement": statement, "evidence": []}
    assert words in letter(with_case(hardship=[told]))
    if "影响" in words:
        english = nd.render("hardship_letter", nd.load(with_case(hardship=[told])), lang="en").text
        assert "On 2 August 2026, with effects until 10 October 2026, " in english
