"""还款分配: with the names for oneself, without them for the lenders; one formula, and sums a stranger can check."""

from __future__ import annotations

from decimal import Decimal

import pytest

import negotiation_docs as nd
from negotiation_docs.facts.balance import ForeignAmount
from tests.make.cases import CREDITORS, with_debt
from tests.make.proposals import three_lenders
from tests.make.several import beside_a_plan, lenders
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip

HEAD = "债权人、账户和本金截至日期"


def table(text: str, head: str) -> list[list[str]]:
    lines = [line.split("\t") for line in text.splitlines()]
    start = next(place for place, line in enumerate(lines) if line[0] == head) + 1
    end = next(place for place in range(start, len(lines)) if lines[place][0] == "合计")
    return lines[start : end + 1]


def money(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def own(case: nd.Case, lang: str = "zh") -> str:
    return nd.render("creditor_allocation", case, case.debts[0].id, lang=lang).text


def test_the_own_table_names_every_creditor_and_its_columns_add_up():
    case = three_lenders()
    *rows, total = table(own(case), HEAD)
    assert [row[0].partition("（")[0] for row in rows] == [debt.creditor.name for debt in case.debts]
    assert rows[0][0].endswith("（7716，2026-11-20）")
    assert [money(row[3]) for row in rows] == list(nd.allocation(case).values())
    assert sum(money(row[1]) for row in rows) == money(total[1]) == Decimal("33600.00")
    assert sum(money(row[3]) for row in rows) == money(total[3]) == nd.budget(case).disposable


def test_formula_day_remainder_and_completeness_are_told():
    text = own(three_lenders())
    assert "每月分配＝每月余额×该笔未还本金÷本金合计" in text
    assert "余下的尾差2分按舍去部分从大到小逐分补足，所以各家合计等于每月余额" in text
    assert "收支的基准日是2026年11月20日" in text
    assert "已对照个人信用报告逐笔核对" in text


def test_debts_paid_as_agreed_come_first_by_name_and_only_in_the_own_paper():
    case = three_lenders()
    assert "不参与分配：示例住房公积金贷款700.00元" in own(case)
    for debt in case.debts:
        assert "住房公积金" not in nd.render("allocation_statement", case, debt.id).text


def test_what_the_contract_takes_stands_beside_the_share_where_it_is_known():
    rows = table(own(nd.load(lenders("microloan"))), HEAD)
    assert rows[1][3:] == ["500.00", "1,100.00", "-600.00"]
    assert "合同每期应还" not in own(three_lenders())


def test_a_debt_of_unknown_principal_gets_no_share_and_is_told():
    text = own(loaded("other-unknown"))
    assert "待核对" in text
    assert "另有1笔本金待核对，没有参与分配" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_statement_to_one_lender_names_no_other_and_shows_the_rest_in_one_sum(lang):
    case = three_lenders()
    shares = nd.allocation(case)
    for debt in case.debts:
        text = nd.render("allocation_statement", case, debt.id, lang=lang).text
        others = [other for other in case.debts if other.id != debt.id]
        assert not [other for other in others if other.creditor.name in text or (other.account or "") in text]
        assert f"{shares[debt.id]:,.2f}" in text
        assert f"{sum(shares[other.id] for other in others):,.2f}" in text


def test_the_statement_can_be_added_up_by_a_stranger():
    for debt in three_lenders().debts:
        *rows, total = table(nd.render("allocation_statement", three_lenders(), debt.id).text, "债务")
        assert len(rows) == 2
        assert sum(money(row[1]) for row in rows) == money(total[1])
        assert sum(money(row[3]) for row in rows) == money(total[3])


def two_accounts_and_another() -> nd.Case:
    data = lenders("bank_card", "microloan")
    data["debts"][1] |= {"creditor": data["debts"][0]["creditor"], "account": "7788"}
    return nd.load(data)


def test_another_account_at_the_same_bank_is_no_other_creditor():
    document = nd.render("allocation_statement", two_accounts_and_another(), "one")
    assert strip(document)["该账户的份额"] == "每月927.27元"  # 1,700.00 × 21,600 ÷ 39,600
    *rows, total = table(document.text, "债务")
    assert [row[0] for row in rows[1:]] == ["本人在贵行的其他债务（1笔）", "其他债权人（1笔）"]
    assert [row[3] for row in (*rows, total)] == ["927.27", "386.37", "386.36", "1,700.00"]
    assert "贵行的份额" not in document.text


def test_where_one_bank_has_every_debt_no_other_creditor_is_spoken_of():
    data = lenders("bank_card")
    data["debts"][1] |= {"creditor": data["debts"][0]["creditor"], "account": "7788"}
    case = nd.load(data)
    text = nd.render("allocation_statement", case, "one").text
    assert "说明每月余额怎样分到各笔债务" in text
    assert "本人在贵行的其他债务（1笔）\t9,000.00\t29.41%\t500.00" in text
    assert "债权人" not in text
    english = nd.render("allocation_statement", case, "one", lang="en").text
    assert "This account’s share\tRMB 1,200.00 a month" in english
    assert "Other debts with you (1 debt)\t9,000.00\t29.41%\t500.00" in english
    assert "creditors" not in english


def test_where_nothing_is_left_no_share_is_offered():
    case = loaded("two-with-nothing-left")
    document = nd.render("allocation_statement", case, "one")
    assert strip(document)["每月缺口"] == "400.00元"
    assert "目前没有可以分配的余额，份额均为零" in document.text


def test_a_disputed_principal_is_a_basis_and_no_admission():
    data = lenders("microloan")
    data["debts"][0]["balance"]["disputed"] = True
    assert "只作测算基数，不构成对金额的认可" in nd.render("allocation_statement", nd.load(data), "one").text


@pytest.mark.parametrize("kind", ["creditor_allocation", "allocation_statement"])
def test_one_debt_alone_has_nothing_to_divide(kind):
    data = lenders("microloan", settled="2026-11-01")
    for case in (nd.load(with_debt()), nd.load(data)):
        with pytest.raises(nd.FactsError) as refusal:
            nd.render(kind, case, "one")
        (problem,) = refusal.value.problems
        assert problem.path == "debts"
        assert "只有一笔没有结清的债务" in problem.message


def test_an_old_debt_is_not_admitted_by_the_statement_but_may_stand_in_the_own_table():
    data = lenders("microloan")
    data["debts"][0] |= {"due": "2023-01-10", "paid_on_time": None, "contract": {"signed": "2022-03-05"}}
    data["debts"][0].pop("paid_on_time")
    data["hardship"][0]["since"] = "2022-12-01"
    case = nd.load(data)
    with pytest.raises(nd.FactsError, match="诉讼时效一般为三年"):
        nd.render("allocation_statement", case, "one")
    assert "示例小额贷款有限公司" in own(case)


def beside_a_plan_and_another() -> nd.Case:
    data = beside_a_plan()
    third = {**data["debts"][1], "id": "third", "creditor": CREDITORS["consumer_finance"], "account": "XF-3"}
    third["balance"] = {**third["balance"], "principal": "3000.00"}
    data["debts"].append(third)
    return nd.load(data)


def test_a_confirmed_plan_comes_first_by_name_and_its_debt_has_no_row():
    text = own(beside_a_plan_and_another())
    assert "其他债务1,300.00元，余1,100.00元。" in text
    assert "不参与分配：示例住房公积金贷款700.00元、示例银行股份有限公司信用卡中心（7716）600.00元。" in text
    *rows, total = table(text, HEAD)
    assert [row[0].partition("（")[0] for row in rows] == ["示例小额贷款有限公司", "示例消费金融有限公司"]
    assert [row[3] for row in (*rows, total)] == ["825.00", "275.00", "1,100.00"]  # 1,100 by 9,000 and 3,000
    english = own(beside_a_plan_and_another(), "en")
    assert "other debts RMB 1,300.00 a month; RMB 1,100.00 is left." in english
    assert "示例银行股份有限公司信用卡中心 (7716) RMB 600.00." in english


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_other_lenders_read_what_a_confirmed_plan_leaves_and_not_whose_it_is(lang):
    text = nd.render("allocation_statement", beside_a_plan_and_another(), "other0", lang=lang).text
    *rows, total = [line.split("\t") for line in text.splitlines() if line.count("\t") == 3][1:]
    assert [row[1] for row in (*rows, total)] == ["9,000.00", "3,000.00", "12,000.00"]
    assert [row[3] for row in (*rows, total)] == ["825.00", "275.00", "1,100.00"]
    assert ("减其他债务还款\t1,300.00" if lang == "zh" else "Less payments on other debts\t1,300.00") in text
    assert "信用卡中心" not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_letters_of_the_others_share_what_a_confirmed_plan_leaves(lang):
    case = beside_a_plan_and_another()
    letter = nd.render("hardship_letter", case, "other0", lang=lang).text
    assert "1,100.00" in letter
    assert "12,000.00" in letter
    assert "825.00" in letter
    assert not [wrong for wrong in ("1,700.00", "33,600.00", "30,000.00") if wrong in letter]
    means = nd.render("financial_statement", case, "other0", lang=lang).text
    assert "1,100.00元×9,000.00元÷12,000.00元" in means or "RMB 1,100.00 × RMB 9,000.00 ÷ RMB 12,000.00" in means
    assert "18,750.95" in means, "what is left of the debt in plan: 18,000.00 of principal, 750.95 that nothing settles"


def test_a_lender_whose_plan_is_confirmed_is_told_of_no_share():
    with pytest.raises(nd.FactsError) as refusal:
        nd.render("allocation_statement", beside_a_plan_and_another(), "one")
    (problem,) = refusal.value.problems
    assert (problem.rule, problem.path) == ("shares.in_plan", "debts[0].agreement.confirmed")
    assert problem.message == "这笔债务按书面确认的方案偿还，不参与分配，《还款分配说明》不适用"


def test_where_all_others_are_paid_as_agreed_there_is_nothing_to_divide():
    with pytest.raises(
        nd.FactsError, match="其余没有结清的债务都按约定或书面确认的方案偿还，《还款分配说明》没有可以分配的"
    ):
        nd.render("allocation_statement", nd.load(beside_a_plan()), "other0")
    assert table(own(nd.load(beside_a_plan())), HEAD)[-1][3] == "1,100.00", "one's own table says what comes off"
    data = beside_a_plan()
    data["debts"][1] |= {name: data["debts"][0][name] for name in ("agreement", "contacts", "proposal")}
    with pytest.raises(nd.FactsError, match="没有可以分配的"):
        own(nd.load(data))


def test_a_share_is_called_capped_only_where_a_cap_has_changed_it():
    tight = lenders("microloan", "consumer_finance")
    for debt, principal in zip(tight["debts"], ("21600.00", "9000.00", "60.00"), strict=True):
        debt["balance"]["principal"] = principal
    plain = own(nd.load(tight))
    assert "只分到欠款" not in plain, "60.00 of 30,660.00 gets 3.33 of 1,700.00"
    small = lenders("microloan")
    small["finances"]["income"][0]["amount"] = "35000.00"
    assert "欠款不足其份额的，只分到欠款" in own(nd.load(small))


def test_what_is_owed_in_foreign_currency_stands_beside_the_shares():
    case = three_lenders()
    debt = case.debts[0]
    balance = debt.balance.model_copy(
        update={"foreign": (ForeignAmount.model_validate({"currency": "USD", "amount": "120.35"}),)}
    )
    case = case.model_copy(update={"debts": (debt.model_copy(update={"balance": balance}), *case.debts[1:])})
    text = nd.render("allocation_statement", case, debt.id).text
    assert "另有外币欠款120.35美元，未列入上述金额。" in text


def test_a_debt_that_is_overdue_elsewhere_is_not_said_to_be_paid_as_agreed():
    case = with_debt()
    case["finances"]["other_debts"] = [
        {"creditor": "示例网络银行", "balance": "8400", "monthly": "700", "overdue": late} for late in (True, None)
    ]
    said = {lang: own(nd.load({**case, "debts": [*case["debts"], other()]}), lang) for lang in ("zh", "en")}
    assert "这些债务照常还款，不参与分配：示例网络银行700.00元（已有逾期）、示例网络银行700.00元。" in said["zh"]
    assert "按约偿还" not in said["zh"], "nobody says so"
    assert "RMB 700.00 (overdue)" in said["en"]
    assert "as agreed" not in said["en"]


@pytest.mark.parametrize(
    ("told", "takes"),
    [({}, "1,138.34"), ({"accelerated": "2026-11-01"}, None), ({"first_due": "2023-03-10", "periods": 36}, None)],
)
def test_a_contract_that_has_ended_or_was_called_in_takes_nothing_each_month(told, takes):
    contract = {"amount": "30000", "payment": "1138.34", "first_due": "2024-03-10", "periods": 36, **told}
    case = with_debt(contract=contract, due="2025-12-10")
    said = own(nd.load({**case, "debts": [*case["debts"], other()]}))
    assert ("合同每期应还" in said) is (takes is not None)
    assert takes is None or takes in said


def other() -> dict[str, object]:
    creditor = {"name": "示例信托有限公司", "kind": "trust"}
    balance = {"as_of": "2026-11-20", "principal": "9000", "source": "合同"}
    return {"id": "other", "creditor": creditor, "product": "消费贷款", "account": "XT-1", "balance": balance}


def test_a_plan_is_held_against_the_share_and_one_above_its_share_is_told_to_the_others():
    case = three_lenders()
    quicker = case.debts[2].proposal.model_copy(update={"periods": 10})
    case = case.model_copy(update={"debts": (*case.debts[:2], case.debts[2].model_copy(update={"proposal": quicker}))})
    above = Decimal("300.00") - nd.allocation(case)["three"]
    first, third = (nd.render("allocation_statement", case, name).text for name in (case.debts[0].id, "three"))
    assert "就本笔债务，本人提出的还款方案每期360.00元，占这一份额的32.9%。" in first
    assert f"其余各笔中，有1笔的还款方案每月比其份额多{above}元；方案书面确认后，按方案先行扣除" in first
    assert f"每期300.00元，比这一份额多{above}元" in third
    assert "其余各笔中" not in third
    english = nd.render("allocation_statement", case, case.debts[0].id, lang="en").text
    assert f"The plan of one other debt takes RMB {above} a month above its share" in english
    assert "My plan asks for RMB 360.00 each time, 32.9% of this share." in english
