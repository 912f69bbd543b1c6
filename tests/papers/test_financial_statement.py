"""个人财务状况说明: a stranger adds the page up in a minute, and the letter refers to it once it is enclosed."""

from __future__ import annotations

import io
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pytest

import negotiation_docs as nd
from tests.make.cases import plain, with_debt
from tests.make.performed import in_plan
from tests.make.proposals import three_lenders
from tests.make.several import beside_a_plan
from tests.make.variants import LANGS, paper, variants
from tests.papers.test_key_figures import strip
from tests.read.some import some

KIND = "financial_statement"
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
ENCLOSED = next(kind.encloses for kind in nd.kinds() if kind.name == "hardship_letter")


def text(case: dict[str, Any] | nd.Case, lang: str = "zh", kind: str = KIND, **options: Any) -> str:
    loaded = case if isinstance(case, nd.Case) else nd.load(case)
    return nd.render(kind, loaded, lang=lang, **options).text


def rows(said: str) -> dict[int, tuple[str, Decimal, str]]:
    """Line → item, amount and note, as they stand on the page."""
    found = re.findall(r"^(\d+)\t([^\t]+)\t(-?[\d,]+\.\d\d)\t(.*)$", said, re.MULTILINE)
    return {int(line): (item, Decimal(sum_.replace(",", "")), note) for line, item, sum_, note in some(found)}


def readded(said: str) -> Decimal:
    """Adds the page up by nothing but what its notes say, line by line; the result of the last line."""
    lines = rows(said)
    for line, (_, amount, note) in lines.items():
        if span := re.fullmatch(r"第(\d+)至(\d+)行之和", note):
            assert amount == sum(lines[n][1] for n in range(int(span[1]), int(span[2]) + 1)), line
        elif same := re.fullmatch(r"即第(\d+)行", note):
            assert amount == lines[int(same[1])][1], line
    last = max(lines)
    _, result, note = lines[last]
    if left := re.fullmatch(r"第(\d+)行减第([\d、]+)行", note):
        taken = sum(lines[int(number)][1] for number in left[2].split("、"))
        assert result == lines[int(left[1])][1] - taken
        return result
    short = re.fullmatch(r"第([\d、]+)行之和减第(\d+)行", note)
    assert short, note
    assert result == sum(lines[int(number)][1] for number in short[1].split("、")) - lines[int(short[2])][1]
    return -result


@pytest.mark.parametrize("name", sorted(variants()))
def test_a_stranger_adds_the_page_up_and_comes_to_what_is_left(name):
    document = paper(name, KIND, "zh")
    if document is not None:
        case = nd.load(variants()[name])
        assert readded(document.text) == nd.budget(case, case.debts[0].id).disposable


def test_the_page_of_every_example_adds_up():
    checked = 0
    for path in EXAMPLES:
        case = nd.load(path)
        for debt in case.debts:
            if case.finances.income is not None:
                said = nd.render(KIND, case, debt.id).text
                assert readded(said) == nd.budget(case, debt.id).disposable
                checked += 1
    assert checked >= 5


def test_every_line_is_made_monthly_and_says_from_what():
    case = plain()
    case["finances"]["income"] = [
        {"name": "工资", "actual": {"from": "2026-08", "amounts": ["8000", "8600", "8300"]}, "evidence": ["flow"]},
        {"name": "房租收入", "amount": "3000", "every": "quarter", "regular": True},
    ]
    case["finances"]["essentials"] = [{"name": "保姆", "amount": "300", "every": "week", "fixed": True}]
    said = text(case)
    assert rows(said)[2][1:] == (Decimal("8300.00"), "2026年8月至10月实际收入的月平均（见附件1）")
    assert rows(said)[3][1:] == (Decimal("1000.00"), "稳定；每季3,000.00元，折合每月；本人陈述")
    assert rows(said)[5][1:] == (Decimal("1300.00"), "每周300.00元，折合每月")
    assert "Monthly average of August 2026 to October 2026" in text(case, "en")


