"""Pages are filled, and strips that belong together stay together."""

import pytest

from negotiation_docs.tree import SectionRole
from negotiation_docs.writers.pages.galley import Block, Galley, Strip, by_block, glue_ends
from negotiation_docs.writers.pages.paginate import paginate
from negotiation_docs.writers.style import TextStyle


class Plain(Block):
    """Draws nothing."""


class Repeating(Block):
    """A table with a head of 20 pt."""

    def resumption(self, index):
        return 20.0 if index else 0.0


def strips(count, height=10.0, block=None):
    block = block or Plain()
    return [Strip(block, index, height) for index in range(count)]


def pages(found, capacity=100.0):
    return [[strip.index for strip, _ in page.placed] for page in paginate(found, capacity)]


def test_a_page_is_filled_to_the_last_point():
    assert [len(page) for page in pages(strips(25))] == [10, 10, 5]


def test_no_single_line_is_left_behind_or_sent_ahead():
    found = strips(11)
    glue_ends(found)
    assert [len(page) for page in pages(found)] == [9, 2]

    found = strips(9) + (tail := strips(3))
    glue_ends(tail)
    assert [len(page) for page in pages(found)] == [9, 3]


def test_a_heading_moves_with_the_text_it_heads():
    found = strips(9)
    found[8].keep = True
    body = strips(4)
    glue_ends(body)
    assert [len(page) for page in pages(found + body)] == [8, 5]


@pytest.mark.parametrize("role", [SectionRole.KEEP, SectionRole.SIGNOFF, SectionRole.RECEIPT])
def test_a_section_that_keeps_together_moves_as_one_unless_it_is_taller_than_a_page(role):
    galley = Galley(100)
    galley.append(strips(3))
    galley.append(strips(8))
    galley.bind(3, role)
    assert len(pages(galley.strips)[-1]) == (10 if role is SectionRole.SIGNOFF else 8)

    galley = Galley(100)
    galley.append(strips(12))
    galley.bind(0, role)
    assert [len(page) for page in pages(galley.strips)] == [10, 2]


def test_a_closing_block_takes_two_lines_of_text_along():
    galley = Galley(100)
    galley.append(strips(8))
    galley.append(strips(4))
    galley.bind(8, SectionRole.SIGNOFF)
    assert [len(page) for page in pages(galley.strips)] == [6, 6]


def test_space_below_a_block_stands_above_the_next():
    galley = Galley(100)
    galley.append(strips(1), after=7)
    galley.append(strips(1))
    assert [top for _, top in paginate(galley.strips, 100)[0].placed] == [0, 17]


def test_paragraphs_of_one_contextual_style_have_no_space_between():
    style = TextStyle("附件说明", before=8, contextual=True)
    galley = Galley(100)
    for _ in range(2):
        (strip,) = strips(1)
        strip.above = style.before
        galley.add([strip], style)
    assert [strip.above for strip in galley.strips] == [8, 0]


def test_strips_glued_beyond_a_page_break_where_the_page_ends():
    found = strips(15)
    for strip in found:
        strip.keep = True
    assert [len(page) for page in pages(found)] == [10, 5]


def test_space_above_is_dropped_at_the_top_of_a_page():
    found = strips(11)
    for strip in found:
        strip.above = 5
    first, second = paginate(found, 100)
    assert first.placed[1][1] == 15
    assert second.placed[0][1] == 0


def test_a_strip_may_ask_for_a_new_page():
    found = strips(4)
    found[2].fresh = True
    assert pages(found) == [[0, 1], [2, 3]]


def test_a_table_that_goes_on_leaves_room_for_its_head():
    first, second, *_ = paginate(strips(25, block=Repeating()), 100)
    assert first.resumed is None
    assert second.resumed is not None
    assert [top for _, top in second.placed] == [20, 30, 40, 50, 60, 70, 80, 90]


def test_nothing_to_print_is_one_empty_page():
    assert pages([]) == [[]]


@pytest.mark.parametrize("height", [99.0, 100.0, 101.0, 500.0])
def test_a_strip_taller_than_a_page_gets_one_of_its_own(height):
    assert pages([*strips(1), *strips(1, height), *strips(1)]) in ([[0], [0], [0]], [[0], [0, 0]])


def test_strips_are_drawn_block_by_block():
    one, two = Plain(), Plain()
    placed = [(Strip(one, 0, 1), 0.0), (Strip(one, 1, 1), 1.0), (Strip(two, 0, 1), 2.0)]
    assert list(by_block(placed)) == [(one, [(0, 0.0), (1, 1.0)]), (two, [(0, 2.0)])]
