"""A Word letter looked into: which places it has, what each is most likely filled with, and what is in the way."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct, structs

from negotiation_docs.arguments import told
from negotiation_docs.authoring.word import lookup, mapping
from negotiation_docs.authoring.word.kind import own_kind
from negotiation_docs.authoring.word.naming import is_known, proposed
from negotiation_docs.authoring.word.place import WordPlace
from negotiation_docs.authoring.word.wordfile import obstacles, opened, places, problem
from negotiation_docs.authoring.word.wording import Unfit, worded
from negotiation_docs.errors import FactsError, Problem
from negotiation_docs.facts import Case
from negotiation_docs.facts.values.masking import mask_text
from negotiation_docs.facts.values.ourcontext import in_our_context
from negotiation_docs.files import Given, write
from negotiation_docs.question import question
from negotiation_docs.views.matter import Matter
from negotiation_docs.views.order import Order


class WordTemplate(Struct, frozen=True):
    """A Word letter with places: all of them, and all that keeps it from being filled.

    ``mapping`` is the text of the file that says which place is filled with what, to be read and changed.

    >>> import negotiation_docs as nd
    >>> nd.WordTemplate((nd.WordPlace("【姓名】", 1, "正文第1段", "applicant.name", "姓名"),)).mapping.splitlines()[-1]
    '  【姓名】: applicant.name  # 姓名；正文第1段'
    """

    places: tuple[WordPlace, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def unknown(self) -> tuple[WordPlace, ...]:
        """The places that nobody knows yet what to fill with."""
        return tuple(place for place in self.places if not place.name)

    @property
    def mapping(self) -> str:
        """The file of places as text."""
        return mapping.written(self.places)

    @told
    def save(self, path: str | Path, overwrite: bool = False) -> Path:
        """Writes the file of places; a different one is replaced only with ``overwrite``. Raises OutputError."""
        return write(path, self.mapping.encode(), overwrite=overwrite)


@told
@question
@in_our_context
def word_template(
    letter: Given, case: Case | None = None, debt: str | None = None, lang: Literal["zh", "en"] = "zh"
) -> WordTemplate:
    """What there is to fill in a Word letter (a path, or the bytes of a .docx), with names for what it knows.

    Places are written 【姓名】 or ``{{ 姓名 }}``, with a Chinese word or a name of the data; how to write the value may
    follow, 【欠款：大写】. With a ``case``, each has its value for ``debt``. Nothing in the file is run, and nothing is
    changed. Raises OutputError for a file that cannot be read, FactsError for an unknown debt.

    >>> import negotiation_docs as nd
    >>> nd.word_template("信.docx").places[0].written  # doctest: +SKIP
    '【姓名】'
    """
    word = opened(letter)
    found = list(places(word, is_known))
    matter = None if case is None else Matter(Order(own_kind(), case, case.debt(debt)), lang)
    named = tuple(structs.replace(each, value=_value(each, matter)) for each in proposed(found))
    unknown = (_unknown(each) for each in named if not each.name)
    return WordTemplate(named, tuple(dict.fromkeys((*unknown, *obstacles(word, found)))))


def _value(place: WordPlace, matter: Matter | None) -> str:
    """What a case has there, as it would be printed but for numbers; empty where it has nothing."""
    asked = lookup.read(place.name)
    if matter is None or asked is None:
        return ""
    try:
        found = list(lookup.values(asked, matter))
        return mask_text(worded(asked, found, matter.voice.lang)) if found else ""
    except (FactsError, Unfit):
        return ""


def _unknown(place: WordPlace) -> Problem:
    hint = f"是不是 {'、'.join(place.near)}？" if place.near else ""
    return problem("word.place_unknown", where=place.where, place=place.written, near=hint)
