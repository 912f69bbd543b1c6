"""The table of a plan is its schedule, row by row; two languages in one file are one text and its translation."""

from __future__ import annotations

from decimal import Decimal

import pytest

import negotiation_docs as nd
from negotiation_docs.words.lexicon import lexicon
from tests.make.proposals import PLANS
from tests.make.variants import loaded, made, paper, variants

TABLES = [f"plan-{name}" for name, plan in PLANS.items() if plan.get("periods", 1) > 1]


def rows(text: str) -> list[list[str]]:
    """The rows of the table of instalments, cell by cell."""
    lines = [line.split("\t") for line in text.splitlines()]
    return [cells for cells in lines if len(cells) == 6 and cells[0].isdigit() and cells[1].count("-") == 2]


def total(text: str) -> list[str]:
    return next(line.split("\t") for line in text.splitlines() if line.startswith(("合计\t", "Total\t\t")))


@pytest.mark.parametrize("name", [*TABLES, "holidays", "odd-fen-first"])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_row_of_the_schedule_stands_in_the_table_once_and_in_order(name, lang):
    document = paper(name, "repayment_plan", lang)
    assert document is not None
    plan = nd.schedule(loaded(name))
    expected = [
        [str(row.period), row.due.isoformat()]
        + [f"{sum_:,.2f}" for sum_ in (row.payment, row.principal, row.interest + row.charges, row.balance)]
        for row in plan.instalments
    ]
    shown = rows(document.text)
    assert shown == expected
    assert total(document.text)[2:5] == [
        f"{sum_:,.2f}" for sum_ in (plan.total, plan.principal, plan.interest + plan.charges)
    ]


@pytest.mark.parametrize("name", [*TABLES, "holidays", "odd-fen-first"])
def test_the_columns_add_up_to_the_fen(name):
    document = paper(name, "repayment_plan", "zh")
    assert document is not None
    down = [line.split("\t") for line in document.text.splitlines() if line.startswith("首付\t")]
    columns = [
        sum((Decimal(cells[place].replace(",", "")) for cells in (*down, *rows(document.text))), Decimal(0))
        for place in (2, 3, 4)
    ]
    assert [f"{sum_:,.2f}" for sum_ in columns] == total(document.text)[2:5]
    assert rows(document.text)[-1][-1] == "0.00"


@pytest.mark.parametrize("name", sorted(variants()))
def test_two_languages_in_one_file_are_the_chinese_text_and_then_its_marked_translation(name):
    says = lexicon("en").translations
    for lang in ("zh", "en"):
        assert [kind for kind, _, _ in made(name, lang)] == [kind for kind, _, _ in made(name, "zh+en")]
    for kind, _, both in made(name, "zh+en"):
        chinese, english = paper(name, kind, "zh"), paper(name, kind, "en")
        translated = english.text.replace(f"\n{says['alone']}\n", "\n", 1)
        assert translated != english.text, "by itself the English paper says what it is for"
        assert both.text == f"{chinese.text}\n{says['mark']}\n{translated}"
        assert both.title == chinese.title
        assert both.short == chinese.short
