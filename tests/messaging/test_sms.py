"""SMS: every part fits, nothing is lost, and no figure, day or amount is cut."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import negotiation_docs as nd
from negotiation_docs.messaging.sms import MOST, parts
from tests.packaging.snippets import ROOT
from tests.read.some import some

NUMBER = re.compile(r"^（(\d+)/(\d+)）")
WORDS = st.text(st.sampled_from("您好本人，。；（）《》0123456789.,元年月日第至期𬭎ab@"), max_size=600)


def size(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def whole(found: tuple[str, ...]) -> str:
    return "".join(NUMBER.sub("", part, count=1) for part in found) if len(found) > 1 else "".join(found)


@given(WORDS)
def test_every_part_fits_and_all_words_are_kept(text):
    found = parts(text)
    assert all(size(part) <= MOST for part in found)
    assert whole(found) == " ".join(text.split())


@given(WORDS)
def test_parts_are_numbered_in_order(text):
    found = parts(text)
    if len(found) > 1:
        assert [NUMBER.match(part).groups() for part in found] == [
            (str(number), str(len(found))) for number in range(1, len(found) + 1)
        ]


def shorts() -> list[str]:
    found = []
    for path in sorted((ROOT / "examples").rglob("*.yaml")):
        case = nd.load(path)
        for debt in case.debts:
            for kind in ("hardship_letter", "confirmation_request"):
                try:
                    found.append(nd.render(kind, case, debt.id).short)
                except nd.FactsError:  # not due here
                    continue
    return found


@pytest.mark.parametrize("text", shorts())
def test_the_short_texts_of_the_examples_are_cut_at_no_figure_day_or_mark(text):
    found = parts(text)
    bodies = [NUMBER.sub("", part, count=1) for part in found]
    whole_figures = re.findall(r"\d{4}年\d{1,2}月\d{1,2}日|第\d+(?:至\d+)?期|[\d,]+\.\d\d元", text)
    told = [
        figure
        for body in bodies
        for figure in re.findall(r"\d{4}年\d{1,2}月\d{1,2}日|第\d+(?:至\d+)?期|[\d,]+\.\d\d元", body)
    ]
    assert told == some(whole_figures)
    assert not [body for body in bodies if body[0] in "，。；：、）"]
    assert not [body for body in bodies if body[-1] in "（“《"]


def test_a_short_text_is_one_part_without_a_number():
    assert parts("您好，已收到，谢谢。") == ("您好，已收到，谢谢。",)
    assert parts("") == ()
