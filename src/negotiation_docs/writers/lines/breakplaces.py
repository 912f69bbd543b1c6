"""Break places inside something wider than a whole line: the marked ones first, then any that cuts no rule."""

from __future__ import annotations

from itertools import pairwise

from negotiation_docs.writers.lines.charclass import Prohibitions
from negotiation_docs.writers.lines.measured import Measured
from negotiation_docs.writers.lines.tokens import marked_places, tokens

_STUMP = 3  # characters: a code is not cut so that fewer stand alone


def inner_places(paragraph: Measured, start: int, end: int, measure: float, rules: Prohibitions) -> list[int]:
    """Where the characters from ``start`` to ``end``, which no line can hold, may be cut, in order.

    A token breaks at its marked places (:func:`marked_places`), the better ones first; what is still wider than a line
    between two of them breaks anywhere, but never so that a line would begin or end with a mark it may not.
    """
    places: set[int] = set()
    for marked in _by_rank(paragraph, start, end):
        for left, right in pairwise([start, *sorted(places), end]):
            if paragraph.extent(left, right) > measure:
                places.update([at for at in marked if left < at < right])
    for stump in (_STUMP, 1):
        for left, right in pairwise([start, *sorted(places), end]):
            if paragraph.extent(left, right) > measure:
                places.update(_anywhere(paragraph.classes, left, right, stump, rules))
    return sorted(places)


def _anywhere(letters: str, left: int, right: int, stump: int, rules: Prohibitions) -> list[int]:
    """Every place between ``left`` and ``right`` that parts no mark from its neighbour and leaves no shorter stump."""
    places = range(left + stump, right - stump + 1) if right - left > 2 * stump else range(left + 1, right)
    return [
        at
        for at in places
        if letters[at] not in rules.no_start and letters[at - 1] not in rules.no_end and letters[at] != "E"
    ]


def _by_rank(paragraph: Measured, start: int, end: int) -> list[list[int]]:
    """The marked places of all tokens between ``start`` and ``end``, one list for each rank of places; blanks first."""
    ranks = [[at for at in range(start + 1, end) if paragraph.text[at - 1] == " "]]
    for first, last in tokens(paragraph.text[start:end]):
        for rank, places in enumerate(marked_places(paragraph.text[start + first : start + last]), 1):
            if rank == len(ranks):
                ranks.append([])
            ranks[rank] += [start + first + at for at in places]
    return ranks
