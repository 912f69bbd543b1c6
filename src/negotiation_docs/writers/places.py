"""Break places inside something wider than a whole line: the marked ones first, then any that cuts no rule."""

from __future__ import annotations

from itertools import pairwise

from negotiation_docs.writers.charclass import Prohibitions
from negotiation_docs.writers.measured import Measured
from negotiation_docs.writers.tokens import marked_places, tokens


def inner_places(paragraph: Measured, start: int, end: int, measure: float, rules: Prohibitions) -> list[int]:
    """Where the characters from ``start`` to ``end``, which no line can hold, may be cut, in order.

    A token breaks at its marked places (:func:`marked_places`); what is still wider than a line between two of them
    breaks anywhere, but never so that a line would begin or end with a mark it may not.
    """
    text, letters = paragraph.text, paragraph.classes
    marked: list[int] = []
    for first, last in tokens(text[start:end]):
        marked += [start + first + at for at in marked_places(text[start + first : start + last])]
    found: list[int] = []
    edges = [start, *marked, end]
    for left, right in pairwise(edges):
        if paragraph.extent(left, right) > measure:
            found += [
                at
                for at in range(left + 1, right)
                if letters[at] not in rules.no_start and letters[at - 1] not in rules.no_end and letters[at] != "E"
            ]
        if right < end:
            found.append(right)
    return found
