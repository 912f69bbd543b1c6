"""Where the pairs of a description list stand: the columns of the strip of figures, the rows of a contact block.

Decided from the text alone, the same for every format; widths are in em of the type, as in :mod:`columns`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import compress, count
from typing import Final

from negotiation_docs.tree import Description, DescriptionList, Inline, LineBreak, Text, plain
from negotiation_docs.writers.lines.charclass import LEVELS, classes, line_ends
from negotiation_docs.writers.lines.tokens import solid
from negotiation_docs.writers.style import Look
from negotiation_docs.writers.tables.columns import longest_token, text_em
from negotiation_docs.writers.tables.shares import Column, share_out

FIGURE_PADDING: Final = 7.0  # pt beside the words of a figure
FIGURE_ABOVE: Final = 5.0  # pt between the strip's upper rule and its words
FIGURE_BELOW: Final = 6.0  # pt between its words and the lower rule
DISTANCE: Final = 6.0  # pt above and below the strip
UNDER_RULE: Final = 5.0  # pt between the hairline and the first contact
_LEAST: Final = 4.0  # em of any figure
_LABEL_GAP: Final = 8.0  # pt between a contact's label and its value
_GUTTER: Final = 12.0  # pt between the two columns
_LATIN_EM: Final = 0.56  # of a letter or a figure …
_GAP_EM: Final = 0.25  # … and of the gap beside it
_MEETING = re.compile("(?<=[一-鿿])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[一-鿿])")


def figure_shares(listed: DescriptionList, look: Look) -> tuple[float, ...]:
    """The columns of the strip as shares of the measure: what stands in them, and an even part of what is left."""
    label, size = look.styles["figure_label"].size, look.styles["figure"].size
    padding = 1.5 * FIGURE_PADDING
    columns = []
    for pair in listed.pairs:
        name = text_em(plain(pair.term)) * label + padding
        value = max(map(text_em, plain(pair.content).split("\n"))) * size + padding
        word = longest_token(plain(pair.term)) * label  # no name is so long that a word of it is cut
        least = max(word, max(longest_token(plain(pair.content)), _LEAST) * size) + padding
        columns.append(Column(max(name, value), max(value, least), least))
    left = max(look.measure - sum(column.natural for column in columns), 0.0) / len(columns)
    for column in columns:
        column.natural += left
    return tuple(width / look.measure for width in share_out(columns, look.measure))


def whole_words(content: tuple[Inline, ...], room: float) -> tuple[Inline, ...]:
    """A value of the strip with line ends where no date, figure or code is cut, for who would break it anywhere.

    ``room`` is the width of its column in em; what is wider than that by itself stays as it is.
    """
    found: list[Inline] = []
    for item in content:
        if isinstance(item, LineBreak):
            found.append(item)
            continue
        for at, line in enumerate(_lines(item.text, room)):
            found += [LineBreak()] if at else []
            found.append(Text(line, strong=item.strong))
    return tuple(found)


def _lines(text: str, room: float) -> Iterator[str]:
    start = end = 0
    ends = line_ends(classes(text), solid(text), LEVELS["gb"])
    for place in (*compress(count(), ends), len(text)):
        if end > start and _office_em(text[start:place]) > room:
            yield text[start:end]
            start = end
        end = place
    yield text[start:]


def _office_em(text: str) -> float:
    """The width of some text in em where an office program opens a gap wherever Chinese meets a letter or a figure."""
    latin = len(text.encode("ascii", "ignore"))
    return max(text_em(text), len(text) - latin + _LATIN_EM * latin + _GAP_EM * len(_MEETING.findall(text)))


class ContactGrid:
    """The rows of a contact block: two pairs beside each other, or one alone that may use the whole ``measure`` (pt).

    ``label`` is the width of the labels, ``half`` where the second pair begins, in pt.
    """

    def __init__(self, listed: DescriptionList, look: Look, measure: float) -> None:
        size = look.styles["contact"].size
        longest = max(text_em(plain(pair.term)) for pair in listed.pairs)
        self.label = min(longest * size + _LABEL_GAP, measure / 3)
        self.half = measure / 2
        self.rows: list[tuple[Description, ...]] = []
        room = (self.half - self.label - _GUTTER) / size
        waiting = False  # for a second pair
        for pair in listed.pairs:
            small = max(map(text_em, plain(pair.content).split("\n"))) <= room
            if small and waiting:
                self.rows[-1] += (pair,)
            else:
                self.rows.append((pair,))
            waiting = small and not waiting
