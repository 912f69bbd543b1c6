"""Law is quoted only where the paper's head and the creditor's row allow it, on the days on which it is in force."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import product

import pytest
from msgspec import structs

from negotiation_docs.catalogue.kinds import kinds
from negotiation_docs.catalogue.shelf import shipped
from negotiation_docs.errors import CitationError
from negotiation_docs.facts import CreditorKind
from negotiation_docs.law.citations import Citing, Mention, Situation, hindrances, lapsed, rules, serving
from negotiation_docs.law.creditors import profiles
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.law.provisions import table
from tests.make.debts import CARD, debt, household
from tests.read.some import some

TODAY = Situation(dated=date(2026, 11, 21))
EVERYTHING = Situation(
    dated=date(2026, 11, 21),
    signed=date(2026, 9, 1),
    maturity=date(2026, 12, 21),
    excess=Decimal("550.24"),
    deducted=True,
    original=CreditorKind.BANK_CARD,
    reports_credit=True,
)
# Creditor → ids it may be shown at most, every condition met; typed here a second time on purpose.
MOST = {
    "bank_card": "L01 L03 R01 L05 R03 L21 L20 L19 L26 R08 R11 R02 L18 R17 R09 L17",
    "bank_loan": "L01 L03 L08 L05 L21 R05 L20 L19 L26 R07 R08 R11 R17 L18 R16 R09 L17",
    "consumer_finance": "L01 L03 L08 L05 L21 L20 L19 L26 R07 R08 R11 R17 L18 R16 R09 L17",
    "microloan": "L01 L03 L08 L05 L21 R20 L20 L19 L26 R07 L18 R16 R09 L17",
    "platform": "L19 L26 L18",
    "transferee": "L01 L03 L05 L21 L16 L19 L26 L18 L17",
    "private": "L01 L03 L08 L05 L22 L02 L18 L17",
    "company": "L01 L03 L08 L05 L22 L02 L18 L17",
    **dict.fromkeys(
        ("auto_finance", "trust", "leasing", "guarantor", "insurer", "provident_fund", "pawnshop", "factoring"), ""
    ),
}
# Paper → the purposes its words use.
HEADS = {
    "hardship_letter": [],
    "repayment_plan": ["personalised_instalments", "change_by_agreement"],
    "evidence_list": [],
    "confirmation_request": ["written_form"],
    "financial_statement": [],
    "fee_waiver_request": ["charges_over_24", "four_times_lpr_total", "four_times_lpr"],
    "deferral_request": ["extension"],
    "contact_preferences": [
        "collection_conduct",
        "collection_guideline",
        "collection_standard",
        "information_sharing",
    ],
    "account_statement_request": [
        "information_copy",
        "information_access",
        "cost_disclosure",
        "transfer_notice",
        "good_faith",
    ],
}
EVERY = tuple(Mention(purpose) for purpose in table().provisions)


def citing(*purposes: str, creditor: str, situation: Situation = TODAY, title: str = "还款计划") -> Citing:
    return Citing(title, tuple(map(Mention, purposes)), CreditorKind(creditor), situation)


@pytest.mark.parametrize("creditor", CreditorKind)
def test_a_creditor_is_shown_what_its_row_allows_and_no_more(creditor):
    assert creditor in MOST, "the rules that may be cited to it, in MOST"
    found = {rule.id for rule in Citing("甲", EVERY, creditor, EVERYTHING).allowed()}
    assert found == set(MOST[creditor.value].split())


def test_a_papers_head_names_the_purposes_its_words_use_in_both_languages():
    heads = {kind.name: kind for kind in kinds()}
    for name, purposes in HEADS.items():
        assert [mention.purpose for mention in heads[name].cites] == purposes
    for path in shipped().rglob("*.html"):
        used = re.findall(r"\b(?:cite|citable)\(\"(\w+)\"\)", path.read_text(encoding="utf-8"))
        if not path.name.startswith("_") and path.name.count(".") == 1:
            assert set(used) == {mention.purpose for mention in heads[path.stem].cites}, path
        else:
            assert not used, path


def test_a_law_with_an_end_does_not_say_that_it_is_in_force():
    said = {rule.name: rule.status for rule in rules() if rule.end and "废止" not in rule.status[:4]}
    assert said == {}, "its status in law/data/citations.json: 已废止, and by what"


def test_no_rule_is_cited_before_it_was_in_force_or_to_a_contract_it_does_not_govern():
    letters = [date(2026, 11, 21), date(2026, 7, 31), date(2025, 9, 30), date(2024, 1, 1), date(2019, 1, 1)]
    contracts = [None, date(2018, 5, 1), date(2020, 8, 20), date(2025, 10, 1), date(2026, 8, 1)]
    for creditor, dated, signed in product(CreditorKind, letters, contracts):
        situation = Situation(dated, signed, dated + timedelta(30), Decimal(1), True, CreditorKind.BANK_LOAN, True)
        for rule in Citing("甲", EVERY, creditor, situation).allowed():
            assert rule.start <= dated
            assert rule.contract_from is None or (signed is not None and signed >= rule.contract_from)
            assert {found.id for found in forbidden(rule.text + rule.english, creditor, None)} == set()


def test_a_citation_reads_as_chinese_letters_write_it_and_keeps_the_chinese_in_english():
    rule = citing("change_by_agreement", creditor="private").cite("change_by_agreement")
    assert str(rule) == rule.text == "《中华人民共和国民法典》第五百四十三条"
    assert rule.english == (
        "Article 543 of the Civil Code of the People's Republic of China (《中华人民共和国民法典》第五百四十三条)"
    )
    assert rule.words == "当事人协商一致，可以变更合同。"


def test_the_credit_card_rule_is_refused_to_other_lenders_with_what_is_allowed_instead():
    with pytest.raises(CitationError) as caught:
        citing("personalised_instalments", "change_by_agreement", creditor="consumer_finance").cite(
            "personalised_instalments"
        )
    assert str(caught.value) == (
        "《还款计划》不得对消费金融公司引用《商业银行信用卡业务监督管理办法》第七十条（R01）。"
        "此处可以引用：《中华人民共和国民法典》第五百四十三条（L03，change_by_agreement）。"
    )


def test_a_purpose_that_the_papers_head_does_not_list_is_refused_by_both_functions():
    paper = citing(creditor="bank_card", title="证据材料清单")
    message = "《证据材料清单》的模板头部（cites）没有列出引用目的“written_form”。此处可以引用：无，不引用任何规定。"
    for ask in (paper.cite, paper.citable):
        with pytest.raises(CitationError) as caught:
            ask("written_form")
        assert str(caught.value) == message


def test_an_unknown_purpose_is_named_with_those_that_exist():
    for ask in (citing(creditor="private").cite, citing(creditor="private").citable):
        with pytest.raises(CitationError, match="没有名为“LPR”的引用目的；可用：written_form、"):
            ask("LPR")


def test_a_paper_may_keep_a_purpose_to_some_kinds_of_creditor():
    mention = Mention("collection_guideline", frozenset({CreditorKind.BANK_LOAN}))
    papers = {kind: Citing("升级处理申请", (mention,), kind, TODAY) for kind in CreditorKind}
    assert [kind for kind, paper in papers.items() if paper.citable(mention.purpose)] == ["bank_loan"]
    with pytest.raises(CitationError, match=r"《升级处理申请》不得对银行信用卡引用行业自律规范《.*》（R17）。此处"):
        papers[CreditorKind.BANK_CARD].cite(mention.purpose)


@pytest.mark.parametrize(
    ("purpose", "creditor", "missing", "why"),
    [
        ("extension", "bank_loan", {"maturity": date(2026, 11, 21)}, "只能在还款期限届满之前"),
        ("charges_over_24", "bank_card", {"excess": Decimal(0)}, "须先算出"),
        ("charges_over_24", "transferee", {"original": CreditorKind.PRIVATE}, "须原债权人是"),
        ("no_prior_deduction", "microloan", {"deducted": False}, "先行扣除的事实"),
        ("credit_objection", "microloan", {"reports_credit": False}, "报送信息"),
        ("assisted_lending_cost", "bank_loan", {"signed": date(2025, 9, 30)}, "2025-10-01"),
        ("cost_disclosure", "bank_loan", {"signed": None}, "2026-08-01"),
        ("four_times_lpr", "private", {"signed": date(2020, 8, 19)}, "2020-08-20"),
        ("written_form", "private", {"dated": date(2020, 12, 31)}, "不在施行期内"),
    ],
)
def test_a_condition_that_is_not_met_forbids_the_citation(purpose, creditor, missing, why):
    met = {name: getattr(EVERYTHING, name) for name in EVERYTHING.__slots__}
    assert hindrances(purpose, CreditorKind(creditor), EVERYTHING) == ()
    lacking = Situation(**{**met, **missing})
    (reason,) = hindrances(purpose, CreditorKind(creditor), lacking)
    assert why in reason
    paper = citing(purpose, creditor=creditor, situation=lacking)
    assert not paper.citable(purpose)
    with pytest.raises(CitationError) as caught:
        paper.cite(purpose)
    message = f"《还款计划》{reason}。此处可以引用：无，不引用任何规定。"
    assert str(caught.value).startswith(message)
    assert ("citable" in str(caught.value)) is ("不在施行期内" in reason), "only time takes a sentence out of a letter"


@pytest.mark.parametrize(("excess", "may"), [("0.00", False), ("0.01", True), ("1.00", True)])
def test_a_single_fen_above_the_limit_is_an_excess(excess, may):
    over = structs.replace(EVERYTHING, excess=Decimal(excess))
    assert citing("charges_over_24", creditor="bank_card", situation=over).citable("charges_over_24") is may


@pytest.mark.parametrize(
    ("received", "deducted"), [("999.99", True), ("1000.00", False), ("1000.01", False), (None, False)]
)
def test_only_less_than_the_sum_of_the_contract_is_a_deduction(received, deducted):
    case = household(debt(CARD, contract={"amount": "1000.00", "received": received}))
    assert Situation.of(case, case.debts[0]).deducted is deducted


def test_what_the_case_file_says_decides():
    signed = {"signed": "2024-03-05"}
    plain = household(debt(CARD, contract=signed))
    assert Situation.of(plain, plain.debts[0]) == Situation(
        date(2026, 11, 21), signed=date(2024, 3, 5), maturity=date(2026, 8, 20)
    )
    sold = CARD["creditor"] | {"kind": "transferee", "transferred_from": {"name": "示例银行", "kind": "bank_card"}}
    case = household(debt(CARD, creditor=sold, dispute={"shown": "逾期", "actual": "已还清"}))
    found = Situation.of(case, case.debts[0], excess=Decimal("0.01"))
    assert (found.original, found.reports_credit, found.excess) == (CreditorKind.BANK_CARD, True, Decimal("0.01"))


def test_every_rule_is_verified_sourced_dated_and_carries_its_words_or_their_gist():
    for rule in some(rules()):
        assert rule.mark in {"V", "V2"}
        assert bool(rule.words) != bool(rule.gist)
        assert rule.source
        assert rule.issuer
        assert rule.status
        assert rule.start <= table().checked
        assert bool(rule.article) == bool(rule.article_en)


def test_every_rule_may_be_cited_to_somebody_and_every_condition_is_explained():
    cells = [row.cites for row in profiles().values()]
    assert {purpose for cites in cells for purpose in cites} == set(table().provisions)
    conditions = {name for cites in cells for needed in cites.values() for name in needed}
    assert conditions == set(table().conditions) == set(TODAY.conditions())


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
    rule = citing("personalised_instalments", creditor="bank_card").cite("personalised_instalments")
    assert "可以与持卡人平等协商" in rule.words
    assert "应当与持卡人" not in rule.words


@pytest.fixture
def amended(monkeypatch):
    """The table with the change of contracts by agreement moved from one law to another at the end of November."""
    law = table()
    (old,) = law.provisions["change_by_agreement"]
    until = structs.replace(old, end=date(2026, 11, 20))
    since = structs.replace(old, start=date(2026, 11, 21), article="第一条")
    new_contracts = structs.replace(since, article="第二条", contract_from=date(2026, 6, 1))

    def use(*serving):
        provisions = {**law.provisions, "change_by_agreement": serving}
        changed = structs.replace(law, provisions=provisions)
        monkeypatch.setattr("negotiation_docs.law.citations.table", lambda: changed)

    use.old, use.successor, use.new_contracts = until, since, new_contracts
    return use


def on(day: date, signed: date | None = None) -> Citing:
    return citing("change_by_agreement", creditor="bank_loan", situation=Situation(day, signed))


def test_of_two_rules_for_one_purpose_the_one_in_force_on_the_day_of_the_letter_is_cited(amended):
    amended(amended.successor, amended.old)
    assert on(date(2026, 11, 20)).cite("change_by_agreement") == amended.old
    assert on(date(2026, 11, 21)).cite("change_by_agreement") == amended.successor


@pytest.mark.parametrize(("signed", "article"), [(None, "第一条"), ((2026, 5, 31), "第一条"), ((2026, 6, 1), "第二条")])
def test_of_two_rules_in_force_the_day_of_signing_decides(amended, signed, article):
    amended(amended.new_contracts, amended.successor)
    paper = on(date(2026, 11, 21), date(*signed) if signed else None)
    assert paper.cite("change_by_agreement").article == article


def test_all_rules_in_force_are_told_that_of_the_contract_first(amended):
    amended(amended.old, amended.new_contracts, amended.successor)
    new = Situation(date(2026, 11, 21), date(2026, 6, 1))
    both = (amended.new_contracts, amended.successor)
    assert serving("change_by_agreement", new) == both
    assert serving("change_by_agreement", structs.replace(new, signed=None)) == both[::-1]
    assert serving("change_by_agreement", structs.replace(new, dated=date(2026, 11, 20))) == (amended.old,)


def test_a_purpose_has_not_lapsed_while_one_of_its_rules_is_in_force(amended):
    amended(amended.old, amended.successor)
    assert "change_by_agreement" not in lapsed(date(2026, 11, 20))
    assert "change_by_agreement" not in lapsed(date(2026, 11, 21))
    assert on(date(2026, 11, 21)).lapsed() == ()
    amended(amended.old, amended.old)
    assert "change_by_agreement" in lapsed(date(2026, 11, 21))


def test_a_rule_out_of_force_is_not_citable_and_is_told_as_lapsed(amended):
    amended(amended.old)
    assert on(date(2026, 11, 20)).citable("change_by_agreement")
    assert on(date(2026, 11, 20)).lapsed() == ()
    paper = on(date(2026, 11, 21))
    assert not paper.citable("change_by_agreement")
    assert paper.lapsed() == (amended.old,)
    with pytest.raises(CitationError) as caught:
        paper.cite("change_by_agreement")
    assert str(caught.value).endswith(
        "在落款日期2026-11-21不在施行期内。此处可以引用：无，不引用任何规定。"
        '引用它的话请放在 {% if citable("change_by_agreement") %} 和 {% endif %} 之间，不在施行期内时就会略去。'
    )


def test_what_may_not_be_cited_to_a_creditor_anyway_is_not_told_as_lapsed(amended):
    amended(amended.old)
    assert citing("change_by_agreement", creditor="leasing").lapsed() == ()
