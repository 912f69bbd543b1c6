"""Hostile text in any fact arrives verbatim or is refused by name; nothing is lost, run, or drawn as a box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest

import negotiation_docs as nd
from tests.make.cases import plain
from tests.make.variants import READ, maker, variants
from tests.read.pdf import read
from tests.read.words import docx_text, html_text, squeeze
from tests.shipped import KINDS, lacking

HARMLESS = (
    "A&B<公司>\"'甲'",
    "{{7*7}}{% x %}{# y #}",
    "<img src=/etc/hostname>",
    "**粗**#|`~_[链接](javascript:x)",
    "&amp;&lt;&#65;&nbsp;",
    "甲  乙   丙",
    "𬭎䶮㛃𫖮",
    "=1+2",
    "%s%n$(x)",
)
REFUSED = ("甲\x0b乙", "甲\u202e乙", "甲\u200b乙", "甲\ufe0f", "甲\ud800", "甲\ufffe", "甲\x00", "甲" * 30_000)
UNDRAWABLE = "甲😀乙"
MARK = "甲乙丙丁戊己"
# No letter reaches a half-hidden name: these are refused by path, unlike asterisks that hide nothing.
NOT_HIDDEN = {"name": "borrower.name", "creditor": "debts[0].creditor.name"}
# Where text of the borrower's own goes; every paper that prints it is asked.
PLACES: dict[str, tuple[str | int, ...]] = {
    "name": ("borrower", "name"),
    "address": ("borrower", "address"),
    "times": ("borrower", "contact_times"),
    "statement": ("hardship", 0, "statement"),
    "measure": ("measures", 0),
    "income": ("finances", "income", 0, "name"),
    "note": ("finances", "income", 0, "note"),
    "expense": ("finances", "essentials", 0, "name"),
    "evidence": ("evidence", 1, "name"),
    "proves": ("evidence", 1, "proves"),
    "issuer": ("evidence", 1, "issuer"),
    "creditor": ("debts", 0, "creditor", "name"),
    "department": ("debts", 0, "creditor", "department"),
    "product": ("debts", 0, "product"),
    "source": ("debts", 0, "balance", "source"),
    "reason": ("debts", 0, "proposal", "pay_day_reason"),
    "summary": ("debts", 0, "contacts", 0, "summary"),
    "reply": ("debts", 0, "contacts", 0, "reply"),
    "agent": ("debts", 0, "contacts", 0, "agent"),
    "account-in-terms": ("debts", 0, "agreement", "terms", "payment_account"),
}


def put(path: tuple[str | int, ...], text: str) -> dict[str, Any]:
    case: Any = plain()
    case["measures"] = ["停用该卡"]
    case["borrower"]["contact_times"] = "每日18时"
    place = case
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = text
    return case


def said(document: nd.Document) -> Iterator[str]:
    yield document.text
    yield html_text(document.html)
    yield docx_text(document.to_docx())
    yield read(document.to_pdf()).text


def printing(path: tuple[str | int, ...]) -> list[str]:
    """The kinds whose paper prints what stands at ``path``."""
    case = nd.load(put(path, MARK))
    found = []
    for kind in KINDS:
        with suppress(nd.FactsError):
            if MARK in nd.render(kind, case).text:
                found.append(kind)
    return found


@pytest.mark.parametrize("place", PLACES)
def test_marked_up_text_arrives_as_it_was_typed_in_every_format(place):
    path = PLACES[place]
    kinds = printing(path)
    assert kinds
    for hostile in ("".join(HARMLESS[:3]), "".join(HARMLESS[3:])):
        case = nd.load(put(path, hostile))
        for kind in kinds:
            document = nd.render(kind, case)
            assert hostile in document.text, "the tree keeps blanks as typed"
            for text in said(document):
                assert squeeze(hostile) in squeeze(text), kind


@pytest.mark.parametrize("place", PLACES)
def test_text_that_no_paper_can_carry_is_refused_with_its_path(place):
    path = PLACES[place]
    for hostile in REFUSED:
        with pytest.raises(nd.FactsError) as refusal:
            nd.load(put(path, hostile))
        assert any(str(path[-1]) in problem.path or path[-1] == 0 for problem in refusal.value.problems)


@pytest.mark.parametrize("kind", KINDS)
def test_a_character_no_font_has_is_named_with_its_field(kind):
    data = variants()[maker(kind)]
    data["borrower"]["name"] = UNDRAWABLE
    case = nd.load(data)
    with pytest.raises(nd.MissingGlyphs, match=r"U\+1F600.*borrower\.name"):
        nd.render(kind, case, case.debts[0].id, acknowledge=READ)


def test_ten_thousand_characters_of_statement_become_pages_not_loss():
    story = "因家中变故收入中断" * 1_111
    document = nd.render("hardship_letter", nd.load(put(("hardship", 0, "statement"), story)))
    for text in said(document):
        assert story in squeeze(text)


def test_lines_of_a_statement_become_paragraphs():
    document = nd.render(
        "hardship_letter", nd.load(put(("hardship", 0, "statement"), "甲处停工\n乙处裁员\r\n丙处歇业"))
    )
    lines = document.text.splitlines()
    assert any(line.endswith("甲处停工。") for line in lines)
    assert "乙处裁员。" in lines


@pytest.mark.parametrize("place", NOT_HIDDEN)
def test_a_half_hidden_name_is_refused_by_its_path(place):
    case = nd.load(put(PLACES[place], "周**"))
    for kind in lacking("unknown_lender"):
        with pytest.raises(nd.FactsError, match=re.escape(NOT_HIDDEN[place])):
            nd.render(kind, case)


@pytest.mark.parametrize("lang", ["en", "zh+en"])
def test_a_character_no_font_has_is_named_with_its_field_in_a_translation_too(lang):
    case = {**plain(), "english": {"顾清和": "Gu 😀"}}
    with pytest.raises(nd.MissingGlyphs, match=r"U\+1F600.*english\.顾清和"):
        nd.render("hardship_letter", nd.load(case), lang=lang)
    assert nd.render("hardship_letter", nd.load(case)).text, "the Chinese letter does not print it"


def test_marked_up_text_of_a_translation_arrives_as_it_was_typed_in_every_format():
    for hostile in HARMLESS:
        said_so = f"Gu {hostile}"
        document = nd.render("hardship_letter", nd.load({**plain(), "english": {"顾清和": said_so}}), lang="en")
        for text in said(document):
            assert squeeze(said_so) in squeeze(text)
