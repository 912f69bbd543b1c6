"""``kinds`` and ``rules`` list what there is."""

from __future__ import annotations

import negotiation_docs as nd
from negotiation_docs.catalogue.factpaths import label
from tests.read.some import some


def test_kinds_lists_every_paper_with_its_title(run):
    answer = run("kinds")
    assert answer.code == 0
    for kind in some(nd.kinds()):
        assert f"{kind.name}　{kind.title()}" in answer.out


def test_rules_lists_what_may_be_cited_with_source_and_date(run):
    answer = run("rules")
    assert answer.code == 0
    assert "《中华人民共和国民法典》第五百四十三条（2021-01-01起施行，现行有效）" in answer.out
    assert "来源：" in answer.out
    assert "  注意：用词是“可以”，不得写成发卡银行的义务" in answer.out
    assert "  只适用于2025-10-01及以后签订的合同" in answer.out
    assert "  核对：V（全文核对）" in answer.out
    assert "  核对：V2（转载文本，个别字可能有出入）" in answer.out


def test_kinds_says_in_chinese_what_a_paper_truly_needs_and_when_it_is_of_use(run):
    told = run("kinds").out
    for kind in some(nd.kinds()):
        for need in kind.needs:
            assert f"{label(need)}（{need}" in told
    assert "本金（balance.principal）" in told
    assert "收支情况（finances，只是疏忽或计划不周的不需要）" in told
    assert "用于：已经协商，对方还没有明确答复；对方没有同意；对方已同意，还没有正式确认" in told
