"""What a draft left open, or was copied out of one: such a text is never printed on a paper that is no draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from negotiation_docs.checks.rule import Found, Rule, TextRule, Told, found
from negotiation_docs.facts.values.leftopen import MARK
from negotiation_docs.facts.values.masking import echo


def is_left_open(words: str) -> bool:
    """Whether ``words`` are nothing but what a draft prints in place of a missing text, so that no rule reads them."""
    return words.endswith("】") and MARK.fullmatch(words) is not None


def holds_mark(words: str) -> bool:
    """Whether the mark of a draft stands anywhere in ``words``, however they came to hold it."""
    return MARK.search(words) is not None


def _unfilled(told: Sequence[Told]) -> Iterator[Found]:
    for text in (text for each in told for text in each.unfilled):
        marked = MARK.search(text.words)
        yield found(*text.place, label=echo(marked[1] if marked else ""))


RULES: tuple[Rule, ...] = (TextRule("missing.text", _unfilled),)
