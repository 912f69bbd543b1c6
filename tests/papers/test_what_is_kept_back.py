"""What stays out of the papers: notes to oneself, full identity numbers, other creditors, facts in metadata."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

import negotiation_docs as nd
from tests.make.cases import PLAIN, plain
from tests.make.variants import LANGS, READ, loaded, made, maker, paper, variants
from tests.read.some import some
from tests.shipped import INTERNAL, KINDS, having

NAMES = sorted(variants())
NUMBER = PLAIN["borrower"]["id_number"]
SECRETS = ("顾清和", NUMBER, "13800138000", "gu@example.com", "示例街道", "7716", "示例银行", "赵国梁")


@pytest.mark.parametrize("name", NAMES)
def test_the_identity_number_is_masked_unless_the_borrower_reveals_it(name):
    for kind, lang, document in made(name):
        shown = kind in having("identifies") or (name == "revealed" and kind not in INTERNAL)
        assert (NUMBER in document.text) is shown, (kind, lang)
        assert NUMBER not in document.short


@pytest.mark.parametrize("name", NAMES)
def test_other_creditors_are_one_sum_unless_the_borrower_reveals_them(name):
    for kind, _, document in made(name, "zh+en"):
        named = "示例住房公积金贷款" in document.text
        own = kind in INTERNAL and kind in having("shares")
        shown = name == "revealed" and kind in (*having("pleads"), "financial_statement")
        assert named is (own or shown), kind


def test_notes_to_oneself_are_in_no_paper():
    for kind in KINDS:
        data = variants()[maker(kind)]
        data["notes"] = "由法律援助站代为整理"
        data["debts"][0]["notes"] = "周三上午客服较易接通"
        case = nd.load(data)
        for lang in LANGS:
            document = nd.render(kind, case, case.debts[0].id, lang=lang, acknowledge=READ)
            for words in (document.text, document.short, document.html):
                assert "援助站" not in words
                assert "周三上午" not in words


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_the_text_of_a_file_holds_a_fact(kind):
    for lang in LANGS:
        document = paper(maker(kind), kind, lang)
        assert document is not None
        with zipfile.ZipFile(io.BytesIO(document.to_docx())) as package:
            for part in some(part for part in package.namelist() if part != "word/document.xml"):
                words = package.read(part).decode()
                assert not [secret for secret in SECRETS if secret in words], part
        with pikepdf.open(io.BytesIO(document.to_pdf())) as pdf:
            words = f"{dict(pdf.docinfo)} {pdf.Root.Metadata.read_bytes().decode()}"
            assert not [secret for secret in SECRETS if secret in words]
        head = document.html.partition("<body")[0]
        assert not [secret for secret in SECRETS if secret in head]
        assert not [secret for secret in SECRETS if secret in f"{document!r}{document.paper!r}{document.title}"]


def test_a_case_and_its_figures_show_no_name_number_or_address_of_themselves():
    case = loaded("creditor-private")
    shown = [
        case,
        nd.schedule(case),
        nd.budget(case),
        nd.allocation(case),
        nd.check(case),
        case.debts[0],
        case.borrower,
    ]
    for words in map(repr, shown):
        assert not [secret for secret in SECRETS if secret in words]
    assert not [secret for secret in SECRETS if secret in case._repr_html_()]


@pytest.mark.parametrize("revealed", [False, True])
def test_another_document_is_named_and_masked_unless_revealed(revealed):
    data = plain()
    del data["borrower"]["id_number"]
    data["borrower"]["id_document"] = {"kind": "passport", "number": "E12345678"}
    data["choices"] = {"reveal": ["id_number"] if revealed else []}
    shown = "E12345678" if revealed else "E1*****78"
    case = nd.load(data)
    assert f"护照号码\t{shown}" in nd.render("hardship_letter", case).text
    assert f"Passport number\t{shown}" in nd.render("hardship_letter", case, lang="en").text


def test_a_landline_is_no_mobile_and_a_wechat_number_stands_beside_it():
    data = plain()
    data["borrower"].update(phone="010-12345678", wechat="gu_example", email=None)
    letter = nd.render("confirmation_request", nd.load(data))
    assert "联系电话\t010-12345678\n微信号\tgu_example" in letter.text
    assert "手机" not in letter.text
