"""Every word that is not a template's own, by list and member, in both languages: ``data/zh.json``, ``data/en.json``.

Nothing falls back to a raw value: a word that is missing is a :class:`LookupError`, and a test asks for all of them.
The Chinese labels of choices stand on the model, beside their English names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from negotiation_docs.facts.values.choice import Choice

_DATA = Path(__file__).parent / "data"
Words = Mapping[str, str]


class Lexicon(Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one language: list → member → word; what stands in braces is filled in.

    ``choices`` are by class and value, empty in Chinese; ``counts`` by what is counted and plural form (CLDR);
    ``standard`` are words that many files use for papers, income and spending, in English.
    """

    choices: Mapping[str, Words]
    labels: Words
    parts: Words
    sections: Words
    passages: Words
    options: Words
    shifts: Words
    phrases: Words
    translations: Words
    standard: Words
    counts: Mapping[str, Words]
    ordinals: Words
    heads: Words
    bundle: Words

    def label(self, choice: Choice) -> str:
        """A choice of the case file in words. Raises LookupError."""
        if not self.choices:
            return choice.label
        members = self.choices.get(type(choice).__name__, {})
        if choice.value not in members:
            raise LookupError(f"words/data: no word for {type(choice).__name__}.{choice.value}")
        return members[choice.value]


@cache
def lexicon(lang: str) -> Lexicon:
    """The words of ``zh`` or ``en``. Raises msgspec.ValidationError where a list is missing or unknown."""
    return msgspec.json.decode((_DATA / f"{lang}.json").read_bytes(), type=Lexicon)
