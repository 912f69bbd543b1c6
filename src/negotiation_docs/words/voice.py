"""How the file's own words enter a paper: as they are in Chinese, by the file's ``english`` map in English.

What the map does not hold is quoted in Chinese and marked *original*; nothing is translated by guess.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Protocol

from msgspec import Struct

ENGLISH = {
    "bank_card": "bank credit card",
    "bank_loan": "bank loan",
    "consumer_finance": "consumer finance loan",
    "microloan": "microloan",
    "transferee": "transferred debt",
    "private": "private loan",
    "equal_payment": "equal instalments of principal and interest",
    "equal_principal": "equal instalments of principal",
    "interest_first": "interest monthly, principal at the end",
    "bullet": "one payment of principal and interest",
    "interest_free": "interest-free equal instalments",
    "stepped": "stepped instalments",
    "phone": "telephone",
    "sms": "text message",
    "email": "e-mail",
    "online": "online customer service",
    "app": "in-app message",
    "in_person": "in person",
    "letter": "letter",
    "social": "social media",
    "original": "original",
    "copy": "copy",
    "screenshot": "screenshot",
    "electronic": "electronic file",
    "principal": "principal",
    "interest": "interest",
    "penalty": "penalty",
    "fees": "fees",
}
CHINESE = {"principal": "本金", "interest": "利息", "fees": "费用"}


class Labelled(Protocol):
    """A choice of the case file with its Chinese label."""

    @property
    def value(self) -> str: ...

    @property
    def label(self) -> str: ...


class Voice(Struct, frozen=True):
    """The language of one paper, the file's own translations, and whether gaps are shown (a draft)."""

    lang: str
    english: Mapping[str, str]
    draft: bool = False

    def say(self, text: str | None) -> str:
        """Free text of the file; empty when it was not stated."""
        if not text or self.lang == "zh" or text.isascii():
            return text or ""
        return self.english.get(text) or f"“{text}” [original]"

    def name(self, text: str | None) -> str:
        """A proper name or title: in English with the Chinese in brackets."""
        if not text or self.lang == "zh" or text.isascii():
            return text or ""
        known = self.english.get(text)
        return f"{known} ({text})" if known else text

    def translated(self, text: str | None) -> bool:
        """Whether ``text`` reads as part of a sentence of this paper rather than as a quotation."""
        return not text or self.lang == "zh" or text.isascii() or text in self.english

    def label(self, choice: StrEnum) -> str:
        """A choice of the case file in words."""
        return ENGLISH.get(choice.value, choice.value) if self.lang == "en" else str(getattr(choice, "label"))  # noqa: B009

    def part(self, name: str, penalty: str) -> str:
        """A line of the balance in words; ``penalty`` is what this lender's late charge is called."""
        if name == "penalty":
            return penalty
        return ENGLISH[name] if self.lang == "en" else CHINESE[name]

    def gap(self, label: str) -> str:
        """What stands for a missing fact: a visible placeholder in a draft, nothing otherwise."""
        return f"【待填：{label}】" if self.draft else ""
