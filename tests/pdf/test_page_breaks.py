"""A galley is cut into the fewest pages and the fewest holes; what belongs together stays so; tables are cut well."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from negotiation_docs.writers.pages.galley import Block, Strip
from negotiation_docs.writers.pages.pagebreaks import Cut, Fit, PageBreaker
from negotiation_docs.writers.pages.paginate import laid, paginate
from tests.read.some import some

CAPACITY = 100.0


class Plain(Block):
    """A paragraph; draws nothing."""


class Grid(Block):
    """A table with a head of one row of 5 pt, which further pages repeat."""

    def head(self):
        return 1

    def resumption(self, index):
        return 5.0 if index else 0.0


def lines(count, height=10.0):
    block = Plain()
    return [Strip(block, index, height) for index in range(count)]


def table(rows, height=5.0):
    block = Grid()
    found = [Strip(block, index, height) for index in range(rows + 1)]
    found[0].keep = True
    return found


def sizes(strips):
    return [len(page.placed) for page in paginate(strips, CAPACITY)]


@st.composite
def galleys(draw):
    made = []
    for _ in range(draw(st.integers(1, 4))):
        block = Grid() if draw(st.booleans()) else Plain()
        for index in range(draw(st.integers(1, 5))):
            height, above = draw(st.sampled_from([7.0, 10.0, 30.0])), draw(st.sampled_from([0.0, 4.0]))
            made.append(Strip(block, index, height, above, keep=draw(st.integers(0, 3)) == 0))
    return made


@settings(max_examples=200, deadline=None)
@given(galleys())
def test_every_strip_stands_once_in_order_and_within_its_page(made):
    pages = paginate(made, CAPACITY)
    placed = [strip for page in pages for strip, _ in page.placed]
    assert [id(strip) for strip in placed] == [id(strip) for strip in made]
    for page in pages:
        assert page.placed
        assert all(top + strip.height <= CAPACITY + 0.01 for strip, top in page.placed)


@settings(max_examples=200, deadline=None)
@given(galleys())
def test_no_other_way_to_cut_takes_fewer_pages_or_costs_less(made):
    breaker = PageBreaker(made, CAPACITY)
    best = breaker.cut()
    assume(best.cost < 100_000)
    costs = []
    for count in range(len(made)):
        for inner in combinations(range(1, len(made)), count):
            cost = _cost(breaker, (0, *inner, len(made)))
            if cost is not None:
                costs.append(cost)
        if costs and count > best.pages:
            break
    assert best.cost == pytest.approx(min(some(costs)))


@settings(max_examples=200, deadline=None)
@given(galleys(), st.floats(-100.0, 100.0), st.sampled_from([Fit(), Fit(1.0), Fit(-0.5, -0.5), Fit(0.0, 1.0, 0.5)]))
def test_a_cheaper_way_is_found_just_where_the_best_is_cheaper(made, more, fit):
    breaker = PageBreaker(made, CAPACITY)
    best = breaker.cut(fit)
    for below in (best.cost + more, best.cost, best.limit):
        assert breaker.cheaper(fit, below) == (best if best.cost < below else None)


def _cost(breaker, places):
    """What these places cost together, None where one of them is not allowed."""
    total = 0.0
    for start, end in pairwise(places):
        found = dict(breaker._pages_from(start)).get(end)
        if found is None:
            return None
        total += 1000 + found
    return total


@pytest.mark.parametrize("before", range(1, 10))
def test_a_table_is_split_only_where_to_keep_it_whole_would_leave_more_than_a_quarter_of_the_page(before):
    made = [*lines(before), *table(8)]
    first = sizes(made)[0]
    room = 100 - 10 * before
    if room >= 45:
        assert sizes(made) == [before + 9]
    elif room <= 25:
        assert first == before
    else:
        assert before < first < before + 9


@pytest.mark.parametrize("rows", range(19, 90))
def test_no_part_of_a_long_table_is_short(rows):
    made = table(rows)
    parts = [len(page.placed) for page in paginate(made, CAPACITY)]
    assert min(some(parts)) >= min(6, rows)


def test_thirty_six_rows_never_leave_three_alone():
    block = Grid()
    made = [Strip(block, index, 3.0) for index in range(37)]  # a page holds 33
    first, last = paginate(made, CAPACITY)
    assert len(last.placed) >= 8
    assert first.placed[-1][1] > 65


def test_a_heading_and_what_leads_to_a_table_go_with_it():
    (lead,) = lines(1)
    lead.keep = True
    assert sizes([*lines(8), lead, *table(8)]) == [8, 10]


def test_what_may_not_be_parted_but_is_taller_than_a_page_is_cut_where_the_page_ends():
    made = lines(25)
    for strip in made:
        strip.keep = True
    assert sizes(made) == [10, 10, 5]


def test_lines_that_may_stand_closer_make_room():
    made = [Strip(strip.block, strip.index, strip.height, flexible="line") for strip in lines(11)]
    breaker = PageBreaker(made, CAPACITY)
    assert breaker.cut().pages == 2
    assert breaker.cut(Fit(leading=-1.0)).pages == 1
    assert breaker.least(Fit()) == 2
    assert breaker.least(Fit(leading=-1.0)) == 1


def test_closer_rows_and_less_space_between_blocks_make_room_too():
    made = [Strip(strip.block, strip.index, strip.height, flexible="row") for strip in table(20)]
    assert PageBreaker(made, CAPACITY).cut(Fit(row=-0.5)).pages == 1
    spaced = lines(9)
    spaced[5].above = 16.0
    assert PageBreaker(spaced, CAPACITY).cut().pages == 2
    assert PageBreaker(spaced, CAPACITY).cut(Fit(sparing=0.5)).pages == 1


def test_a_cut_tells_how_much_of_the_last_page_is_empty():
    assert PageBreaker(lines(13), CAPACITY).cut().rest == pytest.approx(0.7)


def test_pages_are_laid_as_they_are_cut():
    assert [len(page.placed) for page in laid(lines(5), Cut((2, 5), 0.0, 0.0))] == [2, 3]
