"""要点: the strip under the salutation tells a clerk in half a minute what the letter says, and nothing else."""

from __future__ import annotations

import pytest

import negotiation_docs as nd
from negotiation_docs.tree import Block, DescriptionList, DescriptionRole, Heading, Paragraph, Role, plain
from tests.make.proposals import three_lenders
from tests.make.variants import made, paper, papers_of, variants
from tests.papers.allowed import shown_amounts, shown_dates
from tests.shipped import COURT, INTERNAL, having


def strip(document: nd.Document) -> dict[str, str]:
    """The strip by its labels; empty where there is none."""
    lists = [block for block in blocks(document) if isinstance(block, DescriptionList)]
    return {
        plain(pair.term): plain(pair.content)
        for listed in lists
        if listed.role is DescriptionRole.FIGURES
        for pair in listed.pairs
    }


def blocks(document: nd.Document) -> tuple[Block, ...]:
    return document.paper.blocks


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(variants()))
def test_the_strip_shows_no_amount_and_no_day_that_the_letter_does_not_tell(name, lang):
    for kind, _, document in made(name, lang):
        if kind in COURT:  # a form of the court has no room for one
            assert strip(document) == {}, kind
            continue
        figures = strip(document)
        words = "\n".join(figures.values())
        rest = document.text.replace("\n".join(f"{term}\t{said}" for term, said in figures.items()), "", 1)
        assert rest != document.text, kind
        assert shown_amounts(words) <= shown_amounts(rest), kind
        assert shown_dates(words) <= shown_dates(rest), kind


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(variants()))
def test_every_letter_has_a_strip_under_its_salutation_and_a_paper_of_ones_own_under_its_title(name, lang):
    for kind, _, document in made(name, lang):
        if kind in (*COURT, *having("binds")):
            continue
        own = blocks(document)
        (at,) = [number for number, block in enumerate(own) if isinstance(block, DescriptionList)][:1]
        above = own[at - 1]
        if kind in INTERNAL:  # nobody is addressed
            assert isinstance(above, Heading), kind
        else:
            assert isinstance(above, Paragraph), kind
            assert above.role is Role.SALUTATION, kind
        assert 1 <= len(strip(document)) <= 5, kind


def test_a_hardship_letter_names_account_debt_surplus_and_request():
    letter = paper("creditor-bank_card", "hardship_letter", "zh")
    assert strip(letter) == {
        "账户": "信用卡\n卡号尾号7716",
        "欠款合计": "22,350.95元\n截至2026年11月20日",
        "每月余额": "1,700.00元",
        "请求": "36期，每期600.00元\n2026年12月25日起",
    }


def test_a_debt_in_dispute_and_unknown_means_drop_out():
    assert "欠款合计" not in strip(paper("disputed", "hardship_letter", "zh"))
    assert "欠款合计" not in strip(paper("amount-unknown", "hardship_letter", "zh"))
    assert "每月余额" not in strip(paper("cause-oversight", "hardship_letter", "zh"))


def test_where_nothing_is_left_the_strip_tells_the_shortfall_and_asks_for_a_pause():
    figures = strip(paper("nothing-left", "hardship_letter", "zh"))
    assert "暂缓偿还" in figures["请求"]
    assert "每月缺口" in figures or figures["每月余额"] == "0.00元"


def test_one_of_several_lenders_reads_its_own_share():
    case = three_lenders()
    for (debt, kind), document in papers_of(case, "zh").items():
        if kind == "hardship_letter":
            assert f"{nd.allocation(case)[debt]:,.2f}元" == strip(document)["每月余额中的份额"]


def test_plan_confirmation_and_list_have_their_own():
    assert list(strip(paper("plan-interest_free", "repayment_plan", "zh"))) == [
        "期数",
        "每期还款",
        "起止",
        "还款总额",
    ]
    request = strip(paper("creditor-bank_card", "confirmation_request", "zh"))
    assert list(request) == ["协商日期", "经办", "方案", "请答复"]
    assert "随附" in strip(paper("evidence-attached", "evidence_list", "zh"))
