"""What a place is most likely filled with: by the words in it where they are sure, and never by a guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from negotiation_docs.authoring.word import lookup
from negotiation_docs.authoring.word.place import BLANK, WordPlace
from negotiation_docs.authoring.word.vocabulary import near
from negotiation_docs.authoring.word.wordfile import Found

_BY_HAND: Final = re.compile("签名|签字|签章|盖章|指印|手印")


def is_known(inside: str) -> bool:
    """Whether there is data of that name or word."""
    asked = lookup.read(inside)
    return asked is not None and lookup.wrong(asked) is None


def proposed(found: Iterable[Found]) -> tuple[WordPlace, ...]:
    """Each place once, in the order of the letter, with its name where that is known, else with what is near."""
    first: dict[str, list[Found]] = {}
    for each in found:
        if not each.line.twin:
            first.setdefault(each.mark.written, []).append(each)
    return tuple(_place(written, alike) for written, alike in first.items())


def _place(written: str, found: list[Found]) -> WordPlace:
    inside, where, times = found[0].mark.inside, found[0].line.where, len(found)
    if _BY_HAND.search(inside):
        return WordPlace(written, times, where, BLANK, "留着手写")
    asked = lookup.read(inside)
    if asked is None or lookup.wrong(asked) is not None:
        return WordPlace(written, times, where, near=tuple(_near(inside)))
    return WordPlace(written, times, where, asked.written, lookup.meaning_of(asked))


def _near(inside: str) -> Iterator[str]:
    for word, path in near(inside).items():
        yield word if word == path else f"{word} {path}"
