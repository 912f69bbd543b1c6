"""The guide for borrowers tells of every paper when, what, how, keep, next and mistakes, in plain words that hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.factpaths import labels
from negotiation_docs.errors import TemplateError
from negotiation_docs.guide.guide import PARTS
from negotiation_docs.guide.manual import pages
from negotiation_docs.guide.prose import _DATA, prose, words
from tests.packaging.snippets import ROOT
from tests.read.some import some
from tests.shipped import KINDS

# Words of a promise: nobody knows what the other side, a court or a bureau will do.
PROMISING = (
    "保证(?!人)|(?<!不)一定(?!的)|肯定|必定|必然|百分之百|100%|成功|绝对|包过|包办成|放心|稳赢|立刻解决|轻松|无忧|"
    "(?<!不等于)必须同意|应当同意|只要.{0,12}就(?:能|会|可以)|不影响征信|修复征信|征信修复|洗白|停息挂账|滞纳金|罚款"
)
# What is said of law, and the provision, read in full, that says it.
LEGAL = {
    "法律写的是，到期前可以申请展期，贷款人同意的才可以展期": "民法典第六百七十八条",
    "法律只在少数情况下把不说话当作同意": "民法典第一百四十条",
    "改合同要双方说定，内容说不清的，法律按没有改来看": "民法典第五百四十三条、第五百四十四条",
    "法律规定，个人每年可以免费查两次": "征信业管理条例第十七条",
    "法律规定，收到异议起20日内核查，并书面答复": "征信业管理条例第二十五条",
    "法律规定，不良信息从事情结束那天起保存5年，超过5年的应当删除": "征信业管理条例第十六条",
    "法律要求双方在债务结束以后互相通知、协助，可以客气地提出来": "民法典第五百五十八条",
    "收到支付令的，法律给15天，从收到那天的第二天起算": "民事诉讼法第二百二十七条、第八十五条",
    "收到起诉状副本的，法律给15天交答辩状": "民事诉讼法第一百二十八条",
    "债权人去法院要钱的期限，法律一般定为三年": "民法典第一百八十八条",
    "我们没有查到法律写明几天内答复，所以文中不写天数，只请对方告知": "个人信息保护法第四十五条，未写天数",
}
NO_LAW = "法律(?:责任|援助|意见|问题|服务)"
BEGINNING = "before the first paper"


def lines(kind: str) -> Iterator[str]:
    """What the project itself says about a paper, without what it only quotes as a mistake."""
    if kind == BEGINNING:
        yield from (line for part in nd.explain().parts for line in part.lines)
        yield from words().values()
        return
    written = prose(kind)
    assert written is not None, f"no guide for {kind}: write src/negotiation_docs/guide/data/papers/{kind}.yaml"
    yield from (*written.when, *written.how, *written.keep, *written.next, *(one.truth for one in written.mistakes))


def told(kind: str) -> list[str]:
    """The same, sentence by sentence."""
    return some(sentence for line in lines(kind) for sentence in line.split("。") if sentence)


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_explained_in_all_six_parts(kind):
    guide = nd.explain(kind)
    assert [part.title for part in guide.parts] == list(PARTS)
    assert all(line.strip() for part in guide.parts for line in some(part.lines))
    assert len(told(kind)) >= 12


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_paper_needs_is_read_from_the_catalogue_in_the_words_of_the_case_file(kind):
    needed = next(part.lines for part in nd.explain(kind).parts if part.title == "需要什么")
    paper = next(each for each in nd.kinds() if each.name == kind)
    for need in paper.needs:
        assert sum(line.startswith("里的".join(labels(need))) for line in needed), need


def test_what_can_be_done_without_is_said_with_its_condition():
    assert (
        "收支情况里的收入：请逐项写明每月收入；没有收入的写 income: []。只是疏忽或计划不周的不需要。"
        in nd.explain("困难情况说明").text
    )


@pytest.mark.parametrize("kind", [*KINDS, BEGINNING])
def test_no_page_promises_success(kind):
    assert [sentence for sentence in told(kind) if re.search(PROMISING, sentence)] == []


@pytest.mark.parametrize(
    "promise", ["银行一定会同意", "这样做百分之百能分期", "只要交了就能减免", "还清以后不影响征信", "我们保证办好"]
)
def test_a_promise_would_be_found(promise):
    assert re.search(PROMISING, promise)


@pytest.mark.parametrize("kind", [*KINDS, BEGINNING])
def test_sentences_are_short_enough_to_read_aloud(kind):
    assert [sentence for sentence in told(kind) if len(sentence) > 48] == []


@pytest.mark.parametrize("kind", [*KINDS, BEGINNING])
def test_what_is_said_of_law_stands_in_a_provision_that_was_read_in_full(kind):
    said = [sentence for sentence in told(kind) if "法律" in re.sub(NO_LAW, "", sentence)]
    assert [sentence for sentence in said if sentence not in LEGAL] == []


def test_every_provision_that_the_guide_leans_on_is_still_said_somewhere():
    sentences = {sentence for kind in (*KINDS, BEGINNING) for sentence in told(kind)}
    assert set(LEGAL) - sentences == set()


@pytest.mark.parametrize("kind", [*KINDS, BEGINNING])
def test_a_paper_that_is_named_exists(kind):
    titles = {alias for each in nd.kinds() for alias in each.aliases}
    assert {title for line in told(kind) for title in re.findall("《(.+?)》", line)} - titles == set()


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_names_where_help_is_free(kind):
    assert "12348" in pages()[f"{kind}.zh.md"]


def test_words_that_not_everybody_knows_are_explained_where_they_are_used():
    guide = nd.explain("deferral_request")
    assert "展期" in dict(guide.words)
    assert "抵押" not in dict(guide.words)
    used = {word for kind in (None, *KINDS) for word, _ in nd.explain(kind).words}
    assert set(words()) - used == set()


def test_no_guide_is_left_over_from_a_paper_that_is_gone():
    assert {path.stem for path in some((_DATA / "papers").iterdir())} == set(KINDS)


def test_the_pages_of_the_guide_are_up_to_date():
    folder = ROOT / "docs/guide"
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert found == dict(pages()), "run: python -m negotiation_docs.guide.manual docs/guide"


def test_every_link_of_the_guide_leads_to_a_page():
    made = pages()
    targets = [target for text in made.values() for target in re.findall(r"\]\(([^)]+)\)", text)]
    assert set(some(targets)) - made.keys() == set()


def test_a_paper_of_ones_own_is_explained_by_its_head(tmp_path):
    (tmp_path / "zh").mkdir()
    head = "---\ntitle: 自备信\norder: 900\naudience: creditor\nneeds: [debt.due]\ntraits: [letter]\n---\n<p>x</p>\n"
    (tmp_path / "zh" / "own_letter.html").write_text(head, encoding="utf-8")
    guide = nd.explain("own_letter", templates=tmp_path)
    assert [part.title for part in guide.parts] == ["何时用", "需要什么"]
    assert "最早逾期还款日" in guide.text


def test_an_unknown_paper_is_answered_with_the_nearest():
    with pytest.raises(TemplateError, match="是不是 hardship_letter"):
        nd.explain("hardship_leter")