def test_income_stands_by_earner_and_the_family_takes_on_no_debt():
    said = text(variants()["household"])
    items = {item: note for item, _, note in rows(said).values()}
    assert items["配偶工资"].startswith("配偶")
    assert "家庭每月收入合计5,200.00元" in said
    assert "不表示家人承担该笔欠款" in said
    assert "配偶36岁；女儿8岁，没有收入" in said
    assert "does not mean that they take on this debt" in text(variants()["household"], "en")
    case = variants()["household"]
    case["debts"][0]["parties"] = [{"name": "李敏", "role": "co_borrower"}]
    assert "不表示家人承担" not in text(case), "a co-borrower does bear it"
    case["debts"][0]["parties"] = [{"name": "倪国栋", "role": "guarantor", "consents": True}]
    assert "不表示家人承担" in text(case), "whom a guarantor who knows of the plan does not speak for"
    assert "不表示家人承担" not in text(plain())


def test_fixed_spending_stands_before_flexible_where_the_file_tells_them_apart():
    case = plain()
    case["finances"]["essentials"][1]["fixed"] = True
    names = [item for item, _, _ in rows(text(case)).values()]
    assert names.index("固定支出") < names.index("伙食") < names.index("弹性支出") < names.index("房租")
    assert [item for item, _, _ in rows(text(plain())).values()].count("必要支出") == 1


def test_the_reserve_is_shown_and_taken_off():
    said = text(variants()["household"])
    assert ("备用金", Decimal("150.00"), "留作应急") in rows(said).values()


def test_other_debts_stand_without_their_creditor_unless_revealed():
    other = {"creditor": "示例住房公积金贷款", "monthly": "700.00", "balance": "90000.00", "priority": True}
    case = plain()
    case["finances"]["other_debts"] = [other | {"note": "自住房", "overdue": True}]
    said = text(case)
    assert "示例住房公积金" not in said
    assert "自住房" not in said
    assert rows(said)[7] == ("其他债务", Decimal("700.00"), "余额90,000.00元；已有逾期，优先偿还")
    case["choices"]["reveal"] = ["other_creditors"]
    assert rows(text(case))[7] == (
        "示例住房公积金贷款",
        Decimal("700.00"),
        "余额90,000.00元；已有逾期，优先偿还；自住房",
    )
    case["finances"]["other_debts"] = []
    assert "其他债务还款" not in text(case), "no line of 0.00 for what is not there"
    assert "本人没有其他债务。" in text(case)
    assert "Apart from this debt I have no debts." in text(case, "en")
    del case["finances"]["other_debts"]
    assert "其他债务未申报。" in text(case)


def test_property_by_class_says_none_only_where_the_file_does():
    case = plain()
    case["finances"]["assets"] = [
        {"name": "汽车", "class": "movable", "amount": "30000", "basis": "二手车平台报价", "burden": "已抵押",
         "co_owner": "李敏", "holder": "王强", "location": "北京市"},
        {"name": "存款", "class": "deposit", "amount": "1200.50", "realisable": True, "evidence": ["flow"]},
    ]  # fmt: skip
    case["finances"]["assets_none"] = ["real_estate"]
    said = text(case)
    assert "车辆等动产\t汽车\t30,000.00\t北京市；价值依据：二手车平台报价；已抵押；与他人共有；登记在他人名下" in said
    assert "存款、现金、理财和证券\t存款\t1,200.50\t可变现（见附件1）" in said
    assert "不动产\t无" in said
    assert "债权和股权、其他财产\t未申报" in said
    assert "合计\t31,200.50" in said
    assert "李敏" not in said + text(case, "en")
    assert "王强" not in said + text(case, "en")
    assert said.index("1,200.50") < said.index("30,000.00"), "in the order of the classes"


def test_an_asset_without_class_leaves_no_class_denied_or_unstated():
    said = text(plain())
    assert "未分类\t存款\t23,000.00\t可变现" in said
    assert "上列以外的财产\t未申报" in said
    assert "不动产" not in said


def test_where_nothing_is_said_of_property_nothing_is_denied():
    case = plain()
    del case["finances"]["assets"]
    assert "各类财产未申报" in text(case)
    assert "没有可以变现" not in text(case)
    case["finances"]["assets"] = []
    assert "本人没有可以变现的财产。各类财产未逐类申报。" in text(case)
    case["finances"]["assets_none"] = ["rights", "other"]
    assert (
        "没有以下各类财产：债权和股权；其他财产。以下各类未申报：存款、现金、理财和证券；不动产；车辆等动产。"
        in text(case)
    )


