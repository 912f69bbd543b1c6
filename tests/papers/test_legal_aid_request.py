"""法律援助申请: the matter, its deadline, and means that add up; no admission, and nothing but what the file says."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.again import LAWYER
from tests.make.cases import with_case, with_debt
from tests.make.variants import loaded
from tests.papers.test_key_figures import strip


def made(name: str = "creditor-bank_card", lang: str = "zh") -> str:
    return nd.render("legal_aid_request", loaded(name), lang=lang).text


def test_the_means_are_listed_line_by_line_with_their_sums():
    lines = made().splitlines()
    for row in ("收入合计\t5,200.00", "必要支出：房租\t1,500.00", "必要支出合计\t2,800.00", "其他债务还款\t700.00"):
        assert row in lines
    assert "财产有存款23,000.00元（可变现）。" in made()


def test_the_kind_of_help_is_left_to_the_office():
    assert "采用法律咨询、代拟法律文书还是代理的方式，请审查后确定" in made()


def test_it_admits_nothing_and_promises_no_result():
    text = made()
    assert "金额以核对结果为准" in text
    assert "不构成对债务的确认" in text
    for word in ("尚欠", "贫困", "恳求", "免费", "一定"):
        assert word not in text


def test_a_suit_is_named_with_the_day_it_came_and_its_deadline():
    suit = {"stage": "sued", "received": "2026-11-10", "deadline": "2026-11-25", "court": "示例市示例区人民法院"}
    document = nd.render("legal_aid_request", nd.load(with_debt(litigation=suit)))
    assert "收到文书的日期为2026年11月10日，文书所载的期限为2026年11月25日" in document.text
    assert strip(document)["文书期限"] == "2026年11月25日"


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_other_party_of_a_suit_is_who_sues(lang):
    suit = {
        "stage": "sued",
        "received": "2026-11-10",
        "court": "示例市示例区人民法院",
        "plaintiff": "示例融资担保有限公司",
    }
    document = nd.render("legal_aid_request", nd.load(with_debt(litigation=suit)), lang=lang)
    assert "示例融资担保有限公司" in strip(document)["对方" if lang == "zh" else "Other party"]


def test_property_of_which_nothing_is_said_is_not_called_none():
    data = with_case()
    data["finances"].pop("assets")
    text = nd.render("legal_aid_request", nd.load(data)).text
    assert "财产情况未申报" in text
    data["finances"]["assets"] = []
    assert "没有可以变现的财产" in nd.render("legal_aid_request", nd.load(data)).text


def test_the_office_is_addressed_by_its_name_where_the_file_has_one():
    assert made().splitlines()[1] == "法律援助机构："
    data = with_debt()
    data["borrower"]["agent"] = {**LAWYER, "kind": "legal_aid", "organisation": "示例市法律援助中心"}
    assert nd.render("legal_aid_request", nd.load(data)).text.splitlines()[1] == "示例市法律援助中心："


def test_without_means_it_is_refused():
    with pytest.raises(nd.FactsError) as caught:
        nd.render("legal_aid_request", nd.load(with_case(finances=None)))
    assert {problem.path for problem in caught.value.problems} == {"finances"}


def test_an_old_debt_does_not_stop_it():
    assert nd.render("legal_aid_request", loaded("time-barred")).text


def test_the_strip_tells_matter_other_party_and_income():
    assert strip(nd.render("legal_aid_request", loaded("creditor-bank_card"))) == {
        "事项": "信用卡\n卡号尾号7716",
        "对方": "示例银行股份有限公司信用卡中心",
        "每月收入": "5,200.00元\n家庭共2人",
    }


def test_what_weighs_on_a_thing_that_is_owned_is_told_and_a_co_owner_is_not_named():
    case = with_case()
    car = {"name": "轿车一辆", "amount": "42000.00", "class": "movable", "burden": "已抵押", "co_owner": "李敏"}
    case["finances"]["assets"] = [car]
    said, english = (nd.render("legal_aid_request", nd.load(case), lang=lang).text for lang in ("zh", "en"))
    assert "财产有轿车一辆42,000.00元（已抵押，与他人共有）。" in said
    assert "owned jointly with somebody else" in english
    assert "李敏" not in said + english


def test_property_that_the_file_says_is_not_there_is_said_not_to_be_there():
    data = with_case()
    data["finances"].pop("assets")
    data["finances"]["assets_none"] = ["deposit", "real_estate", "movable", "rights", "other"]
    said, english = (nd.render("legal_aid_request", nd.load(data), lang=lang).text for lang in ("zh", "en"))
    assert "申请人没有以下各类财产：存款、现金、理财和证券；不动产；车辆等动产；债权和股权；其他财产。" in said
    assert "I have no property of these classes: deposits, cash and securities; real estate" in english
    assert "未申报" not in said
    data["finances"]["assets_none"] = ["real_estate"]
    partly = nd.render("legal_aid_request", nd.load(data)).text
    assert "申请人没有以下各类财产：不动产。其余各类未申报，需要时由申请人补充。" in partly


def test_the_income_of_others_is_called_theirs_and_what_one_lives_on_is_told():
    data = with_case()
    data["finances"]["income"].append({"name": "养老金", "amount": "1850.00", "earner": "family"})
    data["finances"]["support"] = [{"from": "儿子", "amount": "500.00"}]
    said, english = (nd.render("legal_aid_request", nd.load(data), lang=lang).text for lang in ("zh", "en"))
    assert "收入：养老金（家庭成员）\t1,850.00" in said.splitlines()
    assert "此外，申请人每月由儿子资助500.00元维持生活，该款未计入收入。" in said
    assert "Income: pension (a family member’s)" in english
    assert "RMB 500.00 a month from" in english


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_hearing_is_told_and_no_day_of_receipt_is_made_up(lang):
    suit = {"stage": "sued", "court": "示例市示例区人民法院", "case_number": "（2026）示0101民初1号"}
    suit |= {"deadline": "2026-12-10", "hearing": "2026-12-18 09:30"}
    text = nd.render("legal_aid_request", nd.load(with_debt(litigation=suit)), lang=lang).text
    told = {
        "zh": ("文书所载的期限为2026年12月10日。开庭时间为2026年12月18日9时30分。", "收到文书"),
        "en": ("The deadline that the papers state is 10 December 2026. The hearing is fixed for", "reached me"),
    }
    assert told[lang][0] in text
    assert told[lang][1] not in text


def test_that_there_is_no_property_is_said_once():
    data = with_case()
    data["finances"] |= {"assets": [], "assets_none": ["deposit", "real_estate", "movable", "rights", "other"]}
    text = nd.render("legal_aid_request", nd.load(data)).text
    assert "申请人没有以下各类财产" in text
    assert "没有可以变现的财产" not in text


@pytest.mark.parametrize(
    ("stage", "zh", "en"),
    [
        ("mediation", "调解时间为2026年12月9日11时", "The mediation is fixed"),
        ("sued", "开庭时间为", "The hearing is fixed"),
    ],
)
def test_a_day_of_mediation_is_not_called_a_hearing(stage: str, zh: str, en: str):
    suit = {"stage": stage, "received": "2026-11-18", "hearing": "2026-12-09 11:00"}
    case = nd.load(with_debt(litigation=suit))
    assert zh in nd.render("legal_aid_request", case).text
    assert en in nd.render("legal_aid_request", case, lang="en").text


def test_what_is_asked_for_before_a_suit_is_not_said_to_stand_in_a_complaint():
    claims = [{"item": "principal", "amount": "21600.00"}]
    suit = {"stage": "mediation", "received": "2026-11-18", "claims": claims}
    case = nd.load(with_debt(litigation=suit))
    assert "对方提出的请求为本金21,600.00元" in nd.render("legal_aid_request", case).text
    assert "The other side asks for" in nd.render("legal_aid_request", case, lang="en").text
