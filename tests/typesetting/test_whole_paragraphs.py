"""A justified paragraph is broken as a whole: never worse than line by line, and parted only where it must be."""

from __future__ import annotations

import random

import pytest

from negotiation_docs.writers.fonts.opened import face
from negotiation_docs.writers.lines.breaker import Breaker
from negotiation_docs.writers.lines.linebreak import Run, break_lines
from negotiation_docs.writers.lines.measured import Measured
from negotiation_docs.writers.lines.spreading import WIDEST, Spreading
from negotiation_docs.writers.lines.totalfit import TotalFit
from tests.make import paragraphs
from tests.read import breaks

SONG = face("song")


def samples(seed, count, **widths):
    chance = random.Random(seed)
    return [paragraphs.draw(chance, **widths) for _ in range(count)]


def fitted(text, size, measure, indent=0.0):
    """The search for a paragraph's ends, and the breaker that finds them line by line."""
    paragraph = Measured([Run(text, SONG, size)])
    breaker = Breaker(paragraph, measure, "gb")
    return TotalFit(paragraph, breaker, Spreading(paragraph), measure - indent, measure), breaker


def widest_gap(line, size):
    """The widest room between two Chinese characters of a line, in em."""
    return max((piece.spacing for piece in line.pieces), default=0.0) / size


@pytest.mark.parametrize("seed", range(4))
def test_a_whole_paragraph_never_costs_more_than_its_lines_one_by_one(seed):
    better = 0
    for sample in samples(seed, 200, narrowest=150):
        fit, breaker = fitted(sample.text, sample.size, sample.measure, sample.indent)
        cost, greedy = fit.cost(fit.ends()), fit.cost(breaker.ends(sample.measure - sample.indent))
        assert cost <= greedy + 1e-6
        better += cost < greedy - 1
    assert better > 10


@pytest.mark.parametrize("seed", range(4))
def test_every_character_is_set_once_and_in_order(seed):
    for sample in samples(seed, 200):
        fit, _ = fitted(sample.text, sample.size, sample.measure, sample.indent)
        ends = [end for end, _ in fit.ends()]
        assert ends == sorted(set(ends))
        assert ends[0] > 0
        lines = break_lines([Run(sample.text, SONG, sample.size)], sample.measure, indent=sample.indent)
        assert "".join(line.text for line in lines) == sample.text


def test_no_line_is_spread_by_more_than_a_fifth_of_an_em_a_place():
    spread = 0
    for sample in samples(5, 300):
        for line in break_lines([Run(sample.text, SONG, sample.size)], sample.measure, indent=sample.indent):
            assert widest_gap(line, sample.size) <= WIDEST + 1e-6
            spread += widest_gap(line, sample.size) > WIDEST / 2
    assert spread > 10


def test_a_date_a_run_or_a_code_is_parted_only_where_a_line_would_stay_ragged_otherwise():
    parted = 0
    for sample in samples(6, 600, narrowest=150):
        lines = break_lines([Run(sample.text, SONG, sample.size)], sample.measure, indent=sample.indent)
        if not breaks.costly(sample, [line.text for line in lines]):
            continue
        parted += 1
        fit, _ = fitted(sample.text, sample.size, sample.measure, sample.indent)
        assert fit.stays_ragged_whole()
    assert parted > 10


def test_a_paragraph_gives_up_room_early_for_a_better_line_later():
    text = "本人现每月收入8,200.00元，减去必要支出4,650.00元、其他债务还款1,200.00元，余2,350.00元，用于还款。"
    for measure in range(300, 440, 6):
        fit, breaker = fitted(text, 12, measure, 24)
        assert fit.cost(fit.ends()) <= fit.cost(breaker.ends(measure - 24))


def test_a_date_parts_after_its_year_and_a_run_before_its_end_where_nothing_else_fills_the_line():
    found = {
        line.text[-2:]
        for ems in range(12, 20)
        for text in ("甲乙丙丁戊己庚辛自2026年11月21日起至今尚未归还本息", "甲乙丙丁戊己每月还款，第101至159期每期不变")
        for line in break_lines([Run(text, SONG, 12)], ems * 12)[:-1]
    }
    assert {"6年", "01"} <= found
