"""No finished paper, to any lender, of any contract or day, says what is forbidden or cites too much."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path

import pytest
import yaml
from msgspec import structs

import negotiation_docs as nd
from negotiation_docs.catalogue.kinds import find
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.law.provisions import table
from tests.make.cases import CREDITORS
from tests.read.some import some
from tests.shipped import COURT, KINDS, lacking

CLEAN = (Path(__file__).parents[1] / "checks" / "clean.yaml").read_text(encoding="utf-8")
LENDERS = {kind: creditor["name"] for kind, creditor in CREDITORS.items()}
CITED = re.compile(r"《[^》]+》(?:（[^）]+）)?第[零一二三四五六七八九十百千]+条(?:第[一二三]款)?")
CONTRACTS = (None, date(2018, 5, 1), date(2025, 10, 1), date(2026, 8, 5))
YEARS = (-2, 0, 4)  # letters of 2024, 2026 and 2030


@cache
def case_of(lender: str, signed: date | None, years: int) -> nd.Case:
    text = re.sub(r"\b(20\d\d)(?=-|年)", lambda year: str(int(year[1]) + years), CLEAN)
    data = yaml.load(text, Loader=yaml.BaseLoader)
    debt = data["debts"][0]
    debt["creditor"].update({"kind": lender, "name": LENDERS[lender]})
    if lender == "transferee":
        debt["creditor"]["transferred_from"] = {
            "name": "示例银行",
            "kind": "bank_card",
            "notice": f"{2026 + years}-09-10",
        }
    debt["contract"].pop("signed")
    if signed is not None and signed.year <= 2025 + years:
        debt["contract"]["signed"] = signed.isoformat()
    return nd.load(data)


@pytest.mark.parametrize("lender", LENDERS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_paper_says_what_is_forbidden_or_cites_what_the_table_does_not_allow(lender, lang):
    made: set[str] = set()
    for (signed, years), kind in product(product(CONTRACTS, YEARS), KINDS):
        case = case_of(lender, signed, years)
        try:
            text = nd.render(kind, case, lang=lang).text
        except nd.FactsError:
            continue
        made.add(kind)
        assert forbidden(text, lender, kind) == [], (kind, signed, years)
        allowed = {rule.text for rule in find(kind).citing(case, case.debts[0]).allowed()}
        cited = set(CITED.findall(text))
        assert cited <= allowed
        assert len(cited) <= 1
    assert len(made) >= 4


def test_a_platform_gets_no_paper_to_say_anything_in():
    data = yaml.load(CLEAN, Loader=yaml.BaseLoader)
    data["debts"][0]["creditor"].update({"kind": "platform", "name": "示例随借APP"})
    case = nd.load(data)
    for kind in lacking("unknown_lender"):
        with pytest.raises(nd.FactsError, match="助贷平台不是放款机构"):
            nd.render(kind, case)


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parents[2] / "templates").rglob("*.html")), ids=lambda path: path.stem
)
def test_no_template_names_law_by_itself(path):
    source = re.sub(r"\{#.*?#\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"《[^》]*(法|办法|规定|条例|通知|意见)》", source)
    assert not re.search(r"\b(Civil Code|Measures for|Article \d)", source)
    readers = ("bank_card", "private") if path.stem in COURT else ("bank_card",)  # a court answers every kind of lender
    found = [{(one.id, one.phrase) for one in forbidden(source, each, path.stem, group="law")} for each in readers]
    assert set.intersection(*found) == set(), "to no reader"


@pytest.fixture
def nothing_in_force(monkeypatch):
    """The table with every law ended the day before the letters of 2026."""
    law = table()
    ended = {
        purpose: tuple(structs.replace(rule, start=date(2010, 1, 1), end=date(2026, 11, 20)) for rule in serving)
        for purpose, serving in law.provisions.items()
    }
    monkeypatch.setattr("negotiation_docs.law.citations.table", lambda: structs.replace(law, provisions=ended))


@pytest.mark.parametrize("lender", LENDERS)
def test_a_law_that_ended_takes_its_sentence_along_and_nothing_else(lender, nothing_in_force):
    case = case_of(lender, None, 0)
    for kind, lang in product(KINDS, ("zh", "en")):
        try:
            text = nd.render(kind, case, lang=lang).text
        except nd.FactsError:
            continue
        assert CITED.search(text) is None
        assert "规定，" not in text
        assert "Under ," not in text
        quoted = find(kind).citing(case, case.debts[0]).lapsed()
        told = [one for one in nd.check(case, kind) if one.rule == "law.out_of_force"]
        assert [(one.severity, one.place) for one in told] == [("warning", ("dated",))] * len(quoted)
        assert all(rule.text in one.message for rule, one in zip(quoted, told, strict=True))


def test_a_check_of_the_whole_case_tells_for_each_paper_which_law_it_leaves_out(nothing_in_force):
    told = [one.message for one in nd.check(case_of("bank_card", None, 0)) if one.rule == "law.out_of_force"]
    named = ("《还款计划》", "书面确认申请", "《协议要点核对表》", "《升级处理申请》", "《征信异议申请》")
    assert [message for message in told if any(name in message for name in named)] == [
        "《商业银行信用卡业务监督管理办法》第七十条在落款日期2026-11-21不在施行期内，《还款计划》里引用它的话已略去",
        "《中华人民共和国民法典》第五百四十三条在落款日期2026-11-21不在施行期内，《还款计划》里引用它的话已略去",
        "《中华人民共和国民法典》第四百六十九条在落款日期2026-11-21不在施行期内，《协商结果书面确认申请》里引用它的话已略去",
        "《商业银行信用卡业务监督管理办法》第七十条在落款日期2026-11-21不在施行期内，《协议要点核对表》里引用它的话已略去",
        "《银行业保险业消费投诉处理管理办法》在落款日期2026-11-21不在施行期内，《升级处理申请》里引用它的话已略去",
        "《商业银行信用卡业务监督管理办法》第六十八条在落款日期2026-11-21不在施行期内，《升级处理申请》里引用它的话已略去",
        "《征信业管理条例》第二十五条在落款日期2026-11-21不在施行期内，《征信异议申请》里引用它的话已略去",
    ]
    assert all("不在施行期内" in message and "里引用它的话已略去" in message for message in some(told[3:]))


def test_nothing_is_told_while_all_law_is_in_force():
    assert "law.out_of_force" not in {one.rule for one in nd.check(case_of("bank_card", None, 0))}
