"""The mark of a draft hides nothing from the checks, and no paper that is no draft prints it."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from tests.make.cases import with_debt
from tests.make.spoiled import spoiled

BAD = "本人将向银保监会反映，身份证110101199001011237"


def ids(case: nd.Case) -> set[str]:
    return {problem.rule for problem in nd.check(case)}


@pytest.mark.parametrize("words", [f"【待填：无】{BAD}", f"{BAD}【待填：", f"【待填：{BAD}"])
def test_words_beside_the_mark_are_read_like_any_others(words):
    found = ids(spoiled({"hardship[0].statement": words}))
    assert {"missing.text", "text.identity", "text.law"} <= found


def test_the_mark_alone_is_no_text_to_find_fault_with_and_stops_the_paper():
    case = spoiled({"hardship[0].statement": "【待填：情况说明】"})
    before = ids(spoiled({"hardship[0].statement": "所在公司停业"}))
    assert ids(case) - before == {"missing.text"}
    with pytest.raises(nd.FactsError, match="还没有填写：情况说明"):
        nd.render("hardship_letter", case)


def test_a_case_read_as_a_draft_makes_drafts_and_nothing_else():
    facts = with_debt()
    del facts["borrower"]["name"]
    case = nd.load(facts, draft=True)
    assert "【待填：姓名】" in nd.render("hardship_letter", case, draft=True).text
    with pytest.raises(nd.FactsError, match="还没有填写：姓名"):
        nd.render("hardship_letter", case)


def test_what_is_open_of_one_debt_stops_no_paper_about_another():
    other = {
        "id": "two",
        "creditor": {"name": "示例消费金融股份有限公司", "kind": "consumer_finance"},
        "product": "【待填：产品】",
    }
    facts = with_debt()
    facts["debts"].append(other)
    case = nd.load(facts)
    assert "missing.text" in ids(case)
    assert nd.render("hardship_letter", case, facts["debts"][0]["id"])
