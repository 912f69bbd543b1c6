"""What no wording can make right is refused for each paper, language and draft alike; what may be risked is asked."""

from __future__ import annotations

import io
import zipfile
from itertools import product
from typing import Any

import pikepdf
import pytest

import negotiation_docs as nd
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.checking import stops
from tests.make.cases import CREDITORS, plain, with_debt
from tests.make.needed import suited
from tests.make.variants import LANGS, READ, loaded, maker, paper, variants
from tests.read.pdf import read
from tests.shipped import COURT, INTERNAL, KINDS, SHORT, having, lacking

ADMITTING = [kind for kind in having("admits") if not stops(nd.load(plain()), [find(kind)], "one")[kind]]
"""Those that can be written before anything was confirmed; a confirmation makes no debt old."""


def time_barred(kind: str = "hardship_letter", **changes: Any) -> nd.Case:
    case = with_debt(due="2023-01-10", paid_on_time=None, contract={"signed": "2022-03-05"}, **changes)
    case["hardship"][0]["since"] = "2022-12-01"
    return nd.load(suited(kind, case))


@pytest.mark.parametrize(("kind", "lang", "draft"), list(product(lacking("unknown_lender"), LANGS, (False, True))))
def test_no_paper_goes_to_a_platform_in_any_language_nor_as_a_draft(kind, lang, draft):
    case = nd.load(with_debt(creditor={"name": "示例助贷平台", "kind": "platform"}))
    with pytest.raises(nd.FactsError) as refusal:
        nd.render(kind, case, lang=lang, draft=draft, acknowledge=["limitation"])
    problem = next(one for one in refusal.value.problems if one.rule == "creditor.platform")
    assert problem.path == "debts[0].creditor.kind"
    assert "放款机构" in problem.message
    assert "合同或还款页面" in problem.hint


@pytest.mark.parametrize(("kind", "lang"), list(product(ADMITTING, LANGS)))
def test_an_old_debt_stops_each_paper_that_admits_or_offers(kind, lang):
    for draft in (False, True):
        with pytest.raises(nd.FactsError) as refusal:
            nd.render(kind, time_barred(kind), lang=lang, draft=draft)
        (problem,) = refusal.value.problems
        assert problem.rule == "limitation"
        assert "诉讼时效一般为三年" in problem.message
        assert "12348" in problem.hint
    assert nd.render(kind, time_barred(kind), lang=lang, acknowledge=["limitation"]).text
    assert nd.render(kind, time_barred(kind, limitation_risk_accepted=True), lang=lang).text


def test_an_old_debt_stops_the_list_of_evidence_too_and_no_letter_speaks_of_limitation():
    with pytest.raises(nd.FactsError, match="诉讼时效一般为三年"):
        nd.render("evidence_list", time_barred())
    for kind, lang in product(KINDS, LANGS):
        case = time_barred()
        stopped = {problem.rule for problem in stops(case, [find(kind)], "one", acknowledge=["limitation"])[kind]}
        assert "limitation" not in stopped
        if stopped:
            continue
        text = nd.render(kind, case, lang=lang, acknowledge=["limitation"]).text
        assert "时效" not in text
        assert "limitation" not in text.lower()


def test_a_demand_or_payment_since_then_keeps_the_way_open():
    for changes in ({"last_acknowledged": "2025-03-01"}, {"payments": [{"date": "2026-11-21", "amount": "50.00"}]}):
        assert nd.render("hardship_letter", time_barred(**changes)).text


@pytest.mark.parametrize(
    ("what", "refusal"),
    [("limitation", nd.UnaffordablePlan), ("plan.unaffordable", ValueError), ("creditor.platform", ValueError)],
)
def test_nobody_can_acknowledge_a_wrong_figure(what, refusal):
    data = with_debt(proposal={"method": "interest_free", "periods": 6, "first_due": "2026-12-25"})
    with pytest.raises(refusal):
        nd.render("repayment_plan", nd.load(data), acknowledge=[what])


@pytest.mark.parametrize("lender", CREDITORS)
def test_a_disputed_principal_is_a_basis_and_no_admission_in_either_language(lender):
    data = with_debt(creditor=CREDITORS[lender], account="7716")
    data["debts"][0]["balance"]["disputed"] = True
    for kind in ADMITTING:
        case = nd.load(suited(kind, data))
        chinese, english = (nd.render(kind, case, lang=lang) for lang in ("zh", "en"))
        assert "仅作测算基数，不构成对金额的认可" in chinese.text, kind
        assert "only as a basis for calculation and is not an admission of the amount" in english.text, kind
        for text in (chinese.text, chinese.short, english.text, english.short):
            assert "人民币贰" not in text, kind
            assert "尚欠" not in text
            assert "I owe" not in text
            assert "歉" not in text
            assert "apolog" not in text
        for short in filter(None, (chinese.short, english.short)):
            assert "不构成对金额的认可" in short or "not an admission" in short, kind


