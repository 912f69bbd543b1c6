"""Words of Latin letters in the strip of key figures and in tables: no column is narrower than the longest of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from negotiation_docs.tree import Block, Description, DescriptionList, DescriptionRole, Inline, Section, Table, plain
from negotiation_docs.writers.lines.linebreak import Line
from negotiation_docs.writers.pages.descriptions import DescriptionSetter
from negotiation_docs.writers.pages.paragraphs import Place
from negotiation_docs.writers.pdffile.tags import Node
from negotiation_docs.writers.style import LOOKS, Look
from negotiation_docs.writers.tables.cells import TableSetter
from negotiation_docs.writers.tables.columns import cell_style
from tests.make.trees import head, row, table, words
from tests.make.variants import distinct
from tests.read.some import some
from tests.shipped import KINDS

PLAIN = {"payment_order_objection"}  # neither a strip nor a table
LATIN = re.compile("[A-Za-z]+")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
WORD = st.text(LETTERS, min_size=1, max_size=11).map(str.capitalize)
NAMES = st.lists(st.lists(WORD, min_size=1, max_size=4).map(" ".join), min_size=2, max_size=5)
VALUES = st.sampled_from(["2,350.00", "25 December 2026", "none, if you agree", "as agreed", "3"])


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
@given(names=NAMES, values=st.lists(VALUES, min_size=5, max_size=5))
def test_no_word_of_a_strip_is_cut(look, names, values):
    pairs = tuple(Description(words(name), words(value)) for name, value in zip(names, values, strict=False))
    assert cut(DescriptionList(pairs, DescriptionRole.FIGURES), look) == []


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
@given(names=NAMES, value=VALUES)
@example(names=["Aabbbbbbmw", "A", "Aaaaaa Aaaaaa Aaaaaa", "A"], value="2,350.00")
@example(names=["A Aaa", "A A Aaaaaaaa Aaaaaaaaaaa", "Ahm", "A", "A"], value="3")
def test_no_word_of_a_table_is_cut_where_the_longest_have_room_beside_each_other(look, names, value):
    assert cut(table(head(*names), row(*[value] * len(names)), row(*reversed(names))), look) == []


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in PLAIN])
def test_no_word_of_a_paper_is_cut_in_its_strip_or_its_tables(kind, look):
    blocks = [(name, each) for name, made in distinct(kind, "en").items() for each in listed(made.paper.blocks)]
    for name, block in some(blocks):
        assert cut(block, look) == [], name


@pytest.mark.parametrize("look", LOOKS.values(), ids=list(LOOKS))
def test_a_word_wider_than_the_strip_has_room_for_is_noticed(look):
    pairs = tuple(Description(words("Extraordinariness" * 2), words("none")) for _ in range(5))
    assert cut(DescriptionList(pairs, DescriptionRole.FIGURES), look)


def listed(blocks: tuple[Block, ...]) -> Iterator[DescriptionList | Table]:
    for block in blocks:
        if isinstance(block, Section):
            yield from listed(block.blocks)
        elif isinstance(block, DescriptionList | Table):
            yield block


def cut(block: DescriptionList | Table, look: Look) -> list[str]:
    """The words that lines have and the paper has not: parts of such as are cut."""
    return [
        word
        for content, lines in set_lines(block, look)
        for word in set(LATIN.findall("\n".join(line.text for line in lines))) - set(LATIN.findall(plain(content)))
    ]


def set_lines(block: DescriptionList | Table, look: Look) -> Iterator[tuple[tuple[Inline, ...], list[Line]]]:
    if isinstance(block, DescriptionList):
        rows = DescriptionSetter(Node("L"), block, look).block().rows
        parts = [part for row in rows for part in row]
        contents = [content for pair in block.pairs for content in (pair.term, pair.content)]
        yield from zip(contents, [part.lines for part in parts], strict=True)
        return
    style, place = look.styles[cell_style(block)], Place(look.left, look.measure)
    setter = TableSetter(block, look, style, place)
    for group, rows in (("THead", block.head), ("TBody", block.body), ("TFoot", block.foot)):
        for each in rows:
            boxes = setter._row(each, Node("TR"), group).cells
            yield from [(cell.content, box.lines) for cell, box in zip(each.cells, boxes, strict=True)]
