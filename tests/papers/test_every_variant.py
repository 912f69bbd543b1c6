"""Every paper of every variant: all formats say the same, and nothing that the case does not carry."""

from __future__ import annotations

from itertools import product

import pytest

import negotiation_docs as nd
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.words.english import english_date
from negotiation_docs.writers.style import LOOKS
from tests.make.schedule import share
from tests.make.variants import LANGS, READ, distinct, loaded, made, maker, paper, variants
from tests.papers.allowed import amounts, dates, shown_amounts, shown_dates
from tests.read.lines import broken_rules, printed
from tests.read.some import some
from tests.read.words import docx_text, html_text, squeeze
from tests.shipped import COURT, KINDS, having, lacking

NAMES = sorted(variants())
MOST = 300  # papers that are written as files, of all kinds together: all that differ while there are few kinds


@pytest.mark.parametrize("kind", KINDS)
def test_every_paper_is_made_by_some_variant_in_every_language_and_so_met_by_these_tests(kind):
    for lang in LANGS:
        assert paper(maker(kind), kind, lang) is not None, lang


def written(kind: str, lang: str) -> list[tuple[str, nd.Document]]:
    """The papers of a kind that differ, as many as the schedule has room for."""
    return some(share(list(distinct(kind, lang).items()), KINDS.index(kind), MOST // len(KINDS)))


@pytest.mark.parametrize(("kind", "lang"), list(product(KINDS, LANGS)))
def test_a_page_and_a_word_file_say_the_same_as_the_tree(kind, lang):
    for name, document in written(kind, lang):
        words = squeeze(document.text)
        assert squeeze(html_text(document.html)) == words, name
        assert squeeze(docx_text(document.to_docx())) == words, name


@pytest.mark.parametrize(("kind", "look"), list(product(KINDS, LOOKS)))
def test_the_files_of_every_look_say_the_same_as_the_tree_in_lines_that_break_no_rule(kind, look):
    for name, document in written(kind, "zh+en"):
        words = squeeze(document.text)
        assert squeeze(docx_text(document.to_docx(look))) == words, name
        data = document.to_pdf(look)
        elements = some(printed(data))
        assert squeeze("".join(line for _, lines in elements for line in lines)) == words, name
        assert [fault for tag, lines in elements for fault in broken_rules(tag, lines)] == [], name
        assert document.to_pdf(look) == data, "a second run gives the same bytes"


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_and_date_is_stated_or_computed(name):
    case = loaded(name)
    debt = case.debts[0]
    stated, days = amounts(case, debt), dates(case, debt)
    for kind, _, document in made(name, "zh+en"):
        for text in (document.text, document.short):
            assert shown_amounts(text) <= stated, kind
            assert shown_dates(text) <= days, kind


@pytest.mark.parametrize("name", NAMES)
def test_no_paper_says_what_no_paper_may_say(name):
    debt = loaded(name).debts[0]
    for kind, lang, document in made(name):
        group = "law" if kind in COURT else None  # the tone of a court's own form is the court's
        found = forbidden(document.text + document.short, debt.creditor.kind.value, kind, group=group)
        assert found == [], (kind, lang)


@pytest.mark.parametrize("name", NAMES)
def test_applicant_creditor_account_and_date_stand_in_every_paper_and_no_advice(name):
    case = loaded(name)
    debt = case.debts[0]
    days = {"zh": nd.chinese_date(case.dated), "en": english_date(case.dated)}
    for kind, lang, document in made(name, *days):
        suit = debt.litigation
        told = (suit.case_number,) if kind in COURT and suit else (debt.creditor.name, debt.account)
        for fact in (case.borrower.name, *told, days[lang]):
            assert fact in document.text, (kind, lang)
        assert days[lang] in document.text.splitlines(), "the day stands by itself below the signature"
        advice = ("法律意见", "法律援助", "12348", "legal advice") if kind not in having("seeks_aid") else ()
        assert not any(word in document.text for word in advice), kind


@pytest.mark.parametrize("kind", lacking("unknown_lender"))
def test_a_platform_is_refused_with_the_question_who_the_lender_is(kind):
    data = variants()["creditor-microloan"]
    data["debts"][0]["creditor"] = {"name": "示例助贷平台", "kind": "platform"}
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(kind, nd.load(data), acknowledge=READ)
    assert any("放款" in problem.message + problem.hint for problem in refusal.value.problems)


def test_a_line_that_breaks_a_rule_is_noticed():
    assert broken_rules("P", ["本人周启明", "，持有信用卡"]) != []
    assert broken_rules("P", ["依照《", "民法典》"]) != []
    assert broken_rules("P", ["尚欠86,421.", "37元"]) != []
    assert broken_rules("P", ["将于2026年11月", "21日还款"]) != []
    assert broken_rules("P", ["将于2026", "年11月21日还款"]) != []
    assert broken_rules("P", ["将于2026年", "11月21日还款"]) == []  # at a cost
    assert broken_rules("TD", ["1,440.", "35"]) != []
    assert broken_rules("P", ["本人周启明，", "持有信用卡一张"]) == []