def test_large_outlays_of_the_year_are_told_or_said_not_to_be():
    case = plain()
    case["finances"]["changes"] = [
        {"date": "2026-06", "kind": "expense", "what": "为治疗支出医药费", "amount": "32000.00", "evidence": ["bill"]},
        {"date": "2026-03-02", "kind": "transfer", "what": "旧车", "amount": "8000", "to": "王强"},
    ]
    said = text(case)
    assert (
        "2026年6月，为治疗支出医药费，32,000.00元（见附件1）；2026年3月2日，旧车（转让），8,000.00元，对方名称从略，需要时提供。"
        in said
    )
    assert "王强" not in said + text(case, "en")
    assert "近一年的重大支出和财产变动未申报" in text(plain())


def test_the_share_of_one_of_several_lenders_is_written_out_as_a_formula():
    case = three_lenders()
    shares = nd.allocation(case)
    for debt in case.debts:
        said = nd.render(KIND, case, debt.id).text
        told = re.search(r"([\d,.]+)元×([\d,.]+)元÷([\d,.]+)元，为([\d,.]+)元", said)
        surplus, principal, together, share = (Decimal(part.replace(",", "")) for part in told.groups())
        assert abs(surplus * principal / together - share) < Decimal("0.01")
        assert share == shares[debt.id]
        assert principal == debt.balance.principal


def test_the_plan_is_set_against_what_can_be_paid_at_most():
    assert "本人提出的还款方案每期600.00元，占每月最高还款额的35.3%。" in text(plain())
    assert "RMB 600.00 each time, 35.3% of the most I can pay a month" in text(plain(), "en")
    settled = with_debt(proposal={"settlement": {"pay_by": "2026-12-20"}, "funds": "存款"}, agreement=None)
    assert "本人拟一次性偿还22,350.95元，款项来源：存款。" in text(settled)


def test_where_nothing_is_left_the_page_offers_nothing():
    said = text(variants()["no-income"])
    assert "目前没有收入" in said
    assert "每月缺口" in said
    assert "目前没有可以用于偿还该账户欠款的余额" in said
    assert "本人提出的还款方案" not in said
    supported = text(variants()["supported"])
    assert "该款不是还款来源" in supported


def test_a_plan_that_cannot_be_kept_is_not_set_against_the_month():
    dear = with_debt(proposal={"method": "interest_free", "periods": 6, "first_due": "2026-12-25"}, agreement=None)
    dear["finances"]["assets"] = []
    said = text(dear)
    assert "还款方案" not in said
    assert "3,600.00" not in said


@pytest.mark.parametrize("field", ["income", "essentials"])
def test_a_page_without_income_or_spending_is_refused_and_a_draft_without_any_shows_the_gap(field):
    case = plain()
    del case["finances"][field]
    with pytest.raises(nd.FactsError) as refusal:
        text(case)
    assert f"finances.{field}" in [problem.path for problem in refusal.value.problems]
    del case["finances"]
    assert "【待填：收支情况】" in text(case, draft=True)


def test_review_day_and_promises_stand_only_where_they_are_in_the_file():
    case = plain()
    assert "复核" not in text(case)
    case["finances"]["review"] = "2027-05-21"
    assert "本人拟于2027年5月21日复核上述情况" in text(case)
    assert "I will review this statement on 21 May 2027" in text(case, "en")
    case["choices"]["commitments"] = []
    assert "及时告知" not in text(case)


@pytest.mark.parametrize("lang", LANGS)
def test_the_letter_refers_to_the_page_it_encloses_and_keeps_its_table_when_it_goes_alone(lang):
    case = nd.load(plain())
    alone = nd.render("hardship_letter", case, lang=lang).text
    with_page = nd.render("hardship_letter", case, lang=lang, enclose=ENCLOSED).text
    row = "房租\t1,500.00" if "zh" in lang else "Rent\t1,500.00"
    assert row in alone
    assert row not in with_page
    for figure in ("5,200.00", "2,800.00", "1,700.00"):
        assert figure in with_page
    assert "23,000.00" in alone
    assert "23,000.00" not in with_page, "property stands on the page"
    if "zh" in lang:
        assert "收支和财产的明细见附件2《个人财务状况说明》" in with_page
        assert "2.个人财务状况说明" in with_page
    if "en" in lang:
        assert "my property are in Attachment 2, Financial Statement" in with_page


