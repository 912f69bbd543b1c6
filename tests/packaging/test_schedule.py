"""With more papers each is tried for fewer cases, and none is forgotten."""

from __future__ import annotations

import pytest

from tests.make.schedule import share


@pytest.mark.parametrize("count", [0, 1, 4, 6])
def test_while_there_are_few_all_are_taken_at_every_turn(count):
    things = list(range(count))
    assert all(share(things, turn, 6) == things for turn in range(9))


@pytest.mark.parametrize("count", [7, 12, 13, 30, 400])
def test_no_turn_takes_more_than_its_share_and_the_turns_take_everything(count):
    things = list(range(count))
    turns = -(-count // 6)
    taken = [share(things, turn, 6) for turn in range(turns)]
    assert max(map(len, taken)) <= 6
    assert sorted(thing for share_ in taken for thing in share_) == things


def test_thirty_papers_meet_several_of_seventy_variants_each():
    met = [paper for variant in range(70) for paper in share(list(range(30)), variant, 6)]
    assert min(met.count(paper) for paper in range(30)) >= 14
