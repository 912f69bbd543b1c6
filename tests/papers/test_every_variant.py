"""Every paper of every variant: all formats say the same, and nothing that the case does not carry."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.words.english import english_date
from tests.make.schedule import share
from tests.make.variants import LANGS, loaded, maker, paper, variants
from tests.papers.allowed import amounts, dates, shown_amounts, shown_dates
from tests.read.lines import broken_rules, printed
from tests.read.words import docx_text, html_text, squeeze
from tests.shipped import KINDS, lacking

NAMES = sorted(variants())
MOST = 6  # papers of one variant that are written as files


def scheduled(name: str) -> list[str]:
    """The kinds in which a variant is written: all while they are few, then others for the next variant."""
    return share(KINDS, NAMES.index(name), MOST)


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_made_by_some_variant_in_every_language_and_so_met_by_these_tests(kind):
    for lang in LANGS:
        assert paper(maker(kind), kind, lang) is not None, lang


@pytest.mark.parametrize("name", NAMES)
def test_all_formats_say_the_same_as_the_tree_in_lines_that_break_no_rule(name):
    for kind in scheduled(name):
        for lang in LANGS:
            document = paper(name, kind, lang)
            if document is None:
                continue
            words = squeeze(document.text)
            assert squeeze(html_text(document.html)) == words, (kind, lang)
            assert squeeze(docx_text(document.to_docx())) == words, (kind, lang)
            if lang == "zh+en":
                elements = list(printed(document.to_pdf()))
                assert squeeze("".join(line for _, lines in elements for line in lines)) == words, (kind, lang)
                assert [fault for tag, lines in elements for fault in broken_rules(tag, lines)] == [], (kind, lang)


@pytest.mark.parametrize("name", NAMES)
def test_the_look_of_the_standard_says_the_same_and_breaks_no_rule_of_line_breaking(name):
    for kind in scheduled(name):
        document = paper(name, kind, "zh+en")
        if document is None:
            continue
        words = squeeze(document.text)
        assert squeeze(docx_text(document.to_docx("gb9704"))) == words, kind
        data = document.to_pdf("gb9704")
        elements = list(printed(data))
        assert squeeze("".join(line for _, lines in elements for line in lines)) == words, kind
        assert [fault for tag, lines in elements for fault in broken_rules(tag, lines)] == [], kind
        assert document.to_pdf("gb9704") == data, "a second run gives the same bytes"


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_and_date_is_stated_or_computed(name):
    case = loaded(name)
    debt = case.debts[0]
    for kind in KINDS:
        document = paper(name, kind, "zh+en")
        if document is None:
            continue
        for text in (document.text, document.short):
            assert shown_amounts(text) <= amounts(case, debt), kind
            assert shown_dates(text) <= dates(case, debt), kind


@pytest.mark.parametrize("name", NAMES)
def test_no_paper_says_what_no_paper_may_say(name):
    debt = loaded(name).debts[0]
    for kind in KINDS:
        for lang in LANGS:
            document = paper(name, kind, lang)
            if document is not None:
                assert forbidden(document.text + document.short, debt.creditor.kind.value, kind) == [], (kind, lang)


@pytest.mark.parametrize("name", NAMES)
def test_applicant_creditor_account_and_date_stand_in_every_paper_and_no_advice(name):
    case = loaded(name)
    debt = case.debts[0]
    days = {"zh": nd.chinese_date(case.dated), "en": english_date(case.dated)}
    for kind in KINDS:
        for lang, day in days.items():
            document = paper(name, kind, lang)
            if document is None:
                continue
            for fact in (case.borrower.name, debt.creditor.name, debt.account, day):
                assert fact in document.text, (kind, lang)
            assert day in document.text.splitlines(), "the day stands by itself below the signature"
            assert not any(word in document.text for word in ("法律意见", "法律援助", "12348", "legal advice")), kind


@pytest.mark.parametrize("kind", lacking("unknown_lender"))
def test_a_platform_is_refused_with_the_question_who_the_lender_is(kind):
    data = variants()["creditor-microloan"]
    data["debts"][0]["creditor"] = {"name": "示例助贷平台", "kind": "platform"}
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(kind, nd.load(data))
    assert any("放款" in problem.message + problem.hint for problem in refusal.value.problems)


def test_a_line_that_breaks_a_rule_is_noticed():
    assert broken_rules("P", ["本人周启明", "，持有信用卡"]) != []
    assert broken_rules("P", ["依照《", "民法典》"]) != []
    assert broken_rules("P", ["尚欠86,421.", "37元"]) != []
    assert broken_rules("P", ["将于2026年", "11月21日还款"]) != []
    assert broken_rules("TD", ["1,440.", "35"]) != []
    assert broken_rules("P", ["本人周启明，", "持有信用卡一张"]) == []