def test_an_undisputed_principal_is_written_out_in_words_and_admitted_plainly():
    text = nd.render("repayment_plan", nd.load(plain())).text
    assert "未还本金21,600.00元（人民币贰万壹仟陆佰元整）" in text
    assert "不构成" not in text


@pytest.mark.parametrize(("kind", "lang"), list(product(SHORT, ("zh", "en"))))
@pytest.mark.parametrize("lender", CREDITORS)
def test_the_short_text_is_one_paragraph_with_name_account_and_reply_asked_for(kind, lang, lender):
    document = paper(f"creditor-{lender}", kind, lang)
    assert document is not None
    case = loaded(f"creditor-{lender}")
    short = document.short
    assert case.borrower.name in short
    assert case.debts[0].account in short
    assert "\n" not in short
    assert len(short) < (420 if lang == "zh" else 1100)
    assert short.endswith("谢谢。" if lang == "zh" else "Thank you.")
    assert case.borrower.id_number not in short


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in SHORT])
def test_a_kind_without_such_a_text_has_none(kind):
    document = paper(maker(kind), kind, "zh")
    assert document is not None
    assert document.short == ""


@pytest.mark.parametrize(
    ("lender", "ways"),
    [
        ("bank_card", "以短信、电子邮件、APP站内信或者加盖业务公章的书面文件"),
        ("transferee", "以短信、电子邮件、APP站内信或者加盖业务公章的书面文件"),
        ("private", "以短信、电子邮件或者签名的书面文件"),
    ],
)
def test_confirmation_is_asked_for_in_exactly_the_ways_that_the_reader_has(lender, ways):
    request = paper(f"creditor-{lender}", "confirmation_request", "zh")
    assert request is not None
    assert ways in request.text
    slip = request.text.partition("回执")[2]
    assert slip.count("\n") >= 6
    assert ("盖章" in slip) is (lender != "private")


def test_a_private_lender_is_a_person_in_every_paper():
    for kind in KINDS:
        if kind in having("escalates"):  # a mediator reads it, and the lender is named
            continue
        case = nd.load(suited(kind, variants()["creditor-private"]))
        if stops(case, [find(kind)], "one")[kind]:
            named = next((name for name in variants() if "private" in name and paper(name, kind, "zh")), None)
            if named is None or kind == "escalation_request":  # a talk of another kind, or a letter to a mediator
                continue
            case = loaded(named)
        chinese, english = (nd.render(kind, case, lang=lang, acknowledge=READ) for lang in ("zh", "en"))
        for word in ("贵行", "贵公司", "客服", "征信", "业务公章", "部门", "APP"):
            assert word not in chinese.text + chinese.short, (kind, word)
        assert ("Dear Mr 赵国梁," in english.text) is (
            kind not in (*INTERNAL, *COURT, *having("binds", "outside", "appoints"))
        ), kind
        assert "Sir or Madam" not in english.text


def headers(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [package.read(name).decode() for name in package.namelist() if "header" in name]


@pytest.mark.parametrize(("kind", "lang"), list(product(KINDS, LANGS)))
def test_a_draft_says_so_on_every_page_of_every_format(kind, lang, tmp_path):
    case = loaded(maker(kind))
    document = nd.render(kind, case, case.debts[0].id, lang=lang, draft=True)
    word = "DRAFT" if lang == "en" else "草稿"
    data = document.to_pdf()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = len(pdf.pages)
    marks = [page for page in read(data).artifacts if any(word in text for text in page)]
    assert len(marks) == pages
    marked = f'content:"{word}"'
    assert marked in document.html
    assert ".draft::before{position:fixed}" in document.html, "repeated on each page that a browser prints"
    assert 'class="nd-paper draft"' in document.html
    assert any(word in header for header in headers(document.to_docx()))
    assert word in document.save(tmp_path / "draft.txt").read_text(encoding="utf-8")
    assert word not in document.text, "the mark is furniture, not text"
    final = nd.render(kind, case, case.debts[0].id, lang=lang, acknowledge=READ)
    assert 'class="nd-paper draft"' not in final.html
    assert not any(word in header for header in headers(final.to_docx()))
    assert not any(word in text for page in read(final.to_pdf()).artifacts for text in page)
