"""联系方式与个人信息保护说明: how the borrower can be reached, so that nobody else has to be."""

from __future__ import annotations

from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.again import LAWYER
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.needed import suited
from tests.make.variants import paper, variants

KIND = "contact_preferences"


def text(case: dict[str, Any], lang: str = "zh", **options: Any) -> str:
    return nd.render(KIND, nd.load(suited(KIND, case)), lang=lang, **options).text


def test_ways_and_times_stand_in_strip_and_letter():
    said = paper("contacted-others", KIND, "zh").text
    assert "请贵行通过电子邮件或者短信与本人联系，方便的时间是工作日18时至20时" in said
    assert "不必由他人转告" in said


def test_one_of_the_two_is_enough_and_without_both_there_is_no_letter():
    case = plain()
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(KIND, nd.load(case))
    assert "borrower.contact_by" in [problem.path for problem in refusal.value.problems]
    case["borrower"]["contact_times"] = "每日12时至14时"
    said = nd.render(KIND, nd.load(case)).text
    assert "请贵行按本函所列方式与本人联系，方便的时间是每日12时至14时" in said


def test_calls_to_others_are_told_as_they_are_logged_and_those_to_the_borrower_are_not():
    said = paper("contacted-others", KIND, "zh").text
    assert "2026年11月17日，贵行致电本人单位，内容为：询问本人去向。" in said
    assert "提出分期偿还" not in said
    assert "致电" not in text(plain())


def test_each_lender_reads_its_own_norm_by_its_right_name():
    norms = {
        "bank_card": "第六十八条规定", "bank_loan": "行业自律规范《金融机构个人消费类贷款催收工作指引（试行）》也提出",
        "consumer_finance": "行业自律规范《金融机构个人消费类贷款催收工作指引（试行）》也提出",
        "microloan": "国家推荐性标准", "transferee": "个人信息保护法",
    }  # fmt: skip
    for kind in CREDITORS:
        said = text(variants()[f"creditor-{kind}"])
        assert "法律规定" not in said
        if kind in norms:
            assert norms[kind] in said, kind
        else:
            assert "《" not in said, kind


def test_who_acts_for_the_lender_is_asked_for_or_named():
    assert "如已把本人信息提供给受托机构，请告知其名称" in text(plain())
    said = text(variants()["people"])
    contact = "示例信息服务有限公司自2026年9月10日起就该笔贷款与本人联系"
    assert f"{contact}，请告知是否受贵行委托、委托的事项和向其提供的本人信息" in said


def test_a_friend_is_asked_as_a_friend():
    said = text(variants()["creditor-private"])
    for word in ("受托", "机构", "其他联系人", "透露"):
        assert word not in said
    assert "请勿就本人债务联系与债务无关的第三人" in said


def test_reachability_is_promised_only_where_it_is_listed():
    assert "本人将保持联系畅通" in text(variants()["every-commitment"])
    assert "保持联系畅通" not in text(plain())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_an_old_or_sued_debt_is_not_acknowledged_by_it(lang):
    reserve = (
        "不构成对债务的确认或同意履行" if lang == "zh" else "neither acknowledges the debt nor agrees to perform it"
    )
    old = with_debt(due="2023-01-10", paid_on_time=None, contract={"signed": "2022-03-05"})
    sued = with_debt(litigation={"stage": "sued", "received": "2026-11-10"})
    for case in (old, sued):
        assert reserve in text(case, lang)
    assert reserve not in text(plain(), lang)


def test_an_agent_is_named_and_nobody_is_told_that_none_need_pass_anything_on():
    case = with_debt()
    case["borrower"] |= {"contact_by": ["email"], "agent": {**LAWYER, "phone": "01060000088"}}
    said = nd.render("contact_preferences", nd.load(case)).text
    assert "本人已委托律师张文（示例律师事务所，电话01060000088），委托的事项和权限以授权委托书为准" in said
    assert "不必由他人转告" not in said
    english = nd.render("contact_preferences", nd.load(case), lang="en").text
    assert "acts for me as lawyer" in english
    case["debts"].append({**case["debts"][0], "id": "sued", "litigation": {"stage": "sued", "received": "2026-11-18"}})
    first = nd.render("contact_preferences", nd.load(case), case["debts"][0]["id"]).text
    assert "张文" not in first, "the agent may act in the other suit"
