"""How the file's own words enter a paper: as they are in Chinese, by the file's ``english`` map in English.

What neither the map nor the standard words hold is quoted in Chinese and marked so; nothing is translated by guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from string import digits

from msgspec import Struct

from negotiation_docs.facts.base import Facts
from negotiation_docs.facts.values.choice import Choice
from negotiation_docs.facts.values.leftopen import left_open
from negotiation_docs.words.insertion import continued, inserted, measure
from negotiation_docs.words.lexicon import Lexicon, lexicon

_VERB = re.compile(r"(?:was|am|were|have|had|could|cannot|did|lost|got|fell|broke|became|took|paid|needed|stopped)\b")
_BEING = re.compile(r"(?:am|was|were)\b")
_REPORTED = re.compile("(?:对方)?(?:表示|声称|称(?![呼号职重])|说(?![明服法辞好]))(?:将(?=会))?[：:，,]?")


class Voice(Struct, frozen=True):
    """The language of one paper, the file's own translations, and whether gaps are shown (a draft)."""

    lang: str
    english: Mapping[str, str]
    draft: bool = False

    @property
    def words(self) -> Lexicon:
        """The words of this language."""
        return lexicon(self.lang)

    def say(self, text: str | None) -> str:
        """Free text of the file as it stands in a sentence; empty when it was not stated."""
        return self._said(text, inserted)

    def clause(self, text: str | None) -> str:
        """Free text that continues 本人; in English a clause of its own."""
        return self._said(text, continued)

    def own(self, text: str | None) -> str:
        """Free text that continues 本人 as a sentence: an English one that begins with its verb gets its subject."""
        words = self.clause(text)
        return with_subject(words) if self.lang == "en" else words

    def heard(self, text: str | None) -> str:
        """What the other side said, without the verb of saying that the sentence has already: 表示将派人 → 将派人."""
        words = self.say(text)
        return _REPORTED.sub("", words, count=1) if self.lang == "zh" and _REPORTED.match(words) else words

    def measure(self, text: str) -> str:
        """What was done so far, with its 已 where that belongs; in English it follows “I have”."""
        words = self._said(text, measure)
        return _BEING.sub("been", words, count=1) if self.lang == "en" else words

    def _said(self, text: str | None, insert: Callable[[str], str]) -> str:
        if not text or self.lang == "zh":
            return insert(text) if text else ""
        known = self._known(text)
        if known or text.isascii():
            return inserted(known or text)
        return self.words.translations["unknown"].format(text=inserted(text))

    def name(self, text: str | None) -> str:
        """A proper name or title: in English with the Chinese in brackets."""
        if not text or self.lang == "zh":
            return text or ""
        known = self.english.get(text)
        if text.isascii():
            return known or text
        return self.words.translations["known"].format(english=known, text=text) if known else text

    def translated(self, text: str | None) -> bool:
        """Whether ``text`` reads as part of a sentence of this paper rather than as a quotation."""
        return not text or self.lang == "zh" or text.isascii() or self._known(text) is not None

    def _known(self, text: str) -> str | None:
        """The file's own English, else that of a standard word, with a number behind it or not (工号6035)."""
        word = text.rstrip(digits)
        standard = self.words.standard.get(word)
        return self.english.get(text) or (f"{standard} {text[len(word) :]}".rstrip() if standard else None)

    def label(self, choice: Choice) -> str:
        """A choice of the case file in words. Raises LookupError where the language has none."""
        return self.words.label(choice)

    def part(self, name: str, penalty: str) -> str:
        """A line of the balance in words; ``penalty`` is what this lender's late charge is called."""
        return penalty if name == "penalty" else self.words.parts[name]

    def gap(self, model: type[Facts], field: str) -> str:
        """What stands for a missing fact: its label in the case file in a draft, for all to see; else nothing."""
        return left_open(str(model.model_fields[field].title)) if self.draft else ""


def with_subject(english: str) -> str:
    """A translation that begins with its verb (was in hospital), as the Chinese does, gets its subject."""
    return f"I {english}" if _VERB.match(english) else english
