"""The table of questions speaks of facts that there are, and says of each why it is asked."""

from __future__ import annotations

import re

import pytest

from negotiation_docs.facts.reading.locate import locate
from negotiation_docs.interview.answers import closed_list
from negotiation_docs.interview.questions import Question, place, questions

ALL = questions()


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.fact)
def test_a_question_belongs_to_a_fact_and_gives_its_reason_in_chinese(question: Question):
    assert locate({}, question.place(0)).field is not None
    assert re.search("[\u4e00-\u9fff]", question.ask)
    assert question.why.endswith("。")
    assert question.part


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.fact)
def test_what_a_question_depends_on_and_offers_there_is(question: Question):
    if question.condition:
        words = closed_list(locate({}, place(question.condition.fact, 0)).field)
        assert {*question.condition.among} <= {member.value for member in words or ()}
    if question.only:
        assert {*question.only} <= {member.value for member in closed_list(locate({}, question.place(0)).field)}
    if question.of:
        assert locate({}, (question.of,)).field is not None
    assert not question.opens or question.listed
    assert (
        question.again.endswith("？" if "。" not in question.again else "。") if question.opens else not question.again
    )


def test_no_fact_is_asked_for_twice():
    assert len({question.fact for question in ALL}) == len(ALL)
