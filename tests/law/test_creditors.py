"""One row for each kind of creditor, with every cell; and every kind gets papers that speak to it in its own terms."""

from __future__ import annotations

import json

import msgspec
import pytest

import negotiation_docs as nd
from negotiation_docs.facts import Creditor, CreditorKind, Level
from negotiation_docs.law import creditors
from negotiation_docs.law.creditors import Profile, named, profile, profiles
from negotiation_docs.law.provisions import table
from tests.make.cases import CREDITORS
from tests.make.variants import variants

CELLS = Profile.__struct_fields__
PAPERS = ("hardship_letter", "repayment_plan", "evidence_list", "confirmation_request")


def test_every_kind_of_creditor_has_a_row_in_the_order_of_the_choices():
    assert set(CreditorKind) - set(profiles()) == set(), "a row in law/data/creditors.json for each of these"
    assert list(profiles()) == list(CreditorKind)


def test_every_kind_that_papers_are_written_to_has_a_creditor_that_the_tests_write_to():
    assert set(CreditorKind) - set(CREDITORS) == {CreditorKind.PLATFORM}, "CREDITORS in tests/make/cases.py"


@pytest.mark.parametrize("cell", CELLS)
def test_a_missing_cell_is_named_with_its_row(tmp_path, monkeypatch, cell):
    data = json.loads(creditors._DATA.read_text(encoding="utf-8"))
    del data["kinds"]["pawnshop"][cell]
    file = tmp_path / "creditors.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    monkeypatch.setattr(creditors, "_DATA", file)
    with pytest.raises(msgspec.ValidationError, match=f"missing required field `{cell}`"):
        profiles.__wrapped__()


@pytest.mark.parametrize("kind", CreditorKind)
def test_a_row_speaks_both_languages_and_names_only_known_purposes_and_conditions(kind):
    row = profile(kind)
    for wording in (row.you, row.late_charge, row.account, row.reference):
        assert wording.zh
        assert wording.en
    for wording in (row.acquired, row.regulator):
        assert bool(wording.zh) == bool(wording.en)
    assert row.cites.keys() <= table().provisions.keys()
    assert {name for needed in row.cites.values() for name in needed} <= table().conditions.keys()
    assert bool(row.regulator.zh) == ("regulator" in row.ladder)
    assert list(row.ladder) == sorted(row.ladder, key=list(Level).index)


@pytest.mark.parametrize("kind", CreditorKind)
def test_the_table_and_the_case_file_agree_on_what_a_card_and_a_person_is(kind):
    creditor = Creditor.model_construct(kind=kind, salutation="先生", transferred_from=None)
    assert creditor.is_card is profile(kind).card
    refused = any(fault.rule == "salutation" for fault in creditor.faults())
    assert refused is not profile(kind).person


def test_the_longest_telling_word_of_a_name_comes_first():
    words = [word for word, _ in named()]
    assert words == sorted(words, key=len, reverse=True)
    assert dict(named())["银行"] == {CreditorKind.BANK_CARD, CreditorKind.BANK_LOAN}


@pytest.mark.parametrize("kind", [kind for kind in CREDITORS if not profile(CreditorKind(kind)).cites])
def test_law_is_never_quoted_to_a_kind_without_purposes(kind):
    case = nd.load(variants()[f"creditor-{kind}"])
    for paper in PAPERS:
        assert "《中华人民共和国" not in nd.render(paper, case, lang="zh+en").text


@pytest.mark.parametrize("kind", CREDITORS)
def test_every_kind_of_creditor_is_addressed_as_its_row_says_and_no_other_way(kind):
    case = nd.load(variants()[f"creditor-{kind}"])
    you = profile(CreditorKind(kind)).you.zh
    for paper in ("hardship_letter", "repayment_plan"):
        text = nd.render(paper, case).text
        assert you in text
        assert not [other for other in ("贵行", "贵公司", "贵中心", "您") if other != you and other in text]


# How the letter names the debt of each kind where the file names no product.
OPENINGS = {
    "auto_finance": "办理汽车贷款（合同编号HT20240305-88）。该笔贷款",
    "trust": "办理信托贷款（合同编号HT20240305-88）。该笔贷款",
    "leasing": "办理融资租赁业务（合同编号HT20240305-88）。该笔欠款",
    "guarantor": "签订合同办理的借款（合同编号HT20240305-88）代偿，现由贵公司向本人追偿。该笔欠款应于",
    "insurer": "签订合同办理的借款（合同编号HT20240305-88）理赔，现由贵公司向本人追偿。该笔欠款应于",
    "provident_fund": "办理住房公积金贷款（合同编号HT20240305-88）。该笔贷款",
    "pawnshop": "办理典当业务（合同编号HT20240305-88）。该笔欠款",
    "factoring": "办理保理业务（合同编号HT20240305-88）。该笔欠款",
    "company": "于2024年3月5日向贵公司借款（合同编号HT20240305-88）。这笔借款应于2026年9月10日归还，",
}


@pytest.mark.parametrize("kind", OPENINGS)
def test_a_letter_names_the_debt_as_the_kind_of_creditor_calls_it(kind):
    case = nd.load(variants()[f"creditor-{kind}"])
    assert OPENINGS[kind] in nd.render("hardship_letter", case).text
