"""What the eye takes for a name or a number is found, however it is written."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.facts.values.folding import fold, lookalikes
from tests.make.spoiled import OTHER_DEBT, spoiled

D = "debts[0]"
BANK = {**OTHER_DEBT, "creditor": {"name": "甲乙银行股份有限公司（信用卡中心）", "kind": "bank_card"}}


def rules_at(changes, path):
    return {problem.rule for problem in nd.check(spoiled(changes)) if problem.path == path}


@pytest.mark.parametrize(
    "written",
    [
        "甲乙银行股份有限公司（信用卡中心）",
        "甲乙银⾏",
        "甲乙银行股份有限公司(信用卡中心)",
        "甲 乙 银 行",
        "甲乙　银行",
        "甲乙银行股份有限公司【信用卡中心】",
        "「甲乙」银行",
    ],
)
def test_the_name_of_another_lender_is_found_however_it_is_written(written):
    words = f"向{written}申请了延期"
    assert "text.lender" in rules_at({"debts[1]": BANK, "hardship[0].statement": words}, "hardship[0].statement")
    other = {"debts[1]": BANK, f"{D}.proposal.other": [words]}
    assert "text.other_lender" in rules_at(other, f"{D}.proposal.other[0]")


def test_the_name_of_a_lender_in_the_file_may_be_the_look_alike():
    strange = {**BANK, "creditor": {"name": "甲乙银⾏股份有限公司", "kind": "bank_card"}}
    assert "text.lender" in rules_at({"debts[1]": strange, "measures[0]": "停用了甲乙银行的卡"}, "measures[0]")


def test_a_lender_that_is_paid_as_agreed_may_not_be_read_about_either_unless_revealed():
    elsewhere = {
        "finances.other_debts[0].creditor": "丙丁汽车金融有限公司",
        "measures[0]": "已向丙丁汽车金融有限公司按期还款",
    }
    assert "text.lender" in rules_at(elsewhere, "measures[0]")
    assert "text.lender" not in rules_at({**elsewhere, "choices.reveal": ["other_creditors"]}, "measures[0]")
    named = {"finances.other_debts[0].creditor": "住房贷款", "measures[0]": "住房贷款照常偿还"}
    assert "text.lender" not in rules_at(named, "measures[0]")


def test_a_text_for_all_is_judged_by_those_who_read_it():
    case = spoiled({"debts[1]": BANK, "measures[0]": "停用了甲乙银行的卡"})
    assert ("text.lender", "measures[0]") in {(one.rule, one.path) for one in nd.check(case, debt="bank1")}
    assert ("text.lender", "measures[0]") not in {(one.rule, one.path) for one in nd.check(case, debt="loan")}


@pytest.mark.parametrize("place", ["creditor.department", "contacts[0].organisation", "balance.charges[0].payee"])
def test_the_lenders_own_side_may_not_be_another_lender_either(place):
    assert "text.other_lender" in rules_at({"debts[1]": BANK, f"{D}.{place}": "甲乙银行贷后部"}, f"{D}.{place}")


def test_two_accounts_at_one_bank_are_no_strangers():
    branch = {**OTHER_DEBT, "creditor": {"name": "示例银行股份有限公司", "kind": "bank_loan"}}
    found = nd.check(spoiled({"debts[1]": branch, "measures[0]": "停用了示例银行的卡"}))
    assert not [one for one in found if "lender" in one.rule]


def test_a_name_that_holds_a_shorter_one_is_not_taken_for_it():
    lender = {"kind": "private"}
    friends = {
        "debts[1]": {**OTHER_DEBT, "id": "a", "creditor": {**lender, "name": "李明"}},
        "debts[2]": {**OTHER_DEBT, "id": "b", "creditor": {**lender, "name": "李明华"}},
    }
    assert not [one for one in nd.check(spoiled(friends)) if one.rule in ("text.lender", "text.other_lender")]


def test_who_issued_a_paper_is_an_error_where_the_paper_is_about_a_debt_else_a_warning():
    said = {"debts[1]": BANK, "evidence[1].issuer": "甲乙银行"}
    assert "evidence.issuer_lender" in rules_at(said, "evidence[1].issuer")
    assert rules_at({**said, "evidence[1].group": "debt"}, "evidence[1].issuer") == {"text.lender"}


@pytest.mark.parametrize(
    "number",
    [
        "110101199001011237",
        "１１０１０１１９９００１０１１２３７",
        "110101 19900101 1237",
        "110101-19900101-1237",
        "110 101 1990 0101 1237",
        "11010519491231002x",
        "11010519491231002Ｘ",
        "１１０１０１　１９９００１０１　１２３７",
        "110101–19900101–1237",
    ],
)
def test_an_identity_number_is_found_however_it_is_written(number):
    assert "text.identity" in rules_at({"measures[0]": f"办好了身份证{number}"}, "measures[0]")


@pytest.mark.parametrize(
    "number",
    [
        *(
            "１３８００１３８０００",
            "138-0013-8000",
            "138 0013 8000",
            "1380013 8000",
            "+86 138-0013-8000",
            "138.0013.8000",
        ),
        *(
            "6222 0212 3456 7890 123",
            "6222-0212-3456-7890-123",
            "６２２２　０２１２　３４５６　７８９０",
            "62220212 34567890",
        ),
        *("0571-8888 6666", "010-88886666", "139－0571－0000", "ｚｈｏｕ＠example.com"),
    ],
)
def test_a_number_or_an_address_is_found_however_it_is_written(number):
    assert "text.number" in rules_at({"measures[0]": f"改用{number}"}, "measures[0]")


@pytest.mark.parametrize("words", ["自2026-05-31起停用", "每月1,440.35元", "2026 2027 2028年", "第12 345号"])
def test_dates_and_amounts_are_no_numbers_of_a_person(words):
    assert not rules_at({"measures[0]": words}, "measures[0]") & {"text.number", "text.identity"}


def test_the_key_folds_what_looks_alike_and_nothing_else():
    assert fold("⻓⻔⾏（Ａ）　ﬁ") == "长门行afi"
    assert fold("买买提・阿不都拉") == fold("买买提·阿不都拉")
    assert fold("示例银行") != fold("示例銀行")
    assert lookalikes("银⾏⾏⻔ 行") == {"⾏": "行", "⻔": "门"}


@pytest.mark.parametrize("name", ["阿依古丽•买买提", "阿依古丽．买买提", "阿依古丽.买买提", "阿依古丽⋅买买提"])
def test_a_wrong_dot_in_a_name_is_a_finding_and_the_right_one_is_none(name):
    assert "text.name_dot" in rules_at({"borrower.name": name}, "borrower.name")
    assert "text.name_dot" not in rules_at({"borrower.name": "阿依古丽·买买提"}, "borrower.name")


@pytest.mark.parametrize("words", ["“周启明”", "＂周启明＂", "「周启明」", "‘周启明’"])
def test_one_pair_of_quotation_marks_round_a_value_is_a_finding(words):
    assert "text.quotes" in rules_at({"borrower.name": words}, "borrower.name")
    assert "text.quotes" not in rules_at({"measures[0]": "“甲”和“乙”"}, "measures[0]")