def test_the_same_totals_stand_in_letter_plan_and_page():
    case = nd.load(plain())
    letter, plan, page = (
        nd.render(kind, case, enclose=ENCLOSED).text for kind in ("hardship_letter", "repayment_plan", KIND)
    )
    for figure in ("5,200.00", "2,800.00", "700.00", "1,700.00"):
        assert figure in letter
        assert figure in plan
        assert figure in page
    assert "收支逐项列于附件2《个人财务状况说明》" in plan


def test_enclosed_the_page_leaves_attachments_and_contact_to_the_letter():
    case = nd.load(plain())
    alone, enclosed = text(case), text(case, enclose=ENCLOSED)
    assert "附件：1.银行流水" in alone, "what is about income and property, and nothing else"
    assert "居民身份证" not in alone
    assert "附件：" not in enclosed
    assert "13800138000" not in enclosed
    assert "附件编号同主函" in enclosed


def test_a_short_page_enclosed_fits_on_one_sheet():
    with pikepdf.open(io.BytesIO(nd.render(KIND, nd.load(EXAMPLES[-1]), enclose=ENCLOSED).to_pdf())) as pdf:
        assert len(pdf.pages) == 1


def test_the_next_instalment_of_a_half_year_is_told_by_the_month_beside_its_share():
    case = in_plan(
        0, proposal={"method": "interest_free", "periods": 6, "every": "half_year", "first_due": "2027-12-25"}
    )
    case["debts"][0].pop("payments")
    document = nd.render("financial_statement", nd.load(case))
    assert "下一期3,600.00元，还款日为2027年12月25日，折合每月600.00元，占每月最高还款额的" in document.text
    assert strip(document)["约定的下一期"].startswith("3,600.00元\n折合每月600.00元，占上限")
    english = nd.render("financial_statement", nd.load(case), lang="en").text
    assert "due on 25 December 2027, which is RMB 600.00 a month, " in english
    assert "折合每月600.00元" not in nd.render("financial_statement", nd.load(in_plan())).text


def test_a_home_in_both_names_is_not_said_to_be_in_anothers():
    case = plain()
    case["finances"]["assets"] = [
        {"name": "自住房", "class": "real_estate", "holder": "顾清和、李敏", "co_owner": "李敏"}
    ]
    said = text(case)
    assert "与他人共有" in said
    assert "登记在他人名下" not in said
    assert "somebody else’s name" not in text(case, "en")
    case["finances"]["assets"][0]["holder"] = "本人"
    assert "登记在他人名下" not in text(case)
    assert "登记在他人名下" not in text(case, kind="hardship_letter")


def test_who_says_that_there_is_no_property_of_any_class_says_so_in_the_letter_too():
    case = plain()
    case["finances"].pop("assets")
    case["finances"]["assets_none"] = ["deposit", "real_estate", "movable", "rights", "other"]
    assert "本人没有可以变现的财产。" in text(case, kind="hardship_letter")
    assert "I own nothing that could be turned into money." in text(case, "en", kind="hardship_letter")


def test_a_debt_whose_plan_is_confirmed_is_not_counted_among_those_still_to_be_arranged():
    case = nd.load(beside_a_plan())
    own = case.debts[0].id
    assert "先用于按书面确认的方案偿还该账户欠款，其余用于本人拟协商处理的另1笔欠款。" in text(case, debt=own)
    assert "the rest is for 1 other debt for which I am seeking arrangements." in text(case, "en", debt=own)


