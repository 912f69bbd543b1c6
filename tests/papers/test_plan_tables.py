"""The table of a plan is its schedule, row by row; two languages in one file are one text and its translation."""

from __future__ import annotations

from decimal import Decimal

import pytest

import negotiation_docs as nd
from negotiation_docs.translation import explained, for_reference
from negotiation_docs.tree import Block, Paragraph, Role, lines, plain
from negotiation_docs.words.lexicon import lexicon
from tests.make.proposals import PLANS
from tests.make.variants import loaded, made, paper, variants
from tests.shipped import COURT, INTERNAL

TABLES = [f"plan-{name}" for name, plan in PLANS.items() if plan.get("periods", 1) > 1]


def rows(text: str) -> list[list[str]]:
    """The rows of the table of instalments, cell by cell; without interest they do not say principal and interest."""
    lines = [line.split("\t") for line in text.splitlines()]
    return [cells for cells in lines if len(cells) in {4, 6} and cells[0].isdigit() and cells[1].count("-") == 2]


def total(text: str) -> list[str]:
    return next(line.split("\t") for line in text.splitlines() if line.startswith(("合计\t", "Total\t\t")))


@pytest.mark.parametrize("name", [*TABLES, "holidays", "odd-fen-first"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_of_the_schedule_stands_in_the_table_once_and_in_order(name, lang):
    document = paper(name, "repayment_plan", lang)
    assert document is not None
    plan = nd.schedule(loaded(name))
    cost = plan.interest + plan.charges
    expected = []
    for row in plan.instalments:
        parts = (row.principal, row.interest + row.charges) if cost else ()
        sums = [f"{sum_:,.2f}" for sum_ in (row.payment, *parts, row.balance)]
        expected.append([str(row.period), row.due.isoformat(), *sums])
    assert rows(document.text) == expected
    parts = (plan.principal, cost) if cost else ()
    assert total(document.text)[2:-1] == [f"{sum_:,.2f}" for sum_ in (plan.total, *parts)]


@pytest.mark.parametrize("name", [*TABLES, "holidays", "odd-fen-first"])
def test_the_columns_add_up_to_the_fen(name):
    document = paper(name, "repayment_plan", "zh")
    assert document is not None
    down = [line.split("\t") for line in document.text.splitlines() if line.startswith("首付\t")]
    sums = total(document.text)[2:-1]
    columns = [
        sum((Decimal(cells[place].replace(",", "")) for cells in (*down, *rows(document.text))), Decimal(0))
        for place in range(2, 2 + len(sums))
    ]
    assert [f"{sum_:,.2f}" for sum_ in columns] == sums
    assert rows(document.text)[-1][-1] == "0.00"


def test_a_schedule_without_interest_does_not_say_every_payment_twice():
    assert "其中利息" not in paper("plan-interest_free", "repayment_plan", "zh").text
    assert "其中利息" in paper("plan-equal_payment", "repayment_plan", "zh").text


def plain_note(block: Block) -> str:
    """The words of small print; empty for any other block."""
    return plain(block.content) if isinstance(block, Paragraph) and block.role is Role.NOTE else ""


@pytest.mark.parametrize("name", sorted(variants()))
def test_two_languages_in_one_file_are_the_chinese_text_and_then_its_marked_translation(name):
    says = lexicon("en").translations
    for lang in ("zh", "en"):
        assert [kind for kind, _, _ in made(name, lang)] == [kind for kind, _, _ in made(name, "zh+en")]
    for kind, _, both in made(name, "zh+en"):
        chinese, english = paper(name, kind, "zh"), paper(name, kind, "en")
        called = ("reading", "reading") if kind in COURT else ("alone", "mark")
        alone = [block for block in english.paper.blocks if not plain_note(block).startswith(says[called[0]])]
        told = len(alone) < len(english.paper.blocks)
        assert told is (kind not in INTERNAL), "by itself the English letter says what it is for"
        translated = "\n".join(lines(for_reference(alone)))
        assert both.text == f"{chinese.text}\n{plain(explained(called[1], alone).content)}\n{translated}"
        assert both.title == chinese.title
        assert both.short == chinese.short
