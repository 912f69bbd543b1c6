"""Facts told to a template: each text by its mark, in the language of the paper, and nothing that is internal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

import negotiation_docs as nd
from negotiation_docs.facts.texts import texts
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.views.exhibits import Backing
from negotiation_docs.views.told import Telling, Told
from negotiation_docs.words.voice import Voice
from tests.packaging.snippets import ROOT

COMPLETE = ROOT / "tests/facts/complete.yaml"


def leaves(value: object) -> Iterator[object]:
    if isinstance(value, Mapping):
        for each in value.values():
            yield from leaves(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from leaves(each)
    else:
        yield value


def told(lang: str) -> list[object]:
    case = nd.load(COMPLETE)
    return [leaf for debt in case.debts for leaf in leaves(Told(debt, Telling(Voice(lang, case.english), {})))]


def test_every_printed_text_below_a_debt_is_told_and_no_internal_one():
    case = nd.load(COMPLETE)
    below = [text for text in texts(case) if text.debt is not None]
    words = [leaf for leaf in told("zh") if isinstance(leaf, str) and not isinstance(leaf, Choice)]
    assert len(words) > 40
    assert sorted(words) == sorted(text.words for text in below if text.mark.is_printed and not text.mark.coded)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_ids_of_evidence_are_told_as_what_backs_a_fact(lang):
    found = [leaf for leaf in told(lang) if isinstance(leaf, Backing)]
    assert len(found) >= 5


def test_in_english_free_text_is_translated_or_quoted():
    case = nd.load(COMPLETE)
    names = {text.words for text in texts(case) if text.mark.use in ("name", "address", "number")}
    for leaf in told("en"):
        if isinstance(leaf, str) and not isinstance(leaf, Choice) and not leaf.isascii():
            quoted = leaf.startswith("“") and leaf.endswith("” [in Chinese]")
            assert quoted or leaf in names or any(leaf.endswith(f"({name})") for name in names), leaf


def test_nothing_of_a_fact_is_in_the_repr():
    case = nd.load(COMPLETE)
    assert repr(Told(case.debts[0], Telling(Voice("zh", {}), {}))) == "<Told Debt>"