def test_a_debt_whose_plan_is_confirmed_is_told_its_instalment_and_no_share_as_the_others_take_that_off():
    """1,700.00 is left: the plan takes 600.00 of it, and the other lender reads of 1,100.00."""
    case = nd.load(beside_a_plan())
    own, other = (debt.id for debt in case.debts)
    document = nd.render(KIND, case, own)
    assert "份额" not in document.text
    assert "share" not in text(case, "en", debt=own)
    assert strip(document)["约定的下一期"].startswith("600.00元\n占上限35.3%")
    assert "书面确认的方案下一期600.00元，还款日为2027年6月25日，占每月最高还款额的35.3%。" in document.text
    assert strip(nd.render(KIND, case, other))["每月最高还款额"] == "1,100.00元"
    assert "不参与分配" in text(case, kind="creditor_allocation", debt=own)


def test_a_confirmed_plan_that_the_month_cannot_pay_is_not_said_to_come_first_and_the_letter_offers_a_share():
    data = beside_a_plan()
    data["finances"]["income"][0]["amount"] = "3900.00"  # 400.00 is left, the plan takes 600.00
    case = nd.load(data)
    own = case.debts[0].id
    assert "先用于" not in text(case, debt=own)
    letter = text(case, kind="hardship_letter", debt=own)
    assert "对应贵行的份额为266.67元" in letter
    assert "余额为400.00元" not in letter


def test_no_more_than_the_plan_takes_is_offered_where_another_plan_makes_the_month_too_small():
    data = beside_a_plan(proposal={"method": "interest_free", "periods": 6, "first_due": "2027-07-10"})
    data["debts"][0]["proposal"].pop("alternative", None)
    case = nd.load(data)  # 1,700.00 is left; 600.00 and 1,500.00 are asked for
    own = case.debts[0].id
    for kind in ("hardship_letter", "call_script"):
        said = text(case, kind=kind, debt=own)
        assert "600.00元" in said
        assert "不超过1,700.00元" not in said
        assert "能够用于偿还该账户欠款的余额为1,700.00元" not in said


def test_a_debt_that_takes_nobody_knows_what_a_month_is_not_said_to_take_nothing():
    case = plain()
    card = {"creditor": {"name": "示例城市银行", "kind": "bank_card"}, "account": "0009", "due": "2026-12-28"}
    case["debts"].append({"id": "later", **card, "product": "信用卡", "balance": {"principal": "900.00"}})
    own = case["debts"][0]["id"]
    said, english = text(case, debt=own), text(case, "en", debt=own)
    assert "另有1笔债务还没有到期，每月应还多少未申报，上表没有扣除。" in said
    assert "What 1 other debt not yet due will take a month is not stated and not taken off above." in english
    assert not [line for line in said.splitlines() if line.split("\t")[2:3] == ["0.00"]]
    case["finances"]["other_debts"] = []
    assert "没有其他" not in text(case, debt=own)
    own_table = text(case, kind="creditor_allocation", debt=own)
    assert "示例城市银行（0009）每月应还未填写、没有扣除。" in own_table
    assert "not stated, not taken off" in text(case, "en", kind="creditor_allocation", debt=own)


@pytest.mark.parametrize(("remaining", "told"), [("to_be_agreed", True), ("last_instalment", False), ("spread", False)])
def test_a_plan_that_promises_charges_in_dispute_is_told_by_no_paper(remaining, told):
    case = with_debt(agreement=None, contacts=None)
    case["debts"][0]["balance"]["disputed"] = ["interest"]
    case["debts"][0]["proposal"]["remaining_charges"] = remaining
    for lang, words in (("zh", "本人提出的还款方案"), ("en", "600.00")):
        text = nd.render("financial_statement", nd.load(case), lang=lang).text
        assert (words in text) is told


@pytest.mark.parametrize("kind", [KIND, "hardship_letter"])
def test_who_has_nothing_left_a_month_still_tells_each_lender_that_other_debts_are_unpaid(kind):
    case = plain()
    alone = text(case, kind=kind)
    case["finances"]["income"] = [{"name": "临时工资", "amount": "900.00"}]
    case["debts"].append(case["debts"][0] | {"id": "second", "agreement": None, "proposal": None})
    own = case["debts"][0]["id"]
    assert "本人另有1笔欠款拟协商处理。" in text(case, kind=kind, debt=own)
    assert "I am also seeking arrangements for 1 other debt." in text(case, "en", kind=kind, debt=own)
    assert "本人另有" not in alone
