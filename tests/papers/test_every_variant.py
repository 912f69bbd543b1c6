"""Every paper of every variant: all formats say the same, and nothing that the case does not carry."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from tests.pdf.reading import read, squeeze

import negotiation_docs as nd
from negotiation_docs.documents.phrases import forbidden

from .allowed import amounts, dates, shown_amounts, shown_dates
from .casebook import variants
from .conftest import KINDS, LANGS, loaded, paper

NAMES = sorted(variants())
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def html_text(page: str) -> str:
    body = re.search(r"<body.*?>(.*)</body>", page, re.DOTALL)
    assert body
    tree = ElementTree.fromstring(f"<body>{body[1]}</body>".replace("&nbsp;", "\u00a0"))
    return "".join(tree.itertext())


def docx_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return "".join(node.text or "" for node in root.iter(WORD))


@pytest.mark.parametrize("name", NAMES)
def test_all_formats_say_the_same_as_the_tree(name):
    for kind in KINDS:
        for lang in LANGS:
            document = paper(name, kind, lang)
            if document is None:
                continue
            words = squeeze(document.text)
            assert squeeze(html_text(document.html)) == words, (kind, lang)
            assert squeeze(docx_text(document.to_docx())) == words, (kind, lang)
            if lang == "zh+en":
                assert squeeze(read(document.to_pdf()).text) == words, (kind, lang)


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
def test_applicant_creditor_account_and_date_stand_in_every_paper(name):
    case = loaded(name)
    debt = case.debts[0]
    for kind in KINDS:
        document = paper(name, kind, "zh")
        if document is not None:
            assert case.borrower.name in document.text
            assert debt.creditor.name in document.text
            assert debt.account in document.text
            assert nd.chinese_date(case.dated) in document.text


@pytest.mark.parametrize("kind", KINDS)
def test_a_platform_is_refused_with_the_question_who_the_lender_is(kind):
    data = variants()["creditor-microloan"]
    data["debts"][0]["creditor"] = {"name": "示例助贷平台", "kind": "platform"}
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(kind, nd.load(data))
    assert any("放款" in problem.message + problem.hint for problem in refusal.value.problems)
