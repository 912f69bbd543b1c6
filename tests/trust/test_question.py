"""What is worked out once is kept for one question, one thread and the very same objects."""

from __future__ import annotations

import gc
import weakref
from threading import Thread

import pytest

import negotiation_docs as nd
from negotiation_docs.question import question, worked_out_once
from negotiation_docs.standing import State, standing
from tests.make.grown import complete


class Thing:
    """Equal to every other, as two readings of a file are."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None


def counted():
    """A question that asks twice of each thing, and what was worked out."""
    worked: list[Thing] = []

    @worked_out_once
    def known(thing: Thing) -> int:
        worked.append(thing)
        return len(worked)

    @question
    def ask(*things: Thing) -> list[int]:
        return [known(thing) for thing in (*things, *things)]

    return known, ask, worked


def test_what_is_asked_twice_in_one_question_is_worked_out_once_for_each_thing():
    _, ask, worked = counted()
    assert ask(Thing(), Thing()) == [1, 2, 1, 2]
    assert len(worked) == 2


def test_the_next_question_and_what_is_asked_outside_any_begin_anew():
    known, ask, _ = counted()
    thing = Thing()
    assert [ask(thing), ask(thing)] == [[1, 1], [2, 2]]
    assert [known(thing), known(thing)] == [3, 4]


def test_a_question_within_a_question_is_part_of_it():
    known, ask, worked = counted()
    thing = Thing()
    assert question(lambda: (known(thing), ask(thing), known(thing)))() == (1, [1, 1], 1)
    assert len(worked) == 1


def test_another_thread_works_out_its_own():
    known, _, worked = counted()
    thing = Thing()

    @question
    def both() -> int:
        known(thing)
        other = Thread(target=known, args=(thing,))
        other.start()
        other.join()
        return known(thing)

    assert both() == 1
    assert len(worked) == 2


def test_an_error_is_worked_out_again_and_ends_the_question():
    tried: list[Thing] = []

    @worked_out_once
    def failing(thing: Thing) -> None:
        tried.append(thing)
        raise ValueError("no")

    @question
    def twice(thing: Thing) -> None:
        with pytest.raises(ValueError, match="no"):
            failing(thing)
        failing(thing)

    with pytest.raises(ValueError, match="no"):
        twice(Thing())
    assert len(tried) == 2
    assert counted()[1](Thing()) == [1, 1]


def test_a_case_is_not_kept_beyond_its_question():
    case = nd.load(complete(), draft=True)
    assert nd.check(case)
    gone = weakref.ref(case)
    del case
    gc.collect()
    assert gone() is None


def test_a_case_of_another_day_is_another_case_in_the_same_question():
    @question
    def states() -> list[State]:
        case = nd.load("examples/stories/card-4-in-plan.yaml")
        days = [case, case.as_of(case.debts[0].agreement.day), case]
        return [standing(each, each.debts[0]).state for each in days]

    now, then, again = states()
    assert now is again
    assert now is not then
