"""Every word stands in both languages, by list and member, and nothing falls back to a raw value."""

from __future__ import annotations

import re

import msgspec
import pytest

import negotiation_docs.facts
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.words.lexicon import Lexicon, lexicon
from tests.read.some import some
from tests.words.coming import COMING

LANGS = ("zh", "en")
LISTS = [cls for cls in Choice.__subclasses__() if cls.__module__.startswith("negotiation_docs.")]
PLAIN = ("labels", "parts", "sections", "passages", "options", "shifts", "phrases", "counts", "heads", "bundle")
CHINESE = re.compile(r"[\u3007\u4e00-\u9fff]")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("choices", LISTS, ids=lambda each: each.__name__)
def test_every_choice_has_a_word(choices, lang):
    for member in some(choices):
        word = lexicon(lang).label(member)
        assert bool(CHINESE.search(word)) == (lang == "zh"), member
        if lang == "en":
            assert "_" not in word, member
            assert word == word.strip(), member


def test_the_lists_are_those_of_the_case_format():
    assert len(LISTS) >= 22
    assert sum(map(len, LISTS)) >= 99


def test_a_choice_without_a_word_is_an_error_and_never_printed_raw():
    class Mood(Choice):
        CALM = "calm", "平静"

    with pytest.raises(LookupError, match=r"no word for Mood\.calm"):
        lexicon("en").label(Mood.CALM)


def test_one_raw_value_may_mean_two_things():
    terms = negotiation_docs.facts
    assert lexicon("en").label(terms.EvidenceStatus.PENDING) == "to follow"
    assert lexicon("en").label(terms.Outcome.PENDING) == "awaiting a reply"
    assert lexicon("en").label(terms.HolidayShift.NONE) != lexicon("en").label(terms.GapInterest.NONE)


def test_no_word_is_left_over_from_a_choice_that_is_gone():
    known = {each.__name__: {member.value for member in each} for each in LISTS}
    for name, words in some(lexicon("en").choices.items()):
        assert set(words) <= known[name] | COMING.get(name, set()), name


@pytest.mark.parametrize("name", PLAIN)
def test_both_languages_have_the_same_members_with_the_same_places_to_fill(name):
    chinese, english = (getattr(lexicon(lang), name) for lang in LANGS)
    assert chinese.keys() == english.keys()
    if name == "phrases":
        for member, words in some(chinese.items()):
            assert set(re.findall(r"{\w+}", words)) == set(re.findall(r"{\w+}", english[member])), member


@pytest.mark.parametrize("lang", LANGS)
def test_no_word_is_empty_and_none_holds_an_unusual_blank(lang):
    def words(value):
        for each in value.values():
            yield from words(each) if isinstance(each, dict) else [each]

    every = list(words(msgspec.to_builtins(lexicon(lang))))
    assert len(every) > 60
    for word in every:
        assert word.strip(), word
        assert not re.search("[\u00a0\u202f\u2009]", word), word


def test_a_file_without_a_list_is_refused():
    words = msgspec.to_builtins(lexicon("en"))
    del words["heads"]
    with pytest.raises(msgspec.ValidationError, match="heads"):
        msgspec.convert(words, Lexicon)
    with pytest.raises(msgspec.ValidationError, match="haeds"):
        msgspec.convert({**words, "heads": {}, "haeds": {}}, Lexicon)
