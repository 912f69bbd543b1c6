"""Law is quoted only where the matrix of papers and lenders allows it, on the days on which it is in force."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest

from negotiation_docs.errors import CitationError
from negotiation_docs.law.citations import Situation, citable, cite, obstacles, rules
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.law.provisions import table

TODAY = Situation(dated=date(2026, 11, 21))
EVERYTHING = Situation(
    dated=date(2026, 11, 21),
    signed=date(2026, 9, 1),
    maturity=date(2026, 12, 21),
    excess=Decimal("550.24"),
    deducted=True,
    original="bank_card",
    reports_credit=True,
)
CREDITORS = ("bank_card", "bank_loan", "consumer_finance", "microloan", "platform", "transferee", "private")

# Paper → ids a lender of each kind may be shown at most, every condition met; typed here a second time on purpose.
MOST = {
    "hardship_letter": ("R01", "", "", "", "", "", ""),
    "repayment_plan": ("R01 L03", "L03 L08", "L03 L08", "L03 L08", "", "L03", "L03 L08"),
    "plan_change_request": ("R01 L03", "L03 L08", "L03 L08", "L03 L08", "", "L03", "L03 L08"),
    "confirmation_request": ("L01 L03 R01", *["L01 L03"] * 6),
    "fee_waiver_request": ("L05 R03 L21", "L05 L21 R05", "L05 L21", "L05 L21 R20", "", "L05 L21", "L05 L22"),
    "account_statement_request": (
        "L20 L19 R03 R08", "L20 L19 R05 R07 R08", "L20 L19 R07 R08", "L20 L19 R07 R20", "L19", "L16 L19", "L02",
    ),
    "escalation_request": ("R11 R02", "R11 R17", "R11 R17", "", "", "", ""),
    "contact_preferences": (
        "L18 L19 R02 R17", "L18 L19 R16 R17", "L18 L19 R16 R17", "L18 L19 R16", "L18 L19", "L18 L19", "L18",
    ),
    "settlement_certificate_request": (*["R09 L17 L19"] * 4, "", "L17", "L17"),
    "credit_dispute": (*["R09 L17 L19"] * 4, "", "L17", "L17"),
    "deferral_request": ("", "L08", "L08", "L08", "", "L03", "L08"),
    "evidence_list": ("",) * 7,
    "financial_statement": ("",) * 7,
    "contact_log": ("",) * 7,
    "call_script": ("",) * 7,
    "progress_query": ("",) * 7,
    "progress_report": ("",) * 7,
    "creditor_allocation": ("",) * 7,
    "agreement_checklist": ("",) * 7,
}  # fmt: skip


@pytest.mark.parametrize("kind", MOST)
def test_a_paper_cites_to_each_lender_what_the_matrix_says_and_no_more(kind):
    for creditor, ids in zip(CREDITORS, MOST[kind], strict=True):
        found = {rule.id for rule in citable(kind=kind, creditor=creditor, situation=EVERYTHING)}
        assert found == set(ids.split()), creditor


def test_no_rule_is_cited_before_it_was_in_force_or_to_a_contract_it_does_not_govern():
    letters = [date(2026, 11, 21), date(2026, 7, 31), date(2025, 9, 30), date(2024, 1, 1), date(2019, 1, 1)]
    contracts = [None, date(2018, 5, 1), date(2020, 8, 20), date(2025, 10, 1), date(2026, 8, 1)]
    for kind, creditor, dated, signed in product(MOST, CREDITORS, letters, contracts):
        situation = Situation(dated, signed, dated + timedelta(30), Decimal(1), True, "bank_loan", True)
        for rule in citable(kind=kind, creditor=creditor, situation=situation):
            assert rule.start <= dated
            assert rule.contract_from is None or (signed is not None and signed >= rule.contract_from)
            assert {found.id for found in forbidden(rule.text + rule.english, creditor, kind)} == set()


def test_a_citation_reads_as_chinese_letters_write_it_and_keeps_the_chinese_in_english():
    rule = cite("change_by_agreement", kind="repayment_plan", creditor="private", situation=TODAY)
    assert str(rule) == rule.text == "《中华人民共和国民法典》第五百四十三条"
    assert rule.english == (
        "Article 543 of the Civil Code of the People's Republic of China (《中华人民共和国民法典》第五百四十三条)"
    )
    assert rule.words == "当事人协商一致，可以变更合同。"


def test_the_credit_card_rule_is_refused_to_other_lenders_with_what_is_allowed_instead():
    with pytest.raises(CitationError) as caught:
        cite("personalised_instalments", kind="repayment_plan", creditor="consumer_finance", situation=TODAY)
    assert str(caught.value) == (
        "《还款计划》不得对消费金融公司引用《商业银行信用卡业务监督管理办法》第七十条（R01）。"
        "此处可以引用：《中华人民共和国民法典》第五百四十三条（L03，change_by_agreement）、"
        "《中华人民共和国民法典》第五百四十四条（L03，unclear_change）。"
    )


def test_an_evidence_list_cites_nothing_at_all():
    with pytest.raises(
        CitationError, match=r"《证据材料清单》不得对银行信用卡引用.*此处可以引用：无，不引用任何规定。"
    ):
        cite("written_form", kind="evidence_list", creditor="bank_card", situation=TODAY)


def test_an_unknown_purpose_is_named_with_those_that_exist():
    with pytest.raises(CitationError, match="没有名为“LPR”的引用目的；可用：written_form、"):
        cite("LPR", kind="repayment_plan", creditor="private", situation=TODAY)


@pytest.mark.parametrize(
    ("purpose", "kind", "creditor", "missing", "why"),
    [
        ("extension", "deferral_request", "bank_loan", {"maturity": date(2026, 11, 21)}, "只能在还款期限届满之前"),
        ("charges_over_24", "fee_waiver_request", "bank_card", {"excess": Decimal(0)}, "须先算出"),
        ("charges_over_24", "fee_waiver_request", "transferee", {"original": "private"}, "须原债权人是"),
        ("no_prior_deduction", "fee_waiver_request", "microloan", {"deducted": False}, "先行扣除的事实"),
        ("credit_objection", "credit_dispute", "microloan", {"reports_credit": False}, "报送信息"),
        ("assisted_lending_cost", "fee_waiver_request", "bank_loan", {"signed": date(2025, 9, 30)}, "2025-10-01"),
        ("cost_disclosure", "account_statement_request", "bank_loan", {"signed": None}, "2026-08-01"),
        ("four_times_lpr", "fee_waiver_request", "private", {"signed": date(2020, 8, 19)}, "2020-08-20"),
        ("written_form", "confirmation_request", "private", {"dated": date(2020, 12, 31)}, "不在施行期内"),
    ],
)
def test_a_condition_that_is_not_met_forbids_the_citation(purpose, kind, creditor, missing, why):
    met = {name: getattr(EVERYTHING, name) for name in EVERYTHING.__slots__}
    assert obstacles(purpose, kind=kind, creditor=creditor, situation=EVERYTHING) == ()
    reasons = obstacles(purpose, kind=kind, creditor=creditor, situation=Situation(**{**met, **missing}))
    assert len(reasons) == 1
    assert why in reasons[0]


def test_every_rule_is_verified_sourced_dated_and_carries_its_words_or_their_gist():
    for rule in rules():
        assert rule.mark in {"V", "V2"}
        assert bool(rule.words) != bool(rule.gist)
        assert rule.source
        assert rule.issuer
        assert rule.status
        assert rule.start <= table().checked
        assert bool(rule.article) == bool(rule.article_en)


def test_every_rule_has_a_place_in_some_paper_and_every_condition_is_explained():
    law = table()
    used = {purpose for row in law.matrix.values() for cell in row.values() for purpose in cell}
    conditions = {
        name for row in law.matrix.values() for cell in row.values() for names in cell.values() for name in names
    }
    assert used == set(law.provisions)
    assert conditions == set(law.conditions) == set(TODAY.conditions())


def test_nothing_that_would_hurt_the_borrower_or_is_repealed_stands_in_the_table():
    texts = " ".join(rule.text for rule in rules())
    for never in (
        "第五百七十七条",
        "第一百八十八条",
        "第一百九十五条",
        "诉讼时效",
        "第一百四十条",
        "《合同法》",
        "自律公约",
    ):
        assert never not in texts


def test_the_card_rule_says_may_and_never_must():
    rule = cite("personalised_instalments", kind="hardship_letter", creditor="bank_card", situation=TODAY)
    assert "可以与持卡人平等协商" in rule.words
    assert "应当与持卡人" not in rule.words
