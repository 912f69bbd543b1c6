"""No finished paper, to any lender, of any contract or day, says what is forbidden or cites too much."""

from __future__ import annotations

import re
from datetime import date
from itertools import product
from pathlib import Path

import pytest
import yaml

import negotiation_docs as nd
from negotiation_docs.law.citations import citable
from negotiation_docs.law.phrases import forbidden
from negotiation_docs.views.assemble import situation_of
from tests.shipped import KINDS, lacking

CLEAN = (Path(__file__).parents[1] / "checks" / "clean.yaml").read_text(encoding="utf-8")
LENDERS = {
    "bank_card": "示例银行股份有限公司信用卡中心",
    "bank_loan": "示例银行股份有限公司东城支行",
    "consumer_finance": "示例消费金融有限公司",
    "microloan": "示例小额贷款有限公司",
    "transferee": "示例资产管理有限公司",
    "private": "李明远",
}
CITED = re.compile(r"《[^》]+》(?:（[^）]+）)?第[零一二三四五六七八九十百千]+条(?:第[一二三]款)?")
CONTRACTS = (None, date(2018, 5, 1), date(2025, 10, 1), date(2026, 8, 5))
YEARS = (-2, 0, 4)  # letters of 2024, 2026 and 2030


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
    for kind, signed, years in product(KINDS, CONTRACTS, YEARS):
        case = case_of(lender, signed, years)
        try:
            text = nd.render(kind, case, lang=lang).text
        except nd.FactsError:
            continue
        made.add(kind)
        assert forbidden(text, lender, kind) == [], (kind, signed, years)
        allowed = {
            rule.text for rule in citable(kind=kind, creditor=lender, situation=situation_of(case, case.debts[0]))
        }
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
    assert forbidden(source, "bank_card", path.stem, group="law") == []
