"""A paper is fitted to its pages: by the leading, then the rows, to the fewest, then the fullest last one."""

from __future__ import annotations

import pytest

from negotiation_docs.tree import Section, SectionRole
from negotiation_docs.writers.pages.compose import Composer
from negotiation_docs.writers.pages.fitting import fitted
from negotiation_docs.writers.pages.paragraphs import TextBlock
from negotiation_docs.writers.style import LOOKS
from tests.make.trees import head, heading, paper, paragraph, row, signoff, table

LOOK = LOOKS["personal"]
BODY = LOOK.styles["body"].leading
ROW = LOOK.styles["cell"].leading + LOOK.cell_padding


def fit(*blocks, look=LOOK):
    composer = Composer(paper(heading("题", 1), *blocks), look)
    return fitted(composer.galley, look), composer.galley


def leading(galley):
    (found,) = {s.block.style.leading for s in galley.strips if isinstance(s.block, TextBlock) and s.block.flexible}
    return found


def body(count):
    return [paragraph("文" * 20) for _ in range(count)]


def schedule(count):
    return table(head("期次", "金额"), *(row(str(n), "1.00", numbers=(1,)) for n in range(count)))


def test_a_short_letter_stands_at_the_widest_leading():
    pages, galley = fit(*body(10))
    assert len(pages) == 1
    assert leading(galley) == BODY + LOOK.leadings[0]


def test_lines_stand_closer_where_that_saves_a_page():
    most = next(count for count in range(60) if len(fit(*body(count + 1))[0]) == 2)
    pages, galley = fit(*body(most))
    assert len(pages) == 1
    assert leading(galley) == BODY + LOOK.leadings[-1]


def test_the_leading_is_one_for_the_whole_paper_and_strips_are_as_high_as_it():
    _, galley = fit(heading("一、标题", 2), *body(70), signoff())
    wanted = leading(galley)
    assert {s.height for s in galley.strips if isinstance(s.block, TextBlock) and s.block.flexible} == {wanted}


def test_of_the_leadings_with_the_fewest_pages_the_one_with_the_fullest_last_page_is_taken():
    pages, galley = fit(*body(40))
    assert len(pages) == 2
    assert leading(galley) > BODY


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_rows_stand_closer_only_where_that_saves_a_page(look):
    shares = []
    for count in range(20, 44):
        pages, galley = fit(schedule(count), look=look)
        height = next(strip.height for strip in galley.strips if strip.flexible == "row")
        shares.append((len(pages), round(height - look.styles["cell"].leading - look.cell_padding)))
    assert shares == sorted(shares, key=lambda share: (share[0], -share[1]))
    assert {row for _, row in shares} == {0, -1, -2, -4}


def test_rows_stand_wider_only_where_a_page_would_be_more_than_a_third_empty():
    wider = []
    for count in range(14, 24):
        pages, galley = fit(schedule(count), Section((*body(14), signoff()), SectionRole.KEEP))
        more = next(strip.height for strip in galley.strips if strip.flexible == "row") - ROW
        if more > 0:
            last, top = pages[0].placed[-1]
            empty = 1 - (top + last.height) / galley.capacity
            lines = sum(strip.flexible == "row" for strip, _ in pages[0].placed)
            assert empty <= 0.35 < empty + lines * more / galley.capacity
            wider.append(more)
    assert wider


def test_the_page_is_drawn_as_it_was_fitted():
    pages, galley = fit(schedule(30), *body(3))
    for strip, _ in pages[0].placed:
        if strip.flexible == "row":
            assert strip.block.rows[strip.index].height == strip.height
    assert galley.strips
